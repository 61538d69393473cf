"""The computer's choices while the program runs: look, minutes to lock. Applied at once, kept on disk."""

import threading
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from desktop.preferences import Preferences, save
from desktop.tasks.desk import Desk, Job
from desktop.theme import Appearance, Look, theme


class Choices(QObject):
    """`preferences` is what holds now; `changed` after a change."""

    changed = Signal()

    def __init__(self, home: Path, preferences: Preferences, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.home = home
        self.preferences = preferences
        self._desk = desk
        self._saving = threading.Lock()

    def dress(self) -> None:
        """Put the chosen look on the program."""
        theme().apply(Look(Appearance(self.preferences.appearance), self.preferences.text_size))

    def choose(self, **changes: Any) -> None:
        """Change something, show it, and save it in the background. A folder that refuses is shown as trouble."""
        chosen = self.preferences.with_changes(**changes)
        if chosen == self.preferences:
            return
        self.preferences = chosen
        self._desk.start(self, lambda job: self._keep(chosen, job), lambda _nothing: None)
        self.dress()
        self.changed.emit()

    def _keep(self, chosen: Preferences, _job: Job) -> None:
        # Two savings may overtake each other on the pool: one at a time, and only the newest is worth writing.
        with self._saving:
            if chosen is self.preferences:
                save(self.home, chosen)
