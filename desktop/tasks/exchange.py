"""The exchange as the windows see it: one situation, its log, and the wishes to start or stop.

It joins the sync thread, the store's counts and the operating system's hint; words are the presenters'.
"""

from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.presenters import status
from desktop.presenters.status import Connection, Situation
from desktop.presenters.sync_log import Ended
from documents.payslip import Period
from storage.records import SyncMark, Traffic
from sync.core.outcome import Blocked, Outcome, Progress, SessionNeeded, Updated

if TYPE_CHECKING:
    from desktop.opened import Opened
    from desktop.tasks.reachability import Listen
    from desktop.tasks.sync_thread import SyncThread
    from storage.connection import Connection as Database

LONGEST_LOG = 30


@dataclass(frozen=True, slots=True)
class Counts:
    """What the store says around an exchange."""

    mark: SyncMark
    pending: int
    traffic: Traffic
    payslips: int
    pdfs: int
    refused: int = 0  # wishes that the office did not accept


class Exchange(QObject):
    """`changed` for what the strip shows; `facts_changed` when pages should read again; `news` with payslips.

    `in_vain` when something was in the way of an exchange that the person asked for outright.
    """

    changed = Signal()
    facts_changed = Signal()
    news = Signal(object)  # Updated
    session_needed = Signal()
    in_vain = Signal()

    def __init__(self, opened: "Opened", thread: "SyncThread", listen: "Listen", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.situation = Situation()
        self.log: tuple[Ended, ...] = ()
        self.counts: Counts | None = None
        self._opened = opened
        self._thread = thread
        self._pdfs_told = 0
        self._requests_told = 0
        self._began_at = 0.0  # by the clock that never jumps
        self._uncounted = False  # the newest line of the log has no bytes yet
        self._pressed = False
        thread.began.connect(self._began)
        thread.progressed.connect(self._progressed)
        thread.finished_exchange.connect(self._finished)
        thread.planned.connect(self._planned)
        thread.broken.connect(_raise)
        listen(self, self._heard)

    def start(self) -> None:
        """Read the counts and begin the thread."""
        self.count()
        self._thread.start()

    def sync_now(self) -> None:
        """An exchange as soon as possible."""
        self._thread.sync_now()

    def sync_for_person(self) -> None:
        """The same because somebody pressed, who should hear when nothing came of it."""
        self._pressed = True
        self.sync_now()

    def cancel(self) -> None:
        """Stop the one that runs."""
        self._thread.cancel()

    def stop(self) -> bool:
        """End the thread. True when it ended in time."""
        return self._thread.stop()

    def resume(self) -> None:
        """Begin again after `stop`, as after the account changed."""
        self._now(replace(self.situation, connection=Connection.UNKNOWN, progress=None, outcome=None))
        self._thread.resume()

    def count(self) -> None:
        """Read mark, pending wishes and this month's traffic again."""
        now = self._opened.clock.now().astimezone()
        month = Period(now.year, now.month)
        self._opened.desk.ask(self, lambda db: read_counts(db, month), self._counted)

    def hear(self, *, reachable: bool | None) -> None:
        """What the operating system says about the network. One that came back is worth a try, and so is any change
        while something is in the way: another network may have no portal."""
        before, stuck = self.situation.reachable, isinstance(self.situation.outcome, Blocked)
        self._now(status.reachability_changed(self.situation, reachable))
        self._thread.network_changed()
        if reachable and (before is False or stuck):
            self.sync_now()

    def _heard(self, reachable: bool | None) -> None:
        self.hear(reachable=reachable)

    def _began(self) -> None:
        self._pdfs_told = self._requests_told = 0
        self._began_at = self._opened.clock.monotonic()
        self._now(status.began(self.situation))

    def _planned(self, seconds: float | None) -> None:
        at = None if seconds is None else self._opened.clock.now() + timedelta(seconds=seconds)
        self._now(status.planned(self.situation, at))

    def _progressed(self, progress: Progress) -> None:
        self._now(status.progressed(self.situation, progress))
        if progress.requests_done > self._requests_told:
            self._requests_told = progress.requests_done
            self.facts_changed.emit()
        # The newest payslips are usable at once: pages read again after the list came and after every few PDFs.
        if progress.pdfs_done in (1, 2, 3) or progress.pdfs_done >= self._pdfs_told + 12:
            if progress.pdfs_done != self._pdfs_told:
                self.facts_changed.emit()
            self._pdfs_told = progress.pdfs_done

    def _finished(self, outcome: Outcome) -> None:
        clock = self._opened.clock
        ended = Ended(clock.now(), outcome, clock.monotonic() - self._began_at)
        self.log, self._uncounted = (ended, *self.log)[:LONGEST_LOG], True
        self._now(status.finished(self.situation, outcome))
        self.count()
        self.facts_changed.emit()
        if isinstance(outcome, Updated) and outcome.new_payslips:
            self.news.emit(outcome)
        if isinstance(outcome, SessionNeeded):
            self.session_needed.emit()
        pressed, self._pressed = self._pressed, False
        if pressed and isinstance(outcome, Blocked):
            self.in_vain.emit()

    def _counted(self, counts: Counts) -> None:
        if self._uncounted and self.counts is not None:
            newest, *older = self.log
            octets = spent(self.counts.traffic, counts.traffic)
            self.log, self._uncounted = (replace(newest, octets=octets), *older), False
        self.counts = counts
        self._now(status.counted(self.situation, counts.mark, counts.pending, counts.traffic, counts.refused))

    def _now(self, situation: Situation) -> None:
        self.situation = situation
        self.changed.emit()


def read_counts(db: "Database", month: Period) -> Counts:
    """What the store says; one look for everything."""
    from storage import cache, drafts, outbox, payslips
    from storage.request_records import RequestState

    refused = [] if db.missing is not None else [
        own for own in drafts.own_requests(db) if own.state is RequestState.QUARANTINE
    ]  # fmt: skip
    held = payslips.count_payslips(db, payslips.PayslipQuery(None, None))
    return Counts(
        mark=cache.sync_mark(db),
        pending=0 if db.missing is not None else outbox.pending_count(db),
        traffic=cache.traffic(db, month),
        payslips=held.total,
        pdfs=held.held,
        refused=len(refused),
    )


def spent(before: Traffic, after: Traffic) -> int:
    """Bytes between two looks at the month's count; a month that began meanwhile begins at nothing."""
    earlier = before.received + before.sent if before.periodo == after.periodo else 0
    return max(0, after.received + after.sent - earlier)


def _raise(error: Exception) -> None:
    raise error
