"""A document of the legajo or a paper of the office, page below page, with what can be done with it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.plain import label, set_text
from desktop.presenters.payslip_detail import unreadable_words
from desktop.tasks.desk import Desk
from desktop.theme import theme
from desktop.widgets.buttons import link, secondary
from desktop.widgets.card import Card, line
from desktop.widgets.empty import EmptyState
from desktop.widgets.ends import Ends, group
from desktop.widgets.page_viewer import PageViewer
from desktop.widgets.zoom_bar import ZoomBar
from desktop.words import translate


class DocumentView(Card):
    """`show_document` fills it; the file never leaves the vault but by `save_wanted`."""

    back_wanted = Signal()
    save_wanted = Signal()
    verify_wanted = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(padding=0, spacing=0, parent=parent)
        self.pdf = b""
        self.viewer = PageViewer(desk, foreign=True)
        self.title = label("", "heading", wrap=True)
        self.back = link(translate("legajo", "Volver"), self.back_wanted.emit, "arrow-left")
        self.verify = secondary(translate("legajo", "Verificar"), self.verify_wanted.emit, "shield-check")
        self.save = secondary(translate("legajo", "Descargar…"), self.save_wanted.emit, "download")
        self._absent = EmptyState("file-text", "", "")
        self._views = QStackedWidget()
        self._views.addWidget(self.viewer)
        self._views.addWidget(self._absent)
        head = QWidget()
        head.setProperty("ground", "none")
        rows = QVBoxLayout(head)
        inset = theme().px(14)
        rows.setContentsMargins(inset, theme().px(10), inset, theme().px(10))
        rows.setSpacing(theme().px(8))
        rows.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        rows.addWidget(Ends(self.title, group(self.verify, self.save)))
        rows.addWidget(ZoomBar(self.viewer), 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(head)
        self.body.addWidget(line())
        self.body.addWidget(self._views, 1)
        self.viewer.unreadable.connect(self._refuse)

    def show_document(self, title: str, pdf: bytes, *, sealed: bool) -> None:
        """Show this one; only sealed papers can be verified."""
        self.pdf = pdf
        set_text(self.title, title)
        self.verify.setVisible(sealed)
        self._views.setCurrentWidget(self.viewer)
        self.viewer.show_pdf(pdf)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.back_wanted.emit()
            return
        super().keyPressEvent(event)

    def _refuse(self, error: Exception) -> None:
        words = unreadable_words(error)
        self._absent.say(words.title, words.sentence)
        self._views.setCurrentWidget(self._absent)
