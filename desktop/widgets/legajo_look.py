"""The question "¿Son correctos sus datos?" above the legajo, with its two answers."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from desktop.plain import label, set_text
from desktop.theme import theme
from desktop.widgets.buttons import primary, secondary
from desktop.widgets.ends import Ends, group
from desktop.words import translate


class LookCard(QFrame):
    """`right` when the person says that everything is correct, `change_wanted` when not."""

    right = Signal()
    change_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("banner", "info")
        self.words = label("", "strong", wrap=True)
        self.yes = primary(translate("legajo", "Sí, están correctos"), self.right.emit, "check")
        self.no = secondary(translate("legajo", "Solicitar modificación"), self.change_wanted.emit)
        row = QHBoxLayout(self)
        inset = theme().px(10)
        row.setContentsMargins(theme().px(14), inset, inset, inset)
        row.addWidget(Ends(self.words, group(self.no, self.yes)))
        self.hide()

    @property
    def due(self) -> bool:
        """Whether there is something to ask."""
        return bool(self.words.text())

    def ask(self, words: str) -> None:
        """What to ask, with since when it was not answered; "" asks nothing. The page shows it where there is room."""
        set_text(self.words, words)
        self.setAccessibleName(words)
