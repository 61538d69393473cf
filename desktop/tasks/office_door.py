"""The office's calls that a page makes itself, on the pool: a document to be seen, roles. No Qt.

Everything else of the office travels with the exchange.
"""

from collections.abc import Callable
from threading import Event
from typing import TYPE_CHECKING, TypeVar

from desktop.version import VERSION
from storage import cache
from sync.client import CentralClient
from sync.errors import SessionEndedError
from sync.office import OfficeCounter
from sync.office_wire import OfficeCounts, Roles

if TYPE_CHECKING:
    from storage.vault import Vault
    from sync.clock import Clock

T = TypeVar("T")


class OfficeDoor:
    """Each call raises what `sync.office.OfficeCounter` raises. `cancelled` stops its waits."""

    def __init__(self, vault: "Vault", clock: "Clock") -> None:
        self._vault, self._clock = vault, clock

    def document(self, cancelled: Event, sha256: str, size: int) -> bytes:
        """A sustento's file; its digest is right."""
        return self._ask(cancelled, lambda counter: counter.document(sha256, size))

    def roles(self, cancelled: Event) -> Roles:
        """Who works for the office."""
        return self._ask(cancelled, lambda counter: counter.roles())

    def counts(self, cancelled: Event) -> OfficeCounts:
        """How the office stands."""
        return self._ask(cancelled, lambda counter: counter.counts())

    def assign(self, cancelled: Event, doc_numero: str, roles: tuple[str, ...]) -> Roles:
        """Give somebody these roles and no others."""
        return self._ask(cancelled, lambda counter: counter.assign(doc_numero, roles))

    def _ask(self, cancelled: Event, call: Callable[[OfficeCounter], T]) -> T:
        with self._vault.cache() as db:
            session = cache.session(db)
            if session is None:
                raise SessionEndedError
            with CentralClient(session.server, version=VERSION, clock=self._clock) as client:
                client.watch(cancelled)
                return call(OfficeCounter(client, db))
