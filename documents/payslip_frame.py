"""What every page of a payslip carries: whose payroll and which month on top, the QR and what it is at the bottom."""

from documents.errors import SealTooLongError
from documents.fonts import Face, printable, width, wrap
from documents.payslip import Holder, Payslip
from documents.payslip_fields import Field, header_fields, kind_of_month
from documents.qr import QrBars
from documents.sheet import A4, MM, Code, Ink, Item, Rule, Strip, Words, ending_at

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
_QR_LIMIT = 52 * MM

_SIGNED = (
    "Sello de integridad",
    "Permite comprobar, sin internet, que los datos de esta boleta son los que emitió la entidad.",
)
_REFERENCE = (
    "Código de referencia",
    "Identifica esta boleta en la planilla. No lleva su DNI, su nombre ni sus montos. No prueba que sea auténtica.",
)


def header(payslip: Payslip) -> Strip:
    """The payroll office on the left, the month on the right, the particulars of the payslip below."""
    head = _Column()
    head.add(payslip.dre, Face.SEMIBOLD, 8.4, Ink.QUIET, 12)
    head.add(payslip.ugel, Face.SEMIBOLD, 13, Ink.STRONG, 17)
    head.add(f"RUC - {payslip.ruc_entidad}", Face.REGULAR, 8.4, Ink.QUIET, 12)
    items = [*head.items, *_month(payslip)]
    return _with_particulars(items, max(head.y, 54.0), payslip)


class _Column:
    """Lines one under the other in the left half of the head."""

    def __init__(self) -> None:
        self.items: list[Item] = []
        self.y = 0.0

    def add(self, text: str, face: Face, size: float, ink: Ink, line: float) -> None:
        for piece in wrap(printable(text), face, size, COLUMN):
            self.y += line
            self.items.append(Words(LEFT, self.y - 0.22 * line, piece, face, size, ink))


def _month(payslip: Payslip) -> tuple[Item, ...]:
    return (
        ending_at(RIGHT, 9.4, "BOLETA DE PAGO", Face.SEMIBOLD, 8.4, Ink.QUIET),
        ending_at(RIGHT, 32, payslip.periodo.printed, Face.SEMIBOLD, 21, Ink.STRONG),
        ending_at(RIGHT, 47, kind_of_month(payslip), Face.REGULAR, 9.2, Ink.TEXT),
    )


def _with_particulars(items: list[Item], y: float, payslip: Payslip) -> Strip:
    cells = [_cell(field, index) for index, field in enumerate(header_fields(payslip))]
    height = 13 + 11 * max(len(cell) - 1 for cell in cells) + 6
    items += [Rule(LEFT, y, WIDE, 0.8, Ink.STRONG)]
    for cell in cells:
        for row, words in enumerate(cell):
            items.append(Words(words.x, y + 12 + 11.6 * row, words.text, words.face, words.size, words.ink))
    bottom = y + height + 3
    items.append(Rule(LEFT, bottom, WIDE, 0.8, Ink.RULE))
    if payslip.titular is None:
        return Strip(bottom, tuple(items))
    return _with_titular(items, bottom, payslip.titular)


def _cell(field: Field, index: int) -> list[Words]:
    room = WIDE / 5
    x = LEFT + index * room
    label, value = field
    pieces = wrap(printable(value), Face.REGULAR, 9.2, room - 8)
    return [
        Words(x, 0, label, Face.REGULAR, 7.4, Ink.QUIET),
        *(Words(x, 0, piece, Face.REGULAR, 9.2, Ink.TEXT) for piece in pieces),
    ]


def _with_titular(items: list[Item], y: float, titular: Holder) -> Strip:
    """On a judicial beneficiary's payslip: the server whose pay the retention comes out of."""
    label = "Retención judicial a cargo de"
    x = LEFT + width(label, Face.REGULAR, 7.8) + 9
    text = f"{titular.apellidos}, {titular.nombres}  DNI {titular.doc_numero}"
    pieces = wrap(printable(text), Face.SEMIBOLD, 9.2, RIGHT - x)
    items.append(Words(LEFT, y + 15, label, Face.REGULAR, 7.8, Ink.QUIET))
    for row, piece in enumerate(pieces):
        items.append(Words(x, y + 15 + 12 * row, piece, Face.SEMIBOLD, 9.2, Ink.TEXT))
    bottom = y + 9 + 12 * len(pieces) + 2
    items.append(Rule(LEFT, bottom, WIDE, 0.8, Ink.RULE))
    return Strip(bottom, tuple(items))


def footer(qr: QrBars, *, signed: bool, page: int, pages: int) -> Strip:
    """The QR in the bottom right corner and, beside it, a line on what it is. Raises SealTooLongError."""
    modules = qr.side + 2 * QUIET_ZONE
    module = max(MODULE, _QR_SIDE / modules)
    side = module * modules
    if side > _QR_LIMIT:
        raise SealTooLongError(f"{qr.side} modules need {side / MM:.0f} mm")
    quiet = module * QUIET_ZONE
    code_x = RIGHT - side + 2 * quiet  # the margin of the page is quiet enough on the right and below
    title, meaning = _SIGNED if signed else _REFERENCE
    lines = wrap(meaning, Face.REGULAR, 7.8, 250)
    side -= quiet
    first = side - 10.4 * len(lines) + 2
    items: list[Item] = [Code(code_x, quiet, module, qr)]
    items.append(Words(LEFT, first - 2, title, Face.SEMIBOLD, 8.2, Ink.STRONG))
    for row, line in enumerate(lines, start=1):
        items.append(Words(LEFT, first + 10.4 * row - 2, line, Face.REGULAR, 7.8, Ink.QUIET))
    if pages > 1:
        items.append(Words(LEFT, first - 20, f"Página {page} de {pages}", Face.SEMIBOLD, 9, Ink.TEXT))
    return Strip(side, tuple(items))
