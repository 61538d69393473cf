"""A switch between a few views of one thing: a tab bar drawn as segments.

Left and Right move, as tabs do everywhere.
"""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QTabBar, QWidget
from typing_extensions import override

from desktop.plain import unmarked
from desktop.theme import Weight, theme


class Segments(QTabBar):
    """`currentChanged` tells the choice."""

    def __init__(self, name: str, titles: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._titles = tuple(titles)
        self.setAccessibleName(name)
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setUsesScrollButtons(False)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setElideMode(Qt.TextElideMode.ElideNone)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        for title in titles:
            self.addTab(unmarked(title))

    @override
    def tabSizeHint(self, index: int) -> QSize:
        wide = QFontMetrics(theme().font(13, Weight.DemiBold)).horizontalAdvance(self._titles[index])
        return QSize(wide + theme().px(20), theme().px(34))

    @override
    def minimumTabSizeHint(self, index: int) -> QSize:
        return self.tabSizeHint(index)

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        track = QRectF(self.tabRect(0).united(self.tabRect(self.count() - 1))).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(QPen(look.color("border"), 1))
        painter.setBrush(look.color("sunken"))
        painter.drawRoundedRect(track, 8, 8)
        for place, title in enumerate(self._titles):
            chosen = place == self.currentIndex()
            box = QRectF(self.tabRect(place))
            if chosen:
                focused = self.hasFocus()
                painter.setPen(QPen(look.color("action" if focused else "field"), 2 if focused else 1))
                painter.setBrush(look.color("card"))
                painter.drawRoundedRect(box.adjusted(2, 2, -2, -2), 6, 6)
            painter.setFont(look.font(13, Weight.DemiBold if chosen else Weight.Normal))
            painter.setPen(look.color("ink" if chosen else "quiet"))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, title)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.StyleChange, QEvent.Type.FontChange}:
            self.updateGeometry()
