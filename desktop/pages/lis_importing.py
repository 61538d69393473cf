"""Taking old payroll files in, as the page sees it: starts, tells how far it is, stops. Work on the pool."""

import threading
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from storage.lis_records import ImportFate, ImportReport

if TYPE_CHECKING:
    from desktop.opened import Opened
    from desktop.tasks.desk import Job


class Importing(QObject):
    """`began`, `moved(ImportProgress)`, `ended(tuple of ImportReport)`, `broken(Exception)`; of what is lacking in the
    index: `noted(done, total)`, `completed(whether all of it)`."""

    began = Signal()
    moved = Signal(object)
    ended = Signal(object)
    broken = Signal(object)
    noted = Signal(int, int)
    completed = Signal(bool)

    def __init__(self, opened: "Opened", parent: QObject) -> None:
        super().__init__(parent)
        self._opened = opened
        self._stop = threading.Event()
        self.running = False
        self.paths: tuple[Path, ...] = ()
        opened.desk.closing.connect(self.stop)

    def take(self, paths: Sequence[Path], *, replace: bool = False) -> None:
        """Take these files and the .lis files below these folders; nothing while another import runs."""
        if self.running or not paths:
            return
        self.running, self.paths = True, tuple(paths)
        self._stop = stop = threading.Event()
        self.began.emit()
        self._opened.desk.start(
            self, lambda job: self._work(job, tuple(paths), stop, replace=replace), self._end, self._break,
            self.moved.emit,
        )  # fmt: skip

    def complete(self) -> None:
        """Note schools and posts of what was taken in before the index had them; nothing while an import runs."""
        if self.running:
            return
        self.running = True
        self._stop = stop = threading.Event()
        self.began.emit()
        self._opened.desk.start(
            self, lambda job: self._completed(job, stop), self._end_completing, self._break,
            lambda both: self.noted.emit(*both),
        )  # fmt: skip

    def _completed(self, job: "Job", stop: threading.Event) -> bool:
        from storage.lis_completing import complete_index

        with self._opened.vault.lis() as db:
            return complete_index(db, lambda done, total: job.report((done, total)), stop.is_set)

    def _end_completing(self, whole: bool) -> None:
        self.running = False
        self.completed.emit(whole)

    def stop(self) -> None:
        """End after the stretch under way; what was read stays."""
        self._stop.set()

    def _work(
        self, job: "Job", paths: tuple[Path, ...], stop: threading.Event, *, replace: bool
    ) -> tuple[ImportReport, ...]:
        from storage.lis_import import Importer

        reports: list[ImportReport] = []
        with self._opened.vault.lis() as db:
            importer = Importer(db)
            for path in lis_files_in(paths):
                reports.append(
                    importer.take(
                        path, at=self._opened.clock.now(), report=job.report, stopped=stop.is_set, replace=replace
                    )
                )
                if reports[-1].fate is ImportFate.STOPPED:
                    break
        return tuple(reports)

    def _end(self, reports: tuple[ImportReport, ...]) -> None:
        self.running = False
        self.ended.emit(reports)

    def _break(self, error: Exception) -> None:
        self.running = False
        self.broken.emit(error)


def lis_files_in(paths: Sequence[Path]) -> list[Path]:
    """The files named, and the .lis files below the folders named."""
    found: list[Path] = []
    for path in paths:
        found += sorted(each for each in path.rglob("*") if each.suffix.lower() == ".lis") if path.is_dir() else [path]
    return found
