"""The pages of a sustento as thumbnails in a grid: put in order, turned and taken out by mouse and by keys."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QHBoxLayout, QListView, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.models.page_list import PageList
from desktop.plain import label, set_tooltip
from desktop.theme import theme
from desktop.widgets.buttons import Button, icon_button
from desktop.widgets.page_thumbnail import CELL, PageThumbnail
from desktop.words import translate


class _Grid(QListView):
    """Thumbnails; the keys are told to `press`. A page that is dragged goes where the pointer is: `dragged_to(row)`."""

    dragged_to = Signal(int)

    def __init__(self, press: Callable[[QKeyEvent], bool]) -> None:
        super().__init__()
        self._press = press
        self._grip: QPoint | None = None
        self._drags = False

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        at = event.position().toPoint()
        holds = event.button() == Qt.MouseButton.LeftButton and self.indexAt(at).isValid()
        self._grip = at if holds else None

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = event.position().toPoint()
        if self._grip is None:
            return
        if not self._drags and (at - self._grip).manhattanLength() >= QApplication.startDragDistance():
            self._drags = True
            self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
        below = self.indexAt(at)
        if self._drags and below.isValid() and below.row() != self.currentIndex().row():
            self.dragged_to.emit(below.row())

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._grip = None
        if self._drags:
            self._drags = False
            self.viewport().unsetCursor()
            return
        super().mouseReleaseEvent(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._press(event):
            super().keyPressEvent(event)


class PageStrip(QWidget):
    """`model` holds the pages; `changed` after the person changed them."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = PageList(self)
        self.grid = _Grid(self._press)
        self._dress_grid()
        self.earlier = self._button("arrow-left", translate("sustento", "Poner antes"), "Alt+←", -1)
        self.later = self._button("arrow-right", translate("sustento", "Poner después"), "Alt+→", 1)
        self.turner = icon_button("rotate-cw", translate("sustento", "Girar"), self.turn)
        set_tooltip(self.turner, translate("sustento", "Girar a la derecha (G)"))
        self.remover = icon_button("trash-2", translate("sustento", "Quitar la página"), self.take_out)
        set_tooltip(self.remover, translate("sustento", "Quitar la página (Supr)"))
        self.tools = QHBoxLayout()
        self.tools.setSpacing(theme().px(2))
        for button in (self.earlier, self.later, self.turner, self.remover):
            self.tools.addWidget(button)
        self.tools.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().px(4))
        column.addLayout(self.tools)
        column.addWidget(self.grid, 1)
        column.addWidget(
            label(translate("sustento", "Van en este orden. Arrastre una hoja para cambiarla de lugar."), "small")
        )
        self.grid.selectionModel().currentChanged.connect(lambda _now, _before: self._allow())
        self.grid.dragged_to.connect(lambda row: self.shift(row - self.row))
        self._allow()

    def _dress_grid(self) -> None:
        grid = self.grid
        grid.setModel(self.model)
        grid.setViewMode(QListView.ViewMode.IconMode)
        grid.setMovement(QListView.Movement.Static)
        grid.setResizeMode(QListView.ResizeMode.Adjust)
        grid.setUniformItemSizes(True)
        grid.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        grid.setItemDelegate(PageThumbnail(grid))
        grid.setGridSize(QSize(theme().px(CELL.width() + 6), theme().px(CELL.height() + 6)))
        grid.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        grid.setMinimumSize(theme().px(140), theme().px(190))
        grid.setAccessibleName(translate("sustento", "Páginas del documento"))

    def _button(self, icon: str, name: str, keys: str, step: int) -> Button:
        made = icon_button(icon, name, lambda: self.shift(step))
        set_tooltip(made, f"{name} ({keys})")
        return made

    @property
    def row(self) -> int:
        """The chosen page, -1 for none."""
        return self.grid.currentIndex().row()

    def choose(self, row: int) -> None:
        """Make a page the chosen one."""
        self.grid.setCurrentIndex(self.model.index(row, 0))
        self._allow()

    def shift(self, step: int) -> None:
        """Put the chosen page so many places later."""
        if self.row >= 0 and 0 <= self.row + step < len(self.model.entries):
            self.choose(self.model.move(self.row, self.row + step))
            self.changed.emit()

    def turn(self) -> None:
        """Turn the chosen page."""
        if self.row >= 0:
            self.model.turn(self.row)
            self.changed.emit()

    def take_out(self) -> None:
        """Remove the chosen page."""
        if self.row >= 0:
            self.choose(self.model.take_out(self.row))
            self.changed.emit()

    def _allow(self) -> None:
        row, count = self.row, len(self.model.entries)
        self.earlier.setEnabled(row > 0)
        self.later.setEnabled(0 <= row < count - 1)
        self.turner.setEnabled(row >= 0)
        self.remover.setEnabled(row >= 0)

    def _press(self, event: QKeyEvent) -> bool:
        alone = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        moves = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}
        key = Qt.Key(event.key())
        if event.modifiers() & Qt.KeyboardModifier.AltModifier and key in moves:
            self.shift(moves[key])
        elif alone and key == Qt.Key.Key_G:
            self.turn()
        elif event.matches(QKeySequence.StandardKey.Delete):
            self.take_out()
        else:
            return False
        return True
