"""Twelve bars, one a month, with their values in words for keyboard, mouse and screen reader.

Knows nothing of payslips' storage.

Left and Right walk the months, Home and End go to the ends, Enter or a click opens the payslip under it.
"""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget
from typing_extensions import override

from desktop.plain import label
from desktop.presenters.formats import count
from desktop.presenters.home import Bar, Segment, bar_words, chart_words
from desktop.theme import Weight, theme
from desktop.words import translate

HEIGHT = 172
WIDEST = 46
SHARE = 0.6  # of a month's slot that its bar takes


class MonthBars(QWidget):
    """`show_year` fills it; `chosen(payslip id)` when the person opens a bar."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bars: tuple[Bar, ...] = ()
        self._year = 0
        self._current = -1
        self._hovered = -1
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(theme().px(320), theme().px(HEIGHT))

    def show_year(self, bars: Sequence[Bar], year: int) -> None:
        """Draw these twelve months."""
        self._bars, self._year = tuple(bars), year
        paid = [place for place, bar in enumerate(self._bars) if bar.segments]
        if self._current not in paid:
            self._current = paid[-1] if paid else -1
        self.setAccessibleName(translate("home", "Líquido por mes del {year}").format(year=year))
        self.setAccessibleDescription(chart_words(self._bars, year))
        self.update()

    @property
    def pointed_words(self) -> tuple[str, ...]:
        """What the balloon says, () when there is none."""
        place = self._pointed()
        return bar_words(self._bars[place], self._year) if place >= 0 else ()

    def bar_rect(self, place: int) -> QRectF:
        """Where a month's bar stands; of no height when nothing was paid."""
        slot = self.width() / max(1, len(self._bars))
        wide = round(min(theme().px(WIDEST), slot * SHARE))
        tall = self._tall(self._bars[place].total)
        return QRectF(round(slot * place + (slot - wide) / 2), self._floor() - tall, wide, tall)

    def _floor(self) -> float:
        return float(self.height() - theme().px(26))

    def _tall(self, amount: int) -> float:
        most = max((bar.total for bar in self._bars), default=0)
        return float(round((self._floor() - theme().px(24)) * amount / most)) if most else 0.0

    def _pointed(self) -> int:
        return self._hovered if self._hovered >= 0 else (self._current if self.hasFocus() else -1)

    # Painting

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(QRectF(0, self._floor(), self.width(), 1), theme().color("border"))
        small, strong = theme().font(12), theme().font(12, Weight.DemiBold)
        with_figures = self._figures_fit(QFontMetricsF(small))
        for place, bar in enumerate(self._bars):
            rect = self.bar_rect(place)
            self._paint_bar(painter, bar, rect)
            slot = self.width() / len(self._bars)
            below = QRectF(slot * place, self._floor() + 4, slot, theme().px(20))
            painter.setFont(strong if bar.current else small)
            painter.setPen(theme().color("ink" if bar.current else "quiet"))
            painter.drawText(below, Qt.AlignmentFlag.AlignCenter, bar.label)
            if bar.segments and (with_figures or bar.current) and place != self._pointed():
                above = QRectF(rect.center().x() - slot, rect.top() - theme().px(20), 2 * slot, theme().px(18))
                painter.drawText(above, Qt.AlignmentFlag.AlignCenter, count(round(bar.total / 100)))
        if self._pointed() >= 0:
            self._paint_pointed(painter, self._pointed())

    def _figures_fit(self, metrics: QFontMetricsF) -> bool:
        widest = max((metrics.horizontalAdvance(count(round(bar.total / 100))) for bar in self._bars), default=0.0)
        return widest + theme().px(6) <= self.width() / max(1, len(self._bars))

    def _paint_bar(self, painter: QPainter, bar: Bar, rect: QRectF) -> None:
        low = rect.bottom()
        for place, segment in enumerate(bar.segments):
            tall = self._tall(max(0, segment.amount))
            last = place == len(bar.segments) - 1
            piece = QRectF(rect.left(), low - tall, rect.width(), max(0.0, tall - (0 if last else 2)))
            low -= tall
            piece.moveBottom(low + tall)
            _paint_piece(painter, piece, segment, current=bar.current, rounded=last)

    def _paint_pointed(self, painter: QPainter, place: int) -> None:
        rect = self.bar_rect(place)
        if self.hasFocus() and place == self._current:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme().color("action"), 2))
            painter.drawRoundedRect(rect.adjusted(-4, -4, 4, 0), 6, 6)
        lines = bar_words(self._bars[place], self._year)
        first, rest = theme().font(12, Weight.DemiBold), theme().font(12)
        metrics = QFontMetricsF(first)
        inset, high = theme().px(9), metrics.height() + 2
        wide = max(metrics.horizontalAdvance(words) for words in lines) + 2 * inset
        balloon = QRectF(0, 0, wide, high * len(lines) + 2 * inset - 4)
        balloon.moveCenter(QPointF(rect.center().x(), 0))
        beside = rect.right() + theme().px(8)
        if beside + wide > self.width():
            beside = rect.left() - theme().px(8) - wide
        balloon.moveLeft(max(0.0, beside))
        balloon.moveTop(max(0.0, min(rect.top() - theme().px(10), self._floor() - balloon.height())))
        painter.setPen(QPen(theme().color("navigation_line"), 1))
        painter.setBrush(theme().color("navigation"))
        painter.drawRoundedRect(balloon, 7, 7)
        painter.setPen(theme().color("navigation_ink"))
        for number, words in enumerate(lines):
            painter.setFont(rest if number else first)
            spot = QRectF(balloon.left() + inset, balloon.top() + inset - 2 + high * number, wide, high)
            painter.drawText(spot, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, words)

    # Moving and opening

    def _month_at(self, spot: QPointF) -> int:
        if not self._bars:
            return -1
        place = int(spot.x() / (self.width() / len(self._bars)))
        return place if 0 <= place < len(self._bars) and self._bars[place].segments else -1

    def _segment_at(self, place: int, height: float) -> Segment:
        """The piece of the bar at this height; the lowest for a click below, the highest for one above."""
        bar, low = self._bars[place], self._floor()
        for segment in bar.segments:
            low -= self._tall(max(0, segment.amount))
            if height >= low:
                return segment
        return bar.segments[-1]

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        hovered = self._month_at(event.position())
        if hovered != self._hovered:
            self._hovered = hovered
            self.setCursor(Qt.CursorShape.PointingHandCursor if hovered >= 0 else Qt.CursorShape.ArrowCursor)
            self.update()

    @override
    def leaveEvent(self, event: QEvent) -> None:
        self._hovered = -1
        self.update()

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        place = self._month_at(event.position())
        if place >= 0 and event.button() == Qt.MouseButton.LeftButton:
            self._current = place
            self.chosen.emit(self._segment_at(place, event.position().y()).id)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        paid = [place for place, bar in enumerate(self._bars) if bar.segments]
        if not paid or not self._walk(paid, event.key()):
            super().keyPressEvent(event)

    def _walk(self, paid: list[int], key: int) -> bool:
        keys = Qt.Key
        if key in {keys.Key_Return, keys.Key_Enter, keys.Key_Space}:
            self.chosen.emit(self._bars[self._current].segments[0].id)
            return True
        nexts = {
            keys.Key_Left: {after: before for before, after in pairwise(paid)}.get(self._current, paid[0]),
            keys.Key_Right: dict(pairwise(paid)).get(self._current, paid[-1]),
            keys.Key_Home: paid[0],
            keys.Key_End: paid[-1],
        }
        if key not in nexts:
            return False
        self._current = nexts[keys(key)]
        self.setAccessibleDescription(". ".join(bar_words(self._bars[self._current], self._year)))
        self.update()
        return True

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.setAccessibleDescription(chart_words(self._bars, self._year))
        self.update()


def _paint_piece(painter: QPainter, piece: QRectF, segment: Segment, *, current: bool, rounded: bool) -> None:
    path = _outline(piece, 4.0 if rounded and piece.height() > 6 else 0.0)
    if segment.apart:
        # the lighter tint alone would not stand out from the card: its edge is drawn in the full colour
        painter.setPen(QPen(theme().color("chart"), 1.2))
        painter.setBrush(theme().color("chart_quiet"))
        painter.drawPath(path)
        return
    painter.fillPath(path, theme().color("accent" if current else "chart"))


def _outline(piece: QRectF, radius: float) -> QPainterPath:
    """A rectangle with its two upper corners rounded."""
    path = QPainterPath(piece.bottomLeft())
    path.lineTo(piece.left(), piece.top() + radius)
    path.arcTo(QRectF(piece.left(), piece.top(), 2 * radius, 2 * radius), 180, -90)
    path.lineTo(piece.right() - radius, piece.top())
    path.arcTo(QRectF(piece.right() - 2 * radius, piece.top(), 2 * radius, 2 * radius), 90, -90)
    path.lineTo(piece.bottomRight())
    path.closeSubpath()
    return path


class _Swatch(QWidget):
    """A small square of a segment's look."""

    def __init__(self, *, apart: bool = False, current: bool = False) -> None:
        super().__init__()
        self._segment = Segment("", 0, apart, "")
        self._is_current = current
        self.setFixedSize(QSize(theme().px(12), theme().px(12)))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        inside = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        _paint_piece(painter, inside, self._segment, current=self._is_current, rounded=False)


class Legend(QWidget):
    """What the colours of the bars mean; the additional payslips are named only where there are some."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme().px(6))
        self._apart = [_Swatch(apart=True), label(translate("home", "Adicional o judicial"), "small")]
        self._last = [_Swatch(current=True), label(translate("home", "Última boleta"), "small")]
        for widget in (_Swatch(), label(translate("home", "Mensual"), "small"), *self._apart, *self._last):
            row.addWidget(widget)
            if not isinstance(widget, _Swatch):
                row.addSpacing(theme().px(8))

    def show_for(self, bars: Sequence[Bar]) -> None:
        """Name what these bars use."""
        apart = any(segment.apart for bar in bars for segment in bar.segments)
        current = any(bar.current for bar in bars)
        for widgets, used in ((self._apart, apart), (self._last, current)):
            for widget in widgets:
                widget.setVisible(used)
