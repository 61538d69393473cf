"""The one thread that exchanges with the office. It waits for a request, for its own time or for a network.

Not for deciding anything about an exchange: that is `sync.engine`.
"""

import threading
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QThread, Signal
from typing_extensions import override

if TYPE_CHECKING:
    from collections.abc import Callable

    from sync.engine import Engine

LONGEST_WAIT = 3600.0  # seconds; a wait without end would outlive a clock that jumps


class SyncThread(QThread):
    """Runs `make_engine()`, built on this thread, once for every wake. Signals arrive on the UI thread."""

    began = Signal()
    progressed = Signal(object)  # sync.core.outcome.Progress
    finished_exchange = Signal(object)  # sync.core.outcome.Outcome
    planned = Signal(object)  # seconds until it goes by itself, None: only when asked
    broken = Signal(object)  # an exception that no engine should raise

    def __init__(self, make_engine: "Callable[[], Engine]", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._make_engine = make_engine
        self._bell = threading.Condition()
        self._wanted = False
        self._asked = False  # this exchange is the person's wish, not the plan's
        self._stopping = False
        self._anew = False  # the network is another: no resting connection is used
        self._cancelled = threading.Event()

    def sync_now(self) -> None:
        """Exchange as soon as possible; while one runs, nothing."""
        with self._bell:
            self._wanted = True
            self._bell.notify()

    def network_changed(self) -> None:
        """The next exchange goes out over a connection of its own."""
        self._anew = True

    def cancel(self) -> None:
        """Stop the exchange that runs; what has arrived is kept."""
        self._cancelled.set()

    def stop(self, seconds: float = 10.0) -> bool:
        """End the thread; True when it is over within the time."""
        with self._bell:
            self._stopping = True
            self._cancelled.set()
            self._bell.notify()
        return not self.isRunning() or self.wait(round(seconds * 1000))

    def resume(self) -> None:
        """Begin again after `stop`."""
        self._stopping = False
        self.start()

    @override
    def run(self) -> None:
        try:
            engine = self._make_engine()
            try:
                while self._awaited(engine):
                    self._exchange(engine)
            finally:
                engine.let_go()
        except Exception as error:  # noqa: BLE001 - it is shown on the UI thread, not lost with this one
            self.broken.emit(error)

    def _exchange(self, engine: "Engine") -> None:
        asked, self._asked = self._asked, False
        if self._anew:
            self._anew = False
            engine.let_go()
        self.began.emit()
        outcome = engine.run(report=self.progressed.emit, cancelled=self._cancelled, asked=asked)
        self.finished_exchange.emit(outcome)

    def _awaited(self, engine: "Engine") -> bool:
        """Sleep until something wants an exchange; False when the thread shall end."""
        with self._bell:
            while not (self._wanted or self._stopping):
                seconds = engine.wait_seconds()
                if seconds is not None and seconds <= 0:
                    break
                self.planned.emit(seconds)
                self._bell.wait(LONGEST_WAIT if seconds is None else min(seconds, LONGEST_WAIT))
            self._asked, self._wanted = self._wanted, False
            if self._stopping:
                return False
            self._cancelled.clear()
            return True
