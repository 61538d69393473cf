"""The parts of a paper's body as strips: headings, records as pairs of label and value, paragraphs. Pure.

A strip is never cut, so a heading is joined with what follows it and a long value is one strip a line. Baselines side
by side are the same to the last digit: the seal of a paper holds the order of its rows (`documents.seal.order`).
"""

from collections.abc import Iterable, Sequence
from itertools import zip_longest

from documents.fonts import Face, printable, width, wrap
from documents.paper import Field
from documents.payslip_frame import COLUMN, LEFT, RIGHT, SECOND, WIDE
from documents.sheet import Ink, Item, Rule, Strip, Words, ending_at, joined

LINE = 11.4
_LABEL = 98.0  # points for labels
_GAP = 8.0
_LABEL_SIZE, _VALUE_SIZE = 7.2, 8.6
_MOST_TOGETHER = 16  # rows of a record that are not parted
_MOST_BESIDE = 3  # lines of a value in half the width; longer ones get the whole width

Line = tuple[Item, ...]


def heading(title: str, count: str = "") -> Strip:
    """A section's title over a line, how much stands in it on the right."""
    room = WIDE - width(printable(count), Face.REGULAR, 7.6) - 12
    pieces = wrap(printable(title), Face.SEMIBOLD, 10, room)
    y = 18.0
    items: list[Item] = [
        Words(LEFT, y + 12.4 * row, piece, Face.SEMIBOLD, 10, Ink.STRONG) for row, piece in enumerate(pieces)
    ]
    if count:
        items.append(ending_at(RIGHT, y, printable(count), Face.REGULAR, 7.6, Ink.QUIET))
    bottom = y + 12.4 * (len(pieces) - 1) + 5.5
    return Strip(bottom + 3, (*items, Rule(LEFT, bottom, WIDE, 0.8, Ink.STRONG)))


def record(title: str, fields: Sequence[Field], *, aside: str = "") -> tuple[Strip, ...]:
    """One record: its title, its rows, a hairline. It stays on one page unless it is very long."""
    head = Strip(15, _title(title, aside))
    rows = field_rows(fields) or (Strip(2),)
    end = Strip(5, (Rule(LEFT, 3.5, WIDE, 0.4, Ink.RULE),))
    if len(rows) <= _MOST_TOGETHER:
        return (joined(head, *rows, end),)
    return (joined(head, *rows[:2]), *rows[2:-1], joined(rows[-1], end))


def _title(title: str, aside: str) -> Line:
    shown = Words(LEFT, 11.5, printable(title), Face.SEMIBOLD, 8.8, Ink.TEXT)
    return (shown, ending_at(RIGHT, 11.5, printable(aside), Face.REGULAR, 7.2, Ink.QUIET)) if aside else (shown,)


def field_rows(fields: Sequence[Field]) -> tuple[Strip, ...]:
    """Labels and values in two columns, in the order of reading; a long value takes the whole width."""
    strips: list[Strip] = []
    pending: Field | None = None
    for field in fields:
        if len(_pieces(field, COLUMN)) > _MOST_BESIDE:
            strips += _row(_cell(pending, LEFT, COLUMN) if pending else [], [])
            strips += _row(_cell(field, LEFT, WIDE), [])
            pending = None
        elif pending:
            strips += _row(_cell(pending, LEFT, COLUMN), _cell(field, SECOND, COLUMN))
            pending = None
        else:
            pending = field
    return (*strips, *(_row(_cell(pending, LEFT, COLUMN), []) if pending else ()))


def _pieces(field: Field, room: float) -> tuple[str, ...]:
    return wrap(printable(field[1]), Face.REGULAR, _VALUE_SIZE, room - _LABEL - _GAP)


def _cell(field: Field, x: float, room: float) -> list[Line]:
    labels = wrap(printable(field[0]), Face.REGULAR, _LABEL_SIZE, _LABEL)
    lines = zip_longest(labels, _pieces(field, room), fillvalue="")
    return [
        tuple(
            Words(place, 8.4, text, Face.REGULAR, size, ink)
            for place, text, size, ink in (
                (x, label, _LABEL_SIZE, Ink.QUIET),
                (x + _LABEL + _GAP, value, _VALUE_SIZE, Ink.TEXT),
            )
            if text
        )
        for label, value in lines
    ]


def _row(left: list[Line], right: list[Line]) -> Iterable[Strip]:
    return (Strip(LINE, ours + theirs) for ours, theirs in zip_longest(left, right, fillvalue=()))


def paragraph(text: str, *, quiet: bool = False) -> tuple[Strip, ...]:
    """Running text, one strip a line."""
    size, ink = (7.8, Ink.QUIET) if quiet else (9.2, Ink.TEXT)
    lines = wrap(printable(text), Face.REGULAR, size, WIDE)
    return tuple(Strip(size * 1.42, (Words(LEFT, size, line, Face.REGULAR, size, ink),)) for line in lines)


def counted(number: int, one: str, many: str) -> str:
    """1 registro, 2 registros."""
    return f"{number} {one if number == 1 else many}"
