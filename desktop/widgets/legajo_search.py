"""The line that searches the whole legajo: asks when typing stops or on Enter."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from desktop.words import translate

TYPING = 250  # milliseconds without typing before the search begins


class SearchLine(QLineEdit):
    """`asked` when the text is to be searched, "" included; `entered` when the person wants to see what was found."""

    asked = Signal()
    entered = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText(translate("legajo", "Buscar en todo (Ctrl+F)"))
        self.setAccessibleName(translate("legajo", "Buscar en todo su legajo"))
        self.setClearButtonEnabled(True)
        self._typing = QTimer(self, singleShot=True, interval=TYPING)
        self._typing.timeout.connect(self.asked)
        self.textEdited.connect(lambda _text: self._typing.start())
        self.returnPressed.connect(self._enter)

    @property
    def wanted(self) -> str:
        """What is searched, "" for nothing."""
        return self.text().strip()

    def _enter(self) -> None:
        self._typing.stop()
        self.asked.emit()
        if self.wanted:
            self.entered.emit()
