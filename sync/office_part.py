"""Whether and how the office's part of an exchange takes place, and what its troubles mean. See sync.engine."""

from contextlib import ExitStack
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from storage import decisions, office, payslips
from storage.connection import Connection
from storage.decision_records import deeds_of
from storage.errors import DamagedFileError
from storage.records import PersonFact
from storage.vault import Vault
from sync.client import CentralClient
from sync.clock import Clock
from sync.core.backoff import delay, wait_left
from sync.core.outcome import Outcome, Updated, UpToDate
from sync.errors import (
    BusyError,
    InterferenceError,
    RefusedError,
    ServerTroubleError,
    SyncError,
)
from sync.identifiers import Chance
from sync.office import OfficeCounter
from sync.office_exchange import OfficeExchange, OfficeMoved

LONGEST = decisions.LONGEST_WAIT.total_seconds()
OFFICES_OWN = (InterferenceError, RefusedError, ServerTroubleError, BusyError)  # says nothing about the line


@dataclass(frozen=True, slots=True)
class OfficePart:
    """Of one vault. Holds no state of its own: plans are in office.db."""

    vault: Vault
    clock: Clock
    chance: Chance

    def run(
        self,
        db: Connection,
        box: Connection | None,
        client: CentralClient,
        outcome: Outcome,
        *,
        asked: bool,
        saving: bool,
    ) -> Outcome:
        """After an exchange that came to its end: the office's part, when the account works for an office.

        The outcome with what came besides. Raises SyncError for what is not the office's calls' alone.
        """
        if not isinstance(outcome, (UpToDate, Updated)):
            return outcome
        me = payslips.person(db)
        if box is not None:
            decisions.give_up(box, self.clock.now(), may=deeds_of(me.roles) if me is not None else ())
        if me is None or me.oficina is None:
            self._forget()
            return outcome
        return _with(outcome, self._exchange(db, box, client, me, asked=asked, saving=saving))

    def next_due(self, db: Connection) -> float | None:
        """Seconds until a decision may go; None: none waits, or the account works for no office."""
        if db.missing is not None:
            return None
        earliest, me = decisions.next_decision(db), payslips.person(db)
        if earliest is None or me is None or me.oficina is None or not deeds_of(me.roles):
            return None
        with self._open() as here:
            planned = office.office_mark(here).not_before
        return wait_left(max(earliest, planned or earliest), self.clock.now(), LONGEST)

    def _exchange(
        self,
        db: Connection,
        box: Connection | None,
        client: CentralClient,
        me: PersonFact,
        *,
        asked: bool,
        saving: bool,
    ) -> OfficeMoved:
        with ExitStack() as stack:
            here = stack.enter_context(self._open())
            mark = office.office_mark(here)
            if not asked and mark.not_before and wait_left(mark.not_before, self.clock.now(), LONGEST) > 0:
                return OfficeMoved()
            exchange = OfficeExchange(OfficeCounter(client, db), here, box, self.clock, self._next_try)
            try:
                exchange.run(me, asked=asked, saving=saving)
            except OFFICES_OWN as error:
                self._give_way(here, mark.attempt + 1, error)
            return exchange.moved

    def _give_way(self, here: Connection, attempt: int, error: SyncError) -> None:
        """Somebody whose role was taken keeps nothing of the office's people; other trouble is tried again later."""
        if isinstance(error, RefusedError) and error.problem.code == "not-yours":
            office.forget_office(here)
        code = error.problem.code if isinstance(error, RefusedError) else error.code
        office.office_failed(here, attempt, self._next_try(attempt, error), code)

    def _open(self) -> Connection:
        """A damaged file is moved aside and begun anew: all of it can be fetched again."""
        try:
            return self.vault.office()
        except DamagedFileError:
            self.vault.restart_office()
            return self.vault.office()

    def _forget(self) -> None:
        if self.vault.has_office():
            with self._open() as here:
                if office.office_mark(here).cursor is not None:
                    office.forget_office(here)

    def _next_try(self, tries: int, error: SyncError) -> datetime:
        asked_for = error.retry_after if isinstance(error, BusyError) else None
        return self.clock.now() + timedelta(seconds=delay(tries, self.chance.share(), asked_for))


def _with(outcome: UpToDate | Updated, moved: OfficeMoved) -> Outcome:
    if moved == OfficeMoved():
        return outcome
    base = outcome if isinstance(outcome, Updated) else Updated(0, 0)
    return replace(base, decided=moved.decided, refused=moved.refused, of_office=moved.changes + moved.files)
