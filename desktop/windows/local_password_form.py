"""The password of this computer and the profile's name here. Made before anything personal is stored."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from desktop.plain import announce, label, set_text
from desktop.presenters.accounts import advise, prepare_advice
from desktop.presenters.stick_faults import told as stick_told
from desktop.theme import theme
from desktop.widgets.buttons import link, primary
from desktop.widgets.fields import Field, PasswordField
from desktop.words import translate

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.tasks.desk import Desk
    from storage.profile import KdfCost, Vault
    from sync.accounts import SignedIn
    from sync.clock import Clock
    from sync.stick.opening import FirstPacket


class LocalPasswordForm(QWidget):
    """`made(vault)` when the profile exists and holds the session; `back` when the person would rather not."""

    made = Signal(object)
    back = Signal()

    def __init__(
        self, home: Path, desk: "Desk", alias: str, cost: "KdfCost | None" = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._home, self._desk, self._cost = home, desk, cost
        self._make: Callable[[str, str], Vault] | None = None  # alias and password -> the profile
        self._personal: tuple[str, ...] = ()
        self.alias = Field(
            translate("LocalPassword", "&Nombre del perfil en esta computadora"),
            translate("LocalPassword", "Lo verá quien encienda la computadora. No ponga su DNI ni su nombre completo."),
        )
        self.alias.put(alias)
        self.alias.edit.setMaxLength(40)
        self.password = PasswordField(translate("LocalPassword", "C&ontraseña de esta computadora"), advise("").text)
        self.again = PasswordField(translate("LocalPassword", "&Repita la contraseña"))
        self.said = label("", "bad", wrap=True)
        self.said.hide()
        self.busy = QProgressBar()
        self.go = primary(translate("LocalPassword", "&Crear y empezar"), self.submit)
        self.previous = link(translate("LocalPassword", "&Volver"), self.back.emit, "arrow-left")
        self._lay_out()
        desk.start(self, lambda _job: prepare_advice(), lambda _nothing: None)
        self.password.edit.textEdited.connect(lambda _text: self._advise())
        for field in (self.alias, self.password, self.again):
            field.edit.returnPressed.connect(self.submit)

    def begin(self, signed: "SignedIn") -> None:
        """Whose session it is, and the words that the password must not be."""
        person, home, cost = signed.person, self._home, self._cost
        self._personal = (person.doc_numero, person.apellidos, person.nombres, signed.session.user)
        self._make = lambda alias, password: _make(home, alias, password, signed, cost)

    def begin_first(self, first: "FirstPacket", clock: "Clock") -> None:
        """The same for a packet that was opened with words: all of it goes into the profile."""
        person, home, cost = first.person, self._home, self._cost
        self._personal = (person.doc_numero, person.apellidos, person.nombres)
        self._make = lambda alias, password: _make_of(home, alias, password, first, clock, cost)

    def submit(self) -> None:
        """Make the profile on the pool: the key takes about a second."""
        make = self._make
        if make is None or not self.go.isEnabled() or not self._complete():
            return
        self._show_busy(busy=True)
        alias, password = self.alias.text.strip(), self.password.text
        self._desk.start(self, lambda _job: make(alias, password), self._made, self._failed)

    def _complete(self) -> bool:
        if not self.alias.text.strip():
            self.alias.complain(translate("LocalPassword", "Póngale un nombre, por ejemplo «Mi perfil»."))
            self.alias.setFocus()
            return False
        advice = advise(self.password.text, (*self._personal, self.alias.text))
        if not advice.acceptable:
            self.password.complain(advice.text)
            self.password.setFocus()
            return False
        if self.again.text != self.password.text:
            self.again.complain(translate("LocalPassword", "No es igual a la de arriba."))
            self.again.setFocus()
            return False
        return True

    def _advise(self) -> None:
        self.password.advise(advise(self.password.text, (*self._personal, self.alias.text)).text)

    def _made(self, vault: "Vault") -> None:
        self._show_busy(busy=False)
        self.password.forget()
        self.again.forget()
        self.made.emit(vault)

    def _failed(self, error: Exception) -> None:
        self._show_busy(busy=False)
        told = stick_told(error)
        self.said.show()
        set_text(self.said, f"{told.what} {told.safe} {told.todo}")
        announce(self, self.said.text(), urgent=True)

    def _show_busy(self, *, busy: bool) -> None:
        self.busy.setVisible(busy)
        for part in (self.go, self.alias, self.password, self.again, self.previous):
            part.setEnabled(not busy)

    def _lay_out(self) -> None:
        self.busy.setRange(0, 0)
        self.busy.setTextVisible(False)
        self.busy.setAccessibleName(translate("LocalPassword", "Creando el perfil"))
        self.busy.hide()
        inside = QVBoxLayout(self)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(theme().px(12))
        inside.addWidget(label(translate("LocalPassword", "Proteja su perfil"), "title", wrap=True))
        why = translate(
            "LocalPassword",
            "Con esta contraseña se cifra todo lo que se guarde aquí. Se usa sin internet y es distinta de la del "
            "servicio. Nadie puede recuperarla: anótela en un lugar seguro.",
        )
        inside.addWidget(label(why, "quiet", wrap=True))
        for part in (self.alias, self.password, self.again, self.said, self.busy):
            inside.addWidget(part)
        foot = QHBoxLayout()
        foot.addWidget(self.previous)
        foot.addStretch(1)
        foot.addWidget(self.go)
        inside.addLayout(foot)


def _make(home: Path, alias: str, password: str, signed: "SignedIn", cost: "KdfCost | None") -> "Vault":
    from storage.adoption import adopt_session
    from storage.profile import new_profile

    vault = new_profile(home, alias, password, cost=cost)
    try:
        with vault.cache() as db:
            adopt_session(db, signed.session, signed.person)
    except BaseException:
        vault.close()
        raise
    return vault


def _make_of(
    home: Path, alias: str, password: str, first: "FirstPacket", clock: "Clock", cost: "KdfCost | None"
) -> "Vault":  # fmt: skip
    from sync.stick.opening import make_profile

    return make_profile(home, alias, password, first, clock, cost=cost)
