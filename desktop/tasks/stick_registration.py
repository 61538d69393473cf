"""Telling the central API of this computer, after the first exchange that worked: then an office can bring it packets.
Where sticks come, it is told after each exchange that brought news, so that the next stick has only what is new. And
what another profile of the same person's had in its queue is handed in, once a session: its password may be forgotten.

Not the person's business and not in their way: what fails is tried again after the next exchange.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop.tasks.stick_door import StickDoor
from sync.core.outcome import Updated, UpToDate
from sync.errors import RefusedError

if TYPE_CHECKING:
    from threading import Event

    from desktop.opened import Opened
    from desktop.tasks.exchange import Exchange


class StickRegistration(QObject):
    """Listens to the exchange."""

    def __init__(self, opened: "Opened", exchange: "Exchange", parent: QObject) -> None:
        super().__init__(parent)
        self._opened, self._exchange = opened, exchange
        self._door = StickDoor(opened.vault, opened.clock)
        self.done = False
        self._refused = self._running = False
        exchange.facts_changed.connect(self._look)

    def _look(self) -> None:
        outcome = self._exchange.situation.outcome
        news = isinstance(outcome, Updated)
        wanted = news or (isinstance(outcome, UpToDate) and not self.done)
        if self._refused or self._running or not wanted:
            return
        self._running = True
        first = not self.done
        self._opened.desk.start(self, lambda job: self._tell(job.cancelled, news, first), self._end, self._leave)

    def _tell(self, cancelled: "Event", news: bool, first: bool) -> int:
        self._door.register(cancelled, news=news)
        return self._door.rescue(cancelled) if first else 0

    def _end(self, rescued: int) -> None:
        self.done, self._running = True, False
        if rescued:
            self._exchange.sync_now()

    def _leave(self, error: Exception) -> None:
        """What the central API refuses it refuses again: a revoked key is for the person to renew."""
        self.done = self._refused = isinstance(error, RefusedError)
        self._running = False
