"""One request opened: what it is, the office's words, what to do now, what changes, its papers, its history."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.plain import label
from desktop.presenters.requests_detail import Detail
from desktop.presenters.requests_steps import Deed
from desktop.theme import theme
from desktop.widgets.buttons import primary, secondary
from desktop.widgets.chosen_card import ChosenCard
from desktop.widgets.empty import EmptyState
from desktop.widgets.flow import FlowLayout
from desktop.widgets.page import scrolling
from desktop.widgets.requests_parts import before_after, document_list, history_list, reason_frame, titled
from desktop.widgets.tag import Tag
from desktop.words import translate

_ICONS = {
    Deed.CONTINUE: "pencil", Deed.RETRY: "refresh-cw", Deed.SIGN_IN: "key-round",
    Deed.CORRECT: "pencil", Deed.PACKET: "file-text", Deed.EXPEDIENTE: "scroll-text", Deed.COPY_CODE: "copy",
    Deed.CANCEL: "trash-2",
}  # fmt: skip
_FIRST = frozenset({Deed.CONTINUE, Deed.RETRY, Deed.SIGN_IN, Deed.CORRECT})


class RequestView(ChosenCard[Detail, Deed]):
    """`deed_wanted(Deed)`, `document_wanted(sha256)`."""

    deed_wanted = Signal(object)
    document_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        empty = EmptyState(
            "clipboard-list",
            translate("requests", "Elija una solicitud"),
            translate("requests", "Aquí se ve qué pidió, qué respondió la oficina y qué hacer."),
        )
        super().__init__(empty, translate("requests", "Volver a la lista"), parent)

    @override
    def spoken(self, chosen: Detail) -> str:
        return f"{chosen.title}. {chosen.mark.word}"

    @override
    def laid_out(self, chosen: Detail) -> QWidget:
        return scrolling(self._inside(chosen))

    def _inside(self, detail: Detail) -> QWidget:
        made = QWidget()
        made.setProperty("ground", "none")
        column = QVBoxLayout(made)
        inset = theme().px(18)
        column.setContentsMargins(inset, theme().px(14), inset, theme().px(16))
        column.setSpacing(theme().px(14))
        column.addWidget(_head(detail))
        if detail.reason is not None:
            column.addWidget(reason_frame(detail.reason))
        column.addWidget(self._next(detail))
        for part in _parts(detail, self.document_wanted.emit):
            column.addWidget(part)
        column.addStretch(1)
        return made

    def _next(self, detail: Detail) -> QFrame:
        made = QFrame()
        made.setProperty("surface", "note")
        column = QVBoxLayout(made)
        inset = theme().px(12)
        column.setContentsMargins(inset, theme().px(10), inset, theme().px(12))
        column.setSpacing(theme().px(8))
        column.addWidget(label(translate("requests", "Qué sigue"), "strong"))
        column.addWidget(label(detail.next_step, "body", wrap=True))
        flow = FlowLayout(gap=theme().px(8))
        for place, (deed, words) in enumerate(detail.deeds):
            make = primary if place == 0 and deed in _FIRST else secondary
            button = make(words, partial(self.deed_wanted.emit, deed), _ICONS[deed])
            self.buttons[deed] = button
            flow.addWidget(button)
        column.addLayout(flow)
        return made


def _head(detail: Detail) -> QWidget:
    made = QWidget()
    made.setProperty("ground", "none")
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(theme().px(3))
    column.addWidget(label(detail.name, "caption", wrap=True))
    column.addWidget(label(detail.title, "verdict", wrap=True))
    if detail.about:
        column.addWidget(label(detail.about, "small", wrap=True))
    row = FlowLayout(gap=theme().px(10))
    row.addWidget(Tag(detail.mark.word, detail.mark.tone, detail.mark.sign))
    if detail.term.words:
        row.addWidget(label(detail.term.words, detail.term.tone or "small"))
    column.addSpacing(theme().px(4))
    column.addLayout(row)
    return made


def _parts(detail: Detail, view: Callable[[str], object]) -> list[QWidget]:
    found: list[QWidget] = []
    if detail.paper:
        found.append(titled(translate("requests", "Qué se pide"), label(detail.paper, "body", wrap=True)))
    if detail.rows:
        table = before_after(detail.rows, before_known=detail.before_known)
        found.append(titled(translate("requests", "Qué cambia"), table))
    if not detail.before_known:
        words = translate("requests", "Cómo estaba antes no se sabe en esta computadora: la oficina ya lo cambió.")
        found.append(label(words, "small", wrap=True))
    if detail.documents:
        found.append(titled(translate("requests", "Sustentos"), document_list(detail.documents, view)))
    if detail.expediente:
        words = translate("requests", "Mesa de partes")
        found.append(titled(words, label(detail.expediente, "body", wrap=True)))
    if detail.note:
        found.append(titled(translate("requests", "Su nota"), label(detail.note, "body", wrap=True)))
    if detail.history:
        found.append(titled(translate("requests", "Historia"), history_list(detail.history)))
    return found
