"""A foreign PDF as PDFium shows it: pages, renderings, glyphs with their places. No judgement.

To be used inside the worker process only (`documents.seal.worker`): PDFium is native code and not thread-safe.
Places are points of the page, y upwards. A page is shown unrotated: /Rotate turns the paper, not what is written on it.
"""

import ctypes
import math
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Final, NamedTuple

import pypdfium2  # type: ignore[import-untyped]  # it ships no types and no stubs exist
import pypdfium2.raw as pdfium  # type: ignore[import-untyped]
from PIL import Image

from documents.seal.boxes import Box, image_boxes
from documents.seal.letters import whole_letters
from documents.seal.limits import Limits

_FAR: Final = 1e5  # points; no sheet is as large
_ERR_PASSWORD: Final = 4  # FPDF_ERR_PASSWORD
_SOFT_BREAKS: Final = frozenset({0x02, 0xFFFE})  # PDFium's signs for a hyphen at the end of a line


class UnreadableFileError(Exception):
    """The file cannot be looked at at all. `code` is a stable word."""

    def __init__(self, code: str, detail: str = "") -> None:
        super().__init__(f"{code}: {detail}" if detail else code)
        self.code = code


@dataclass(frozen=True, slots=True)
class Style:
    """How a text object sets its glyphs: size and matrix (a, b, c, d), and which font (a number of this page)."""

    size: float
    matrix: tuple[float, float, float, float]
    font: int
    bold: bool  # by its name
    embedded: bool
    invisible: bool  # text render mode 3 or 7: nothing is painted


class Glyph(NamedTuple):
    """One character that the page says it shows, at the origin of its glyph."""

    letter: str
    x: float
    y: float
    style: Style


@dataclass(frozen=True, slots=True)
class Mark:
    """One annotation."""

    kind: int  # FPDF_ANNOT_*
    box: Box
    flags: int
    drawn: bool  # it has a normal appearance


class Page:
    """One page of an open document."""

    def __init__(self, document: "pypdfium2.PdfDocument", number: int, limits: Limits) -> None:
        self._page = document.get_page(number)
        if self._page.get_rotation():
            self._page.set_rotation(0)
        self.number = number
        self.box = Box(*self._page.get_bbox())
        self.limits = limits
        width, height = self._page.get_size()
        if not (1 <= width < math.inf and 1 <= height < math.inf):
            raise UnreadableFileError("bad-page-size", f"{width} x {height}")
        self.shrunk = max(width, height) > limits.page_points
        self.coloured = bool(pdfium.FPDFPage_HasTransparency(self._page) or pdfium.FPDFPage_GetAnnotCount(self._page))

    def scale(self, dpi: float) -> float:
        """Pixels a point at that resolution, less where the page is larger than paper."""
        area = max((self.box.right - self.box.left) * (self.box.top - self.box.bottom), 1.0)
        room = 595.0 * 842.0 / area if self.shrunk else math.inf
        return min(dpi / 72, math.sqrt(self.limits.pixels / area), dpi / 72 * math.sqrt(room))

    def render(self, dpi: float, *, top_cut: float = 0.0) -> Image.Image:
        """Greys of the page on white with annotations and forms drawn, without the upper `top_cut` of its height."""
        return self._greys(self.scale(dpi), (0.0, 0.0, 0.0, top_cut * (self.box.top - self.box.bottom)))

    def _greys(self, scale: float, cut: tuple[float, float, float, float]) -> Image.Image:
        # PDFium blends in the colours of its bitmap: only a plain page may be drawn in greys at once.
        bitmap = self._page.render(scale=scale, crop=cut, grayscale=not self.coloured)
        size = (bitmap.width, bitmap.height)
        if not self.coloured:
            return Image.frombuffer("L", size, bitmap.buffer, "raw", "L", bitmap.stride, 1)
        return _red_green_blue(bitmap).convert("L")

    def render_colours(self, dpi: float) -> Image.Image:
        """The same in red, green and blue."""
        return _red_green_blue(self._page.render(scale=self.scale(dpi)))

    def render_part(self, box: Box, dpi: float, *, colours: bool = False) -> tuple[Image.Image, Box, float]:
        """A part of the page in greys or colours, the box it really shows, and pixels a point."""
        area = max((box.right - box.left) * (box.top - box.bottom), 1.0)
        scale = min(dpi / 72, math.sqrt(self.limits.pixels / area))
        inside = (
            max(0.0, box.left - self.box.left),
            max(0.0, box.bottom - self.box.bottom),
            max(0.0, self.box.right - box.right),
            max(0.0, self.box.top - box.top),
        )
        left, top = math.ceil(inside[0] * scale) / scale, math.ceil(inside[3] * scale) / scale
        shown = Box(self.box.left + left, box.bottom, box.right, self.box.top - top)
        if colours:
            return _red_green_blue(self._page.render(scale=scale, crop=inside)), shown, scale
        return self._greys(scale, inside), shown, scale

    def glyphs(self) -> tuple[Glyph, ...]:
        """What the page's text layer says, in content order. Spaces are glyphs too; what PDFium invents is not."""
        handle = pdfium.FPDFText_LoadPage(self._page)
        if not handle:
            return ()
        try:
            count = pdfium.FPDFText_CountChars(handle)
            if count > self.limits.glyphs:
                raise UnreadableFileError("too-much-text", f"{count} characters on one page")
            return tuple(whole_letters(_glyphs(handle, count)))
        finally:
            pdfium.FPDFText_ClosePage(handle)

    def text(self) -> str:
        """The text as PDFium puts it together, as `documents.page_text` does."""
        characters = self._page.get_textpage()
        try:
            plain: str = characters.get_text_range()
            return plain
        finally:
            characters.close()

    def pictures(self) -> tuple[Box, ...]:
        """Where images stand, also those inside forms one level down."""
        return tuple(image_boxes(self._page))

    def marks(self) -> tuple[Mark, ...]:
        """The annotations of the page."""
        count = min(pdfium.FPDFPage_GetAnnotCount(self._page), self.limits.annotations)
        return tuple(mark for index in range(count) if (mark := _mark(self._page, index)))

    def flatten(self) -> None:
        """Make what annotations and fields show part of the page, for whoever opens it next."""
        pdfium.FPDFPage_Flatten(self._page, pdfium.FLAT_NORMALDISPLAY)

    def close(self) -> None:
        """Let PDFium forget it."""
        self._page.close()


@dataclass(frozen=True, slots=True)
class OpenPdf:
    """An open document: how many pages it has, and each of them on request."""

    document: "pypdfium2.PdfDocument"
    count: int
    limits: Limits

    @contextmanager
    def page(self, number: int) -> "Iterator[Page]":
        """One page. Raises UnreadableFileError."""
        try:
            page = Page(self.document, number, self.limits)
        except pypdfium2.PdfiumError as error:
            raise UnreadableFileError("broken-page", f"page {number + 1}: {error}") from error
        try:
            yield page
        finally:
            page.close()


@contextmanager
def open_pdf(data: bytes, limits: Limits) -> "Iterator[OpenPdf]":
    """The document, closed at the end. Raises UnreadableFileError."""
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        code = "locked" if error.err_code == _ERR_PASSWORD else "broken"
        raise UnreadableFileError(code, str(error)) from error
    try:
        document.init_forms()
        if len(document) < 1:
            raise UnreadableFileError("no-pages")
        yield OpenPdf(document, len(document), limits)
    finally:
        document.close()


def _red_green_blue(bitmap: "pypdfium2.PdfBitmap") -> Image.Image:
    size = (bitmap.width, bitmap.height)
    return Image.frombuffer("RGB", size, bitmap.buffer, "raw", "BGR", bitmap.stride, 1)


def _glyphs(handle: object, count: int) -> Iterator[Glyph]:
    """One call of PDFium for each fact: this loop is a tenth of a check."""
    x, y = ctypes.c_double(), ctypes.c_double()
    at_x, at_y = ctypes.byref(x), ctypes.byref(y)
    styles: dict[int, Style] = {}
    unicode_of, origin_of, object_of = (
        pdfium.FPDFText_GetUnicode,
        pdfium.FPDFText_GetCharOrigin,
        pdfium.FPDFText_GetTextObject,
    )
    for index in range(count):
        carrier = object_of(handle, index)
        if not carrier:
            continue  # a space or a line's end of PDFium's own making
        key = ctypes.addressof(carrier.contents)
        style = styles.get(key)
        if style is None:
            style = styles[key] = _style(handle, index, carrier)
        code = unicode_of(handle, index)
        origin_of(handle, index, at_x, at_y)
        letter = "-" if code in _SOFT_BREAKS else chr(code) if 0 < code < 0x110000 else "\ufffd"
        yield Glyph(letter, _bounded(x.value), _bounded(y.value), style)


def _bounded(number: float) -> float:
    """A number of a foreign file as one that can be reckoned with; what is none lies far off the page."""
    return min(max(number, -_FAR), _FAR) if math.isfinite(number) else _FAR


def _style(handle: object, index: int, carrier: object) -> Style:
    matrix = pdfium.FS_MATRIX()
    pdfium.FPDFText_GetMatrix(handle, index, matrix)
    font = pdfium.FPDFTextObj_GetFont(carrier)
    mode = pdfium.FPDFTextObj_GetTextRenderMode(carrier)
    return Style(
        size=_bounded(pdfium.FPDFText_GetFontSize(handle, index)),
        matrix=(_bounded(matrix.a), _bounded(matrix.b), _bounded(matrix.c), _bounded(matrix.d)),
        font=ctypes.addressof(font.contents) if font else 0,
        bold=bool(font) and b"bold" in _name(font).lower(),
        embedded=bool(font) and pdfium.FPDFFont_GetIsEmbedded(font) == 1,
        invisible=mode in {pdfium.FPDF_TEXTRENDERMODE_INVISIBLE, pdfium.FPDF_TEXTRENDERMODE_CLIP},
    )


def _name(font: object) -> bytes:
    room = ctypes.create_string_buffer(128)
    pdfium.FPDFFont_GetBaseFontName(font, room, len(room))
    return room.value


def _mark(page: "pypdfium2.PdfPage", index: int) -> Mark | None:
    handle = pdfium.FPDFPage_GetAnnot(page, index)
    if not handle:
        return None
    try:
        rect = pdfium.FS_RECTF()
        pdfium.FPDFAnnot_GetRect(handle, rect)
        return Mark(
            kind=pdfium.FPDFAnnot_GetSubtype(handle),
            box=Box(rect.left, min(rect.bottom, rect.top), rect.right, max(rect.bottom, rect.top)),
            flags=pdfium.FPDFAnnot_GetFlags(handle),
            drawn=pdfium.FPDFAnnot_GetAP(handle, pdfium.FPDF_ANNOT_APPEARANCEMODE_NORMAL, None, 0) > 2,
        )
    finally:
        pdfium.FPDFPage_CloseAnnot(handle)
