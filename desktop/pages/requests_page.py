"""Mis solicitudes, "Seguimiento de atención de solicitud": each request from the draft to the office's last word."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.models.request_table import NAME, TERM, WHAT, request_columns
from desktop.pages.requests_deeds import RequestDeeds
from desktop.presenters.requests_detail import detail_of
from desktop.presenters.requests_list import Line, Show, kept_by, line_of, nothing_words, summary_words
from desktop.tasks.request_readings import (
    RequestReading,
    RequestsReading,
    note_seen,
    read_file,
    read_request,
    read_requests,
)
from desktop.theme import theme
from desktop.widgets.banner import Banner
from desktop.widgets.page import Page
from desktop.widgets.panes import Panes
from desktop.widgets.record_card import RecordCard
from desktop.widgets.requests_view import RequestView
from desktop.widgets.segments import Segments
from desktop.words import translate

if TYPE_CHECKING:
    from desktop.opened import Opened
    from desktop.tasks.desk import Job
    from sync.core.outcome import Progress

SOON = 300  # milliseconds
BOTH_FROM = 860  # pixels at 100 % from which list and request stand beside each other
_SHOWS = (Show.OPEN, Show.EVERY, Show.DRAFTS)


class RequestsPage(Page):
    """The page "requests". `sync_wanted`, `sign_in_wanted`: wishes to the window; `seen` when the news were looked at.

    `open_item(uuid)` shows that request, whatever the filter was.
    """

    sync_wanted = Signal()
    sign_in_wanted = Signal()
    seen = Signal()

    def __init__(self, opened: "Opened", parent: QWidget | None = None) -> None:
        super().__init__(
            translate("requests", "Seguimiento de atención de solicitud"), summary_words(()), parent=parent
        )
        self._desk, self._clock = opened.desk, opened.clock
        self.deeds = RequestDeeds(opened, self)
        self.banner = Banner()
        self.filter = Segments(
            translate("requests", "Qué solicitudes mostrar"),
            (translate("requests", "Abiertas"), translate("requests", "Todas"), translate("requests", "Borradores")),
        )
        name = translate("requests", "Solicitudes")
        self.list: RecordCard[Line] = RecordCard(
            name, request_columns(), lambda line: line.uuid, roomy=WHAT, leaving=(NAME, TERM)
        )
        self.view = RequestView()
        self.reading: RequestsReading | None = None
        self.opened: RequestReading | None = None
        self._asked_for = ""  # the request that another page wants to see
        self._list_job: Job | None = None
        self._open_job: Job | None = None
        self._sending = False  # the exchange is at our requests
        self._soon = QTimer(self, singleShot=True, interval=SOON)
        self._soon.timeout.connect(self.refresh)
        self.panes = Panes(self._left(), self.view, both_from=BOTH_FROM, shares=(57, 43))
        self._stack = QStackedWidget()
        self._stack.addWidget(self.panes)
        self._stack.hide()  # nothing is shown before the first reading: no flash of emptiness
        self.body.addWidget(self.banner)
        self.body.addWidget(self._stack, 1)
        self._connect()
        self.setFocusProxy(self.list.table)
        self.refresh()

    @override
    def refresh(self) -> None:
        """Read the list again; what is chosen stays."""
        if self._list_job is not None:
            self._list_job.cancel()
        self._list_job = self._desk.ask(self, read_requests, self._show_list)

    @override
    def open_item(self, item: str) -> None:
        """Show this request."""
        self._asked_for = item
        self.refresh()

    @override
    def exchange(self, progress: "Progress | None") -> None:
        """Sync moves requests along; the list follows, not at every packet."""
        sending = progress is not None and progress.stage == "requests"
        if (sending or self._sending) and not self._soon.isActive():
            self._soon.start()
        self._sending = sending

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._note_seen()

    @property
    def shown(self) -> Show:
        """The filter."""
        return _SHOWS[self.filter.currentIndex()]

    def _show_list(self, reading: RequestsReading) -> None:
        self.reading = reading
        self._stack.show()
        self.retitle(_title(), summary_words(reading.every))
        self._widen(reading)
        left = kept_by(self.shown, reading.every, besides=self.opened.known.shown.uuid if self.opened else "")
        if left:
            today = self._clock.now().astimezone().date()
            self.list.show_rows([line_of(one, reading.catalogue, today, reading.calendar) for one in left])
        else:
            words = nothing_words(self.shown, total=len(reading.every))
            self.list.show_empty("clipboard-list", words.title, words.sentence, words.action)
        self._choose()
        self._note_seen()

    def _widen(self, reading: RequestsReading) -> None:
        """What another page asks for is shown although the filter would leave it out."""
        wanted = self._asked_for
        if wanted and all(one.uuid != wanted for one in kept_by(self.shown, reading.every)):
            drafts = any(one.uuid == wanted for one in kept_by(Show.DRAFTS, reading.every))
            self.filter.blockSignals(True)
            self.filter.setCurrentIndex(_SHOWS.index(Show.DRAFTS if drafts else Show.EVERY))
            self.filter.blockSignals(False)

    def _choose(self) -> None:
        wanted, self._asked_for = self._asked_for, ""
        if wanted and self.list.choose(wanted):
            self.panes.open()
        elif self.list.current is None:
            self.list.choose_first()
        self._open(self.list.current)

    def _open(self, line: Line | None) -> None:
        if self._open_job is not None:
            self._open_job.cancel()
        if line is None:
            self.opened = None
            self.view.show_nothing()
            return
        self._open_job = self._desk.ask(self, partial(read_request, uuid=line.uuid), self._show_opened, self._gone)

    def _show_opened(self, reading: RequestReading) -> None:
        self.opened = reading
        self.view.show_one(detail_of(reading.known, reading.catalogue, reading.calendar, self._clock.now()))

    def _gone(self, error: Exception) -> None:
        """Discarded or withdrawn meanwhile: the list knows at its next reading."""
        if not isinstance(error, KeyError):
            raise error
        self.refresh()

    def _note_seen(self) -> None:
        if self.reading is not None and self.reading.unseen and self.isVisible():
            self._desk.ask(self, note_seen, lambda _nothing: self.seen.emit())

    def _act_on_empty(self) -> None:
        if self.reading is not None and self.reading.every and self.shown is Show.OPEN:
            self.filter.setCurrentIndex(_SHOWS.index(Show.EVERY))
        else:
            self.wants.emit("legajo", "")

    def _view_document(self, sha256: str) -> None:
        self._desk.ask(self, partial(read_file, sha256=sha256), self._show_document, self._no_document)

    def _show_document(self, content: bytes | None) -> None:
        if content is None:
            words = translate("requests", "Ese archivo está en la oficina. Llegará aquí con la próxima conexión.")
            self.banner.say(words, "info")
            return
        from desktop.widgets.document_dialog import show_document

        show_document(self.window(), self._desk, content)

    def _no_document(self, error: Exception) -> None:
        if not isinstance(error, KeyError):
            raise error
        words = translate("requests", "Ese archivo ya no está en esta computadora ni se puede pedir a la oficina.")
        self.banner.say(words, "wait")

    def _enter(self) -> None:
        self.panes.open()
        self.view.enter()

    def _leave(self) -> None:
        self.panes.close_opened()
        self.list.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _rearrange(self) -> None:
        narrow = self.panes.narrow
        self.view.stand_alone(narrow)
        for widget in (self._title, self._subtitle):
            widget.setVisible(not narrow or not self.panes.shows_opened)

    def _left(self) -> QWidget:
        left = QWidget()
        left.setProperty("ground", "none")
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().px(12))
        column.addWidget(self.filter, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.list, 1)
        return left

    def _connect(self) -> None:
        self.filter.currentChanged.connect(lambda _place: self._refilter())
        self.list.current_changed.connect(self._open)
        self.list.entered.connect(self._enter)
        self.list.table.clicked.connect(lambda _index: self.panes.open() if self.panes.narrow else None)
        self.list.pressed_empty.connect(self._act_on_empty)
        self.view.deed_wanted.connect(lambda deed: self.deeds.do(deed, self.opened) if self.opened else None)
        self.view.document_wanted.connect(self._view_document)
        self.view.back_wanted.connect(self._leave)
        self.panes.changed.connect(self._rearrange)
        self.deeds.done.connect(self.refresh)
        self.deeds.told.connect(self.banner.say)
        self.deeds.wants.connect(self.wants)
        self.deeds.sync_wanted.connect(self.sync_wanted)
        self.deeds.sign_in_wanted.connect(self.sign_in_wanted)

    def _refilter(self) -> None:
        self.opened = None
        if self.reading is not None:
            self._show_list(self.reading)


def _title() -> str:
    return translate("requests", "Seguimiento de atención de solicitud")
