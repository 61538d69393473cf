"""Folio numbers: which sheet carries which. Knows no PDF.

Rules: Directiva 006-2019-AGN/DDPA (R.J. 026-2019-AGN/J): upper right of the front, never the reverse, no blank sheets,
no covers, tomes of at most 200 in which numbering goes on. Front to back or back to front is each entity's choice.
Assumption where no source speaks: with back to front, each tome is a pile of its own, so tome I holds folios 200 to 1
and tome II 400 to 201, in reading order.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum


class Direction(StrEnum):
    """Which end folio 1 lies at."""

    FRONT_TO_BACK = "adelante-atras"
    BACK_TO_FRONT = "atras-adelante"


@dataclass(frozen=True, slots=True, kw_only=True)
class Foliation:
    """How a destination wants sheets numbered. `start`: the lowest number (an expediente may go on from folio 58)."""

    direction: Direction = Direction.BACK_TO_FRONT
    start: int = 1
    in_letters: bool = False
    blank_sheets: bool = False  # whether a sheet without anything on it is numbered
    per_tome: int = 200

    def __post_init__(self) -> None:
        if self.start < 1 or self.per_tome < 1:
            raise ValueError(f"start {self.start}, per tome {self.per_tome}")


@dataclass(frozen=True, slots=True)
class Place:
    """Of one sheet: its number (None: it carries none) and its tome, from 1."""

    folio: int | None
    tome: int


@dataclass(frozen=True, slots=True)
class FolioRange:
    """Folios `low` to `high`, both included, of one tome."""

    low: int
    high: int
    tome: int = 1

    @property
    def printed(self) -> str:
        """ "7" or "7-12", with an en dash."""
        return str(self.low) if self.low == self.high else f"{self.low}–{self.high}"


def number_sheets(counted: Sequence[bool], rule: Foliation) -> tuple[Place, ...]:
    """A place for each sheet, in reading order. A sheet that is not counted lies in the tome of the one before it."""
    total = sum(counted)
    places = []
    seen = 0
    for counts in counted:
        tome = max(0, (seen if counts else seen - 1)) // rule.per_tome
        places.append(Place(_folio(seen, tome, total, rule) if counts else None, tome + 1))
        seen += counts
    return tuple(places)


def _folio(index: int, tome: int, total: int, rule: Foliation) -> int:
    """The number of the counted sheet `index` (from 0)."""
    if rule.direction is Direction.FRONT_TO_BACK:
        return rule.start + index
    first = tome * rule.per_tome
    last = min(first + rule.per_tome, total) - 1
    return rule.start + first + last - index


def ranges(places: Iterable[Place]) -> tuple[FolioRange, ...]:
    """The folios of sheets that follow each other, one range for each tome they touch."""
    found: dict[int, FolioRange] = {}
    for place in places:
        if place.folio is None:
            continue
        known = found.get(place.tome, FolioRange(place.folio, place.folio, place.tome))
        found[place.tome] = FolioRange(min(known.low, place.folio), max(known.high, place.folio), place.tome)
    return tuple(found.values())
