"""The cards of Inicio: the last payslip with what changed, the next pay day, what needs attention.

They emit where to go.
"""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from desktop.plain import label, set_text
from desktop.presenters.home import Attention, PayCard, PayDayCard
from desktop.presenters.payslip_detail import ChangeLine, Changes, signed_soles
from desktop.theme import Weight, theme
from desktop.widgets.buttons import link, primary, secondary
from desktop.widgets.card import Card, line
from desktop.widgets.ends import Ends, group
from desktop.widgets.icon_label import IconLabel
from desktop.widgets.tag import Tag
from desktop.words import translate

TOP_CHANGES = 3
LINK_EDGE = 4  # border and padding of a link in the style sheet


def emptied(layout: QVBoxLayout | QHBoxLayout | QGridLayout) -> None:
    """Take everything out of a layout."""
    while (item := layout.takeAt(0)) is not None:
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
        elif isinstance(inner, QVBoxLayout | QHBoxLayout | QGridLayout):
            emptied(inner)


class LastPayslip(Card):
    """The net pay of the newest month, the largest thing on the page, and what changed."""

    opened = Signal(str)  # payslip id
    compared = Signal(str)

    def __init__(self) -> None:
        super().__init__(padding=20, spacing=12)
        self._posts = QVBoxLayout()
        self._posts.setSpacing(theme().px(16))
        self._also = label("", "small", wrap=True)
        self._changes = QVBoxLayout()
        self._changes.setSpacing(0)
        self.body.addLayout(self._posts)
        self.body.addWidget(self._also)
        self._line = line()
        self.body.addWidget(self._line)
        self.body.addLayout(self._changes)
        self.body.addStretch(1)

    def show_cards(self, cards: Sequence[PayCard], also: str) -> None:
        """One block a post."""
        emptied(self._posts)
        for place, card in enumerate(cards):
            if place:
                self._posts.addWidget(line())
            self._posts.addWidget(self._block(card, first=place == 0))
        set_text(self._also, also)
        self._also.setVisible(bool(also))

    def show_changes(self, changes: Changes | None, payslip_id: str) -> None:
        """The effect, the largest changes, and a way to the rest."""
        emptied(self._changes)
        self._line.setVisible(changes is not None)
        if changes is None:
            return
        net = label("" if changes.net is None else signed_soles(changes.net), _tone(changes.net))
        net.setFont(theme().font(15, Weight.DemiBold))
        head = group(label(changes.title, "heading"), net, gap=10)
        whole = Ends(head, self._more(payslip_id)) if changes.lines else head
        self._changes.addWidget(whole)
        self._changes.addSpacing(theme().px(4))
        if not changes.lines:
            self._changes.addWidget(label(changes.sentence, "quiet", wrap=True))
        for change in changes.lines[:TOP_CHANGES]:
            self._changes.addWidget(_change_row(change))
        left = len(changes.lines) - TOP_CHANGES
        if left > 0:
            words = translate("home", "y 1 cambio más") if left == 1 else translate("home", "y {count} cambios más")
            self._changes.addSpacing(theme().px(6))
            self._changes.addWidget(label(words.format(count=left), "small"))

    def _more(self, payslip_id: str) -> QWidget:
        return link(translate("home", "Ver la comparación"), lambda: self.compared.emit(payslip_id))

    def _block(self, card: PayCard, *, first: bool) -> QWidget:
        names = QWidget()
        names.setProperty("ground", "none")
        column = QVBoxLayout(names)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().px(2))
        tag = Tag(card.tag.word, card.tag.tone, card.tag.sign)
        column.addWidget(group(label(card.heading, "small"), tag, QWidget(), gap=10, stretched=2))
        if card.post:
            column.addWidget(label(card.post, "strong", wrap=True))
        column.addWidget(label(card.liquido, "huge"))
        column.addWidget(label(card.note, "small", wrap=True))
        make = primary if first else secondary
        button = make(translate("home", "Ver boleta"), lambda: self.opened.emit(card.id))
        button.setAccessibleName(
            translate("home", "Ver {heading}").format(heading=card.heading[:1].lower() + card.heading[1:])
        )
        return Ends(names, button)


def _tone(net: int | None) -> str:
    if not net:
        return "quiet"
    return "good" if net > 0 else "bad"


def _change_row(change: ChangeLine) -> QWidget:
    made = QWidget()
    made.setProperty("ground", "none")
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    row = QHBoxLayout()
    row.setContentsMargins(0, theme().px(8), 0, theme().px(8))
    row.setSpacing(theme().px(12))
    words = QVBoxLayout()
    words.setSpacing(0)
    words.addWidget(label(change.nombre, "body", wrap=True))
    words.addWidget(label(change.what, "small", wrap=True))
    row.addLayout(words, 1)
    row.addWidget(label(change.effect_words, change.tone), 0, Qt.AlignmentFlag.AlignVCenter)
    column.addLayout(row)
    column.addWidget(line())
    return made


class PayDayView(Card):
    """When the next payment is."""

    def __init__(self) -> None:
        super().__init__(padding=20, spacing=4)
        title = label(translate("home", "Próximo pago"), "heading")
        self.body.addWidget(group(IconLabel("calendar", "quiet", 18), title, gap=8, stretched=1))
        self.date = label("", "verdict", wrap=True)
        self._note = label("", "body", wrap=True)
        self._source = label("", "small", wrap=True)
        for widget in (self.date, self._note, self._source):
            self.body.addWidget(widget)

    def show_day(self, card: PayDayCard) -> None:
        """Show this day."""
        set_text(self.date, card.date)
        for widget, words in ((self._note, card.note), (self._source, card.source)):
            set_text(widget, words)
            widget.setVisible(bool(words))


class AttentionView(Card):
    """What waits for the person; one calm sentence when nothing does. `wanted(page, item)`."""

    wanted = Signal(str, str)

    def __init__(self) -> None:
        super().__init__(translate("home", "Necesita su atención"), padding=20, spacing=10)
        self._list = QVBoxLayout()
        self._list.setSpacing(theme().px(12))
        self.body.addLayout(self._list)
        self.body.addStretch(1)

    def show_items(self, items: Sequence[Attention]) -> None:
        """Show these."""
        emptied(self._list)
        for item in items:
            self._list.addWidget(self._row(item))
        if not items:
            calm = translate("home", "Nada por ahora: todo está al día.")
            self._list.addWidget(
                group(IconLabel("circle-check", "good", 20), label(calm, "quiet", wrap=True), gap=10, stretched=1)
            )

    def _row(self, item: Attention) -> QWidget:
        made = QWidget()
        made.setProperty("ground", "none")
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        row, words, below = QHBoxLayout(), QVBoxLayout(), QHBoxLayout()
        row.setSpacing(theme().px(10))
        words.setSpacing(theme().px(1))
        words.addWidget(label(item.title, "strong", wrap=True))
        words.addWidget(label(item.sentence, "small", wrap=True))
        row.addWidget(IconLabel(item.sign, item.tone, 20), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        go = link(item.action, lambda: self.wanted.emit(item.page, item.item))
        go.setAccessibleName(f"{item.action}: {item.title}")
        below.addSpacing(theme().px(30) - LINK_EDGE)  # the link's words stand under the sentence
        below.addWidget(go)
        below.addStretch(1)
        column.addLayout(row)
        column.addLayout(below)
        return made
