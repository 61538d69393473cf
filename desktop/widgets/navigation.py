"""The navigation on the left: one word and one icon a page, a count where something waits, the profile below."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QButtonGroup, QFrame, QPushButton, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.icons import paint_icon
from desktop.plain import label, set_text, set_tooltip
from desktop.theme import Weight, theme
from desktop.widgets.brand import Brand
from desktop.widgets.buttons import link
from desktop.widgets.page import scrolling
from desktop.words import translate


@dataclass(frozen=True, slots=True)
class Place:
    """One entry: the page's key, its word, its icon."""

    key: str
    word: str
    icon: str


class _Item(QPushButton):
    """One entry, painted: selected ground, amber bar, icon, word, count, focus ring."""

    def __init__(self, place: Place, number: int) -> None:
        super().__init__()
        self.place = place
        self.waiting = 0
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(place.word)
        set_tooltip(self, translate("Navigation", "{word} (Ctrl+{n})").format(word=place.word, n=number))

    @override
    def sizeHint(self) -> QSize:
        look = theme()
        words = QFontMetrics(look.font(14, Weight.DemiBold)).horizontalAdvance(self.place.word)
        return QSize(words + look.px(40 + 16 + 28), look.px(38))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        look, painter = theme(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect())
        chosen = self.isChecked()
        painter.setPen(Qt.PenStyle.NoPen)
        if chosen:
            painter.setBrush(look.color("accent"))
            painter.drawRoundedRect(box, 7, 7)
            painter.setBrush(look.color("navigation_selected"))
            painter.drawRoundedRect(box.adjusted(3, 0, 0, 0), 7, 7)
        elif self.underMouse():
            painter.setBrush(look.color("navigation_line"))
            painter.drawRoundedRect(box, 7, 7)
        self._paint_words(painter, box, "navigation_ink" if chosen else "navigation_quiet")
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(look.color("accent"), 2))
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 7, 7)

    def _paint_words(self, painter: QPainter, box: QRectF, token: str) -> None:
        look = theme()
        side = look.px(18)
        paint_icon(painter, QRectF(look.px(13), box.center().y() - side / 2, side, side), self.place.icon, token)
        painter.setPen(look.color(token))
        painter.setFont(look.font(14, Weight.DemiBold if self.isChecked() else Weight.Normal))
        painter.drawText(box.adjusted(look.px(42), 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, self.place.word)
        if self.waiting:
            badge = QRectF(0, 0, look.px(24), look.px(18))
            badge.moveCenter(box.center())
            badge.moveRight(box.right() - look.px(11))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.color("accent"))
            painter.drawRoundedRect(badge, badge.height() / 2, badge.height() / 2)
            painter.setPen(look.color("on_accent"))
            painter.setFont(look.font(12, Weight.Bold))
            painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, str(self.waiting))


class Navigation(QFrame):
    """`chosen(key)` when the person goes somewhere; arrows move, Enter and space go."""

    chosen = Signal(str)
    help_wanted = Signal()
    lock_wanted = Signal()
    leave_wanted = Signal()

    def __init__(self, places: tuple[Place, ...], profile: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "navigation")
        self.setAccessibleName(translate("Navigation", "Navegación"))
        self._items = {place.key: _Item(place, number) for number, place in enumerate(places, 1)}
        self._profile = label(profile, "navigation-strong", wrap=True)
        self.help = self._foot_link(translate("Navigation", "A&yuda · F1"), "circle-help")
        self.help.clicked.connect(self.help_wanted)
        self.lock = self._foot_link(translate("Navigation", "&Bloquear ahora · F12"), "lock")
        self.lock.clicked.connect(self.lock_wanted)
        self.leave = self._foot_link(translate("Navigation", "C&errar sesión"), "log-out")
        self.leave.clicked.connect(self.leave_wanted)
        self._group = QButtonGroup(self)
        for item in self._items.values():
            self._group.addButton(item)
            item.clicked.connect(lambda _checked=False, key=item.place.key: self.chosen.emit(key))
        self._lay_out()
        self.setFixedWidth(max(theme().px(212) if theme().look.text_size == 100 else 0, self._wanted_width()))

    @property
    def current(self) -> str:
        """The key of the selected entry, or nothing."""
        return next((key for key, item in self._items.items() if item.isChecked()), "")

    def select(self, key: str) -> None:
        """Mark an entry without going there."""
        self._items[key].setChecked(True)

    @property
    def has_focus(self) -> bool:
        """Whether the keyboard is on one of the entries."""
        return any(item.hasFocus() for item in self._items.values())

    def take_focus(self) -> None:
        """Give the keyboard to the selected entry."""
        self._items[self.current].setFocus(Qt.FocusReason.OtherFocusReason)

    def show_waiting(self, key: str, number: int) -> None:
        """How many things wait behind an entry."""
        item = self._items[key]
        item.waiting = number
        said = translate("Navigation", "{word}, {n} por atender").format(word=item.place.word, n=number)
        item.setAccessibleName(said if number else item.place.word)
        item.update()

    def rename(self, profile: str) -> None:
        """Another name for the profile."""
        set_text(self._profile, profile)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Down.value: 1, Qt.Key.Key_Up.value: -1}
        items = list(self._items.values())
        at = next((number for number, item in enumerate(items) if item.hasFocus()), None)
        if event.key() in steps and at is not None:
            items[(at + steps[event.key()]) % len(items)].setFocus(Qt.FocusReason.TabFocusReason)
            return
        super().keyPressEvent(event)

    def _wanted_width(self) -> int:
        widest = max(item.sizeHint().width() for item in self._items.values())
        feet = max(button.sizeHint().width() for button in (self.help, self.lock, self.leave))
        return max(widest, feet) + 2 * theme().px(10)

    def _foot_link(self, text: str, icon: str) -> QPushButton:
        made = link(text)
        made.setProperty("role", "navigation-link")
        made.show_icon(icon, "navigation_quiet", 16)
        return made

    def _lay_out(self) -> None:
        inside = QWidget()
        inside.setProperty("ground", "none")
        column = QVBoxLayout(inside)
        edge = theme().px(10)
        column.setContentsMargins(edge, theme().px(18), edge, theme().px(12))
        column.setSpacing(2)
        brand = Brand("navigation-brand", 24)
        brand.setContentsMargins(theme().px(12), 0, 0, theme().px(16))
        column.addWidget(brand)
        for item in self._items.values():
            column.addWidget(item)
        column.addStretch(1)
        rule = QFrame()
        rule.setProperty("surface", "navigation-line")
        column.addWidget(rule)
        words = label(translate("Navigation", "Perfil"), "navigation-quiet")
        for part in (words, self._profile):
            part.setContentsMargins(theme().px(10), theme().px(6) if part is words else 0, 0, 0)
            column.addWidget(part)
        column.addWidget(self.help)
        column.addWidget(self.lock)
        column.addWidget(self.leave)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        area = scrolling(inside)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        whole.addWidget(area)
