"""The program's mark beside its name."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.plain import label
from desktop.theme import theme
from desktop.widgets.icon_label import IconLabel


class Brand(QWidget):
    """Mark and name. `role` picks the name's look for the ground it stands on."""

    def __init__(self, role: str = "brand", mark: float = 26, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme().px(10))
        row.addWidget(IconLabel("chasqui-mark", "accent", mark))
        row.addWidget(label("Chasqui", role))
        row.addStretch(1)
