"""What to do about a forgotten password of this computer: what comes back, and a way on that erases nothing."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.presenters.errors import explain
from desktop.widgets.buttons import primary, secondary
from desktop.widgets.dialogs import Dialog, tell_trouble
from desktop.words import translate
from storage.profile_card import ProfileCard

if TYPE_CHECKING:
    from desktop.tasks.desk import Desk


class Forgotten(Dialog):
    """`set_aside` when the person decided to go on with a new profile; the old one stays, renamed."""

    set_aside = Signal()

    def __init__(self, parent: QWidget, card: ProfileCard, desk: "Desk") -> None:
        super().__init__(parent, translate("Forgotten", "Si olvidó la contraseña de esta computadora"), "key-round")
        self._card, self._desk = card, desk
        for paragraph in forgotten_words():
            self.say(paragraph)
        self.go = secondary(translate("Forgotten", "&Apartar este perfil y crear otro"), self._put_aside)
        self.answer_with(self.go, primary(translate("Forgotten", "&Seguir intentando"), self.reject))

    def _put_aside(self) -> None:
        alias = aside_alias(self._card.alias)
        directory = Path(self._card.directory)
        self.go.setEnabled(False)
        self._desk.start(self, lambda _job: _rename(directory, alias), self._renamed, self._failed)

    def _renamed(self, _nothing: None) -> None:
        self.accept()
        self.set_aside.emit()

    def _failed(self, error: Exception) -> None:
        self.go.setEnabled(True)
        tell_trouble(self, explain(error))


def forgotten_words() -> tuple[str, ...]:
    """The paragraphs, each one thought."""
    return (
        translate("Forgotten", "Nadie puede recuperarla ni abrir el perfil sin ella: ni la UGEL ni nosotros."),
        translate(
            "Forgotten", "Sus boletas no se pierden. Vuelven de la oficina cuando ingrese otra vez con su usuario."
        ),
        translate("Forgotten", "Lo que estaba por enviar queda dentro de este perfil y solo sale con la contraseña."),
        translate(
            "Forgotten", "Puede apartar este perfil y crear otro. El apartado no se borra: si la recuerda, ábralo."
        ),
    )


def aside_alias(alias: str) -> str:
    """The name of a profile that was put aside."""
    mark = translate("Forgotten", "(apartado)")
    return alias if alias.endswith(mark) else f"{alias[:40]} {mark}".strip()


def _rename(directory: Path, alias: str) -> None:
    from storage.profile import rename_profile

    rename_profile(directory, alias)
