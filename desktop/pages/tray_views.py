"""The person's own views of the tray: a name is asked, kept in the profile, forgotten when it is no use any more."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop.tasks.tray_readings import TrayReading, forget_view, save_view
from desktop.widgets.tray_dialogs import ask_name

if TYPE_CHECKING:
    from desktop.opened import Opened


class OwnViews(QObject):
    """`saved(key)`: the view to be shown now."""

    saved = Signal(str)

    def __init__(self, opened: "Opened", page: QWidget) -> None:
        super().__init__(page)
        self._opened, self._page = opened, page

    def save(self, found: TrayReading | None) -> None:
        """Ask for a name and keep what is shown under it."""
        if found is None:
            return
        name = ask_name(self._page.window(), tuple(one.name for one in found.views if one.saved))
        if name:
            vault, now = self._opened.vault, self._opened.clock.now()
            self._opened.desk.start(self, lambda _job: save_view(vault, name, found, now), self.saved.emit)

    def forget(self, key: str) -> None:
        """The view with this key goes; the first one is shown."""
        kind, _, name = key.partition(":")
        if kind == "saved":
            work = partial(forget_view, self._opened.vault, name)
            self._opened.desk.start(self, lambda _job: work(), lambda _none: self.saved.emit("waiting"))
