"""Turns placed items into a PDF: operators, embedded faces, document properties. Knows no payslip and no legajo.

The same pages and properties give the same bytes, in any process.
"""

from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from io import BytesIO
from typing import TYPE_CHECKING

from documents.fonts import Face, embed_repertoire, registered
from documents.qr import QrBars
from documents.sheet import A4, Band, Code, Item, Rule, Words

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas


@dataclass(frozen=True, slots=True)
class Properties:
    """What the file says of itself. `day` follows from the document, not from when it happened to be drawn."""

    title: str
    author: str
    subject: str
    day: date


def draw_sheets(pages: tuple[tuple[Item, ...], ...], properties: Properties, *, in_the_clear: bool = False) -> bytes:
    """An A4 PDF. Hold `documents.fonts.DRAWING` from the layout on.

    `in_the_clear`: streams are not compressed. The file is two and a half times as large, and another one like it is
    a good dictionary for it (docs/decisions/0008-streams-in-the-clear.md).
    """
    drawn = BytesIO()
    canvas = _canvas(drawn, properties, compression=0 if in_the_clear else 1)
    if in_the_clear:
        for face in Face:
            embed_repertoire(face, canvas._doc)  # type: ignore[attr-defined]  # noqa: SLF001
    for page in pages:
        _draw(canvas, page)
        canvas.showPage()
    canvas.save()
    return drawn.getvalue()


def _canvas(drawn: BytesIO, properties: Properties, *, compression: int) -> "Canvas":
    from reportlab.pdfgen.canvas import Canvas

    for face in Face:
        registered(face)
    canvas = Canvas(
        drawn,
        pagesize=A4,
        invariant=True,
        pageCompression=compression,
        pdfVersion=(1, 5),
        lang="es-PE",
        initialFontName=Face.REGULAR.value,  # type: ignore[arg-type]  # the stub says float; it is the name of a font
    )
    # The file's ID is a digest that reportlab begins with SOURCE_DATE_EPOCH; there is no public way to begin it anew.
    canvas._doc.signature = sha256()  # type: ignore[attr-defined]  # noqa: SLF001
    day = properties.day
    canvas.setTitle(properties.title)
    canvas.setAuthor(properties.author)
    canvas.setSubject(properties.subject)
    canvas.setCreator("Chasqui")
    canvas.setViewerPreference("DisplayDocTitle", "true")
    canvas.setDateFormatter(lambda *_: f"D:{day.year:04d}{day.month:02d}{day.day:02d}000000-05'00'")
    return canvas


def _draw(canvas: "Canvas", page: tuple[Item, ...]) -> None:
    """Shapes first, then all text in one text object, in reading order for who extracts it."""
    canvas.addLiteral("\n".join(_shape(item) for item in page if not isinstance(item, Words)))
    _draw_words(canvas, [item for item in page if isinstance(item, Words)])


def _shape(item: Rule | Band | Code) -> str:
    """PDF operators that fill the item. Not by reportlab: formatting numbers is most of the time it takes."""
    colour = _numbers(*item.ink.value)
    match item:
        case Rule():
            return f"{colour} rg {_numbers(item.x, A4[1] - item.y, item.length, item.thickness)} re f"
        case Band():
            return f"{colour} rg {_numbers(item.x, A4[1] - item.y - item.height, item.width, item.height)} re f"
        case Code():
            place = _numbers(item.module, 0, 0, -item.module, item.x, A4[1] - item.y)
            return f"q {colour} rg {place} cm\n{code_path(item.qr)}\nf Q"


def code_path(qr: QrBars) -> str:
    """One path in units of modules: whole numbers, so that bars meet exactly and compress well."""
    return "\n".join(f"{column} {row} {length} 1 re" for column, row, length in qr.bars)


def _numbers(*figures: float) -> str:
    return " ".join(f"{figure:.3f}".rstrip("0").rstrip(".") for figure in figures)


def _draw_words(canvas: "Canvas", words: list[Words]) -> None:
    pen = canvas.beginText()
    state: tuple[object, ...] = ()
    for run in words:
        if not run.text:
            continue
        if state != (run.face, run.size, run.ink):
            pen.setFont(run.face.value, run.size)
            pen.setFillColorRGB(*run.ink.value)
            state = (run.face, run.size, run.ink)
        pen.setTextOrigin(round(run.x, 2), round(A4[1] - run.y, 2))
        pen.textOut(run.text)
    canvas.drawText(pen)
