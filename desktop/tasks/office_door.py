"""The office's calls as the page Bandeja makes them: each on the pool, with its own client and connection. No Qt.

Nothing of another person is stored: what comes lives as long as the page.
"""

from collections.abc import Callable
from dataclasses import dataclass
from threading import Event
from typing import TYPE_CHECKING, TypeVar

from desktop.version import VERSION
from documents.legajo_catalogue import LegajoCatalogue
from documents.working_days import Calendar, bundled
from storage import cache, legajo, payslips
from storage.decision_records import OfficeCase
from storage.records import PersonFact
from storage.request_records import OfficeRequest
from sync.client import CentralClient
from sync.errors import SessionEndedError
from sync.office import OfficeCounter, OfficeList

if TYPE_CHECKING:
    from desktop.presenters.tray_case import Decision
    from storage.connection import Connection
    from storage.vault import Vault
    from sync.clock import Clock

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Desktop:
    """Who sits here, and what the words need."""

    me: PersonFact | None
    catalogue: LegajoCatalogue
    calendar: Calendar


@dataclass(frozen=True, slots=True)
class Decided:
    """A decision on its way. The same `uuid` for another try at it."""

    uuid: str
    decision: "Decision"
    reason: str
    seen: OfficeRequest


def read_desktop(db: "Connection") -> Desktop:
    """From the cache."""
    return Desktop(payslips.person(db), legajo.legajo_catalogue(db), bundled())


class OfficeDoor:
    """Each call raises what `sync.office.OfficeCounter` raises. `cancelled` stops its waits."""

    def __init__(self, vault: "Vault", clock: "Clock") -> None:
        self._vault, self._clock = vault, clock

    def search(self, cancelled: Event, state: str, text: str, after: str | None = None) -> OfficeList:
        """A part of the list."""
        return self._ask(cancelled, lambda counter: counter.search(state, text, after))

    def case(self, cancelled: Event, uuid: str) -> OfficeCase | None:
        """One request as it is now."""
        return self._ask(cancelled, lambda counter: counter.case(uuid))

    def document(self, cancelled: Event, sha256: str, size: int) -> bytes:
        """A sustento's file; its digest is right."""
        return self._ask(cancelled, lambda counter: counter.document(sha256, size))

    def decide(self, cancelled: Event, decided: Decided) -> OfficeRequest:
        """Take, leave, observe, attend or reject."""
        return self._ask(
            cancelled,
            lambda counter: counter.decide(
                decided.seen.uuid, decided.uuid, decided.decision.value, decided.reason, decided.seen
            ),
        )

    def _ask(self, cancelled: Event, call: Callable[[OfficeCounter], T]) -> T:
        with self._vault.cache() as db:
            session = cache.session(db)
            if session is None:
                raise SessionEndedError
            with CentralClient(session.server, version=VERSION, clock=self._clock) as client:
                client.watch(cancelled)
                return call(OfficeCounter(client, db))
