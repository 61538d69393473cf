"""Pages of any make as plain pages: what was drawn becomes one closed drawing, laid upright on a sheet.

Closed, so that nothing a page leaves behind (a clip, a colour, a turned grid) reaches the folio drawn after it.
"""

from typing import Final

import pikepdf

from documents.packet.placing import Box, Matrix, Placement, place

_KEPT: Final = frozenset({"/Type", "/Pages"})  # of the catalogue: all else acts, asks or points elsewhere


def frame(pdf: pikepdf.Pdf) -> tuple[Placement, ...]:
    """Replace every page by a plain one, and say how each was laid. ValueError for a page without an area.

    In place: pikepdf copies what it takes from another file into memory, and a document may be larger than that.
    """
    placements = []
    made = []
    for page in pdf.pages:
        box = visible_box(page)
        placed = place(box, rotation(page), _unit(page))
        drawing = page.as_form_xobject(handle_transformations=False)
        drawing.BBox = pikepdf.Array([_number(side) for side in box])
        made.append(_sheet(pdf, placed, drawing))
        placements.append(placed)
    before = len(pdf.pages)
    pdf.pages.extend(pikepdf.Page(sheet) for sheet in made)
    del pdf.pages[:before]
    for key in list(pdf.Root.keys()):
        if key not in _KEPT:
            del pdf.Root[key]
    if "/Info" in pdf.trailer:
        del pdf.trailer["/Info"]
    return tuple(placements)


def _sheet(pdf: pikepdf.Pdf, placed: Placement, drawing: pikepdf.Object) -> pikepdf.Dictionary:
    """A page that holds one drawing and nothing else."""
    return pikepdf.Dictionary(
        Type=pikepdf.Name.Page,
        MediaBox=pikepdf.Array([0, 0, _number(placed.width), _number(placed.height)]),
        Resources=pikepdf.Dictionary(XObject=pikepdf.Dictionary(D=drawing)),
        Contents=pdf.make_stream(f"q {numbers(placed.matrix)} cm /D Do Q".encode("ascii")),
    )


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
