"""An office's side of memory sticks, as its page asks for it: on the pool, with clients and connections of its own."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING, TypeVar

from desktop.tasks.stick_door import computer_name
from desktop.version import VERSION
from storage import cache
from storage.device import own_device
from storage.stick import Carried, carried
from sync.client import CentralClient
from sync.errors import SessionEndedError
from sync.stick import courier
from sync.stick.counter import DeviceOfPerson, StickCounter, StickPerson
from sync.stick.media import WrittenFile

if TYPE_CHECKING:
    from documents.stick.keys import Public
    from storage.connection import Connection
    from storage.vault import Vault
    from sync.clock import Clock

T = TypeVar("T")
MOST_PEOPLE = 5000
Report = Callable[[tuple[int, int]], None]


@dataclass(frozen=True, slots=True)
class FirstWritten:
    """A first packet is on the stick; the words are said and kept nowhere."""

    words: str
    ends: datetime
    name: str  # of the file


class OfficeStickDoor:
    """Raises CarryError, StorageError, SyncError. `cancelled` stops the waits of a call."""

    def __init__(self, vault: "Vault", clock: "Clock") -> None:
        self._vault, self._clock = vault, clock

    def carried(self) -> tuple[tuple[Carried, ...], tuple[Carried, ...]]:
        """What came on sticks, and what is ready to be written. Needs no connection."""
        with self._vault.outbox() as box:
            return carried(box, "up"), carried(box, "down")

    def people(self, cancelled: Event, text: str) -> tuple[StickPerson, ...]:
        """By name, document or school; of several documents (a pasted list), each."""
        return self._ask(cancelled, lambda counter, _box: _found(counter, text))

    def fetch(self, cancelled: Event, people: Sequence[StickPerson], report: Report) -> tuple[Carried, ...]:
        """Packets for their computers, kept here until they are written."""

        def call(counter: StickCounter, box: "Connection") -> tuple[Carried, ...]:
            return courier.fetch(self._vault, box, counter, people, self._clock, _both(report))

        return self._ask(cancelled, call)

    def write(self, folder: Path, ready: Sequence[Carried], report: Report) -> WrittenFile:
        """These, in one file. Needs no connection."""
        day = f"{self._clock.now().astimezone():%Y%m%d}"
        return courier.write_down(self._vault, folder, ready, f"chasqui-de-la-ugel-{day}", _both(report))

    def take_in(self, paths: Sequence[Path], report: Report) -> courier.TakenIn:
        """What people brought. Needs no connection. Raises what is wrong only with a file that is alone."""
        if len(paths) == 1:
            return courier.take_in(self._vault, paths[0], self._clock)
        return courier.take_all(self._vault, paths, self._clock, _both(report))

    def hand_over(self, cancelled: Event, report: Report) -> int:
        """What waits, to the central API."""

        def call(counter: StickCounter, box: "Connection") -> int:
            return courier.hand_over(self._vault, box, counter, self._clock, _both(report))

        return self._ask(cancelled, call)

    def pair(
        self, cancelled: Event, public: "Public", person: StickPerson, how: str
    ) -> DeviceOfPerson:  # fmt: skip
        """Register a person's computer."""
        name = f"Equipo {public.number[-4:]}"
        return self._ask(cancelled, lambda counter, _box: counter.pair(public, person.doc_numero, name, how))

    def first(self, cancelled: Event, person: StickPerson, how: str, folder: Path) -> FirstWritten:
        """A first packet under words, onto the stick."""
        opening = self._ask(cancelled, lambda counter, _box: counter.opening(person.doc_numero, how))
        written = courier.write_alone(folder, opening.packet, "chasqui-paquete-inicial")
        return FirstWritten(opening.passphrase, opening.ends, written.path.name)

    def _ask(self, cancelled: Event, call: "Callable[[StickCounter, Connection], T]") -> T:
        with self._vault.cache() as db, self._vault.outbox() as box:
            session = cache.session(db)
            if session is None:
                raise SessionEndedError
            with CentralClient(session.server, version=VERSION, clock=self._clock) as client:
                client.watch(cancelled)
                counter = StickCounter(client, db)
                device = own_device(box, self._clock.now())
                if device.registered != session.server:
                    counter.register(box, device, computer_name(), int(self._clock.now().timestamp()))
                return call(counter, box)


def _found(counter: StickCounter, text: str) -> tuple[StickPerson, ...]:
    words = text.replace(",", " ").replace(";", " ").split()
    if len(words) > 1 and all(word.isdecimal() and len(word) >= 8 for word in words):
        found = {one.doc_numero: one for word in words for one in counter.people(word)[0]}
        return tuple(found.values())
    people, after = counter.people(text)
    while after is not None and len(people) < MOST_PEOPLE:
        more, after = counter.people(text, after)
        people = (*people, *more)
    return people


def _both(report: Report) -> courier.Report:
    return lambda done, total: report((done, total))
