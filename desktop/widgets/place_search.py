"""Where a packet goes: typed by name, chosen from what matches. Shows names it is given; knows no file."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.theme import theme
from desktop.widgets.fields import Field
from desktop.words import translate
from storage.search import fold

MOST = 40  # matches shown
ROWS = 5  # in sight at once


class PlaceSearch(QWidget):
    """`show_places` gives (key, name); `chosen(key, name)` when one is taken."""

    chosen = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.key = ""
        self._places: tuple[tuple[str, str, str], ...] = ()
        self.field = Field(
            translate("packet", "&UGEL, DRE o entidad"), translate("packet", "Escriba una parte de su nombre.")
        )
        self.list = QListWidget()
        self.list.setAccessibleName(translate("packet", "UGEL que coinciden"))
        self.list.setFixedHeight(theme().px(34 * ROWS))
        self.list.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().px(6))
        column.addWidget(self.field)
        column.addWidget(self.list)
        self.setFocusProxy(self.field)
        self.field.edit.textEdited.connect(self._search)
        self.field.edit.installEventFilter(self)
        self.list.itemClicked.connect(self._take)
        self.list.itemActivated.connect(self._take)

    def show_places(self, places: Sequence[tuple[str, str]]) -> None:
        """What there is to choose from."""
        self._places = tuple((key, name, fold(name)) for key, name in places)

    def choose(self, key: str) -> None:
        """Take one by its key; an unknown one takes nothing."""
        for known, name, _ in self._places:
            if known == key:
                self._accept(key, name)

    def _search(self, text: str) -> None:
        self.key = ""
        words = fold(text).split()
        found = [(key, name) for key, name, plain in self._places if words and all(word in plain for word in words)]
        self.list.clear()
        for key, name in found[:MOST]:
            item = QListWidgetItem(name)
            item.setData(Qt.ItemDataRole.UserRole, key)
            self.list.addItem(item)
        self.list.setVisible(bool(found))
        if words and not found:
            self.field.complain(translate("packet", "Ninguna se llama así. Pruebe con otra parte del nombre."))

    def _take(self, item: QListWidgetItem) -> None:
        self._accept(item.data(Qt.ItemDataRole.UserRole), item.text())

    def _accept(self, key: str, name: str) -> None:
        self.key = key
        self.field.put(name)
        self.field.complain("")
        self.list.hide()
        self.field.edit.setFocus()
        self.chosen.emit(key, name)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and self.list.count():
            if event.key() == Qt.Key.Key_Down and self.list.isVisible():
                self.list.setCurrentRow(0)
                self.list.setFocus()
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.list.isVisible():
                self._take(self.list.item(0))
                return True
        return super().eventFilter(watched, event)
