"""The page Ajustes: how it looks, when it locks, the profile, the account, erasing. Each row says what it does.

The page asks; `Custodian` (the composition root) does what touches the profile as a whole.
"""

from functools import partial
from typing import TYPE_CHECKING, Protocol

from PySide6.QtWidgets import QLabel, QWidget
from typing_extensions import override

from desktop import catalogues
from desktop.dialogs.looks import LooksDialog
from desktop.dialogs.looks import title_words as looks_title
from desktop.dialogs.roles import RolesDialog
from desktop.dialogs.roles import title_words as roles_title
from desktop.pages.about import about_card
from desktop.pages.thrift_card import ThriftCard
from desktop.plain import label, set_text
from desktop.preferences import LOCK_MINUTES
from desktop.theme import TEXT_SIZES, theme
from desktop.widgets.buttons import danger, secondary
from desktop.widgets.card import Card, line
from desktop.widgets.choices_row import SettingRow, choice
from desktop.widgets.page import Page
from desktop.windows.profile_dialogs import ChangePassword, Rename, confirm_erase
from desktop.words import translate

if TYPE_CHECKING:
    from desktop.choices import Choices
    from desktop.opened import Opened
    from storage.connection import Connection
    from storage.records import PersonFact, Session


class Custodian(Protocol):
    """Who can do what concerns the whole profile."""

    def leave_account(self) -> None:
        """Ask, end the session at the service and here; keep everything stored."""
        ...

    def sign_in_again(self) -> None:
        """Open the sign-in dialog over this profile."""
        ...

    def erase_everything(self) -> None:
        """Erase the profile of this computer and start over. Does not ask."""
        ...

    def renamed(self, alias: str) -> None:
        """The profile has another alias."""
        ...


class SettingsPage(Page):
    """Made over the opened profile, the choices of the computer and the custodian."""

    def __init__(
        self, opened: "Opened", choices: "Choices", custodian: Custodian, parent: QWidget | None = None
    ) -> None:
        super().__init__(translate("Settings", "Ajustes"), parent=parent)
        self._opened, self._choices, self._custodian = opened, choices, custodian
        self.account: QLabel = label("", "body", wrap=True)
        self.leave = secondary(translate("Settings", "&Salir de la cuenta"), custodian.leave_account)
        self.again = secondary(translate("Settings", "&Volver a ingresar"), custodian.sign_in_again)
        self.thrift = ThriftCard(opened)
        self._build_looks()
        for card in (
            self._look_card(),
            self._safety_card(),
            self.thrift,
            self._account_card(),
            self._privacy_card(),
            self._erase_card(),
            about_card(self, opened.desk),
        ):
            card.setMaximumWidth(theme().px(860))  # a name and its control should not be far apart
            self.body.addWidget(card)
        self.body.addStretch(1)
        self.refresh()

    @override
    def refresh(self) -> None:
        """Read the account again."""
        self._opened.desk.ask(self, _account, self._show_account)
        self._opened.desk.ask(self, _person, self._show_roles)
        self.thrift.refresh()

    def _build_looks(self) -> None:
        chosen = self._choices.preferences
        self.appearance = choice(
            (
                (translate("Settings", "Como el sistema"), "system"),
                (translate("Settings", "Claro"), "light"),
                (translate("Settings", "Oscuro"), "dark"),
            ),
            chosen.appearance,
        )
        self.text_size = choice(tuple((f"{size} %", size) for size in TEXT_SIZES), chosen.text_size)
        minutes = tuple((_minutes(number), number) for number in LOCK_MINUTES)
        self.lock_minutes = choice(minutes, chosen.lock_minutes)
        languages = tuple((catalogues.NAMES[code], code) for code in catalogues.available())
        self.language = choice(languages, chosen.language)
        for control, name in (
            (self.language, "language"),
            (self.appearance, "appearance"),
            (self.text_size, "text_size"),
            (self.lock_minutes, "lock_minutes"),
        ):
            control.currentIndexChanged.connect(
                lambda _index, box=control, key=name: self._choices.choose(**{key: box.currentData()})
            )

    def _look_card(self) -> Card:
        rows = [
            SettingRow(
                translate("Settings", "&Colores"),
                translate("Settings", "Claro, oscuro o como el sistema."),
                self.appearance,
            ),
            SettingRow(
                translate("Settings", "&Tamaño del texto"),
                translate("Settings", "Todo el programa crece con el texto."),
                self.text_size,
            ),
        ]
        if self.language.count() > 1:
            when = translate("Settings", "Cambia al volver a abrir el programa.")
            rows.append(SettingRow(translate("Settings", "&Idioma"), when, self.language))
        return _card(translate("Settings", "Apariencia"), *rows)

    def _safety_card(self) -> Card:
        password = secondary(translate("Settings", "C&ambiar contraseña…"), self._change_password)
        alias = secondary(translate("Settings", "Cambiar &nombre…"), self._rename)
        return _card(
            translate("Settings", "Este perfil"),
            SettingRow(
                translate("Settings", "Blo&quear solo"),
                translate("Settings", "Si nadie toca el teclado ni el ratón. Avisa 30 segundos antes."),
                self.lock_minutes,
            ),
            SettingRow(
                translate("Settings", "Contraseña de esta computadora"),
                translate("Settings", "La que pide al abrir. No es la del servicio."),
                password,
            ),
            SettingRow(
                translate("Settings", "Nombre del perfil"),
                translate("Settings", "Lo ve quien encienda la computadora."),
                alias,
            ),
        )

    def _account_card(self) -> Card:
        card = _card(translate("Settings", "Cuenta del servicio"), self.account)
        kept = translate("Settings", "Deja de recibir novedades. Lo guardado sigue aquí, con su contraseña.")
        card.body.addWidget(SettingRow(translate("Settings", "Salir de la cuenta"), kept, self.leave))
        told = translate("Settings", "Para recibir novedades otra vez.")
        self.again_row = SettingRow(translate("Settings", "Volver a ingresar"), told, self.again)
        card.body.addWidget(self.again_row)
        self.again_row.hide()  # until it is known that the session is over
        return card

    def _privacy_card(self) -> Card:
        told = translate("Settings", "Quién de una oficina vio sus documentos, cuándo y para qué.")
        see = secondary(translate("Settings", "Ver…"), partial(LooksDialog, self._opened, self))
        see.setAccessibleName(translate("Settings", "Ver: {what}").format(what=looks_title()))
        self.looks = SettingRow(looks_title(), told, see)
        given = translate("Settings", "Qué puede hacer cada persona de su oficina. Necesita conexión.")
        manage = secondary(translate("Settings", "Ver y &dar…"), partial(RolesDialog, self._opened, self))
        self.roles = SettingRow(roles_title(), given, manage)
        self._with_roles = (line(), self.roles)
        card = _card(translate("Settings", "Privacidad y permisos"), self.looks)
        for part in self._with_roles:
            part.hide()  # until it is known that the person is an administrator
            card.body.addWidget(part)
        return card

    def _show_roles(self, person: "PersonFact | None") -> None:
        for part in self._with_roles:
            part.setVisible(person is not None and "administrador" in person.roles)

    def _erase_card(self) -> Card:
        erase = danger(translate("Settings", "B&orrar mis datos…"), self._erase)
        return _card(
            translate("Settings", "Borrar mis datos de esta computadora"),
            SettingRow(
                translate("Settings", "Borrar este perfil"),
                translate(
                    "Settings", "Si va a vender, prestar o devolver la computadora. Se puede hacer sin internet."
                ),
                erase,
            ),
        )

    def _show_account(self, session: "Session | None") -> None:
        if session is None:
            set_text(self.account, translate("Settings", "Este perfil todavía no tiene una cuenta."))
        else:
            said = translate("Settings", "Usuario {user} · {server}")
            set_text(self.account, said.format(user=session.user, server=session.server))
        open_session = session is not None and session.refresh_token is not None
        self.leave.setEnabled(open_session)
        self.again_row.setVisible(not open_session)

    def _change_password(self) -> None:
        ChangePassword(self, self._opened).exec()

    def _rename(self) -> None:
        box = Rename(self, self._opened)
        box.renamed.connect(self._custodian.renamed)
        box.exec()

    def _erase(self) -> None:
        self._opened.desk.ask(self, _unsent, self._confirm_erase)

    def _confirm_erase(self, unsent: tuple[int, int]) -> None:
        if confirm_erase(self, *unsent):
            self._custodian.erase_everything()


def _card(title: str, *rows: QWidget) -> Card:
    card = Card(title, spacing=14)
    for number, row in enumerate(rows):
        if number:
            card.body.addWidget(line())
        card.body.addWidget(row)
    return card


def _minutes(number: int) -> str:
    if number == 1:
        return translate("Settings", "Después de 1 minuto")
    return translate("Settings", "Después de {n} minutos").format(n=number)


def _account(db: "Connection") -> "Session | None":
    from storage.cache import session

    return session(db)


def _person(db: "Connection") -> "PersonFact | None":
    from storage.payslips import person

    return person(db)


def _unsent(db: "Connection") -> tuple[int, int]:
    """What only this computer has: requests on their way, and drafts."""
    from storage.drafts import own_requests
    from storage.outbox import pending_count
    from storage.request_records import RequestState

    if db.missing is not None:
        return 0, 0
    drafts = sum(1 for own in own_requests(db) if own.state is RequestState.DRAFT)
    return pending_count(db), drafts
