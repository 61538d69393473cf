"""Several screens in one place, one shown at a time, the place as high as the screen that is shown (a QStackedWidget is
as high as the highest)."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget


class Turning(QWidget):
    """`turned` after another screen is shown."""

    turned = Signal()

    def __init__(self, *screens: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("ground", "none")
        self._inside = QVBoxLayout(self)
        self._inside.setContentsMargins(0, 0, 0, 0)
        self.current = screens[0]
        for screen in screens:
            self._inside.addWidget(screen)
            screen.setVisible(screen is self.current)

    def add(self, screen: QWidget) -> None:
        """One more, not shown yet."""
        screen.hide()
        self._inside.addWidget(screen)

    def turn_to(self, screen: QWidget) -> None:
        """Show this one; what was typed in the others stays."""
        self.current.hide()
        self.current = screen
        screen.show()
        self.turned.emit()
