"""Tells the window what the office answered: a notice when a state changes, and how many requests want the person."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop.presenters.requests_news import filed_words, news_words, tone_of, waiting_count
from storage.request_records import QUEUED, RequestState

if TYPE_CHECKING:
    from desktop.opened import Opened
    from desktop.tasks.desk import Job
    from desktop.tasks.exchange import Exchange
    from desktop.tasks.request_readings import RequestsReading
    from desktop.windows.main_window import MainWindow
    from storage.connection import Connection
    from storage.request_records import ShownRequest


class RequestNotices(QObject):
    """Looks after each exchange. What is unseen since before this session waits on Inicio, without a notice."""

    def __init__(
        self, opened: "Opened", exchange: "Exchange", window: "MainWindow", parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._desk, self._clock, self._window = opened.desk, opened.clock, window
        self._told: set[tuple[str, str]] | None = None  # None: nothing was looked at yet
        self._queued: set[str] = set()  # on their way when we last looked
        self._coded: set[str] = set()  # the office had them by then
        self._job: Job | None = None
        exchange.facts_changed.connect(self.look)
        exchange.changed.connect(self._look_once)

    def look(self) -> None:
        """Read what the office said."""
        if self._job is not None:
            self._job.cancel()
        self._job = self._desk.ask(self, _read, self._tell)

    def _look_once(self) -> None:
        if self._job is None:
            self.look()

    def _tell(self, reading: "RequestsReading") -> None:
        self._window.show_waiting("requests", waiting_count(reading.every))
        filed = [one for one in reading.every if self._is_filed_since(one)]
        fresh = [one for one in reading.unseen if self._told is not None and _key(one) not in self._told]
        self._queued = {one.uuid for one in reading.every if one.state in QUEUED}
        self._coded = {one.uuid for one in reading.every if one.code}
        self._told = (self._told or set()) | {_key(one) for one in reading.unseen}
        if self._window.current == "requests":  # it is before the person's eyes
            return
        news = news_words(fresh, (self._clock.now(), reading.calendar))
        if news or filed:
            words = " ".join(part for part in (news, filed_words(filed)) if part)
            self._window.say_request_news(words, tone_of(fresh) if news else "good")

    def _is_filed_since(self, one: "ShownRequest") -> bool:
        """Whether the office confirmed a wish of ours since we last looked.

        One loop takes a small wish there and brings its fact: it may never be seen on its way. Where it was just
        written, the page itself tells its code.
        """
        if self._told is None or one.own is None or one.state is not RequestState.FILED or one.uuid in self._coded:
            return False
        return one.uuid in self._queued or self._window.current != "legajo"


def _key(shown: "ShownRequest") -> tuple[str, str]:
    return shown.uuid, shown.state.value


def _read(db: "Connection") -> "RequestsReading":
    from desktop.tasks.request_readings import read_requests

    return read_requests(db)
