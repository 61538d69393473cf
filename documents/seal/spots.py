"""Ink on a page that no word explains: where it is, and which of it has the form of a rule. Pixels in, boxes out."""

import re
from dataclasses import dataclass
from typing import Final, NamedTuple

from PIL import Image

_CELL: Final = 8  # pixels: ink nearer than this is one spot
_INK: Final = re.compile(rb"[^\0]+")
_SPECK: Final = 4  # pixels: less is dust of rounding
THIN: Final = 2.4  # points
LONG: Final = 90.0  # points: the narrowest column of a payslip two to a sheet is 174
SOLID: Final = 0.85
_DUST: Final = 40  # specks of one page
_MANY: Final = 20_000  # runs of cells; a page with more is one large spot


class Spot(NamedTuple):
    """Pixels, from the top left corner."""

    left: int
    top: int
    right: int
    bottom: int
    rule: bool = False  # thin, level, long, without a gap


@dataclass(slots=True)
class _Cells:
    left: int
    top: int
    right: int
    bottom: int

    def take(self, other: "_Cells") -> None:
        self.left, self.top = min(self.left, other.left), min(self.top, other.top)
        self.right, self.bottom = max(self.right, other.right), max(self.bottom, other.bottom)


def spots(ink: Image.Image, scale: float, *, cell: int = _CELL, least: int = _SPECK) -> list[Spot]:
    """Connected ink of a mask (0 is none) but for dust. `scale` is pixels a point.

    Ink nearer than `cell` pixels is one spot; less than `least` pixels are dust, unless there is more of it than
    rounding makes: pictures can be dotted.
    """
    found: list[Spot] = []
    dust: list[Spot] = []
    for cells in _connected(ink.reduce(cell)):
        corner = (cells.left * cell, cells.top * cell)
        part = ink.crop((*corner, min(cells.right * cell, ink.width), min(cells.bottom * cell, ink.height)))
        place = part.getbbox()
        if place is None:
            continue
        left, top, right, bottom = place
        count = sum(part.histogram()[1:])
        rule = _is_rule(right - left, bottom - top, count, scale)
        spot = Spot(corner[0] + left, corner[1] + top, corner[0] + right, corner[1] + bottom, rule)
        (found if count >= least else dust).append(spot)
    return found + dust if len(dust) > _DUST else found


def _is_rule(wide: int, high: int, count: int, scale: float) -> bool:
    """`count` is its pixels of ink. An upright one reads as a figure, a short one as a dash."""
    return high <= THIN * scale and wide >= LONG * scale and count >= SOLID * wide * high


def _connected(small: Image.Image) -> list[_Cells]:
    """Groups of cells that touch, also at corners: run by run, row by row."""
    width, data = small.width, small.tobytes()
    groups: list[_Cells] = []
    parents: list[int] = []
    before: list[tuple[int, int, int]] = []
    for row in range(small.height):
        now = []
        for run in _INK.finditer(data, row * width, (row + 1) * width):
            left, right = run.start() - row * width, run.end() - row * width
            number = len(groups)
            groups.append(_Cells(left, row, right, row + 1))
            parents.append(number)
            for start, end, other in before:
                if start <= right and left <= end:
                    parents[_root(parents, other)] = _root(parents, number)
            now.append((left, right, number))
        before = now
        if len(groups) > _MANY:
            return [_Cells(0, 0, width, small.height)]
    return _merged(groups, parents)


def _root(parents: list[int], number: int) -> int:
    while parents[number] != number:
        parents[number] = parents[parents[number]]
        number = parents[number]
    return number


def _merged(groups: list[_Cells], parents: list[int]) -> list[_Cells]:
    whole: dict[int, _Cells] = {}
    for number, cells in enumerate(groups):
        root = _root(parents, number)
        if root in whole:
            whole[root].take(cells)
        else:
            whole[root] = cells
    return list(whole.values())
