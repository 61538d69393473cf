"""What was signed beside what is seen, as a small table of labels. Made anew for each verdict; few rows."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QWidget

from desktop.plain import label
from desktop.presenters.verdict_comparison import COMPARE, DIFFERS, SAME, Comparison, Row
from desktop.theme import theme
from desktop.widgets.card import line
from desktop.widgets.icon_label import IconLabel
from desktop.words import translate

_SIGNS = {SAME: ("check", "good"), DIFFERS: ("x", "bad"), COMPARE: ("eye", "wait")}


class ComparisonView(QWidget):
    """Three columns: datum, signed, seen. Where they differ both values are bold, and a sign stands before the seen."""

    def __init__(self, comparison: Comparison, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("ground", "none")
        self.setAccessibleName(translate("verify", "Lo firmado y lo que se ve"))
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(theme().px(14))
        self._grid.setVerticalSpacing(theme().px(5))
        for column, stretch in enumerate((5, 7, 7)):
            self._grid.setColumnStretch(column, stretch)
        for column, words in enumerate((translate("verify", "Dato"), comparison.signed, comparison.seen)):
            self._grid.addWidget(label(words, "caption", wrap=True), 0, column)
        for place, row in enumerate(comparison.rows):
            self._grid.addWidget(line(), 2 * place + 1, 0, 1, 3)
            self._add(2 * place + 2, row)

    def _add(self, at: int, row: Row) -> None:
        differs = row.state == DIFFERS
        self._grid.addWidget(label(row.name, "body", wrap=True), at, 0, 1, 1 if row.signed else 2)
        if row.signed:
            self._grid.addWidget(label(row.signed, "strong" if differs else "body", wrap=True), at, 1)
        seen = label(row.seen, "strong" if differs else "body", wrap=True)
        icon, tone = _SIGNS[row.state]
        seen.setProperty("tone", tone)
        self._grid.addWidget(_signed(icon, tone, seen), at, 2)


def _signed(icon: str, tone: str, words: QLabel) -> QWidget:
    made = QWidget()
    made.setProperty("ground", "none")
    row = QHBoxLayout(made)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(theme().px(7))
    row.addWidget(IconLabel(icon, tone, 15), 0, Qt.AlignmentFlag.AlignVCenter)
    row.addWidget(words, 1)
    return made
