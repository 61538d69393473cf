"""Sheets of a packet's own pages: A4 in the look of the house, from placed items to PDF bytes. Always the same bytes.

What stands where is decided by the modules of each page (`fut_page`, `index_page`, `covers`, `closing`).
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from io import BytesIO
from typing import TYPE_CHECKING, Final

from documents.fonts import DRAWING, Face, printable, registered, wrap
from documents.payslip import MONTHS
from documents.qr import QrBars
from documents.sheet import A4, MM, Band, Code, Ink, Item, Rule, Strip, Words, ending_at, moved

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

LEFT: Final = 48.0
RIGHT: Final = A4[0] - LEFT
WIDE: Final = RIGHT - LEFT
TOP: Final = 44.0
BOTTOM: Final = A4[1] - 44.0
FOLIO_ROOM: Final = 165.0  # kept free on the right of every head, for the folio
MODULE: Final = 0.46 * MM
_QUIET: Final = 4  # modules

Page = tuple[Item, ...]


def pages_of(
    strips: Iterable[Strip], *, head: Strip, next_head: Strip, bottom: float, next_bottom: float
) -> list[Page]:
    """Strips on as many pages as they need, none cut in two. `bottom`: how far down the first page may go."""
    pages: list[list[Item]] = []
    y, limit = _begin(pages, head), bottom
    for strip in strips:
        if y + strip.height > limit:
            y, limit = _begin(pages, next_head), next_bottom
        pages[-1] += [moved(item, y) for item in strip.items]
        y += strip.height
    return [tuple(page) for page in pages]


def _begin(pages: list[list[Item]], head: Strip) -> float:
    pages.append([moved(item, TOP) for item in head.items])
    return TOP + head.height


def title_head(kicker: str, title: str, beneath: str = "") -> Strip:
    """The head of a page: a quiet line, a large one, a rule. The upper right corner stays free for the folio."""
    room = WIDE - FOLIO_ROOM
    items: list[Item] = [Words(LEFT, 6, printable(kicker), Face.SEMIBOLD, 8.4, Ink.QUIET)]
    y = 8.0
    for line in wrap(printable(title), Face.SEMIBOLD, 19, room):
        y += 21
        items.append(Words(LEFT, y, line, Face.SEMIBOLD, 19, Ink.STRONG))
    if beneath:
        y += 14
        items.append(Words(LEFT, y, printable(beneath), Face.REGULAR, 9.2, Ink.QUIET))
    y += 12
    return Strip(y + 14, (*items, Rule(LEFT, y, WIDE, 0.8, Ink.STRONG)))


def heading(text: str, number: str = "") -> Strip:
    """The head of a section: its number and name on a band."""
    items: list[Item] = [Band(LEFT, 0, WIDE, 17, Ink.BAND)]
    x = LEFT + 8
    if number:
        items.append(Words(x, 12, number, Face.SEMIBOLD, 9.4, Ink.STRONG))
        x += 15
    return Strip(21, (*items, Words(x, 12, printable(text), Face.SEMIBOLD, 9.4, Ink.STRONG)))


def lines(
    text: str, size: float = 9.8, *, face: Face = Face.REGULAR, ink: Ink = Ink.TEXT, x: float = LEFT + 8
) -> list[Strip]:
    """A paragraph up to the right margin, a strip for each line."""
    height = size * 1.42
    pieces = wrap(printable(text), face, size, RIGHT - 8 - x)
    return [Strip(height, (Words(x, size * 1.06, piece, face, size, ink),)) for piece in pieces]


def gap(height: float) -> Strip:
    """Nothing."""
    return Strip(height)


def label(x: float, y: float, text: str) -> Words:
    """The name of a field."""
    return Words(x, y, printable(text), Face.REGULAR, 7.6, Ink.QUIET)


def code_at(qr: QrBars, right: float, bottom: float) -> Code:
    """A QR whose last module ends at the given right and bottom."""
    side = qr.side * MODULE
    return Code(right - side, bottom - side, MODULE, qr)


def qr_side(qr: QrBars) -> float:
    """How wide a QR is with its quiet zone, in points."""
    return (qr.side + 2 * _QUIET) * MODULE


def grouped(digest: str) -> tuple[str, str]:
    """A digest as two printed lines of eight groups of four."""
    groups = [digest[at : at + 4] for at in range(0, len(digest), 4)]
    return " ".join(groups[:8]), " ".join(groups[8:])


def numbered_foot(pages: Sequence[Page], words: str) -> list[Page]:
    """The pages with "words, hoja 1 de 3" at their foot, when there are several."""
    if len(pages) == 1:
        return list(pages)
    y = A4[1] - 20
    return [
        (*page, ending_at(RIGHT, y, f"{words}, hoja {at} de {len(pages)}", Face.REGULAR, 7.8, Ink.QUIET))
        for at, page in enumerate(pages, start=1)
    ]


def in_words(day: date) -> str:
    """23 de noviembre de 2026."""
    return f"{day.day} de {MONTHS[day.month - 1].lower()} de {day.year}"


def stamp_of(day: date) -> str:
    """The day as a PDF writes it: midnight in Lima."""
    return f"D:{day.year:04d}{day.month:02d}{day.day:02d}000000-05'00'"


@dataclass(frozen=True, slots=True)
class Properties:
    """What a drawn file says of itself; the whole packet states its own later."""

    title: str
    day: date


def draw(pages: Sequence[Page], properties: Properties) -> bytes:
    """A PDF of A4 pages. The same pages and properties give the same bytes."""
    with DRAWING:
        drawn = BytesIO()
        canvas = new_canvas(drawn, properties)
        for page in pages:
            for item in page:
                _draw_item(canvas, item)
            canvas.showPage()
        canvas.save()
    return drawn.getvalue()


def new_canvas(drawn: BytesIO, properties: Properties) -> "Canvas":
    """A canvas with the faces of the house and nothing in it that changes from run to run. Hold DRAWING around it."""
    from reportlab.pdfgen.canvas import Canvas

    for face in Face:
        registered(face)
    canvas = Canvas(
        drawn,
        pagesize=A4,
        invariant=True,
        pageCompression=1,
        pdfVersion=(1, 5),
        lang="es-PE",
        initialFontName=Face.REGULAR.value,  # type: ignore[arg-type]  # the stub says float; it is the name of a font
    )
    # The file's ID is a digest that reportlab begins with SOURCE_DATE_EPOCH; there is no public way to begin it anew.
    canvas._doc.signature = sha256()  # type: ignore[attr-defined]  # noqa: SLF001
    canvas.setTitle(printable(properties.title))
    canvas.setCreator("Chasqui")
    canvas.setDateFormatter(lambda *_: stamp_of(properties.day))
    return canvas


def _draw_item(canvas: "Canvas", item: Item) -> None:
    canvas.setFillColorRGB(*item.ink.value)
    match item:
        case Words():
            canvas.setFont(item.face.value, item.size)
            canvas.drawString(round(item.x, 2), round(A4[1] - item.y, 2), item.text)
        case Rule():
            canvas.rect(item.x, A4[1] - item.y, item.length, item.thickness, stroke=0, fill=1)
        case Band():
            canvas.rect(item.x, A4[1] - item.y - item.height, item.width, item.height, stroke=0, fill=1)
        case Code():
            _draw_code(canvas, item)


def _draw_code(canvas: "Canvas", code: Code) -> None:
    path = canvas.beginPath()
    for column, row, length in code.qr.bars:
        place = code.x + column * code.module, A4[1] - code.y - (row + 1) * code.module
        path.rect(*place, length * code.module, code.module)
    canvas.drawPath(path, stroke=0, fill=1)


def cells(fields: Sequence[tuple[str, str]], columns: int) -> Iterator[Strip]:
    """Named values in a grid, row by row; what is empty is left out."""
    filled = [(name, value) for name, value in fields if value.strip()]
    step = (WIDE - 16) / columns
    for at in range(0, len(filled), columns):
        row = [
            (LEFT + 8 + index * step, name, wrap(printable(value), Face.REGULAR, 9.8, step - 10))
            for index, (name, value) in enumerate(filled[at : at + columns])
        ]
        height = 13.5 + 13 * max(len(pieces) for _, _, pieces in row) + 1.5
        yield Strip(height, tuple(item for x, name, pieces in row for item in _cell(x, name, pieces)))


def _cell(x: float, name: str, pieces: Sequence[str]) -> Iterator[Item]:
    yield label(x, 10, name)
    for at, piece in enumerate(pieces):
        yield Words(x, 22.5 + 13 * at, piece, Face.REGULAR, 9.8, Ink.TEXT)
