"""The table of a constancia de haberes: one strip a row, figures under one another, and the totals at the end. Pure."""

from documents.figures import printed_amount
from documents.fonts import Face, fitting, printable, width
from documents.paper import PaperTotals
from documents.payslip import MONTHS, Payslip, Period
from documents.payslip_fields import kind_of_month
from documents.payslip_frame import LEFT, RIGHT, WIDE
from documents.sheet import Band, Ink, Item, Rule, Strip, Words, ending_at

Row = Strip

_CELL = 6.0
_KIND = LEFT + 104.0  # which payslip of the month
_NUMBER = LEFT + 212.0
_ENDS = (RIGHT - 2 * 78.0 - _CELL, RIGHT - 78.0 - _CELL, RIGHT - _CELL)  # of haberes, descuentos, líquido
_LINE, _BASE, _SIZE = 14.5, 10.2, 8.6
_TITLES = ("Haberes", "Descuentos", "Líquido")
_LABELS = (
    ("T-REMUN", "total de haberes"),
    ("T-DSCTO", "total de descuentos"),
    ("T-LIQUI", "líquido total"),
)


def table_head() -> Strip:
    """The names of the columns; repeated on each page."""
    y = 10.0
    names = ((LEFT + _CELL, "Mes"), (_KIND, "Planilla"), (_NUMBER, "Boleta N°"))
    items: list[Item] = [Band(LEFT, y, WIDE, 19, Ink.BAND)]
    items += [Words(x, y + 12.8, name, Face.SEMIBOLD, _SIZE, Ink.STRONG) for x, name in names]
    items += [
        ending_at(end, y + 12.8, title, Face.SEMIBOLD, _SIZE, Ink.STRONG)
        for end, title in zip(_ENDS, _TITLES, strict=True)
    ]
    return Strip(y + 19, tuple(items))


def payslip_row(payslip: Payslip) -> Row:
    """One payslip."""
    kind = kind_of_month(payslip)
    number = printable(payslip.numero_boleta)
    figures = PaperTotals(payslip.total_haberes, payslip.total_descuentos, payslip.liquido)
    return Strip(
        _LINE,
        (
            _month(payslip.periodo, Face.REGULAR),
            _fitted(_KIND, _NUMBER - _KIND - 8, kind),
            _fitted(_NUMBER, _ENDS[0] - 66 - _NUMBER, number),
            *_figures(figures, Face.REGULAR),
            _hairline(),
        ),
    )


def no_payslip_row(period: Period) -> Row:
    """A month for which there is none: said, not left out."""
    note = Words(_KIND, _BASE, "Sin boleta registrada", Face.REGULAR, _SIZE, Ink.QUIET)
    return Strip(_LINE, (_month(period, Face.REGULAR), note, _hairline()))


def month_row(period: Period, totals: PaperTotals) -> Row:
    """What the payslips of one month come to together."""
    label = Words(_KIND, _BASE, "Total del mes", Face.SEMIBOLD, _SIZE, Ink.TEXT)
    return Strip(_LINE, (_month(period, Face.SEMIBOLD), label, *_figures(totals, Face.SEMIBOLD), _hairline()))


def concept_head(title: str) -> Strip:
    """The name of a table of concepts; repeated on each page."""
    y = 14.0
    return Strip(
        y + 19,
        (
            Band(LEFT, y, WIDE, 19, Ink.BAND),
            Words(LEFT + _CELL, y + 12.8, f"{title} por concepto", Face.SEMIBOLD, _SIZE, Ink.STRONG),
            ending_at(RIGHT - _CELL, y + 12.8, "Total", Face.SEMIBOLD, _SIZE, Ink.STRONG),
        ),
    )


def concept_row(codigo: str, amount: int) -> Row:
    """What one concept came to, under the name that payslips print."""
    name = _fitted(LEFT + _CELL, _ENDS[1] - LEFT - _CELL, printable(codigo))
    figure = ending_at(RIGHT - _CELL, _BASE, printed_amount(amount), Face.REGULAR, _SIZE, Ink.TEXT)
    return Strip(_LINE, (name, figure, _hairline()))


def total_row(label: str, totals: PaperTotals) -> Row:
    """What a year comes to."""
    name = Words(LEFT + _CELL, _BASE, label, Face.SEMIBOLD, _SIZE, Ink.STRONG)
    return Strip(
        _LINE, (Band(LEFT, 0.2, WIDE, _LINE - 0.4, Ink.BAND), name, *_figures(totals, Face.SEMIBOLD), _hairline())
    )


def totals_strip(totals: PaperTotals) -> Strip:
    """The three sums, one under the other; one strip, so that they never part."""
    items: list[Item] = [Rule(LEFT, 8, WIDE, 0.8, Ink.STRONG)]
    amounts = (totals.haberes, totals.descuentos, totals.liquido)
    for row, ((label, meaning), amount) in enumerate(zip(_LABELS, amounts, strict=True)):
        y = 24 + 17.0 * row
        after = LEFT + _CELL + width(label, Face.SEMIBOLD, 9) + 5
        figure = f"S/ {printed_amount(amount)}"
        items += [
            Words(LEFT + _CELL, y, label, Face.SEMIBOLD, 9, Ink.STRONG),
            Words(after, y, meaning, Face.REGULAR, 7.8, Ink.QUIET),
            ending_at(RIGHT - _CELL, y, figure, Face.SEMIBOLD, 12 if row == 2 else 10.5, Ink.STRONG),
        ]
    return Strip(24 + 17.0 * 2 + 8, tuple(items))


def _month(period: Period, face: Face) -> Words:
    return Words(LEFT + _CELL, _BASE, f"{MONTHS[period.month - 1].capitalize()} {period.year}", face, _SIZE, Ink.TEXT)


def _fitted(x: float, room: float, text: str) -> Words:
    return Words(x, _BASE, text, Face.REGULAR, fitting(text, Face.REGULAR, _SIZE, room), Ink.TEXT)


def _figures(totals: PaperTotals, face: Face) -> tuple[Words, ...]:
    amounts = (totals.haberes, totals.descuentos, totals.liquido)
    return tuple(
        ending_at(end, _BASE, printed_amount(amount), face, _SIZE, Ink.TEXT)
        for end, amount in zip(_ENDS, amounts, strict=True)
    )


def _hairline() -> Rule:
    return Rule(LEFT, _LINE, WIDE, 0.4, Ink.RULE)
