"""The office's part of an exchange: decisions, looks, the office's feed, reasons, sustentos ahead. It comes last.

Comes when the person's own requests and facts are exchanged, with the same client, and is never in their way: trouble
that is the office's calls' alone has a plan of its own. What arrives is stored before the next call; a decision is on
disk as "on the way" before its first byte leaves, and its answer before anything else happens.
"""

import logging
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from documents.decision_reasons import ReasonsError
from documents.office_matters import ESCALAFON
from storage import decisions, office, office_files, office_wishes
from storage.connection import Connection
from storage.decision_records import OwnDecision, deeds_of
from storage.records import PersonFact, WantedPdf
from sync.clock import Clock
from sync.errors import BusyError, InterferenceError, RefusedError, ServerTroubleError, SyncError
from sync.office import OfficeCounter

log = logging.getLogger("chasqui.sync")
AHEAD: Final = 16 * 2**20  # bytes of sustentos fetched ahead by one exchange
REPORTED_AT_ONCE: Final = 100


@dataclass(frozen=True, slots=True)
class OfficeMoved:
    """What the office's part brought about."""

    decided: int = 0  # decisions that the office has taken
    refused: int = 0  # and those it refused: to be read
    changes: int = 0  # requests and people that came or went
    files: int = 0


def signature(person: PersonFact) -> str:
    """How the office's service names somebody in `taken_by` and in a history."""
    return f"{person.nombres} {person.apellidos}"


class OfficeExchange:
    """One of them. `db`: office.db; `box`: the outbox, None when it is damaged."""

    def __init__(
        self,
        counter: OfficeCounter,
        db: Connection,
        box: Connection | None,
        clock: Clock,
        next_try: Callable[[int, SyncError], datetime],
    ) -> None:
        """`next_try`: when a decision goes again that failed so many times, the last time with that error."""
        self._counter = counter
        self._db = db
        self._box = box
        self._clock = clock
        self._next_try = next_try
        self._decided = self._refused = self._changes = self._files = 0

    @property
    def moved(self) -> OfficeMoved:
        """So far."""
        return OfficeMoved(self._decided, self._refused, self._changes, self._files)

    def run(self, me: PersonFact, *, asked: bool, saving: bool) -> None:
        """To the end, or to the first SyncError. `asked` by the person: whatever plans say. `saving`: no files."""
        office.note_roles(self._db, me.roles)
        if self._box is not None and deeds_of(me.roles):
            self._decide(self._box, asked=asked)
        if self._box is not None:
            self._report(self._box)
        self._fetch_pages()
        self._fetch_reasons()
        if not saving and ESCALAFON in me.roles:
            self._fetch_files(signature(me))
        office.office_succeeded(self._db, self._clock.now())

    def _decide(self, box: Connection, *, asked: bool) -> None:
        """Each that is due, and then what comes behind it. A service that is busy with one may take another."""
        tried: set[str] = set()
        while True:
            due = decisions.due_decisions(box, self._clock.now(), asked=asked)
            left = [own for own in due if own.uuid not in tried]
            if not left:
                return
            tried.add(left[0].uuid)
            self._hand_in(box, left[0])

    def _hand_in(self, box: Connection, own: OwnDecision) -> None:
        if not decisions.note_decision_sending(box, own.uuid):
            return  # withdrawn this moment
        try:
            request = self._counter.decide(own)
        except RefusedError as error:
            if error.retryable:
                decisions.note_decision_retry(box, own.uuid, self._next_try(own.tries + 1, error))
                return
            problem = error.problem
            decisions.refuse_decision(
                box, own.uuid, problem.code, problem.detail, problem.request, self._clock.now()
            )  # fmt: skip
            self._refused += 1
            if problem.request is not None and problem.request.uuid == own.request:
                office.store_answer(self._db, problem.request)
        except SyncError as error:
            decisions.note_decision_retry(box, own.uuid, self._next_try(own.tries + 1, error))
            if not isinstance(error, (BusyError, ServerTroubleError)):
                raise
        else:
            decisions.decision_done(box, own.uuid, self._clock.now())
            self._decided += 1
            office.store_answer(self._db, request)

    def _report(self, box: Connection) -> None:
        while looks := office_wishes.queued_looks(box, REPORTED_AT_ONCE):
            taken = set(self._counter.report(looks)) & {look.uuid for look in looks}
            if not taken:
                raise InterferenceError("schema", "a report of looks that took none")
            office_wishes.looks_reported(box, taken)

    def _fetch_pages(self) -> None:
        begun_anew = False
        while True:
            mark = office.office_mark(self._db)
            try:
                page = self._counter.page(mark.cursor, None if mark.more else mark.etag if mark.cursor else None)
            except RefusedError as error:
                if error.problem.code != "bad-cursor" or begun_anew:
                    raise
                begun_anew = True
                office.restart_office_walk(self._db)
                continue
            if page is None:
                return
            office.store_office_page(self._db, page)
            self._changes += len(page.facts)
            if not page.more:
                return

    def _fetch_reasons(self) -> None:
        """Reasons that are newer than those in use. Ones that cannot be used hold nobody up."""
        if office.office_mark(self._db).reasons > office.reasons_in_use(self._db).version:
            with suppress(ReasonsError, RefusedError):
                office.keep_reasons(self._db, self._counter.reasons())

    def _fetch_files(self, me: str) -> None:
        for file in office_files.wanted_files(self._db, me, at_most=AHEAD):
            try:
                self._fetch_file(file)
            except RefusedError as error:  # gone, or not of this length: comes when somebody wants to see it
                log.warning("a sustento cannot be had ahead: %s", error.problem.code)
                office_files.restart_file(self._db, file.sha256)

    def _fetch_file(self, file: WantedPdf) -> None:
        if file.received < file.size:
            sink = _FileSink(self._db, file)
            try:
                self._counter.fetch_ahead(file.sha256, file.size, file.received, sink)
            finally:
                sink.flush()
        if office_files.finish_file(self._db, file.sha256):
            self._files += 1


class _FileSink:
    """Writes a sustento to office.db as it arrives, in pieces worth a disk flush."""

    PIECE: Final = 64 * 1024

    def __init__(self, db: Connection, file: WantedPdf) -> None:
        self._db = db
        self._file = file
        self._at = file.received
        self._waiting = bytearray()

    def __call__(self, data: bytes, /) -> None:
        self._waiting += data
        if len(self._waiting) >= self.PIECE:
            self.flush()

    def restart(self) -> None:
        office_files.restart_file(self._db, self._file.sha256)
        self._waiting.clear()
        self._at = 0

    def flush(self) -> None:
        if self._waiting:
            office_files.append_file(self._db, self._file.sha256, self._file.size, self._at, bytes(self._waiting))
            self._at += len(self._waiting)
            self._waiting.clear()
