"""What every page of the main window is: title, sentence, tools on the right, a body that scrolls or not."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.plain import label, set_text
from desktop.theme import theme

if TYPE_CHECKING:
    from sync.core.outcome import Progress


class Page(QWidget):
    """Base of the pages. `wants(page_key, item)` asks the window to go to another page and show an item there."""

    wants = Signal(str, str)

    def __init__(self, title: str, subtitle: str = "", *, scrolls: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(title)
        self._title = label(title, "title", wrap=True)
        self._subtitle = label(subtitle, "quiet", wrap=True)
        self._subtitle.setVisible(bool(subtitle))
        self.tools = QHBoxLayout()  # buttons that belong to the whole page, right of the title
        self.tools.setSpacing(theme().px(8))
        self.body = QVBoxLayout()
        self.body.setSpacing(theme().px(16))
        if scrolls:
            self._lay_out_scrolling()
        else:
            self._lay_out(QVBoxLayout(self))

    def refresh(self) -> None:
        """Facts changed, or the page is shown again."""

    def exchange(self, progress: "Progress | None") -> None:
        """What sync is doing now; None when it is not at it."""

    def open_item(self, item: str) -> None:
        """Show this one."""

    def retitle(self, title: str, subtitle: str) -> None:
        """Other words on top."""
        set_text(self._title, title)
        set_text(self._subtitle, subtitle)
        self._subtitle.setVisible(bool(subtitle))

    def _lay_out(self, whole: QVBoxLayout) -> None:
        side, top = theme().px(26), theme().px(20)
        whole.setContentsMargins(side, top, side, theme().px(24))
        whole.setSpacing(theme().px(14))
        words = QVBoxLayout()
        words.setSpacing(theme().px(2))
        words.addWidget(self._title)
        words.addWidget(self._subtitle)
        head = QHBoxLayout()
        head.addLayout(words, 1)
        head.addLayout(self.tools)
        whole.addLayout(head)
        whole.addLayout(self.body, 1)

    def _lay_out_scrolling(self) -> None:
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        inside = _Inside()
        inside.setProperty("ground", "none")
        self._lay_out(QVBoxLayout(inside))
        outer.addWidget(scrolling(inside))


class _Inside(QWidget):
    """Scrolls only when its parts do not fit at their least: by itself Qt would scroll for what they would like."""

    @override
    def heightForWidth(self, width: int) -> int:
        layout = self.layout()
        return layout.totalMinimumHeightForWidth(width) if layout is not None else -1


def scrolling(inside: QWidget) -> QScrollArea:
    """A frameless scroll area around a widget: what keeps 200 % text whole."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.viewport().setAutoFillBackground(False)
    area.setWidget(inside)
    return area
