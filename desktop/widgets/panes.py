"""A list and what is opened from it: beside each other where there is room, one at a time where there is not."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QWidget
from typing_extensions import override

from desktop.theme import theme


class Panes(QSplitter):
    """`narrow` tells whether only one of the two is in sight; `changed` when that or what is in sight turns."""

    changed = Signal()

    def __init__(self, left: QWidget, right: QWidget, *, both_from: float, shares: tuple[int, int]) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._left, self._right = left, right
        self._both_from = theme().px(both_from)
        self._shares = shares
        self.narrow = False
        self._opened = False
        self.setChildrenCollapsible(False)
        self.setHandleWidth(theme().px(16))
        self.addWidget(left)
        self.addWidget(right)
        for place, share in enumerate(shares):
            self.setStretchFactor(place, share)
        self._dragged = False
        self.splitterMoved.connect(self._remember)

    def open(self) -> None:
        """Bring what is opened into sight."""
        self._turn(opened=True)

    def close_opened(self) -> None:
        """Back to the list."""
        self._turn(opened=False)

    def _turn(self, *, opened: bool) -> None:
        self._opened = opened
        self._show()
        self.changed.emit()

    @property
    def shows_opened(self) -> bool:
        """Whether the right side is in sight."""
        return not self.narrow or self._opened

    def _remember(self) -> None:
        self._dragged = True

    def _show(self) -> None:
        self._left.setVisible(not self.narrow or not self._opened)
        self._right.setVisible(self.shows_opened)

    @override
    def minimumSizeHint(self) -> QSize:
        # One side is always enough: else two sides at 200 % text would push the window wider than the screen.
        sides = (self._left.minimumSizeHint(), self._right.minimumSizeHint())
        return QSize(max(side.width() for side in sides), max(side.height() for side in sides))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < self._both_from
        if narrow != self.narrow:
            self.narrow = narrow
            self._show()
            self.changed.emit()
        if not narrow and not self._dragged:
            room = self.width() - self.handleWidth()
            first = room * self._shares[0] // sum(self._shares)
            self.setSizes([first, room - first])
