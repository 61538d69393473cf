"""The background pool: reads, renders, exports and key derivation off the UI thread, answers on it.

Each thread of the pool opens its own connection to the cache at its first read and closes it when the desk closes
(that is at lock). Not for the exchange with the office: that has a thread of its own (`desktop.tasks.sync_thread`).
"""

import contextlib
import queue
import threading
import weakref
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

import shiboken6
from PySide6.QtCore import QObject, Qt, Signal
from typing_extensions import override

if TYPE_CHECKING:
    from documents.page_image_apart import PagesApart
    from storage.connection import Connection
    from storage.profile import Vault

T = TypeVar("T")
THREADS = 2


class Job:
    """One piece of work. `cancel` drops its answer and asks the work to stop at its next look at `cancelled`."""

    def __init__(self, desk: "Desk", asker: QObject) -> None:
        self.cancelled = threading.Event()
        self._desk = desk
        self._asker = weakref.ref(asker)
        self.done: Callable[[Any], None] | None = None
        self.failed: Callable[[Exception], None] | None = None
        self.progressed: Callable[[Any], None] | None = None

    def cancel(self) -> None:
        """Nothing of this job is answered from now on."""
        self.cancelled.set()

    def report(self, value: object) -> None:
        """Tell the asker how far the work is; called from the pool."""
        self._desk.answer(self, lambda: self.progressed(value) if self.progressed else None)

    @property
    def wanted(self) -> bool:
        """Whether somebody still waits for the answer."""
        asker = self._asker()
        return not self.cancelled.is_set() and asker is not None and shiboken6.isValid(asker)


Work = Callable[["_Thread"], None]


class _Thread(threading.Thread):
    """One thread of the pool, with its own connection while it lives."""

    def __init__(self, errands: "queue.SimpleQueue[Work | None]", vault: "Vault | None") -> None:
        super().__init__(name="desk", daemon=True)
        self._errands = errands
        self._vault = vault
        self._db: Connection | None = None

    @override
    def run(self) -> None:
        """Take errands until the one that says stop."""
        while (errand := self._errands.get()) is not None:
            errand(self)
            del errand  # or the last job would keep its asker alive while the thread waits
        if self._db is not None:
            self._db.close()

    def db(self) -> "Connection":
        """This thread's connection. RuntimeError on a desk without a vault."""
        if self._vault is None:
            raise RuntimeError("no profile is open at this desk")
        if self._db is None:
            self._db = self._vault.cache()
        return self._db


class Desk(QObject):
    """The pool of one opened profile, or of the windows before it (then without a vault)."""

    closing = Signal()  # work that would take long ends now
    _answered = Signal(object, object)

    def __init__(self, vault: "Vault | None" = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._errands: queue.SimpleQueue[Work | None] = queue.SimpleQueue()
        self._threads = [_Thread(self._errands, vault) for _ in range(THREADS)]
        self._started = False
        self._closed = False
        self.last_writes: list[Callable[[], None]] = []  # what somebody has not saved yet when the profile closes
        self._foreign: PagesApart | None = None
        self._answered.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def ask(
        self,
        asker: QObject,
        work: "Callable[[Connection], T]",
        done: Callable[[T], None],
        failed: Callable[[Exception], None] | None = None,
    ) -> Job:
        """Run `work` with the pool thread's connection; `done` gets its result on the UI thread."""
        return self._enqueue(Job(self, asker), lambda thread, _job: work(thread.db()), done, failed)

    def start(
        self,
        asker: QObject,
        work: Callable[[Job], T],
        done: Callable[[T], None],
        failed: Callable[[Exception], None] | None = None,
        progressed: Callable[[Any], None] | None = None,
    ) -> Job:
        """Run work that needs no connection. It may `job.report(...)` and looks at `job.cancelled` now and then."""
        job = Job(self, asker)
        job.progressed = progressed
        return self._enqueue(job, lambda _thread, running: work(running), done, failed)

    @property
    def foreign_pages(self) -> "PagesApart":
        """Where PDFs that somebody else sent are drawn: a process of their own, shared by all views of this desk."""
        if self._foreign is None:
            from documents.page_image_apart import PagesApart

            self._foreign = PagesApart()
        return self._foreign

    def close(self, seconds: float = 5.0, *, finish: bool = False) -> None:
        """Finish what runs, drop what waits (unless `finish`), close the connections.

        Asking afterwards answers nothing.
        """
        self._closed = True
        self.closing.emit()
        with contextlib.suppress(queue.Empty):
            while not finish:
                self._errands.get_nowait()
        for _thread in self._threads:
            self._errands.put(None)
        for thread in self._threads if self._started else ():
            thread.join(seconds)
        if self._foreign is not None:
            self._foreign.close()
        if self.last_writes:  # after every other write, and not on the UI thread either
            last = threading.Thread(target=lambda: [write() for write in self.last_writes], name="desk-last")
            last.start()
            last.join(seconds)

    def answer(self, job: Job, call: Callable[[], None]) -> None:
        """Have `call` made on the UI thread if the job is still wanted then."""
        if shiboken6.isValid(self):
            self._answered.emit(job, call)

    def _enqueue(
        self,
        job: Job,
        work: Callable[[_Thread, Job], T],
        done: Callable[[T], None],
        failed: Callable[[Exception], None] | None,
    ) -> Job:
        job.done, job.failed = done, failed
        if self._closed:  # a signal that was on its way when the profile closed
            job.cancel()
            return job
        if not self._started:
            self._started = True
            for thread in self._threads:
                thread.start()
        self._errands.put(lambda thread: self._run(thread, job, work))
        return job

    def _run(self, thread: _Thread, job: Job, work: Callable[[_Thread, Job], T]) -> None:
        if not job.wanted:
            return
        try:
            result = work(thread, job)
        except Exception as error:  # noqa: BLE001 - whatever it is, it is answered or raised on the UI thread
            failure = error
            self.answer(job, lambda: _fail(job, failure))
            return
        self.answer(job, lambda: job.done(result) if job.done else None)

    def _deliver(self, job: Job, call: Callable[[], None]) -> None:
        # After the close an answer may still wait in the event loop; acting on it would ask the closed desk for more.
        if job.wanted and not self._closed:
            call()


def _fail(job: Job, error: Exception) -> None:
    if job.failed is None:
        raise error
    job.failed(error)
