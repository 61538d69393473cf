"""What was looked at: one line each, a sign and a sentence."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from desktop.plain import label
from desktop.presenters.verdict_checks import Check
from desktop.theme import theme
from desktop.widgets.card import line
from desktop.widgets.icon_label import IconLabel
from desktop.words import translate


class ChecksList(QWidget):
    """Made anew for each verdict. The sign's meaning is said to screen readers before the sentence."""

    def __init__(self, checks: Sequence[Check], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("ground", "none")
        self.setAccessibleName(translate("verify", "Qué se revisó"))
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme().px(12))
        grid.setVerticalSpacing(theme().px(6))
        grid.setColumnStretch(1, 1)
        for place, check in enumerate(checks):
            if place:
                grid.addWidget(line(), 2 * place, 0, 1, 2)
            grid.addWidget(IconLabel(check.sign, check.tone, 16), 2 * place + 1, 0, Qt.AlignmentFlag.AlignVCenter)
            words = label(check.words, "body", wrap=True)
            words.setAccessibleName(f"{tone_words(check.tone)}: {check.words}")
            grid.addWidget(words, 2 * place + 1, 1)


def tone_words(tone: str) -> str:
    """What a sign says, for who does not see it."""
    known = {
        "good": translate("verify", "Bien"),
        "bad": translate("verify", "Mal"),
        "wait": translate("verify", "Atención"),
        "info": translate("verify", "Nota"),
    }
    return known.get(tone, translate("verify", "Sin decidir"))
