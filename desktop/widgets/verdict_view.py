"""One verdict: the largest words of the page, file, time and digest, both sides, each check, what to do.

It is filled in one go from a verdict that is over: nothing of a document is shown before. Everything that came from a
file is plain text.
"""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.icons import paint_icon
from desktop.plain import label
from desktop.presenters.rebuilt import invitation
from desktop.presenters.verdict_detail import VerdictDetail
from desktop.theme import theme
from desktop.widgets.buttons import Button, link
from desktop.widgets.card import Card
from desktop.widgets.checks_list import ChecksList
from desktop.widgets.comparison_view import ComparisonView
from desktop.widgets.empty import EmptyState
from desktop.widgets.page import scrolling
from desktop.widgets.tag import Tag
from desktop.words import translate

BAR = 6  # pixels of colour along the upper edge


class VerdictView(Card):
    """`rebuild_wanted`: redraw the payslip from what is signed; `back_wanted` where the verdict stands alone."""

    rebuild_wanted = Signal()
    back_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(padding=0, spacing=0, parent=parent)
        self.detail: VerdictDetail | None = None
        self.back = link(translate("verify", "Volver a la lista"), self.back_wanted.emit, "arrow-left")
        self.back.hide()
        self.rebuild: Button | None = None
        self._empty = EmptyState("shield-check", "", "")
        self._stack = QStackedWidget()
        self._stack.addWidget(self._empty)
        self._shown: QWidget | None = None
        self.body.setContentsMargins(1, BAR, 1, 1)
        top = QHBoxLayout()
        top.setContentsMargins(theme().px(14), 0, 0, 0)
        top.addWidget(self.back)
        top.addStretch(1)
        self.body.addLayout(top)
        self.body.addWidget(self._stack, 1)

    def show_nothing(self, title: str, sentence: str) -> None:
        """No verdict is chosen, or there is none yet."""
        self.detail = None
        self._empty.say(title, sentence)
        self._stack.setCurrentWidget(self._empty)
        self.setAccessibleName(title)
        self._drop()
        self.update()

    def show_verdict(self, detail: VerdictDetail) -> None:
        """Show this verdict, whole."""
        if detail == self.detail:
            return
        self._drop()
        self.detail = detail
        content = VerdictContent(detail)
        content.rebuild_wanted.connect(self.rebuild_wanted)
        self.rebuild = content.rebuild
        self._shown = scrolling(content)
        self._stack.addWidget(self._shown)
        self._stack.setCurrentWidget(self._shown)
        self.setAccessibleName(f"{detail.title}. {detail.facts}")
        self.update()

    def stand_alone(self, alone: bool) -> None:
        """Without the list beside it, the way back is shown here."""
        self.back.setVisible(alone)

    def _drop(self) -> None:
        if self._shown is not None:
            self._stack.removeWidget(self._shown)
            self._shown.deleteLater()
            self._shown = None
        self.rebuild = None

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.detail is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        shape = QPainterPath()
        shape.addRoundedRect(QRectF(self.rect()), 10, 10)
        painter.setClipRect(0, 0, self.width(), BAR)
        painter.fillPath(shape, theme().color(self.detail.mark.tone))


class VerdictContent(QWidget):
    """All of one verdict, from top to bottom; scrolls in the view, lies open in a dialog."""

    rebuild_wanted = Signal()

    def __init__(self, detail: VerdictDetail) -> None:
        super().__init__()
        self.setProperty("ground", "none")
        self.rebuild: Button | None = None
        column = QVBoxLayout(self)
        inset = theme().px(18)
        column.setContentsMargins(inset, theme().px(14), inset, theme().px(16))
        column.setSpacing(theme().px(14))
        column.addWidget(_head(detail))
        if detail.comparison is not None and detail.comparison.rows:
            column.addWidget(ComparisonView(detail.comparison))
        if detail.codes:
            column.addWidget(_codes(detail.codes))
        column.addWidget(self._todo(detail))
        column.addWidget(_checks(detail))
        column.addWidget(label(detail.trust, "small", wrap=True))
        column.addStretch(1)

    def _todo(self, detail: VerdictDetail) -> QFrame:
        made = QFrame()
        made.setProperty("surface", "note")
        column = QVBoxLayout(made)
        inset = theme().px(12)
        column.setContentsMargins(inset, theme().px(10), inset, theme().px(10))
        column.setSpacing(theme().px(2))
        column.addWidget(label(translate("verify", "Qué hacer"), "strong"))
        column.addWidget(label(detail.todo, "body", wrap=True))
        if detail.claims is not None:
            self.rebuild = link(invitation(detail.claims), self.rebuild_wanted.emit, "file-check")
            column.addWidget(self.rebuild, 0, Qt.AlignmentFlag.AlignLeft)
        return made


class _Sign(QWidget):
    """The verdict's sign in a tinted circle."""

    def __init__(self, sign: str, tone: str) -> None:
        super().__init__()
        self._sign, self._tone = sign, tone
        self.setFixedSize(theme().px(46), theme().px(46))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        look, painter = theme(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.color(f"{self._tone}_tint"))
        painter.drawEllipse(self.rect())
        side = look.px(24)
        room = QRectF(0, 0, side, side)
        room.moveCenter(QRectF(self.rect()).center())
        paint_icon(painter, room, self._sign, self._tone)


def _head(detail: VerdictDetail) -> QWidget:
    made = QWidget()
    made.setProperty("ground", "none")
    row = QHBoxLayout(made)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(theme().px(14))
    row.addWidget(_Sign(detail.mark.sign, detail.mark.tone), 0, Qt.AlignmentFlag.AlignTop)
    words = QVBoxLayout()
    words.setSpacing(theme().px(3))
    title = label(detail.title, "result", wrap=True)
    title.setProperty("tone", detail.mark.tone)
    words.addWidget(title)
    words.addWidget(label(detail.facts, "small", wrap=True))
    if detail.trial:
        trial = QHBoxLayout()
        trial.setSpacing(theme().px(8))
        trial.addWidget(Tag(translate("verify", "PRUEBA"), "wait", "circle-alert"), 0, Qt.AlignmentFlag.AlignTop)
        trial.addWidget(label(detail.trial.partition(": ")[2].capitalize(), "small", wrap=True), 1)
        words.addLayout(trial)
    row.addLayout(words, 1)
    return made


def _checks(detail: VerdictDetail) -> QWidget:
    made = QWidget()
    made.setProperty("ground", "none")
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(theme().px(8))
    column.addWidget(label(translate("verify", "Qué se revisó"), "heading"))
    column.addWidget(ChecksList(detail.checks))
    return made


def _codes(codes: tuple[str, ...]) -> QWidget:
    made = QWidget()
    made.setProperty("ground", "none")
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(theme().px(4))
    column.addWidget(label(translate("verify", "Qué dice el QR, sin comprobar"), "heading", wrap=True))
    for words in codes:
        column.addWidget(label(words, "body", wrap=True))
    return made
