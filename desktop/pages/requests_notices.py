"""Tells the window what the office answered: a notice when a state changes, and how many requests want the person."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop.presenters.requests_news import news_words, tone_of, waiting_count

if TYPE_CHECKING:
    from desktop.opened import Opened
    from desktop.tasks.desk import Job
    from desktop.tasks.exchange import Exchange
    from desktop.tasks.request_readings import RequestsReading
    from desktop.windows.main_window import MainWindow
    from storage.connection import Connection


class RequestNotices(QObject):
    """Looks after each exchange. What is unseen since before this session waits on Inicio, without a notice."""

    def __init__(
        self, opened: "Opened", exchange: "Exchange", window: "MainWindow", parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._desk, self._clock, self._window = opened.desk, opened.clock, window
        self._told: set[tuple[str, str]] | None = None  # None: nothing was looked at yet
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
        states = {(shown.uuid, shown.state.value) for shown in reading.unseen}
        if self._told is not None and self._window.current != "requests":
            fresh = [one for one in reading.unseen if (one.uuid, one.state.value) not in self._told]
            words = news_words(fresh, (self._clock.now(), reading.calendar))
            if words:
                self._window.say_request_news(words, tone_of(fresh))
        self._told = (self._told or set()) | states


def _read(db: "Connection") -> "RequestsReading":
    from desktop.tasks.request_readings import read_requests

    return read_requests(db)
