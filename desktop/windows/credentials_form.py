"""Signing in at the service: user, password, image. For the first window and for renewing a session."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from desktop.plain import announce, label, set_role, set_text
from desktop.presenters.accounts import server_problem
from desktop.presenters.errors import explain
from desktop.theme import theme
from desktop.widgets.buttons import link, primary
from desktop.widgets.captcha import CaptchaField
from desktop.widgets.choice_field import ChoiceField
from desktop.widgets.fields import Field, PasswordField
from desktop.words import translate

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.tasks.office import Office
    from sync.accounts import SignedIn


@dataclass(frozen=True, slots=True)
class Guest:
    """A sample person that the demo offers to sign in as."""

    name: str
    user: str
    password: str


class CredentialsForm(QWidget):
    """`signed_in(SignedIn)`; `office_for(server)` gives the door to a server. `user` fixed: renewing a session."""

    signed_in = Signal(object)

    def __init__(
        self,
        office_for: "Callable[[str], Office]",
        server: str,
        *,
        user: str = "",
        guests: tuple[Guest, ...] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._office_for = office_for
        self.server = Field(
            translate("SignIn", "Dirección del &servicio"),
            translate("SignIn", "La que indica su UGEL. Empieza con https://"),
        )
        self.server.put(server)
        self.user = Field(translate("SignIn", "&Usuario"))
        self.user.put(user)
        self.user.edit.setReadOnly(bool(user))
        self.password = PasswordField(translate("SignIn", "&Contraseña del servicio"))
        self.captcha = CaptchaField()
        self.said = label("", "bad", wrap=True)
        self.busy = QProgressBar()
        self.go = primary(translate("SignIn", "&Ingresar"), self.submit)
        self.change_server = link(translate("SignIn", "Cambiar la dirección del servicio"), self._show_server)
        self.guests: ChoiceField | None = None
        self._lay_out(guests)
        self._connect()
        self._show_server(shown=not server)
        if server:
            self.load()

    @property
    def office(self) -> "Office":
        """The door to the server that is written in the form."""
        return self._office_for(self.server.text.strip())

    def load(self) -> None:
        """Ask the server for an image, if its address can be one."""
        wrong = server_problem(self.server.text)
        self.server.complain(wrong if self.server.text else "")
        if not wrong:
            self.captcha.ask_from(self.office)

    def fill(self, guest: Guest) -> None:
        """Write the sample person's user and password."""
        self.user.put(guest.user)
        self.password.put(guest.password)
        self.captcha.field.setFocus()

    def submit(self) -> None:
        """Try to sign in."""
        if not self.go.isEnabled() or not self._complete():
            return
        self._say("")
        self._show_busy(busy=True)
        given = (self.user.text.strip(), self.password.text, *self.captcha.answer)
        self.office.sign_in(self, given, self._accepted, self._refused)

    def _complete(self) -> bool:
        missing = translate("SignIn", "Falta completar este dato.")
        for field in (self.server, self.user, self.password):
            if not field.text.strip():
                field.show()
                field.complain(missing)
                field.setFocus()
                return False
        if not self.captcha.ready:
            self.load()
            return False
        if not self.captcha.complete:
            self.captcha.field.complain(missing)
            self.captcha.field.setFocus()
            return False
        return True

    def _accepted(self, signed: "SignedIn") -> None:
        self._show_busy(busy=False)
        self.password.forget()
        self.signed_in.emit(signed)

    def _refused(self, error: Exception) -> None:
        self._show_busy(busy=False)
        told = explain(error)
        self._say(f"{told.what} {told.todo}", "bad" if told.code.startswith("wrong-") else "wait")
        if told.code == "wrong-credentials":
            self.captcha.load()
            self.password.edit.selectAll()
            self.password.setFocus()
        else:
            self.captcha.load_another()

    def _show_busy(self, *, busy: bool) -> None:
        self.busy.setVisible(busy)
        self.go.say(translate("SignIn", "Ingresando…") if busy else translate("SignIn", "&Ingresar"))
        for part in (self.go, self.user, self.password, self.captcha, self.server):
            part.setEnabled(not busy)

    def _show_server(self, *, shown: bool = True) -> None:
        self.server.setVisible(shown)
        self.change_server.setVisible(not shown)
        if shown:
            self.server.setFocus()

    def _say(self, text: str, role: str = "bad") -> None:
        set_role(self.said, role)
        set_text(self.said, text)
        announce(self, text, urgent=True)
        self.said.setVisible(bool(text))

    def _connect(self) -> None:
        self.server.edit.editingFinished.connect(self._server_changed)
        for field in (self.user, self.password, self.captcha.field):
            field.edit.returnPressed.connect(self.submit)

    def _server_changed(self) -> None:
        if self.server.edit.isModified():
            self.server.edit.setModified(False)
            self.load()

    def _lay_out(self, guests: tuple[Guest, ...]) -> None:
        self.busy.setRange(0, 0)
        self.busy.setTextVisible(False)
        self.busy.setAccessibleName(translate("SignIn", "Ingresando"))
        self.busy.hide()
        self.said.hide()
        inside = QVBoxLayout(self)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(theme().px(12))
        if guests:
            inside.addWidget(self._guest_list(guests))
        for part in (self.server, self.user, self.password, self.captcha, self.said, self.busy):
            inside.addWidget(part)
        foot = QHBoxLayout()
        foot.addWidget(self.change_server)
        foot.addStretch(1)
        foot.addWidget(self.go)
        inside.addLayout(foot)

    def _guest_list(self, guests: tuple[Guest, ...]) -> QWidget:
        by_user = {guest.user: guest for guest in guests}
        self.guests = ChoiceField(
            translate("SignIn", "Demostración: elija una &persona de ejemplo"),
            [(guest.user, f"{guest.name} · {guest.user}") for guest in guests],
        )
        self.guests.chosen.connect(lambda user: self.fill(by_user[user]) if user in by_user else None)
        return self.guests
