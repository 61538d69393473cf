"""The columns of "Planillas SUP", as a table of functions over `LisRow`. Words come from the presenter."""

from desktop.models.record_table import Column
from desktop.presenters.lis_words import amount_words, kind_words, month_words, state_words
from desktop.words import translate
from documents.lis.records import State
from storage.lis_records import LisRow

WHO, MONTH, NET, STATE = range(4)
_TONES = {State.GOOD: "good", State.REMARKS: "wait", State.SUMS: "bad", State.BROKEN: "bad"}
_SIGNS = {State.GOOD: "check", State.REMARKS: "circle-alert", State.SUMS: "x", State.BROKEN: "x"}


def lis_columns() -> tuple[Column[LisRow], ...]:
    """Whose, which month, how much, and whether it adds up."""
    return (
        Column(
            translate("lis", "Apellidos y nombres"),
            lambda row: f"{row.apellidos}, {row.nombres}",
            lambda row: (row.apellidos, row.nombres, row.periodo),
            strong=lambda _row: True,
            quiet=lambda row: row.doc_numero or translate("lis", "Sin documento"),
        ),
        Column(
            translate("lis", "Mes"),
            lambda row: month_words(row.periodo),
            lambda row: (row.periodo, row.secuencia),
            quiet=kind_words,
        ),
        Column(
            translate("lis", "Líquido"),
            lambda row: amount_words(row.periodo, row.liquido),
            lambda row: row.liquido,
            figure=True,
        ),
        Column(
            translate("lis", "Estado"),
            lambda row: state_words(row.state),
            lambda row: row.state.value,
            tone=lambda row: _TONES[row.state],
            sign=lambda row: _SIGNS[row.state],
        ),
    )
