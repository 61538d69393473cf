"""A scroll area that is dragged, walked with keys, magnified with Ctrl and the wheel. Its heirs know what it shows."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget
from typing_extensions import override


class PannedArea(QAbstractScrollArea):
    """Heirs say what closer and further mean."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grip: QPoint | None = None
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setCursor(Qt.CursorShape.OpenHandCursor)

    def zoom_in(self) -> None:
        """One step closer."""
        raise NotImplementedError

    def zoom_out(self) -> None:
        """One step away."""
        raise NotImplementedError

    def magnify(self, factor: float, at: QPoint) -> None:
        """So many times larger; what lies under `at` (viewport pixels) stays there."""
        raise NotImplementedError

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().wheelEvent(event)
            return
        turns = event.angleDelta().y() / 120
        self.magnify(1.15**turns, event.position().toPoint())
        event.accept()

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._grip = event.position().toPoint()
            self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._grip is None:
            return
        now = event.position().toPoint()
        moved = self._grip - now
        self._grip = now
        self.horizontalScrollBar().setValue(self.horizontalScrollBar().value() + moved.x())
        self.verticalScrollBar().setValue(self.verticalScrollBar().value() + moved.y())

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._grip = None
        self.viewport().setCursor(Qt.CursorShape.OpenHandCursor)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        upright = self.verticalScrollBar()
        ends = {Qt.Key.Key_Home: upright.minimum(), Qt.Key.Key_End: upright.maximum()}
        place = ends.get(Qt.Key(event.key()))
        if place is not None:
            upright.setValue(place)
            return
        if event.text() == "+":
            self.zoom_in()
        elif event.text() == "-":
            self.zoom_out()
        else:
            super().keyPressEvent(event)
