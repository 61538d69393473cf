"""The empty state of a list: what is missing, why, and what to do."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.plain import label, set_text
from desktop.theme import theme
from desktop.widgets.buttons import secondary
from desktop.widgets.icon_label import IconLabel


class EmptyState(QWidget):
    """An icon, a title, a sentence and, perhaps, one thing to do, in the middle of the room it gets."""

    def __init__(
        self,
        icon: str,
        title: str,
        text: str,
        action: str = "",
        pressed: Callable[[], object] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        inside = QVBoxLayout(self)
        inside.setSpacing(theme().px(8))
        self._title = label(title, "heading", wrap=True)
        self._text = label(text, "quiet", wrap=True)
        self._action = secondary(action or "·", pressed)
        self._action.setVisible(bool(action))
        inside.addStretch(1)
        inside.addWidget(IconLabel(icon, "field", 40), 0, Qt.AlignmentFlag.AlignHCenter)
        for words in (self._title, self._text):
            words.setAlignment(Qt.AlignmentFlag.AlignCenter)
            inside.addWidget(words)
        inside.addWidget(self._action, 0, Qt.AlignmentFlag.AlignHCenter)
        inside.addStretch(2)

    @property
    def title(self) -> str:
        """What is missing."""
        return self._title.text()

    def say(self, title: str, text: str, action: str = "") -> None:
        """Other words for the same emptiness, and perhaps for what to do about it."""
        set_text(self._title, title)
        set_text(self._text, text)
        set_text(self._action, action or "·")
        self._action.setVisible(bool(action))
