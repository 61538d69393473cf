"""Pay day: everybody's program asks at once. What the reference server takes for it, with real programs over real TLS.

The server has a process of its own, so that its processor time is its own. The programs share another with all their
threads and ciphers: how fast they come is their limit here, not the server's. SQLite and one process: PostgreSQL and
several would behave otherwise; what carries over is the time that one exchange takes of a processor.
"""

import multiprocessing
import secrets
import sys
import tempfile
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from multiprocessing.connection import Connection as Pipe
from pathlib import Path
from statistics import median, quantiles
from time import perf_counter, process_time

from bench.certificates import make_chain, trusting
from bench.link_world import NEWEST
from central.app import create_app
from central.keys.demo import draw_sealed
from central.publishing import Publisher
from central.samples.population import SamplePerson, generate
from central.server import Server
from central.settings import CHEAP, Settings
from central.store import Store
from storage import cache
from storage.layout import LOCK
from storage.lock import ProfileLock
from storage.profile import Vault
from sync.accounts import sign_in
from sync.client import CentralClient
from sync.clock import SystemClock
from sync.engine import Engine, Updated, UpToDate
from sync.identifiers import SystemChance

PEOPLE = 60
AT_ONCE = 16
HERD = 1000  # exchanges a second that a ten-minute herd of 600,000 brings


@dataclass(frozen=True, slots=True)
class Wave:
    """One exchange of everybody. Seconds; `server` is processor time of the server's process."""

    outcomes: frozenset[str]
    seconds: float
    each: tuple[float, ...]
    server: float
    requests: int


def main() -> None:
    """Everybody settles, the payslips come out, everybody fetches theirs, everybody asks again for nothing."""
    with tempfile.TemporaryDirectory() as name, served(Path(name)) as office:
        folder, url, pipe = Path(name), *office
        store = Store(f"sqlite:///{folder}/central.db")
        publisher = Publisher(store, cost=CHEAP)
        people = [one for one in generate(PEOPLE, seed=11, until=NEWEST) if len(one.payslips) > 2]
        for one in people:
            publisher.add_person(one.person, user=one.user, password=one.password)
            publisher.publish_payslips(one.payslips[-3:-1], draw=draw_sealed)
        with ExitStack() as stack:
            homes = [(stack.enter_context(home(folder, url, one)), url) for one in people]
            wave(homes, pipe)
            publisher.publish_payslips([one.payslips[-1] for one in people], draw=draw_sealed)
            show("one new payslip each", wave(homes, pipe))
            show("nothing changed", wave(homes, pipe))
        store.close()


@contextmanager
def served(folder: Path) -> Iterator[tuple[str, Pipe]]:
    """Central over https in a process of its own: its address, and a pipe that tells its processor time."""
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe()
    process = context.Process(target=serve, args=(folder, theirs), daemon=True)
    process.start()
    url, root = ours.recv()
    try:
        with trusting(root):
            yield url, ours
    finally:
        ours.send("stop")
        process.join()


def serve(folder: Path, pipe: Pipe) -> None:
    """The server's process."""
    chain = make_chain(folder)
    settings = Settings(captcha=False, password_cost=CHEAP)
    with (
        Store(f"sqlite:///{folder}/central.db") as store,
        Server(create_app(settings, store), tls=chain.server) as server,
    ):
        pipe.send((server.url, chain.root))
        while pipe.recv() != "stop":
            pipe.send(process_time())


@contextmanager
def home(folder: Path, url: str, one: SamplePerson) -> Iterator[Vault]:
    """The profile of one of them, signed in."""
    directory = folder / one.user
    directory.mkdir()
    with Vault(directory, one.user, secrets.token_bytes(32), ProfileLock(directory / LOCK)) as vault:
        vault.create_files()
        with CentralClient(url, version="1.0", clock=SystemClock()) as client, vault.cache() as db:
            cache.store_session(db, sign_in(client, one.user, one.password, None, None, "bench").session)
        yield vault


def wave(homes: list[tuple[Vault, str]], pipe: Pipe) -> Wave:
    """Everybody presses "Sincronizar ahora", so many at a time."""
    pipe.send("time")
    before, began = pipe.recv(), perf_counter()
    with ThreadPoolExecutor(AT_ONCE) as pool:
        done = list(pool.map(lambda one: exchange(*one), homes))
    seconds = perf_counter() - began
    pipe.send("time")
    return Wave(
        frozenset(name for name, _, _ in done), seconds, tuple(took for _, took, _ in done), pipe.recv() - before,
        sum(requests for _, _, requests in done),
    )  # fmt: skip


def exchange(vault: Vault, url: str) -> tuple[str, float, int]:
    """One person's: how it ended, seconds, requests."""
    clients: list[CentralClient] = []

    def connect(_address: str) -> CentralClient:
        clients.append(CentralClient(url, version="1.0", clock=SystemClock()))
        return clients[-1]

    began = perf_counter()
    engine = Engine(vault, connect, SystemClock(), SystemChance())
    outcome = engine.run(report=lambda _progress: None, cancelled=threading.Event(), asked=True)
    assert isinstance(outcome, (UpToDate, Updated)), outcome
    return type(outcome).__name__, perf_counter() - began, sum(client.meter.requests for client in clients)


def show(name: str, one: Wave) -> None:
    """Rate and latency as this machine gives them; the server's time an exchange, and what a herd makes of it."""
    count = len(one.each)
    late = quantiles(one.each, n=20)[-1]
    cost = one.server / count
    print(
        f"{name}: {count} people, {AT_ONCE} at once: {', '.join(sorted(one.outcomes))}; {count / one.seconds:.0f} a "
        f"second, median {median(one.each) * 1000:.0f} ms, 95 % within {late * 1000:.0f} ms, {one.requests} requests"
    )
    print(f"    of the server {cost * 1000:.1f} ms each: {HERD * cost:.1f} processors for {HERD:,} exchanges a second")


if __name__ == "__main__":
    sys.exit(main())
