"""One document made ready: a working file of plain upright pages, and what was seen of each page.

Works document by document, so that memory holds one at a time; the working files lie in the folder of the packet, in
one of their own, and go when the packet is made.
"""

import io
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pikepdf

from documents.packet.cleaning import FAULTS, hides_layers, make_still, open_pdf
from documents.packet.digest import pages_digest
from documents.packet.errors import ItemRefusedError, ItemTrouble
from documents.packet.framing import frame, visible_box
from documents.packet.limits import MAX_PIXELS, Density
from documents.packet.pictures import picture_page
from documents.packet.records import ItemKind, PacketItem, Remark, RemarkCode
from documents.packet.shrinking import has_pictures, shrink
from documents.packet.sniffing import kind_of, read_picture
from documents.packet.spots import Look, Room, Spot, look
from documents.page_image import PDFIUM

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    import pypdfium2  # type: ignore[import-untyped]  # it ships no types and no stubs exist
    from PIL.Image import Image

    from documents.packet.placing import Placement

CORNER: Final = Look(Spot(42.5, 14.0), blank=False)  # above the head of a payslip or paper
_REDRAWN: Final = Density(200, 92)  # of pages that must become pictures


@dataclass(frozen=True, slots=True)
class Face:
    """One page as seen: points, what was found on it, and about how many bytes it is."""

    width: float
    height: float
    look: Look
    weight: int


@dataclass(frozen=True, slots=True)
class Prepared:
    """A document ready to be joined. `reducible`: whether it holds pictures that could be made smaller."""

    item: PacketItem
    file: Path
    faces: tuple[Face, ...]
    remarks: tuple[Remark, ...]
    reducible: bool


def prepare(item: PacketItem, file: Path, room: Room, level: Density | None) -> Prepared:
    """Write the working file of a document. Raises ItemRefusedError; OSError when the disk refuses."""
    remarks, reducible = make_plain(item, file, level)
    try:
        faces = tuple(_faces(file, room))
    except FAULTS as error:
        raise ItemRefusedError(item.title, ItemTrouble.DAMAGED, str(error)[:80]) from error
    boxed = tuple(number for number, face in enumerate(faces, start=1) if face.look.spot.boxed)
    if boxed:
        remarks.append(Remark(item.title, RemarkCode.FOLIO_ON_BOX, boxed))
    return Prepared(item, file, faces, tuple(remarks), reducible)


def make_plain(item: PacketItem, target: Path | io.BytesIO, level: Density | None) -> tuple[list[Remark], bool]:
    """Write a document as a PDF of plain upright pages; what was done to it, and whether its pictures could be smaller.

    Raises ItemRefusedError; OSError when the disk refuses.
    """
    kind = kind_of(item)
    remarks = [Remark(item.title, RemarkCode.KIND_DIFFERS)] if item.kind not in {None, kind} else []
    if kind is not ItemKind.PDF:
        return remarks, _prepare_picture(item, kind, target, level, remarks)
    try:
        return remarks, _made_still(item, target, level, remarks)
    except FAULTS as error:  # what a malformed file raises on the way, in qpdf or in what reads its objects
        raise ItemRefusedError(item.title, ItemTrouble.DAMAGED, str(error)[:80]) from error


def prepare_own(pdf: bytes, title: str, file: Path, spot: Look) -> Prepared:
    """The same of pages drawn by this package: nothing to examine, and the folio has its place."""
    with pikepdf.open(io.BytesIO(pdf)) as source:
        sizes = [(placed.width, placed.height) for placed in frame(source)]
        save(source, file)
    weight = file.stat().st_size // max(1, len(sizes))
    return Prepared(
        PacketItem(title, file), file, tuple(Face(*size, spot, weight) for size in sizes), (), reducible=False
    )


def prepare_drawn(item: PacketItem, file: Path) -> Prepared:
    """A paper that this program drew: framed like all others, its corner known to be free."""
    pdf = item.source if isinstance(item.source, bytes) else item.source.read_bytes()
    return prepare_own(pdf, item.title, file, CORNER)


def save(pdf: pikepdf.Pdf, file: Path | io.BytesIO) -> None:
    """Write a working file; streams are compressed here, once, and never again."""
    pdf.save(
        file,
        deterministic_id=True,
        encryption=False,
        fix_metadata_version=False,  # would want an XML library
        object_stream_mode=pikepdf.ObjectStreamMode.generate,
    )


def _prepare_picture(
    item: PacketItem, kind: ItemKind, target: Path | io.BytesIO, level: Density | None, remarks: list[Remark]
) -> bool:  # fmt: skip
    pdf, reduced, coarse = picture_page(item.title, read_picture(item), kind, level)
    with pdf:
        save(pdf, target)
    if reduced:
        remarks.append(Remark(item.title, RemarkCode.PICTURE_REDUCED, detail=str(level.dpi) if level else ""))
    if coarse:
        remarks.append(Remark(item.title, RemarkCode.PICTURE_COARSE))
    return True


def _made_still(item: PacketItem, target: Path | io.BytesIO, level: Density | None, remarks: list[Remark]) -> bool:
    with open_pdf(item) as pdf:
        for page in pdf.pages:
            visible_box(page)
        if hides_layers(pdf):
            pages = tuple(range(1, len(pdf.pages) + 1))
            remarks.append(Remark(item.title, RemarkCode.LAYERS_DRAWN, pages))
            _redraw(item, target, len(pages), level)
            return True
        remarks += make_still(item.title, pdf)
        reducible = has_pictures(pdf)
        if level and shrink(pdf, level, _inches(pdf)):
            remarks.append(Remark(item.title, RemarkCode.PICTURE_REDUCED, detail=str(level.dpi)))
        remarks += _laid(item.title, frame(pdf))
        save(pdf, target)
    return reducible


def _inches(pdf: pikepdf.Pdf) -> tuple[float, float]:
    """The shorter and the longer side of the largest page."""
    sides = [sorted((box[2] - box[0], box[3] - box[1])) for box in map(visible_box, pdf.pages)]
    return max(side[0] for side in sides) / 72, max(side[1] for side in sides) / 72


def _laid(title: str, placements: "Sequence[Placement]") -> "Iterator[Remark]":
    for code, name in (
        (RemarkCode.PLACED_ON_A4, "on_a4"),
        (RemarkCode.SHRUNK_TO_A3, "shrunk"),
        (RemarkCode.TURNED, "turned"),
    ):
        pages = tuple(number for number, placed in enumerate(placements, start=1) if getattr(placed, name))
        if pages:
            yield Remark(title, code, pages)


def _redraw(item: PacketItem, target: Path | io.BytesIO, count: int, level: Density | None) -> None:
    """Every page as a picture of what a reader shows, page by page."""
    import pypdfium2

    joined = pikepdf.Pdf.new()
    with PDFIUM:
        document = pypdfium2.PdfDocument(item.source)
    try:
        for index in range(count):
            written = io.BytesIO()
            with PDFIUM:
                _rendered(document, index).save(written, "PNG")
            page, _, _ = picture_page(item.title, written.getvalue(), ItemKind.PNG, level or _REDRAWN)
            joined.pages.extend(page.pages)
    except pypdfium2.PdfiumError as error:
        raise ItemRefusedError(item.title, ItemTrouble.DAMAGED, str(error)) from error
    finally:
        with PDFIUM:
            document.close()
    with joined:
        save(joined, target)


def _rendered(document: "pypdfium2.PdfDocument", index: int) -> "Image":
    page = document[index]
    scale = _REDRAWN.dpi / 72
    scale = min(scale, (MAX_PIXELS / 4 / max(1.0, page.get_width() * page.get_height())) ** 0.5)
    picture: Image = page.render(scale=scale).to_pil().copy()
    page.close()
    return picture


def _faces(file: Path, room: Room) -> "Iterator[Face]":
    with pikepdf.open(file, access_mode=pikepdf.AccessMode.stream) as pdf:
        weights = [_weight(page) for page in pdf.pages]
        sizes = [visible_box(page)[2:] for page in pdf.pages]
        pages_digest(page.obj for page in pdf.pages)  # what cannot be digested is found out here, where it has a name
    shared = max(0, file.stat().st_size - sum(weights)) // len(weights)
    for seen, size, weight in zip(look(file, room), sizes, weights, strict=True):
        yield Face(*size, seen, weight + shared)


def _weight(page: pikepdf.Page) -> int:
    """Bytes of a page's own drawing and of the pictures directly in it."""
    drawing = page.Resources.XObject.as_dict()
    total = 0
    for stream in drawing.values():
        total += len(stream.get_raw_stream_buffer())
        inner = stream.get("/Resources", pikepdf.Dictionary()).get("/XObject", pikepdf.Dictionary())
        for picture in inner.as_dict().values() if isinstance(inner, pikepdf.Dictionary) else ():
            total += len(picture.get_raw_stream_buffer()) if isinstance(picture, pikepdf.Stream) else 0
    return total


def without_source(prepared: Prepared) -> Prepared:
    """The same, no longer holding the bytes of the document."""
    return replace(prepared, item=replace(prepared.item, source=prepared.file))
