"""A long job in one row: what it does, how far it is, and a way to stop it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from desktop.plain import label, set_text
from desktop.theme import theme
from desktop.widgets.buttons import secondary
from desktop.words import translate


class ProgressRow(QWidget):
    """`say(words, part)`: `part` from 0 to 1, or None while nobody can tell. `cancelled` when the person stops it."""

    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = label("", "small", wrap=True)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setRange(0, 1000)
        self._bar.setAccessibleName(translate("Progress", "Avance"))
        self.cancel = secondary(translate("Progress", "&Cancelar"), self.cancelled.emit)
        left = QVBoxLayout()
        left.setSpacing(theme().px(6))
        left.addWidget(self._words)
        left.addWidget(self._bar)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme().px(14))
        row.addLayout(left, 1)
        row.addWidget(self.cancel)

    @property
    def words(self) -> str:
        """What it says."""
        return self._words.text()

    def say(self, words: str, part: float | None = None) -> None:
        """Where the job is."""
        set_text(self._words, words)
        self._bar.setRange(0, 0 if part is None else 1000)
        if part is not None:
            self._bar.setValue(round(part * 1000))
