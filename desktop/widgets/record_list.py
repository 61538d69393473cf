"""How record tables look and move: rows as the sketches draw them, state tags, figures, one clear focus.

No words of its own.
"""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)
from typing_extensions import override

from desktop.models.record_table import GROUND_ROLE, QUIET_ROLE, SIGN_ROLE, STRONG_ROLE, TONE_ROLE
from desktop.theme import Weight, theme
from desktop.widgets.tag import paint_tag, tag_size

INSET = 10  # pixels left and right of a cell, as the style sheet has them in the header


class RecordDelegate(QStyledItemDelegate):
    """Paints one cell: a tag, or a text with perhaps a quieter line below it."""

    @override
    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        look, box = theme(), QRect(option.rect)
        state = option.state
        selected = bool(state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.fillRect(box, look.color("selected" if selected else "card"))
        if (ground := index.data(GROUND_ROLE)) and not selected:
            tint = look.color(ground)
            tint.setAlphaF(0.5)  # lighter than the tag that lies on it
            painter.fillRect(box, tint)
        painter.fillRect(QRect(box.left(), box.bottom(), box.width(), 1), look.color("border"))
        inside = box.adjusted(INSET, 0, -INSET, -1)
        sign = index.data(SIGN_ROLE)
        if sign:
            text, tone = index.data(), index.data(TONE_ROLE)
            top = inside.top() + (inside.height() - tag_size(text).height()) / 2
            paint_tag(painter, QPointF(inside.left(), top), tone, text, sign)
        else:
            _paint_words(painter, inside, index)
        painter.restore()

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(theme().px(60), theme().px(38))


def _paint_words(painter: QPainter, inside: QRect, index: QModelIndex | QPersistentModelIndex) -> None:
    look = theme()
    align = Qt.AlignmentFlag(index.data(Qt.ItemDataRole.TextAlignmentRole))
    quiet = index.data(QUIET_ROLE)
    font = look.font(14, Weight.DemiBold if index.data(STRONG_ROLE) else Weight.Normal)
    metrics = QFontMetrics(font)
    upper = QRect(inside)
    if quiet:
        small = look.font(12)
        height = metrics.height() + QFontMetrics(small).height()
        upper = QRect(inside.left(), inside.top() + (inside.height() - height) // 2, inside.width(), metrics.height())
        lower = QRect(inside.left(), upper.bottom(), inside.width(), QFontMetrics(small).height() + 2)
        painter.setFont(small)
        painter.setPen(look.color("quiet"))
        painter.drawText(
            lower, align, QFontMetrics(small).elidedText(quiet, Qt.TextElideMode.ElideRight, lower.width())
        )
    painter.setFont(font)
    painter.setPen(look.color(index.data(TONE_ROLE) or "ink"))
    text = metrics.elidedText(index.data(), Qt.TextElideMode.ElideRight, upper.width())
    painter.drawText(upper, int(align) if not quiet else int(align & Qt.AlignmentFlag.AlignHorizontal_Mask), text)


class RecordList(QTableView):
    """A table of rows: one is current, Up and Down walk, Enter goes on (`entered_row`)."""

    entered_row = Signal(int)
    resized = Signal()  # the room for the columns changed

    def __init__(self, name: str, *, row_height: float = 38, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setItemDelegate(RecordDelegate(self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(theme().px(row_height))
        self.verticalHeader().setMinimumSectionSize(theme().px(24))
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setMinimumSectionSize(theme().px(24))
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def set_row_height(self, height: float) -> None:
        """Pixels of the 100 % design."""
        self.verticalHeader().setDefaultSectionSize(theme().px(height))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.currentIndex().isValid():
            self.entered_row.emit(self.currentIndex().row())
            return
        super().keyPressEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.resized.emit()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.hasFocus():
            focus_frame(QPainter(self.viewport()), self._focused())

    def _focused(self) -> QRect:
        """Where the keyboard is: the current row, or the whole list while it has none in sight."""
        whole, row = self.viewport().rect(), self.visualRect(self.currentIndex())
        return whole & QRect(0, row.top(), whole.width(), row.height()) if row.intersects(whole) else whole

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    @override
    def currentChanged(
        self, current: QModelIndex | QPersistentModelIndex, previous: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().currentChanged(current, previous)
        self.viewport().update()  # the ring goes across all columns

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()


def cell_width(texts: tuple[str, ...], *, strong: bool = False, tag: bool = False, padding: float = 2 * INSET) -> int:
    """The width at which the widest of these texts is whole."""
    if tag:
        return max(round(tag_size(text).width()) for text in texts) + round(padding)
    metrics = QFontMetrics(theme().font(14, Weight.DemiBold if strong else Weight.Normal))
    return max(metrics.horizontalAdvance(text) for text in texts) + round(padding) + 2


def focus_frame(painter: QPainter, rect: QRect) -> None:
    """The ring around what has the focus."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme().color("action"), 2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(QRectF(rect).adjusted(1, 1, -1, -1), 6, 6)
