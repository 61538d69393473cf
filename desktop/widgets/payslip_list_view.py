"""The table of payslips in its card, or what its emptiness means. Columns leave when the width does not hold them."""

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QStackedWidget

from desktop.models.payslip_table import (
    DEDUCTIONS,
    INCOME,
    KIND,
    MONTH,
    NET,
    STATE,
    WIDEST,
    payslip_columns,
    payslip_table,
)
from desktop.presenters.payslip_list import EmptyWords
from desktop.theme import Weight, theme
from desktop.widgets.card import Card
from desktop.widgets.empty import EmptyState
from desktop.widgets.record_list import INSET, RecordList, cell_width
from desktop.words import translate
from storage.records import PayslipRow

ROW, TALL_ROW = 38, 50
_LEAVING = (DEDUCTIONS, INCOME, KIND, STATE)  # in this order


class PayslipListView(Card):
    """`current_changed(row record | None)` when another payslip becomes current; `entered` to go into it."""

    current_changed = Signal(object)
    entered = Signal()
    pressed_empty = Signal()

    def __init__(self) -> None:
        super().__init__(padding=0, spacing=0)
        self.body.setContentsMargins(1, 4, 1, 4)
        self.model = payslip_table(self)
        self.table = RecordList(translate("payslips", "Boletas"), row_height=ROW)
        self.table.setModel(self.model)
        self.table.resized.connect(self._seat_columns)
        self.table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.table.horizontalHeader().setSortIndicator(MONTH, Qt.SortOrder.DescendingOrder)
        self.table.setSortingEnabled(True)
        self.table.selectionModel().currentRowChanged.connect(self._tell)
        self.table.horizontalHeader().sortIndicatorChanged.connect(self._seat_columns)
        self.table.entered_row.connect(self._enter)
        self.table.doubleClicked.connect(self._enter)
        self._empty: EmptyState | None = None
        self._stack = QStackedWidget()
        self._stack.addWidget(self.table)
        self.body.addWidget(self._stack)
        self.setMinimumHeight(theme().px(150))
        self._posts: tuple[str, ...] = ()
        self._syncing = False

    @property
    def current(self) -> PayslipRow | None:
        """The payslip that is chosen."""
        return self.model.record(self.table.currentIndex().row())

    def show_rows(self, rows: tuple[PayslipRow, ...], posts: tuple[str, ...], *, syncing: bool) -> None:
        """Show these; what was chosen and where the list was scrolled stay."""
        if (posts, syncing) != (self._posts, self._syncing):
            self._posts, self._syncing = posts, syncing
            self.model.set_columns(payslip_columns(posts, syncing=syncing))
            self.table.set_row_height(TALL_ROW if posts else ROW)
        chosen, top = self.current, self._top_row()
        self.model.replace(rows)
        if chosen is not None:
            self._restore(chosen, top)
        self._stack.setCurrentIndex(0)
        self._seat_columns()

    def show_empty(self, words: EmptyWords, icon: str) -> None:
        """Say why there is nothing, and what to do."""
        self.model.replace(())
        if self._empty is not None:
            self._stack.removeWidget(self._empty)
            self._empty.deleteLater()
        self._empty = EmptyState(icon, words.title, words.sentence, words.action, self.pressed_empty.emit)
        self._stack.addWidget(self._empty)
        self._stack.setCurrentWidget(self._empty)

    def choose(self, payslip_id: str) -> bool:
        """Make this payslip current; False when it is not in the list."""
        row = self.model.row_of(payslip_id)
        if row < 0:
            return False
        self.table.setCurrentIndex(self.model.index(row, MONTH))
        self.table.scrollTo(self.model.index(row, MONTH))
        return True

    def choose_first(self) -> None:
        """Make the first payslip current."""
        if self.model.rows:
            self.table.setCurrentIndex(self.model.index(0, MONTH))

    def _top_row(self) -> tuple[PayslipRow | None, int]:
        """The first payslip in sight, and how far it is scrolled out."""
        row = self.table.rowAt(0)
        return self.model.record(row), self.table.rowViewportPosition(row) if row >= 0 else 0

    def _restore(self, chosen: PayslipRow, top: tuple[PayslipRow | None, int]) -> None:
        row = self.model.row_of(chosen.id)
        if row >= 0 and row != self.table.currentIndex().row():
            self.table.setCurrentIndex(self.model.index(row, MONTH))
        if top[0] is None or self.table.verticalScrollBar().value() == 0:
            return
        again = self.model.row_of(top[0].id)
        if again >= 0:
            high = self.table.verticalHeader().defaultSectionSize()
            self.table.verticalScrollBar().setValue(again * high - top[1])

    def _tell(self, now: QModelIndex) -> None:
        self.current_changed.emit(self.model.record(now.row()) if now.isValid() else None)

    def _enter(self) -> None:
        self.entered.emit()

    def _seat_columns(self) -> None:
        """Give every column its width; what does not fit leaves, the figures of the parts first."""
        room = self.table.viewport().width()
        states = tuple({self.model.index(row, STATE).data() for row in range(min(len(self.model.rows), 400))})
        wide = {
            column: max(cell_width(WIDEST[column], strong=column in {MONTH, NET}), self._header_width(column))
            for column in (MONTH, KIND, INCOME, DEDUCTIONS, NET)
        }
        if self._posts:
            wide[KIND] = max(wide[KIND], theme().px(150))
        wide[STATE] = cell_width(states or ("",), tag=True, padding=INSET + 2)
        left = set(wide)
        for column in _LEAVING:
            if sum(wide[shown] for shown in left) <= room:
                break
            left.discard(column)
        spare = max(0, room - sum(wide[shown] for shown in left))
        for column, width in wide.items():
            self.table.setColumnHidden(column, column not in left)
            self.table.setColumnWidth(column, width + (spare // len(left) if column in left else 0))

    def _header_width(self, column: int) -> int:
        """The width of a title; the sorted column's has an arrow."""
        title: str = self.model.headerData(column, Qt.Orientation.Horizontal)
        words = QFontMetrics(theme().font(13, Weight.DemiBold)).horizontalAdvance(title)
        sorted_here = self.table.horizontalHeader().sortIndicatorSection() == column
        return words + 2 * INSET + 2 + (theme().px(20) if sorted_here else 0)
