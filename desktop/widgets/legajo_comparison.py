"""Before and after side by side, as a small table of labels: nothing depends on colour alone. Few rows, made anew."""

from collections.abc import Sequence

from PySide6.QtWidgets import QGridLayout, QWidget

from desktop.plain import breakable, label
from desktop.presenters.legajo_send import change_words
from desktop.theme import theme
from desktop.widgets.card import line
from desktop.words import translate
from documents.legajo_comparison import FieldDifference


class BeforeAfter(QWidget):
    """Datum, what is in the legajo, what is asked for."""

    def __init__(self, differences: Sequence[FieldDifference], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("ground", "none")
        self.setAccessibleName(translate("legajo", "Antes y después"))
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme().px(16))
        grid.setVerticalSpacing(theme().px(5))
        for column, stretch in enumerate((4, 6, 6)):
            grid.setColumnStretch(column, stretch)
        heads = (translate("legajo", "Dato"), translate("legajo", "En su legajo"), translate("legajo", "Usted pide"))
        for column, words in enumerate(heads):
            grid.addWidget(label(words, "caption", wrap=True), 0, column)
        for place, one in enumerate(differences):
            at = 2 * place + 2
            grid.addWidget(line(), at - 1, 0, 1, 3)
            grid.addWidget(label(one.label, "body", wrap=True), at, 0)
            grid.addWidget(label(breakable(one.before or "—"), "body" if one.before else "small", wrap=True), at, 1)
            asked = label(breakable(one.after or f"({change_words(one)})"), "strong", wrap=True)
            asked.setProperty("tone", "wait")
            grid.addWidget(asked, at, 2)
