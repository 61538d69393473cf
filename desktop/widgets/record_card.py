"""A table of records in its card, or the words for its emptiness. One column takes the room; others leave when there
is none. Knows no kind of record and has no words of its own.
"""

from collections.abc import Callable, Sequence
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QStackedWidget

from desktop.models.record_table import QUIET_ROLE, SIGN_ROLE, STRONG_ROLE, Column, RecordTable
from desktop.theme import Weight, theme
from desktop.widgets.card import Card
from desktop.widgets.empty import EmptyState
from desktop.widgets.record_list import INSET, RecordList, cell_width

Row = TypeVar("Row")
SAMPLED = 200  # rows that decide how wide a column is
MOST = 215  # pixels at 100 % of a column whose texts can be cut
LEAST = 160  # pixels at 100 % that the roomy column keeps before others leave
TALL = 52  # pixels at 100 % of a row with a second line


class RecordCard(Card, Generic[Row]):
    """`current_changed(record | None)`; `entered` to go into it; `pressed_empty` for the button of the emptiness."""

    current_changed = Signal(object)
    entered = Signal()
    pressed_empty = Signal()

    def __init__(
        self,
        name: str,
        columns: Sequence[Column[Row]],
        key: Callable[[Row], object],
        *,
        roomy: int,
        leaving: Sequence[int],
    ) -> None:
        super().__init__(padding=0, spacing=0)
        self._roomy, self._leaving, self._count = roomy, tuple(leaving), len(columns)
        self._key = key
        self.body.setContentsMargins(1, 4, 1, 4)
        self.model: RecordTable[Row] = RecordTable(columns, key, parent=self)
        self.table = RecordList(name, row_height=TALL)
        self.table.setModel(self.model)
        self.table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.table.horizontalHeader().setSortIndicatorClearable(True)
        self.table.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.table.setSortingEnabled(True)
        self.table.resized.connect(self._seat_columns)
        self.table.selectionModel().currentRowChanged.connect(self._tell)
        self.table.entered_row.connect(lambda _row: self.entered.emit())
        self.table.doubleClicked.connect(lambda _index: self.entered.emit())
        self._empty: EmptyState | None = None
        self._stack = QStackedWidget()
        self._stack.addWidget(self.table)
        self.body.addWidget(self._stack, 1)
        self.setMinimumHeight(theme().px(170))

    @property
    def current(self) -> Row | None:
        """The one that is chosen."""
        return self.model.record(self.table.currentIndex().row())

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show these; what was chosen stays chosen."""
        chosen = self.current
        self.model.replace(rows)
        if chosen is not None:
            self.choose(self._key(chosen))
        self._stack.setCurrentWidget(self.table)
        self._seat_columns()

    def show_empty(self, icon: str, title: str, sentence: str, action: str = "") -> None:
        """Say why there is nothing, and what to do."""
        self.model.replace(())
        if self._empty is not None:
            self._stack.removeWidget(self._empty)
            self._empty.deleteLater()
        self._empty = EmptyState(icon, title, sentence, action, self.pressed_empty.emit)
        self._stack.addWidget(self._empty)
        self._stack.setCurrentWidget(self._empty)

    def choose(self, key: object) -> bool:
        """Make this one current; False when it is not in the list."""
        row = self.model.row_of(key)
        if row < 0:
            return False
        if row != self.table.currentIndex().row():
            self.table.setCurrentIndex(self.model.index(row, 0))
            self.table.scrollTo(self.model.index(row, 0))
        return True

    def choose_first(self) -> None:
        """Make the first row current."""
        if self.model.rows:
            self.table.setCurrentIndex(self.model.index(0, 0))

    def _tell(self, now: QModelIndex) -> None:
        self.current_changed.emit(self.model.record(now.row()) if now.isValid() else None)

    def _seat_columns(self) -> None:
        room = self.table.viewport().width()
        least = theme().px(LEAST)
        wide = {column: self._wanted(column) for column in range(self._count) if column != self._roomy}
        shown = set(wide)
        for column in self._leaving:
            if sum(wide[one] for one in shown) + least <= room:
                break
            shown.discard(column)
        for column in range(self._count):
            self.table.setColumnHidden(column, column not in shown and column != self._roomy)
        left = room
        for column in shown:
            self.table.setColumnWidth(column, wide[column])
            left -= wide[column]
        self.table.setColumnWidth(self._roomy, max(theme().px(120), left))

    def _wanted(self, column: int) -> int:
        """What the widest of the first rows needs, and the column's title."""
        title: str = self.model.headerData(column, Qt.Orientation.Horizontal)
        sort_sign = theme().px(20) if self.table.horizontalHeader().sortIndicatorSection() == column else 0
        wanted = QFontMetrics(theme().font(13, Weight.DemiBold)).horizontalAdvance(title) + 2 * INSET + 2 + sort_sign
        for row in range(min(len(self.model.rows), SAMPLED)):
            wanted = max(wanted, _width_of(self.model.index(row, column)))
        return wanted


def _width_of(index: QModelIndex) -> int:
    """A tag, or the text with its quieter line."""
    text: Any = index.data()
    quiet: Any = index.data(QUIET_ROLE) or ""
    below = QFontMetrics(theme().font(12)).horizontalAdvance(quiet) + 2 * INSET + 2
    if index.data(SIGN_ROLE):
        return cell_width((text,), tag=True)
    return min(theme().px(MOST), max(below, cell_width((text,), strong=bool(index.data(STRONG_ROLE)))))
