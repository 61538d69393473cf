"""Whose work the program is made of and under which terms, in their own words. The page is read on the pool.

The text is `resources/licences/licencias.txt`, written by `build/licences.py`: Spanish at its head, then the originals.
"""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QPlainTextEdit, QWidget

from desktop.plain import set_text
from desktop.presenters.errors import explain
from desktop.theme import theme
from desktop.widgets.buttons import primary
from desktop.widgets.dialogs import Dialog, tell_trouble
from desktop.words import translate
from resources import path

if TYPE_CHECKING:
    from desktop.tasks.desk import Desk


class LicencesDialog(Dialog):
    """Shows the page; `text` is empty until it was read."""

    def __init__(self, parent: QWidget | None, desk: "Desk") -> None:
        super().__init__(parent, translate("About", "Hecho con programas libres"), "scroll-text")
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setAccessibleName(translate("About", "Licencias de lo que viene con el programa"))
        self.text.setMinimumSize(theme().px(560) if theme().look.text_size <= 130 else theme().px(360), theme().px(380))
        self.body.addWidget(self.text)
        self.answer_with(primary(translate("About", "&Cerrar"), self.accept))
        desk.start(self, lambda _job: _page(), self._show, lambda error: tell_trouble(parent, explain(error)))

    def _show(self, page: str) -> None:
        set_text(self.text, page)


def _page() -> str:
    return path("licences", "licencias.txt").read_text(encoding="utf-8")
