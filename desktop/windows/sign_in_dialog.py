"""Signing in again from inside: the same profile, the same user; everything stored stays as it is."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.presenters.errors import explain
from desktop.widgets.buttons import secondary
from desktop.widgets.dialogs import Dialog, tell_trouble
from desktop.windows.credentials_form import CredentialsForm, Guest
from desktop.words import translate

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.opened import Opened
    from desktop.tasks.office import Office
    from storage.connection import Connection
    from storage.records import Session
    from sync.accounts import SignedIn


class SignInDialog(Dialog):
    """`renewed` when the new session is stored."""

    renewed = Signal()

    def __init__(
        self,
        parent: QWidget | None,
        opened: "Opened",
        office_for: "Callable[[str], Office]",
        server: str,
        user: str,
        guests: tuple[Guest, ...] = (),
    ) -> None:
        super().__init__(parent, translate("SignIn", "Volver a ingresar"), "key-round")
        self._opened = opened
        self._user = user
        self._unused: Session | None = None
        self.say(translate("SignIn", "Solo hace falta para recibir novedades. Todo lo guardado sigue aquí."), "quiet")
        same = tuple(guest for guest in guests if not user or guest.user == user)
        self.form = CredentialsForm(office_for, server, user=user, guests=same)
        self.form.signed_in.connect(self._store)
        self.body.addWidget(self.form)
        self.foot.addWidget(secondary(translate("SignIn", "&Ahora no"), self.reject))

    def _store(self, signed: "SignedIn") -> None:
        self._unused = signed.session
        self._opened.desk.ask(self, lambda db: _store(db, signed), self._stored, self._not_stored)

    def _not_stored(self, error: Exception) -> None:
        """The session is of no use here: leave none open at the service."""
        if self._unused is not None:
            self.form.office.sign_out(self, self._unused, lambda _nothing: None, lambda _error: None)
        tell_trouble(self, explain(error))
        self.form.load()

    def _stored(self, _nothing: None) -> None:
        self.accept()
        self.renewed.emit()


def _store(db: "Connection", signed: "SignedIn") -> None:
    from storage.adoption import adopt_session
    from storage.cache import clear_retry_mark

    adopt_session(db, signed.session, signed.person)
    clear_retry_mark(db)
