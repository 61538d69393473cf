"""A run of checks as the page sees it: starts, tells what came, stops. The work is `desktop.tasks.verifying`."""

import threading
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal

from documents.seal.verdict import Verdict

if TYPE_CHECKING:
    from desktop.tasks.desk import Desk, Job
    from documents.seal.trust import TrustList
    from storage.profile import Vault
    from sync.clock import Clock

PAUSE: Final = 0.1  # seconds between two tellings: thousands of files must not fill the window's queue
AT_ONCE: Final = 20  # but the first ones are told each by itself


@dataclass(frozen=True, slots=True)
class Step:
    """How far a run is, and what came since the last step."""

    came: tuple[Verdict, ...]
    done: int
    total: int


@dataclass(frozen=True, slots=True)
class Ended:
    """A run is over."""

    done: int
    total: int
    seconds: float
    stopped: bool


class Verification(QObject):
    """`moved(Step)` while it runs, `ended(Ended)`; `broken(Exception)` for what is no verdict, as a disk that fails.

    Paths that are given during a run wait for it to end.
    """

    began = Signal()
    moved = Signal(object)
    ended = Signal(object)
    broken = Signal(object)

    def __init__(self, desk: "Desk", clock: "Clock", vault: "Vault | None", parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._clock, self._vault = desk, clock, vault
        self._waiting: deque[tuple[Path, ...]] = deque()
        self._stop = threading.Event()
        self.trust: TrustList | None = None
        self.running = False
        desk.closing.connect(self.stop)

    def check(self, paths: Sequence[Path]) -> None:
        """Check these files and what lies in these folders. Nothing begins before there is a trust list."""
        if paths:
            self._waiting.append(tuple(paths))
            self.go_on()

    def go_on(self) -> None:
        """Begin the next run, if one waits and can begin."""
        if self.running or self.trust is None or not self._waiting:
            return
        self.running = True
        paths, trust = self._waiting.popleft(), self.trust
        self._stop = stop = threading.Event()
        self.began.emit()
        self._desk.start(self, lambda job: self._work(job, paths, trust, stop), self._end, self._break, self.moved.emit)

    def stop(self) -> None:
        """End the run, also in the middle of a file, and forget what waits."""
        self._waiting.clear()
        self._stop.set()

    def _work(self, job: "Job", paths: tuple[Path, ...], trust: "TrustList", stop: threading.Event) -> Ended:
        from desktop.tasks.verifying import find_files, verify

        began = told_at = self._clock.monotonic()
        files = tuple(find_files(paths, stop.is_set))
        job.report(Step((), 0, len(files)))
        came: list[Verdict] = []
        done = 0
        for verdict in verify(files, trust, self._clock.now, cancelled=stop, vault=self._vault):
            came.append(verdict)
            done += 1
            if self._clock.monotonic() - told_at >= PAUSE or done <= AT_ONCE:
                told_at = self._clock.monotonic()
                job.report(Step(tuple(came), done, len(files)))
                came.clear()
        job.report(Step(tuple(came), done, len(files)))
        return Ended(done, len(files), self._clock.monotonic() - began, stop.is_set())

    def _end(self, ended: Ended) -> None:
        self.running = False
        self.ended.emit(ended)
        self.go_on()

    def _break(self, error: Exception) -> None:
        self.running = False
        self.broken.emit(error)
        self.go_on()
