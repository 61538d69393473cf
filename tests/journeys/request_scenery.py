"""A small town for journeys of requests: Rosa with two computers, Ruth and Mario of escalafón, one central API.

Made once: the office's database and four profiles that are signed in and synchronised. Each test gets copies of them
and a server of its own. Everybody's clock moves by hand.
"""

import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from central.app import create_app
from central.faults import Faults
from central.legajo.archive import Archive
from central.legajo.sealing import demo_papers
from central.publishing import Publisher
from central.records import Oficina, Person
from central.server import Server
from central.settings import CHEAP, Settings
from central.store import Store
from documents.legajo import LegajoRecord
from storage import adoption, attachments, cache, drafts, legajo, outbox
from storage.decision_records import DecisionState, Deed, OwnDecision
from storage.kdf import FLOOR
from storage.profile import Vault, new_profile, open_profile
from storage.request_records import OfficeRequest, OwnRequest, ShownRequest
from sync.accounts import sign_in
from sync.client import CentralClient
from sync.engine import Engine, Outcome
from sync.identifiers import new_id
from sync.office import OfficeCounter
from tests.desktop.filling import payslip_of
from tests.desktop.legajo_scenes import ADDRESS, PERSONAL, TRAININGS
from tests.journeys.scenery import LOCAL_PASSWORD, NEWEST
from tests.sync.wishes import course, paper, pdf, uuid

ROSA, RUTH, MARIO = "rosa.mamani", "ruth.choque", "mario.yana"
ACCOUNT_PASSWORD = "maestra-de-lampa"
UGEL = "210011"
WHO = Person(
    doc_tipo="DNI", doc_numero="99900017", apellidos="MAMANI ÑAUPARI", nombres="ROSA ÁNGELA", correo="r@ejemplo.pe"
)
CLERK = Person(
    doc_tipo="DNI", doc_numero="99900018", apellidos="CHOQUE ÑACA", nombres="RUTH", correo="e@ejemplo.pe",
    oficina=Oficina(UGEL, "UGEL SAN ROMÁN"),
)  # fmt: skip
COLLEAGUE = replace(CLERK, doc_numero="99900019", apellidos="YANA HUANCA", nombres="MARIO")
COMPUTERS = {"casa": ROSA, "colegio": ROSA, "oficina": RUTH, "al lado": MARIO}


@dataclass
class Hands:
    """The wall's clock moves when it is moved; who measures idleness sees none, or the program would lock itself."""

    at: datetime = datetime(2026, 11, 23, 13, 14, tzinfo=UTC)

    def now(self) -> datetime:
        return self.at

    def monotonic(self) -> float:
        return 0.0

    def forward(self, **much: float) -> None:
        self.at += timedelta(**much)


@dataclass
class Computer:
    """One profile on one computer, closed or open."""

    home: Path
    user: str
    clock: Hands

    @property
    def directory(self) -> Path:
        return next(path for path in self.home.iterdir() if path.is_dir())

    @contextmanager
    def opened(self) -> Iterator[Vault]:
        """The closed profile, opened without the program."""
        with open_profile(self.directory, LOCAL_PASSWORD, now=self.clock.now()) as vault:
            yield vault

    def exchange(self) -> Outcome:
        """One exchange of the closed profile, to its end."""
        with self.opened() as vault:
            return exchange(vault, self.clock)

    def requests(self) -> tuple[ShownRequest, ...]:
        with self.opened() as vault, vault.cache() as db:
            return legajo.shown_requests(db)

    def own(self) -> tuple[OwnRequest, ...]:
        with self.opened() as vault, vault.outbox() as db:
            return drafts.own_requests(db)


def exchange(vault: Vault, clock: Hands) -> Outcome:
    engine = Engine.for_vault(vault, version="0", clock=clock)
    return engine.run(report=lambda _progress: None, cancelled=threading.Event(), asked=True)


def queue(computer: Computer, number: int) -> str:
    """A course with a certificate of three pieces, in the queue."""
    file = pdf(150_000, number)
    with computer.opened() as vault, vault.outbox() as box:
        attachments.keep_file(box, paper(file).sha256, file)
        drafts.new_draft(box, uuid(number), course(number, file), computer.clock.now())
        drafts.queue(box, uuid(number), course(number, file), computer.clock.now())
        assert outbox.pending_count(box) == 1
    return uuid(number)


@dataclass
class Town:
    """The office's side, and everybody's computers."""

    server: Server
    store: Store
    faults: Faults
    clock: Hands
    homes: Path
    computers: dict[str, Computer] = field(default_factory=dict)

    @property
    def casa(self) -> Computer:
        return self.computers["casa"]

    @property
    def colegio(self) -> Computer:
        return self.computers["colegio"]

    @property
    def oficina(self) -> Computer:
        return self.computers["oficina"]

    @property
    def al_lado(self) -> Computer:
        """Mario's, at the next desk of the same office."""
        return self.computers["al lado"]

    def file_record(self, record: LegajoRecord) -> None:
        """The office changes a record of itself."""
        Archive(self.store).file_records(WHO.doc_numero, [record])

    def counter(self, work: Any) -> Any:
        """`work(OfficeCounter)`, as Ruth, without her window."""
        with self.oficina.opened() as vault, vault.cache() as db:
            session = cache.session(db)
            assert session is not None
            with CentralClient(session.server, version="0", clock=self.clock) as client:
                return work(OfficeCounter(client, db))

    def filed(self) -> tuple[OfficeRequest, ...]:
        """Every request that the office can see."""
        return tuple(row.request for row in self.counter(lambda counter: counter.search()).rows)

    def decide(self, deed: str, reason: str = "") -> OfficeRequest:
        """Ruth decides the one request that is open."""
        self.clock.forward(hours=1)

        def work(counter: OfficeCounter) -> OfficeRequest:
            (seen,) = (row.request for row in counter.search().rows if row.request.state.value == "en_solicitud")
            decision = OwnDecision(
                uuid=new_id(), batch=new_id(), request=seen.uuid, code=seen.code, who="", deed=Deed(deed),
                reason=reason, seen=seen.changed_at, follows="", state=DecisionState.SENDING,
                decided_at=seen.changed_at, ready_at=seen.changed_at,
            )  # fmt: skip
            return counter.decide(decision)

        found: OfficeRequest = self.counter(work)
        self.clock.forward(hours=1)
        return found


@pytest.fixture(scope="session")
def founded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The database and the profiles, as they are before every journey."""
    folder = tmp_path_factory.mktemp("town")
    clock = Hands()
    with Store(f"sqlite:///{folder / 'central.db'}") as store:
        publisher = Publisher(store, cost=CHEAP)
        publisher.add_person(WHO, ROSA, ACCOUNT_PASSWORD)
        publisher.add_person(CLERK, RUTH, ACCOUNT_PASSWORD)
        publisher.add_person(COLLEAGUE, MARIO, ACCOUNT_PASSWORD)
        publisher.publish_payslips([payslip_of(NEWEST, codigo_ugel=UGEL)])
        Archive(store).file_records(WHO.doc_numero, [PERSONAL, ADDRESS, *TRAININGS])
        with Server(create_app(_settings(clock), store)) as server:
            for name, user in COMPUTERS.items():
                _settle_in(folder / name, user, server.url, clock)
    return folder


def _settle_in(home: Path, user: str, url: str, clock: Hands) -> None:
    with new_profile(home, "Mi perfil", LOCAL_PASSWORD, cost=FLOOR) as vault:
        with CentralClient(url, version="0", clock=clock) as client, vault.cache() as db:
            signed = sign_in(client, user, ACCOUNT_PASSWORD, None, None, "prueba")
            adoption.adopt_session(db, signed.session, signed.person)
        exchange(vault, clock)
        with vault.cache() as db:
            legajo.note_look(db, clock.now())


def _settings(clock: Hands) -> Settings:
    return Settings(
        captcha=False, password_cost=CHEAP, clock=clock.now, make_paper=demo_papers(), access_seconds=400 * 86_400
    )


@pytest.fixture
def town(founded: Path, tmp_path: Path) -> Iterator[Town]:
    """A town of this test's own."""
    clock, faults, homes = Hands(), Faults(), tmp_path / "homes"
    shutil.copytree(founded, homes)
    with (
        Store(f"sqlite:///{homes / 'central.db'}") as store,
        Server(create_app(_settings(clock), store, faults=faults)) as server,
    ):
        made = Town(server, store, faults, clock, homes)
        for name, user in COMPUTERS.items():
            made.computers[name] = _moved(Computer(homes / name, user, clock), server.url)
        yield made


def _moved(computer: Computer, url: str) -> Computer:
    """Its session is with the server of this test."""
    with computer.opened() as vault, vault.cache() as db:
        session = cache.session(db)
        assert session is not None
        cache.store_session(db, replace(session, server=url))
    return computer
