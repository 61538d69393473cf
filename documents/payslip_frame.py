"""What every page of a payslip carries: whose payroll and which month on top, the QR and what it is at the bottom."""

from dataclasses import dataclass

from documents.errors import SealTooLongError
from documents.fonts import Face, printable, width, wrap
from documents.payslip import Holder, Payslip, TranscribedPayslip
from documents.payslip_fields import Field, header_fields, kind_of_month
from documents.qr import QrBars
from documents.sheet import A4, MM, Code, Ink, Item, Rule, Strip, Words, ending_at, joined

TOP = 40.0
BOTTOM = 34.0
LEFT = 42.5  # 15 mm
RIGHT = A4[0] - LEFT
WIDE = RIGHT - LEFT
GUTTER = 18.0
COLUMN = (WIDE - GUTTER) / 2
SECOND = LEFT + COLUMN + GUTTER  # where the right column begins

QUIET_ZONE = 4  # modules, by ISO/IEC 18004
MODULE = 0.40 * MM  # smaller modules are lost at 150 dpi
_QR_SIDE = 30 * MM  # with its quiet zone; a short text gets larger modules instead of a smaller place
_QR_LIMIT = 74.1 * MM  # the largest QR there is (version 40) with its quiet zone

_SIGNED = (
    "Sello de integridad",
    "Permite comprobar, sin internet, que los datos de esta boleta son los que emitió la entidad.",
)
_TEST = "Sellada con una clave de demostración, que cualquiera puede usar. No acredita nada."
_REFERENCE = (
    "Código de referencia",
    "Identifica esta boleta en la planilla. No lleva su DNI, su nombre ni sus montos. No prueba que sea auténtica.",
)


@dataclass(frozen=True, slots=True)
class SealNote:
    """What stands beside a seal besides what it is for."""

    document: str  # the number under which the office can annul this document
    test: bool  # sealed with a key of the demonstration: the paper must say so


def header(payslip: Payslip) -> Strip:
    """The payroll office on the left, the month on the right, the particulars of the payslip below."""
    office = joined(
        *_office_lines(payslip.dre, Face.SEMIBOLD, 8.4, Ink.QUIET),
        *_office_lines(payslip.ugel, Face.SEMIBOLD, 13, Ink.STRONG),
        *_office_lines(f"RUC - {payslip.ruc_entidad}", Face.REGULAR, 8.4, Ink.QUIET),
    )
    head = Strip(max(office.height + 11, 54.0), (*office.items, *_month(payslip)))
    parts = [head, _particulars(payslip)]
    if payslip.titular is not None:
        parts.append(_titular(payslip.titular))
    if isinstance(payslip, TranscribedPayslip):
        parts.append(_named("Transcripción del", payslip.transcrita_de))
    return joined(*parts)


def _office_lines(text: str, face: Face, size: float, ink: Ink) -> list[Strip]:
    height = size * 0.9 + 4.4
    pieces = wrap(printable(text), face, size, COLUMN)
    return [Strip(height, (Words(LEFT, 0.78 * height, piece, face, size, ink),)) for piece in pieces]


def _month(payslip: Payslip) -> tuple[Item, ...]:
    return (
        ending_at(RIGHT, 9.4, "BOLETA DE PAGO", Face.SEMIBOLD, 8.4, Ink.QUIET),
        ending_at(RIGHT, 31, payslip.periodo.printed, Face.SEMIBOLD, 21, Ink.STRONG),
        ending_at(RIGHT, 45.4, kind_of_month(payslip), Face.REGULAR, 9.2, Ink.TEXT),
    )


def _particulars(payslip: Payslip) -> Strip:
    """Five cells between two rules."""
    cells = [_cell(field, index) for index, field in enumerate(header_fields(payslip))]
    height = max(cell.height for cell in cells) + 6
    rules = (Rule(LEFT, 0, WIDE, 0.8, Ink.STRONG), Rule(LEFT, height, WIDE, 0.8, Ink.RULE))
    return Strip(height, (*rules, *(item for cell in cells for item in cell.items)))


def _cell(field: Field, index: int) -> Strip:
    x = LEFT + index * WIDE / 5
    label, value = field
    pieces = wrap(printable(value), Face.REGULAR, 9.2, WIDE / 5 - 8)
    return joined(
        Strip(13.5, (Words(x, 12, label, Face.REGULAR, 7.4, Ink.QUIET),)),
        *(Strip(11.6, (Words(x, 9.6, piece, Face.REGULAR, 9.2, Ink.TEXT),)) for piece in pieces),
    )


def _titular(titular: Holder) -> Strip:
    """On a judicial beneficiary's payslip: the server whose pay the retention comes out of."""
    name = f"{titular.apellidos}, {titular.nombres} DNI {titular.doc_numero}"
    return _named("Retención judicial a cargo de", name)


def continued_header(payslip: Payslip) -> Strip:
    """The header of a page after the first: the same, and whose payslip it is."""
    name = f"{payslip.apellidos_y_nombres} {payslip.doc_tipo} {payslip.doc_numero}"
    return joined(header(payslip), _named("Continúa la boleta de", name))


def _named(label: str, name: str) -> Strip:
    """A person between the header and the body."""
    x = LEFT + width(label, Face.REGULAR, 7.8) + 9
    pieces = wrap(printable(name), Face.SEMIBOLD, 9.2, RIGHT - x)
    names = [Words(x, 15 + 12 * row, piece, Face.SEMIBOLD, 9.2, Ink.TEXT) for row, piece in enumerate(pieces)]
    height = 11 + 12 * len(pieces)
    rule = Rule(LEFT, height, WIDE, 0.8, Ink.RULE)
    return Strip(height, (rule, Words(LEFT, 15, label, Face.REGULAR, 7.8, Ink.QUIET), *names))


def footer(qr: QrBars, *, signed: bool, page: int, pages: int, note: SealNote | None = None) -> Strip:
    """The QR in the bottom right corner and, beside it, a line on what it is. Raises SealTooLongError."""
    title, meaning = _SIGNED if signed else _REFERENCE
    number = f"Página {page} de {pages}" if pages > 1 else ""
    return code_footer(qr, title, meaning, number, note)


def code_footer(qr: QrBars, title: str, meaning: str, number: str, note: SealNote | None) -> Strip:
    """The foot of any of our papers; `number` is that of the page, "" for none. Raises SealTooLongError."""
    modules = qr.side + 2 * QUIET_ZONE
    module = max(MODULE, _QR_SIDE / modules)
    if module * modules > _QR_LIMIT:
        raise SealTooLongError(f"{qr.side} modules need {module * modules / MM:.0f} mm")
    quiet = module * QUIET_ZONE
    side = module * qr.side
    height = quiet + side  # on the right and below, the margin of the page is quiet enough
    lines = [line for remark in _remarks(meaning, note) for line in wrap(remark, Face.REGULAR, 7.8, 230)]
    y = height - 10.4 * len(lines)
    items: list[Item] = [
        Words(LEFT, y - 2, title, Face.SEMIBOLD, 8.2, Ink.STRONG),
        *(Words(LEFT, y + 10.4 * row, line, Face.REGULAR, 7.8, Ink.QUIET) for row, line in enumerate(lines, start=1)),
        Code(RIGHT - side, quiet, module, qr),
    ]
    if note and note.test:
        after = LEFT + width(title, Face.SEMIBOLD, 8.2) + 8
        items.insert(1, Words(after, y - 2, "PRUEBA", Face.SEMIBOLD, 8.2, Ink.STRONG))
    if number:
        items.append(Words(LEFT, y - 20, number, Face.SEMIBOLD, 9, Ink.TEXT))
    return Strip(height, tuple(items))


def _remarks(meaning: str, note: SealNote | None) -> tuple[str, ...]:
    if note is None:
        return (meaning,)
    named = (meaning, f"Documento {note.document}")
    return (*named, _TEST) if note.test else named
