"""What the office looks for: a state, and words. Typing asks when it pauses."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QWidget

from desktop.presenters.tray_list import filters
from desktop.theme import theme
from desktop.words import translate

PAUSE = 400  # milliseconds without typing before the office is asked
LONGEST = 200  # characters that the office's service takes


class TrayFilters(QWidget):
    """`asked` when something else is looked for."""

    asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("ground", "none")
        self.choice = QComboBox()
        self.choice.setAccessibleName(translate("tray", "Estado"))
        for one in filters():
            self.choice.addItem(one.words, one.state)
        self.search = QLineEdit()
        self.search.setMaxLength(LONGEST)
        self.search.setPlaceholderText(translate("tray", "Apellido, documento o código"))
        self.search.setAccessibleName(translate("tray", "Buscar en la bandeja"))
        self.search.setClearButtonEnabled(True)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme().px(8))
        row.addWidget(self.choice)
        row.addWidget(self.search, 1)
        self._pause.timeout.connect(self.asked)
        self.search.textEdited.connect(lambda _text: self._pause.start())
        self.search.returnPressed.connect(self._ask_now)
        self.choice.activated.connect(lambda _place: self._ask_now())

    @property
    def state(self) -> str:
        """As the office's search takes it, "" for all."""
        return str(self.choice.currentData())

    @property
    def text(self) -> str:
        """The words."""
        return self.search.text().strip()

    def _ask_now(self) -> None:
        self._pause.stop()
        self.asked.emit()
