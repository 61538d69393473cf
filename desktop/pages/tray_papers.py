"""The sustentos of the opened request beside it: from this computer, or fetched; the next, and the one before."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.pages.tray_calls import FILE, OfficeCalls
from desktop.plain import label, set_text, set_tooltip
from desktop.presenters.tray_words import fault_words
from desktop.tasks.office_door import OfficeDoor
from desktop.tasks.tray_readings import keep_document, read_document
from desktop.theme import theme
from desktop.widgets.buttons import icon_button, link
from desktop.widgets.card import Card
from desktop.widgets.document_dialog import DocumentPane
from desktop.words import translate
from sync.errors import NetworkConditionError, SessionEndedError

if TYPE_CHECKING:
    from desktop.opened import Opened
    from desktop.tasks.desk import Job
    from documents.legajo import SupportingDocument


class TrayPapers(QObject):
    """`looked(title)` when a document is shown; `turned` when the side comes or goes; `session_ended`."""

    looked = Signal(str)
    turned = Signal()
    session_ended = Signal()

    def __init__(self, opened: "Opened", parent: QWidget) -> None:
        super().__init__(parent)
        self._vault = opened.vault
        self._door, self.calls = OfficeDoor(opened.vault, opened.clock), OfficeCalls(opened.desk, self)
        self.calls.failed.connect(self._fail)
        self._documents: tuple[SupportingDocument, ...] = ()
        self._place = -1
        self.pane = DocumentPane(opened.desk)
        self.shut = link(translate("tray", "Cerrar documento"), self.close, "x")
        set_tooltip(self.shut, translate("tray", "Cerrar documento (Esc)"))
        self.before = icon_button("chevron-left", translate("tray", "Documento anterior (P)"), partial(self.turn, -1))
        self.after = icon_button("chevron-right", translate("tray", "Documento siguiente (N)"), partial(self.turn, 1))
        self.where = label("", "small")
        self.side = Card(padding=12, spacing=6)
        row = QHBoxLayout()
        row.setSpacing(theme().px(6))
        row.addWidget(self.shut)
        row.addStretch(1)
        for part in (self.where, self.before, self.after):
            row.addWidget(part, 0, Qt.AlignmentFlag.AlignVCenter)
        self.side.body.addLayout(row)
        self.side.body.addWidget(self.pane, 1)
        self.side.hide()

    @property
    def is_open(self) -> bool:
        """Whether a document is beside the request."""
        return not self.side.isHidden()

    def put(self, documents: "tuple[SupportingDocument, ...]") -> None:
        """Those of the opened request; a document that stays one of them stays open."""
        shown = self._documents[self._place].sha256 if 0 <= self._place < len(self._documents) else ""
        self._documents = tuple(one for one in documents if one.sha256)
        names = [one.sha256 for one in self._documents]
        self._place = names.index(shown) if shown in names else -1
        if self._place < 0:
            self.close()

    def view(self, sha256: str) -> None:
        """Show this one."""
        self._place = next((place for place, one in enumerate(self._documents) if one.sha256 == sha256), -1)
        if self._place >= 0:
            self._show()

    def turn(self, step: int) -> None:
        """The next one, or the one before; the first when none is open."""
        if not self._documents:
            return
        self._place = (self._place + step) % len(self._documents) if self.is_open else 0
        self._show()

    def close(self) -> None:
        """No document beside the request."""
        self.pane.clear()
        self._place = -1
        if self.is_open:
            self.side.hide()
            self.turned.emit()

    def _show(self) -> None:
        one = self._documents[self._place]
        several = len(self._documents) > 1
        place = translate("tray", "{n} de {all}").format(n=self._place + 1, all=len(self._documents))
        set_text(self.where, place if several else "")
        for button in (self.before, self.after):
            button.setVisible(several)
        if not self.is_open:
            self.side.show()
            self.turned.emit()
        self.pane.clear()
        self.pane.say(translate("tray", "Trayendo el documento…"))
        self.calls.run(FILE, partial(self._fetch, one.sha256, one.size), partial(self._came, one.sumilla or one.tipo))

    def _fetch(self, sha256: str, size: int, job: "Job") -> bytes:
        held = read_document(self._vault, sha256)
        if held is not None:
            return held
        return keep_document(self._vault, sha256, self._door.document(job.cancelled, sha256, size))

    def _came(self, title: str, content: bytes) -> None:
        self.pane.show_file(content)
        self.looked.emit(title)

    def _fail(self, _sort: str, error: Exception) -> None:
        if isinstance(error, SessionEndedError):
            self.session_ended.emit()
        words = fault_words(error)
        if isinstance(error, NetworkConditionError):
            words = translate(
                "tray", "Este documento todavía no está en esta computadora y no hay conexión para traerlo."
            )
        self.pane.say(words, "bad")
