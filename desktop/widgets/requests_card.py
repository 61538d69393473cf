"""The card of Inicio that tells where the person's requests are. Gone while there are none."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.plain import label
from desktop.presenters.requests_news import PendingLine
from desktop.theme import theme
from desktop.widgets.buttons import link
from desktop.widgets.card import Card
from desktop.widgets.ends import Ends, group
from desktop.widgets.icon_label import IconLabel
from desktop.widgets.pay_cards import emptied
from desktop.words import translate


class PendingView(Card):
    """`opened` when the person wants to see them."""

    opened = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(padding=20, spacing=6, parent=parent)
        title = label(translate("requests", "Mis solicitudes"), "heading")
        head = group(IconLabel("clipboard-list", "quiet", 18), title, gap=8)
        self.body.addWidget(Ends(head, link(translate("requests", "Ver solicitudes"), self.opened.emit)))
        self._list = QVBoxLayout()
        self._list.setSpacing(theme().px(4))
        self.body.addLayout(self._list)
        self.hide()

    def show_lines(self, lines: Sequence[PendingLine]) -> None:
        """Show these."""
        emptied(self._list)
        for line in lines:
            tone = "quiet" if line.tone == "neutral" else line.tone
            words = label(line.words, "body", wrap=True)
            self._list.addWidget(group(IconLabel(line.sign, tone, 18), words, gap=8, stretched=1))
        self.setVisible(bool(lines))
