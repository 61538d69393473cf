"""A state as a word in a tinted tag with a sign, never colour alone: `Tag` for layouts, `paint_tag` for delegates."""

from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from desktop.icons import paint_icon
from desktop.theme import Weight, theme

TONES = ("good", "wait", "bad", "neutral", "info")
SIGNS = {"good": "check", "wait": "clock", "bad": "x", "neutral": "circle-dashed", "info": "info"}


def tag_size(text: str) -> QSizeF:
    """The room that a tag of this text takes, sign included."""
    metrics = QFontMetricsF(theme().font(12, Weight.DemiBold))
    return QSizeF(metrics.horizontalAdvance(text) + theme().px(30), metrics.height() + theme().px(6))


def paint_tag(painter: QPainter, place: QPointF, tone: str, text: str, sign: str = "") -> None:
    """Draw a tag with its top left corner at `place`. `tone` is one of TONES, `sign` the name of an icon."""
    look = theme()
    box = QRectF(place, tag_size(text))
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look.color(f"{tone}_tint"))
    painter.drawRoundedRect(box, 5, 5)
    side = look.px(12)
    paint_icon(
        painter, QRectF(box.left() + look.px(7), box.center().y() - side / 2, side, side), sign or SIGNS[tone], tone
    )
    painter.setPen(look.color(tone))
    painter.setFont(look.font(12, Weight.DemiBold))
    painter.drawText(
        box.adjusted(look.px(23), 0, 0, 0), Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text
    )
    painter.restore()


class Tag(QWidget):
    """The tag as a widget; its word is its accessible name."""

    def __init__(self, text: str = "", tone: str = "neutral", sign: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.show_state(text, tone, sign)

    def show_state(self, text: str, tone: str, sign: str = "") -> None:
        """Another state. An empty text hides the tag."""
        if tone not in TONES:
            raise ValueError(f"{tone!r} is no tone")
        self._text, self._tone, self._sign = text, tone, sign
        self.setAccessibleName(text)
        self.setVisible(bool(text))
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return tag_size(self._text).toSize()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        paint_tag(QPainter(self), QPointF(0, 0), self._tone, self._text, self._sign)
