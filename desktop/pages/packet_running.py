"""A job's run as the page sees it: starts, tells how far it is, stops. Work on the pool; one run at a time."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.tasks.packet_running import JobRunning, begin
from desktop.widgets.packet_maker import Wanted

if TYPE_CHECKING:
    from desktop.opened import Opened
    from desktop.tasks.desk import Job
    from documents.seal.keys import IssuerKey
    from storage.packet_records import PacketJob


class PacketRunning(QObject):
    """`began(PacketJob)`, `moved(PacketStep)`, `ended(PacketJob)`, `broken(Exception)`. `job` while one runs."""

    began = Signal(object)
    moved = Signal(object)
    ended = Signal(object)
    broken = Signal(object)

    def __init__(self, opened: "Opened", parent: QObject) -> None:
        super().__init__(parent)
        self._opened = opened
        self._running: JobRunning | None = None
        opened.desk.closing.connect(self.stop)

    @property
    def job(self) -> "PacketJob | None":
        """The one that runs now."""
        return self._running.job if self._running else None

    def start(self, wanted: Wanted, office: str, key: "IssuerKey | None") -> None:
        """Note a new job and run it."""
        vault, clock = self._opened.vault, self._opened.clock
        if self._running is not None:
            return
        self._opened.desk.start(
            self, lambda _job: begin(vault, wanted.recipe, wanted.people, wanted.folder, office, clock),
            lambda job: self.go(job, key), self.broken.emit,
        )  # fmt: skip

    def go(self, job: "PacketJob", key: "IssuerKey | None") -> None:
        """Run a noted job, from where it stopped."""
        if self._running is not None:
            return
        self._running = running = JobRunning(self._opened.vault, job, self._opened.clock)
        self.began.emit(job)

        def work(job: "Job") -> "PacketJob":
            return running.go(job.report, key)

        self._opened.desk.start(self, work, self._end, self._break, self.moved.emit)

    def stop(self) -> None:
        """End after what is under way; what is written stays, and the job can go on."""
        if self._running is not None:
            self._running.stop()

    def _end(self, job: "PacketJob") -> None:
        self._running = None
        self.ended.emit(job)

    def _break(self, error: Exception) -> None:
        self._running = None
        self.broken.emit(error)
