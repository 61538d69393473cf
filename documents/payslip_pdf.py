"""Draws a payslip (boleta de pago) as a PDF, the same bytes for the same payslip and seal, in any process.

Made for slow lines: two faces, embedded as subsets, no pictures; streams in the clear, so that last month's payslip
packs this month's into a tenth. What is placed where is `documents.payslip_layout`;
`documents.sheet_pdf` turns placed items into PDF operators; this module states the document's properties.
"""

from datetime import date

from documents.errors import PayslipSumsError
from documents.figures import printed_amount
from documents.fonts import DRAWING
from documents.payslip import MONTHS, Payslip
from documents.payslip_frame import SealNote
from documents.payslip_layout import lay_out
from documents.qr import QrBars, qr_bars, qr_room
from documents.sheet_pdf import Properties, draw_sheets

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
        return draw_sheets(pages, _properties(payslip), in_the_clear=True)


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


def _properties(payslip: Payslip) -> Properties:
    """The document's date is the day of payment."""
    month = f"{MONTHS[payslip.periodo.month - 1]} de {payslip.periodo.year}"
    return Properties(
        title=f"Boleta de pago, {month}: {payslip.apellidos_y_nombres}",
        author=payslip.ugel,
        subject=f"Boleta N° {payslip.numero_boleta}, {payslip.tipo_planilla}",
        day=payslip.fecha_pago or date(payslip.periodo.year, payslip.periodo.month, 1),
    )
