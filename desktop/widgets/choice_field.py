"""A labelled list of choices, with what is wrong below: the sister of `fields.Field`."""

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.plain import label, mark_wrong, set_role, set_text
from desktop.theme import theme
from desktop.words import translate


class _Box(QComboBox):
    """The wheel scrolls the form, it does not change an answer that nobody looks at."""

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class ChoiceField(QWidget):
    """`choices`: (code, label). `chosen` after the person chose; an empty choice stands first."""

    chosen = Signal(str)

    def __init__(self, title: str, choices: Iterable[tuple[str, str]], hint: str = "", *, empty: bool = True) -> None:
        super().__init__()
        self.box = _Box()
        self._hint = hint
        if empty:
            self.box.addItem(translate("Fields", "Elija…"), "")
        for code, text in choices:
            self.box.addItem(text, code)
        self.box.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.box.setAccessibleName(title.replace("&", ""))
        self.title = label(title, "strong", wrap=True)
        self.title.setBuddy(self.box)
        self._below = label(hint, "small", wrap=True)
        self._below.setVisible(bool(hint))
        inside = QVBoxLayout(self)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(theme().px(5))
        for part in (self.title, self.box, self._below):
            inside.addWidget(part)
        self.setFocusProxy(self.box)
        self.box.activated.connect(lambda _row: self._choose())

    @property
    def text(self) -> str:
        """The code that is chosen."""
        code = self.box.currentData()
        return code if isinstance(code, str) else ""

    @property
    def below(self) -> str:
        """The hint or the complaint."""
        return self._below.text()

    def put(self, code: str) -> None:
        """Choose; a code that is not offered chooses nothing."""
        self.box.setCurrentIndex(max(0, self.box.findData(code)))

    def complain(self, wrong: str, *, hard: bool = True) -> None:
        """Say what is wrong, or nothing."""
        said = wrong or self._hint
        set_text(self._below, said)
        set_role(self._below, ("bad" if hard else "wait") if wrong else "small")
        self._below.setVisible(bool(said))
        self.box.setAccessibleDescription(said)
        mark_wrong(self.box, wrong=bool(wrong) and hard)

    def _choose(self) -> None:
        self.complain("")
        self.chosen.emit(self.text)
