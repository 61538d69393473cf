"""The columns of the list of payslips, as a table of functions over `PayslipRow`. Words come from the presenter."""

from collections.abc import Sequence

from PySide6.QtCore import QObject

from desktop.models.record_table import Column, RecordTable
from desktop.presenters.formats import figures
from desktop.presenters.payslip_list import month_and_year, post_words, state_tag, type_words
from desktop.words import translate
from storage.records import PayslipRow, PdfState

MONTH, KIND, INCOME, DEDUCTIONS, NET, STATE = range(6)
WIDEST = {
    MONTH: ("Setiembre 2026", "Noviembre 2026"),
    KIND: ("Adicional 1", "Judicial"),
    INCOME: ("99,999.99",),
    DEDUCTIONS: ("99,999.99",),
    NET: ("99,999.99",),
}
_PROGRESS = (PdfState.NONE, PdfState.AWAITED, PdfState.PARTIAL, PdfState.HELD)


def payslip_columns(posts: Sequence[str] = (), *, syncing: bool = False) -> tuple[Column[PayslipRow], ...]:
    """The six columns. `posts` are those that need telling apart."""
    return (
        Column(
            translate("payslips", "Mes"),
            lambda row: month_and_year(row.periodo),
            lambda row: (row.periodo, row.secuencia),
            strong=lambda _row: True,
        ),
        Column(
            translate("payslips", "Tipo"),
            type_words,
            lambda row: (row.clase.value, row.secuencia, row.codigo_modular_servidor),
            quiet=lambda row: post_words(row, posts),
        ),
        Column(
            translate("payslips", "Haberes"),
            lambda row: figures(row.total_haberes),
            lambda row: row.total_haberes,
            figure=True,
        ),
        Column(
            translate("payslips", "Descuentos"),
            lambda row: figures(row.total_descuentos),
            lambda row: row.total_descuentos,
            figure=True,
        ),
        Column(
            translate("payslips", "Líquido"),
            lambda row: figures(row.liquido),
            lambda row: row.liquido,
            figure=True,
            strong=lambda _row: True,
        ),
        Column(
            translate("payslips", "PDF"),
            lambda row: state_tag(row, syncing=syncing).word,
            lambda row: (_PROGRESS.index(row.pdf_state), row.pdf_received),
            tone=lambda row: state_tag(row, syncing=syncing).tone,
            sign=lambda row: state_tag(row, syncing=syncing).sign,
        ),
    )


def payslip_table(parent: QObject | None = None) -> RecordTable[PayslipRow]:
    """The empty table."""
    return RecordTable(payslip_columns(), lambda row: row.id, parent=parent)
