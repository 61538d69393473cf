"""A card: what lies on the paper, with a hair line around it. Also the quiet note inside a card and the line across."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desktop.plain import label
from desktop.theme import theme


class Card(QFrame):
    """A white surface; put widgets into `body`."""

    def __init__(
        self, title: str = "", *, padding: float = 18, spacing: float = 10, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("surface", "card")
        self.body = QVBoxLayout(self)
        inset = theme().px(padding)
        self.body.setContentsMargins(inset, inset, inset, inset)
        self.body.setSpacing(theme().px(spacing))
        self.heading = label(title, "heading", wrap=True)
        self.heading.setVisible(bool(title))
        self.body.addWidget(self.heading)


def note(text: str, *, role: str = "body") -> QFrame:
    """A consequence in a plain sentence, on a sunken ground."""
    made = QFrame()
    made.setProperty("surface", "note")
    inside = QHBoxLayout(made)
    inset = theme().px(12)
    inside.setContentsMargins(inset, inset, inset, inset)
    inside.addWidget(label(text, role, wrap=True))
    return made


def line() -> QFrame:
    """A hair line across."""
    made = QFrame()
    made.setProperty("surface", "line")
    return made
