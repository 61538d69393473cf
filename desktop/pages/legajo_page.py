"""Mi legajo: sections, records, one record opened, what is asked for. It joins parts; each of them is another module.

Reads through the desk alone. Writing is `legajo_editing`, documents and papers are `legajo_viewing`.
"""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu, QStackedWidget, QWidget
from typing_extensions import override

from desktop.dialogs.looks import looks_button
from desktop.pages.legajo_deeds import LegajoDeeds
from desktop.pages.legajo_editing import Editing
from desktop.pages.legajo_lists import fill_found, fill_section, offered
from desktop.pages.legajo_viewing import Viewing
from desktop.plain import unmarked
from desktop.presenters.legajo_detail import RecordDetail, record_detail
from desktop.presenters.legajo_list import PAPERS, section_entries, subtitle
from desktop.presenters.legajo_papers import asks_to_look, look_words, paper_cards
from desktop.tasks.legajo_readings import LegajoReading, RecordReading, find_records, read_legajo, read_record
from desktop.theme import theme
from desktop.widgets.banner import Banner
from desktop.widgets.buttons import secondary
from desktop.widgets.card import Card
from desktop.widgets.legajo_editor import RecordEditor
from desktop.widgets.legajo_look import LookCard
from desktop.widgets.legajo_papers import PapersView
from desktop.widgets.legajo_record_view import RecordView
from desktop.widgets.legajo_records import RecordsView
from desktop.widgets.legajo_search import SearchLine
from desktop.widgets.legajo_sections import SectionList
from desktop.widgets.legajo_viewer import DocumentView
from desktop.widgets.page import Page
from desktop.widgets.panes import Panes
from desktop.words import translate

if TYPE_CHECKING:
    from datetime import date

    from desktop.opened import Opened
    from desktop.tasks.desk import Job
    from desktop.tasks.exchange import Exchange
    from documents.legajo import LegajoSection
    from storage.request_records import ShownRecord

BOTH_FROM = 760  # pixels at 100 % from which sections and records stand beside each other


class LegajoPage(Page):
    """The page "legajo". Items: "record:UUID", "draft:UUID", "correct:UUID" (of a request), "section:II", "papers"."""

    def __init__(self, opened: "Opened", exchange: "Exchange", parent: QWidget | None = None) -> None:
        super().__init__(translate("legajo", "Mi legajo"), subtitle((), None, opened.clock.now()), parent=parent)
        self._opened, self._desk = opened, opened.desk
        self.reading: LegajoReading | None = None
        self.record: RecordReading | None = None
        self.detail: RecordDetail | None = None
        self._found: tuple[ShownRecord, ...] | None = None  # of a search; None: a section is shown
        self._item = ""  # what another page wants to see, until the reading is there
        self._wanted_record = ""
        self._job: Job | None = None
        self.banner, self.look = Banner(), LookCard()
        self.search = SearchLine()
        self.sections, self.records = SectionList(), RecordsView()
        self.view, self.papers = RecordView(), PapersView()
        self.editor, self.document = RecordEditor(), DocumentView(opened.desk)
        self.editing = Editing(opened, self.editor, self)
        self.viewing = Viewing(opened, self)
        self.deeds = LegajoDeeds(self, opened, exchange)
        self.papers_button = secondary(translate("legajo", "Reporte de hoja de vida"), self.show_papers, "file-text")
        self.looks_button = looks_button(self, opened)
        self.tools.addWidget(self.looks_button)
        self.tools.addWidget(self.papers_button)
        self._build()
        self._connect()
        self.setFocusProxy(self.sections)
        self.refresh()

    # What the window says

    @override
    def refresh(self) -> None:
        """Read everything again; what is chosen, opened and written stays."""
        if self._job is not None:
            self._job.cancel()
        self._job = self._desk.ask(self, read_legajo, self._show)

    @override
    def open_item(self, item: str) -> None:
        """Show a record, go on with a draft, correct a request."""
        self._item = item
        self.refresh()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.editing.flush()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.right.currentWidget() is self.view:
            self.back_to_list()
            return
        super().keyPressEvent(event)

    # The reading is there

    @property
    def today(self) -> "date":
        """In Peru, as the computer has it."""
        return self._opened.clock.now().astimezone().date()

    @property
    def section(self) -> "LegajoSection | None":
        """The section that is shown, None for papers and searches."""
        return self.reading.catalogue.section(self.sections.current) if self.reading else None

    def _show(self, reading: LegajoReading) -> None:
        self.reading = reading
        now = self._opened.clock.now()
        self.retitle(translate("legajo", "Mi legajo"), subtitle(reading.records, reading.as_of, now))
        self.sections.show_entries(section_entries(reading.catalogue, reading.records))
        if self.sections.current == "" and self._found is None:
            self.sections.choose(reading.catalogue.sections[0].code)
        due = asks_to_look(reading.last_look, now, records=len(reading.records))
        self.look.ask(look_words(reading.last_look, now) if due else "")
        self._show_right()
        self._rearrange()
        self.deeds.renewed(reading)
        item, self._item = self._item, ""
        if item:
            self.deeds.open_item(item)

    def show_section(self, code: str) -> None:
        """The records of a section, or the papers."""
        if not code:
            return
        self._found = None
        self.search.clear()
        self.right.setCurrentWidget(self.papers if code == PAPERS else self.records)
        self._show_right()

    def show_papers(self) -> None:
        """Hoja de vida and informe."""
        self.sections.choose(PAPERS)
        self.panes.open()

    def _show_right(self) -> None:
        reading = self.reading
        if reading is None:
            return
        if self.sections.current == PAPERS and self._found is None:
            self.papers.show_cards(
                paper_cards(reading.papers, reading.held, reading.requests, reading.records, self.today)
            )
        else:
            self._show_records(reading)
        if self.right.currentWidget() is self.view and self.record is not None:
            self._read_record(self.record.shown.shown.id)

    def _show_records(self, reading: LegajoReading) -> None:
        if self._found is not None:
            fill_found(self.records, reading, self._found, self.search.text(), self._act_on_empty)
            return
        section = self.section
        if section is not None:
            fill_section(self.records, reading, section, self.today, self._act_on_empty)

    def _act_on_empty(self) -> None:
        if self.reading is None or self.reading.as_of is None:
            self.wants.emit("sync", "")
        elif self._found is not None:
            self.search.clear()
            self._find()
        else:
            self.offer_kinds()

    def _find(self) -> None:
        if self.search.wanted:
            self._desk.ask(self, partial(find_records, text=self.search.wanted), self._show_answer)
            return
        self._found = None
        if self.sections.current == "" and self.reading is not None:
            self.sections.choose(self.reading.catalogue.sections[0].code)
        self._show_right()

    def _show_answer(self, found: "tuple[ShownRecord, ...]") -> None:
        if not self.search.wanted:
            return
        self._found = found
        self.sections.clear_choice()
        self.right.setCurrentWidget(self.records)
        self._show_right()

    # One record

    def open_record(self, record: str) -> None:
        """Show one record in place of the list."""
        self._read_record(record, enter=True)

    def _read_record(self, record: str, *, enter: bool = False) -> None:
        self._wanted_record = record
        done = partial(self._show_record, enter=enter)
        self._desk.ask(self, partial(read_record, record=record), done, self._gone)

    def _show_record(self, opened: RecordReading, *, enter: bool) -> None:
        if self.reading is None or opened.shown.shown.id != self._wanted_record:
            return
        self.record = opened
        self.detail = record_detail(opened.shown, self.reading.catalogue, opened.held)
        self.view.show_record(self.detail)
        if enter:
            if self._found is None:
                self.sections.choose(opened.shown.shown.section)
            self.right.setCurrentWidget(self.view)
            self.panes.open()
            self.view.enter()

    def _gone(self, error: Exception) -> None:
        """It was withdrawn meanwhile, or was only a draft that is gone."""
        if not isinstance(error, KeyError):
            raise error
        self.back_to_list()

    def back_to_list(self) -> None:
        """The records again, where one was."""
        record, self.record, self._wanted_record = self.record, None, ""
        self.right.setCurrentWidget(self.papers if self.sections.current == PAPERS else self.records)
        if record is not None:
            self.records.choose(record.shown.shown.id)
            if record.shown.unseen:  # it was seen now, and the list says so
                self.refresh()
        self.records.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def offer_kinds(self) -> None:
        """ "Nuevo": straight on when there is one form, else a menu of them."""
        section, reading = self.section, self.reading
        if section is None or reading is None:
            return
        kinds = offered(reading, section, self.today)
        if len(kinds) == 1:
            self.deeds.begin_new(kinds[0])
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for kind in kinds:
            menu.addAction(unmarked(kind.name), partial(self.deeds.begin_new, kind))
        menu.popup(self.records.new_button.mapToGlobal(self.records.new_button.rect().bottomLeft()))

    # How it is laid out

    def turn_to(self, widget: QWidget) -> None:
        """The panes, the editor or a document; the heading belongs to the panes."""
        self.stack.setCurrentWidget(widget)
        self._rearrange()

    def _rearrange(self) -> None:
        alone = self.stack.currentWidget() is not self.panes or (self.panes.narrow and self.panes.shows_opened)
        for part in (self._title, self._subtitle, self.looks_button, self.papers_button):
            part.setVisible(not alone)
        self.look.setVisible(self.look.due and not alone)
        for view in (self.records, self.papers):
            view.back.setVisible(self.panes.narrow)

    def _build(self) -> None:
        left = Card(padding=8, spacing=8)
        left.body.addWidget(self.search)
        left.body.addWidget(self.sections, 1)
        self.right, self.stack = QStackedWidget(), QStackedWidget()
        for view in (self.records, self.view, self.papers):
            self.right.addWidget(view)
        self.panes = Panes(left, self.right, both_from=BOTH_FROM, shares=(28, 72))
        self.stack.setMinimumHeight(theme().px(300))
        for widget in (self.panes, self.editor, self.document):
            self.stack.addWidget(widget)
        for above in (self.look, self.banner):
            self.body.addWidget(above)
        self.body.addWidget(self.stack, 1)

    def _connect(self) -> None:
        self.search.asked.connect(self._find)
        self.search.entered.connect(self.panes.open)
        self.sections.chosen.connect(self.show_section)
        self.sections.entered.connect(self.panes.open)
        self.records.opened.connect(self.open_record)
        self.records.new_wanted.connect(self.offer_kinds)
        for view in (self.records, self.papers):
            view.back_wanted.connect(self.panes.close_opened)
        self.view.back_wanted.connect(self.back_to_list)
        self.panes.changed.connect(self._rearrange)
        find = QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self, self._go_to_search)
        find.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)

    def _go_to_search(self) -> None:
        self.panes.close_opened()
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()
