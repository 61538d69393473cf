"""Binds a file of the packet: pages of working files joined, stamped, labelled, with outline and properties.

Streams are taken over as they are stored and go from file to file: memory holds the structure, not the pictures.
"""

import errno
import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Self

import pikepdf

from documents.packet.digest import pages_digest
from documents.packet.framing import frame
from documents.packet.heading import Front
from documents.packet.paper import stamp_of
from documents.packet.xmp import write_xmp

MARK: Final = "/ChasquiPaquete"  # in the catalogue: how many pages are cover, documents and closing


@dataclass(frozen=True, slots=True)
class Bookmark:
    """`page` from 0; `level` 0 stands on top."""

    title: str
    page: int
    level: int = 0


def join(pages: Iterable[tuple[Path, int]], file: Path) -> None:
    """Write pages (from 0) of working files one after the other. By qpdf alone: their streams never enter memory."""
    runs: list[tuple[Path, list[int]]] = []
    for source, page in pages:
        if not runs or runs[-1][0] != source:
            runs.append((source, []))
        runs[-1][1].append(page + 1)
    listed = [{"file": str(source), "range": ",".join(map(str, numbers))} for source, numbers in runs]
    job = {
        "empty": "",
        "pages": listed,
        "outputFile": str(file),
        "deterministicId": "",
        "objectStreams": "generate",
        "decodeLevel": "none",
        "removeUnreferencedResources": "no",
    }
    try:
        pikepdf.Job(job).run()
    except (RuntimeError, pikepdf.PdfError) as error:  # the pages are our own: what fails is the disk
        raise OSError(errno.EIO, str(error)) from error


class Binding:
    """A file being put together around joined pages, which are read from `body` when it is saved."""

    def __init__(self, body: Path) -> None:
        self.pdf = pikepdf.open(body, access_mode=pikepdf.AccessMode.stream)
        self.labels: list[str] = []
        self.bookmarks: list[Bookmark] = []
        self._open: list[pikepdf.Pdf] = []

    def describe(self, label: str, stamp: pikepdf.Page | None = None) -> None:
        """Label the next of the joined pages and lay the page of its folio on it."""
        if stamp is not None:
            self._lay_over(self.pdf.pages[len(self.labels)], stamp)
        self.labels.append(label)

    def _lay_over(self, page: pikepdf.Page, stamp: pikepdf.Page) -> None:
        drawing = self.pdf.copy_foreign(stamp.as_form_xobject(handle_transformations=False))
        page.Resources.XObject["/F"] = drawing
        page.Contents = pikepdf.Array([page.Contents, self.pdf.make_stream(b"q /F Do Q")])

    def take(self, pdf: bytes, labels: Sequence[str]) -> None:
        """Add all pages of a PDF drawn by this package."""
        own = self._own(pdf)
        for page in own.pages:
            self.pdf.pages.append(page)
        self.labels += labels

    def put_cover(self, pdf: bytes, stamps: bytes | None, labels: Sequence[str]) -> None:
        """Put pages before everything, with their folios if they have any; bookmarks move with their pages."""
        front = self._own(pdf)
        over = list(self._own(stamps).pages) if stamps else []
        for at, page in enumerate(front.pages):
            self.pdf.pages.insert(at, page)
            if over:
                self._lay_over(self.pdf.pages[at], over[at])
        self.labels[:0] = labels
        moved = len(front.pages)
        self.bookmarks = [Bookmark(each.title, each.page + moved, each.level) for each in self.bookmarks]

    def _own(self, pdf: bytes) -> pikepdf.Pdf:
        """Framed as all other pages are; kept open with this file."""
        drawn = pikepdf.open(io.BytesIO(pdf))
        frame(drawn)
        self._open.append(drawn)
        return drawn

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.pdf.close()
        for pdf in self._open:
            pdf.close()

    def digest(self) -> str:
        """Of all pages so far: of index and documents, while nothing else is added."""
        return pages_digest(page.obj for page in self.pdf.pages)

    def save(self, file: Path, fut: Front, title: str, *, cover: int, closing: int) -> int:
        """Write the file; its size in bytes. The same pages and words give the same bytes."""
        pdf = self.pdf
        documents = len(pdf.pages) - cover - closing
        pdf.Root[MARK] = pikepdf.Dictionary(Portada=cover, Documentos=documents, Final=closing)
        pdf.Root.Lang = pikepdf.String("es-PE")
        pdf.Root.PageMode = pikepdf.Name.UseOutlines
        pdf.Root.ViewerPreferences = pikepdf.Dictionary(DisplayDocTitle=True)
        pdf.Root.PageLabels = pikepdf.Dictionary(Nums=pikepdf.Array(_labels(self.labels)))
        self._outline()
        self._properties(fut, title)
        pdf.save(
            file,
            deterministic_id=True,
            fix_metadata_version=False,  # would want an XML library
            stream_decode_level=pikepdf.StreamDecodeLevel.none,  # take over as stored; pack what is not
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
        )
        return file.stat().st_size

    def _outline(self) -> None:
        with self.pdf.open_outline() as outline:
            top: pikepdf.OutlineItem | None = None
            for mark in self.bookmarks:
                item = pikepdf.OutlineItem(mark.title, mark.page, "Fit")
                if mark.level and top is not None:
                    top.children.append(item)
                else:
                    outline.root.append(item)
                    top = item

    def _properties(self, fut: Front, title: str) -> None:
        day = stamp_of(fut.fecha)
        author = fut.solicitante.apellidos_y_nombres
        facts = {"Title": title, "Author": author, "Subject": fut.resumen, "Creator": "Chasqui"}
        for name, value in {**facts, "Producer": "Chasqui", "CreationDate": day, "ModDate": day}.items():
            self.pdf.docinfo["/" + name] = pikepdf.String(value)
        write_xmp(self.pdf, title=title, creator=author, description=fut.resumen)


def _labels(labels: Iterable[str]) -> Iterable[object]:
    """Each page its own label: folios may run backwards, which no numbering style of PDF can say."""
    for at, label in enumerate(labels):
        yield at
        yield pikepdf.Dictionary(P=pikepdf.String(label))


def opened(pdf: bytes) -> pikepdf.Pdf:
    """A PDF of this package, from memory."""
    return pikepdf.open(io.BytesIO(pdf))
