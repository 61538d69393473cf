"""A bundled icon standing by itself, tinted with a token. Decoration: the words beside it say the same."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from desktop.icons import INK, paint_icon
from desktop.theme import theme


class IconLabel(QWidget):
    """An icon of `size` pixels of the 100 % design."""

    def __init__(self, name: str, token: str = INK, size: float = 18, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name, self._token = name, token
        side = theme().px(size)
        self.setFixedSize(side, side)

    def show_icon(self, name: str, token: str) -> None:
        """Another icon in the same place."""
        self._name, self._token = name, token
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        paint_icon(QPainter(self), QRectF(self.rect()), self._name, self._token)
