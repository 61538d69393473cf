"""The dialogs of requests: the number that a mesa de partes gave, written down. They decide nothing."""

from datetime import date

from PySide6.QtWidgets import QDialog, QWidget

from desktop.presenters.formats import short_day
from desktop.presenters.requests_detail import read_day
from desktop.theme import theme
from desktop.widgets.buttons import primary, secondary
from desktop.widgets.dialogs import Dialog
from desktop.widgets.fields import Field
from desktop.words import translate
from documents.identifiers import Identified
from documents.identifiers_of_offices import read_expediente
from documents.legajo_words import sentence
from storage.request_records import Expediente


class ExpedienteDialog(Dialog):
    """`expediente` is what was written, once it was accepted."""

    def __init__(self, parent: QWidget | None, name: str, known: Expediente | None, today: date) -> None:
        super().__init__(parent, translate("requests", "Número de expediente"), "scroll-text")
        self._today = today
        self.expediente: Expediente | None = None
        self.say(
            translate(
                "requests",
                "Es el que le dio la mesa de partes por el sustento de {name}. Se envía solo y la oficina lo verá "
                "junto a su solicitud.",
            ).format(name=name)
        )
        self.number = Field(translate("requests", "&Número de expediente"), translate("requests", "MPT-FUT2026-EXT-77"))
        self.key = Field(
            translate("requests", "&Clave"), translate("requests", "La que sirve para consultarlo, si le dieron una.")
        )
        self.day = Field(translate("requests", "&Fecha en que lo presentó"), translate("requests", "Así: 23/11/2026"))
        for field in (self.number, self.key, self.day):
            field.edit.setMaxLength(60)
            self.body.addWidget(field)
        self.body.setSpacing(theme().px(12))
        self.number.put(known.numero if known else "")
        self.key.put(known.clave if known else "")
        self.day.put(short_day(known.fecha if known and known.fecha else today))
        self.answer_with(
            secondary(translate("Dialogs", "&Cancelar"), self.reject),
            primary(translate("requests", "&Guardar"), self._finish),
        )
        self.number.setFocus()

    def _finish(self) -> None:
        number, day = read_expediente(self.number.text), read_day(self.day.text, self._today)
        if not isinstance(number, Identified):
            self.number.complain(sentence(number.code, dict(number.arguments)))
        if day is None:
            self.day.complain(
                translate("requests", "Escriba el día, el mes y el año, así: 23/11/2026. No puede ser después de hoy.")
            )
        if isinstance(number, Identified) and day is not None:
            self.expediente = Expediente(number.value, self.key.text.strip(), day)
            self.accept()


def ask_expediente(parent: QWidget | None, name: str, known: Expediente | None, today: date) -> Expediente | None:
    """What the person wrote, None when they thought better of it."""
    box = ExpedienteDialog(parent, name, known, today)
    return box.expediente if box.exec() == QDialog.DialogCode.Accepted else None
