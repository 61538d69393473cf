"""Keeps the sealed copy of the queue as the queue is: after each change, on the pool, and nobody waits for it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop.tasks.stick_door import computer_name

if TYPE_CHECKING:
    from desktop.opened import Opened
    from desktop.tasks.exchange import Counts, Exchange


class QueueCopy(QObject):
    """Listens to the exchange, which counts the queue again whenever something was put into it or left it."""

    def __init__(self, opened: "Opened", exchange: "Exchange", parent: QObject) -> None:
        super().__init__(parent)
        self._opened, self._exchange = opened, exchange
        self._seen: Counts | None = None
        self._stamp = ""
        self._running = False
        exchange.changed.connect(self._look)

    def _look(self) -> None:
        counts = self._exchange.counts
        if self._running or counts is None or counts is self._seen:
            return
        self._running, self._seen = True, counts
        self._opened.desk.start(self, lambda _job: self._keep(), self._kept, self._failed)

    def _keep(self) -> str:
        from sync.stick.keeping import keep_queue

        return keep_queue(self._opened.vault, self._opened.clock, name=computer_name(), before=self._stamp)

    def _kept(self, stamp: str) -> None:
        self._stamp, self._running = stamp, False
        self._look()

    def _failed(self, _error: Exception) -> None:
        """Nobody to seal to yet, or no room: the queue itself is where it was, and the next change tries again."""
        self._running = False
