"""What concerns an opened profile as a whole: its exchange, its window, locking, the account, erasing.

Made by `desktop.bootstrap` when a profile was unlocked; ends with it.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from desktop.pages.requests_notices import RequestNotices
from desktop.pages.tray_notices import TrayNotices
from desktop.presenters.errors import explain
from desktop.presenters.examined import damage_words
from desktop.tasks.examining import Examining
from desktop.tasks.exchange import Exchange
from desktop.tasks.idle import IdleWatch
from desktop.tasks.queue_copy import QueueCopy
from desktop.tasks.session_watch import SessionWatch
from desktop.tasks.stick_registration import StickRegistration
from desktop.tasks.sync_thread import SyncThread
from desktop.version import VERSION
from desktop.widgets.dialogs import ask, tell_trouble
from desktop.windows.closing import ask_to_leave
from desktop.windows.main_window import MainWindow
from desktop.words import translate

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from desktop.bootstrap import Program
    from desktop.opened import Opened
    from desktop.windows.main_window import PageEntry
    from storage.connection import Connection
    from storage.records import Session
    from sync.engine import Engine

GRACE = 4000  # milliseconds that the service has to answer a sign-out before we go on without it


class Custody(QObject):
    """Begins the exchange, watches for idleness, and closes everything."""

    def __init__(self, program: "Program", opened: "Opened") -> None:
        super().__init__(program)
        self._program, self.opened = program, opened
        self._roles: frozenset[str] = frozenset()  # what the person does for an office; known once the pool has read it
        self._thread = SyncThread(self._engine, self)
        self.exchange = Exchange(opened, self._thread, program.surroundings.listen, self)
        self.window = MainWindow(opened, self.exchange, self._entries)
        self.notices = RequestNotices(opened, self.exchange, self.window, self)
        self.refusals = TrayNotices(opened, self.exchange, self.window, self)
        self.examining = Examining(opened, program.choices, self)
        self.registration = StickRegistration(opened, self.exchange, self)
        self.queue_copy = QueueCopy(opened, self.exchange, self)
        self.idle = IdleWatch(opened.clock, program.choices.preferences.lock_minutes, self)
        self.session = SessionWatch(self)
        self._closed = False
        self._connect()

    def begin(self, *, at_once: bool) -> None:
        """Start exchanging; `at_once` for a profile that has nothing yet."""
        if at_once:
            self.exchange.sync_now()
        self.exchange.start()
        self._look_for_office()
        self.examining.begin()

    def close(self) -> None:
        """Stop the exchange, end the pool, close the vault. Harmless when closed already."""
        if self._closed:
            return
        self._closed = True
        self.idle.stop()
        self.session.stop()
        self.exchange.stop()
        self.examining.close()
        self.opened.desk.close()
        self.opened.vault.close()

    def take_packet(self, path: "Path") -> None:
        """A packet that was handed to the program: taken in on the page that shows what came of it."""
        from desktop.tasks.stick_door import is_for_offices

        def go(brought_here: bool) -> None:
            if brought_here and "sticks" in self.window.keys:
                self.window.go("sticks", str(path))
            else:
                self._bring_packet(path)

        self._program.desk.start(self, lambda _job: is_for_offices(path), go, lambda _error: self._bring_packet(path))

    def _bring_packet(self, path: "Path") -> None:
        from desktop.pages.sync_page import SyncPage

        self.window.go("sync")
        page = self.window.page("sync")
        if isinstance(page, SyncPage):
            page.sticks.deeds.bring(path)

    def leave_account(self) -> None:
        """End the session at the service and here, after asking; what is stored stays and stays open."""
        words = translate("Custody", "Dejará de recibir novedades. Todo lo guardado sigue aquí, con su contraseña.")
        question = translate("Custody", "¿Salir de la cuenta?")
        if ask(self.window, question, words, translate("Custody", "&Salir de la cuenta")):
            self.exchange.stop()
            self._revoke(self._left)

    def close_session(self) -> None:
        """The navigation's «Cerrar sesión»: explains, revokes if there is a connection, locks."""
        choice = ask_to_leave(self.window)
        if choice == "lock":
            self._program.lock()
        elif choice == "leave":
            self.exchange.stop()
            self._revoke(self._program.lock)

    def sign_in_again(self) -> None:
        """The dialog that renews the session of this profile."""
        self.opened.desk.ask(self, _session, self._show_sign_in)

    def erase_everything(self) -> None:
        """Revoke if possible, destroy the key and the files, begin anew."""
        self.exchange.stop()
        self._revoke(self._erase)

    def renamed(self, alias: str) -> None:
        """The profile has another alias."""
        self.window.rename(alias)

    def _connect(self) -> None:
        window, choices = self.window, self._program.choices
        window.lock_wanted.connect(self._program.lock)
        window.leave_wanted.connect(self.close_session)
        window.sign_in_wanted.connect(self.sign_in_again)
        self.idle.warned.connect(window.warn_of_lock)
        self.idle.relieved.connect(window.forget_lock)
        self.idle.elapsed.connect(self._program.lock)
        self.session.left.connect(self._program.lock)
        self.examining.found.connect(self._tell_damage)
        self.exchange.changed.connect(self._remember_waiting)
        self.exchange.facts_changed.connect(self._look_for_office)
        choices.changed.connect(self._choices_changed)

    def _choices_changed(self) -> None:
        self.idle.set_minutes(self._program.choices.preferences.lock_minutes)
        # Later, because a new text size takes away the very control that is telling us.
        QTimer.singleShot(0, self.window, self.window.redress)

    def _tell_damage(self, names: tuple[str, ...]) -> None:
        from storage.layout import CACHE, OUTBOX

        self.window.say_damage(damage_words(names, OUTBOX, CACHE))

    def _remember_waiting(self) -> None:
        """The unlock window shows how many requests wait, and can only know it from here."""
        if self.exchange.counts is None:
            return
        choices, profile = self._program.choices, self.opened.vault.directory.name
        waiting = dict(choices.preferences.waiting)
        if waiting.get(profile, 0) != self.exchange.counts.pending:
            waiting[profile] = self.exchange.counts.pending
            choices.choose(waiting=waiting)

    def _revoke(self, then: "Callable[[], None]") -> None:
        """Forget the session here and tell the service, which gets a few seconds; then go on in any case."""
        done: list[bool] = []

        def go_on(_answer: object = None) -> None:
            if not done:
                done.append(True)
                then()

        def tell(session: "Session | None") -> None:
            if session is None or session.refresh_token is None:
                go_on()
                return
            office = self._program.office_for(session.server)
            office.sign_out(self, session, go_on, go_on)
            QTimer.singleShot(GRACE, self, go_on)

        self.opened.desk.ask(self, _end_session, tell)

    def _left(self) -> None:
        self.exchange.resume()
        self.window.page("settings").refresh()

    def _show_sign_in(self, session: "Session | None") -> None:
        from desktop.windows.sign_in_dialog import SignInDialog

        surroundings = self._program.surroundings
        server = session.server if session else surroundings.server or self._program.choices.preferences.server
        box = SignInDialog(
            self.window,
            self.opened,
            self._program.office_for,
            server,
            session.user if session else "",
            surroundings.guests,
        )
        box.renewed.connect(self._renewed)
        box.open()

    def _renewed(self) -> None:
        self.window.notice.hide()
        self.exchange.sync_now()
        self.window.page("settings").refresh()

    def _erase(self) -> None:
        from storage.profile import erase_profile

        directory = self.opened.vault.directory
        self.close()
        self._program.desk.start(
            self, lambda _job: erase_profile(directory), lambda _nothing: self._program.lock(), self._not_erased
        )

    def _not_erased(self, error: Exception) -> None:
        tell_trouble(self.window, explain(error))
        self._program.lock()

    def _engine(self) -> "Engine":
        """Made on the sync thread, which alone uses it."""
        from sync.engine import Engine

        return Engine.for_vault(self.opened.vault, version=VERSION, clock=self.opened.clock, lingers=True)

    def _entries(self) -> "tuple[PageEntry, ...]":
        from desktop.windows.pages import entries

        return entries(self.opened, self.exchange, self._program.choices, self, roles=self._roles)

    def _look_for_office(self) -> None:
        """The entries of an office are there for its people alone, also when a role comes or goes meanwhile."""
        self.opened.desk.ask(self, _roles, self._furnish)

    def _furnish(self, roles: frozenset[str]) -> None:
        if roles != self._roles:
            self._roles = roles
            self.window.furnish()
            self.refusals.look()


def _roles(db: "Connection") -> frozenset[str]:
    from desktop.windows.pages import OFFICE_ROLES
    from storage.payslips import person

    whose = person(db)
    return OFFICE_ROLES & set(whose.roles) if whose is not None else frozenset()


def _session(db: "Connection") -> "Session | None":
    from storage.cache import session

    return session(db)


def _end_session(db: "Connection") -> "Session | None":
    from storage.cache import end_session

    known = _session(db)
    end_session(db)
    return known
