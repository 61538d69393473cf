"""Draws a payslip (boleta de pago) as a PDF, the same bytes for the same payslip and seal, in any process.

Made for slow lines: two faces, embedded as subsets, no pictures. What is placed where is `documents.payslip_layout`;
this module only turns placed items into PDF operators and states the document's properties.
"""

from datetime import date
from hashlib import sha256
from io import BytesIO
from typing import TYPE_CHECKING

from documents.errors import PayslipSumsError
from documents.figures import printed_amount
from documents.fonts import DRAWING, Face, registered
from documents.payslip import MONTHS, Payslip
from documents.payslip_frame import SealNote
from documents.payslip_layout import lay_out
from documents.qr import QrBars, qr_bars, qr_room
from documents.sheet import A4, Band, Code, Item, Rule, Words

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

SIGNED_PREFIX = "BP1:"  # a seal that proves something; any other text is only a reference


def draw_payslip(payslip: Payslip, *, seal: str, note: SealNote | None = None) -> bytes:
    """An A4 PDF of one page (more only when it truly cannot fit) with `seal` as its QR and `note` beside it.

    Raises PayslipSumsError, SealTooLongError, SheetFullError.
    """
    return _drawn(payslip, qr_bars(seal), signed=seal.startswith(SIGNED_PREFIX), note=note)


def draw_to_be_sealed(payslip: Payslip, *, like: str, note: SealNote) -> bytes:
    """The paper of a payslip with room for a seal as long as `like`: its text is that of the sealed one.

    Raises as `draw_payslip` does.
    """
    return _drawn(payslip, qr_room(like), signed=True, note=note)


def _drawn(payslip: Payslip, qr: QrBars, *, signed: bool, note: SealNote | None) -> bytes:
    if not payslip.adds_up:
        raise PayslipSumsError(_sums(payslip))
    with DRAWING:
        pages = lay_out(payslip, qr, signed=signed, note=note)
        drawn = BytesIO()
        canvas = _canvas(drawn, payslip)
        for page in pages:
            _draw(canvas, page)
            canvas.showPage()
        canvas.save()
    return drawn.getvalue()


def reference_payload(payslip: Payslip) -> str:
    """The text of the QR until seals exist: names the payslip in the payroll, nothing of the person or of the money.

    Upper case and the marks of QR alphanumeric mode, so that the QR stays small.
    """
    month = f"{payslip.periodo.year:04d}{payslip.periodo.month:02d}"
    parts = ("BOLETA", payslip.codigo_ugel, month, str(payslip.secuencia), payslip.numero_boleta, payslip.id)
    return "/".join(parts).upper()


def _sums(payslip: Payslip) -> str:
    figures = (payslip.total_haberes, payslip.total_descuentos, payslip.liquido)
    return (
        f"payslip {payslip.id}: {' / '.join(printed_amount(figure) for figure in figures)} do not follow from the lines"
    )


def _canvas(drawn: BytesIO, payslip: Payslip) -> "Canvas":
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
    month = f"{MONTHS[payslip.periodo.month - 1]} de {payslip.periodo.year}"
    canvas.setTitle(f"Boleta de pago, {month}: {payslip.apellidos_y_nombres}")
    canvas.setAuthor(payslip.ugel)
    canvas.setSubject(f"Boleta N° {payslip.numero_boleta}, {payslip.tipo_planilla}")
    canvas.setCreator("Chasqui")
    canvas.setViewerPreference("DisplayDocTitle", "true")
    canvas.setDateFormatter(lambda *_: _stamp(payslip))
    return canvas


def _stamp(payslip: Payslip) -> str:
    """The document's date is the day of payment: it follows from the payslip, not from when it happened to be drawn."""
    day = payslip.fecha_pago or date(payslip.periodo.year, payslip.periodo.month, 1)
    return f"D:{day.year:04d}{day.month:02d}{day.day:02d}000000-05'00'"


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
            # One path in units of modules: whole numbers, so that bars meet exactly and compress well.
            bars = "\n".join(f"{column} {row} {length} 1 re" for column, row, length in item.qr.bars)
            place = _numbers(item.module, 0, 0, -item.module, item.x, A4[1] - item.y)
            return f"q {colour} rg {place} cm\n{bars}\nf Q"


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
