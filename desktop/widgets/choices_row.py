"""One setting in a row: its name and what it does on the left, its control on the right."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QComboBox, QVBoxLayout, QWidget

from desktop.plain import label
from desktop.theme import theme


class SettingRow(QWidget):
    """The control gets the name as its accessible name and the sentence as its description."""

    def __init__(self, name: str, told: str, control: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("ground", "none")
        words = QVBoxLayout()
        words.setSpacing(1)
        title = label(name, "strong", wrap=True)
        title.setBuddy(control)
        words.addWidget(title)
        words.addWidget(label(told, "small", wrap=True))
        if not control.accessibleName():
            control.setAccessibleName(name.replace("&", ""))
        control.setAccessibleDescription(told)
        # With large text there is no room for both beside each other.
        narrow = theme().look.text_size > 150
        row = QBoxLayout(QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight, self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme().px(8 if narrow else 20))
        row.addLayout(words, 1)
        row.addWidget(control, 0, Qt.AlignmentFlag.AlignLeft if narrow else Qt.AlignmentFlag.AlignVCenter)


def choice(options: tuple[tuple[str, object], ...], current: object) -> QComboBox:
    """A list of words with their values; the current value is selected."""
    made = QComboBox()
    for words, value in options:
        made.addItem(words, value)
    made.setCurrentIndex(max(0, made.findData(current)))
    made.setMinimumWidth(theme().px(190))
    return made
