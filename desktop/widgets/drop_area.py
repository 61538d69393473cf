"""Where files are dropped, or chosen by two links. Looks at no file: what the paths are is found out on the pool."""

from pathlib import Path

from PySide6.QtCore import QMimeData, QRectF, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.plain import label
from desktop.theme import theme
from desktop.widgets.buttons import link
from desktop.words import translate


class DropArea(QWidget):
    """`dropped(tuple of Path)`, `files_wanted`, `folder_wanted`. `light_up` while something hangs over the page."""

    dropped = Signal(object)
    files_wanted = Signal()
    folder_wanted = Signal()

    def __init__(self, parent: QWidget | None = None, *, folders: bool = True, lead: str = "") -> None:
        super().__init__(parent)
        self.setAcceptDrops(True)
        self.setAccessibleName(translate("verify", "Suelte los archivos aquí"))
        self._lit = False
        self.files = link(translate("verify", "elija &archivos"), self.files_wanted.emit)
        self.folder = link(translate("verify", "elija una car&peta"), self.folder_wanted.emit)
        column = QVBoxLayout(self)
        inset = theme().px(12)
        column.setContentsMargins(inset, inset, inset, theme().px(8))
        column.setSpacing(0)
        words = label(lead or translate("verify", "Suelte los archivos aquí"), "strong", wrap=True)
        words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column.addWidget(words)
        row = QHBoxLayout()
        row.setSpacing(theme().px(4))
        row.addStretch(1)
        parts = (label(translate("verify", "o"), "quiet"), self.files, label("·", "quiet"), self.folder)
        for part in parts if folders else parts[:2]:
            row.addWidget(part)
        row.addStretch(1)
        column.addLayout(row)

    def light_up(self, *, lit: bool) -> None:
        """Show that this is the place."""
        if lit != self._lit:
            self._lit = lit
            self.update()

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if paths_in(event.mimeData()):
            event.acceptProposedAction()
            self.light_up(lit=True)

    @override
    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self.light_up(lit=False)

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        self.light_up(lit=False)
        event.acceptProposedAction()
        self.dropped.emit(paths_in(event.mimeData()))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        look, painter = theme(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(look.color("action" if self._lit else "field"), 2)
        pen.setDashPattern([3, 3])
        painter.setPen(pen)
        painter.setBrush(look.color("selected" if self._lit else "card"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 10, 10)


def paths_in(carried: QMimeData) -> tuple[Path, ...]:
    """The local files and folders of what is dragged; addresses of the web are left out."""
    return tuple(Path(url.toLocalFile()) for url in carried.urls() if url.isLocalFile())
