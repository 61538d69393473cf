"""A sustento in a dialog, drawn by the page renderer alone: nothing inside the file runs or is written out."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.plain import label, set_role, set_text
from desktop.theme import theme
from desktop.widgets.buttons import primary
from desktop.widgets.dialogs import Dialog
from desktop.widgets.page_viewer import PageViewer
from desktop.widgets.zoom_bar import ZoomBar
from desktop.words import translate

if TYPE_CHECKING:
    from desktop.tasks.desk import Desk


class DocumentPane(QWidget):
    """The viewer with its zoom above; where a file cannot be drawn it says so."""

    def __init__(self, desk: "Desk") -> None:
        super().__init__()
        self.setProperty("ground", "none")
        self.viewer = PageViewer(desk, foreign=True)
        self.words = label("", "small", wrap=True)
        column, bar = QVBoxLayout(self), QHBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().px(6))
        bar.addWidget(self.words, 1)
        bar.addWidget(ZoomBar(self.viewer))
        column.addLayout(bar)
        column.addWidget(self.viewer, 1)
        self.viewer.opened.connect(self._count)
        self.viewer.unreadable.connect(self._refuse)

    def show_file(self, content: bytes) -> None:
        """Show this PDF."""
        self.say("")
        self.viewer.show_pdf(content)

    def say(self, words: str, role: str = "small") -> None:
        """What stands beside the zoom."""
        set_text(self.words, words)
        set_role(self.words, role)

    def clear(self) -> None:
        """Show nothing."""
        self.say("")
        self.viewer.clear()

    def _count(self, pages: int) -> None:
        one = translate("requests", "1 página")
        self.say(one if pages == 1 else translate("requests", "{n} páginas").format(n=pages))

    def _refuse(self, _error: object) -> None:
        self.say(translate("requests", "Este archivo no se puede mostrar: está dañado o no es un PDF."), "bad")


def show_document(parent: QWidget | None, desk: "Desk", content: bytes) -> Dialog:
    """Open the dialog; it closes by itself with its parent."""
    box = Dialog(parent, translate("requests", "Documento de sustento"), "file-text")
    pane = DocumentPane(desk)
    pane.setMinimumSize(theme().px(620) if theme().look.text_size <= 130 else theme().px(380), theme().px(430))
    pane.show_file(content)
    box.body.addWidget(pane)
    box.answer_with(primary(translate("requests", "&Cerrar"), box.accept))
    box.open()
    return box
