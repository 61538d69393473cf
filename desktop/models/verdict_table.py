"""The columns of "Verificar documentos": the file's name and its result. Rows are verdicts, keyed by path."""

from PySide6.QtCore import QObject

from desktop.models.record_table import Column, RecordTable
from desktop.presenters.verdict_detail import file_name
from desktop.presenters.verdict_reasons import one_line
from desktop.presenters.verdicts import mark_of, weight_of
from desktop.words import translate
from documents.seal.verdict import Verdict

FILE, RESULT = range(2)


def verdict_columns() -> tuple[Column[Verdict], ...]:
    """File and result. Sorting by result puts on top what must be looked at."""
    return (
        Column(
            translate("verify", "Archivo"),
            lambda verdict: one_line(file_name(verdict.file.path)),
            lambda verdict: (file_name(verdict.file.path).casefold(), verdict.file.path),
        ),
        Column(
            translate("verify", "Resultado"),
            lambda verdict: mark_of(verdict).word,
            lambda verdict: (*weight_of(verdict), verdict.file.path),
            tone=lambda verdict: mark_of(verdict).tone,
            sign=lambda verdict: mark_of(verdict).sign,
        ),
    )


def verdict_table(parent: QObject | None = None) -> RecordTable[Verdict]:
    """The empty table."""
    return RecordTable(verdict_columns(), lambda verdict: verdict.file.path, parent=parent)
