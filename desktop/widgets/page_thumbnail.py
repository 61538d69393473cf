"""Draws a page of a document small: a sheet on the desk, its number below, the chosen one in a frame."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPen, QPixmap
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from desktop.theme import theme

CELL = QSize(124, 176)  # pixels at 100 %
_LINE = 26  # of them for the number


class PageThumbnail(QStyledItemDelegate):
    """For models whose decoration is a pixmap and whose text is short."""

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(theme().px(CELL.width()), theme().px(CELL.height()))

    @override
    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        look = theme()
        painter.save()
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        cell: QRect = option.rect.adjusted(look.px(4), look.px(4), -look.px(4), -look.px(4))
        state: QStyle.StateFlag = option.state
        if state & QStyle.StateFlag.State_Selected:
            focused = bool(state & QStyle.StateFlag.State_HasFocus)
            painter.setPen(QPen(look.color("action"), 2.5 if focused else 1.5))
            painter.setBrush(look.color("selected"))
            painter.drawRoundedRect(cell, 7, 7)
        inside = cell.adjusted(look.px(7), look.px(7), -look.px(7), -look.px(_LINE))
        self._draw_sheet(painter, inside, index.data(Qt.ItemDataRole.DecorationRole))
        painter.setPen(look.color("ink"))
        painter.setFont(look.font(13))
        words = QRect(cell.left(), cell.bottom() - look.px(_LINE), cell.width(), look.px(_LINE))
        painter.drawText(words, int(Qt.AlignmentFlag.AlignCenter), str(index.data()))
        painter.restore()

    def _draw_sheet(self, painter: QPainter, room: QRect, picture: QPixmap) -> None:
        size = picture.size().scaled(room.size(), Qt.AspectRatioMode.KeepAspectRatio)
        sheet = QRect(room.topLeft(), size)
        sheet.moveCenter(room.center())
        painter.fillRect(sheet.adjusted(-1, -1, 1, 1), theme().color("field"))
        painter.drawPixmap(sheet, picture)
