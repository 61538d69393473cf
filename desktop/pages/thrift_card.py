"""The card of Ajustes about data: whether PDFs come by themselves. Kept with the profile, by the desk."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from desktop.presenters.thrift import choices
from desktop.theme import theme
from desktop.widgets.card import Card
from desktop.widgets.choices_row import SettingRow, choice
from desktop.words import translate
from storage.thrift import Thrift, set_thrift, thrift

if TYPE_CHECKING:
    from desktop.opened import Opened


class ThriftCard(Card):
    """One choice. `refresh` reads it again."""

    def __init__(self, opened: "Opened", parent: QWidget | None = None) -> None:
        super().__init__(translate("Settings", "Datos de internet"), spacing=14, parent=parent)
        self._opened = opened
        self._options = choices()
        self.choice = choice(tuple((words, number) for number, (words, _) in enumerate(self._options)), 0)
        self.choice.setMinimumWidth(theme().px(260))
        self.choice.setEnabled(False)  # until it is known
        told = translate("Settings", "La lista y los montos llegan siempre: pesan poco.")
        self.body.addWidget(SettingRow(translate("Settings", "&PDF de las boletas"), told, self.choice))
        self.choice.activated.connect(self._choose)
        self.refresh()

    def refresh(self) -> None:
        """Show what is kept."""
        self._opened.desk.ask(self, thrift, self._show)

    def _show(self, kept: Thrift) -> None:
        at = next((number for number, (_, one) in enumerate(self._options) if one == kept), 0)
        self.choice.setCurrentIndex(at)
        self.choice.setEnabled(True)

    def _choose(self, at: int) -> None:
        chosen = self._options[at][1]
        self._opened.desk.ask(self, lambda db: set_thrift(db, chosen), lambda _done: None)
