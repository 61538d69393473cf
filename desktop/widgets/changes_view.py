"""What changed against the month before: the effect on the net pay, largest first, and each concept in plain words."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.models.line_table import change_table
from desktop.plain import label, set_text
from desktop.presenters.formats import signed
from desktop.presenters.payslip_detail import Changes, signed_soles
from desktop.theme import theme
from desktop.widgets.ends import group
from desktop.widgets.page import scrolling
from desktop.widgets.record_list import INSET, RecordList, cell_width
from desktop.words import translate

ROW = 50


class ChangesView(QWidget):
    """`show_changes` fills it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = change_table(self)
        self.table = RecordList(translate("payslips", "Conceptos que cambiaron"), row_height=ROW)
        self.table.setModel(self.model)
        self.table.resized.connect(self._seat_columns)
        self.table.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.title = label("", "heading", wrap=True)
        self.net = label("", "huge")
        self.sentence = label("", "quiet", wrap=True)
        inside = QWidget()
        inside.setProperty("ground", "none")
        column = QVBoxLayout(inside)
        inset = theme().px(18)
        column.setContentsMargins(inset, theme().px(14), inset, theme().px(14))
        column.setSpacing(theme().px(4))
        for widget in (self.title, self.net, self.sentence):
            column.addWidget(widget)
        column.addSpacing(theme().px(10))
        column.addWidget(self.table)
        self._sum = label("", "strong")
        self._foot = group(label(translate("payslips", "En total"), "strong"), self._sum, stretched=0)
        edge = INSET
        self._foot.setContentsMargins(edge, theme().px(8), edge, 0)
        column.addWidget(self._foot)
        column.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scrolling(inside))

    def show_changes(self, changes: Changes) -> None:
        """Show this comparison, or the sentence that says why there is none."""
        set_text(self.title, changes.title)
        set_text(self.sentence, changes.sentence)
        compared = changes.net is not None
        self.net.setVisible(compared)
        if changes.net is not None:
            set_text(self.net, signed_soles(changes.net))
            set_text(self._sum, signed(changes.net))
        self._foot.setVisible(bool(changes.lines))
        self.table.setVisible(bool(changes.lines))
        self.model.replace(changes.lines)
        header = self.table.horizontalHeader().sizeHint().height()
        self.table.setFixedHeight(header + theme().px(ROW) * len(changes.lines) + 2)
        self._seat_columns()

    def _seat_columns(self) -> None:
        whole = self.table.viewport().width()
        effect = cell_width(("− 99,999.99", self.model.headerData(1, Qt.Orientation.Horizontal)), strong=True)
        self.table.setColumnWidth(1, min(effect, whole // 2))
        self.table.setColumnWidth(0, whole - self.table.columnWidth(1))
