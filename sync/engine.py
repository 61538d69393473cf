"""Runs exchanges with the office on whatever thread calls it, and plans the next one. Holds no thread and no window.

`run` never raises for the world's faults: they come back as `Blocked` with a code. Plans are on disk, so that a restart
neither hammers nor forgets; only what the disk itself prevented from being written is planned in memory. A 401 deletes
nothing but, when the server says that the session is over, its dead tokens.
"""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial
from threading import Event as Stop
from typing import Self, TypeGuard

from documents.payslip import Period
from storage import cache, drafts, outbox
from storage.connection import Connection
from storage.errors import DamagedFileError, WorldError
from storage.profile import Vault
from storage.records import RetryMark, Session
from storage.request_records import RequestState
from storage.thrift import is_saving
from sync.client import CentralClient
from sync.clock import Clock
from sync.core.backoff import CAP, LONGEST_PLEA, delay, wait_left
from sync.core.cycle import State, step
from sync.core.errands import ForgetUpload, GiveUp, PutBack, Quarantine, WaitFor
from sync.core.moves import Begun, EndSession, Event, Finish, Note, PlanRetry, RecordSuccess, RestartWalk
from sync.core.outcome import Blocked, Cancelled, Outcome, Progress, SessionNeeded, Updated, UpToDate
from sync.errors import AddressError, BusyError, SessionEndedError, StoppedError, SyncError
from sync.exchange import Exchange
from sync.identifiers import Chance, SystemChance
from sync.office_part import OfficePart
from sync.outgoing import Outgoing

__all__ = [
    "Blocked", "Cancelled", "Engine", "Outcome", "Progress", "SessionNeeded", "UpToDate", "Updated",
]  # fmt: skip

INTERVAL = 30 * 60.0  # seconds between exchanges when the server names no time
SHORTEST_INTERVAL, LONGEST_INTERVAL = 60.0, 24 * 3600.0  # what the server may name
PLEAS = frozenset({"too-many-attempts"})  # what even the person's wish waits for
ClientFactory = Callable[[str], CentralClient]


class Engine:
    """Exchanges for one opened profile. One thread at a time; each call opens its own connection to the cache."""

    def __init__(
        self, vault: Vault, client_factory: ClientFactory, clock: Clock, chance: Chance, *, lingers: bool = False
    ) -> None:
        """`lingers`: the connection stays open for a moment after an exchange, for the next one, and its TLS session is
        remembered for two hours; `let_go` when it is over."""
        self._client: CentralClient | None = None
        self._address = ""  # that it speaks to
        self._lingers = lingers
        self._vault = vault
        self._client_factory = client_factory
        self._clock = clock
        self._chance = chance
        self._own_plan: tuple[int, datetime] | None = None  # attempts and time, when the disk takes no plan
        self._cancelled_at: datetime | None = None
        self._has_run = False
        self._office = OfficePart(vault, clock, chance)

    @classmethod
    def for_vault(
        cls, vault: Vault, *, version: str, clock: Clock, server: str | None = None, lingers: bool = False
    ) -> Self:
        """The engine of the program. `server`: speak to this address instead of the session's."""

        def connect(address: str) -> CentralClient:
            return CentralClient(server or address, version=version, clock=clock)

        return cls(vault, connect, clock, SystemChance(), lingers=lingers)

    def run(self, *, report: Callable[[Progress], None], cancelled: Stop, asked: bool = False) -> Outcome:
        """One exchange, to the end or to the first condition; every byte received is stored.

        `cancelled` stops it within a second. Not `asked`: nothing is sent before the planned time. `asked` by the
        person: skips the backoff, but not the time that the server named with a 429.
        """
        self._cancelled_at = None
        self._has_run = True
        try:
            with self._vault.one_carrier, self._vault.cache() as db:
                session = cache.session(db)
                if not _is_open(session):
                    return SessionNeeded()
                outcome = self._too_early(db, asked) or self._exchange(db, session, report, cancelled, asked=asked)
                self._own_plan = None
        except WorldError as fault:  # of the disk
            return self._give_way(fault)
        if isinstance(outcome, Cancelled):
            self._cancelled_at = self._clock.now()
        return outcome

    def let_go(self) -> None:
        """Close the connection that rests, if there is one: the network is another, or the program ends."""
        if self._client is not None:
            self._client.close()

    def wait_seconds(self) -> float | None:
        """Until the next try of itself, 0 when it is due; None when only the person can bring it about."""
        try:
            with self._vault.cache() as db:
                planned = self._planned(db)
        except WorldError:
            return self._left_of_own_plan() or CAP
        return planned if planned is None else max(planned, self._left_of_own_plan())

    def _exchange(
        self, db: Connection, session: Session, report: Callable[[Progress], None], cancelled: Stop, *, asked: bool
    ) -> Outcome:
        try:
            client = self._client_of(session.server)
        except AddressError as error:
            return Blocked(error.code, self._plan_retry(db, error, fresh=False), error.detail)
        client.watch(cancelled)
        with self._at_hand(client), self._box() as box:
            outgoing = Outgoing(box, client, self._clock, asked=asked) if box else None
            exchange = Exchange(db, client, session, self._clock, report, outgoing)
            try:
                outcome = self._steps(db, exchange, session)
                return self._with_office(db, box, client, outcome, asked=asked)
            finally:
                with suppress(WorldError):  # a full disk has been told already
                    exchange.count_traffic()

    def _client_of(self, server: str) -> CentralClient:
        """The one of the exchange before, as long as the office has this address: it knows the office's TLS session."""
        if self._client is None or self._address != server:
            self.let_go()
            self._client, self._address = self._client_factory(server), server
        self._client.refresh()
        return self._client

    @contextmanager
    def _at_hand(self, client: CentralClient) -> Iterator[None]:
        """While it is used; afterwards its connection rests or is closed."""
        try:
            yield
        except BaseException:
            client.close()
            raise
        if not self._lingers:
            client.close()

    def _with_office(
        self, db: Connection, box: Connection | None, client: CentralClient, outcome: Outcome, *, asked: bool
    ) -> Outcome:
        """The office's part, for who works there. A line that breaks then is the exchange's trouble like any other."""
        now = self._clock.now()
        saving = is_saving(db, Period(now.year, now.month))
        try:
            return self._office.run(db, box, client, outcome, asked=asked, saving=saving)
        except StoppedError:
            return Cancelled()
        except SessionEndedError:
            cache.end_session(db)
            return SessionNeeded()
        except SyncError as error:
            return Blocked(error.code, self._plan_retry(db, error, fresh=False), error.detail)

    @contextmanager
    def _box(self) -> Iterator[Connection | None]:
        """The outbox; None when it is damaged, which is told where wishes are shown and stops no payslip."""
        try:
            box = self._vault.outbox()
        except DamagedFileError:
            yield None
            return
        with box:
            yield box

    def _steps(self, db: Connection, exchange: Exchange, session: Session) -> Outcome:
        token_over = session.access_expires_at <= self._clock.now()
        state, retry_at = State(), None
        event: Event = Begun(
            mark=cache.sync_mark(db), shelf=exchange.shelf, signed_in=True, token_over=token_over,
            errands=exchange.errands,
        )  # fmt: skip
        while True:
            state, effects = step(state, event)
            for effect in effects:
                match effect:
                    case Finish(outcome):
                        return replace(outcome, retry_at=retry_at) if isinstance(outcome, Blocked) else outcome
                    case PlanRetry(error):
                        retry_at = self._plan_retry(db, error, fresh=exchange.gained(error))
                    case RestartWalk() | RecordSuccess() | EndSession():
                        self._write_down(db, effect)
                    case PutBack() | WaitFor() | Quarantine() | ForgetUpload() | GiveUp():
                        exchange.write_down(effect, partial(self._next_try, retry_at))
                    case _:
                        event = exchange.perform(effect)

    def _write_down(self, db: Connection, note: Note) -> None:
        """Store what was decided."""
        match note:
            case RecordSuccess():
                cache.exchange_succeeded(db, self._clock.now())
            case RestartWalk():
                cache.restart_walk(db)
            case EndSession():
                cache.end_session(db)

    def _next_try(self, planned: datetime | None, tries: int) -> datetime:
        """When a wish goes again: with the exchange, if that has a plan, else after its own failures."""
        return planned or self._after(delay(tries, self._chance.share()))

    def _plan_retry(self, db: Connection, error: SyncError, *, fresh: bool) -> datetime:
        before = cache.retry_mark(db)
        attempt = 1 if fresh or before is None else before.attempt + 1
        retry_after = error.retry_after if isinstance(error, BusyError) else None
        seconds = delay(attempt, self._chance.share(), retry_after)
        mark = RetryMark(attempt=attempt, not_before=self._after(seconds), condition=error.code)
        cache.set_retry_mark(db, mark)
        return mark.not_before

    def _too_early(self, db: Connection, asked: bool) -> Blocked | None:
        mark = cache.retry_mark(db)
        if mark is None or (asked and mark.condition not in PLEAS):
            return None
        left = self._left_of(mark)
        return Blocked(mark.condition, self._after(left)) if left > 0 else None

    def _planned(self, db: Connection) -> float | None:
        if not _is_open(cache.session(db)):
            return None
        if planned := cache.retry_mark(db):
            return self._left_of(planned)
        if self._cancelled_at:
            return wait_left(self._cancelled_at + timedelta(seconds=INTERVAL), self._clock.now(), INTERVAL)
        mark = cache.sync_mark(db)
        succeeded_at = mark.succeeded_at
        if succeeded_at is None or self._left_behind(db):
            return 0.0
        interval = _interval(mark.next_sync_after)
        regular = wait_left(succeeded_at + timedelta(seconds=interval), self._clock.now(), interval)
        held_back = None if db.missing else outbox.next_try(db)
        longest = outbox.LONGEST_WAIT.total_seconds()
        due = [] if held_back is None else [wait_left(held_back, self._clock.now(), longest)]
        decision = self._office.next_due(db)
        return min([regular, *due, *([] if decision is None else [decision])])

    def _left_behind(self, db: Connection) -> bool:
        """Whether something waits since before this engine began: a crash, a computer switched off, a new session."""
        if self._has_run or db.missing:
            return False
        waits = {RequestState.WAITS_SESSION, RequestState.WAITS_NETWORK}
        return (
            bool(outbox.due(db, self._clock.now()) or outbox.cancellations_due(db) or outbox.expedientes_due(db))
            or any(own.state in waits for own in drafts.own_requests(db))
        )  # fmt: skip

    def _left_of(self, mark: RetryMark) -> float:
        longest = LONGEST_PLEA if mark.condition in {"busy", "too-many-attempts"} else CAP
        return wait_left(mark.not_before, self._clock.now(), longest)

    def _is_signed_out(self) -> bool:
        try:
            with self._vault.cache() as db:
                return not _is_open(cache.session(db))
        except WorldError:
            return False

    def _give_way(self, fault: WorldError) -> Outcome:
        """The disk took nothing, not even the plan; no time is promised when the session was over by then."""
        if self._is_signed_out():
            return SessionNeeded()
        attempt = self._own_plan[0] + 1 if self._own_plan else 1
        retry_at = self._after(max(SHORTEST_INTERVAL, delay(attempt, self._chance.share())))
        self._own_plan = attempt, retry_at
        return Blocked(code_of(fault), retry_at, str(fault))

    def _left_of_own_plan(self) -> float:
        return wait_left(self._own_plan[1], self._clock.now(), CAP) if self._own_plan else 0.0

    def _after(self, seconds: float) -> datetime:
        return self._clock.now() + timedelta(seconds=seconds)


def code_of(fault: WorldError) -> str:
    """The code of a fault of the disk: its name in the tree of `storage.errors`, "disk-full" for DiskFullError."""
    return re.sub(r"(?<!^)(?=[A-Z])", "-", type(fault).__name__.removesuffix("Error")).lower()


def _is_open(session: Session | None) -> TypeGuard[Session]:
    return session is not None and session.refresh_token is not None


def _interval(named: int | None) -> float:
    """Seconds until the next exchange. What the office named last is kept with its facts: a 204 names no time."""
    return INTERVAL if named is None else min(LONGEST_INTERVAL, max(SHORTEST_INTERVAL, float(named)))
