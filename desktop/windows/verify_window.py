"""The page "Verificar documentos" in a window of its own, for who has no profile: with the program's trust list."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QIcon
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout
from typing_extensions import override

from desktop.pages.verify_page import VerifyPage
from desktop.theme import theme
from desktop.widgets.buttons import link
from desktop.widgets.reading_order import ReadingWindow
from desktop.words import translate
from resources import path

if TYPE_CHECKING:
    from desktop.tasks.desk import Desk
    from sync.clock import Clock


class VerifyWindow(ReadingWindow):
    """`returned` when the person goes back; `help_wanted` for the manual; `closing` when the window goes."""

    returned = Signal()
    closing = Signal()
    help_wanted = Signal()

    def __init__(self, desk: "Desk", clock: "Clock") -> None:
        super().__init__()
        self.setWindowTitle(translate("Verify", "Chasqui: verificar documentos"))
        self.setWindowIcon(QIcon(str(path("icons", "chasqui.svg"))))
        self.setProperty("ground", "paper")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setMinimumSize(1024, 600)
        self.resize(1280, 740)
        self.page = VerifyPage(desk, clock)
        self.back = link(translate("Verify", "&Volver"), self.returned.emit, "arrow-left")
        top = QHBoxLayout()
        top.setContentsMargins(theme().px(22), theme().px(10), theme().px(22), 0)
        top.addWidget(self.back)
        top.addStretch(1)
        top.addWidget(link(translate("Verify", "A&yuda"), self.help_wanted.emit, "circle-help"))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(top)
        whole.addWidget(self.page, 1)
        self.returned.connect(self.page.run.stop)

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        self.page.run.stop()
        self.closing.emit()
