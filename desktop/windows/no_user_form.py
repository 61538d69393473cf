"""«No tengo usuario»: what to present at the UGEL's mesa de partes, and the solicitud simple, written out.

What is typed here goes nowhere but into the letter.
"""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QGridLayout, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from desktop.plain import announce, label, set_text
from desktop.presenters.accounts import Letter, letter_text, requirements
from desktop.presenters.errors import explain
from desktop.theme import theme
from desktop.widgets.buttons import link, primary, secondary
from desktop.widgets.choices_row import in_a_row
from desktop.widgets.dialogs import tell_trouble
from desktop.widgets.fields import Field
from desktop.widgets.icon_label import IconLabel
from desktop.words import translate

if TYPE_CHECKING:
    from desktop.tasks.desk import Desk
    from sync.clock import Clock


class NoUserForm(QWidget):
    """`back` when the person is done here."""

    back = Signal()

    def __init__(self, desk: "Desk", clock: "Clock", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._clock = desk, clock
        self.fields = {
            "names": Field(translate("NoUser", "Nombres y apellidos")),
            "document": Field(translate("NoUser", "DNI")),
            "email": Field(translate("NoUser", "Correo electrónico")),
            "phone": Field(translate("NoUser", "Celular")),
            "post": Field(translate("NoUser", "Cargo")),
            "school": Field(translate("NoUser", "Institución educativa")),
            "ugel": Field(translate("NoUser", "UGEL")),
        }
        self.letter = QPlainTextEdit()
        self.letter.setAccessibleName(translate("NoUser", "Solicitud simple"))
        self.letter.setTabChangesFocus(True)
        self.letter.setMinimumHeight(theme().px(240))
        self.said = label("", "good", wrap=True)
        for field in self.fields.values():
            field.edit.textChanged.connect(self._write)
        self._lay_out()
        self._write()

    def copy(self) -> None:
        """The letter to the clipboard."""
        QGuiApplication.clipboard().setText(self.letter.toPlainText())
        self._say(translate("NoUser", "Copiada. Péguela en un documento o en un correo."))

    def save(self) -> None:
        """The letter to a text file that the person chooses."""
        start = str(Path.home() / translate("NoUser", "solicitud de usuario.txt"))
        chosen, _kind = QFileDialog.getSaveFileName(
            self, translate("NoUser", "Guardar la solicitud"), start, translate("NoUser", "Texto (*.txt)")
        )
        if chosen:
            self.save_to(Path(chosen))

    def save_to(self, place: Path) -> None:
        """Write the letter there, on the pool."""
        text = self.letter.toPlainText()

        def saved(_count: int) -> None:
            self._say(translate("NoUser", "Guardada en {place}").format(place=place))

        def refused(error: Exception) -> None:
            tell_trouble(self, explain(error))

        # A byte order mark, or old Notepads show the tildes wrong.
        self._desk.start(self, lambda _job: place.write_text(text, encoding="utf-8-sig"), saved, refused)

    def _say(self, text: str) -> None:
        set_text(self.said, text)
        announce(self, text)

    def _write(self) -> None:
        letter = Letter(**{name: field.text.strip() for name, field in self.fields.items()})
        set_text(self.letter, letter_text(letter, self._clock.now().astimezone().date()))

    def _lay_out(self) -> None:
        inside = QVBoxLayout(self)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(theme().px(14))
        inside.addWidget(label(translate("NoUser", "Si no tiene usuario"), "title"))
        both = in_a_row()
        both.setSpacing(theme().px(28))
        both.addLayout(self._left(), 1)
        both.addLayout(self._right(), 1)
        inside.addLayout(both)
        foot = QHBoxLayout()
        foot.addWidget(link(translate("NoUser", "&Volver"), self.back.emit, "arrow-left"))
        foot.addStretch(1)
        foot.addWidget(secondary(translate("NoUser", "&Guardar como texto…"), self.save, "save"))
        foot.addWidget(primary(translate("NoUser", "&Copiar"), self.copy, "copy"))
        inside.addLayout(foot)

    def _left(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(theme().px(8))
        told = translate("NoUser", "Lo crea su UGEL, casi siempre en un día hábil. Presente por su mesa de partes:")
        column.addWidget(label(told, "quiet", wrap=True))
        for line in requirements():
            row = QHBoxLayout()
            row.setSpacing(theme().px(8))
            row.addWidget(IconLabel("check", "good", 16), 0, Qt.AlignmentFlag.AlignTop)
            row.addWidget(label(line, "body", wrap=True), 1)
            column.addLayout(row)
        grid = QGridLayout()
        grid.setSpacing(theme().px(10))
        for number, field in enumerate(self.fields.values()):
            last = number == len(self.fields) - 1
            grid.addWidget(field, number // 2, number % 2, 1, 2 if last else 1)
        column.addSpacing(theme().px(4))
        column.addLayout(grid)
        column.addStretch(1)
        return column

    def _right(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(theme().px(8))
        column.addWidget(label(translate("NoUser", "Su solicitud, lista para copiar o guardar"), "strong", wrap=True))
        column.addWidget(self.letter, 1)
        column.addWidget(self.said)
        return column
