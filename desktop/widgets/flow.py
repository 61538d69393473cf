"""A layout that puts its items in a row and goes on in the next row when the width ends: what makes 200 % text fit."""

from PySide6.QtCore import QMargins, QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget
from typing_extensions import override


class FlowLayout(QLayout):
    """Rows of items, each row centred vertically. `gap` and `row_gap` in pixels."""

    def __init__(self, parent: QWidget | None = None, *, gap: int = 12, row_gap: int = 8) -> None:
        super().__init__(parent)
        self._held: list[QLayoutItem] = []
        self._gap, self._row_gap = gap, row_gap

    @override
    def addItem(self, item: QLayoutItem, /) -> None:
        self._held.append(item)

    @override
    def count(self) -> int:
        return len(self._held)

    @override
    def itemAt(self, index: int, /) -> QLayoutItem | None:
        return self._held[index] if 0 <= index < len(self._held) else None

    @override
    def takeAt(self, index: int, /) -> QLayoutItem | None:
        return self._held.pop(index) if 0 <= index < len(self._held) else None

    @override
    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int, /) -> int:
        return self._arrange(QRect(0, 0, width, 0), place=False)

    @override
    def setGeometry(self, rect: QRect, /) -> None:
        super().setGeometry(rect)
        spare = rect.height() - self._arrange(rect, place=False)
        self._arrange(rect.adjusted(0, max(0, spare // 2), 0, 0), place=True)

    @override
    def sizeHint(self) -> QSize:
        return self.minimumSize()

    @override
    def minimumSize(self) -> QSize:
        size = QSize()
        for item in self._shown():
            size = size.expandedTo(item.sizeHint())
        return size.grownBy(self.contentsMargins())

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._held if not item.isEmpty()]

    def _arrange(self, rect: QRect, *, place: bool) -> int:
        margins: QMargins = self.contentsMargins()
        inside = rect.marginsRemoved(margins)
        top = inside.top()
        for row in self._rows(inside.width()):
            height = max(item.sizeHint().height() for item in row)
            if place:
                self._place(row, QPoint(inside.left(), top), height)
            top += height + self._row_gap
        used = top - self._row_gap - inside.top() if self._shown() else 0
        return max(0, used) + margins.top() + margins.bottom()

    def _rows(self, width: int) -> list[list[QLayoutItem]]:
        rows: list[list[QLayoutItem]] = []
        left = 0
        for item in self._shown():
            wide = item.sizeHint().width()
            if not rows or left + self._gap + wide > width:
                rows.append([])
                left = -self._gap
            rows[-1].append(item)
            left += self._gap + wide
        return rows

    def _place(self, row: list[QLayoutItem], corner: QPoint, height: int) -> None:
        left = corner.x()
        for item in row:
            size = item.sizeHint()
            item.setGeometry(QRect(QPoint(left, corner.y() + (height - size.height()) // 2), size))
            left += size.width() + self._gap
