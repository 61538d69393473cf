"""The report of old payroll files in a box: what was imported, what was not understood, and all of it as a table."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QPlainTextEdit, QWidget

from desktop.plain import set_text
from desktop.presenters.lis_report import report_text
from desktop.theme import theme
from desktop.widgets.buttons import primary, secondary
from desktop.widgets.dialogs import Dialog
from desktop.words import translate
from storage.lis_records import ImportReport


def report_box(window: QWidget, title: str, reports: Sequence[ImportReport], save: Callable[[], None]) -> Dialog:
    """The box, not yet open. `save` asks where the table goes."""
    box = Dialog(window, title, "clipboard-list")
    text = QPlainTextEdit()
    text.setReadOnly(True)
    text.setAccessibleName(title)
    set_text(text, report_text(reports))
    text.setMinimumSize(theme().px(520) if theme().look.text_size <= 130 else theme().px(330), theme().px(300))
    box.body.addWidget(text)
    table = secondary(translate("lis", "&Guardar como tabla…"), save, "save")
    table.setEnabled(any(report.remarks for report in reports))
    box.answer_with(table, primary(translate("lis", "&Cerrar"), box.accept))
    return box
