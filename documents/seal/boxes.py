"""Places on a page: a box in points, and the boxes of its images. No judgement."""

import ctypes
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import pypdfium2  # type: ignore[import-untyped]  # it ships no types and no stubs exist
import pypdfium2.raw as pdfium  # type: ignore[import-untyped]


class Box(NamedTuple):
    """Left, bottom, right, top in points."""

    left: float
    bottom: float
    right: float
    top: float

    def meets(self, other: "Box", slack: float = 0.0) -> bool:
        """Whether they share ground, or are nearer than `slack`."""
        return (
            self.left < other.right + slack
            and other.left < self.right + slack
            and self.bottom < other.top + slack
            and other.bottom < self.top + slack
        )

    def holds(self, other: "Box") -> bool:
        """Whether the other lies within it."""
        return (
            self.left <= other.left
            and other.right <= self.right
            and self.bottom <= other.bottom
            and other.top <= self.top
        )

    def grown(self, x: float, y: float) -> "Box":
        """Larger on every side."""
        return Box(self.left - x, self.bottom - y, self.right + x, self.top + y)


def pixels_of(sheet: Box, box: Box, scale: float, size: tuple[int, int], margin: int) -> tuple[int, int, int, int]:
    """A box of a sheet in pixels of its rendering, with a margin, never outside. `scale` is pixels a point."""
    left, right = (box.left - sheet.left) * scale, (box.right - sheet.left) * scale
    top, bottom = (sheet.top - box.top) * scale, (sheet.top - box.bottom) * scale
    return (
        min(max(0, int(left) - margin), size[0]),
        min(max(0, int(top) - margin), size[1]),
        max(0, min(size[0], int(right) + margin + 1)),
        max(0, min(size[1], int(bottom) + margin + 1)),
    )


def box_of(sheet: Box, place: Sequence[int], scale: float) -> Box:
    """Left, top, right, bottom in pixels of a sheet's rendering as a box of the sheet."""
    left, top, right, bottom = place[:4]
    return Box(
        sheet.left + left / scale, sheet.top - bottom / scale, sheet.left + right / scale, sheet.top - top / scale
    )


def image_boxes(page: "pypdfium2.PdfPage") -> Iterator[Box]:
    """Where the images of a page stand, also those inside forms; every crop of them that forms make is ignored."""
    count = pdfium.FPDFPage_CountObjects(page)
    kinds = {pdfium.FPDFPageObj_GetType(pdfium.FPDFPage_GetObject(page, index)) for index in range(count)}
    if kinds.isdisjoint((pdfium.FPDF_PAGEOBJ_IMAGE, pdfium.FPDF_PAGEOBJ_FORM)):
        return
    for each in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_IMAGE], max_depth=3):
        left, bottom, right, top = (ctypes.c_float() for _ in range(4))
        if not pdfium.FPDFPageObj_GetBounds(each.raw, left, bottom, right, top):
            continue
        box = Box(left.value, bottom.value, right.value, top.value)
        holder = each.container
        while holder is not None:
            box = _placed(box, holder.get_matrix())
            holder = holder.container
        yield box


def _placed(box: Box, matrix: "pypdfium2.PdfMatrix") -> Box:
    corners = [matrix.on_point(x, y) for x in (box.left, box.right) for y in (box.bottom, box.top)]
    across, up = [x for x, _ in corners], [y for _, y in corners]
    return Box(min(across), min(up), max(across), max(up))
