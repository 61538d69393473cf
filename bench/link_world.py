"""The two ends of a measured line: the reference API over https with one teacher in it, and her profile with an engine.

Her payslips are drawn and sealed as central does it, about 60 kB each. Nothing here measures: that is `bench.link` and
`tests/sync/test_link_costs.py`.
"""

import secrets
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import astuple, dataclass, field
from pathlib import Path
from time import perf_counter
from typing import Literal

from bench.certificates import make_chain, trusting
from bench.shaping import Link, ShapedLine, Tally
from central.app import create_app
from central.keys.demo import draw_sealed
from central.publishing import Publisher
from central.samples.population import generate
from central.server import Server
from central.settings import CHEAP, Settings
from central.store import Store
from documents.payslip import Period
from storage import attachments, cache, drafts
from storage.layout import LOCK
from storage.lock import ProfileLock
from storage.profile import Vault
from sync.accounts import sign_in
from sync.client import CentralClient
from sync.clock import SystemClock
from sync.engine import Blocked, Engine, Outcome, Progress
from sync.identifiers import SystemChance
from tests.sync.wishes import course, paper, pdf, uuid

NEWEST = Period(2026, 11)
PAYSLIPS = 80
RUNS = 2000  # exchanges after which an upload that is cut again and again is given up


Step = Literal["first", "live", "resumed"]


@dataclass(slots=True)
class Cost:
    """What one case took, over as many connections as it needed. Seconds by the clock of this machine."""

    outcome: Outcome
    tally: Tally
    requests: int
    seconds: float
    newest_three: float | None  # seconds until three PDFs could be opened
    used: int = 0  # bytes, as the program tells the person


@dataclass(slots=True)
class Home:
    """The teacher's profile on one computer."""

    vault: Vault
    server: str
    wishes: int = field(default=0)
    lines: int = field(default=0)  # that were opened: no two of them lose the same

    def ask_for(self, size: int) -> None:
        """Queue a request with one sustento of so many bytes that do not compress."""
        self.wishes += 1
        file, now = pdf(size, self.wishes), SystemClock().now()
        with self.vault.outbox() as box:
            attachments.keep_file(box, paper(file).sha256, file)
            drafts.new_draft(box, uuid(self.wishes), course(self.wishes, file), now)
            drafts.queue(box, uuid(self.wishes), course(self.wishes, file), now)

    @property
    def used(self) -> int:
        """What the program believes to have used this month, in bytes."""
        now = SystemClock().now()
        with self.vault.cache() as db:
            month = cache.traffic(db, Period(now.year, now.month))
        return month.received + month.sent

    def exchange(self, link: Link) -> Cost:
        """The person presses "Sincronizar ahora" until it is done; what blocks for good is the outcome."""
        with self._line(link) as line:
            before = self.used
            cost = self._until_done(line)
            cost.used = self.used - before
            return cost

    @contextmanager
    def staying(self, link: Link) -> Iterator[Callable[[Step], Cost]]:
        """The program stays open. Each call is one exchange: over the connection of the one before ("live"), or over a
        new one that goes on with its TLS session ("resumed")."""
        with self._line(link) as line:
            client = CentralClient(line.url, version="1.0", clock=SystemClock())
            engine = Engine(self.vault, lambda _address: client, SystemClock(), SystemChance(), lingers=True)

            def exchange(step: Step) -> Cost:
                if step == "resumed":
                    engine.let_go()
                return self._one_more(line, client, engine)

            yield exchange
            engine.let_go()

    def _line(self, link: Link) -> ShapedLine:
        self.lines += 1
        return ShapedLine(int(self.server.rpartition(":")[2]), link, seed=self.lines)

    def _one_more(self, line: ShapedLine, client: CentralClient, engine: Engine) -> Cost:
        before, asked, used = line.tally(), client.meter.requests, self.used
        began = perf_counter()
        outcome = engine.run(report=lambda _progress: None, cancelled=threading.Event(), asked=True)
        seconds = perf_counter() - began
        carried = line.tally()
        tally = Tally(*(now - then for now, then in zip(astuple(carried), astuple(before), strict=True)))
        return Cost(outcome, tally, client.meter.requests - asked, seconds, None, self.used - used)

    def _until_done(self, line: ShapedLine) -> Cost:
        clients: list[CentralClient] = []
        marks: list[float] = []

        def connect(_address: str) -> CentralClient:
            clients.append(CentralClient(line.url, version="1.0", clock=SystemClock()))
            return clients[-1]

        def report(progress: Progress) -> None:
            if progress.pdfs_done >= 3 and not marks:
                marks.append(perf_counter() - began)

        engine = Engine(self.vault, connect, SystemClock(), SystemChance())
        began = perf_counter()
        outcome = _repeated(lambda: engine.run(report=report, cancelled=threading.Event(), asked=True), line.link)
        seconds = perf_counter() - began
        requests = sum(client.meter.requests for client in clients)
        return Cost(outcome, line.tally(), requests, seconds, marks[0] if marks else None)


def _repeated(run: Callable[[], Outcome], link: Link) -> Outcome:
    """Runs again and again over a line that is cut, once over any other."""
    outcome = run()
    for _ in range(RUNS if link.cut_every else 0):
        if not isinstance(outcome, Blocked):
            break
        outcome = run()
    return outcome


class World:
    """Central over https, with one teacher's payslips; the newest are kept back until `pay`."""

    def __init__(self, folder: Path, payslips: int = PAYSLIPS, kept_back: int = 2) -> None:
        self._folder = folder
        chain = make_chain(folder)
        self.root = chain.root
        self._store = Store(f"sqlite:///{folder}/central.db")
        self._publisher = Publisher(self._store, cost=CHEAP)
        self._one = next(iter(generate(1, seed=7, until=NEWEST)))
        self._publisher.add_person(self._one.person, user=self._one.user, password=self._one.password)
        found = self._one.payslips[-payslips - kept_back :]
        old, self._new = found[:payslips], list(found[payslips:])
        self._publisher.publish_payslips(old, draw=draw_sealed)
        app = create_app(Settings(captcha=False, password_cost=CHEAP), self._store)
        self.server = Server(app, "127.0.0.1", tls=chain.server)

    def pay(self) -> None:
        """It is pay day: one more payslip, as long as there are any that were kept back."""
        self._publisher.publish_payslips([self._new.pop(0)], draw=draw_sealed)

    @contextmanager
    def home(self, name: str) -> Iterator[Home]:
        """A computer of hers with nothing on it but her session."""
        directory = self._folder / name
        directory.mkdir()
        key = secrets.token_bytes(32)  # no password: deriving a key is not what is measured
        with Vault(directory, name, key, ProfileLock(directory / LOCK)) as vault:
            vault.create_files()
            server = self.server.url
            with CentralClient(server, version="1.0", clock=SystemClock()) as client, vault.cache() as db:
                signed = sign_in(client, self._one.user, self._one.password, None, None, "bench")
                cache.store_session(db, signed.session)
            yield Home(vault, server)

    def close(self) -> None:
        """Stop serving and forget."""
        self.server.stop()
        self._store.close()


@contextmanager
def open_world(folder: Path, payslips: int = PAYSLIPS, kept_back: int = 2) -> Iterator[World]:
    """Serve while it lasts; this process trusts the world's root meanwhile."""
    world = World(folder, payslips, kept_back)
    try:
        with trusting(world.root), world.server:
            yield world
    finally:
        world.close()
