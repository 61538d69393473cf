"""Where a page comes to lie: the matrix that turns what a file stores into what is seen, on a sheet of known size.

Sheets smaller than A4 are laid on an A4 sheet (as the rules say of glued documents); larger ones stay as they are up
to A3 and are shrunk to A3 beyond it. Points (1/72 inch), y upwards, as in PDF.
"""

from dataclasses import dataclass
from typing import Final

from documents.sheet import A4

Box = tuple[float, float, float, float]
Matrix = tuple[float, float, float, float, float, float]

A3: Final = (841.89, 1190.55)
_SLACK: Final = 0.03  # Letter and A4 differ by more, a scanner's A4 by less


@dataclass(frozen=True, slots=True)
class Placement:
    """The sheet's width and height, and the matrix from the stored page to it."""

    width: float
    height: float
    matrix: Matrix
    on_a4: bool
    shrunk: bool
    turned: bool


def place(box: Box, rotation: int, unit: float = 1.0) -> Placement:
    """Of a page whose visible box and /Rotate (a multiple of 90, clockwise) are given; `unit` is its /UserUnit."""
    wide, high = (box[2] - box[0]) * unit, (box[3] - box[1]) * unit
    turn = rotation % 360
    if turn in {90, 270}:
        wide, high = high, wide
    paper = _turned(A4, wide > high)
    less = 1 - _SLACK
    on_a4 = wide <= paper[0] and high <= paper[1] and (wide < paper[0] * less or high < paper[1] * less)
    largest = _turned(A3, wide > high)
    scale = min(1.0, largest[0] / wide, largest[1] / high)
    shrunk = scale < less
    scale = scale if shrunk else 1.0
    sheet = paper if on_a4 else (wide * scale, high * scale)
    dx, dy = (sheet[0] - wide * scale) / 2, (sheet[1] - high * scale) / 2
    return Placement(*sheet, _matrix(box, turn, unit * scale, dx, dy), on_a4, shrunk, bool(turn))


def _turned(paper: tuple[float, float], landscape: bool) -> tuple[float, float]:
    return (paper[1], paper[0]) if landscape else paper


def _matrix(box: Box, turn: int, scale: float, dx: float, dy: float) -> Matrix:
    x0, y0, x1, y1 = box
    s = scale
    match turn:
        case 90:
            return (0, -s, s, 0, dx - y0 * s, dy + x1 * s)
        case 180:
            return (-s, 0, 0, -s, dx + x1 * s, dy + y1 * s)
        case 270:
            return (0, s, -s, 0, dx + y1 * s, dy - x0 * s)
        case _:
            return (s, 0, 0, s, dx - x0 * s, dy - y0 * s)
