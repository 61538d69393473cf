"""One copy of a PDF outside the vault: written by the pool, never over another file without being told to."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop.presenters.export import fault_words, replace_words, saved_words
from desktop.tasks.exporting import TargetExistsError, save_copy
from desktop.widgets.dialogs import ask, tell_trouble

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from desktop.tasks.desk import Desk


class CopySaving(QObject):
    """`told(words, tone)` when it is there. `ask`: whether a file of that name is to be replaced."""

    told = Signal(str, str)

    def __init__(self, desk: "Desk", window: QWidget) -> None:
        super().__init__(window)
        self._desk, self._window = desk, window
        self.ask: Callable[..., bool] = ask

    def save(self, pdf: bytes, target: "Path", *, overwrite: bool = False) -> None:
        """Write it; a fault is told in a dialog, and nothing is left half written."""
        self._desk.start(
            self,
            lambda _job: save_copy(pdf, target, overwrite=overwrite),
            lambda _nothing: self.told.emit(saved_words(target), "good"),
            lambda error: self._not_saved(error, pdf, target),
        )

    def _not_saved(self, error: Exception, pdf: bytes, target: "Path") -> None:
        if not isinstance(error, TargetExistsError):
            tell_trouble(self._window.window(), fault_words(error))
        elif self.ask(self._window.window(), *replace_words(target.name), dangerous=True):
            self.save(pdf, target, overwrite=True)
