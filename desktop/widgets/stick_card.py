"""The card «Memoria USB» of Sincronización: what can be carried, what is under way, and what was carried."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QGridLayout, QWidget
from typing_extensions import override

from desktop.pages.stick_deeds import StickDeeds
from desktop.plain import label, set_role, set_text
from desktop.presenters.stick_words import Step, history, lead_words
from desktop.tasks.stick_door import StickReading, read_sticks
from desktop.theme import theme
from desktop.widgets.buttons import link, secondary
from desktop.widgets.card import Card, line
from desktop.widgets.flow import FlowLayout
from desktop.widgets.tag import Tag
from desktop.words import translate

if TYPE_CHECKING:
    from desktop.opened import Opened
    from desktop.tasks.exchange import Exchange

SHOWN = 6


class StickCard(Card):
    """`refresh` reads again what was carried."""

    def __init__(self, opened: "Opened", exchange: "Exchange", parent: QWidget | None = None) -> None:
        super().__init__(translate("Stick", "Memoria USB"), spacing=12, parent=parent)
        self._opened = opened
        self.deeds = StickDeeds(opened, exchange, self)
        self.lead = label("", "body", wrap=True)
        self.up = secondary(translate("Stick", "&Llevar a la UGEL…"), self.deeds.take_up, "usb")
        self.down = secondary(translate("Stick", "&Traer de la UGEL…"), self.deeds.bring_down, "download")
        self.pair = link(translate("Stick", "&Vincular este equipo"), self.deeds.pair, "scan-line")
        self.said = label("", "good", wrap=True)
        self.rows = QGridLayout()
        self._lay_out()
        self.deeds.told.connect(self._tell)
        self.deeds.busy.connect(self._show_busy)
        exchange.facts_changed.connect(self.refresh)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh()

    def refresh(self) -> None:
        """Show what is known now."""
        self._opened.desk.ask(self, read_sticks, self._show)

    def _show(self, reading: StickReading) -> None:
        set_text(self.lead, lead_words(reading.waiting, registered=reading.registered))
        while (item := self.rows.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        steps = history(reading.ups, reading.downs, self._opened.clock.now(), SHOWN)
        if not steps:
            empty = translate("Stick", "Todavía no se llevó ni se trajo nada en una memoria.")
            self.rows.addWidget(label(empty, "quiet", wrap=True), 0, 0, 1, 3)
        for row, step in enumerate(steps):
            self._add(row, step)

    def _add(self, row: int, step: Step) -> None:
        top = Qt.AlignmentFlag.AlignTop
        self.rows.addWidget(label(step.when, "quiet"), row, 0, top)
        self.rows.addWidget(label(step.words, "body", wrap=True), row, 1, top)
        self.rows.addWidget(Tag(step.state, step.tone), row, 2, top | Qt.AlignmentFlag.AlignRight)

    def _tell(self, words: str, tone: str) -> None:
        set_role(self.said, "good" if tone == "good" else "strong")
        set_text(self.said, words)
        self.said.show()
        self.refresh()

    def _show_busy(self, words: str) -> None:
        for button in (self.up, self.down, self.pair):
            button.setEnabled(not words)
        if words:
            set_role(self.said, "strong")
            set_text(self.said, words)
            self.said.show()
        else:
            self.said.hide()

    def _lay_out(self) -> None:
        self.body.addWidget(self.lead)
        buttons = QWidget()
        buttons.setProperty("ground", "none")
        flow = FlowLayout(buttons)
        flow.setContentsMargins(0, 0, 0, 0)
        for button in (self.up, self.down, self.pair):
            flow.addWidget(button)
        self.body.addWidget(buttons)
        self.body.addWidget(self.said)
        self.said.hide()
        self.body.addWidget(line())
        self.rows.setHorizontalSpacing(theme().px(20))
        self.rows.setVerticalSpacing(theme().px(8))
        self.rows.setColumnStretch(1, 1)
        self.body.addLayout(self.rows)
