"""A printed report: a title, facts, a table over as many pages as it needs, notes. The words are handed in."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from documents.fonts import Face, printable, wrap
from documents.packet import paper
from documents.packet.paper import BOTTOM, LEFT, RIGHT, Properties
from documents.sheet import Ink, Item, Rule, Strip, Words, ending_at, joined

_SIZE = 8.6
_LINE = 11.6


@dataclass(frozen=True, slots=True)
class TableColumn:
    """A title and how much of the page's width it has, from 0 to 1; `figures`: set to the right."""

    title: str
    share: float
    figures: bool = False


@dataclass(frozen=True, slots=True)
class TableBlock:
    """A table under a heading. `strong`: places of rows that are totals."""

    heading: str
    columns: tuple[TableColumn, ...]
    rows: tuple[tuple[str, ...], ...]
    strong: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class TableReport:
    """`warning` stands in a frame under the title, on every page."""

    kicker: str
    title: str
    beneath: str
    facts: tuple[tuple[str, str], ...]
    blocks: tuple[TableBlock, ...]
    notes: tuple[str, ...]
    foot: str  # "Informe, hoja 1 de 3"
    day: date
    warning: str = ""


def draw_table_report(report: TableReport) -> bytes:
    """A4 pages; the same report gives the same bytes."""
    head = _head(report, report.beneath)
    strips = [*paper.cells(report.facts, 3), paper.gap(8)]
    for block in report.blocks:
        strips += _block(block)
    for note in report.notes:
        strips += [paper.gap(4), *paper.lines(note, 8.4, ink=Ink.QUIET)]
    pages = paper.pages_of(
        strips, head=head, next_head=_head(report, report.beneath), bottom=BOTTOM, next_bottom=BOTTOM
    )
    return paper.draw(paper.numbered_foot(pages, report.foot), Properties(report.title, report.day))


def _head(report: TableReport, beneath: str) -> Strip:
    head = paper.title_head(report.kicker, report.title, beneath)
    return joined(head, _warning(report.warning)) if report.warning else head


def _warning(text: str) -> Strip:
    """Between two rules, so that a copy or a fax keeps it."""
    pieces = wrap(printable(text), Face.SEMIBOLD, 9.6, RIGHT - LEFT - 16)
    height = 8 + 13.4 * len(pieces) + 4
    words = [
        Words(LEFT + 8, 16 + 13.4 * row, piece, Face.SEMIBOLD, 9.6, Ink.STRONG) for row, piece in enumerate(pieces)
    ]
    rules = (Rule(LEFT, 0, RIGHT - LEFT, 1.4, Ink.STRONG), Rule(LEFT, height, RIGHT - LEFT, 1.4, Ink.STRONG))
    return Strip(height + 12, (*rules, *words))


def _block(block: TableBlock) -> list[Strip]:
    head, rows = _titles(block.columns), [_row(block, at) for at in range(len(block.rows))]
    first = rows[:1] or [Strip(0)]
    top = [paper.heading(block.heading)] if block.heading else []
    return [joined(*top, head, *first), *rows[1:], paper.gap(12)]


def _places(columns: Sequence[TableColumn]) -> list[tuple[float, float]]:
    """Where each column begins and ends."""
    places, x = [], LEFT + 8
    whole = RIGHT - LEFT - 16
    for column in columns:
        places.append((x, x + whole * column.share - 8))
        x += whole * column.share
    return places


def _titles(columns: Sequence[TableColumn]) -> Strip:
    items: list[Item] = []
    for column, (left, right) in zip(columns, _places(columns), strict=True):
        title = printable(column.title)
        if column.figures:
            items.append(ending_at(right, 10, title, Face.REGULAR, 7.6, Ink.QUIET))
        else:
            items.append(Words(left, 10, title, Face.REGULAR, 7.6, Ink.QUIET))
    return Strip(16, (*items, Rule(LEFT, 14, RIGHT - LEFT, 0.6, Ink.RULE)))


def _row(block: TableBlock, at: int) -> Strip:
    face = Face.SEMIBOLD if at in block.strong else Face.REGULAR
    items: list[Item] = []
    most = 1
    for column, (left, right), text in zip(block.columns, _places(block.columns), block.rows[at], strict=True):
        if column.figures:
            items.append(ending_at(right, _LINE * 0.84, printable(text), face, _SIZE, Ink.TEXT))
            continue
        pieces = wrap(printable(text), face, _SIZE, right - left) or ("",)
        most = max(most, len(pieces))
        items += [
            Words(left, _LINE * 0.84 + _LINE * row, piece, face, _SIZE, Ink.TEXT) for row, piece in enumerate(pieces)
        ]
    height = _LINE * most + 4
    return Strip(height, (*items, Rule(LEFT, height - 1.6, RIGHT - LEFT, 0.4, Ink.RULE)))
