"""The profiles of this computer as cards: an initial on a colour and the alias that was chosen, nothing else."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QButtonGroup, QPushButton, QWidget
from typing_extensions import override

from desktop.icons import paint_icon
from desktop.theme import Weight, theme
from desktop.widgets.flow import FlowLayout
from desktop.words import translate
from storage.profile_card import ProfileCard

# ground and figure of the initials; each pair is readable in both themes
_TINTS = (
    ("accent", "on_accent"),
    ("good_tint", "good"),
    ("info_tint", "info"),
    ("wait_tint", "wait"),
    ("bad_tint", "bad"),
)


class _Face(QPushButton):
    """One card. `initial` empty: the plus of "Otra persona"."""

    def __init__(self, words: str, initial: str, tint: tuple[str, str]) -> None:
        super().__init__()
        self._words, self._initial, self._tint = words, initial, tint
        self.setCheckable(bool(initial))
        self.setAutoExclusive(False)
        self.setAccessibleName(words)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    @override
    def sizeHint(self) -> QSize:
        return QSize(theme().px(116), theme().px(86))

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        look, painter = theme(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        chosen = self.isChecked()
        edge = "action" if chosen or self.hasFocus() else "field" if self.underMouse() else "border"
        painter.setPen(QPen(look.color(edge), 2 if edge == "action" else 1))
        painter.setBrush(look.color("selected" if chosen else "hover" if self.underMouse() else "card"))
        painter.drawRoundedRect(box, 9, 9)
        if chosen and self.hasFocus():  # chosen and focused: a second line inside
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(4, 4, -4, -4), 6, 6)
        self._paint_face(painter, QPointF(box.center().x(), box.top() + look.px(31)))
        painter.setPen(look.color("ink"))
        font = look.font(14, Weight.DemiBold if chosen else Weight.Normal)
        painter.setFont(font)
        line = box.adjusted(look.px(8), look.px(54), -look.px(8), -look.px(6))
        said = QFontMetrics(font).elidedText(self._words, Qt.TextElideMode.ElideRight, round(line.width()))
        painter.drawText(line, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter, said)

    def _paint_face(self, painter: QPainter, centre: QPointF) -> None:
        look = theme()
        radius = look.px(17)
        place = QRectF(centre.x() - radius, centre.y() - radius, 2 * radius, 2 * radius)
        if not self._initial:
            paint_icon(painter, place.adjusted(6, 6, -6, -6), "user-plus", "quiet")
            return
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.color(self._tint[0]))
        painter.drawEllipse(place)
        painter.setPen(look.color(self._tint[1]))
        painter.setFont(look.font(15, Weight.Bold))
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, self._initial)


class ProfileCards(QWidget):
    """`chosen` when another profile is selected; `other` for "Otra persona"."""

    chosen = Signal(object)  # ProfileCard
    other = Signal()

    def __init__(self, cards: tuple[ProfileCard, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cards = cards
        self._group = QButtonGroup(self)
        flow = FlowLayout(self, gap=theme().px(11), row_gap=theme().px(11))
        flow.setContentsMargins(0, 0, 0, 0)
        self.faces: list[QPushButton] = []
        for number, card in enumerate(cards):
            alias = card.alias or translate("Unlock", "Perfil dañado")
            face = _Face(alias, alias[:1].upper(), _TINTS[number % len(_TINTS)])
            face.clicked.connect(lambda _checked=False, at=number: self.choose(at))
            self._group.addButton(face)
            flow.addWidget(face)
            self.faces.append(face)
        self.stranger = _Face(translate("Unlock", "Otra persona"), "", _TINTS[0])
        self.stranger.clicked.connect(self.other)
        flow.addWidget(self.stranger)

    def choose(self, number: int) -> None:
        """Select a card and tell."""
        self.faces[number].setChecked(True)
        self.chosen.emit(self._cards[number])
