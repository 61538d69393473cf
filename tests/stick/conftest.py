"""A central API with Ana, her school and a clerk of her UGEL; their computers; and a folder that is the stick."""

import secrets
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from central.records import Oficina, Person
from storage import cache
from storage.layout import LOCK
from storage.lock import ProfileLock
from storage.vault import Vault
from sync.accounts import sign_in
from sync.client import CentralClient
from sync.stick import arriving, courier, departing
from sync.stick.arriving import Brought
from sync.stick.counter import StickCounter
from tests.sync.office import ANA, PASSWORD, Desk, Office, StillClock

UGEL = Oficina("210011", "UGEL San Román")
CLERK = Person(
    doc_tipo="DNI", doc_numero="99900088", apellidos="PÁUCAR LUNA", nombres="ROSA", correo="rosa@correo.pe",
    oficina=UGEL, roles=("escalafon",),
)  # fmt: skip
BETO = Person(doc_tipo="DNI", doc_numero="99900002", apellidos="MAMANI", nombres="BETO", correo="beto@correo.pe")


@pytest.fixture
def clock() -> StillClock:
    return StillClock()


@pytest.fixture
def office(tmp_path: Path, clock: StillClock) -> Iterator[Office]:
    opened = Office(tmp_path, clock)
    opened.publisher.add_person(CLERK, "rosa", PASSWORD)
    opened.publish(3)
    yield opened
    opened.close()


def new_vault(directory: Path) -> Vault:
    """A profile under a key that comes from no password: deriving one takes time."""
    directory.mkdir()
    made = Vault(directory, directory.name, secrets.token_bytes(32), ProfileLock(directory / LOCK))
    made.create_files()
    return made


@pytest.fixture
def vault(tmp_path: Path) -> Iterator[Vault]:
    with new_vault(tmp_path / "ana") as made:
        yield made


@pytest.fixture
def desk(vault: Vault, office: Office, clock: StillClock) -> Desk:
    return Desk(vault, office, clock)


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    folder = tmp_path / "memoria"
    folder.mkdir()
    return folder


@dataclass
class Clerk:
    """Somebody of the UGEL, with a computer that has a connection."""

    vault: Vault
    office: Office
    clock: StillClock

    def client(self) -> CentralClient:
        return CentralClient(self.office.server.url, version="0", clock=self.clock)

    def begin(self) -> None:
        with self.client() as client, self.vault.cache() as db, self.vault.outbox() as box:
            cache.store_session(db, sign_in(client, "rosa", PASSWORD, None, None, "oficina").session)
            register(StickCounter(client, db), box, self.clock)

    def take_in(self, path: Path) -> courier.TakenIn:
        return courier.take_in(self.vault, path, self.clock)

    def hand_over(self) -> int:
        with self.client() as client, self.vault.cache() as db, self.vault.outbox() as box:
            return courier.hand_over(self.vault, box, StickCounter(client, db), self.clock, nobody)

    def fetch(self, text: str = "") -> int:
        with self.client() as client, self.vault.cache() as db, self.vault.outbox() as box:
            counter = StickCounter(client, db)
            people, _next = counter.people(text)
            return len(courier.fetch(self.vault, box, counter, people, self.clock, nobody))

    def write(self, folder: Path, name: str = "chasqui-de-la-ugel") -> Path:
        from storage.stick import carried

        with self.vault.outbox() as box:
            return courier.write_down(self.vault, folder, carried(box, "down"), name, nobody).path

    def pair(self, path: Path, person: Person = ANA) -> None:
        with self.client() as client, self.vault.cache() as db:
            public = courier.device_of(path)
            StickCounter(client, db).pair(public, person.doc_numero, "Laptop", "DNI a la vista")

    def bring(self, folder: Path) -> Path:
        """News for whoever has a computer, on the stick."""
        self.fetch()
        return self.write(folder)


def nobody(_done: int, _total: int) -> None:
    """Nobody looks at the progress."""


def register(counter: StickCounter, box: object, clock: StillClock) -> None:
    from storage.connection import Connection
    from storage.device import own_device

    assert isinstance(box, Connection)
    counter.register(box, own_device(box, clock.now()), "Equipo", int(clock.now().timestamp()))


@pytest.fixture
def clerk(tmp_path: Path, office: Office, clock: StillClock) -> Iterator[Clerk]:
    with new_vault(tmp_path / "oficina") as made:
        found = Clerk(made, office, clock)
        found.begin()
        yield found


def go_up(desk: Desk, folder: Path) -> Path:
    """Ana writes what waits on the stick."""
    return folder / departing.write_up(desk.vault, folder, desk.clock, name="Laptop de Ana").place


def come_down(desk: Desk, path: Path) -> Brought:
    """Ana takes in what the stick has for her."""
    return arriving.bring_in(desk.vault, path, desk.clock)


@pytest.fixture
def paired(desk: Desk, clerk: Clerk, stick: Path) -> Desk:
    """Ana never had a connection for this computer: it was paired from a file on the stick, and has the first news."""
    first = go_up(desk, stick)
    clerk.pair(first)
    clerk.take_in(first)
    clerk.hand_over()
    come_down(desk, clerk.bring(stick))
    return desk
