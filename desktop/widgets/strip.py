"""The status strip on top of the main window: connection, as of when, what waits, what it cost, and the one button.

It shows `presenters.status.StripWords` and decides nothing.
"""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.plain import label, set_text
from desktop.presenters.status import StripWords
from desktop.theme import theme
from desktop.widgets.buttons import link
from desktop.widgets.flow import FlowLayout
from desktop.words import translate


class _Dot(QWidget):
    """Filled when there is a connection or an exchange, a ring when not: the words say the same."""

    def __init__(self) -> None:
        super().__init__()
        self.tone = "field"
        self.setFixedSize(theme().px(12), theme().px(12))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colour = theme().color(self.tone)
        painter.setPen(QPen(colour, 2))
        painter.setBrush(Qt.BrushStyle.NoBrush if self.tone == "field" else colour)
        painter.drawEllipse(QRectF(self.rect()).adjusted(2, 2, -2, -2))


class StatusStrip(QFrame):
    """Signals what the person asked for: an exchange now, or to stop the one that runs."""

    sync_wanted = Signal()
    cancel_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "strip")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._cancels = False
        self._dot = _Dot()
        self.lead = label("", "strip-lead")
        self.facts = [label("", "small"), label("", "small")]
        self.used = label("", "small")
        self.button = link("·", self._press)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setProperty("role", "thin")
        self._bar.setRange(0, 1000)
        self._bar.setAccessibleName(translate("Strip", "Avance de la sincronización"))
        self._lay_out()

    def show_words(self, words: StripWords) -> None:
        """Say this."""
        self._cancels = words.cancels
        self._dot.tone = words.tone
        self._dot.update()
        set_text(self.lead, words.lead)
        for number, fact in enumerate(self.facts):
            said = words.facts[number] if number < len(words.facts) else ""
            set_text(fact, f"· {said}" if said else "")
            fact.setVisible(bool(said))
        set_text(self.used, words.used)
        self.button.say(words.button)
        # An empty bar keeps its room, so that the page below does not jump when an exchange begins.
        self._bar.setRange(0, 0 if words.syncing and words.part is None else 1000)
        if not words.syncing or words.part is not None:
            self._bar.setValue(round((words.part or 0.0) * 1000))
        self.setAccessibleName(" ".join((words.lead, *words.facts, words.used)))

    def _lay_out(self) -> None:
        telling = QWidget()
        telling.setProperty("ground", "none")
        flow = FlowLayout(telling, gap=theme().px(6), row_gap=2)
        flow.setContentsMargins(0, 0, 0, 0)
        large = theme().look.text_size > 140  # then the right end, too, goes on in the next row
        for part in (self._dot, self.lead, *self.facts, *((self.used, self.button) if large else ())):
            flow.addWidget(part)
        row = QHBoxLayout()
        row.setContentsMargins(theme().px(18), 2, theme().px(12), 0)
        row.setSpacing(theme().px(12))
        row.addWidget(telling, 1)
        if not large:
            row.addWidget(self.used)
            row.addWidget(self.button)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(row)
        whole.addWidget(self._bar)

    def _press(self) -> None:
        (self.cancel_wanted if self._cancels else self.sync_wanted).emit()
