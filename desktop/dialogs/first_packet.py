"""The specialist's side of a first packet: what was looked at, and afterwards the words to be said in person."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from desktop.plain import label
from desktop.presenters.formats import day
from desktop.widgets.buttons import primary, secondary
from desktop.widgets.dialogs import Dialog
from desktop.widgets.fields import Field
from desktop.words import translate

if TYPE_CHECKING:
    from desktop.tasks.office_stick_door import FirstWritten

SHORTEST = 4


def ask_how(parent: QWidget | None, who: str) -> str | None:
    """What was looked at before giving somebody their first packet; None: nothing is given."""
    box = FirstPacketDialog(parent, who)
    return box.how.text.strip() if box.exec() == Dialog.DialogCode.Accepted else None


class FirstPacketDialog(Dialog):
    """Asks what was looked at."""

    def __init__(self, parent: QWidget | None, who: str) -> None:
        super().__init__(parent, translate("FirstPacket", "Paquete inicial para {who}").format(who=who), "usb")
        self.say(
            translate(
                "FirstPacket",
                "Para quien no tiene internet ni un equipo vinculado. Lleva todas sus boletas y se abre con siete "
                "palabras que usted le dice en persona. Entréguelo solo a la persona, con su DNI a la vista.",
            )
        )
        self.how = Field(
            translate("FirstPacket", "Qué &documento revisó"), translate("FirstPacket", "Por ejemplo: DNI a la vista.")
        )
        self.body.addWidget(self.how)
        self.answer_with(
            secondary(translate("FirstPacket", "&Cancelar"), self.reject),
            primary(translate("FirstPacket", "&Escribir en una memoria…"), self._submit),
        )
        self.how.setFocus()

    def _submit(self) -> None:
        if len(self.how.text.strip()) < SHORTEST:
            self.how.complain(translate("FirstPacket", "Escriba qué documento revisó."))
            self.how.setFocus()
            return
        self.accept()


def words_box(parent: QWidget | None, who: str, written: "FirstWritten") -> Dialog:
    """The words, shown once."""
    box = Dialog(parent, translate("FirstPacket", "Dígale estas palabras a {who}").format(who=who), "key-round")
    words = label(written.words, "verdict", wrap=True)
    words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByKeyboard)
    box.body.addWidget(words)
    told = translate(
        "FirstPacket",
        "Que las anote aparte de la memoria. No se guardan en ninguna parte y no se pueden volver a mostrar. Sirven "
        "para vincular un solo equipo, hasta el {day}.",
    )
    box.say(told.format(day=day(written.ends.astimezone().date())))
    box.say(translate("FirstPacket", "El paquete es «{name}».").format(name=written.name), "quiet")
    box.answer_with(primary(translate("FirstPacket", "&Ya las anotó"), box.accept))
    return box


ShowWords = Callable[[str, "FirstWritten"], object]
