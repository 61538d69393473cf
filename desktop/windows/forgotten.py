"""What to do about a forgotten password of this computer: what comes back, and a way on that erases nothing."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from desktop.plain import announce, label, set_text
from desktop.presenters.errors import explain
from desktop.presenters.stick_faults import told
from desktop.widgets.buttons import link, primary, secondary
from desktop.widgets.dialogs import Dialog, tell_trouble
from desktop.words import translate
from storage.profile_card import ProfileCard

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.tasks.desk import Desk
    from sync.stick.media import WrittenFile


class Forgotten(Dialog):
    """`set_aside` when the person decided to go on with a new profile; the old one stays, renamed."""

    set_aside = Signal()

    def __init__(self, parent: QWidget, card: ProfileCard, desk: "Desk") -> None:
        super().__init__(parent, translate("Forgotten", "Si olvidó la contraseña de esta computadora"), "key-round")
        self._card, self._desk = card, desk
        self.ask_folder: Callable[[], Path | None] = self._ask_folder
        for paragraph in forgotten_words(has_copy=card.has_copy):
            self.say(paragraph)
        self.carry = link(translate("Forgotten", "&Guardar lo pendiente en una memoria…"), self._carry, "usb")
        self.carry.setVisible(card.has_copy)
        self.body.addWidget(self.carry, 0, Qt.AlignmentFlag.AlignLeft)
        self.told = label("", "quiet", wrap=True)
        self.told.hide()
        self.body.addWidget(self.told)
        self.go = secondary(translate("Forgotten", "&Apartar este perfil y crear otro"), self._put_aside)
        self.answer_with(self.go, primary(translate("Forgotten", "&Seguir intentando"), self.reject))

    def _carry(self) -> None:
        folder = self.ask_folder()
        if folder is None:
            return
        from sync.stick.keeping import carry_queue

        directory = Path(self._card.directory)
        self.carry.setEnabled(False)
        self._desk.start(self, lambda _job: carry_queue(directory, folder), self._carried, self._not_carried)

    def _carried(self, file: "WrittenFile") -> None:
        self.carry.setEnabled(True)
        words = translate("Forgotten", "Listo: «{name}» está en la memoria. Entréguela en su UGEL.")
        set_text(self.told, words.format(name=file.path.name))
        self.told.show()
        announce(self.told, self.told.text())

    def _not_carried(self, error: Exception) -> None:
        self.carry.setEnabled(True)
        tell_trouble(self, told(error))

    def _ask_folder(self) -> Path | None:
        from desktop.pages.stick_deeds import ask_folder

        return ask_folder(self)

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


def forgotten_words(*, has_copy: bool = False) -> tuple[str, ...]:
    """The paragraphs, each one thought. `has_copy`: of what was about to be sent."""
    waiting = (
        translate(
            "Forgotten",
            "Lo que estaba por enviar no se pierde: hay una copia cerrada que solo el servicio central abre. Guárdela "
            "en una memoria y entréguela en su UGEL; si ya había llegado, no se repite.",
        )
        if has_copy
        else translate(
            "Forgotten", "Lo que estaba por enviar queda dentro de este perfil y solo sale con la contraseña."
        )
    )
    return (
        translate("Forgotten", "Nadie puede recuperarla ni abrir el perfil sin ella: ni la UGEL ni nosotros."),
        translate(
            "Forgotten", "Sus boletas no se pierden. Vuelven de la oficina cuando ingrese otra vez con su usuario."
        ),
        waiting,
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
