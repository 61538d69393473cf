"""Two groups in one row, one at each end; one above the other when the width does not hold both (200 % text)."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget
from typing_extensions import override

from desktop.theme import theme


class Ends(QWidget):
    """`left` and `right` keep their own widths; with `fills` the right one takes what is left of the row."""

    def __init__(self, left: QWidget, right: QWidget, *, fills: bool = False, gap: float = 12) -> None:
        super().__init__()
        self.setProperty("ground", "none")
        self._left, self._right, self._fills = left, right, fills
        self._gap = theme().px(gap)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(self._gap)
        self._grid.setVerticalSpacing(theme().px(8))
        self._grid.setColumnStretch(1 if fills else 0, 1)
        self._beside: bool | None = None
        self._seat(beside=True)

    @property
    def beside(self) -> bool:
        """Whether both stand in one row now."""
        return bool(self._beside)

    def _seat(self, *, beside: bool) -> None:
        if beside == self._beside:
            return
        self._beside = beside
        middle, right = Qt.AlignmentFlag.AlignVCenter, Qt.AlignmentFlag.AlignRight
        free, left = Qt.AlignmentFlag(0), Qt.AlignmentFlag.AlignLeft
        if beside:
            self._grid.addWidget(self._left, 0, 0, middle)
            self._grid.addWidget(self._right, 0, 1, middle if self._fills else right | middle)
        else:
            self._grid.addWidget(self._left, 0, 0, 1, 2, free)
            self._grid.addWidget(self._right, 1, 0, 1, 2, free if self._fills else left)
        self.updateGeometry()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._choose()

    @override
    def event(self, event: QEvent) -> bool:
        answered = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self._choose()  # the words of one of them changed
        return answered

    def _choose(self) -> None:
        needed = self._wide(self._left) + self._gap + self._wide(self._right)
        self._seat(beside=needed <= self.width())

    def _wide(self, widget: QWidget) -> int:
        if widget.isHidden():
            return 0
        return (widget.minimumSizeHint() if self._fills else widget.sizeHint()).width()

    @override
    def minimumSizeHint(self) -> QSize:
        narrowest = max(self._left.minimumSizeHint().width(), self._right.minimumSizeHint().width())
        return QSize(narrowest, self._grid.minimumSize().height())


def group(*widgets: QWidget, gap: float = 8, stretched: int = -1) -> QWidget:
    """Widgets beside each other; the one at `stretched` takes the room that is left."""
    made = QWidget()
    made.setProperty("ground", "none")
    row = QHBoxLayout(made)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(theme().px(gap))
    for place, widget in enumerate(widgets):
        row.addWidget(widget, 1 if place == stretched else 0)
    return made
