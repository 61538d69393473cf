"""Reads every page of an opened profile's files now and then: weekly, and after an end that was no end (power, kill).

Some minutes after opening, on the desk, beside whatever else goes on. What is owed and what was found is remembered
among the computer's preferences, so that short sittings do not put it off for ever. Mending is `desktop.bootstrap`'s,
at the next opening, when nobody else uses the files.
"""

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.preferences import FilesCheck

if TYPE_CHECKING:
    from desktop.choices import Choices
    from desktop.opened import Opened

DELAY = 5 * 60 * 1000  # milliseconds after opening: the first exchange and the first look at things go before
AGAIN = 20 * 60 * 1000  # when the check found no moment to begin
EVERY = 7  # days


def is_due(check: FilesCheck, today: date) -> bool:
    """Whether a check is owed. One that lies ahead of today was noted by a clock that has been set back since."""
    if check.owed or not check.looked:
        return True
    return not 0 <= (today - date.fromisoformat(check.looked)).days < EVERY


class Examining(QObject):
    """`found(names)` once, with the names of the damaged files."""

    found = Signal(object)

    def __init__(self, opened: "Opened", choices: "Choices", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._opened, self._choices = opened, choices
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.look)

    @property
    def waiting(self) -> bool:
        """Whether a check is planned."""
        return self._timer.isActive()

    def begin(self) -> None:
        """The profile is open from now on; if it was so already, it was never closed."""
        known = self._known
        self._note(replace(known, opened=True, owed=known.owed or known.opened))
        if is_due(self._known, self._today):
            self._timer.start(DELAY)

    def close(self) -> None:
        """The profile closes as it should."""
        self._timer.stop()
        self._note(replace(self._known, opened=False))

    def look(self) -> None:
        """Check now."""
        vault = self._opened.vault
        self._opened.desk.start(self, lambda _job: vault.find_damage(), self._looked, self._hindered)

    def _looked(self, damaged: tuple[Path, ...]) -> None:
        self._note(replace(self._known, looked=self._today.isoformat(), owed=False, damaged=bool(damaged)))
        if damaged:
            self.found.emit(tuple(path.name for path in damaged))

    def _hindered(self, error: Exception) -> None:
        from storage.errors import WorldError

        if not isinstance(error, WorldError):
            raise error
        self._timer.start(AGAIN)  # it stays owed

    @property
    def _today(self) -> date:
        return self._opened.clock.now().date()

    @property
    def _known(self) -> FilesCheck:
        return self._choices.preferences.files.get(self._opened.vault.directory.name, FilesCheck())

    def _note(self, check: FilesCheck) -> None:
        files = self._choices.preferences.files | {self._opened.vault.directory.name: check}
        self._choices.choose(files=files)
