"""The ten sections and the papers as a list: a count at the right, a mark where something of the person's waits."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)
from typing_extensions import override

from desktop.icons import paint_icon
from desktop.presenters.legajo_list import PAPERS, SectionEntry
from desktop.theme import Weight, theme
from desktop.widgets.record_list import focus_frame
from desktop.words import translate

ENTRY_ROLE = int(Qt.ItemDataRole.UserRole) + 1
_INSET = 12


class _Delegate(QStyledItemDelegate):
    """Title, a quieter note below it, the count at the right."""

    @override
    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        entry: SectionEntry = index.data(ENTRY_ROLE)
        look, box = theme(), QRect(option.rect).adjusted(0, 1, 0, -1)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if selected or option.state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.color("selected" if selected else "hover"))
            painter.drawRoundedRect(QRectF(box), 7, 7)
        inside = box.adjusted(look.px(_INSET), look.px(4), -look.px(_INSET), -look.px(4))
        right = _paint_end(painter, inside, entry)
        _paint_words(painter, inside.adjusted(0, 0, -right, 0), entry, strong=selected)
        if selected and option.state & QStyle.StateFlag.State_HasFocus:
            focus_frame(painter, box)
        painter.restore()

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        entry: SectionEntry = index.data(ENTRY_ROLE)
        return QSize(theme().px(120), theme().px(50 if entry.note else 38))


def _paint_end(painter: QPainter, inside: QRect, entry: SectionEntry) -> int:
    """The count, or an arrow for what is no section. How much room it took."""
    look = theme()
    if entry.code == PAPERS:
        side = look.px(16)
        place = QRectF(inside.right() - side, inside.center().y() - side / 2, side, side)
        paint_icon(painter, place, "file-text", "quiet")
        return side + look.px(8)
    painter.setFont(look.font(14, Weight.DemiBold if entry.tone else Weight.Normal))
    painter.setPen(look.color(entry.tone or "quiet"))
    painter.drawText(inside, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, str(entry.count))
    return look.px(34)


def _paint_words(painter: QPainter, inside: QRect, entry: SectionEntry, *, strong: bool) -> None:
    look = theme()
    font = look.font(14, Weight.DemiBold if strong else Weight.Normal)
    metrics = QFontMetrics(font)
    painter.setFont(font)
    painter.setPen(look.color("ink"))
    title = metrics.elidedText(entry.title, Qt.TextElideMode.ElideRight, inside.width())
    if not entry.note:
        painter.drawText(inside, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, title)
        return
    painter.drawText(inside, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, title)
    small = look.font(12)
    painter.setFont(small)
    painter.setPen(look.color(entry.tone or "quiet"))
    note = QFontMetrics(small).elidedText(entry.note, Qt.TextElideMode.ElideRight, inside.width())
    painter.drawText(inside, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom, note)


class SectionList(QListWidget):
    """`chosen(code)` when another entry is current; `entered` on Enter or a click."""

    chosen = Signal(str)
    entered = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(translate("legajo", "Secciones de su legajo"))
        self.setItemDelegate(_Delegate(self))
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.currentItemChanged.connect(lambda now, _before: self._tell(now))
        self.itemClicked.connect(lambda _item: self.entered.emit())

    @property
    def current(self) -> str:
        """The code of the current entry, "" before the first filling."""
        row = self.currentRow()
        return str(self.item(row).data(ENTRY_ROLE).code) if row >= 0 else ""

    def show_entries(self, entries: Sequence[SectionEntry]) -> None:
        """Fill or refresh; the current entry stays."""
        if self.count() != len(entries):
            self.clear()
            for _entry in entries:
                self.addItem(QListWidgetItem())
        for place, entry in enumerate(entries):
            item = self.item(place)
            item.setData(ENTRY_ROLE, entry)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, _spoken(entry))
            item.setData(Qt.ItemDataRole.ToolTipRole, None)
        self.scheduleDelayedItemsLayout()

    def choose(self, code: str) -> None:
        """Make an entry current."""
        for place in range(self.count()):
            if self.item(place).data(ENTRY_ROLE).code == code:
                self.setCurrentRow(place)

    def clear_choice(self) -> None:
        """Nothing is current: what is shown belongs to no section."""
        self.setCurrentRow(-1)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.currentRow() >= 0:
            self.entered.emit()
            return
        super().keyPressEvent(event)

    def _tell(self, item: QListWidgetItem | None) -> None:
        if item is not None and item.data(ENTRY_ROLE) is not None:
            self.chosen.emit(item.data(ENTRY_ROLE).code)


def _spoken(entry: SectionEntry) -> str:
    if entry.code == PAPERS:
        return entry.title
    count = translate("legajo", "{n} registros").format(n=entry.count)
    return ", ".join(part for part in (entry.title, count, entry.note) if part)
