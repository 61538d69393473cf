"""The columns of a payslip's lines and of what changed, as tables of functions. Words come from the presenter."""

from PySide6.QtCore import QObject

from desktop.models.record_table import Column, RecordTable
from desktop.presenters.payslip_detail import DEDUCTION, SECTION, ChangeLine, DetailLine, amount_cell
from desktop.words import translate


def _is_heading(line: DetailLine) -> bool:
    return line.kind == SECTION


def detail_table(parent: QObject | None = None) -> RecordTable[DetailLine]:
    """Lines under their two headings; the headings cannot be selected."""
    columns: tuple[Column[DetailLine], ...] = (
        Column(
            translate("payslips", "Concepto"), lambda line: line.nombre, lambda line: line.nombre, strong=_is_heading
        ),
        Column(
            translate("payslips", "En la boleta"),
            lambda line: line.codigo,
            lambda line: line.codigo,
            tone=lambda _line: "quiet",
        ),
        Column(
            translate("payslips", "Monto S/"),
            amount_cell,
            lambda line: -line.monto if line.section == DEDUCTION else line.monto,
            figure=True,
            strong=_is_heading,
        ),
    )
    return RecordTable(columns, lambda line: line.place, selectable=lambda line: not _is_heading(line), parent=parent)


def change_table(parent: QObject | None = None) -> RecordTable[ChangeLine]:
    """What changed and what it did to the net pay."""
    columns: tuple[Column[ChangeLine], ...] = (
        Column(
            translate("payslips", "Concepto"),
            lambda line: line.nombre,
            lambda line: line.nombre,
            quiet=lambda line: line.what,
        ),
        Column(
            translate("payslips", "Efecto S/"),
            lambda line: line.effect_words,
            lambda line: line.effect,
            figure=True,
            strong=lambda _line: True,
            tone=lambda line: line.tone,
        ),
    )
    return RecordTable(columns, lambda line: (line.codigo, line.what), parent=parent)
