"""The first run in at most four screens: sign in (or get a password, or a user), then the password of this computer.

Going back keeps what was typed; closing keeps nothing on disk. A session that was opened and not used is revoked.
"""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desktop.plain import label
from desktop.presenters.accounts import free_alias
from desktop.theme import theme
from desktop.widgets.brand import Brand
from desktop.widgets.buttons import link
from desktop.widgets.card import line
from desktop.widgets.icon_label import IconLabel
from desktop.windows.credentials_form import CredentialsForm, Guest
from desktop.windows.local_password_form import LocalPasswordForm
from desktop.windows.mail_form import MailForm
from desktop.windows.night import NightWindow
from desktop.windows.no_user_form import NoUserForm
from desktop.words import translate

if TYPE_CHECKING:
    from desktop.choices import Choices
    from desktop.tasks.desk import Desk
    from desktop.tasks.office import Office
    from storage.profile import KdfCost, Vault
    from sync.accounts import SignedIn
    from sync.clock import Clock


class SignInWindow(NightWindow):
    """`made(vault)` when a profile is ready; `returned` when the person goes back to the profiles that exist."""

    made = Signal(object)
    returned = Signal()

    def __init__(
        self,
        choices: "Choices",
        desk: "Desk",
        clock: "Clock",
        office_for: "Callable[[str], Office]",
        *,
        server: str,
        aliases: tuple[str, ...] = (),
        guests: tuple[Guest, ...] = (),
        cost: "KdfCost | None" = None,
    ) -> None:
        self._greeting = QWidget()
        super().__init__(translate("SignIn", "Chasqui: ingresar"), 520)
        self._signed: SignedIn | None = None
        self._choices = choices
        self.form = CredentialsForm(office_for, server, guests=guests)
        self.mail = MailForm()
        self.letter = NoUserForm(desk, clock)
        self.protect = LocalPasswordForm(Path(choices.home), desk, free_alias(aliases), cost)
        self.stack = QStackedWidget()
        self._first = self._sign_in_screen(returns=bool(aliases))
        for screen in (self._first, self.mail, self.letter, self.protect):
            self.stack.addWidget(screen)
        self.stack.currentChanged.connect(self._fit)
        self.card_body.addWidget(self.stack)
        self._connect()
        self._fit()

    def abandon(self) -> None:
        """Nothing was made: leave no session open at the service."""
        if self._signed is not None:
            self.form.office.sign_out(self, self._signed.session, lambda _nothing: None, lambda _error: None)
            self._signed = None

    def _connect(self) -> None:
        self.form.signed_in.connect(self._protect)
        self.mail.back.connect(lambda: self._show(self._first))
        self.letter.back.connect(lambda: self._show(self._first))
        self.protect.back.connect(self._back_to_sign_in)
        self.protect.made.connect(self._made)
        self.closing.connect(self.abandon)

    def _made(self, vault: "Vault") -> None:
        self._signed = None
        self._choices.choose(last_profile=vault.directory.name, server=self.form.server.text.strip())
        self.made.emit(vault)

    def _protect(self, signed: "SignedIn") -> None:
        self._signed = signed
        self.protect.begin(signed.session, signed.person)
        self._show(self.protect)
        self.protect.password.setFocus()

    def _back_to_sign_in(self) -> None:
        self.abandon()
        self._show(self._first)
        self.form.load()

    def _ask_for_mail(self) -> None:
        self._show(self.mail)
        self.mail.ask_from(self.form.office)

    def _show(self, screen: QWidget) -> None:
        self.stack.setCurrentWidget(screen)

    def _fit(self) -> None:
        """The card is as high as the screen it shows, not as the highest of them."""
        for number in range(self.stack.count()):
            screen = self.stack.widget(number)
            vertical = screen.sizePolicy()
            shown = screen is self.stack.currentWidget()
            policy = vertical.Policy.Preferred if shown else vertical.Policy.Ignored
            screen.setSizePolicy(policy, policy)
        self.card.setMaximumWidth(theme().px(760 if self.stack.currentWidget() is self.letter else 520))
        self.stack.adjustSize()

    def _sign_in_screen(self, *, returns: bool) -> QWidget:
        screen = QWidget()
        screen.setProperty("ground", "none")
        inside = QVBoxLayout(screen)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(theme().px(12))
        inside.addWidget(label(translate("SignIn", "Ingrese con su usuario"), "title", wrap=True))
        told = translate("SignIn", "El mismo de «Mi boleta» y «Mi legajo». Solo esta vez se necesita internet.")
        inside.addWidget(label(told, "quiet", wrap=True))
        inside.addWidget(self.form)
        inside.addWidget(line())
        foot = QVBoxLayout()
        foot.setSpacing(0)
        foot.addWidget(link(translate("SignIn", "&Generar contraseña"), self._ask_for_mail, "key-round"))
        foot.addWidget(link(translate("SignIn", "&No tengo usuario"), lambda: self._show(self.letter), "circle-help"))
        if returns:
            foot.addWidget(link(translate("SignIn", "&Volver a los perfiles"), self.returned.emit, "arrow-left"))
        inside.addLayout(foot)
        return screen

    def _lay_card(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(theme().px(56))
        row.addStretch(2)
        row.addWidget(_greeting(), 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.card, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addStretch(2)
        self.middle.addLayout(row)
        self.card.setMinimumWidth(min(self.card.maximumWidth(), 640))


def _greeting() -> QWidget:
    """What the program is, in three lines, on the night."""
    box = QWidget()
    box.setProperty("ground", "none")
    inside = QVBoxLayout(box)
    inside.setSpacing(theme().px(16))
    inside.addWidget(Brand("navigation-title", 40))
    inside.addWidget(label(translate("SignIn", "Sus boletas de pago, siempre con usted."), "navigation-lead", wrap=True))
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
