"""What can be done with several chosen requests at once: a bar above the list, there only when several are chosen."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QWidget

from desktop.plain import label, set_text
from desktop.presenters.tray_case import Decision, decision_words
from desktop.theme import theme
from desktop.widgets.buttons import link, secondary
from desktop.widgets.flow import FlowLayout
from desktop.words import translate

OFFERED = (Decision.TAKE, Decision.ATTEND, Decision.OBSERVE, Decision.REJECT)


class TrayBulk(QFrame):
    """`decided(Decision)` about all that are chosen; `cleared` when only one is wanted."""

    decided = Signal(object)
    cleared = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("banner", "info")
        self.words = label("", "strong")
        flow = FlowLayout(self, gap=theme().px(8))
        inset = theme().px(10)
        flow.setContentsMargins(inset, inset // 2, inset, inset // 2)
        flow.addWidget(self.words)
        self.buttons = {
            deed: secondary(decision_words(deed).replace("&", ""), partial(self.decided.emit, deed)) for deed in OFFERED
        }
        for button in self.buttons.values():
            flow.addWidget(button)
        flow.addWidget(link(translate("tray", "Quitar la selección"), self.cleared.emit, "x"))
        self.hide()

    def show_chosen(self, chosen: int, decidable: int) -> None:
        """How many are chosen, and how many of them can be decided by this person now."""
        self.setVisible(chosen > 1)
        words = translate("tray", "{n} elegidas").format(n=chosen)
        if decidable < chosen:
            words += " · " + translate("tray", "{n} se pueden decidir").format(n=decidable)
        set_text(self.words, words)
        for button in self.buttons.values():
            button.setEnabled(decidable > 0)
