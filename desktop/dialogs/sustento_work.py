"""The making of one sustento as its dialog sees it: files are added, pages are joined, one thing at a time.

The work is `desktop.tasks.preparing` and `documents.sustento.workbench`, on the desk's pool.
"""

import threading
from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.tasks.preparing import Added, Chosen, add_files
from documents.sustento.errors import SustentoError, SustentoStoppedError
from documents.sustento.records import PageChoice, Sustento
from documents.sustento.workbench import Workbench

if TYPE_CHECKING:
    from desktop.tasks.desk import Desk, Job
    from documents.legajo_catalogue import Limits


class SustentoWork(QObject):
    """`stepped(Step)` while files are added, then `added(Added)`; `made(Sustento)` or `unmade(SustentoError)` after
    `make`, for the newest pages only; `changed` when it begins or rests; `broken(Exception)` for our own faults."""

    stepped = Signal(object)
    added = Signal(object)
    made = Signal(object)
    unmade = Signal(object)
    changed = Signal()
    broken = Signal(object)

    def __init__(self, desk: "Desk", limits: "Limits", parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._bench = Workbench(max_bytes=limits.max_bytes, max_pages=limits.max_pages)
        self._at_it = threading.Lock()  # held by whoever uses the bench
        self._waiting: list[Chosen] = []
        self._wanted: tuple[PageChoice, ...] | None = None
        self._running: tuple[PageChoice, ...] | None = None
        self._stop = threading.Event()
        self.adding = False
        self.joining = False
        desk.closing.connect(self.close)

    @property
    def rests(self) -> bool:
        """Whether nothing is under way or waits."""
        return not (self.adding or self.joining)

    def add(self, chosen: Sequence[Chosen]) -> None:
        """Open these files after what is under way."""
        self._waiting += chosen
        self._go_on()

    def make(self, pages: Sequence[PageChoice]) -> None:
        """Join these pages as soon as nothing else is under way; older wishes are forgotten."""
        self._wanted = tuple(pages)
        self._go_on()

    def stop(self) -> None:
        """Stop adding, also in the middle of a file."""
        self._waiting.clear()
        self._stop.set()
        if self.adding:
            self._bench.stop()

    def close(self) -> None:
        """End the process and forget the files. Nothing is answered afterwards."""
        self._waiting.clear()
        self._wanted = None
        self._stop.set()
        self._bench.stop()
        if self._at_it.acquire(blocking=False):  # else who holds it finds the process gone, and closes it
            try:
                self._bench.close()
            finally:
                self._at_it.release()

    def _go_on(self) -> None:
        if not self.rests:
            return
        if self._waiting:
            self._begin_adding()
        elif self._wanted is not None:
            self._begin_joining()
        self.changed.emit()

    def _begin_adding(self) -> None:
        chosen, self._waiting = tuple(self._waiting), []
        self.adding = True
        self._stop = stop = threading.Event()
        self._desk.start(
            self, lambda job: self._add(job, chosen, stop), self._take_added, self._break, self.stepped.emit
        )

    def _add(self, job: "Job", chosen: tuple[Chosen, ...], stop: threading.Event) -> Added:
        with self._at_it:
            return add_files(self._bench, chosen, job.report, stop.is_set)

    def _take_added(self, added: Added) -> None:
        self.adding = False
        self.added.emit(added)
        self._go_on()
        self.changed.emit()

    def _begin_joining(self) -> None:
        pages, self._wanted = self._wanted or (), None
        self.joining = True
        self._desk.start(self, lambda _job: self._join(pages), self._take_made, self._fail)

    def _join(self, pages: tuple[PageChoice, ...]) -> Sustento:
        with self._at_it:
            return self._bench.make(pages)

    def _take_made(self, made: Sustento) -> None:
        self.joining = False
        if self._wanted is None:
            self.made.emit(made)
        self._go_on()
        self.changed.emit()

    def _fail(self, error: Exception) -> None:
        self.joining = False
        if not isinstance(error, SustentoError):
            self.broken.emit(error)
        elif self._wanted is None and not isinstance(error, SustentoStoppedError):
            self.unmade.emit(error)
        self._go_on()
        self.changed.emit()

    def _break(self, error: Exception) -> None:
        self.adding = False
        self.broken.emit(error)
        self._go_on()
        self.changed.emit()
