"""What the person does in Mi legajo, and where it leads: begin, go on, correct, queue, follow, look at a document."""

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop.presenters.legajo_list import PAPERS
from desktop.presenters.legajo_papers import PaperCard
from desktop.presenters.legajo_talk import queued_words, received_words
from desktop.presenters.status import Connection
from desktop.tasks.legajo_readings import (
    DraftReading,
    LegajoReading,
    RequestReading,
    note_looked,
    read_draft,
    read_fact,
    read_request,
)
from desktop.words import translate
from storage.request_records import RequestAction, RequestContent, RequestState
from sync.identifiers import new_id

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.opened import Opened
    from desktop.pages.legajo_page import LegajoPage
    from desktop.presenters.legajo_detail import DocumentLine
    from desktop.tasks.exchange import Exchange
    from documents.legajo import LegajoRecord, RecordKind
    from storage.request_records import OwnRequest


class LegajoDeeds(QObject):
    """Belongs to one page; the page shows."""

    def __init__(self, page: "LegajoPage", opened: "Opened", exchange: "Exchange") -> None:
        super().__init__(page)
        self._page, self._opened, self._exchange = page, opened, exchange
        self._next = ""  # what is to be opened when the editor has closed
        self._sent = ""  # the request whose code is awaited
        self._shown: tuple[bytes, str] = (b"", "")
        editing, viewing, view, editor = page.editing, page.viewing, page.view, page.editor
        editing.closed.connect(self._closed)
        editing.queued.connect(self._queued)
        viewing.queued.connect(self._queued)
        viewing.queued.connect(lambda _own: page.refresh())
        viewing.shown.connect(self._show_document)
        viewing.told.connect(page.banner.say)
        viewing.fetching.connect(self._sync)
        view.change_wanted.connect(self.change)
        view.remove_wanted.connect(self.remove)
        view.discard_wanted.connect(self.discard)
        view.follow_wanted.connect(self._follow)
        view.view_wanted.connect(lambda sha256: self._view(sha256, view.documents.lines))
        editor.view_wanted.connect(lambda sha256: self._view(sha256, editor.documents.lines))
        page.document.back_wanted.connect(self._leave_document)
        page.document.save_wanted.connect(lambda: viewing.save(*self._shown))
        page.document.verify_wanted.connect(lambda: viewing.verdict.check_pdf(*self._shown, page.document.title.text()))
        papers = page.papers
        for signal, act in (
            (papers.view_wanted, viewing.view_paper),
            (papers.save_wanted, viewing.save_paper),
            (papers.verify_wanted, viewing.verify_paper),
            (papers.ask_wanted, viewing.ask_paper),
            (papers.follow_wanted, self._follow_paper),
        ):
            signal.connect(act)
        page.look.right.connect(self._looked)
        page.look.change_wanted.connect(self._look_closer)

    # Beginning

    def begin_new(self, kind: "RecordKind") -> None:
        """A record that is not filed yet."""
        self._begin(RequestContent(action=RequestAction.NEW, section=kind.section, kind=kind.code, record=new_id(),
                                   base=None), None)  # fmt: skip

    def change(self) -> None:
        """The button of a record: a change, the draft there is, or the correction of a request."""
        record = self._page.record
        if record is None:
            return
        wish, fact = record.shown.wish, record.shown.confirmed
        if wish is not None and wish.state is RequestState.DRAFT:
            self._resume(wish.uuid)
        elif wish is not None:
            self._correct(wish.uuid)
        elif fact is not None:
            self._begin(RequestContent(action=RequestAction.CHANGE, section=fact.section, kind=fact.kind,
                                       record=fact.id, base=fact, fields=fact.fields, documents=fact.documents),
                        fact)  # fmt: skip

    def remove(self) -> None:
        """Ask that a record leaves the legajo."""
        fact = self._page.record.shown.confirmed if self._page.record else None
        if fact is not None:
            self._begin(RequestContent(action=RequestAction.REMOVE, section=fact.section, kind=fact.kind,
                                       record=fact.id, base=fact), fact)  # fmt: skip

    def discard(self) -> None:
        """Throw the draft over the opened record away."""
        wish = self._page.record.shown.wish if self._page.record else None
        if wish is not None and wish.own is not None:
            self._read_draft(wish.uuid, self._discard)

    def _discard(self, draft: DraftReading) -> None:
        if self._page.reading is not None:
            self._page.editing.resume(draft, self._page.reading)
            self._page.editing.discard()
            self._page.editing.leave()  # harmless when it was discarded; else nothing was written

    def open_item(self, item: str) -> None:
        """What another page wants to be shown here."""
        what, _colon, uuid = item.partition(":")
        page = self._page
        if page.editing.running:  # what is written there is on disk before anything else is opened
            self._next = item
            page.editing.leave()
        elif what == "record":
            page.open_record(uuid)
        elif what == "draft":
            self._resume(uuid)
        elif what == "correct":
            self._correct(uuid)
        elif what in {"section", PAPERS}:
            page.sections.choose(uuid or PAPERS)
            page.panes.open()

    def _begin(self, content: RequestContent, fact: "LegajoRecord | None") -> None:
        page = self._page
        if page.reading is None:
            return
        page.banner.hide()
        page.editing.begin(content, page.reading, fact)
        self._enter()

    def _resume(self, uuid: str) -> None:
        self._read_draft(uuid, self._go_on)

    def _read_draft(self, uuid: str, done: "Callable[[DraftReading], None]") -> None:
        self._opened.desk.ask(self, partial(read_draft, uuid=uuid), done, self._unknown)

    def _go_on(self, draft: DraftReading) -> None:
        page = self._page
        if page.reading is None:
            return
        if draft.own.state is not RequestState.DRAFT:  # queued meanwhile: there is nothing to write any more
            page.wants.emit("requests", draft.own.uuid)
            return
        if not draft.own.content.section:
            self._ask_paper(draft.own.content, draft.own.uuid)
            return
        page.banner.hide()
        page.editing.resume(draft, page.reading)
        self._enter()
        if page.editing.needs_settling:
            page.editing.settle()

    def _enter(self) -> None:
        self._page.turn_to(self._page.editor)
        self._page.editor.enter()

    # Correcting

    def _correct(self, uuid: str) -> None:
        self._opened.desk.ask(self, partial(read_request, uuid=uuid), self._begin_correction, self._unknown)

    def _begin_correction(self, found: RequestReading) -> None:
        shown, fact = found.shown, found.fact
        if found.draft:
            self._resume(found.draft)
        elif shown.state is RequestState.QUARANTINE:
            self._edit_again(shown.uuid)
        elif not shown.content.section:
            self._ask_paper(replace(shown.content, replaces=shown.uuid), "")
        else:
            content = shown.content
            base = content.base or (fact if content.action is not RequestAction.NEW else None)
            self._begin(replace(content, replaces=shown.uuid, base=base, expediente=None), fact)
            if self._page.editing.needs_settling:
                self._page.editing.settle()

    def _ask_paper(self, content: RequestContent, draft: str) -> None:
        """A request for hoja de vida or informe has nothing to write: it is only asked again."""
        self._page.show_papers()
        self._page.viewing.ask_again(content, draft)

    def _edit_again(self, uuid: str) -> None:
        vault, new, now = self._opened.vault, new_id(), self._opened.clock.now()

        def work(_job: object) -> str:
            from storage.drafts import edit_again

            with vault.outbox() as db:
                return edit_again(db, uuid, new, now).uuid

        self._opened.desk.start(self, work, self._resume)

    def _unknown(self, error: Exception) -> None:
        if not isinstance(error, KeyError):
            raise error
        words = translate("legajo", "Eso ya no está aquí: se envió, se descartó o la UGEL lo retiró.")
        self._page.banner.say(words, "info")

    # What comes of it

    def renewed(self, reading: LegajoReading) -> None:
        """Facts may have changed: the open editor learns of it, and an awaited code is told."""
        page = self._page
        content = page.editor.content
        if page.editing.running and content is not None and content.base is not None:
            self._opened.desk.ask(self, partial(read_fact, record=content.record), page.editing.renew)
        wishes = [*(one.wish for one in reading.records if one.wish), *reading.requests]
        code = next((one.code for one in wishes if one.uuid == self._sent), "")
        if code:
            self._sent = ""
            page.banner.say(received_words(code), "good")

    def _queued(self, own: "OwnRequest") -> None:
        self._sent = own.uuid
        connected = self._exchange.situation.connection is Connection.CONNECTED
        self._page.banner.say(queued_words(connected=connected), "info" if connected else "wait",
                              translate("legajo", "Ver en Mis solicitudes"),
                              lambda: self._page.wants.emit("requests", own.uuid))  # fmt: skip
        self._exchange.count()
        self._sync()

    def _sync(self) -> None:
        if self._exchange.situation.connection is not Connection.OFFLINE:
            self._exchange.sync_now()

    def _closed(self, record: str, words: str) -> None:
        page = self._page
        page.turn_to(page.panes)
        if words:
            page.banner.say(words, "info")
        page.refresh()
        after, self._next = self._next, ""
        if after:
            self.open_item(after)
        elif page.record is not None and page.record.shown.shown.id == record:
            page.view.enter()
        elif record:
            page.open_record(record)

    def _follow(self) -> None:
        wish = self._page.record.shown.wish if self._page.record else None
        if wish is not None:
            self._page.wants.emit("requests", wish.uuid)

    def _follow_paper(self, card: PaperCard) -> None:
        if card.request is not None:
            self._page.wants.emit("requests", card.request.uuid)

    # Documents

    def _view(self, sha256: str, lines: "tuple[DocumentLine, ...]") -> None:
        title = next((one.title for one in lines if one.sha256 == sha256), "")
        self._page.viewing.view(sha256, title)

    def _show_document(self, title: str, pdf: bytes, name: str, sealed: bool) -> None:
        page = self._page
        self._shown = (pdf, name)
        page.document.show_document(title, pdf, sealed=sealed)
        page.turn_to(page.document)
        page.document.back.setFocus()

    def _leave_document(self) -> None:
        page = self._page
        page.turn_to(page.editor if page.editing.running else page.panes)

    # The look

    def _looked(self) -> None:
        now = self._opened.clock.now()
        self._page.look.ask("")
        self._page.look.hide()
        words = translate("legajo", "Gracias. Se lo preguntaremos de nuevo en seis meses.")
        self._page.banner.say(words, "good")
        self._opened.desk.ask(self, partial(note_looked, at=now), lambda _nothing: self._page.refresh())

    def _look_closer(self) -> None:
        """Something is wrong: the first record of the first section is where most look first."""
        page = self._page
        now = self._opened.clock.now()
        self._opened.desk.ask(self, partial(note_looked, at=now), lambda _nothing: page.refresh())
        first = next((one for one in page.reading.records if one.shown.section == "I"), None) if page.reading else None
        page.look.ask("")
        page.look.hide()
        page.sections.choose("I")
        words = translate("legajo", "Elija el dato que quiere corregir y después «Solicitar modificación».")
        page.banner.say(words, "info")
        if first is not None:
            page.open_record(first.shown.id)
