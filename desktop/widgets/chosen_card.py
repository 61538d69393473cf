"""The card beside a list: what is chosen there, whole; an empty state while nothing is; the way back when alone."""

from typing import Generic, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from desktop.theme import theme
from desktop.widgets.buttons import Button, link
from desktop.widgets.card import Card
from desktop.widgets.empty import EmptyState

Shown = TypeVar("Shown")
Deed = TypeVar("Deed")


class ChosenCard(Card, Generic[Shown, Deed]):
    """`shown` is what is shown; `buttons` what can be done with it, the first thing first."""

    back_wanted = Signal()

    def __init__(self, empty: EmptyState, way_back: str, parent: QWidget | None = None) -> None:
        super().__init__(padding=0, spacing=0, parent=parent)
        self.shown: Shown | None = None
        self.buttons: dict[Deed, Button] = {}
        self.back = link(way_back, self.back_wanted.emit, "arrow-left")
        self.back.hide()
        self._empty = empty
        self._stack = QStackedWidget()
        self._stack.addWidget(empty)
        self._content: QWidget | None = None
        top = QHBoxLayout()
        top.setContentsMargins(theme().px(14), 0, 0, 0)
        top.addWidget(self.back)
        top.addStretch(1)
        self.body.setContentsMargins(1, 1, 1, 1)
        self.body.addLayout(top)
        self.body.addWidget(self._stack, 1)

    def show_nothing(self) -> None:
        """Nothing is chosen."""
        self._drop()
        self._stack.setCurrentWidget(self._empty)

    def show_one(self, chosen: Shown) -> None:
        """Show this one, whole."""
        if chosen == self.shown:
            return
        self._drop()
        self.shown = chosen
        self._content = self.laid_out(chosen)
        self._stack.addWidget(self._content)
        self._stack.setCurrentWidget(self._content)
        self.setAccessibleName(self.spoken(chosen))

    def laid_out(self, chosen: Shown) -> QWidget:
        """Everything of this one, its buttons entered into `buttons`. Each card's own."""
        raise NotImplementedError

    def spoken(self, chosen: Shown) -> str:
        """What a screen reader says of this one. Each card's own."""
        raise NotImplementedError

    def stand_alone(self, alone: bool) -> None:
        """Without the list beside it, the way back is shown here."""
        self.back.setVisible(alone)

    def enter(self) -> None:
        """Take the focus: the first thing that can be done, or the way back."""
        first = next(iter(self.buttons.values()), self.back)
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _drop(self) -> None:
        self.shown, self.buttons = None, {}
        if self._content is not None:
            self._stack.removeWidget(self._content)
            self._content.deleteLater()
            self._content = None
