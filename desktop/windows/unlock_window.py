"""The window that opens a profile: who uses the computer, and the password of this computer. Needs no network.

It shows an alias and a count of waiting requests, and knows nothing more about anybody until the password fits.
"""

import math
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QWidget

from desktop.plain import announce, label, set_role, set_text
from desktop.presenters.errors import Told, explain
from desktop.presenters.formats import duration
from desktop.widgets.brand import Brand
from desktop.widgets.buttons import link, primary
from desktop.widgets.card import line
from desktop.widgets.dialogs import tell_trouble
from desktop.widgets.fields import PasswordField
from desktop.windows.forgotten import Forgotten
from desktop.windows.night import NightWindow
from desktop.windows.profile_cards import ProfileCards
from desktop.words import translate
from storage.profile_card import ProfileCard

if TYPE_CHECKING:
    from desktop.choices import Choices
    from desktop.tasks.desk import Desk
    from storage.profile import Vault
    from sync.clock import Clock

_PASSWORD_CODES = ("wrong-password", "throttled")


class UnlockWindow(NightWindow):
    """`unlocked(vault)` when a password fitted; `newcomer` for somebody without a profile; `verify_wanted`."""

    unlocked = Signal(object)
    newcomer = Signal()
    verify_wanted = Signal()

    def __init__(
        self,
        cards: tuple[ProfileCard, ...],
        choices: "Choices",
        desk: "Desk",
        clock: "Clock",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(translate("Unlock", "Chasqui"), parent=parent)
        self._choices, self._desk, self._clock = choices, desk, clock
        self._card = cards[0]
        self._wait_until = 0.0  # monotonic seconds
        self.cards = ProfileCards(cards)
        self.password = PasswordField(translate("Unlock", "C&ontraseña de esta computadora"))
        self.said = label("", "bad", wrap=True)
        self.busy = QProgressBar()
        self.open = primary(translate("Unlock", "&Abrir"), self.unlock)
        self.forgot = link(translate("Unlock", "Ol&vidé mi contraseña"), self._explain_forgotten)
        self.queue = label("", "small", wrap=True)
        verify = translate("Unlock", "Verificar un &documento")
        self.verify = link(verify, self.verify_wanted.emit, "shield-check")
        self.help = link(translate("Unlock", "A&yuda"), self.help_wanted.emit, "circle-help")
        self._ticking = QTimer(self)
        self._ticking.setInterval(1000)
        self._ticking.timeout.connect(self._tick)
        self._lay_out()
        self.cards.chosen.connect(self._choose)
        self.cards.other.connect(self.newcomer)
        self.cards.choose(_index_of(cards, choices.preferences.last_profile))

    def unlock(self) -> None:
        """Try the password on the pool: deriving the key takes half a second or more."""
        if not self.open.isEnabled():
            return
        self._say("")
        if not self.password.text:
            self.password.complain(translate("Unlock", "Escriba la contraseña que eligió para esta computadora."))
            self.password.setFocus()
            return
        self._show_busy(busy=True)
        directory, password, now = Path(self._card.directory), self.password.text, self._clock.now()
        self._desk.start(self, lambda _job: _open(directory, password, now), self._opened, self._refused)

    def _opened(self, vault: "Vault") -> None:
        self.password.forget()
        self._choices.choose(last_profile=self._card.id)
        self.unlocked.emit(vault)

    def _refused(self, error: Exception) -> None:
        self._show_busy(busy=False)
        told = explain(error)
        if told.code not in _PASSWORD_CODES:
            self._tell(told)
            return
        self._say(f"{told.what} {told.safe}")
        announce(self, self.said.text(), urgent=True)
        self.password.edit.selectAll()
        self.password.setFocus()
        wait = float(getattr(error, "wait", 0.0) or getattr(error, "seconds", 0.0))
        if wait > 0:
            self._wait_until = self._clock.monotonic() + wait
            self._ticking.start()
            self._tick()

    def _tell(self, told: Told) -> None:
        self._say(f"{told.what} {told.safe} {told.todo}")
        tell_trouble(self, told)

    def _tick(self) -> None:
        left = math.ceil(self._wait_until - self._clock.monotonic())
        self.open.setEnabled(left <= 0)
        if left > 0:
            text = translate("Unlock", "Espere {time} para volver a intentar. Sus datos no se borran por equivocarse.")
            self._say(text.format(time=duration(left)), "wait")
        elif self._ticking.isActive():
            self._ticking.stop()
            self._say(translate("Unlock", "Ya puede volver a intentar."), "small")
            announce(self, self.said.text())

    def _choose(self, card: ProfileCard) -> None:
        self._card = card
        self._ticking.stop()
        self.open.setEnabled(True)
        self._say("")
        self.password.forget()
        set_text(self.queue, queue_words(self._choices.preferences.waiting.get(card.id, 0)))
        self.password.setFocus()

    def _explain_forgotten(self) -> None:
        box = Forgotten(self, self._card, self._desk)
        box.set_aside.connect(self.newcomer)
        box.exec()

    def _say(self, text: str, role: str = "bad") -> None:
        set_role(self.said, role)
        set_text(self.said, text)
        self.said.setVisible(bool(text))
        self.password.edit.setAccessibleDescription(text)

    def _show_busy(self, *, busy: bool) -> None:
        self.busy.setVisible(busy)
        self.open.say(translate("Unlock", "Abriendo…") if busy else translate("Unlock", "&Abrir"))
        for part in (self.open, self.password, self.cards, self.forgot):
            part.setEnabled(not busy)

    def _lay_out(self) -> None:
        self.busy.setRange(0, 0)
        self.busy.setTextVisible(False)
        self.busy.setAccessibleName(translate("Unlock", "Abriendo el perfil"))
        self.busy.hide()
        foot = QHBoxLayout()
        foot.addWidget(self.forgot)
        foot.addStretch(1)
        foot.addWidget(self.open)
        body = self.card_body
        body.addWidget(Brand())
        body.addSpacing(4)
        body.addWidget(label(translate("Unlock", "¿Quién usa la computadora?"), "small"))
        body.addWidget(self.cards)
        for part in (self.password, self.said, self.busy):
            body.addWidget(part)
        body.addLayout(foot)
        body.addWidget(line())
        body.addWidget(self.queue)
        body.addWidget(self.verify, 0, Qt.AlignmentFlag.AlignLeft)
        body.addWidget(self.help, 0, Qt.AlignmentFlag.AlignLeft)
        self.password.edit.returnPressed.connect(self.unlock)


def queue_words(waiting: int) -> str:
    """The line below the card: no network is needed, and what waits is not lost."""
    if waiting == 0:
        return translate("Unlock", "No necesita internet. Sus boletas están guardadas y cifradas en esta computadora.")
    if waiting == 1:
        return translate("Unlock", "No necesita internet. Hay 1 solicitud por enviar: no se perderá.")
    return translate("Unlock", "No necesita internet. Hay {n} solicitudes por enviar: no se perderán.").format(
        n=waiting
    )


def _open(directory: Path, password: str, now: datetime) -> "Vault":
    from storage.profile import open_profile

    return open_profile(directory, password, now=now)


def _index_of(cards: tuple[ProfileCard, ...], profile_id: str) -> int:
    return next((number for number, card in enumerate(cards) if card.id == profile_id), 0)
