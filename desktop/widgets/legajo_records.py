"""The records of one section, or what a search found: a table with wishes laid over facts, or why it is empty."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.models.record_table import Column, RecordTable
from desktop.plain import label, set_text
from desktop.presenters.legajo_list import RecordRow
from desktop.presenters.payslip_list import EmptyWords
from desktop.theme import theme
from desktop.widgets.buttons import link, secondary
from desktop.widgets.card import Card, note
from desktop.widgets.empty import EmptyState
from desktop.widgets.ends import Ends
from desktop.widgets.record_list import INSET, RecordList, cell_width
from desktop.words import translate

RECORD, REST, STATE, CODE = range(4)
ROW = 56
NOTE_FROM = 380  # pixels at 100 %


def record_columns() -> tuple[Column[RecordRow], ...]:
    """Record, what else names it, where it stands, the request about it."""
    return (
        Column(translate("legajo", "Registro"), lambda row: row.title, lambda row: row.title.casefold(),
               strong=lambda _row: True, quiet=lambda row: row.kind, ground=lambda row: row.shade),
        Column(translate("legajo", "Datos"), lambda row: row.rest, lambda row: row.rest.casefold(),
               ground=lambda row: row.shade),
        Column(translate("legajo", "Estado"), lambda row: row.tag.word, lambda row: row.tag.word,
               tone=lambda row: row.tag.tone, sign=lambda row: row.tag.sign, ground=lambda row: row.shade),
        Column(translate("legajo", "Solicitud"), lambda row: row.code, lambda row: row.code,
               ground=lambda row: row.shade),
    )  # fmt: skip


def record_table(parent: QObject | None = None) -> RecordTable[RecordRow]:
    """The empty table."""
    return RecordTable(record_columns(), lambda row: row.id, parent=parent)


class RecordsView(Card):
    """`opened(id)`, `new_wanted`, `back_wanted`. `show_rows` fills it, `show_empty` says why there is nothing."""

    opened = Signal(str)
    new_wanted = Signal()
    back_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(padding=0, spacing=0, parent=parent)
        self.model = record_table(self)
        self.table = RecordList(translate("legajo", "Registros de la sección"), row_height=ROW)
        self.table.setModel(self.model)
        self.table.entered_row.connect(self._enter)
        self.table.clicked.connect(lambda index: self._enter(index.row()))
        self.table.resized.connect(self._seat_columns)
        self.title = label("", "heading", wrap=True)
        self.filed = label("", "small", wrap=True)
        self.new_button = secondary(translate("legajo", "&Nuevo"), self.new_wanted.emit, "plus")
        self.back = link(translate("legajo", "Volver a las secciones"), self.back_wanted.emit, "arrow-left")
        self.back.hide()
        self._note = note("")
        self._note_words = self._note.findChildren(type(self.title))[0]
        self._empty: EmptyState | None = None
        self._stack = QStackedWidget()
        self._stack.addWidget(self.table)
        self.body.addWidget(self._head())
        middle = QHBoxLayout()
        edge = theme().px(18) - INSET  # so that the columns begin where the title does
        middle.setContentsMargins(edge, 0, edge, 0)
        middle.addWidget(self._stack)
        self.body.addLayout(middle, 1)
        foot = QHBoxLayout()
        inset = theme().px(14)
        foot.setContentsMargins(inset, 0, inset, inset)
        foot.addWidget(self._note)
        self.body.addLayout(foot)

    def show_head(self, title: str, filed: str, *, may_add: bool, note_words: str = "") -> None:
        """What the records are of."""
        set_text(self.title, title)
        set_text(self.filed, filed)
        self.filed.setVisible(bool(filed))
        self.new_button.setVisible(may_add)
        set_text(self._note_words, note_words)
        self._seat_note()

    def show_rows(self, rows: Sequence[RecordRow]) -> None:
        """Show these; what is current and scrolled stays."""
        self.model.replace(rows)
        self._stack.setCurrentIndex(0)
        if not self.table.currentIndex().isValid() and rows:
            self.table.setCurrentIndex(self.model.index(0, 0))
        self._seat_columns()

    def show_empty(self, words: EmptyWords, icon: str, pressed: Callable[[], object]) -> None:
        """Nothing to show."""
        self.model.replace(())
        if self._empty is not None:
            self._stack.removeWidget(self._empty)
            self._empty.deleteLater()
        self._empty = EmptyState(icon, words.title, words.sentence, words.action, pressed)
        self._stack.addWidget(self._empty)
        self._stack.setCurrentWidget(self._empty)

    def choose(self, record: str) -> None:
        """Make a record current."""
        row = self.model.row_of(record)
        if row >= 0:
            self.table.setCurrentIndex(self.model.index(row, 0))

    @property
    def empty_title(self) -> str:
        """The title of the empty state, "" while there are rows."""
        shown = self._stack.currentWidget() is self._empty and self._empty is not None
        return self._empty.title if shown and self._empty is not None else ""

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._seat_note()

    def _seat_note(self) -> None:
        """Where the height is short (200 % text), the records matter more than the sentence below them."""
        self._note.setVisible(bool(self._note_words.text()) and self.height() >= theme().px(NOTE_FROM))

    def _head(self) -> QWidget:
        head = QWidget()
        head.setProperty("ground", "none")
        column = QVBoxLayout(head)
        inset = theme().px(18)
        column.setContentsMargins(inset, theme().px(14), inset, theme().px(10))
        column.setSpacing(theme().px(6))
        column.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(Ends(self.title, self.new_button))
        column.addWidget(self.filed)
        return head

    def _enter(self, row: int) -> None:
        record = self.model.record(row)
        if record is not None:
            self.opened.emit(record.id)

    def _seat_columns(self) -> None:
        whole = self.table.viewport().width()
        rows = self.model.rows
        state = cell_width(("", *(row.tag.word for row in rows)), tag=True)
        code = cell_width((translate("legajo", "Solicitud"), *(row.code for row in rows)))
        codes = any(row.code for row in rows)
        left = whole - state - (code if codes else 0)
        roomy = left >= theme().px(380)
        self.table.setColumnHidden(CODE, not codes or left < theme().px(160))
        self.table.setColumnHidden(REST, not roomy)
        if self.table.isColumnHidden(CODE):
            left = whole - state
        self.table.setColumnWidth(STATE, state)
        self.table.setColumnWidth(CODE, code)
        self.table.setColumnWidth(REST, left * 45 // 100 if roomy else 0)
        self.table.setColumnWidth(RECORD, max(theme().px(100), left - (left * 45 // 100 if roomy else 0)))
