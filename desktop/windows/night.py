"""The ground of the windows before the main one: night over the mountains, one card that always fits."""

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QCloseEvent, QColor, QIcon, QLinearGradient, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.theme import theme
from desktop.widgets.page import scrolling
from desktop.widgets.reading_order import ReadingWindow
from desktop.widgets.seat import seat
from resources import path

# Ridges from left to right as parts of the width, and how high as parts of the height; the farthest first.
_RIDGES = (
    ((0.0, 0.66), (0.12, 0.58), (0.24, 0.68), (0.41, 0.47), (0.55, 0.63), (0.70, 0.50), (0.86, 0.64), (1.0, 0.55)),
    ((0.0, 0.80), (0.15, 0.70), (0.30, 0.82), (0.47, 0.72), (0.63, 0.84), (0.80, 0.68), (1.0, 0.80)),
    ((0.0, 0.93), (0.20, 0.86), (0.38, 0.94), (0.58, 0.85), (0.78, 0.95), (1.0, 0.88)),
)


class NightWindow(ReadingWindow):
    """A window with a card. Put the content into `card_body`; `card_width` in pixels of the 100 % design.

    `closing` when the person closes it, `help_wanted` when the manual is asked for.
    """

    closing = Signal()
    help_wanted = Signal()

    def __init__(self, title: str, card_width: int = 440, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setWindowIcon(QIcon(str(path("icons", "chasqui.svg"))))
        self.setMinimumSize(1024, 600)
        seat(self)
        self.card = QFrame()
        self.card.setProperty("surface", "card")
        self.card.setMaximumWidth(theme().px(card_width))
        self.card_body = QVBoxLayout(self.card)
        side = theme().px(34)
        self.card_body.setContentsMargins(side, side, side, theme().px(28))
        self.card_body.setSpacing(theme().px(14))
        self._inside = QWidget()
        self._inside.setProperty("ground", "none")
        self.middle = QVBoxLayout(self._inside)
        self.middle.setContentsMargins(*(theme().px(20),) * 4)
        self.middle.addStretch(1)
        self._lay_card()
        self.middle.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scrolling(self._inside))

    def _lay_card(self) -> None:
        # Stretches and not an alignment: with one, the layout would ask for the height at its own full width.
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.card)
        row.addStretch(1)
        self.middle.addLayout(row)
        self.card.setMinimumWidth(min(self.card.maximumWidth(), 940))

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        self.closing.emit()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect())
        night = theme().color("navigation")
        sky = QLinearGradient(box.topLeft(), box.bottomLeft())
        sky.setColorAt(0.0, night.darker(118))
        sky.setColorAt(1.0, night)
        painter.fillRect(box, sky)
        for number, ridge in enumerate(_RIDGES):
            _paint_ridge(painter, box, ridge, theme().color("navigation_selected"), 26 + 22 * number)
        _paint_road(painter, box)


def _paint_ridge(
    painter: QPainter, box: QRectF, ridge: tuple[tuple[float, float], ...], colour: QColor, alpha: int
) -> None:
    shape = QPainterPath(box.bottomLeft())
    for across, down in ridge:
        shape.lineTo(QPointF(box.left() + across * box.width(), box.top() + down * box.height()))
    shape.lineTo(box.bottomRight())
    colour.setAlpha(alpha)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.fillPath(shape, colour)


def _paint_road(painter: QPainter, box: QRectF) -> None:
    """The runner's road, from tambo to tambo."""
    road = QPainterPath(QPointF(box.left() - 10, box.top() + 0.965 * box.height()))
    for across, down in ((0.20, 0.90), (0.38, 0.975), (0.58, 0.89), (0.78, 0.985), (1.01, 0.925)):
        road.lineTo(QPointF(box.left() + across * box.width(), box.top() + down * box.height()))
    colour = theme().color("accent")
    colour.setAlpha(120)
    pen = QPen(colour, 2, Qt.PenStyle.CustomDashLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
    pen.setDashPattern([1, 6])
    painter.setPen(pen)
    painter.drawPath(road)
