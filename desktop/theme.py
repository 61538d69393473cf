"""How everything looks: palette, fonts and the one style sheet, from the tokens, the person's choice and the system's.

Not for sizes of single widgets (they ask `theme().px`) and not for colours outside `desktop.tokens`.
"""

import re
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QDir, QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from desktop.tokens import DARK, LIGHT, Tokens
from resources import path

FAMILY = "Chasqui Sans"
TEXT_SIZES = (100, 115, 130, 150, 175, 200)  # per cent
BODY = 14  # px at 100 %

Weight = QFont.Weight


class Appearance(StrEnum):
    """What the person chose."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


@dataclass(frozen=True, slots=True)
class Look:
    """The choice that a theme is made from. `text_size` in per cent, 100 to 200."""

    appearance: Appearance = Appearance.SYSTEM
    text_size: int = 100


class Theme(QObject):
    """The look of this process. One instance, kept by `theme()`; `changed` fires after a new look is in place."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.look = Look()
        self.tokens: Tokens = LIGHT
        self._sheet = path("styles", "chasqui.qss").read_text(encoding="utf-8")
        self._following = False

    @property
    def dark(self) -> bool:
        """Whether the dark tokens are in use."""
        return self.tokens is DARK

    def color(self, token: str) -> QColor:
        """A token as a QColor. AttributeError for a name that does not exist."""
        return QColor(getattr(self.tokens, token))

    def px(self, size: float) -> int:
        """A length of the 100 % design, in pixels at the chosen text size."""
        return max(1, round(size * self.look.text_size / 100)) if size else 0

    def font(self, size: float = BODY, weight: QFont.Weight = Weight.Normal) -> QFont:
        """The program's face at a size of the 100 % design. Its figures are tabular."""
        font = QFont(FAMILY)
        font.setPixelSize(self.px(size))
        font.setWeight(weight)
        return font

    def apply(self, look: Look) -> None:
        """Dress the whole program. Costs a full restyle, so an unchanged look does nothing."""
        tokens = _tokens_for(look.appearance)
        if (look, tokens) == (self.look, self.tokens) and self._following:
            return
        self._follow_system()
        self.look, self.tokens = look, tokens
        app = _application()
        app.setFont(self.font())
        app.setPalette(palette(tokens))
        QDir.setSearchPaths("style", [str(path("styles", "dark" if self.dark else "light"))])
        app.setStyleSheet(style_sheet(self._sheet, tokens, look.text_size))
        self.changed.emit()

    def _follow_system(self) -> None:
        if not self._following:
            self._following = True
            QGuiApplication.styleHints().colorSchemeChanged.connect(self._system_changed)

    def _system_changed(self) -> None:
        self.apply(self.look)


_kept: list[Theme] = []


def theme() -> Theme:
    """The look of this process, made at first use."""
    if not _kept:
        _kept.append(Theme())
    return _kept[0]


def load_fonts() -> None:
    """Put the bundled faces where Qt finds them. RuntimeError when the installation lacks one."""
    for face in ("Regular", "SemiBold", "Bold"):
        if QFontDatabase.addApplicationFont(str(path("fonts", f"ChasquiSans-{face}.ttf"))) < 0:
            raise RuntimeError(f"the bundled face {face} cannot be read")


def style_sheet(sheet: str, tokens: Tokens, text_size: int) -> str:
    """Fill the sheet: `@name` becomes the token's colour, `14u` becomes pixels at the text size."""
    names = tokens.as_names()
    bare = re.sub(r"/\*.*?\*/", "", sheet, flags=re.DOTALL)
    coloured = re.sub(r"@([a-z_]+)", lambda found: names[found[1]], bare)
    return re.sub(r"\b(\d+)u\b", lambda found: f"{round(int(found[1]) * text_size / 100)}px", coloured)


def palette(tokens: Tokens) -> QPalette:
    """The same tokens for what Fusion draws by itself (stock selected and placeholder text fail AA)."""
    made = QPalette()
    roles = QPalette.ColorRole
    for role, token in {
        roles.Window: tokens.paper, roles.WindowText: tokens.ink, roles.Base: tokens.card,
        roles.AlternateBase: tokens.hover,
        roles.Text: tokens.ink, roles.Button: tokens.card, roles.ButtonText: tokens.ink,
        roles.BrightText: tokens.on_action,
        roles.Highlight: tokens.action, roles.HighlightedText: tokens.on_action, roles.PlaceholderText: tokens.quiet,
        roles.ToolTipBase: tokens.navigation, roles.ToolTipText: tokens.navigation_ink, roles.Link: tokens.action,
        roles.LinkVisited: tokens.action, roles.Light: tokens.card,
        roles.Midlight: tokens.hover, roles.Mid: tokens.border,
        roles.Dark: tokens.field, roles.Shadow: tokens.field, roles.Accent: tokens.action,
    }.items():  # fmt: skip
        made.setColor(role, QColor(token))
    for role in (roles.WindowText, roles.Text, roles.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, role, QColor(tokens.quiet))
    return made


def _tokens_for(appearance: Appearance) -> Tokens:
    if appearance is Appearance.SYSTEM:
        return DARK if QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark else LIGHT
    return DARK if appearance is Appearance.DARK else LIGHT


def _application() -> QApplication:
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        raise TypeError("a QApplication must exist before the theme")
    return app
