"""The composition root: which window follows which, and who is made from what. The only place that knows every part.

no profile ──> SignInWindow ──┐
profiles ────> UnlockWindow ──┴─> vault ──> MainWindow ── lock, idle, erase ──> the process ends and begins anew
       either <──> VerifyWindow, which needs no profile
"""

from dataclasses import dataclass, replace
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QWidget

from desktop.arrivals import Arrivals
from desktop.choices import Choices
from desktop.opened import Opened
from desktop.preferences import Preferences
from desktop.presenters.errors import explain
from desktop.tasks.desk import Desk
from desktop.tasks.office import Office
from desktop.widgets.dialogs import tell_trouble

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.custody import Custody
    from desktop.pages.verify_page import VerifyPage
    from desktop.tasks.reachability import Listen
    from desktop.tasks.restart import Restart
    from desktop.windows.credentials_form import Guest
    from desktop.windows.help import HelpWindow
    from desktop.windows.main_window import MainWindow
    from desktop.windows.night import NightWindow
    from desktop.windows.verify_window import VerifyWindow
    from storage.profile import KdfCost, Vault
    from storage.profile_card import ProfileCard
    from storage.salvage import Salvaged
    from sync.clock import Clock


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the program stands in; tests and the demo give their own."""

    home: Path
    clock: "Clock"
    restart: "Restart"
    listen: "Listen"
    server: str = ""  # of a first sign-in; empty: the person types it
    guests: "tuple[Guest, ...]" = ()
    cost: "KdfCost | None" = None  # None: calibrated on this computer


class Program(QObject):
    """Lives as long as the process. `window` is the one that is shown."""

    def __init__(self, surroundings: Surroundings, preferences: Preferences) -> None:
        super().__init__()
        self.surroundings = surroundings
        self.desk = Desk()
        self.choices = Choices(surroundings.home, preferences, self.desk, self)
        self.window: QWidget | None = None
        self.custody: Custody | None = None
        self.help: HelpWindow | None = None
        self.arrivals = Arrivals(self)
        self._waiting_for_window: list[Callable[[], object]] = []
        self._cards: tuple[ProfileCard, ...] = ()
        self._newcomer = False

    @property
    def main_window(self) -> "MainWindow | None":
        """The main window, once a profile is open."""
        return self.custody.window if self.custody else None

    def start(self, given: "tuple[Path, ...]" = ()) -> None:
        """Look which profiles there are, then show the first window; and what was given to open, on it."""
        if given:
            self.when_shown(lambda: self.arrivals.take(given))
        self._list(self._show_first)

    def when_shown(self, work: "Callable[[], object]") -> None:
        """Do this as soon as there is a window, which may be now."""
        if self.window is not None:
            work()
        else:
            self._waiting_for_window.append(work)

    def shut_down(self) -> None:
        """Close everything; the process may end then."""
        if self.help is not None:
            self.help.close()
        if self.custody is not None:
            self.custody.close()
        self.desk.close(finish=True)

    def quit(self) -> None:
        """The person closed the window."""
        self.shut_down()
        QApplication.quit()

    def lock(self) -> None:
        """Close everything and become a new process (requirement S12)."""
        self.shut_down()
        self.surroundings.restart()

    def office_for(self, server: str) -> Office:
        """The door to a server, worked by the pool."""
        return Office(self.desk, self.surroundings.clock, server)

    def show_unlock(self) -> None:
        """The window that asks who uses the computer."""
        from desktop.windows.unlock_window import UnlockWindow

        window = UnlockWindow(self._cards, self.choices, self.desk, self.surroundings.clock)
        window.unlocked.connect(self.open)
        window.newcomer.connect(lambda: self._list(lambda _cards: self.show_sign_in()))
        window.verify_wanted.connect(self.show_verify)
        self._show(window)

    def show_sign_in(self) -> None:
        """The first run, or another person's."""
        from desktop.windows.sign_in_window import SignInWindow

        window = SignInWindow(
            self.choices, self.desk, self.surroundings, self.office_for, tuple(card.alias for card in self._cards)
        )
        window.made.connect(self._welcome)
        window.returned.connect(lambda: self._list(self._show_first))
        window.verify_wanted.connect(self.show_verify)
        self._show(window)

    def show_verify(self) -> "VerifyPage":
        """Check documents without a profile: the window that is there for it, or a new one."""
        from desktop.windows.verify_window import VerifyWindow

        if isinstance(self.window, VerifyWindow):
            return self.window.page
        window = VerifyWindow(self.desk, self.surroundings.clock)
        window.returned.connect(lambda: self._list(self._show_first))
        self._show(window)
        return window.page

    def show_help(self) -> None:
        """The manual in a window of its own, beside the one that is shown."""
        from desktop.windows.help import HelpWindow

        if self.help is None:
            self.help = HelpWindow(self.desk)
            self.help.closing.connect(self._forget_help)
        self.help.show()
        self.help.raise_()
        self.help.activateWindow()

    def open(self, vault: "Vault") -> None:
        """A profile is unlocked: look again where damage was found the last time, mend, then show the main window."""
        check = self.choices.preferences.files.get(vault.directory.name)
        if check is None or not check.damaged:
            self._open(vault)
            return
        files = self.choices.preferences.files | {vault.directory.name: replace(check, damaged=False, owed=True)}
        self.choices.choose(files=files)
        self.desk.start(
            self, lambda _job: vault.examine(), lambda _found: self._open(vault), lambda _error: self._open(vault)
        )

    def _open(self, vault: "Vault") -> None:
        from storage.layout import CACHE, CHECKS, OFFICE, OUTBOX

        names = {path.name for path in vault.damaged}
        if CACHE in names:
            self._mend(vault)
            return
        if OUTBOX in names:
            self._salvage(vault)
            return
        if names & {OFFICE, CHECKS}:
            self._renew(vault, names)
            return
        self._enter(vault)

    def _welcome(self, vault: "Vault") -> None:
        self._newcomer = True
        self.open(vault)

    def _enter(self, vault: "Vault") -> None:
        opened = Opened(vault, Desk(vault), self.surroundings.clock)
        from desktop.custody import Custody  # heavy, and not wanted before the first window

        self.custody = Custody(self, opened)
        self._show(self.custody.window)
        self.custody.begin(at_once=self._newcomer)
        self.arrivals.packets_welcome(self.custody.take_packet)

    def _mend(self, vault: "Vault") -> None:
        from desktop.windows.mending import ask_to_mend

        if ask_to_mend(self.window):
            self.desk.start(self, lambda _job: vault.rebuild_cache(), lambda _path: self._open(vault), self._failed)
            return
        vault.close()
        self.show_unlock()

    def _salvage(self, vault: "Vault") -> None:
        """Requests first: what can still be read of a damaged outbox; then the main window, and what came of it."""

        def salvaged(found: "Salvaged") -> None:
            self._enter(vault)
            tell_salvaged(self.window, found)

        from desktop.windows.mending import tell_salvaged

        self.desk.start(self, lambda _job: vault.salvage_outbox(), salvaged, partial(self._enter_damaged, vault))

    def _renew(self, vault: "Vault", names: set[str]) -> None:
        """An office's files: begun anew with what is here alone, while nobody else uses them; the rest comes again."""
        from desktop.windows.mending import tell_renewed
        from storage.layout import CHECKS, OFFICE

        def renew(_job: object) -> None:
            if OFFICE in names:
                vault.restart_office()
            if CHECKS in names:
                vault.restart_checks()

        def renewed(_none: object) -> None:
            self._enter(vault)
            tell_renewed(self.window, office=OFFICE in names, checks=CHECKS in names)

        self.desk.start(self, renew, renewed, partial(self._enter_damaged, vault))

    def _enter_damaged(self, vault: "Vault", error: Exception) -> None:
        self._enter(vault)
        self._failed(error)

    def _failed(self, error: Exception) -> None:
        tell_trouble(self.window, explain(error))

    def _list(self, done: "Callable[[tuple[ProfileCard, ...]], None]") -> None:
        def listed(cards: "tuple[ProfileCard, ...]") -> None:
            self._cards = cards
            done(cards)

        self.desk.start(self, lambda _job: _profiles(self.surroundings.home), listed, self._failed)

    def _show_first(self, cards: "tuple[ProfileCard, ...]") -> None:
        if cards:
            self.show_unlock()
        else:
            self.show_sign_in()
        # After the first paint: the pool reads code while the person still types.
        QTimer.singleShot(0, self, lambda: self.desk.start(self, lambda _job: _warm_up(), lambda _nothing: None))

    def _show(self, window: "NightWindow | MainWindow | VerifyWindow") -> None:
        """The new window takes the old one's place and size."""
        old, self.window = self.window, window
        window.closing.connect(self._closed)
        window.help_wanted.connect(self.show_help)
        QShortcut(QKeySequence("F1"), window).activated.connect(self.show_help)
        if old is not None:
            window.setGeometry(old.geometry())
            window.setWindowState(old.windowState())
        window.show()
        if old is not None:
            old.hide()
            QTimer.singleShot(0, old, old.deleteLater)
        for work in self._waiting_for_window:
            QTimer.singleShot(0, self, work)
        self._waiting_for_window.clear()

    def _forget_help(self) -> None:
        if self.help is not None:
            self.help.deleteLater()
            self.help = None

    def _closed(self) -> None:
        if self.sender() is self.window:
            self.quit()


def _warm_up() -> None:
    """Read the code that the next window needs while the person is still typing the password. Nothing of Qt: classes
    of PySide6 made beside the thread that paints have ended the process."""
    for name in (
        "cryptography.hazmat.primitives.kdf.argon2", "cryptography.hazmat.primitives.ciphers.aead", "storage.profile",
        "sync.engine", "desktop.presenters.home", "desktop.presenters.requests_news",
        "desktop.presenters.payslip_detail",
    ):  # fmt: skip
        import_module(name)


def _profiles(home: Path) -> "tuple[ProfileCard, ...]":
    from storage.listing import list_profiles

    return list_profiles(home)
