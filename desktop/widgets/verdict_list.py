"""The results of a run: one row a file, sorted as the person likes, responsive with thousands; or what to do first."""

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QLabel, QStackedWidget, QWidget

from desktop.models.verdict_table import FILE, RESULT, verdict_table
from desktop.plain import label, set_text
from desktop.presenters.verify_words import tally_words
from desktop.theme import theme
from desktop.widgets.card import Card, line
from desktop.widgets.empty import EmptyState
from desktop.widgets.record_list import INSET, RecordList, cell_width
from desktop.words import translate
from documents.seal.verdict import Verdict

SAMPLED = 400  # rows whose tags decide the width of the column


class VerdictList(Card):
    """`current_changed(Verdict | None)`; `entered` to go into it."""

    current_changed = Signal(object)
    entered = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(padding=0, spacing=0, parent=parent)
        self.body.setContentsMargins(1, 4, 1, 4)
        self.model = verdict_table(self)
        self.table = RecordList(translate("verify", "Resultados"))
        self.table.setModel(self.model)
        self.table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.table.horizontalHeader().setSortIndicatorClearable(True)
        self.table.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.table.setSortingEnabled(True)
        self.table.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.table.resized.connect(self._seat_columns)
        self.table.selectionModel().currentRowChanged.connect(self._tell)
        self.table.entered_row.connect(lambda _row: self.entered.emit())
        self.table.doubleClicked.connect(lambda _index: self.entered.emit())
        self._tally = label("", "small", wrap=True)
        self._spent = label("", "small", wrap=True)
        for words in (self._tally, self._spent):
            words.setContentsMargins(INSET + 2, theme().px(4), INSET, 0)
            words.hide()
        self._stack = QStackedWidget()
        self._stack.addWidget(
            EmptyState(
                "scan-line",
                translate("verify", "Todavía no hay resultados"),
                translate(
                    "verify",
                    "Suelte una boleta arriba, o una carpeta entera. Aquí aparece cada archivo con su resultado.",
                ),
            )
        )
        self._stack.addWidget(self.table)
        self.body.addWidget(self._stack, 1)
        self._rule = line()
        self._rule.hide()
        self.body.addWidget(self._rule)
        self.body.addWidget(self._tally)
        self.body.addWidget(self._spent)
        self.setMinimumHeight(theme().px(170))

    @property
    def current(self) -> Verdict | None:
        """The one that is chosen."""
        return self.model.record(self.table.currentIndex().row())

    def show_verdicts(self, verdicts: tuple[Verdict, ...]) -> None:
        """Show these; what was chosen stays."""
        self.model.replace(verdicts)
        self._stack.setCurrentWidget(self.table)
        self._say(self._tally, tally_words(verdicts))
        self._rule.show()
        self._say(self._spent, "")
        self._seat_columns()

    def say(self, words: str) -> None:
        """How the run ended."""
        self._say(self._spent, words)

    def choose_first(self) -> None:
        """Make the first row current."""
        if self.model.rows and not self.table.currentIndex().isValid():
            self.table.setCurrentIndex(self.model.index(0, FILE))

    def _say(self, place: QLabel, words: str) -> None:
        set_text(place, words)
        place.setVisible(bool(words))

    def _tell(self, now: QModelIndex) -> None:
        self.current_changed.emit(self.model.record(now.row()) if now.isValid() else None)

    def _seat_columns(self) -> None:
        room = self.table.viewport().width()
        tags = tuple({self.model.index(row, RESULT).data() for row in range(min(len(self.model.rows), SAMPLED))})
        wide = min(cell_width(tags or ("",), tag=True, padding=2 * INSET), max(0, room - theme().px(110)))
        self.table.setColumnWidth(RESULT, wide)
        self.table.setColumnWidth(FILE, room - wide)
