"""A sheet of paper as values: text, rules, bands and codes with their places. Knows no payslip and no reportlab.

Places are points (1/72 inch) from the top left corner; y grows downwards; text stands on its baseline. Layout is a pure
function that returns these, which is why a test can ask whether anything overlaps without reading a PDF.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum

from documents.fonts import Face, width
from documents.qr import QrBars

A4 = (595.28, 841.89)
MM = 72 / 25.4


class Ink(Enum):
    """The colours of paper: red, green, blue from 0 to 1. All dark ones stay above 4.5 : 1 on white, also as greys."""

    TEXT = (0.106, 0.141, 0.188)
    QUIET = (0.325, 0.376, 0.435)
    STRONG = (0.071, 0.149, 0.247)
    RULE = (0.80, 0.825, 0.855)
    BAND = (0.949, 0.957, 0.969)
    BLACK = (0.0, 0.0, 0.0)


@dataclass(frozen=True, slots=True)
class Words:
    """One run of text on one line."""

    x: float
    y: float
    text: str
    face: Face
    size: float
    ink: Ink

    @property
    def right(self) -> float:
        """Where the text ends."""
        return self.x + width(self.text, self.face, self.size)


@dataclass(frozen=True, slots=True)
class Rule:
    """A horizontal line."""

    x: float
    y: float
    length: float
    thickness: float
    ink: Ink


@dataclass(frozen=True, slots=True)
class Band:
    """A filled rectangle; x and y are its top left corner."""

    x: float
    y: float
    width: float
    height: float
    ink: Ink


@dataclass(frozen=True, slots=True)
class Code:
    """A QR; x and y are the top left corner of its first module (the quiet zone lies outside)."""

    x: float
    y: float
    module: float
    qr: QrBars
    ink: Ink = Ink.BLACK


Item = Words | Rule | Band | Code


@dataclass(frozen=True, slots=True)
class Strip:
    """A slice of a page that is never cut: its height and its items, placed from its own top."""

    height: float
    items: tuple[Item, ...] = ()


def moved(item: Item, dy: float) -> Item:
    """The item, so much further down."""
    match item:
        case Words(x, y, text, face, size, ink):
            return Words(x, y + dy, text, face, size, ink)
        case Rule(x, y, length, thickness, ink):
            return Rule(x, y + dy, length, thickness, ink)
        case Band(x, y, wide, height, ink):
            return Band(x, y + dy, wide, height, ink)
        case Code(x, y, module, qr):
            return Code(x, y + dy, module, qr)


def ending_at(right: float, y: float, text: str, face: Face, size: float, ink: Ink) -> Words:
    """Text that ends at `right`."""
    return Words(right - width(text, face, size), y, text, face, size, ink)


def stacked(strips: Iterable[Strip], y: float) -> Iterator[Item]:
    """The items of strips one under the other, from `y` down."""
    for strip in strips:
        for item in strip.items:
            yield moved(item, y)
        y += strip.height


def joined(*strips: Strip) -> Strip:
    """Strips one under the other as a single one."""
    return Strip(sum(strip.height for strip in strips), tuple(stacked(strips, 0)))
