"""Bandeja de solicitudes, of an office's people: find, read with papers beside it, decide; with and without a line.

What it shows came with the exchange and is on this computer, encrypted; what is decided waits in the outbox, can be
undone until it leaves, and travels by itself.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QSplitter, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.models.tray_table import STATE, TERM, WHAT, WHO, tray_columns
from desktop.pages.tray_calls import CASE, COUNTS, LIST, OfficeCalls
from desktop.pages.tray_deciding import Deciding
from desktop.pages.tray_keys import bind_keys
from desktop.pages.tray_looks import Looks
from desktop.pages.tray_papers import TrayPapers
from desktop.pages.tray_views import OwnViews
from desktop.presenters.tray_case import Decision, OpenedCase, case_of
from desktop.presenters.tray_list import TrayLine, count_words, nothing_words
from desktop.presenters.tray_undo import waiting_words
from desktop.tasks.tray_readings import TrayAsked, TrayReading, count_views, read_case, read_tray
from desktop.theme import theme
from desktop.widgets.banner import Banner
from desktop.widgets.buttons import link, secondary
from desktop.widgets.page import Page
from desktop.widgets.panes import Panes
from desktop.widgets.record_card import RecordCard
from desktop.widgets.tray_bulk import TrayBulk
from desktop.widgets.tray_case_view import CaseView
from desktop.widgets.tray_filters import TrayFilters
from desktop.words import translate
from storage.decision_records import DECIDING

if TYPE_CHECKING:
    from desktop.opened import Opened

BOTH_FROM = 860  # pixels at 100 %
STEP = 300  # lines that are shown at once


class TrayPage(Page):
    """The page "tray". `sync_wanted` when decisions may leave; `sign_in_wanted` when the account's session is over."""

    sync_wanted = Signal()
    sign_in_wanted = Signal()
    counted = Signal()  # decisions were kept or taken back: the strip counts them

    def __init__(self, opened: "Opened", parent: QWidget | None = None) -> None:
        super().__init__(_title(), scrolls=False, parent=parent)
        self._vault, self._clock = opened.vault, opened.clock
        self.calls = OfficeCalls(opened.desk, self)
        self.banner, self.filters, self.bulk = Banner(), TrayFilters(), TrayBulk()
        self.deciding = Deciding(opened, self.banner, self)
        self.looks = Looks(opened, self)
        self.papers = TrayPapers(opened, self)
        self.own_views = OwnViews(opened, self)
        self.found: TrayReading | None = None
        self.opened: OpenedCase | None = None
        self.counts: dict[str, int] = {}  # by key of the view
        self.again = secondary(translate("tray", "Sincroni&zar"), self.sync_wanted.emit, "refresh-cw")
        name = translate("tray", "Solicitudes de la oficina")
        self.list: RecordCard[TrayLine] = RecordCard(
            name, tray_columns(), lambda line: line.uuid, roomy=WHAT, leaving=(STATE, TERM, WHO)
        )
        self.list.table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.more = link(translate("tray", "Ver más"), self._ask_more, "chevron-down")
        self.view = CaseView()
        self._asked_for, self._view_asked, self._limit = "", "", STEP
        self.work = QSplitter(Qt.Orientation.Horizontal)
        self._left_side = self._left()
        self.panes = Panes(self._left_side, self.work, both_from=BOTH_FROM, shares=(52, 48))
        self.work.addWidget(self.view)
        self.work.addWidget(self.papers.side)
        self.work.setChildrenCollapsible(False)
        self.work.setHandleWidth(theme().px(16))
        self.tools.addWidget(self.again)
        self.body.addWidget(self.banner)
        self.body.addWidget(self.panes, 1)
        self._connect()
        bind_keys(self)
        self.setFocusProxy(self.list.table)
        self.refresh()

    @override
    def refresh(self) -> None:
        """Read the list and the opened request again; what is chosen stays."""
        asked = TrayAsked(self.filters.key, self.filters.text, self.filters.narrowing, self._limit)
        now = self._clock.now()
        self.calls.run(LIST, lambda _job: read_tray(self._vault, asked, now), self._show_list)

    @override
    def open_item(self, item: str) -> None:
        """Show this request, in whatever view it is."""
        self._asked_for = item
        self.refresh()

    # The list

    @property
    def chosen(self) -> tuple[TrayLine, ...]:
        """The lines that a decision is about."""
        rows = {index.row() for index in self.list.table.selectionModel().selectedRows()}
        found = (self.list.model.record(row) for row in sorted(rows))
        return tuple(line for line in found if line is not None)

    def _show_list(self, found: TrayReading) -> None:
        self.found = found
        now = self._clock.now()
        self.filters.show_views(found.views, self.counts)
        self.calls.run(COUNTS, lambda _job: count_views(self._vault, found.views), self._show_counts)
        self.filters.show_choices(found.catalogue, found.institutions)
        self.filters.mine.setVisible(bool(found.may & DECIDING))
        many = QAbstractItemView.SelectionMode
        self.list.table.setSelectionMode(many.ExtendedSelection if found.may & DECIDING else many.SingleSelection)
        if view := self._view_asked:
            self._view_asked = ""
            self.filters.choose(view)
            return
        words = count_words(found.total, found.as_of, now)
        waiting = sum(1 for own in found.own if not own.trouble)
        self.retitle(_title(), " · ".join(filter(None, (words, waiting_words(waiting) if waiting else ""))))
        self.more.setVisible(found.total > len(found.lines))
        if found.lines:
            self.list.show_rows(found.lines)
        else:
            by = found.asked.by.count
            why = nothing_words(found.asked.key, text=found.asked.text, filters=by, as_of=found.as_of)
            self.list.show_empty("inbox" if found.as_of else "cloud-off", *why)
        self.deciding.compare(found, now)
        self._choose()
        self._tell_chosen()

    def _show_counts(self, counts: dict[str, int]) -> None:
        """After the list: nobody waits for them."""
        self.counts = counts
        if self.found is not None:
            self.filters.show_views(self.found.views, counts)

    def _choose(self) -> None:
        wanted, self._asked_for = self._asked_for, ""
        if wanted:
            if self.list.choose(wanted):
                self.panes.open()
            self._open(wanted)
            return
        if self.list.current is None:
            self.list.choose_first()
        current = self.list.current
        self._open(current.uuid if current is not None else "")

    def _ask_more(self) -> None:
        self._limit += STEP
        self.refresh()

    def _ask_anew(self) -> None:
        self._limit = STEP
        self.refresh()

    def _tell_chosen(self) -> None:
        chosen = self.chosen
        self.bulk.show_chosen(len(chosen), sum(line.can_be_decided for line in chosen))

    def _choose_one(self) -> None:
        current = self.list.table.currentIndex().row()
        self.list.table.clearSelection()
        self.list.table.selectRow(max(0, current))

    # The case

    def _open(self, uuid: str) -> None:
        if not uuid:
            self.opened = None
            self.view.show_nothing()
            self.papers.put(())
            return
        self.calls.run(CASE, lambda _job: read_case(self._vault, uuid), self._show_case)

    def _show_case(self, opened: OpenedCase | None) -> None:
        self.opened = opened
        found = self.found
        if opened is None or found is None:
            self.view.show_nothing()
            self.papers.put(())
            return
        now = self._clock.now()
        self.view.show_one(case_of(opened, found.catalogue, found.calendar, me=found.me, now=now, may=found.may))
        self.papers.put(opened.case.request.content.documents if opened.case.whole else ())
        if self.isVisible():
            self.looks.note(opened.case.person.doc_numero, "solicitud", opened.case.request.code)

    def decide(self, decision: Decision) -> None:
        """About the opened request, or about all that are chosen and can be decided."""
        if self.found is None:
            return
        chosen = self.chosen
        if len(chosen) > 1:
            self.deciding.decide(decision, [one.uuid for one in chosen if one.can_be_decided], self.found)
        elif self.view.shown is not None and decision in self.view.buttons:
            self.deciding.decide(decision, [self.view.shown.uuid], self.found)

    def _note_paper(self, title: str) -> None:
        if self.opened is not None:
            code = self.opened.case.request.code
            self.looks.note(self.opened.case.person.doc_numero, "documento", f"{code}: {title}")

    def arrange(self) -> None:
        """With a document open, case and document share the page and the list waits behind a link."""
        reading = self.papers.is_open
        self._left_side.setVisible(not reading and (not self.panes.narrow or not self.panes.shows_opened))
        self.view.setVisible(not (reading and self.panes.narrow))
        self.view.stand_alone(reading or self.panes.narrow)
        whole = not self.panes.narrow or not self.panes.shows_opened
        for widget in (self._title, self._subtitle, self.again):
            widget.setVisible(whole)

    def leave(self) -> None:
        """First the document goes, then the case."""
        if self.papers.is_open:
            self.papers.close()
            return
        self.panes.close_opened()
        self.list.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _tell_session(self) -> None:
        words = translate("tray", "Su ingreso al servicio venció. Vuelva a ingresar para traer y enviar.")
        self.banner.say(words, "wait", translate("tray", "Volver a ingresar"), self.sign_in_wanted.emit)

    # Wires

    def _left(self) -> QWidget:
        left = QWidget()
        left.setProperty("ground", "none")
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().px(12))
        column.addWidget(self.filters)
        column.addWidget(self.bulk)
        column.addWidget(self.list, 1)
        column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        self.more.hide()
        return left

    def _connect(self) -> None:
        self.filters.asked.connect(self._ask_anew)
        self.filters.save_wanted.connect(lambda: self.own_views.save(self.found))
        self.filters.forget_wanted.connect(lambda: self.own_views.forget(self.filters.key))
        self.own_views.saved.connect(self._show_view)
        self.list.current_changed.connect(lambda line: self._open(line.uuid if line is not None else ""))
        self.list.table.selectionModel().selectionChanged.connect(lambda *_changed: self._tell_chosen())
        self.list.entered.connect(self._enter)
        self.list.table.clicked.connect(lambda _index: self.panes.open() if self.panes.narrow else None)
        self.bulk.decided.connect(self.decide)
        self.bulk.cleared.connect(self._choose_one)
        self.view.decided.connect(self.decide)
        self.view.document_wanted.connect(self.papers.view)
        self.view.undo_wanted.connect(self.deciding.undo)
        self.view.read.connect(self.deciding.read)
        self.view.back_wanted.connect(self.leave)
        self.papers.turned.connect(self.arrange)
        self.papers.looked.connect(self._note_paper)
        self.papers.session_ended.connect(self._tell_session)
        self.panes.changed.connect(self.arrange)
        self.deciding.changed.connect(self.refresh)
        self.deciding.changed.connect(self.counted)
        self.deciding.sync_wanted.connect(self.sync_wanted)

    def _show_view(self, key: str) -> None:
        """A view that the list of views may not know yet."""
        self._view_asked = key
        self.refresh()

    def _enter(self) -> None:
        self.panes.open()
        self.view.enter()


def _title() -> str:
    return translate("tray", "Bandeja de solicitudes")
