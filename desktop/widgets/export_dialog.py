"""Which payslips to save outside the vault:
a question with counted answers, and what it means for a shared computer.
"""

from collections.abc import Sequence

from PySide6.QtWidgets import QButtonGroup, QRadioButton, QWidget

from desktop.plain import set_text, unmarked
from desktop.presenters.export import Choice, copy_warning
from desktop.widgets.buttons import primary, secondary
from desktop.widgets.card import note
from desktop.widgets.dialogs import Dialog
from desktop.words import translate


class ExportDialog(Dialog):
    """`choices`: each with its words and how many payslips it means. `choice` after it was accepted."""

    def __init__(self, parent: QWidget | None, choices: Sequence[tuple[Choice, str, int]]) -> None:
        super().__init__(parent, translate("export", "¿Qué boletas quiere descargar?"), "folder-down")
        self._group = QButtonGroup(self)
        self._choices = tuple(choice for choice, _words, _count in choices)
        for place, (_choice, words, count) in enumerate(choices):
            button = QRadioButton()
            set_text(button, unmarked(words))
            button.setAccessibleName(words)
            button.setEnabled(count > 0)
            self._group.addButton(button, place)
            self.body.addWidget(button)
            if self._group.checkedId() < 0 and count > 0:
                button.setChecked(True)
        self.say(
            translate("export", "Se guarda una carpeta por año. Lo que ya esté igual en la carpeta no se repite."),
            "small",
        )
        self.body.addWidget(note(copy_warning()))
        go = primary(translate("export", "Elegir carpeta…"), self.accept, "folder-open")
        go.setEnabled(any(count for _choice, _words, count in choices))
        self.answer_with(secondary(translate("export", "Cancelar"), self.reject), go)

    @property
    def choice(self) -> Choice:
        """What the person chose."""
        return self._choices[max(0, self._group.checkedId())]
