"""A scripted engine, for what happens around an exchange and not in it."""

import threading
from collections.abc import Callable, Iterator

import pytest

from desktop.opened import Opened
from desktop.tasks.exchange import Exchange
from desktop.tasks.reachability import silent
from desktop.tasks.sync_thread import SyncThread
from sync.core.outcome import Cancelled, Outcome, Progress, UpToDate


class Script:
    """Stands where the engine stands and does what the test says: the thread's own behaviour is what is tested."""

    def __init__(self, outcomes: list[Outcome], seconds: float | None = None) -> None:
        self.outcomes, self.seconds = outcomes, seconds
        self.ran: list[bool] = []
        self.hold = threading.Event()
        self.hold.set()
        self.thread = ""

    def let_go(self) -> None:
        """No connection rests here."""

    def wait_seconds(self) -> float | None:
        return self.seconds

    def run(self, *, report: Callable[[Progress], None], cancelled: threading.Event, asked: bool) -> Outcome:
        self.thread = threading.current_thread().name
        self.ran.append(asked)
        self.seconds = None
        if not self.hold.is_set():
            cancelled.wait(10)
            return Cancelled()
        return self.outcomes.pop(0) if self.outcomes else UpToDate()


@pytest.fixture
def script() -> Script:
    """What the exchanges of this test come to; everything is up to date unless it says otherwise."""
    return Script([])


@pytest.fixture
def exchange(opened: Opened, script: Script) -> Iterator[Exchange]:
    """A real exchange object with its real thread, over a scripted engine."""
    made = Exchange(opened, SyncThread(lambda: script), silent)  # type: ignore[arg-type,return-value] # as the engine
    yield made
    assert made.stop()
