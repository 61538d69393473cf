"""The pages of a sustento in their order, as a list model over an immutable tuple: a picture and two lines each."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QImage, QPixmap, QTransform
from typing_extensions import override

from desktop.words import translate
from documents.sustento.records import PageChoice, Thumbnail

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class PageEntry:
    """One page: which it is, how it looks unturned, and the name of the file it came from."""

    choice: PageChoice
    thumbnail: Thumbnail
    name: str


class PageList(QAbstractListModel):
    """`entries` is what is shown; the functions answer the row the page then has."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.entries: tuple[PageEntry, ...] = ()
        self._pictures: dict[PageChoice, QPixmap] = {}

    @property
    def choices(self) -> tuple[PageChoice, ...]:
        """The pages as the workbench wants them."""
        return tuple(entry.choice for entry in self.entries)

    def show_entries(self, entries: Sequence[PageEntry]) -> None:
        """Other pages."""
        self.beginResetModel()
        self.entries = tuple(entries)
        self._pictures.clear()
        self.endResetModel()

    def append(self, entries: Sequence[PageEntry]) -> None:
        """Pages at the end."""
        if entries:
            first = len(self.entries)
            self.beginInsertRows(QModelIndex(), first, first + len(entries) - 1)
            self.entries += tuple(entries)
            self.endInsertRows()

    def move(self, row: int, target: int) -> int:
        """Put a page where another one is."""
        target = min(max(target, 0), len(self.entries) - 1)
        if target != row:
            self.beginMoveRows(QModelIndex(), row, row, QModelIndex(), target + (target > row))
            rest = [*self.entries[:row], *self.entries[row + 1 :]]
            rest.insert(target, self.entries[row])
            self.entries = tuple(rest)
            self.endMoveRows()
            low, high = sorted((row, target))
            self.dataChanged.emit(self.index(low), self.index(high))  # their numbers
        return target

    def turn(self, row: int) -> None:
        """A quarter clockwise."""
        entry = self.entries[row]
        turned = replace(entry, choice=replace(entry.choice, turn=(entry.choice.turn + 90) % 360))
        self.entries = (*self.entries[:row], turned, *self.entries[row + 1 :])
        self.dataChanged.emit(self.index(row), self.index(row))

    def take_out(self, row: int) -> int:
        """Remove a page; the row that is next to it, -1 when none is left."""
        self.beginRemoveRows(QModelIndex(), row, row)
        self.entries = (*self.entries[:row], *self.entries[row + 1 :])
        self.endRemoveRows()
        if self.entries:
            self.dataChanged.emit(self.index(0), self.index(len(self.entries) - 1))
        return min(row, len(self.entries) - 1)

    @override
    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.entries)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self.entries):
            return None
        entry = self.entries[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return translate("sustento", "Página {number}").format(number=index.row() + 1)
            case Qt.ItemDataRole.DecorationRole:
                return self._picture(entry)
            case Qt.ItemDataRole.ToolTipRole | Qt.ItemDataRole.AccessibleDescriptionRole:
                return entry.name
            case _:
                return None

    def _picture(self, entry: PageEntry) -> QPixmap:
        if entry.choice not in self._pictures:
            small = entry.thumbnail
            image = QImage(small.bgrx, small.width, small.height, 4 * small.width, QImage.Format.Format_RGB32).copy()
            turned = image.transformed(QTransform().rotate(entry.choice.turn))
            self._pictures[entry.choice] = QPixmap.fromImage(turned)
        return self._pictures[entry.choice]
