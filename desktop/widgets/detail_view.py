"""The lines of a payslip as a table, its totals, and the plain explanation of the line that is selected."""

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFormLayout, QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.models.line_table import detail_table
from desktop.plain import label, set_text
from desktop.presenters.payslip_detail import SECTION, Detail, DetailLine, explanation_note
from desktop.theme import theme
from desktop.widgets.page import scrolling
from desktop.widgets.record_list import RecordList, cell_width
from desktop.words import translate

ROW = 34
DOCKED_FROM = 400  # pixels at 100 %


class DetailView(QWidget):
    """`show_detail` fills it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._inside = QWidget()
        self.model = detail_table(self)
        self.table = RecordList(translate("payslips", "Ingresos y descuentos"), row_height=ROW)
        self.table.setModel(self.model)
        self.table.resized.connect(self._seat_columns)
        self.table.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.table.selectionModel().currentRowChanged.connect(self._explain)
        self._net = label("", "huge")
        self._deposit = label("", "small", wrap=True)
        self._messages = label("", "small", wrap=True)
        self._facts = QFormLayout()
        self._explained = label("", "strong", wrap=True)
        self._note = label("", "small", wrap=True)
        self._words = label("", "body", wrap=True)
        self._rule = label("", "small", wrap=True)
        self._build()

    def show_detail(self, detail: Detail) -> None:
        """Show this payslip; the selected concept stays selected when the new payslip has it too."""
        before = self._line()
        set_text(self._net, detail.liquido)
        deposit = detail.deposit[:1].upper() + detail.deposit[1:]
        set_text(self._deposit, deposit)
        self._deposit.setVisible(bool(deposit))
        set_text(self._messages, "\n".join(detail.mensajes))
        self._messages.setVisible(bool(detail.mensajes))
        self._fill_facts(detail.facts)
        self.model.replace(detail.lines)
        header = self.table.horizontalHeader().sizeHint().height()
        self.table.setFixedHeight(header + theme().px(ROW) * len(detail.lines) + 2)
        self._select(before.codigo if before else "")
        self._seat_columns()

    def _build(self) -> None:
        inside = self._inside
        inside.setProperty("ground", "none")
        column = QVBoxLayout(inside)
        inset = theme().px(18)
        column.setContentsMargins(inset, theme().px(14), inset, theme().px(14))
        column.setSpacing(theme().px(4))
        column.addWidget(label(translate("payslips", "Líquido"), "small"))
        column.addWidget(self._net)
        column.addWidget(self._deposit)
        column.addSpacing(theme().px(10))
        column.addWidget(self.table)
        column.addSpacing(theme().px(12))
        self._facts.setHorizontalSpacing(theme().px(16))
        self._facts.setVerticalSpacing(theme().px(6))
        self._facts.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self._facts.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        column.addLayout(self._facts)
        column.addSpacing(theme().px(6))
        column.addWidget(self._messages)
        column.addStretch(1)
        self._column = column
        self._area = scrolling(inside)
        whole = QVBoxLayout(self)
        edge = theme().px(10)
        whole.setContentsMargins(0, 0, 0, edge)
        whole.setSpacing(0)
        whole.addWidget(self._area, 1)
        self._below = QHBoxLayout()
        self._below.setContentsMargins(edge, 0, edge, 0)
        whole.addLayout(self._below)
        self._panel = self._explanation()
        self._docked: bool | None = None
        self._seat_explanation()

    def _seat_explanation(self) -> None:
        """Below the lines and always in sight; where the height is short, it scrolls with them."""
        docked = self.height() >= theme().px(DOCKED_FROM)
        if docked == self._docked:
            return
        self._docked = docked
        if docked:
            self._below.addWidget(self._panel)
        else:
            self._column.insertWidget(self._column.indexOf(self.table) + 1, self._panel)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._seat_explanation()

    def _explanation(self) -> QFrame:
        """The panel below, always in sight, as high as its words."""
        panel = QFrame()
        panel.setProperty("surface", "note")
        column = QVBoxLayout(panel)
        inset = theme().px(14)
        column.setContentsMargins(inset, theme().px(10), inset, theme().px(10))
        column.setSpacing(theme().px(3))
        for words in (self._explained, self._note, self._words, self._rule):
            column.addWidget(words)
        return panel

    def _fill_facts(self, facts: tuple[tuple[str, str], ...]) -> None:
        while self._facts.rowCount():
            self._facts.removeRow(0)
        for name, value in facts:
            self._facts.addRow(label(name, "small"), _value(value))

    def _line(self) -> DetailLine | None:
        return self.model.record(self.table.currentIndex().row())

    def _select(self, codigo: str) -> None:
        rows = [place for place, line in enumerate(self.model.rows) if line.kind != SECTION]
        again = [place for place in rows if self.model.rows[place].codigo == codigo]
        chosen = (again or rows or [-1])[0]
        if chosen >= 0:
            self.table.setCurrentIndex(self.model.index(chosen, 0))
        self._explain(self.table.currentIndex())

    def _explain(self, index: QModelIndex) -> None:
        line = self.model.record(index.row()) if index.isValid() else None
        if line is None or line.kind == SECTION:
            return
        set_text(self._explained, line.nombre)
        set_text(self._note, explanation_note(line))
        set_text(self._words, line.explicacion)
        set_text(self._rule, translate("payslips", "Norma: {rule}").format(rule=line.norma) if line.norma else "")
        self._rule.setVisible(bool(line.norma))
        self._bring_into_sight(index)

    def _bring_into_sight(self, index: QModelIndex) -> None:
        if not self.table.hasFocus():
            return
        box = self.table.visualRect(index)
        corner = self.table.viewport().mapTo(self._inside, box.center())
        self._area.ensureVisible(corner.x(), corner.y(), 0, theme().px(ROW))

    def _seat_columns(self) -> None:
        whole = self.table.viewport().width()
        amount = cell_width(("− 99,999.99", self.model.headerData(2, Qt.Orientation.Horizontal)), strong=True)
        lines = [line for line in self.model.rows if line.codigo]
        code = cell_width(("", *(line.codigo for line in lines)))
        name = cell_width(("", *(line.nombre for line in lines)))
        narrow = name + code + amount > whole  # the names are whole before the printed codes are shown beside them
        self.table.setColumnHidden(1, narrow)
        self.table.setColumnWidth(2, amount)
        self.table.setColumnWidth(1, code)
        self.table.setColumnWidth(0, max(theme().px(80), whole - amount - (0 if narrow else code)))


def _value(text: str) -> QLabel:
    made = label(text, "body", wrap=True)
    made.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
    return made
