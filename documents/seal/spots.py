"""Ink on a page that no word explains: where it is, and which of it are mere lines of a form. Pixels in, boxes out."""

import re
from dataclasses import dataclass
from typing import Final, NamedTuple

from PIL import Image

_CELL: Final = 8  # pixels: ink nearer than this is one spot
_INK: Final = re.compile(rb"[^\0]+")
_SPECK: Final = 4  # pixels: less is dust of rounding
_MANY: Final = 20_000  # runs of cells; a page with more is one large spot


class Spot(NamedTuple):
    """Pixels, from the top left corner."""

    left: int
    top: int
    right: int
    bottom: int


@dataclass(slots=True)
class _Cells:
    left: int
    top: int
    right: int
    bottom: int

    def take(self, other: "_Cells") -> None:
        self.left, self.top = min(self.left, other.left), min(self.top, other.top)
        self.right, self.bottom = max(self.right, other.right), max(self.bottom, other.bottom)


def spots(ink: Image.Image, scale: float) -> list[Spot]:
    """Connected ink of a mask (0 is none) but for dust and lines. `scale` is pixels a point."""
    found = []
    for cells in _connected(ink.reduce(_CELL)):
        corner = (cells.left * _CELL, cells.top * _CELL)
        part = ink.crop((*corner, min(cells.right * _CELL, ink.width), min(cells.bottom * _CELL, ink.height)))
        place = part.getbbox()
        if place is None:
            continue
        spot = Spot(corner[0] + place[0], corner[1] + place[1], corner[0] + place[2], corner[1] + place[3])
        count = sum(part.histogram()[1:])
        if count >= _SPECK and not is_line(spot, count, scale):
            found.append(spot)
    return found


def is_line(spot: Spot, count: int, scale: float) -> bool:
    """A rule of a form: thin, long and without a gap. `count` is its pixels of ink."""
    wide, high = spot.right - spot.left, spot.bottom - spot.top
    thin, long = min(wide, high), max(wide, high)
    return thin <= 2.4 * scale and long >= 18 * scale and count >= 0.85 * wide * high


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
