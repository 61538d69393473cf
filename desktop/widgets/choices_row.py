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
        row = in_a_row()
        self.setLayout(row)
        row.setContentsMargins(0, 0, 0, 0)
        row.addLayout(words, 1)
        below = row.direction() == QBoxLayout.Direction.TopToBottom
        row.addWidget(control, 0, Qt.AlignmentFlag.AlignLeft if below else Qt.AlignmentFlag.AlignVCenter)


def in_a_row() -> QBoxLayout:
    """A row; with large text, for which a row has no room, a column."""
    narrow = theme().look.text_size > 140
    made = QBoxLayout(QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight)
    made.setSpacing(theme().px(8 if narrow else 20))
    return made


def choice(options: tuple[tuple[str, object], ...], current: object) -> QComboBox:
    """A list of words with their values; the current value is selected."""
    made = QComboBox()
    for words, value in options:
        made.addItem(words, value)
    made.setCurrentIndex(max(0, made.findData(current)))
    made.setMinimumWidth(theme().px(190))
    return made
