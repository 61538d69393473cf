"""A QR on the screen: dark on white whatever the look of the program, with its quiet zone."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from documents.qr import QrBars, qr_bars

QUIET = 4  # modules around it


class QrCode(QWidget):
    """Shows a text; `name` says to screen readers what it is."""

    def __init__(self, text: str, name: str, side: int, parent: QWidget | None = None) -> None:
        """`side`: pixels."""
        super().__init__(parent)
        self.setFixedSize(side, side)
        self.setAccessibleName(name)
        self.text = text

    @override
    def sizeHint(self) -> QSize:
        return self.size()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), Qt.GlobalColor.white)
        paint_qr(painter, QRectF(self.rect()), qr_bars(self.text))


def paint_qr(painter: QPainter, room: QRectF, code: QrBars) -> None:
    """Into a square, on screen or on paper. Modules on whole pixels: a reader wants sharp edges."""
    module = max(1.0, float(int(room.width() / (code.side + 2 * QUIET))))
    inset = (room.width() - module * code.side) / 2
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(Qt.GlobalColor.black)
    for column, row, length in code.bars:
        painter.drawRect(
            QRectF(room.x() + inset + column * module, room.y() + inset + row * module, length * module, module)
        )
