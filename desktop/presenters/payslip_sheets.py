"""A person's own payslips for other programs and for a loan: rows for spreadsheets, and a summary that says it has no
seal. Every figure is a printed one or a sum of printed ones. Pure, no Qt.
"""

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from desktop.presenters.formats import count, figures
from desktop.presenters.payslip_list import month_cell, period_words
from desktop.words import translate
from documents.concepts import ConceptExplanation
from documents.payslip import ConceptLine, Payslip, PayslipClass, Period
from documents.spreadsheet import Column, Kind, Sheet, Value
from documents.table_report import TableBlock, TableColumn, TableReport

Explain = Callable[[str, Period], ConceptExplanation]


@dataclass(frozen=True, slots=True)
class Totals:
    """Of one concept over several months. `months`: in how many it was printed."""

    codigo: str
    name: str
    months: int
    amount: int  # céntimos


def in_order(payslips: Sequence[Payslip]) -> tuple[Payslip, ...]:
    """By month, the monthly payroll before the additional ones."""
    return tuple(sorted(payslips, key=lambda each: (each.periodo, each.clase != PayslipClass.MONTHLY, each.secuencia)))


def sheets_of(payslips: Sequence[Payslip], explain: Explain) -> tuple[Sheet, Sheet]:
    """One row a payslip, and one row a concept."""
    ordered = in_order(payslips)
    return _payslip_sheet(ordered), _concept_sheet(ordered, explain)


def _payslip_sheet(payslips: Sequence[Payslip]) -> Sheet:
    columns = (
        Column(translate("sheets", "Mes"), Kind.MONTH, 10),
        Column(translate("sheets", "Planilla"), Kind.TEXT, 12),
        Column(translate("sheets", "Boleta N.º"), Kind.TEXT, 13),
        Column(translate("sheets", "Fecha de pago"), Kind.DATE, 14),
        Column(translate("sheets", "DNI"), Kind.TEXT, 11),
        Column(translate("sheets", "Apellidos y nombres"), Kind.TEXT, 34),
        Column(translate("sheets", "Código modular"), Kind.TEXT, 15),
        Column(translate("sheets", "Cargo"), Kind.TEXT, 22),
        Column(translate("sheets", "Establecimiento"), Kind.TEXT, 28),
        Column(translate("sheets", "Total haberes"), Kind.MONEY, 14),
        Column(translate("sheets", "Total descuentos"), Kind.MONEY, 16),
        Column(translate("sheets", "Líquido"), Kind.MONEY, 13),
        Column(translate("sheets", "Monto imponible"), Kind.MONEY, 16),
    )
    return Sheet(translate("sheets", "Boletas"), columns, tuple(map(_payslip_row, payslips)))


def _payslip_row(each: Payslip) -> tuple[Value, ...]:
    return (
        _first_day(each.periodo), kind_word(each), each.numero_boleta, each.fecha_pago, each.doc_numero,
        each.apellidos_y_nombres, each.codigo_modular_servidor, each.cargo, each.establecimiento, each.total_haberes,
        each.total_descuentos, each.liquido, each.monto_imponible,
    )  # fmt: skip


def _concept_sheet(payslips: Sequence[Payslip], explain: Explain) -> Sheet:
    columns = (
        Column(translate("sheets", "Mes"), Kind.MONTH, 10),
        Column(translate("sheets", "Planilla"), Kind.TEXT, 12),
        Column(translate("sheets", "Boleta N.º"), Kind.TEXT, 13),
        Column(translate("sheets", "Tipo"), Kind.TEXT, 11),
        Column(translate("sheets", "Código"), Kind.TEXT, 18),
        Column(translate("sheets", "Concepto"), Kind.TEXT, 40),
        Column(translate("sheets", "Monto"), Kind.MONEY, 13),
    )
    income, deduction = translate("sheets", "Haber"), translate("sheets", "Descuento")
    rows: list[tuple[Value, ...]] = []
    for each in payslips:
        for word, lines in ((income, each.haberes), (deduction, each.descuentos)):
            rows += [
                (_first_day(each.periodo), kind_word(each), each.numero_boleta, word, line.codigo,
                 explain(line.codigo, each.periodo).nombre, line.monto)
                for line in lines
            ]  # fmt: skip
    return Sheet(translate("sheets", "Conceptos"), columns, tuple(rows))


def kind_word(each: Payslip) -> str:
    """Mensual, Adicional 1, Judicial."""
    match each.clase:
        case PayslipClass.ADDITIONAL:
            return translate("sheets", "Adicional {n}").format(n=max(each.secuencia, 1))
        case PayslipClass.JUDICIAL:
            return translate("sheets", "Judicial")
        case _:
            return translate("sheets", "Mensual")


def _first_day(periodo: Period) -> date:
    return date(periodo.year, periodo.month, 1)


# The summary


def concept_totals(payslips: Sequence[Payslip], explain: Explain, *, income: bool) -> tuple[Totals, ...]:
    """Each concept's sum, the largest first."""
    sums: dict[str, int] = defaultdict(int)
    months: dict[str, set[Period]] = defaultdict(set)
    for each in payslips:
        lines: Sequence[ConceptLine] = each.haberes if income else each.descuentos
        for line in lines:
            sums[line.codigo] += line.monto
            months[line.codigo].add(each.periodo)
    made = (
        Totals(codigo, explain(codigo, max(months[codigo])).nombre, len(months[codigo]), amount)
        for codigo, amount in sums.items()
    )
    return tuple(sorted(made, key=lambda each: (-each.amount, each.codigo)))


def resumen_of(payslips: Sequence[Payslip], explain: Explain, day: date) -> TableReport:
    """The summary of somebody's own payslips, at least one: by month, by concept, marked as what it is."""
    ordered = in_order(payslips)
    first, last = ordered[0], ordered[-1]
    facts = (
        (translate("sheets", "Apellidos y nombres"), last.apellidos_y_nombres),
        (translate("sheets", "Documento"), f"{last.doc_tipo} {last.doc_numero}"),
        (translate("sheets", "Entidad que paga"), last.ugel),
        (translate("sheets", "Desde"), period_words(first.periodo)),
        (translate("sheets", "Hasta"), period_words(last.periodo)),
        (translate("sheets", "Boletas"), count(len(ordered))),
    )
    return TableReport(
        kicker=translate("sheets", "HECHO POR LA PROPIA PERSONA CON SUS BOLETAS"),
        title=translate("sheets", "Resumen de haberes"),
        beneath=translate("sheets", "Sin sello"),
        warning=translate(
            "sheets",
            "Este resumen no tiene sello y no es un documento de la entidad. Sirve para leer las cuentas, "
            "no para acreditarlas.",
        ),
        facts=facts,
        blocks=(_months_block(ordered), *_concept_blocks(ordered, explain)),
        notes=_how_to_get_a_sealed_one(),
        foot=translate("sheets", "Resumen sin sello"),
        day=day,
    )


def _how_to_get_a_sealed_one() -> tuple[str, ...]:
    return (
        translate(
            "sheets",
            "Para acreditar sus haberes: presente las boletas mismas, que llevan el sello de la entidad y se "
            "comprueban sin internet; o pida a su UGEL una «constancia de haberes y descuentos» de estos meses, por "
            "su mesa de partes, con un FUT. La constancia sellada llega a Chasqui, en Mi legajo.",
        ),
    )  # fmt: skip


def _months_block(payslips: Sequence[Payslip]) -> TableBlock:
    columns = (
        TableColumn(translate("sheets", "Mes"), 0.25),
        TableColumn(translate("sheets", "Planilla"), 0.18),
        TableColumn(translate("sheets", "Haberes"), 0.19, figures=True),
        TableColumn(translate("sheets", "Descuentos"), 0.19, figures=True),
        TableColumn(translate("sheets", "Líquido"), 0.19, figures=True),
    )
    rows = [
        (month_cell(each.periodo, with_year=True), kind_word(each), *_printed(each.total_haberes,
         each.total_descuentos, each.liquido))
        for each in payslips
    ]  # fmt: skip
    sums = (sum(each.total_haberes for each in payslips), sum(each.total_descuentos for each in payslips),
            sum(each.liquido for each in payslips))  # fmt: skip
    rows.append((translate("sheets", "Total"), "", *_printed(*sums)))
    heading = translate("sheets", "Por mes, en soles")
    return TableBlock(heading, columns, tuple(rows), frozenset({len(rows) - 1}))


def _printed(*amounts: int) -> tuple[str, ...]:
    return tuple(figures(amount) for amount in amounts)


def _concept_blocks(payslips: Sequence[Payslip], explain: Explain) -> tuple[TableBlock, ...]:
    columns = (
        TableColumn(translate("sheets", "Código"), 0.22),
        TableColumn(translate("sheets", "Concepto"), 0.46),
        TableColumn(translate("sheets", "Meses"), 0.12, figures=True),
        TableColumn(translate("sheets", "Total"), 0.20, figures=True),
    )
    blocks = []
    for income, heading in (
        (True, translate("sheets", "Haberes por concepto, en soles")),
        (False, translate("sheets", "Descuentos por concepto, en soles")),
    ):
        totals = concept_totals(payslips, explain, income=income)
        rows = [(each.codigo, each.name, count(each.months), figures(each.amount)) for each in totals]
        whole = sum(each.amount for each in totals)
        rows.append((translate("sheets", "Total"), "", "", figures(whole)))
        blocks.append(TableBlock(heading, columns, tuple(rows), frozenset({len(rows) - 1})))
    return tuple(blocks)
