"""What a mesa de partes registers of a request: its number, folios, to whom it goes on, what is wanting."""

from datetime import date

from PySide6.QtWidgets import QCheckBox, QComboBox, QDialog, QHBoxLayout, QWidget

from desktop.plain import label
from desktop.presenters.formats import short_day
from desktop.presenters.requests_detail import read_day
from desktop.presenters.tray_reception import ReceptionQuestion, lack_names
from desktop.theme import theme
from desktop.widgets.buttons import primary, secondary
from desktop.widgets.dialogs import Dialog
from desktop.widgets.fields import Field
from desktop.widgets.flow import FlowLayout
from desktop.words import translate
from documents.identifiers import Identified
from documents.identifiers_of_offices import read_expediente
from documents.legajo_words import sentence
from storage.decision_records import ReceptionWish
from storage.request_records import Expediente

MOST_FOLIOS = 100_000


class ReceptionDialog(Dialog):
    """`reception` is what was written, once it was accepted."""

    def __init__(self, parent: QWidget | None, question: ReceptionQuestion, today: date) -> None:
        super().__init__(parent, question.title, "file-check", "action")
        self._today = today
        self.reception: ReceptionWish | None = None
        self.say(question.consequences)
        self.number = Field(translate("tray", "&Número de expediente"))
        self.key = Field(translate("tray", "&Clave (si tiene)"))
        self.day = Field(translate("tray", "&Fecha"))
        self.folios = Field(translate("tray", "F&olios"))
        self.desk = QComboBox()
        for code, name in question.desks:
            self.desk.addItem(name, code)
        self.ticks = {code: QCheckBox(words) for code, words in lack_names()}
        self._lay_out()
        self._put(question, today)
        self.answer_with(
            secondary(translate("Dialogs", "&Cancelar"), self.reject),
            primary(translate("tray", "&Recibir y derivar"), self._finish),
        )
        self.number.setFocus()

    def _lay_out(self) -> None:
        for parts in ((self.number,), (self.key, self.day, self.folios)):
            row = QHBoxLayout()
            row.setSpacing(theme().px(12))
            for part in parts:
                part.edit.setMaxLength(60)
                row.addWidget(part, 1)
            self.body.addLayout(row)
        name = label(translate("tray", "&Derivar a"), "strong")
        name.setBuddy(self.desk)
        self.desk.setAccessibleName(translate("tray", "Derivar a"))
        told = translate("tray", "Qué le falta (se recibe igual; tiene 2 días hábiles para completar)")
        wanting = label(told, "strong", wrap=True)
        box = QWidget()
        box.setProperty("ground", "none")
        flow = FlowLayout(box, gap=theme().px(12))
        flow.setContentsMargins(0, 0, 0, 0)
        for tick in self.ticks.values():
            flow.addWidget(tick)
        routed = (name, self.desk) if self.desk.count() > 1 else ()
        for below in (*routed, wanting, box):
            self.body.addWidget(below)

    def _put(self, question: ReceptionQuestion, today: date) -> None:
        known = question.known
        self.number.put(known.expediente.numero if known else "")
        self.key.put(known.expediente.clave if known else "")
        self.day.put(short_day(known.expediente.fecha if known and known.expediente.fecha else today))
        folios = (known.folios if known else 0) or question.folios
        self.folios.put(str(folios) if folios else "")
        if known and known.desk:
            self.desk.setCurrentIndex(max(0, self.desk.findData(known.desk)))
        for code, tick in self.ticks.items():
            tick.setChecked(known is not None and code in known.lacking)

    def _finish(self) -> None:
        number, day = read_expediente(self.number.text), read_day(self.day.text, self._today)
        folios = self.folios.text.strip()
        counted = folios.isdecimal() and int(folios) <= MOST_FOLIOS
        if not isinstance(number, Identified):
            self.number.complain(sentence(number.code, dict(number.arguments)))
        if day is None:
            self.day.complain(translate("tray", "Escríbala así: 23/11/2026. No puede ser después de hoy."))
        if not counted:
            self.folios.complain(translate("tray", "Escriba cuántos folios trae, con cifras."))
        if isinstance(number, Identified) and day is not None and counted:
            expediente = Expediente(number.value, self.key.text.strip(), day)
            lacking = tuple(code for code, tick in self.ticks.items() if tick.isChecked())
            self.reception = ReceptionWish(expediente, int(folios), str(self.desk.currentData()), lacking)
            self.accept()


def ask_reception(parent: QWidget | None, question: ReceptionQuestion, today: date) -> ReceptionWish | None:
    """What is to be registered; None when they thought better of it."""
    box = ReceptionDialog(parent, question, today)
    return box.reception if box.exec() == QDialog.DialogCode.Accepted else None
