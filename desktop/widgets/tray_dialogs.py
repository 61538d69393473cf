"""What the office is asked before a decision goes out: the consequence, and the reason where one is demanded."""

from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QComboBox, QDialog, QPlainTextEdit, QWidget

from desktop.plain import label, set_text
from desktop.presenters.tray_words import DecisionQuestion
from desktop.theme import theme
from desktop.widgets.buttons import danger, primary, secondary
from desktop.widgets.dialogs import Dialog
from desktop.widgets.fields import Field
from desktop.words import translate

LONGEST = 2000  # characters that the office's service takes
LONGEST_NAME = 40


class DecisionDialog(Dialog):
    """`reason` is what the person will read; a common one can be chosen and then changed."""

    def __init__(
        self, parent: QWidget | None, question: DecisionQuestion, *, dangerous: bool, written: str = ""
    ) -> None:
        super().__init__(parent, question.title, "circle-help", "action")
        self._demanded = question.demanded
        self.say(question.consequences)
        self.common = QComboBox()
        self.common.setAccessibleName(translate("tray", "Motivos frecuentes"))
        self.words = QPlainTextEdit()
        self.words.setTabChangesFocus(True)
        self.words.setFixedHeight(theme().px(96))
        title = translate("tray", "&Motivo que leerá") if question.demanded else translate("tray", "&Nota (si quiere)")
        name = label(title, "strong")
        name.setBuddy(self.words)
        self.words.setAccessibleName(title.replace("&", ""))
        self.complaint = label("", "bad", wrap=True)
        self.complaint.hide()
        if question.reasons:
            self.common.addItem(translate("tray", "Elija un motivo frecuente, o escríbalo abajo"))
            self.common.addItems(question.reasons)
            self.common.activated.connect(self._take_common)
            self.common.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            self.common.setMinimumContentsLength(36)
            self.body.addWidget(self.common)
        for widget in (name, self.words, self.complaint):
            self.body.addWidget(widget)
        make = danger if dangerous else primary
        self.answer_with(secondary(translate("Dialogs", "&Cancelar"), self.reject), make(question.yes, self._finish))
        self._write(written)
        if question.demanded:
            self.words.setFocus()

    @property
    def reason(self) -> str:
        """What was written, no longer than the service takes."""
        return self.words.toPlainText().strip()[:LONGEST]

    def _take_common(self, place: int) -> None:
        if place:
            self._write(self.common.itemText(place))
            self.complaint.hide()

    def _write(self, text: str) -> None:
        """What is typed next goes on behind it."""
        set_text(self.words, text)
        self.words.moveCursor(QTextCursor.MoveOperation.End)

    def _finish(self) -> None:
        if self._demanded and not self.reason:
            set_text(self.complaint, translate("tray", "Escriba el motivo: sin él, la persona no sabe qué corregir."))
            self.complaint.show()
            self.words.setFocus()
            return
        self.accept()


def ask_decision(
    parent: QWidget | None, question: DecisionQuestion, *, dangerous: bool = False, written: str = ""
) -> str | None:
    """The reason ("" when none was wanted); None when they thought better of it. `written`: what they wrote before."""
    box = DecisionDialog(parent, question, dangerous=dangerous, written=written)
    return box.reason if box.exec() == QDialog.DialogCode.Accepted else None


def ask_name(parent: QWidget | None, taken: tuple[str, ...]) -> str | None:
    """A name for a view; None when they thought better of it."""
    box = Dialog(parent, translate("tray", "Guardar como vista"), "save")
    box.say(translate("tray", "Queda en su lista de vistas, en esta computadora, con los filtros y palabras de ahora."))
    field = Field(translate("tray", "&Nombre"))
    field.edit.setMaxLength(LONGEST_NAME)
    box.body.addWidget(field)
    keep = primary(translate("tray", "&Guardar"), box.accept)
    keep.setEnabled(False)

    def judge(text: str) -> None:
        keep.setEnabled(bool(text.strip()))
        same = translate("tray", "Ya hay una vista con ese nombre: se reemplaza.")
        field.complain(same if text.strip() in taken else "")

    field.edit.textChanged.connect(judge)
    box.answer_with(secondary(translate("Dialogs", "&Cancelar"), box.reject), keep)
    field.setFocus()
    return field.edit.text().strip() if box.exec() == QDialog.DialogCode.Accepted else None
