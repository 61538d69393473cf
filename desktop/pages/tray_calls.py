"""Work of the page Bandeja on the pool: of each sort one at a time, a newer one makes the older superfluous."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from desktop.tasks.desk import Desk, Job

T = TypeVar("T")
LIST, COUNTS, CASE, FILE = "list", "counts", "case", "file"


class OfficeCalls(QObject):
    """`failed(sort, error)`."""

    failed = Signal(str, object)

    def __init__(self, desk: "Desk", parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._jobs: dict[str, Job] = {}

    def run(self, sort: str, work: "Callable[[Job], T]", done: Callable[[T], None]) -> None:
        """Do it off this thread; `done` gets the answer here."""
        if sort in self._jobs:
            self._jobs[sort].cancel()
        self._jobs[sort] = self._desk.start(self, work, done, partial(self.failed.emit, sort))
