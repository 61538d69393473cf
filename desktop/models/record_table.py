"""A read-only table over an immutable tuple of records: the columns are a table of functions.

Knows no storage and no words.

Sorting compares native values (céntimos, periods), never the printed text. Replacing the records moves only the rows
that changed, so that a list refreshed by sync keeps its selection, its current row and its scroll.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

Row = TypeVar("Row")
Index = QModelIndex | QPersistentModelIndex

SORT_ROLE = int(Qt.ItemDataRole.UserRole) + 1  # the native value of the cell
RECORD_ROLE = int(Qt.ItemDataRole.UserRole) + 2  # the whole record of the row
TONE_ROLE = int(Qt.ItemDataRole.UserRole) + 3  # name of a colour of the theme, "" for plain ink
SIGN_ROLE = int(Qt.ItemDataRole.UserRole) + 4  # sign before the word in a state tag, "" when the cell is no tag
STRONG_ROLE = int(Qt.ItemDataRole.UserRole) + 5  # whether the cell is set in bold
QUIET_ROLE = int(Qt.ItemDataRole.UserRole) + 6  # a second, quieter line below the text, or ""
GROUND_ROLE = int(Qt.ItemDataRole.UserRole) + 7  # token that tints the row, "" for the plain card

_FIGURE = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_WORDS = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)


def _nothing(_row: Any) -> str:
    return ""


def _never(_row: Any) -> bool:
    return False


@dataclass(frozen=True)  # no slots: on Python 3.11 a frozen, slotted, generic class cannot be called as Column[Row](…)
class Column(Generic[Row]):
    """One column: what it prints, what it is sorted by, how it looks."""

    title: str
    text: Callable[[Row], str]
    native: Callable[[Row], Any]  # values of one column must compare with each other
    figure: bool = False  # right-aligned
    strong: Callable[[Row], bool] = _never
    tone: Callable[[Row], str] = _nothing
    sign: Callable[[Row], str] = _nothing
    quiet: Callable[[Row], str] = _nothing
    ground: Callable[[Row], str] = _nothing


_ANSWERS: dict[int, Callable[[Column[Any], Any], Any]] = {
    int(Qt.ItemDataRole.DisplayRole): lambda column, row: column.text(row),
    int(Qt.ItemDataRole.AccessibleTextRole): lambda column, row: f"{column.title}: {column.text(row)}",
    int(Qt.ItemDataRole.TextAlignmentRole): lambda column, _row: _FIGURE if column.figure else _WORDS,
    SORT_ROLE: lambda column, row: column.native(row),
    RECORD_ROLE: lambda _column, row: row,
    TONE_ROLE: lambda column, row: column.tone(row),
    SIGN_ROLE: lambda column, row: column.sign(row),
    STRONG_ROLE: lambda column, row: column.strong(row),
    QUIET_ROLE: lambda column, row: column.quiet(row),
    GROUND_ROLE: lambda column, row: column.ground(row),
}


class RecordTable(QAbstractTableModel, Generic[Row]):
    """`key` names a record for life (its id); `columns` say how it is shown."""

    def __init__(
        self,
        columns: Sequence[Column[Row]],
        key: Callable[[Row], object],
        *,
        selectable: Callable[[Row], bool] | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._columns = tuple(columns)
        self._key = key
        self._selectable = selectable
        self._rows: tuple[Row, ...] = ()
        self._order: tuple[int, bool] | None = None  # column and whether descending

    @property
    def rows(self) -> tuple[Row, ...]:
        """The records in the order shown."""
        return self._rows

    def record(self, row: int) -> Row | None:
        """The record of a row, None outside the table."""
        return self._rows[row] if 0 <= row < len(self._rows) else None

    def row_of(self, key: object) -> int:
        """The row of the record with this key, -1 when it is not here."""
        return next((row for row, record in enumerate(self._rows) if self._key(record) == key), -1)

    def replace(self, rows: Sequence[Row]) -> None:
        """Show these records; what stays is not touched. The order the person chose is kept."""
        new = self._sorted(tuple(rows))
        keys = [self._key(row) for row in new]
        self._drop(set(keys))
        kept = [self._key(row) for row in self._rows]
        held = set(kept)
        if kept != [key for key in keys if key in held]:
            self.beginResetModel()
            self._rows = new
            self.endResetModel()
            return
        self._insert(new, keys, held)
        self._update(new)

    def set_columns(self, columns: Sequence[Column[Row]]) -> None:
        """Show other columns (another language, one more post). Their number stays."""
        if len(columns) != len(self._columns):
            raise ValueError("the number of columns may not change")
        self._columns = tuple(columns)
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(columns) - 1)
        self._changed(0, len(self._rows) - 1)

    def _drop(self, keys: set[object]) -> None:
        last = len(self._rows) - 1
        while last >= 0:
            first = last
            while first >= 0 and self._key(self._rows[first]) not in keys:
                first -= 1
            if first < last:
                self.beginRemoveRows(QModelIndex(), first + 1, last)
                self._rows = self._rows[: first + 1] + self._rows[last + 1 :]
                self.endRemoveRows()
            last = first - 1

    def _insert(self, new: tuple[Row, ...], keys: list[object], held: set[object]) -> None:
        first = 0
        while first < len(new):
            end = first
            while end < len(new) and keys[end] not in held:
                end += 1
            if end > first:
                self.beginInsertRows(QModelIndex(), first, end - 1)
                self._rows = self._rows[:first] + new[first:end] + self._rows[first:]
                self.endInsertRows()
            first = end + 1

    def _update(self, new: tuple[Row, ...]) -> None:
        different = [
            row for row, (old, now) in enumerate(zip(self._rows, new, strict=True)) if old is not now and old != now
        ]
        self._rows = new
        for row in different:
            self._changed(row, row)

    def _changed(self, first: int, last: int) -> None:
        if first <= last:
            self.dataChanged.emit(self.index(first, 0), self.index(last, len(self._columns) - 1))

    def _sorted(self, rows: tuple[Row, ...]) -> tuple[Row, ...]:
        if self._order is None:
            return rows
        column, descending = self._order
        return tuple(sorted(rows, key=self._columns[column].native, reverse=descending))

    @override
    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        self._order = (column, order == Qt.SortOrder.DescendingOrder) if 0 <= column < len(self._columns) else None
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        keys = [self._key(self._rows[index.row()]) for index in before]
        self._rows = self._sorted(self._rows)
        places = {self._key(row): place for place, row in enumerate(self._rows)}
        moved = [self.index(places[key], index.column()) for key, index in zip(keys, before, strict=True)]
        self.changePersistentIndexList(before, moved)
        self.layoutChanged.emit()

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self._rows)

    @override
    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self._columns)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        answer = _ANSWERS.get(role)
        if answer is None or not index.isValid():
            return None
        return answer(self._columns[index.column()], self._rows[index.row()])

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        record = self.record(index.row())
        if record is None:
            return Qt.ItemFlag.NoItemFlags
        if self._selectable is not None and not self._selectable(record):
            return Qt.ItemFlag.NoItemFlags  # the arrow keys pass over it
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self._columns):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._columns[section].title
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _FIGURE if self._columns[section].figure else _WORDS
        return None
