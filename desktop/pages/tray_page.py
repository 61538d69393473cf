"""Bandeja de solicitudes, of an office's people: find, read with papers beside it, take, decide. Needs a connection.

Every call is made on the pool; nothing of another person is kept on this computer.
"""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.models.tray_table import STATE, TERM, WHAT, WHO, tray_columns
from desktop.pages.tray_calls import CASE, FILE, LIST, OfficeCalls
from desktop.pages.tray_deciding import Deciding
from desktop.presenters.tray_case import case_of
from desktop.presenters.tray_list import TrayLine, count_words, nothing_words, signature, tray_line
from desktop.presenters.tray_words import conflict_words, fault_words, offline_words
from desktop.tasks.office_door import Desktop, OfficeDoor, read_desktop
from desktop.theme import theme
from desktop.widgets.banner import Banner
from desktop.widgets.buttons import link, secondary
from desktop.widgets.card import Card
from desktop.widgets.document_dialog import DocumentPane
from desktop.widgets.page import Page
from desktop.widgets.panes import Panes
from desktop.widgets.record_card import RecordCard
from desktop.widgets.tray_case_view import CaseView
from desktop.widgets.tray_filters import TrayFilters
from desktop.words import translate
from sync.errors import NetworkConditionError, SessionEndedError

if TYPE_CHECKING:
    from desktop.opened import Opened
    from desktop.presenters.tray_case import Decision
    from desktop.tasks.desk import Job
    from documents.legajo import SupportingDocument
    from sync.office import OfficeCase, OfficeList

BOTH_FROM = 860  # pixels at 100 %


class TrayPage(Page):
    """The page "tray". `sign_in_wanted` when the account's session is over."""

    sign_in_wanted = Signal()

    def __init__(self, opened: "Opened", parent: QWidget | None = None) -> None:
        super().__init__(_title(), count_words((), more=False), scrolls=False, parent=parent)
        self._desk, self._clock = opened.desk, opened.clock
        self.door = OfficeDoor(opened.vault, opened.clock)
        self.calls = OfficeCalls(opened.desk, self)
        self.deciding = Deciding(opened.desk, self.door, self)
        self.desktop: Desktop | None = None
        self.found: OfficeList | None = None
        self.opened: OfficeCase | None = None
        self.banner = Banner()
        self.filters = TrayFilters()
        self.again = secondary(translate("tray", "Act&ualizar"), self.refresh, "refresh-cw")
        name = translate("tray", "Solicitudes de la oficina")
        self.list: RecordCard[TrayLine] = RecordCard(
            name, tray_columns(), lambda line: line.uuid, roomy=WHAT, leaving=(STATE, TERM, WHO)
        )
        self.more = link(translate("tray", "Ver más"), self._ask_more, "chevron-down")
        self.view = CaseView()
        self.pane = DocumentPane(opened.desk)
        self.shut = link(translate("tray", "Cerrar documento"), self._shut_document, "x")
        self._asked_for = ""
        self.work = QSplitter(Qt.Orientation.Horizontal)
        self._side = self._document_side()
        self._left_side = self._left()
        self.panes = Panes(self._left_side, self.work, both_from=BOTH_FROM, shares=(52, 48))
        self.work.addWidget(self.view)
        self.work.addWidget(self._side)
        self.work.setChildrenCollapsible(False)
        self.work.setHandleWidth(theme().px(16))
        self.tools.addWidget(self.again)
        self.body.addWidget(self.banner)
        self.body.addWidget(self.panes, 1)
        self._connect()
        self.setFocusProxy(self.list.table)
        self._desk.ask(self, read_desktop, self._sit_down)

    @override
    def refresh(self) -> None:
        """Ask the office again; what is chosen stays."""
        if self.desktop is None:
            return
        self.again.setEnabled(False)
        self.calls.run(LIST, partial(self._search, None), self._show_list)

    @override
    def open_item(self, item: str) -> None:
        """Show this request."""
        self._asked_for = item
        self.refresh()

    def _sit_down(self, desktop: Desktop) -> None:
        self.desktop = desktop
        self.refresh()

    @property
    def _me(self) -> str:
        return signature(self.desktop.me if self.desktop is not None else None)

    # The list

    def _search(self, after: str | None, job: "Job") -> "OfficeList":
        return self.door.search(job.cancelled, self.filters.state, self.filters.text, after)

    def _show_list(self, found: "OfficeList") -> None:
        self.banner.hide()
        self._put(found)

    def _show_more(self, found: "OfficeList") -> None:
        before = self.found.rows if self.found is not None else ()
        self._put(type(found)((*before, *found.rows), found.next, found.skipped))

    def _put(self, found: "OfficeList") -> None:
        self.again.setEnabled(True)
        self.found = found
        desktop = self.desktop
        if desktop is None:
            return
        today, me = self._clock.now().astimezone().date(), self._me
        lines = [
            tray_line(row.request, row.person, desktop.catalogue, today, desktop.calendar, me=me) for row in found.rows
        ]
        self.retitle(_title(), count_words(lines, more=found.next is not None))
        self.more.setVisible(found.next is not None)
        if lines:
            self.list.show_rows(lines)
        else:
            self.list.show_empty("inbox", *nothing_words(state=self.filters.state, text=self.filters.text))
        wanted, self._asked_for = self._asked_for, ""
        if wanted and self.list.choose(wanted):
            self.panes.open()
        elif self.list.current is None:
            self.list.choose_first()
        self._open(self.list.current)

    def _ask_more(self) -> None:
        if self.found is not None and self.found.next is not None:
            self.calls.run(LIST, partial(self._search, self.found.next), self._show_more)

    # The case

    def _open(self, line: TrayLine | None) -> None:
        if line is None:
            self.opened = None
            self.view.show_nothing()
            self._shut_document()
            return
        if self.opened is not None and self.opened.request.uuid != line.uuid:
            self._shut_document()
        uuid = line.uuid
        self.calls.run(CASE, lambda job: self.door.case(job.cancelled, uuid), self._show_case)

    def _show_case(self, case: "OfficeCase | None") -> None:
        self.opened = case
        desktop = self.desktop
        if case is None or desktop is None:
            self.view.show_nothing()
            self.banner.say(translate("tray", "Esa solicitud necesita una versión más nueva de Chasqui."), "wait")
            return
        me, now = self._me, self._clock.now()
        shown = case_of(case.request, case.person, case.current, desktop.catalogue, desktop.calendar, me=me, now=now)
        self.view.show_one(shown)

    def _decide(self, decision: "Decision") -> None:
        if self.view.shown is not None and self.opened is not None:
            self.deciding.decide(decision, self.view.shown, self.opened.request)

    def _tell_decided(self, words: str) -> None:
        self.calls.run(LIST, partial(self._search, None), self._put)
        self.banner.say(words, "good")

    def _tell_outdated(self, uuid: str) -> None:
        """Somebody was faster: read it as it is now, and say who and when."""

        def told(case: "OfficeCase | None") -> None:
            self._show_case(case)
            if case is not None:
                self.banner.say(conflict_words(case.request, me=self._me, now=self._clock.now()), "wait")

        self.calls.run(CASE, lambda job: self.door.case(job.cancelled, uuid), told)

    def _tell_unsure(self, words: str) -> None:
        self.banner.say(words, "wait", translate("tray", "Reintentar"), self.deciding.try_again)

    # Documents

    def _view_document(self, sha256: str) -> None:
        size = next((one.size for one in self._documents() if one.sha256 == sha256), 0)
        self._side.show()
        self._arrange()
        self.pane.clear()
        self.pane.say(translate("tray", "Trayendo el documento…"))
        self.calls.run(FILE, lambda job: self.door.document(job.cancelled, sha256, size), self.pane.show_file)

    def _documents(self) -> "tuple[SupportingDocument, ...]":
        return self.opened.request.content.documents if self.opened is not None else ()

    def _shut_document(self) -> None:
        self.pane.clear()
        self._side.hide()
        self._arrange()

    def _arrange(self) -> None:
        """With a document open, case and document share the page and the list waits behind a link."""
        reading = not self._side.isHidden()
        self._left_side.setVisible(not reading and (not self.panes.narrow or not self.panes.shows_opened))
        self.view.setVisible(not (reading and self.panes.narrow))
        self.view.stand_alone(reading or self.panes.narrow)
        whole = not self.panes.narrow or not self.panes.shows_opened
        for widget in (self._title, self._subtitle, self.again):
            widget.setVisible(whole)

    # What goes wrong

    def _fail(self, what: str, error: Exception) -> None:
        self.again.setEnabled(True)
        if what == FILE:
            self.pane.say(translate("tray", "El documento no llegó. Vuelva a pulsar «Ver»."), "bad")
        if isinstance(error, NetworkConditionError):
            self.banner.say(offline_words(shown=self.found is not None), "neutral")
            if self.found is None:
                self.list.show_empty("cloud-off", translate("tray", "Sin conexión"), offline_words(shown=False))
        elif isinstance(error, SessionEndedError):
            self._tell_session()
        else:
            self.banner.say(fault_words(error), "wait")

    def _tell_session(self) -> None:
        words = translate("tray", "Su ingreso al servicio venció. Vuelva a ingresar para seguir atendiendo.")
        self.banner.say(words, "wait", translate("tray", "Volver a ingresar"), self.sign_in_wanted.emit)

    # Wires

    def _left(self) -> QWidget:
        left = QWidget()
        left.setProperty("ground", "none")
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().px(12))
        column.addWidget(self.filters)
        column.addWidget(self.list, 1)
        column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        self.more.hide()
        return left

    def _document_side(self) -> QWidget:
        side = Card(padding=12, spacing=6)
        side.body.addWidget(self.shut, 0, Qt.AlignmentFlag.AlignLeft)
        side.body.addWidget(self.pane, 1)
        side.hide()
        return side

    def _connect(self) -> None:
        self.filters.asked.connect(self.refresh)
        self.calls.failed.connect(self._fail)
        self.list.current_changed.connect(self._open)
        self.list.entered.connect(self._enter)
        self.list.table.clicked.connect(lambda _index: self.panes.open() if self.panes.narrow else None)
        self.view.decided.connect(self._decide)
        self.view.document_wanted.connect(self._view_document)
        self.view.back_wanted.connect(self._leave)
        self.panes.changed.connect(self._arrange)
        self.deciding.decided.connect(self._tell_decided)
        self.deciding.outdated.connect(self._tell_outdated)
        self.deciding.unsure.connect(self._tell_unsure)
        self.deciding.refused.connect(lambda words: self.banner.say(words, "wait"))
        self.deciding.session_ended.connect(self._tell_session)
        self.deciding.busy.connect(lambda busy: self.view.allow(decide=not busy))

    def _enter(self) -> None:
        self.panes.open()
        self.view.enter()

    def _leave(self) -> None:
        """First the document goes, then the case."""
        if not self._side.isHidden():
            self._shut_document()
            return
        self.panes.close_opened()
        self.list.table.setFocus(Qt.FocusReason.OtherFocusReason)


def _title() -> str:
    return translate("tray", "Bandeja de solicitudes")
