"""Hoja de vida, informe escalafonario and constancias as cards: how fresh each is, and what can be done with it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.plain import label
from desktop.presenters.legajo_papers import PaperCard
from desktop.theme import theme
from desktop.widgets.buttons import link, primary, secondary
from desktop.widgets.card import Card, note
from desktop.widgets.ends import Ends
from desktop.widgets.flow import FlowLayout
from desktop.widgets.page import scrolling
from desktop.widgets.tag import Tag
from desktop.words import translate


class PapersView(QWidget):
    """`view_wanted`, `save_wanted`, `verify_wanted`, `ask_wanted`, `follow_wanted` carry the card."""

    view_wanted = Signal(object)
    save_wanted = Signal(object)
    verify_wanted = Signal(object)
    ask_wanted = Signal(object)
    follow_wanted = Signal(object)
    back_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.cards: tuple[PaperCard, ...] = ()
        self.back = link(translate("legajo", "Volver a las secciones"), self.back_wanted.emit, "arrow-left")
        self.back.hide()
        inside = QWidget()
        inside.setProperty("ground", "none")
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme().px(14))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(theme().px(8))
        whole.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        whole.addWidget(scrolling(inside), 1)

    def show_cards(self, cards: Sequence[PaperCard]) -> None:
        """Show these; made anew only when something changed."""
        if tuple(cards) == self.cards:
            return
        self.cards = tuple(cards)
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for card in self.cards:
            self._column.addWidget(self._card(card))
        self._column.addStretch(1)

    def _card(self, one: PaperCard) -> Card:
        card = Card()
        words = QWidget()
        words.setProperty("ground", "none")
        names = QVBoxLayout(words)
        names.setContentsMargins(0, 0, 0, 0)
        names.setSpacing(theme().px(2))
        names.addWidget(label(one.title, "heading", wrap=True))
        told = " · ".join(part for part in (one.number, one.size) if part)
        if told:
            names.addWidget(label(told, "small", wrap=True))
        tag = one.validity
        card.body.addWidget(Ends(words, Tag(tag.word, tag.tone, tag.sign)) if tag else words)
        card.body.addWidget(label(one.freshness, "body", wrap=True))
        if one.paper is not None and not one.held:
            card.body.addWidget(label(translate("legajo", "El documento llegará con la próxima conexión."), "small",
                                      wrap=True))  # fmt: skip
        if one.asked:
            card.body.addWidget(note(one.asked))
        card.body.addWidget(self._buttons(one))
        return card

    def _buttons(self, one: PaperCard) -> QWidget:
        made = QWidget()
        made.setProperty("ground", "none")
        flow = FlowLayout(made, gap=theme().px(8), row_gap=theme().px(8))
        flow.setContentsMargins(0, 0, 0, 0)
        if one.held:
            flow.addWidget(_named(primary(translate("legajo", "Ver"), lambda: self.view_wanted.emit(one), "eye"), one))
            save = secondary(translate("legajo", "Descargar…"), lambda: self.save_wanted.emit(one), "download")
            flow.addWidget(_named(save, one))
            check = secondary(translate("legajo", "Verificar"), lambda: self.verify_wanted.emit(one), "shield-check")
            flow.addWidget(_named(check, one))
        if one.ask:
            make = secondary if one.paper is not None else primary
            flow.addWidget(_named(make(one.ask, lambda: self.ask_wanted.emit(one), "file-check"), one))
        if one.request is not None:
            follow = secondary(translate("legajo", "Ver en Mis solicitudes"), lambda: self.follow_wanted.emit(one))
            flow.addWidget(_named(follow, one))
        return made


def _named(button: QWidget, one: PaperCard) -> QWidget:
    button.setAccessibleName(f"{button.accessibleName()}: {one.title}")
    return button
