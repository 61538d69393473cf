"""Tells the window of decisions that were not applied: a notice, and a figure beside Bandeja, until they are read."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from datetime import datetime

    from desktop.opened import Opened
    from desktop.presenters.tray_refused import RefusedLine
    from desktop.tasks.desk import Job
    from desktop.tasks.exchange import Exchange
    from desktop.windows.main_window import MainWindow
    from storage.connection import Connection


class TrayNotices(QObject):
    """Looks when the profile was opened and after each exchange; each refusal is told once in a sitting."""

    def __init__(
        self, opened: "Opened", exchange: "Exchange", window: "MainWindow", parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._opened, self._exchange, self._window = opened, exchange, window
        self._told: set[str] = set()  # requests
        self._job: Job | None = None
        exchange.facts_changed.connect(self.look)
        exchange.changed.connect(self._look_at_rest)

    def look(self) -> None:
        """Read what was not applied."""
        if self._job is not None:
            self._job.cancel()
        now = self._opened.clock.now()
        self._job = self._opened.desk.ask(self, lambda db: _read(db, now), self._tell)

    def _look_at_rest(self) -> None:
        """Also when something was read: whoever did it asks for the counts."""
        if self._exchange.situation.progress is None:
            self.look()

    def _tell(self, lines: "tuple[RefusedLine, ...]") -> None:
        self._window.show_waiting("tray", len(lines))
        fresh = [line for line in lines if line.request not in self._told]
        self._told |= {line.request for line in lines}
        if fresh and "tray" in self._window.keys and self._window.current not in {"tray", "sync"}:
            from desktop.presenters.tray_refused import notice_words

            self._window.say_refused(notice_words(fresh), fresh[0].request)


def _read(db: "Connection", now: "datetime") -> "tuple[RefusedLine, ...]":
    """On the pool; the code is read there too, or the first window would wait for it."""
    from desktop.tasks.tray_readings import read_refused

    return read_refused(db, now)
