"""Buttons by rank: one primary a screen, secondary beside it, danger for what cannot be undone, links, and bare icons.

The text may carry a mnemonic ("&Abrir"); text that came from outside goes through `plain.unmarked` first.
"""

from collections.abc import Callable

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QWidget
from typing_extensions import override

from desktop.icons import INK
from desktop.icons import icon as bundled_icon
from desktop.plain import set_text, set_tooltip
from desktop.theme import theme

_FILLED = ("primary", "danger")


class Button(QPushButton):
    """A push button of the program: a rank from the style sheet, the focus is always visible."""

    def __init__(self, text: str, role: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", role)
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        if text:
            self.say(text)

    def say(self, text: str) -> None:
        """Another text, also for screen readers."""
        set_text(self, text)
        self.setAccessibleName(text.replace("&", ""))

    def show_icon(self, name: str, token: str, size: float = 18) -> None:
        """An icon before the text, with some room between them."""
        self.setIcon(bundled_icon(name, token))
        side = theme().px(size)
        self.setIconSize(QSize(side + (theme().px(5) if self.text() else 0), side))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self.hasFocus() or self.property("role") not in _FILLED:
            return
        # A filled button shows its focus inside: a light line on the fill is visible on every ground.
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme().color("on_action"), 2))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(4, 4, -4, -4), 4, 4)


def primary(text: str, pressed: Callable[[], object] | None = None, icon: str = "") -> Button:
    """The one thing that this screen is for."""
    return _made(text, "primary", pressed, icon, "on_action")


def secondary(text: str, pressed: Callable[[], object] | None = None, icon: str = "") -> Button:
    """Something else that can be done here."""
    return _made(text, "secondary", pressed, icon, "ink")


def danger(text: str, pressed: Callable[[], object] | None = None, icon: str = "") -> Button:
    """What cannot be undone; only after its consequences were said."""
    return _made(text, "danger", pressed, icon, "on_action")


def link(text: str, pressed: Callable[[], object] | None = None, icon: str = "") -> Button:
    """A small way to somewhere else."""
    return _made(text, "link", pressed, icon, "action")


def icon_button(icon: str, name: str, pressed: Callable[[], object] | None = None, token: str = INK) -> Button:
    """A button that shows only an icon; `name` says aloud what it does and is its tool tip."""
    made = _made("", "icon", pressed, icon, token)
    made.setAccessibleName(name)
    set_tooltip(made, name)
    return made


def _made(text: str, role: str, pressed: Callable[[], object] | None, icon: str, token: str) -> Button:
    made = Button(text, role)
    if icon:
        made.show_icon(icon, token)
    if pressed is not None:
        made.clicked.connect(lambda _checked=False: pressed())
    return made
