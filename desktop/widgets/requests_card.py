"""The card of Inicio that tells where the person's requests are. Gone while there are none."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.plain import label
from desktop.presenters.requests_news import PendingLine
from desktop.theme import theme
from desktop.widgets.buttons import link
from desktop.widgets.card import Card
from desktop.widgets.ends import Ends, group
from desktop.widgets.flow import FlowLayout
from desktop.widgets.icon_label import IconLabel
from desktop.words import translate


class PendingView(Card):
    """`opened` when the person wants to see them."""

    opened = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(padding=20, spacing=6, parent=parent)
        title = label(translate("requests", "Mis solicitudes"), "heading")
        head = group(IconLabel("clipboard-list", "quiet", 18), title, gap=8)
        self.body.addWidget(Ends(head, link(translate("requests", "Ver solicitudes"), self.opened.emit)))
        self._lines: QWidget | None = None
        self.hide()

    def show_lines(self, lines: Sequence[PendingLine]) -> None:
        """Show these, in as many rows as the width asks for."""
        if self._lines is not None:
            self.body.removeWidget(self._lines)
            self._lines.hide()
            self._lines.deleteLater()
        self._lines = QWidget()
        self._lines.setProperty("ground", "none")
        flow = FlowLayout(self._lines, gap=theme().px(20), row_gap=theme().px(6))
        flow.setContentsMargins(0, 0, 0, 0)
        for line in lines:
            tone = "quiet" if line.tone == "neutral" else line.tone
            flow.addWidget(group(IconLabel(line.sign, tone, 18), label(line.words), gap=8))
        self.body.addWidget(self._lines)
        self.setVisible(bool(lines))
