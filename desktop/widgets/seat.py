"""The size and place a window opens with: roomy, and never larger than what the screen leaves beside its bars."""

from PySide6.QtCore import QPoint, QSize
from PySide6.QtWidgets import QWidget

WISHED = QSize(1280, 760)
FRAME = QSize(16, 44)  # what a title bar and borders take, which no system tells before the window is shown


def seat(window: QWidget) -> None:
    """Give a top-level window its first size, in the middle of its screen."""
    room = window.screen().availableGeometry()
    size = WISHED.boundedTo(room.size() - FRAME).expandedTo(window.minimumSize())
    window.resize(size)
    spare = (room.size() - size - FRAME).expandedTo(QSize(0, 0)) / 2
    window.move(room.topLeft() + QPoint(spare.width(), spare.height()))
