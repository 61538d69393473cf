"""One of Ana's computers: a real encrypted profile on a disk in memory, the real engine, a simulated line."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from threading import Event
from typing import TypeVar, cast
from unittest.mock import patch

from typing_extensions import override

from storage.adoption import adopt_session
from storage.connection import Connection
from storage.errors import WorldError
from storage.layout import LOCK
from storage.lock import ProfileLock
from storage.vault import Vault
from sync.accounts import sign_in
from sync.client import CentralClient
from sync.engine import Engine, Outcome
from sync.errors import SyncError
from tests.simulation.clocks import DeviceClock, Time
from tests.simulation.hazards import Crash, Hazards
from tests.simulation.network import Network
from tests.simulation.office import PASSWORD
from tests.simulation.serving import Asked

KEY = bytes(range(32))
SERVER = "http://127.0.0.1:9"
T = TypeVar("T")


@dataclass
class Chance:
    """What spreads retries out, from the seed."""

    rng: Random

    def share(self) -> float:
        return self.rng.random()


class PooledConnection(Connection):
    """Closing it gives it back: opening an encrypted file costs more than most of what is done with it."""

    pool: "list[PooledConnection]"

    @override
    def close(self) -> None:
        self.pool.append(self)

    def really_close(self) -> None:
        super().close()


class PooledVault(Vault):
    """Keeps its connections until it is closed."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder, "Ana", KEY, ProfileLock(folder / LOCK))
        self._pools: dict[str, list[PooledConnection]] = {"cache": [], "outbox": []}
        self._opened: list[PooledConnection] = []

    @override
    def cache(self) -> Connection:
        return self._pooled("cache", super().cache)

    @override
    def outbox(self) -> Connection:
        return self._pooled("outbox", super().outbox)

    def _pooled(self, kind: str, begin: Callable[[], Connection]) -> Connection:
        if self._pools[kind]:
            return self._pools[kind].pop()
        opened = begin()
        opened.__class__ = PooledConnection
        pooled = cast("PooledConnection", opened)
        pooled.pool = self._pools[kind]
        self._opened.append(pooled)
        return pooled

    @override
    def close(self) -> None:
        for opened in self._opened:
            opened.really_close()
        self._opened.clear()
        super().close()


@dataclass
class Computer:
    """A computer, whatever process runs on it just now."""

    name: str
    root: Path
    time: Time
    network: Network
    rng: Random
    note: Callable[[str], None]
    hazards: Hazards = field(default_factory=Hazards)
    lives: int = 0
    running: "Hazards | None" = None
    stop_at_call: int = 0
    meanwhile_at: int = 0  # the how manyth call or, `amid` "commit", write, at which Ana does something
    amid: str = "before"  # a call, "after" it, or "commit"
    meanwhile: Callable[[], None] = lambda: None

    def __post_init__(self) -> None:
        self.clock = DeviceClock(self.time)
        self.hazards.leave = self._leave
        self.hazards.on_commit = lambda: self._meanwhile("commit")
        self.network.on_call = self._on_call
        self._stopped = Event()
        self._left: Path | None = None
        self.open(self.root / self.name)

    def open(self, folder: Path) -> None:
        """A new process."""
        self.folder = folder
        self.vault = PooledVault(folder)
        self.vault.prepare_files()
        lingers = self.rng.random() < 0.5  # a window's engine, or a command's
        self.engine = Engine(self.vault, self.client, self.clock, Chance(self.rng), lingers=lingers)

    def client(self, server: str) -> CentralClient:
        """The real one."""
        return CentralClient(server, version="0", clock=self.clock)

    def act(self, work: Callable[[], T]) -> T | None:
        """Something the process does, until it is done, the disk is full or the process is gone (None)."""
        self.running, self._left = self.hazards, None
        try:
            with patch("sync.transport.dial", self.network.dial):
                return work()
        except Crash:
            self.note("  the process is gone")
        except WorldError as fault:
            self.note(f"  {type(fault).__name__}")
        finally:
            self.running = None
            self.hazards.clear()
            if self._left is not None:
                self._die()
        return None

    def run(self, *, asked: bool) -> Outcome | None:
        """One exchange; None when the process did not outlive it."""
        self._stopped.clear()
        outcome = self.act(lambda: self.engine.run(report=lambda _progress: None, cancelled=self._stopped, asked=asked))
        self.note(f"{self.name} {'asks' if asked else 'exchanges'}: {outcome}")
        return outcome

    def sign_in(self) -> bool:
        """Ana signs in (again)."""

        def work() -> bool:
            with self.client(SERVER) as client, self.vault.cache() as db:
                try:
                    signed = sign_in(client, "ana", PASSWORD, None, None, self.name)
                except SyncError as error:
                    self.note(f"  {error}")
                    return False
                adopt_session(db, signed.session, signed.person)
                return True

        return bool(self.act(work))

    def restart(self, *, clean: bool) -> None:
        """Switched off and on again; not clean: the power failed between two steps."""
        if clean:
            self.vault.close()
            self.open(self.folder)
        else:
            self._leave()
            self._die()

    def _on_call(self, when: str, asked: Asked) -> None:
        if self.stop_at_call and when == "before":
            self.stop_at_call -= 1
            if not self.stop_at_call:
                self._stopped.set()
        self._meanwhile(when)
        if when == "before" and asked.path.startswith("/v1/blobs/"):
            self.network.persisted = self._persisted(asked.path.rpartition("/")[2])
        self.hazards.on_call(when, asked)

    def _meanwhile(self, when: str) -> None:
        """Ana uses the window while the other thread is at work; no hazard meets her."""
        if not self.meanwhile_at or when != self.amid:
            return
        self.meanwhile_at -= 1
        if not self.meanwhile_at:
            self.running = None
            self.meanwhile()
            self.running = self.hazards

    def _persisted(self, sha256: str) -> int:
        """Bytes of a PDF on the disk; -1 when it is whole."""
        self.running = None
        with self.vault.cache() as db:
            row = db.row("SELECT received, held FROM pdf WHERE sha256 = :sha256", sha256=sha256)
        self.running = self.hazards
        return 0 if row is None else -1 if row["held"] else int(row["received"])

    def _leave(self) -> Path:
        """What is on the disk at this instant; the index of the WAL is memory, which no process leaves behind."""
        self.lives += 1
        self._left = self.root / f"{self.name}-{self.lives}"
        self._left.mkdir()
        for file in self.folder.iterdir():
            if file.name != LOCK and not file.name.endswith("-shm"):
                shutil.copyfile(file, self._left / file.name)
        return self._left

    def _die(self) -> None:
        assert self._left is not None
        self.vault.close()
        shutil.rmtree(self.folder)
        self.open(self._left)
        self._left = None

    @contextmanager
    def facts(self) -> Iterator[Connection]:
        """To look at what is stored; no hazard meets who looks."""
        with self.vault.cache() as db:
            yield db
