"""A PDF from anywhere, opened and made still: what acts, asks or points elsewhere is gone, what is seen is kept.

Notes, stamps and filled fields become part of their page. Scripts, actions, links, attached files and signatures inside
the file do not survive, because only pages are taken over; each loss is a remark.
"""

import io
import zlib
from collections.abc import Callable, Iterator
from typing import Final

import pikepdf

from documents.packet.errors import ItemRefusedError, ItemTrouble
from documents.packet.limits import MAX_CONTENT, MAX_PAGES
from documents.packet.records import PacketItem, Remark, RemarkCode

_MODE: Final = pikepdf.AccessMode.stream  # mapped files would count as memory, and Windows would keep them locked
_SILENT: Final = frozenset({"/Link", "/Popup"})
_HIDDEN: Final = 2 | 32  # annotation flags: hidden, not shown
FAULTS: Final = (pikepdf.PdfError, ValueError, TypeError, KeyError, AttributeError, RuntimeError)  # of a malformed file


def open_pdf(item: PacketItem) -> pikepdf.Pdf:
    """The document, opened. Raises ItemRefusedError."""
    source = io.BytesIO(item.source) if isinstance(item.source, bytes) else item.source
    try:
        pdf = pikepdf.open(source, suppress_warnings=True, access_mode=_MODE)
    except pikepdf.PasswordError as error:
        raise ItemRefusedError(item.title, ItemTrouble.LOCKED) from error
    except (*FAULTS, OSError) as error:
        raise ItemRefusedError(item.title, ItemTrouble.DAMAGED, str(error)[:80]) from error
    try:
        _examine(item.title, pdf)
    except FAULTS as error:
        pdf.close()
        raise ItemRefusedError(item.title, ItemTrouble.DAMAGED, str(error)[:80]) from error
    except ItemRefusedError:
        pdf.close()
        raise
    return pdf


def _examine(title: str, pdf: pikepdf.Pdf) -> None:
    count = len(pdf.pages)
    if not count:
        raise ItemRefusedError(title, ItemTrouble.DAMAGED, "no pages")
    if count > MAX_PAGES:
        raise ItemRefusedError(title, ItemTrouble.TOO_MANY_PAGES, f"{count} of {MAX_PAGES}")
    if pdf.Root.get("/NeedsRendering", False):
        raise ItemRefusedError(title, ItemTrouble.DYNAMIC_FORM)
    for page in pdf.pages:
        _weigh(title, page)


def _weigh(title: str, page: pikepdf.Page) -> None:
    """Refuse a page whose operators unpack to more than any page needs."""
    contents = page.obj.get("/Contents")
    streams = list(contents) if isinstance(contents, pikepdf.Array) else [contents]
    left = MAX_CONTENT
    for stream in streams:
        if isinstance(stream, pikepdf.Stream):
            left -= _unpacked(stream, left)
        if left <= 0:
            raise ItemRefusedError(title, ItemTrouble.TOO_COMPLEX)


def _unpacked(stream: pikepdf.Stream, most: int) -> int:
    """How long a stream is unpacked, or `most` when it is longer. Other codings than Flate cannot grow much."""
    raw = bytes(stream.get_raw_stream_buffer())
    coding = stream.get("/Filter")
    if isinstance(coding, pikepdf.Array):
        coding = coding[0] if len(coding) == 1 else None
    if coding != "/FlateDecode":
        return len(raw)
    unpacking = zlib.decompressobj()
    length = 0
    while raw and length < most:
        try:
            length += len(unpacking.decompress(raw, 1 << 20))
        except zlib.error:
            return length
        raw = unpacking.unconsumed_tail
    return length


def make_still(title: str, pdf: pikepdf.Pdf) -> Iterator[Remark]:
    """Flatten what is drawn over the pages and say what is lost. Changes `pdf`."""
    if pdf.is_encrypted:
        yield Remark(title, RemarkCode.DECRYPTED)
    if pdf.get_warnings():
        yield Remark(title, RemarkCode.REPAIRED)
    yield from _whole(title, pdf)
    kinds = {number: _kinds(page) for number, page in enumerate(pdf.pages, start=1)}
    form = pdf.Root.get("/AcroForm")
    if isinstance(form, pikepdf.Dictionary) and form.get("/NeedAppearances", False):
        pdf.generate_appearance_streams()
    bare = {number: _bare(page) for number, page in enumerate(pdf.pages, start=1)}
    pdf.flatten_annotations("screen")
    for code, pages in (
        (RemarkCode.LINKS_DROPPED, _with(kinds, lambda found: bool(found & _SILENT))),
        (RemarkCode.FLATTENED, tuple(number for number in kinds if kinds[number] - _SILENT and not bare[number])),
        (RemarkCode.NOTE_DROPPED, tuple(number for number in bare if bare[number])),
    ):
        if pages:
            yield Remark(title, code, pages)


def _with(kinds: dict[int, frozenset[str]], wanted: Callable[[frozenset[str]], bool]) -> tuple[int, ...]:
    return tuple(number for number, found in kinds.items() if wanted(found))


def _whole(title: str, pdf: pikepdf.Pdf) -> Iterator[Remark]:
    root = pdf.Root
    names = root.get("/Names")
    inside = {str(key) for key in names.keys()} if isinstance(names, pikepdf.Dictionary) else set()  # noqa: SIM118
    acting = any("/AA" in page.obj for page in pdf.pages)
    if "/JavaScript" in inside or "/OpenAction" in root or "/AA" in root or acting:
        yield Remark(title, RemarkCode.SCRIPT_DROPPED)
    if "/EmbeddedFiles" in inside or "/Collection" in root:
        yield Remark(title, RemarkCode.ATTACHMENT_DROPPED)
    if _is_signed(root):
        yield Remark(title, RemarkCode.SIGNATURE_DROPPED)


def _is_signed(root: pikepdf.Object) -> bool:
    form = root.get("/AcroForm")
    if not isinstance(form, pikepdf.Dictionary):
        return False
    fields = form.get("/Fields", pikepdf.Array())
    signed = (field for field in list(fields)[:2000] if isinstance(field, pikepdf.Dictionary))
    return any(field.get("/FT") == "/Sig" and "/V" in field for field in signed)


def _annotations(page: pikepdf.Page) -> list[pikepdf.Dictionary]:
    found = page.obj.get("/Annots", pikepdf.Array())
    if not isinstance(found, pikepdf.Array):
        return []
    return [each for each in found if isinstance(each, pikepdf.Dictionary) and not int(each.get("/F", 0)) & _HIDDEN]


def _kinds(page: pikepdf.Page) -> frozenset[str]:
    return frozenset(str(each.get("/Subtype", "")) for each in _annotations(page))


def _bare(page: pikepdf.Page) -> bool:
    """Whether something on the page has no appearance of its own: readers invent one, and it would be lost."""
    return any(
        "/AP" not in each and str(each.get("/Subtype", "")) not in {*_SILENT, "/Widget"} for each in _annotations(page)
    )


def hides_layers(pdf: pikepdf.Pdf) -> bool:
    """Whether some layer is switched off: taken over as it is, what was hidden would show."""
    layers = pdf.Root.get("/OCProperties")
    if not isinstance(layers, pikepdf.Dictionary):
        return False
    shown = layers.get("/D", pikepdf.Dictionary())
    off = shown.get("/OFF", pikepdf.Array())
    return bool(len(off)) or shown.get("/BaseState", "/ON") != "/ON" or bool(len(shown.get("/AS", pikepdf.Array())))
