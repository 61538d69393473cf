"""The bundled SVG icons, tinted with a token and sharp at every pixel ratio. They follow the theme by themselves.

Not for the images of documents.
"""

import functools

from PySide6.QtCore import QByteArray, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer
from typing_extensions import override

from desktop.theme import theme
from resources import path

INK = "ink"


@functools.cache
def _sources() -> dict[str, str]:
    """Every icon's SVG text (40 kB), read with the first window: later windows must not wait for the disk."""
    return {file.stem: file.read_text(encoding="utf-8") for file in path("icons").glob("*.svg")}


def _source(name: str) -> str:
    try:
        return _sources()[name]
    except KeyError:
        raise FileNotFoundError(f"no icon is called {name}") from None


@functools.lru_cache(maxsize=256)
def _renderer(name: str, colour: str) -> QSvgRenderer:
    return QSvgRenderer(QByteArray(_source(name).replace("currentColor", colour).encode()))


def paint_icon(painter: QPainter, place: QRectF, name: str, token: str = INK) -> None:
    """Draw an icon into the largest square in the middle of `place`."""
    side = min(place.width(), place.height())
    square = QRectF(0, 0, side, side)
    square.moveCenter(QPointF(place.center()))
    _renderer(name, getattr(theme().tokens, token)).render(painter, square)


def picture(name: str, size: int, token: str = INK, ratio: float = 1.0) -> QPixmap:
    """An icon as a square pixmap of `size` logical pixels."""
    made = QPixmap(QSize(round(size * ratio), round(size * ratio)))
    made.setDevicePixelRatio(ratio)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    paint_icon(painter, QRectF(0, 0, size, size), name, token)
    painter.end()
    return made


class _Tinted(QIconEngine):
    """Paints at the moment of use, so a new theme needs no new icons."""

    def __init__(self, name: str, token: str) -> None:
        super().__init__()
        self._name, self._token = name, token

    @override
    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        token = "quiet" if mode == QIcon.Mode.Disabled else self._token
        # A rectangle wider than high asks for room between the icon and the text that follows it.
        side = min(rect.width(), rect.height())
        paint_icon(painter, QRectF(rect.left(), rect.top(), side, rect.height()), self._name, token)

    @override
    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        return self.scaledPixmap(size, mode, state, 1.0)

    @override
    def scaledPixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float) -> QPixmap:
        made = QPixmap(size * scale)
        made.setDevicePixelRatio(scale)
        made.fill(Qt.GlobalColor.transparent)
        painter = QPainter(made)
        self.paint(painter, QRect(0, 0, size.width(), size.height()), mode, state)
        painter.end()
        return made

    @override
    def clone(self) -> QIconEngine:
        return _Tinted(self._name, self._token)


def icon(name: str, token: str = INK) -> QIcon:
    """A bundled icon as Qt wants it. FileNotFoundError at once for a name that is not bundled."""
    _source(name)
    return QIcon(_Tinted(name, token))
