"""Supporting documents as rows: what each says of itself, its size, and what can be done with it."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.plain import label
from desktop.presenters.legajo_detail import DocumentLine
from desktop.theme import theme
from desktop.widgets.buttons import link
from desktop.widgets.card import line
from desktop.widgets.ends import Ends, group
from desktop.words import translate


class DocumentList(QWidget):
    """`view_wanted(sha256)`; with `editable` also `edit_wanted` and `drop_wanted`. Made anew for each filling."""

    view_wanted = Signal(str)
    edit_wanted = Signal(str)
    drop_wanted = Signal(str)

    def __init__(self, *, editable: bool = False, buttons: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("ground", "none")
        self._editable, self._with_buttons = editable, buttons
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme().px(6))
        self.lines: tuple[DocumentLine, ...] = ()

    def show_documents(self, lines: Sequence[DocumentLine]) -> None:
        """These, in this order."""
        self.lines = tuple(lines)
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for place, one in enumerate(self.lines):
            if place:
                self._column.addWidget(line())
            self._column.addWidget(self._row(one))

    def _row(self, one: DocumentLine) -> QWidget:
        words = QWidget()
        words.setProperty("ground", "none")
        column = QVBoxLayout(words)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(label(one.title, "strong", wrap=True))
        told = " · ".join(part for part in (one.note, one.size, _where(one)) if part)
        column.addWidget(label(told, "small", wrap=True))
        buttons = self._buttons(one)
        return Ends(words, group(*buttons, gap=10)) if buttons else words

    def _buttons(self, one: DocumentLine) -> list[QWidget]:
        buttons: list[QWidget] = []
        if one.sha256 and self._with_buttons:
            seen = translate("legajo", "Ver") if one.held else translate("legajo", "Traer")
            buttons.append(self._button(seen, one, self.view_wanted.emit))
        if self._editable and one.own:
            buttons.append(self._button(translate("legajo", "Cambiar"), one, self.edit_wanted.emit))
        if self._editable:
            buttons.append(self._button(translate("legajo", "Quitar"), one, self.drop_wanted.emit))
        return buttons

    def _button(self, word: str, one: DocumentLine, wanted: Callable[[str], object]) -> QWidget:
        made = link(word, lambda: wanted(one.sha256))
        made.setAccessibleName(f"{word}: {one.title}")
        return made


def _where(one: DocumentLine) -> str:
    if one.held or not one.sha256:
        return ""
    return translate("legajo", "todavía no está en esta computadora")
