"""The hands of one exchange: carries out what `sync.core.cycle` decides, with a client and the cache.

Lives for one run, on one thread, with one database connection. What arrives is stored before the next effect; a power
cut loses no more than the last piece of a PDF (16 KiB, or 2 s of a slow link), and a broken connection not even that.
Decides nothing; `sync.engine` plans when there is a next exchange.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from typing import Literal

from documents.payslip import Period
from storage import bundles, cache, payslips
from storage.connection import Connection
from storage.forgotten import Recalled
from storage.records import Session, WantedPdf
from storage.thrift import is_saving
from sync import accounts
from sync.bundle_fetch import BundleFetch
from sync.client import CentralClient
from sync.clock import Clock
from sync.core.errands import (
    Errand,
    ErrandCall,
    ErrandDone,
    ErrandGone,
    ErrandNote,
    OpenUpload,
    Send,
    SendPiece,
    UploadAt,
)  # fmt: skip
from sync.core.moves import (
    AskPage,
    BundleMoved,
    Call,
    Event,
    Failed,
    FetchBundle,
    FetchCatalogue,
    FetchPdf,
    FetchTrust,
    NothingNew,
    PageStored,
    PdfStored,
    PdfWrong,
    Refreshed,
    RefreshTokens,
    Shelf,
)  # fmt: skip
from sync.core.outcome import Progress
from sync.errors import CutError, InterferenceError, OfflineError, RefusedError, StallError, SyncError
from sync.noting import Followed
from sync.outgoing import Outgoing, SendingNow
from sync.pages import Pages
from sync.pdf_fetch import PdfFetch
from sync.published import Published
from sync.traffic import charged

EVERYTHING = payslips.PayslipQuery(year=None, month=None)


def read_shelf(
    db: Connection, trust: int | None = None, catalogue: int | None = None, *, saving: bool = False
) -> Shelf:
    """What is stored now; the versions of a trust list and of a legajo catalogue to fetch. `saving`: of PDFs only what
    the person asked for is wanted.
    """
    count = payslips.count_payslips(db, EVERYTHING)
    wanted = cache.asked_pdfs(db) if saving else cache.wanted_pdfs(db)
    bundle = bundles.bundle(db) if wanted and not saving else None
    if bundle is not None and not bundle.received and count.held * 2 > bundle.count:
        bundle = None  # most of it is here: the rest costs less one by one
    return Shelf(
        known=count.total, held=count.held, wanted=wanted, trust=trust, catalogue=catalogue, bundle=bundle
    )  # fmt: skip


class Exchange:
    """One exchange under way."""

    def __init__(
        self, db: Connection, client: CentralClient, session: Session, clock: Clock,
        report: Callable[[Progress], None], outgoing: Outgoing | None,
    ) -> None:  # fmt: skip
        """`outgoing` None: the outbox cannot be read; payslips come all the same."""
        self._db = db
        self._client = client
        self._session = session
        self._clock = clock
        self._report = report
        self._published = Published(db, client, clock)
        self._pdfs = PdfFetch(db, client, clock, self._arrived)
        self._bundles = BundleFetch(db, client, clock, self._held_of_bundle)
        self._pages = Pages(db, client, clock, self._published, self)
        self._along = 0  # PDFs that came with pages, not told yet
        self._followed = Followed()  # what came of the wishes, not told yet
        self._outgoing = outgoing
        if outgoing:
            outgoing.together = self._pages
            outgoing.tell = self._tell_sending
            outgoing.epoch = lambda: cache.sync_mark(db).epoch or ""
            self._followed = outgoing.reconcile(db)  # the program may have ended between storing a page and following
        self._shelf = self._read_shelf()
        self._newest = _newest(db)
        self._done = (0, 0)  # PDFs, and their bytes
        self._gained = False  # something that no later exchange has to fetch again
        self._counted = replace(client.meter)

    @property
    def shelf(self) -> Shelf:
        """What is stored now."""
        return self._shelf

    @property
    def errands(self) -> tuple[Errand, ...]:
        """What may go to the office now."""
        return self._outgoing.errands() if self._outgoing else ()

    def write_down(self, note: ErrandNote, next_try: Callable[[int], datetime]) -> None:
        """Store what was decided about a wish."""
        if self._outgoing:
            self._outgoing.write_down(note, next_try)

    def perform(self, effect: Call) -> Event:
        """Carry out an effect that needs the network. The world's faults come back as events."""
        try:
            match effect:
                case AskPage():
                    return self._page(effect)
                case FetchPdf(pdf):
                    return self._pdf(pdf)
                case FetchBundle():
                    return self._bundle(effect)
                case FetchTrust() | FetchCatalogue() | RefreshTokens():
                    return self._apart(effect)
                case _:
                    return self._errand(effect)
        except SyncError as error:
            return Failed(error)

    def _apart(self, effect: FetchTrust | FetchCatalogue | RefreshTokens) -> Event:
        if isinstance(effect, RefreshTokens):
            return self._refresh()
        if isinstance(effect, FetchTrust):
            return self._published.fetch_trust()
        return self._published.fetch_catalogue(self._session.access_token)

    def gained(self, error: SyncError) -> bool:
        """Whether a link that breaks nevertheless moves things forward: then the next try need not wait longer."""
        return self._gained and isinstance(error, (CutError, StallError, OfflineError))

    def count_traffic(self) -> None:
        """Add what crossed the line since the last count to this month's."""
        now, meter, before = self._clock.now(), self._client.meter, self._counted
        if meter.requests == before.requests:
            return
        self._counted = replace(meter)
        received, sent = charged(meter, before)
        cache.add_traffic(self._db, Period(now.year, now.month), received, sent, meter.requests - before.requests)

    def _errand(self, call: ErrandCall) -> Event:
        if self._outgoing is None:
            return ErrandGone()
        event = self._performed(self._outgoing, call)
        match call, event:
            case OpenUpload(_, file) | SendPiece(_, file), UploadAt(offset):
                self._gained = self._gained or offset > file.offset
            case Send(), ErrandDone():
                self._gained = True
        return event

    def _performed(self, outgoing: Outgoing, call: ErrandCall) -> Event:
        handed_in = self._pages.handed_in
        try:
            return outgoing.perform(call, self._session.access_token)
        finally:
            if isinstance(call, Send) and self._pages.handed_in == handed_in:
                self._pages.sent_apart()

    def _page(self, effect: AskPage) -> Event:
        self._tell("facts")
        stored = self._pages.ask(self._session.access_token, effect.since, effect.etag, inline=not self._is_saving())
        if stored is None:
            return NothingNew()
        pdfs, self._along = self._along, 0
        followed, self._followed = self._followed, Followed()
        return PageStored(
            mark=cache.sync_mark(self._db), facts=stored.facts, shelf=self._shelf, pdfs=pdfs,
            rebuild=self._pages.rebuild, forgotten=followed.recalled.requests,
            due_again=followed.recalled != Recalled(), moved=followed.moved,
        )  # fmt: skip

    def page_stored(self, facts: int) -> None:
        """A page is on disk, and what came with it."""
        if self._outgoing:
            self._followed = self._followed.and_then(self._outgoing.reconcile(self._db))
        self.count_traffic()
        self._shelf, self._newest = self._read_shelf(), _newest(self._db)
        self._gained = self._gained or bool(facts)
        self._tell("facts")

    def pdf_held(self, sha256: str, size: int) -> None:
        """A PDF that came with a page is held."""
        self._along += 1
        self._hold(sha256, size)

    def _pdf(self, pdf: WantedPdf) -> Event:
        self._tell("pdfs", pdf)
        try:
            whole = self._pdfs.fetch(self._session.access_token, pdf)
        except RefusedError as error:  # not known (any more), or not of this length
            if error.problem.status == 416:
                cache.restart_pdf(self._db, pdf.sha256)
            return PdfWrong(error)
        except InterferenceError as error:
            return PdfWrong(error) if error.step == "length" else Failed(error)
        return self._pdf_held(pdf) if whole else PdfWrong(InterferenceError("digest", pdf.sha256))

    def _bundle(self, effect: FetchBundle) -> Event:
        before = self._done[0]
        self._tell("pdfs")
        try:
            came = self._bundles.fetch(self._session.access_token, effect.bundle, effect.upto, last=effect.last)
            self._gained = self._gained or came
        finally:
            self._shelf = self._read_shelf()
        return BundleMoved(self._shelf, self._done[0] - before)

    def _held_of_bundle(self, sha256: str, size: int) -> None:
        self._hold(sha256, size)
        self._tell("pdfs")

    def _arrived(self, pdf: WantedPdf, restarted: bool) -> None:
        self._gained = self._gained or not restarted
        self._tell("pdfs", pdf)

    def _pdf_held(self, pdf: WantedPdf) -> Event:
        self._hold(pdf.sha256, pdf.size)
        self.count_traffic()
        if self._is_saving():  # perhaps since this one
            self._shelf = self._read_shelf()
        self._tell("pdfs")
        return PdfStored(self._shelf)

    def _hold(self, sha256: str, size: int) -> None:
        wanted = tuple(other for other in self._shelf.wanted if other.sha256 != sha256)
        self._shelf = replace(self._shelf, held=self._shelf.held + 1, wanted=wanted)
        self._done = (self._done[0] + 1, self._done[1] + size)
        self._gained = True

    def _read_shelf(self) -> Shelf:
        trust, catalogue = self._published.trust_offer(), self._published.catalogue_offer()
        return read_shelf(self._db, trust, catalogue, saving=self._is_saving())

    def _is_saving(self) -> bool:
        now = self._clock.now()
        return is_saving(self._db, Period(now.year, now.month))

    def _refresh(self) -> Event:
        self._session = accounts.refresh(self._client, self._session)
        cache.store_session(self._db, self._session)
        return Refreshed()

    def _tell_sending(self, now: SendingNow) -> None:
        self._report(
            Progress(
                stage="requests", pdfs_done=0, pdfs_total=0, bytes_done=now.bytes_done, bytes_total=now.bytes_total,
                payslips_known=self._shelf.known, newest=self._newest, requests_done=now.requests_done,
                requests_total=now.requests_total,
            )
        )  # fmt: skip

    def _tell(self, stage: Literal["facts", "pdfs"], under_way: WantedPdf | None = None) -> None:
        pdfs, size = self._done
        wanted = self._shelf.wanted
        here = sum(pdf.received for pdf in wanted if under_way is None or pdf.sha256 != under_way.sha256)
        self._report(
            Progress(
                stage=stage, pdfs_done=pdfs, pdfs_total=pdfs + len(wanted),
                bytes_done=size + here + (under_way.received if under_way else 0),
                bytes_total=size + sum(pdf.size for pdf in wanted),
                payslips_known=self._shelf.known, newest=self._newest,
            )
        )  # fmt: skip


def _newest(db: Connection) -> Period | None:
    return payslips.newest_period(db)
