"""Lists in a generated form: short ones to pick from, long ones to search in without tildes, and a place (ubigeo).

Values are codes. The wheel never changes a choice: people scroll the form with it.
"""

import unicodedata
from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel, QWheelEvent
from PySide6.QtWidgets import QComboBox, QCompleter, QHBoxLayout, QLineEdit, QVBoxLayout
from typing_extensions import override

from desktop.plain import set_text
from desktop.theme import theme
from desktop.widgets.record_form_editors import Editor
from desktop.words import translate

Options = Sequence[tuple[str, str]]  # code and label
FOLDED_ROLE = int(Qt.ItemDataRole.UserRole) + 1
SEARCHED_FROM = 10  # options from which a list is searched rather than read


def folded(text: str) -> str:
    """Small letters without tildes; the Ñ stays apart from the N only for who types it."""
    plain = unicodedata.normalize("NFKD", text).casefold()
    return "".join(sign for sign in plain if not unicodedata.combining(sign)).strip()


class StillBox(QComboBox):
    """A combo box that leaves the wheel to the page."""

    def __init__(self) -> None:
        super().__init__()
        self.setMinimumContentsLength(8)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class ChoiceEditor(Editor):
    """One of a short list; the first line says that nothing is chosen."""

    def __init__(self) -> None:
        super().__init__()
        self.box = StillBox()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.box)
        self._hold(self.box)
        self._unknown = ""
        self.box.activated.connect(self._choose)

    def offer(self, options: Options) -> None:
        """Other options; what is chosen stays, even when it is offered no more."""
        chosen = self.value
        if [self.box.itemData(place) for place in range(1, self.box.count())] == [code for code, _word in options]:
            return
        self.box.clear()
        self.box.addItem(translate("Form", "Elija…"), "")
        for code, word in options:
            self.box.addItem(word, code)
        self.put(chosen)

    @property
    @override
    def value(self) -> str:
        return str(self.box.currentData() or "")

    @override
    def put(self, text: str) -> None:
        place = self.box.findData(text)
        if place < 0 and text:
            self.box.addItem(text, text)  # a code that is offered no more: shown rather than lost
            place = self.box.count() - 1
        self.box.setCurrentIndex(max(0, place))

    def _choose(self) -> None:
        self.edited.emit()
        self.left.emit()


class _Completer(QCompleter):
    """Finds the middle of words, without capitals and tildes."""

    @override
    def splitPath(self, path: str) -> list[str]:
        return [folded(path)]

    @override
    def pathFromIndex(self, index: QModelIndex | QPersistentModelIndex) -> str:
        return str(index.data())


class SearchEditor(Editor):
    """One of a long list: part of the name is enough. What is no option stays as typed, for the form to complain."""

    def __init__(self) -> None:
        super().__init__()
        self.line = QLineEdit()
        self.line.setPlaceholderText(translate("Form", "Escriba parte del nombre, o ↓ para ver todo"))
        self._model = QStandardItemModel(self)
        self._codes: dict[str, str] = {}  # folded label -> code
        self._words: dict[str, str] = {}
        completer = _Completer(self._model, self)
        completer.setCompletionRole(FOLDED_ROLE)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        completer.setMaxVisibleItems(9)
        completer.activated.connect(self._chosen)
        popup = completer.popup()
        if popup is not None:
            popup.setAccessibleName(translate("Form", "Opciones"))
        self.line.setCompleter(completer)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.line)
        self._hold(self.line)
        self.line.textEdited.connect(lambda _text: self.edited.emit())

    def offer(self, options: Options) -> None:
        """Other options; what is written stays."""
        if list(self._words.items()) == list(options):
            return
        chosen = self.value
        self._words, self._codes = dict(options), {folded(word): code for code, word in options}
        self._model.clear()
        for _code, word in options:
            item = QStandardItem(word)
            item.setData(folded(word), FOLDED_ROLE)
            self._model.appendRow(item)
        self.put(chosen)

    @property
    @override
    def value(self) -> str:
        text = self.line.text()
        return self._codes.get(folded(text), text.strip())

    @override
    def put(self, text: str) -> None:
        shown = self._words.get(text, text)
        if shown != self.line.text():
            set_text(self.line, shown)

    def _chosen(self, _text: str) -> None:
        self.edited.emit()
        self.left.emit()


class PlaceEditor(Editor):
    """A ubigeo: the department by its name, then the six digits of INEI.

    Provinces and districts are typed by number: the program carries no table of their names.
    """

    def __init__(self, departments: Options) -> None:
        super().__init__()
        self.department = StillBox()
        self.department.addItem(translate("Form", "Departamento…"), "")
        for code, word in departments:
            self.department.addItem(word, code)
        self.line = QLineEdit()
        self.line.setMaxLength(6)
        self.line.setPlaceholderText("120101")
        self.line.setFixedWidth(theme().px(110))
        row = QHBoxLayout()
        row.setSpacing(theme().px(8))
        row.addWidget(self.department, 1)
        row.addWidget(self.line)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(row)
        self._hold(self.line)
        self.department.activated.connect(self._choose)
        self.line.textEdited.connect(self._edit)

    @override
    def name(self, title: str, told: str) -> None:
        super().name(title, told)
        self.department.setAccessibleName(translate("Form", "{field}: departamento").format(field=title))

    @property
    @override
    def value(self) -> str:
        return self.line.text()

    @override
    def put(self, text: str) -> None:
        if text != self.line.text():
            set_text(self.line, text)
        self._follow()

    def _follow(self) -> None:
        self.department.setCurrentIndex(max(0, self.department.findData(self.line.text()[:2])))

    def _edit(self) -> None:
        self._follow()
        self.edited.emit()

    def _choose(self) -> None:
        code = str(self.department.currentData() or "")
        if code and self.line.text()[:2] != code:
            set_text(self.line, code)
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)
        self.edited.emit()
