"""Pages of any make as plain pages: what was drawn becomes one closed drawing, laid upright on a sheet.

Closed, so that nothing a page leaves behind (a clip, a colour, a turned grid) reaches the folio drawn after it.
"""

from dataclasses import dataclass

import pikepdf

from documents.packet.placing import Box, Matrix, Placement, place


@dataclass(frozen=True, slots=True)
class Framed:
    """The new file, and how each page was laid. Keep the source open until the new file is saved."""

    pdf: pikepdf.Pdf
    placements: tuple[Placement, ...]


def framed(source: pikepdf.Pdf) -> Framed:
    """A new PDF of the same pages. Raises ValueError for a page without an area."""
    new = pikepdf.Pdf.new()
    placements = []
    for page in source.pages:
        box = visible_box(page)
        placed = place(box, rotation(page), _unit(page))
        drawing = page.as_form_xobject(handle_transformations=False)
        drawing.BBox = pikepdf.Array([_number(side) for side in box])
        new.add_blank_page(page_size=(round(placed.width, 2), round(placed.height, 2)))
        laid = new.pages[-1]
        laid.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(D=new.copy_foreign(drawing)))
        laid.Contents = new.make_stream(f"q {numbers(placed.matrix)} cm /D Do Q".encode("ascii"))
        placements.append(placed)
    return Framed(new, tuple(placements))


def visible_box(page: pikepdf.Page) -> Box:
    """What of the stored page is seen, as left, bottom, right, top. ValueError when that is nothing."""
    media, crop = _upright(page.mediabox), _upright(page.cropbox)
    box = (max(media[0], crop[0]), max(media[1], crop[1]), min(media[2], crop[2]), min(media[3], crop[3]))
    if box[2] - box[0] < 1 or box[3] - box[1] < 1:
        box = media
    if not (1 <= box[2] - box[0] < 15_000 and 1 <= box[3] - box[1] < 15_000):
        raise ValueError(f"page of {box}")
    return box


def _upright(box: pikepdf.Array) -> Box:
    a, b, c, d = (float(side) for side in list(box)[:4])
    return min(a, c), min(b, d), max(a, c), max(b, d)


def rotation(page: pikepdf.Page) -> int:
    """/Rotate, also from the pages above; what is no multiple of 90 counts as 0."""
    node: pikepdf.Object | None = page.obj
    for _ in range(64):
        if not isinstance(node, pikepdf.Dictionary):
            break
        if "/Rotate" in node:
            turn = int(node["/Rotate"])
            return turn % 360 if turn % 90 == 0 else 0
        node = node.get("/Parent")
    return 0


def _unit(page: pikepdf.Page) -> float:
    unit = float(page.obj.get("/UserUnit", 1))
    return unit if 0 < unit <= 100 else 1.0


def _number(side: float) -> object:
    return pikepdf.Object.parse(f"{side:.4f}".rstrip("0").rstrip(".").encode("ascii"))


def numbers(matrix: Matrix) -> str:
    """A matrix as operands."""
    return " ".join(f"{value:.5f}".rstrip("0").rstrip(".") for value in matrix)
