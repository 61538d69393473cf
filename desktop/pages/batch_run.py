"""A batch under way as the page sees it: begins, tells what came, pauses. Work: `desktop.tasks.batch_checking`."""

import threading
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.tasks.batch_checking import BatchStep, Clocks, run_batch

if TYPE_CHECKING:
    from desktop.opened import Opened
    from desktop.tasks.desk import Job
    from documents.seal.trust import TrustList
    from storage.check_records import Batch
    from storage.connection import Connection

Files = Sequence[tuple[int, str]]


class BatchRun(QObject):
    """`looking` while files are looked for, `begun(Batch)`, `moved(BatchStep)`, `ended(BatchStep)`, `nothing` when a
    folder has no documents; `broken(Exception)` for what is no verdict, as a disk that fails.
    """

    looking = Signal()
    begun = Signal(object)
    moved = Signal(object)
    ended = Signal(object)
    nothing = Signal()
    broken = Signal(object)

    def __init__(self, opened: "Opened", parent: QObject) -> None:
        super().__init__(parent)
        self._opened = opened
        self._stop = threading.Event()
        self.trust: TrustList | None = None
        self.running = False
        opened.desk.closing.connect(self.pause)

    def begin(self, paths: Sequence[Path], name: str) -> None:
        """Find the files below these folders and check them as a new batch."""
        from storage.checks import begin_batch, unchecked

        def made(db: "Connection", stop: threading.Event) -> "tuple[Batch, Files] | None":
            from desktop.tasks.verifying import find_files

            files = [str(path.absolute()) for path in find_files(paths, stop.is_set)]
            if not files or stop.is_set():
                return None
            batch = begin_batch(db, name, files, self._opened.clock.now())
            return batch, unchecked(db, batch.number)

        self._start(made)

    def go_on(self, number: int) -> None:
        """Check what of a batch has no verdict yet."""
        from storage.checks import batch, unchecked

        self._start(lambda db, _stop: (batch(db, number), unchecked(db, number)))

    def again(self, number: int) -> None:
        """Check once more what is undecided: a newer trust list may know more. The old verdict stays until then."""
        from storage.checks import batch, undecided

        self._start(lambda db, _stop: (batch(db, number), undecided(db, number)))

    def pause(self) -> None:
        """Stop, also in the middle of a file; what was checked is kept."""
        self._stop.set()

    def _start(self, plan: "Callable[[Connection, threading.Event], tuple[Batch, Files] | None]") -> None:
        trust = self.trust
        if self.running or trust is None:
            return
        self.running = True
        self._stop = stop = threading.Event()
        self.looking.emit()
        self._opened.desk.start(
            self, lambda job: self._work(job, plan, trust, stop), self._end, self._break, self._tell
        )

    def _work(
        self, job: "Job", plan: "Callable[[Connection, threading.Event], tuple[Batch, Files] | None]",
        trust: "TrustList", stop: threading.Event,
    ) -> BatchStep | None:  # fmt: skip
        vault, clock = self._opened.vault, self._opened.clock
        with vault.checks() as db:
            planned = plan(db, stop)
        if planned is None:
            return None
        batch, files = planned
        job.report(batch)
        return run_batch(
            vault, batch.number, files, trust,
            clocks=Clocks(clock.now, clock.monotonic), stop=stop, report=job.report,
        )  # fmt: skip

    def _tell(self, told: "Batch | BatchStep") -> None:
        (self.moved if isinstance(told, BatchStep) else self.begun).emit(told)

    def _end(self, last: BatchStep | None) -> None:
        self.running = False
        if last is None:
            self.nothing.emit()
        else:
            self.ended.emit(last)

    def _break(self, error: Exception) -> None:
        self.running = False
        self.broken.emit(error)
