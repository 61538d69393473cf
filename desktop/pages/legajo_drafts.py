"""Keeps what the person writes: half a second after typing stops, in order, on the pool, never on the UI thread.

One `DraftKeeper` for each editor that is open. Nothing is "En cola" before the store has it on disk.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

import shiboken6
from PySide6.QtCore import QObject, QTimer, Signal

from sync.identifiers import new_id

if TYPE_CHECKING:
    from desktop.opened import Opened
    from desktop.tasks.desk import Job
    from storage.connection import Connection
    from storage.request_records import OwnRequest, RequestContent

T = TypeVar("T")
PAUSE = 500  # milliseconds without typing


class DraftKeeper(QObject):
    """`saved` when everything written so far is on disk; `unsaved` at the first change after it; `failed(error)`."""

    unsaved = Signal()
    saved = Signal()
    failed = Signal(object)

    def __init__(self, opened: "Opened", uuid: str = "", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._opened = opened
        self.uuid = uuid or new_id()
        self._begun = bool(uuid)  # whether the store has it, or a save that makes it is on its way
        self._waiting: RequestContent | None = None  # written and not on its way to the disk yet
        self._running = False
        self._after: list[Callable[[], None]] = []
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self._save)

    @property
    def begun(self) -> bool:
        """Whether there is a draft at all: opening an editor and writing nothing makes none."""
        return self._begun

    @property
    def at_rest(self) -> bool:
        """Whether everything that was written is on disk."""
        return self._waiting is None and not self._running

    def put(self, content: "RequestContent") -> None:
        """This is the draft now; it is saved when typing stops."""
        if self.at_rest:
            self.unsaved.emit()
        self._waiting = content
        if self._last_write not in self._opened.desk.last_writes:
            self._opened.desk.last_writes.append(self._last_write)
        self._pause.start()

    def flush(self, then: Callable[[], None] | None = None) -> None:
        """Save at once what waits; `then` when it is on disk."""
        if then is not None:
            self._after.append(then)
        self._pause.stop()
        self._save()

    def queue(self, content: "RequestContent", done: "Callable[[OwnRequest], None]") -> None:
        """Freeze the wish and put it into the queue; `done` when it is on disk. A refusal comes by `failed`."""
        from storage.drafts import queue

        uuid, now = self.uuid, self._opened.clock.now()
        self._waiting = content
        self.flush(lambda: self._write(lambda db: queue(db, uuid, content, now), done))

    def discard(self, done: Callable[[], None]) -> None:
        """Remove the draft; what waits is not saved any more."""
        from storage.drafts import discard_draft

        self._pause.stop()
        self._waiting = None
        self._nothing_left()
        uuid = self.uuid
        if not self._begun:
            done()
            return
        self._after.append(lambda: self._write(lambda db: discard_draft(db, uuid), lambda _nothing: done()))
        if not self._running:
            self._go_on()

    def keep_file(self, sha256: str, content: bytes, done: Callable[[], None]) -> None:
        """Keep the file of a sustento; `done` when it is on disk, and only then may a draft name it."""
        from storage.attachments import keep_file

        self._write(lambda db: keep_file(db, sha256, content), lambda _nothing: done())

    def _save(self) -> None:
        if self._running:
            return  # one write at a time, or an older one could come last
        content, self._waiting = self._waiting, None
        if content is None:
            self._go_on()
            return
        from storage.drafts import new_draft, save_draft

        uuid, now, begun = self.uuid, self._opened.clock.now(), self._begun
        self._begun = self._running = True

        def work(db: "Connection") -> None:
            if begun:
                save_draft(db, uuid, content, now)
            else:
                new_draft(db, uuid, content, now)

        self._write(work, lambda _nothing: self._rest(), lambda error: self._not_saved(error, content, begun=begun))

    def _last_write(self) -> None:
        """The profile closes with something unsaved: the desk calls this when its pool has ended."""
        from storage.drafts import new_draft, save_draft

        if self._waiting is not None:
            with self._opened.vault.outbox() as db:
                write = save_draft if self._begun else new_draft
                write(db, self.uuid, self._waiting, self._opened.clock.now())

    def _nothing_left(self) -> None:
        if self._last_write in self._opened.desk.last_writes:
            self._opened.desk.last_writes.remove(self._last_write)

    def _rest(self) -> None:
        self._running = False
        if not shiboken6.isValid(self):  # the page went meanwhile; what it wrote is kept
            return
        if self._waiting is not None and not self._pause.isActive():
            self._save()
        elif self._waiting is None:
            self._nothing_left()
            self.saved.emit()
            self._go_on()

    def _not_saved(self, error: Exception, content: "RequestContent", *, begun: bool) -> None:
        self._running, self._begun = False, begun
        self._waiting = self._waiting or content  # the next change, or "Guardar", tries again
        self._after.clear()
        self._fail(error)

    def _go_on(self) -> None:
        after, self._after = self._after, []
        for act in after:
            act()

    def _write(
        self,
        work: "Callable[[Connection], T]",
        done: Callable[[T], None],
        failed: Callable[[Exception], None] | None = None,
    ) -> None:
        vault = self._opened.vault

        def run(_job: "Job") -> T:
            with vault.outbox() as db:
                return work(db)

        # The desk asks for itself: a write that is on its way is done even when the page is gone.
        self._opened.desk.start(self._opened.desk, run, done, failed or self._fail)

    def _fail(self, error: Exception) -> None:
        if shiboken6.isValid(self):
            self.failed.emit(error)
