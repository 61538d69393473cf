"""Reads PDFs back the way others see them: QR by zxing-cpp, text and boxes by PDFium."""

from typing import NamedTuple

import pypdfium2
import pypdfium2.raw
import zxingcpp
from PIL import Image

from documents.page_image import render


class Box(NamedTuple):
    """Where a run of text stands, in points from the bottom left corner."""

    left: float
    bottom: float
    right: float
    top: float

    def overlaps(self, other: "Box", slack: float = 0.05) -> bool:
        return (
            self.left + slack < other.right
            and other.left + slack < self.right
            and self.bottom + slack < other.top
            and other.bottom + slack < self.top
        )


def picture(pdf: bytes, *, dpi: int, page: int = 0) -> Image.Image:
    image = render(pdf, page, dpi / 72)
    return Image.frombuffer("RGB", (image.width, image.height), image.bgrx, "raw", "BGRX", image.stride, 1)


def decoded(pdf: bytes, *, dpi: int, page: int = 0) -> list[str]:
    """The texts of all QRs that a reader finds on the whole page."""
    return [found.text for found in zxingcpp.read_barcodes(picture(pdf, dpi=dpi, page=page))]


def page_texts(pdf: bytes) -> list[str]:
    """The text of each page in content order, one run a line."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [page.get_textpage().get_text_bounded().replace("\r\n", "\n") for page in document]
    finally:
        document.close()


def text_boxes(pdf: bytes) -> list[list[Box]]:
    """For each page the box of each run of text."""
    document = pypdfium2.PdfDocument(pdf)
    kinds = [pypdfium2.raw.FPDF_PAGEOBJ_TEXT]
    try:
        return [[Box(*run.get_bounds()) for run in page.get_objects(filter=kinds)] for page in document]
    finally:
        document.close()


def overlaps(boxes: list[Box]) -> list[tuple[Box, Box]]:
    """Pairs of boxes that share ground."""
    ordered = sorted(boxes, key=lambda box: box.bottom)
    found = []
    for index, box in enumerate(ordered):
        for other in ordered[index + 1 :]:
            if other.bottom >= box.top:
                break
            if box.overlaps(other):
                found.append((box, other))
    return found
