"""Pages of a PDF as pixels, for showing and printing. Knows no window: pixels are bytes.

PDFium reads hostile files in native code and is not thread-safe: one lock for the whole process, and limits on bytes,
pages, page size and pixels before anything large is asked of it. PDFs of unknown origin (verification) belong in a
worker process; the payslips shown in the program came from the central API and were checked by their SHA-256.
"""

from contextlib import contextmanager
from dataclasses import dataclass
from threading import Lock
from typing import TYPE_CHECKING

from documents.errors import UnreadablePdfError, UnreadableReason

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pypdfium2  # type: ignore[import-untyped]  # it ships no types and no stubs exist

MAX_BYTES = 32 * 1024 * 1024
MAX_PAGES = 200
MAX_SIDE = 3 * 842.0  # points; nine A4 sheets side by side
MAX_PIXELS = 40_000_000  # 160 MB of BGRX; an A4 at 600 dpi is 35 million

PDFIUM = Lock()  # whoever enters PDFium outside this module, in a process that shares it, holds this
_ERR_PASSWORD = 4  # FPDF_ERR_PASSWORD


@dataclass(frozen=True, slots=True)
class PageSet:
    """How many pages there are and how large, in points (1/72 inch): (width, height) as shown, rotation applied."""

    sizes: tuple[tuple[float, float], ...]

    @property
    def count(self) -> int:
        """Number of pages, at least 1."""
        return len(self.sizes)


@dataclass(frozen=True, slots=True)
class PageImage:
    """Pixels of a page: rows from the top, `stride` bytes each, 4 bytes a pixel (blue, green, red, unused).

    The layout of QImage.Format_RGB32 on the machines we run on.
    """

    width: int
    height: int
    stride: int
    bgrx: bytes


def open_pages(pdf: bytes) -> PageSet:
    """How many pages and how large. Raises UnreadablePdfError."""
    with opened(pdf) as document:
        return PageSet(tuple(_size(document, page) for page in range(len(document))))


def render(pdf: bytes, page: int, scale: float) -> PageImage:
    """Page `page` (from 0) on white, annotations included; scale 1 is 72 dpi.

    Raises UnreadablePdfError; IndexError for a page that is not there; ValueError for a scale that is not positive.
    """
    if not scale > 0:
        raise ValueError(f"scale {scale}")
    with opened(pdf) as document:
        if not 0 <= page < len(document):
            raise IndexError(f"page {page} of {len(document)}")
        width, height = _size(document, page)
        if width * scale * height * scale > MAX_PIXELS:
            raise UnreadablePdfError(UnreadableReason.PICTURE_TOO_LARGE, f"{width:.0f} x {height:.0f} at {scale:g}")
        return _pixels(document[page], scale)


def _pixels(page: "pypdfium2.PdfPage", scale: float) -> PageImage:
    bitmap = page.render(scale=scale, prefer_bgrx=True)
    try:
        return PageImage(bitmap.width, bitmap.height, bitmap.stride, bytes(bitmap.buffer))
    finally:
        bitmap.close()
        page.close()


@contextmanager
def opened(pdf: bytes) -> "Iterator[pypdfium2.PdfDocument]":
    """The document, alone in PDFium, closed before anyone else enters. For the modules beside this one."""
    _weigh(pdf)
    import pypdfium2

    with PDFIUM:
        try:
            document = pypdfium2.PdfDocument(pdf)
        except pypdfium2.PdfiumError as error:
            reason = UnreadableReason.LOCKED if error.err_code == _ERR_PASSWORD else UnreadableReason.BROKEN
            raise UnreadablePdfError(reason, str(error)) from error
        try:
            if not 1 <= len(document) <= MAX_PAGES:
                reason = UnreadableReason.TOO_MANY_PAGES if len(document) else UnreadableReason.BROKEN
                raise UnreadablePdfError(reason, f"{len(document)} pages")
            yield document
        except pypdfium2.PdfiumError as error:
            raise UnreadablePdfError(UnreadableReason.BROKEN, str(error)) from error
        finally:
            document.close()


def _weigh(pdf: bytes) -> None:
    if not pdf:
        raise UnreadablePdfError(UnreadableReason.EMPTY)
    if len(pdf) > MAX_BYTES:
        raise UnreadablePdfError(UnreadableReason.TOO_LARGE, f"{len(pdf)} bytes")


def _size(document: "pypdfium2.PdfDocument", page: int) -> tuple[float, float]:
    width, height = document.get_page_size(page)
    if not (0 < width <= MAX_SIDE and 0 < height <= MAX_SIDE):
        raise UnreadablePdfError(UnreadableReason.BAD_PAGE_SIZE, f"{width:.0f} x {height:.0f} points")
    return width, height
