"""The first run in at most four screens: sign in (or get a password, or a user), then the password of this computer.

Going back keeps what was typed; closing keeps nothing on disk. A session that was opened and not used is revoked.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.plain import label
from desktop.presenters.accounts import free_alias
from desktop.theme import theme
from desktop.widgets.brand import Brand
from desktop.widgets.buttons import link
from desktop.widgets.card import line
from desktop.widgets.icon_label import IconLabel
from desktop.widgets.turning import Turning
from desktop.windows.credentials_form import CredentialsForm
from desktop.windows.local_password_form import LocalPasswordForm
from desktop.windows.mail_form import MailForm
from desktop.windows.night import NightWindow
from desktop.windows.no_user_form import NoUserForm
from desktop.words import translate

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from desktop.bootstrap import Surroundings
    from desktop.choices import Choices
    from desktop.tasks.desk import Desk
    from desktop.tasks.office import Office
    from desktop.windows.opening_form import OpeningForm
    from storage.profile import Vault
    from sync.accounts import SignedIn
    from sync.stick.opening import FirstPacket


class SignInWindow(NightWindow):
    """`made(vault)` when a profile is ready; `returned` when the person goes back to the profiles that exist.

    `verify_wanted` to check a document without a profile.
    """

    made = Signal(object)
    returned = Signal()
    verify_wanted = Signal()

    def __init__(
        self,
        choices: "Choices",
        desk: "Desk",
        surroundings: "Surroundings",
        office_for: "Callable[[str], Office]",
        aliases: tuple[str, ...] = (),
    ) -> None:
        super().__init__(translate("SignIn", "Chasqui: ingresar"), 520)
        self._signed: SignedIn | None = None
        self._choices, self._clock = choices, surroundings.clock
        server = surroundings.server or choices.preferences.server
        self.form = CredentialsForm(office_for, server, guests=surroundings.guests)
        self.mail = MailForm()
        self.letter = NoUserForm(desk, surroundings.clock)
        self.protect = LocalPasswordForm(choices.home, desk, free_alias(aliases), surroundings.cost)
        self.first = self._sign_in_screen(returns=bool(aliases))
        self._desk = desk
        self._opening: OpeningForm | None = None
        self.screens = Turning(self.first, self.mail, self.letter, self.protect)
        self.card_body.addWidget(self.screens)
        self._connect()

    @property
    def opening(self) -> "OpeningForm":
        """The screen for a packet, made when it is wanted: what it stands on costs as much as the window itself."""
        if self._opening is None:
            from desktop.windows.opening_form import OpeningForm

            self._opening = OpeningForm(self._desk)
            self._opening.back.connect(lambda: self.screens.turn_to(self.first))
            self._opening.opened.connect(self._protect_first)
            self.screens.add(self._opening)
        return self._opening

    def abandon(self) -> None:
        """Nothing was made: leave no session open at the service."""
        if self._signed is not None:
            self.form.office.sign_out(self, self._signed.session, lambda _nothing: None, lambda _error: None)
            self._signed = None

    def _connect(self) -> None:
        self.form.signed_in.connect(self._protect)
        self.mail.back.connect(lambda: self.screens.turn_to(self.first))
        self.letter.back.connect(lambda: self.screens.turn_to(self.first))
        self.protect.back.connect(self._back_to_sign_in)
        self.protect.made.connect(self._made)
        self.closing.connect(self.abandon)
        self.screens.turned.connect(self._fit)

    def _made(self, vault: "Vault") -> None:
        self._signed = None
        self._choices.choose(last_profile=vault.directory.name, server=self.form.server.text.strip())
        self.made.emit(vault)

    def _protect(self, signed: "SignedIn") -> None:
        self._signed = signed
        self.protect.begin(signed)
        self.screens.turn_to(self.protect)
        self.protect.password.setFocus()

    def take_packet(self, path: "Path") -> None:
        """A packet was handed to the program: open it here."""
        self.opening.take(path)
        self.screens.turn_to(self.opening)

    def _protect_first(self, first: "FirstPacket") -> None:
        self.protect.begin_first(first, self._clock)
        self.screens.turn_to(self.protect)
        self.protect.password.setFocus()

    def _back_to_sign_in(self) -> None:
        self.abandon()
        self.screens.turn_to(self.first)
        self.form.load()

    def _ask_for_mail(self) -> None:
        self.screens.turn_to(self.mail)
        self.mail.ask_from(self.form.office)

    def _fit(self) -> None:
        """The letter needs more room than the forms, and no greeting beside it."""
        letter = self.screens.current is self.letter
        self._greeting.setVisible(not letter and self.width() >= self._room_for_both())
        wide = min(theme().px(1040 if letter else 500), self.width() - 2 * theme().px(20) - 16)
        self.card.setFixedWidth(wide)

    def _room_for_both(self) -> int:
        return theme().px(340 + 56 + 500) + 60

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _sign_in_screen(self, *, returns: bool) -> QWidget:
        screen = QWidget()
        screen.setProperty("ground", "none")
        inside = QVBoxLayout(screen)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(theme().px(12))
        inside.addWidget(label(translate("SignIn", "Ingrese con su usuario"), "title", wrap=True))
        told = translate(
            "SignIn",
            "El mismo de «Mi boleta» y «Mi legajo». Para traerlos necesita internet, solo esta primera vez.",
        )
        inside.addWidget(label(told, "quiet", wrap=True))
        inside.addWidget(self.form)
        inside.addWidget(line())
        foot = QVBoxLayout()
        foot.setSpacing(0)
        foot.addWidget(link(translate("SignIn", "&Generar contraseña"), self._ask_for_mail, "key-round"))
        without = translate("SignIn", "Sin internet y sin ingresar, ya puede:")
        foot.addSpacing(theme().px(6))
        foot.addWidget(label(without, "small", wrap=True))
        verify = translate("SignIn", "Verificar un &documento")
        foot.addWidget(link(verify, self.verify_wanted.emit, "shield-check"))
        packet = translate("SignIn", "Abrir un paquete de una &memoria")
        foot.addWidget(link(packet, lambda: self.screens.turn_to(self.opening), "usb"))
        foot.addWidget(
            link(
                translate("SignIn", "&No tengo usuario: preparar mi solicitud"),
                lambda: self.screens.turn_to(self.letter),
                "circle-help",
            )
        )
        foot.addWidget(link(translate("SignIn", "Leer la a&yuda"), self.help_wanted.emit, "file-text"))
        if returns:
            foot.addWidget(link(translate("SignIn", "&Volver a los perfiles"), self.returned.emit, "arrow-left"))
        inside.addLayout(foot)
        return screen

    @override
    def _lay_card(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(theme().px(56))
        row.addStretch(2)
        self._greeting = _greeting()
        row.addWidget(self._greeting, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.card, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addStretch(2)
        self.middle.addLayout(row)


def _greeting() -> QWidget:
    """What the program is, in three lines, on the night."""
    box = QWidget()
    box.setProperty("ground", "none")
    inside = QVBoxLayout(box)
    inside.setSpacing(theme().px(16))
    inside.addWidget(Brand("navigation-title", 40))
    inside.addWidget(
        label(translate("SignIn", "Sus boletas de pago, siempre con usted."), "navigation-lead", wrap=True)
    )
    for icon, words in (
        ("receipt-text", translate("SignIn", "Todas sus boletas desde mayo de 2020, explicadas y comparadas.")),
        ("wifi-off", translate("SignIn", "Se ven sin internet. Se ponen al día solas cuando hay señal.")),
        ("shield-check", translate("SignIn", "Cifradas en esta computadora, con una contraseña que solo usted sabe.")),
    ):
        row = QHBoxLayout()
        row.setSpacing(theme().px(12))
        row.addWidget(IconLabel(icon, "accent", 22), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(label(words, "navigation-body", wrap=True), 1)
        inside.addLayout(row)
    box.setFixedWidth(theme().px(340))
    return box
