"""«Cerrar sesión», explained: what it ends, what stays, and the lighter way for who only leaves the desk."""

from typing import Literal

from PySide6.QtWidgets import QWidget

from desktop.widgets.buttons import primary, secondary
from desktop.widgets.dialogs import Dialog
from desktop.words import translate

Choice = Literal["stay", "lock", "leave"]


class Leaving(Dialog):
    """`choice` is what the person decided; "stay" until then."""

    def __init__(self, parent: QWidget | None) -> None:
        super().__init__(parent, translate("Closing", "¿Cerrar sesión?"), "log-out")
        self.choice: Choice = "stay"
        for paragraph in (
            translate("Closing", "Se cierra su ingreso al servicio y se bloquea este perfil."),
            translate(
                "Closing",
                "Sus boletas siguen aquí, cifradas: las verá sin internet con la contraseña de esta computadora.",
            ),
            translate("Closing", "Para recibir novedades tendrá que ingresar otra vez con su usuario y la imagen."),
        ):
            self.say(paragraph)
        self.lock = secondary(translate("Closing", "Solo &bloquear"), lambda: self._decide("lock"))
        self.leave = primary(translate("Closing", "C&errar sesión"), lambda: self._decide("leave"))
        self.answer_with(secondary(translate("Closing", "&Cancelar"), self.reject), self.lock, self.leave)

    def _decide(self, choice: Choice) -> None:
        self.choice = choice
        self.accept()


def ask_to_leave(parent: QWidget | None) -> Choice:
    """What the person wants."""
    box = Leaving(parent)
    box.exec()
    return box.choice
