"""A sentence across the page that asks for nothing urgent: news, a session that ended, a job that was stopped."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget
from typing_extensions import override

from desktop.plain import announce, label, set_text
from desktop.theme import theme
from desktop.widgets.buttons import icon_button, link
from desktop.widgets.icon_label import IconLabel
from desktop.words import translate

_ICONS = {
    "info": "info",
    "wait": "circle-alert",
    "good": "circle-check",
    "bad": "triangle-alert",
    "neutral": "cloud-off",
}


class Banner(QFrame):
    """Hidden until `say`. The person can close it; `closed` tells so."""

    closed = Signal()
    toggled = Signal()  # it came or went

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pressed: Callable[[], None] | None = None
        row = QHBoxLayout(self)
        inset = theme().px(8)
        row.setContentsMargins(theme().px(14), inset, inset, inset)
        row.setSpacing(theme().px(10))
        self._icon = IconLabel("info", "info", 20)
        self._words = label("", wrap=True)
        self._action = link("·", self._act)
        self._close = icon_button("x", translate("Banner", "Cerrar este aviso"), self.dismiss)
        row.addWidget(self._icon)
        row.addWidget(self._words, 1)
        row.addWidget(self._action)
        row.addWidget(self._close)
        self.hide()

    @property
    def text(self) -> str:
        """What it says."""
        return self._words.text()

    def say(
        self,
        text: str,
        tone: str = "info",
        action: str = "",
        pressed: Callable[[], None] | None = None,
        *,
        aloud: bool = True,
    ) -> None:
        """Show a sentence with, perhaps, one thing to do about it. `aloud`: screen readers say it by themselves."""
        self._pressed = pressed
        set_text(self._words, text)
        self._icon.show_icon(_ICONS[tone], tone if tone != "neutral" else "ink")
        self._action.say(action)
        self._action.setVisible(bool(action))
        self.setAccessibleName(text)
        self.setProperty("banner", tone)
        self.style().unpolish(self)
        self.style().polish(self)
        self.show()
        if aloud:
            announce(self, text, urgent=tone == "bad")

    def dismiss(self) -> None:
        """Take it away."""
        self.hide()
        self.closed.emit()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.toggled.emit()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.toggled.emit()

    def _act(self) -> None:
        if self._pressed is not None:
            self._pressed()
