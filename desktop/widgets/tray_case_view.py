"""One request opened at the office: who asks, what changes, papers and history, with the decisions at the foot."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desktop.plain import label
from desktop.presenters.tray_case import Case, Decision, decision_words
from desktop.theme import theme
from desktop.widgets.buttons import Button, link, primary, secondary
from desktop.widgets.card import Card, line
from desktop.widgets.empty import EmptyState
from desktop.widgets.flow import FlowLayout
from desktop.widgets.page import scrolling
from desktop.widgets.requests_parts import before_after, document_list, history_list, reason_frame, titled
from desktop.widgets.tag import Tag
from desktop.words import translate

_ICONS = {
    Decision.TAKE: "lock", Decision.LEAVE: "log-out", Decision.ATTEND: "check", Decision.OBSERVE: "circle-alert",
    Decision.REJECT: "x",
}  # fmt: skip


class CaseView(Card):
    """`decided(Decision)` is a wish; `document_wanted(sha256)`; `back_wanted` where it stands without the list."""

    decided = Signal(object)
    document_wanted = Signal(str)
    back_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(padding=0, spacing=0, parent=parent)
        self.case: Case | None = None
        self.buttons: dict[Decision, Button] = {}
        self.back = link(translate("tray", "Volver a la bandeja"), self.back_wanted.emit, "arrow-left")
        self.back.hide()
        self._empty = EmptyState(
            "inbox",
            translate("tray", "Elija una solicitud"),
            translate("tray", "Aquí se ve qué cambia, con sus sustentos, y se decide."),
        )
        self._stack = QStackedWidget()
        self._stack.addWidget(self._empty)
        self._shown: QWidget | None = None
        top = QHBoxLayout()
        top.setContentsMargins(theme().px(14), 0, 0, 0)
        top.addWidget(self.back)
        top.addStretch(1)
        self.body.setContentsMargins(1, 1, 1, 1)
        self.body.addLayout(top)
        self.body.addWidget(self._stack, 1)

    def show_nothing(self) -> None:
        """No request is chosen."""
        self._drop()
        self.case = None
        self._stack.setCurrentWidget(self._empty)

    def show_case(self, case: Case) -> None:
        """Show this one, whole."""
        if case == self.case:
            return
        self._drop()
        self.case = case
        self._shown = self._whole(case)
        self._stack.addWidget(self._shown)
        self._stack.setCurrentWidget(self._shown)
        self.setAccessibleName(f"{case.title}. {case.who}")

    def allow(self, *, decide: bool) -> None:
        """Decisions need a connection, and one at a time."""
        for button in self.buttons.values():
            button.setEnabled(decide)

    def stand_alone(self, alone: bool) -> None:
        """Without the list beside it, the way back is shown here."""
        self.back.setVisible(alone)

    def enter(self) -> None:
        """Take the focus."""
        first = next(iter(self.buttons.values()), self.back)
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _drop(self) -> None:
        self.buttons = {}
        if self._shown is not None:
            self._stack.removeWidget(self._shown)
            self._shown.deleteLater()
            self._shown = None

    def _whole(self, case: Case) -> QWidget:
        made, column = _column(0)
        inside, parts = _column(14)
        inset = theme().px(18)
        parts.setContentsMargins(inset, theme().px(14), inset, theme().px(16))
        for part in _parts(case, self.document_wanted.emit):
            parts.addWidget(part)
        parts.addStretch(1)
        column.addWidget(scrolling(inside), 1)
        if case.decisions:
            column.addWidget(line())
            column.addWidget(self._feet(case))
        return made

    def _feet(self, case: Case) -> QWidget:
        """The decisions stay in sight while the case is scrolled."""
        made = QWidget()
        made.setProperty("ground", "none")
        flow = FlowLayout(made, gap=theme().px(8))
        flow.setContentsMargins(theme().px(18), theme().px(10), theme().px(18), theme().px(12))
        for decision in case.decisions:
            make = primary if decision is Decision.ATTEND else secondary
            words = decision_words(decision)
            self.buttons[decision] = make(words, partial(self.decided.emit, decision), _ICONS[decision])
            flow.addWidget(self.buttons[decision])
        return made


def _head(case: Case) -> QWidget:
    made, column = _column(3)
    column.addWidget(label(case.code, "caption", wrap=True))
    column.addWidget(label(case.title, "verdict", wrap=True))
    column.addWidget(label(f"{case.who} · {case.document}", "strong", wrap=True))
    if case.about:
        column.addWidget(label(case.about, "small", wrap=True))
    column.addSpacing(theme().px(4))
    row = FlowLayout(gap=theme().px(10))
    row.addWidget(Tag(case.mark.word, case.mark.tone, case.mark.sign))
    for words, role in ((case.term.words, case.term.tone or "small"), (case.taken, "small")):
        if words:
            row.addWidget(label(words, role))
    column.addLayout(row)
    return made


def _parts(case: Case, view: Callable[[str], object]) -> list[QWidget]:
    found: list[QWidget] = [_head(case)]
    if case.notice is not None:
        found.append(reason_frame(case.notice))
    if case.paper:
        found.append(titled(translate("tray", "Qué pide"), label(case.paper, "body", wrap=True)))
    if case.rows:
        found.append(titled(translate("tray", "Qué cambia"), before_after(case.rows, before_known=case.before_known)))
    if case.documents:
        found.append(titled(translate("tray", "Sustentos"), document_list(case.documents, view)))
    for title, words in (
        (translate("tray", "Mesa de partes"), case.expediente),
        (translate("tray", "Nota de quien pide"), case.note),
    ):
        if words:
            found.append(titled(title, label(words, "body", wrap=True)))
    if case.history:
        found.append(titled(translate("tray", "Historia"), history_list(case.history)))
    return found


def _column(spacing: float) -> tuple[QWidget, QVBoxLayout]:
    made = QWidget()
    made.setProperty("ground", "none")
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(theme().px(spacing))
    return made, column
