"""Draws the index: every document with its folios, its sheets and the pages of the file it stands on."""

from collections.abc import Sequence
from dataclasses import dataclass

from documents.fonts import Face, printable, wrap
from documents.packet import paper
from documents.packet.paper import BOTTOM, LEFT, RIGHT, WIDE, Page
from documents.sheet import Ink, Item, Rule, Strip, Words, ending_at, moved

_SIZE = 9.8
_FOLIOS = RIGHT - 140  # where each column ends
_SHEETS = RIGHT - 98
_PAGES = RIGHT - 8
_NAME = LEFT + 26


@dataclass(frozen=True, slots=True)
class IndexRow:
    """`folios`: one line for each tome; `pages`: "5–8" of its file, or "2: 5–8" when the packet has several files."""

    title: str
    folios: tuple[str, ...]
    sheets: int
    pages: tuple[str, ...]


def index_pages(kicker: str, who: str, rows: Sequence[IndexRow], total: int) -> list[Page]:
    """As many A4 pages as the rows need; that number depends on titles and on the count of lines, not on figures."""
    head = paper.title_head(kicker, "Índice", who)
    strips = [_columns(), *(_row(at, row) for at, row in enumerate(rows, start=1)), _total(rows, total)]
    again = Strip(head.height + 20, (*head.items, *(moved(item, head.height) for item in _columns().items)))
    pages = paper.pages_of(strips, head=head, next_head=again, bottom=BOTTOM, next_bottom=BOTTOM)
    return paper.numbered_foot(pages, "Índice")


def _columns() -> Strip:
    def last(right: float, text: str) -> Words:
        return ending_at(right, 10, text, Face.REGULAR, 7.6, Ink.QUIET)

    named = (paper.label(LEFT + 8, 10, "N.º"), paper.label(_NAME, 10, "Documento"))
    return Strip(
        20, (*named, last(_FOLIOS, "Folios"), last(_SHEETS, "Hojas"), last(_PAGES, "Páginas del archivo"), _line(15))
    )


def _row(at: int, row: IndexRow) -> Strip:
    pieces = wrap(printable(row.title), Face.REGULAR, _SIZE, _FOLIOS - _NAME - 78)
    items: list[Item] = [Words(LEFT + 8, 11, str(at), Face.REGULAR, _SIZE, Ink.QUIET)]
    items += [Words(_NAME, 11 + 13 * line, piece, Face.REGULAR, _SIZE, Ink.TEXT) for line, piece in enumerate(pieces)]
    items += _lines(_FOLIOS, row.folios or ("sin folio",), Face.SEMIBOLD)
    items += _lines(_SHEETS, (str(row.sheets),), Face.REGULAR)
    items += _lines(_PAGES, row.pages, Face.REGULAR)
    height = 13 * max(len(pieces), len(row.folios), len(row.pages), 1) + 8
    return Strip(height, (*items, _line(height - 3.4)))


def _lines(right: float, texts: Sequence[str], face: Face) -> list[Words]:
    return [ending_at(right, 11 + 13 * line, text, face, _SIZE, Ink.TEXT) for line, text in enumerate(texts)]


def _total(rows: Sequence[IndexRow], total: int) -> Strip:
    y = 17.0
    return Strip(
        30,
        (
            Words(_NAME, y, "Total", Face.SEMIBOLD, _SIZE, Ink.STRONG),
            ending_at(_FOLIOS, y, f"{total} folios" if total != 1 else "1 folio", Face.SEMIBOLD, _SIZE, Ink.STRONG),
            ending_at(_SHEETS, y, str(sum(row.sheets for row in rows)), Face.REGULAR, _SIZE, Ink.TEXT),
        ),
    )


def _line(y: float) -> Rule:
    return Rule(LEFT, y, WIDE, 0.5, Ink.RULE)
