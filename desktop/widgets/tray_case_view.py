"""One request opened at the office: who asks, what changes, papers and history, with the decisions at the foot."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from desktop.plain import label, set_tooltip
from desktop.presenters.tray_case import Case, Decision, decision_words
from desktop.theme import theme
from desktop.widgets.buttons import primary, secondary
from desktop.widgets.card import line
from desktop.widgets.checks_list import ChecksList
from desktop.widgets.chosen_card import ChosenCard
from desktop.widgets.empty import EmptyState
from desktop.widgets.flow import FlowLayout
from desktop.widgets.page import scrolling
from desktop.widgets.requests_parts import before_after, document_list, ground, history_list, reason_frame, titled
from desktop.widgets.tag import Tag
from desktop.words import translate

_ICONS = {
    Decision.TAKE: "lock", Decision.LEAVE: "log-out", Decision.ATTEND: "check", Decision.OBSERVE: "circle-alert",
    Decision.REJECT: "x", Decision.RECEIVE: "file-check",
}  # fmt: skip

# One key each, wherever the focus is but in a field; Ctrl+Z takes the last decision back.
KEYS = {
    Decision.TAKE: "T", Decision.LEAVE: "S", Decision.ATTEND: "A", Decision.OBSERVE: "O", Decision.REJECT: "R",
    Decision.RECEIVE: "E",
}  # fmt: skip


class CaseView(ChosenCard[Case, Decision]):
    """`decided(Decision)` is a wish; `document_wanted(sha256)`; `undo_wanted(batch)`; `read(uuid)`: a refusal was."""

    decided = Signal(object)
    document_wanted = Signal(str)
    undo_wanted = Signal(str)
    read = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        empty = EmptyState(
            "inbox",
            translate("tray", "Elija una solicitud"),
            translate("tray", "Aquí se ve qué cambia, con sus sustentos, y se decide."),
        )
        super().__init__(empty, translate("tray", "Volver a la bandeja"), parent)

    @override
    def spoken(self, chosen: Case) -> str:
        return f"{chosen.title}. {chosen.who}"

    @override
    def laid_out(self, chosen: Case) -> QWidget:
        made, column = ground(0)
        inside, parts = ground(14)
        inset = theme().px(18)
        parts.setContentsMargins(inset, theme().px(14), inset, theme().px(16))
        for part in _parts(chosen, self.document_wanted.emit, self._own(chosen)):
            parts.addWidget(part)
        parts.addStretch(1)
        column.addWidget(scrolling(inside), 1)
        if chosen.decisions:
            column.addWidget(line())
            column.addWidget(self._feet(chosen))
        return made

    def _feet(self, case: Case) -> QWidget:
        """The decisions stay in sight while the case is scrolled."""
        made = QWidget()
        made.setProperty("ground", "none")
        flow = FlowLayout(made, gap=theme().px(8))
        flow.setContentsMargins(theme().px(18), theme().px(10), theme().px(18), theme().px(12))
        for decision in case.decisions:
            make = primary if decision is case.decisions[0] else secondary
            words = decision_words(decision)
            self.buttons[decision] = make(words, partial(self.decided.emit, decision), _ICONS[decision])
            set_tooltip(self.buttons[decision], f"{words.replace('&', '')} ({KEYS[decision]})")
            flow.addWidget(self.buttons[decision])
        return made

    def _own(self, case: Case) -> QWidget | None:
        """What can be done about one's own decision: take it back, or say that its refusal was read."""
        if case.refused:
            read = secondary(translate("tray", "&Entendido"), partial(self.read.emit, case.uuid), "check")
            if case.again is None:
                return read
            row = QWidget()
            row.setProperty("ground", "none")
            flow = FlowLayout(row, gap=theme().px(8))
            flow.setContentsMargins(0, 0, 0, 0)
            flow.addWidget(secondary(translate("tray", "&Decidir otra vez"), partial(self.decided.emit, case.again)))
            flow.addWidget(read)
            return row
        if case.undo:
            return secondary(translate("tray", "&Deshacer mi decisión"), partial(self.undo_wanted.emit, case.undo))
        return None


def _head(case: Case) -> QWidget:
    made, column = ground(3)
    column.addWidget(label(case.code, "caption", wrap=True))
    column.addWidget(label(case.title, "verdict", wrap=True))
    column.addWidget(label(f"{case.who} · {case.document}", "strong", wrap=True))
    if case.place:
        column.addWidget(label(case.place, "small", wrap=True))
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


def _parts(case: Case, view: Callable[[str], object], own: QWidget | None) -> list[QWidget]:
    found: list[QWidget] = [_head(case), *([reason_frame(case.notice)] if case.notice else []), *([own] if own else [])]
    if case.paper:
        found.append(titled(translate("tray", "Qué pide"), label(case.paper, "body", wrap=True)))
    if case.rows:
        found.append(titled(translate("tray", "Qué cambia"), before_after(case.rows, before_known=case.before_known)))
    if case.documents:
        seen = None if case.cover else view
        found.append(titled(translate("tray", "Sustentos"), document_list(case.documents, seen)))
    at_the_counter = "\n".join(filter(None, ("" if case.checks else case.expediente, case.received)))
    if case.checks:
        found.append(titled(translate("tray", "Qué trae"), ChecksList(case.checks)))
    for title, words in (
        (translate("tray", "Mesa de partes"), at_the_counter),
        (translate("tray", "Nota de quien pide"), case.note),
    ):
        if words:
            found.append(titled(title, label(words, "body", wrap=True)))
    if case.history:
        found.append(titled(translate("tray", "Historia"), history_list(case.history)))
    return found
