"""The files of a batch with what filters them: a row a file, or one a person or an issuer; or what to do first."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from desktop.models.batch_table import (
    COUNT,
    FILE,
    NAME,
    OFFICE,
    RESULT,
    WORST,
    file_columns,
    group_columns,
)
from desktop.plain import label, set_text
from desktop.presenters.batch_list import Group, Grouping, Tally, grouped, sifted
from desktop.presenters.batch_words import group_words, shown_words
from desktop.theme import theme
from desktop.widgets.batch_filters import BatchFilters
from desktop.widgets.record_card import RecordCard
from desktop.words import translate
from storage.check_records import BatchRow

LEAST = 115  # pixels at 100 % of the list: its head and a row


class BatchListView(QWidget):
    """`current_changed(BatchRow | None)`; `entered` to go into a file; `pressed_empty` for the button of emptiness."""

    current_changed = Signal(object)
    entered = Signal()
    pressed_empty = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("ground", "none")
        self._rows: tuple[BatchRow, ...] = ()
        self.filters = BatchFilters()
        self.files: RecordCard[BatchRow] = RecordCard(
            translate("batch", "Documentos"), file_columns(), lambda row: row.position,
            roomy=FILE, leaving=(OFFICE, RESULT),
        )  # fmt: skip
        self.people = _groups(translate("batch", "Personas"), Grouping.PEOPLE)
        self.issuers = _groups(translate("batch", "Emisores"), Grouping.ISSUERS)
        self.shown = label("", "small", wrap=True)
        self._stack = QStackedWidget()
        for card in (self.files, self.people, self.issuers):
            card.setMinimumHeight(theme().px(LEAST))
            self._stack.addWidget(card)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().px(8))
        column.addWidget(self.filters)
        column.addWidget(self._stack, 1)
        column.addWidget(self.shown)
        self.filters.asked.connect(self._sift)
        self.files.current_changed.connect(self.current_changed)
        self.files.entered.connect(self.entered)
        self.files.pressed_empty.connect(self.pressed_empty)
        for card in (self.people, self.issuers):
            card.entered.connect(self._open_group)
        self.show_rows((), Tally())

    @property
    def current(self) -> BatchRow | None:
        """The file that is chosen; None while groups are shown."""
        return self.files.current if self._stack.currentWidget() is self.files else None

    def show_rows(self, rows: Sequence[BatchRow], tally: Tally) -> None:
        """Show this batch; what was chosen stays."""
        self._rows = tuple(rows)
        self.filters.show_tally(tally)
        self.filters.setVisible(bool(rows))
        self._sift()

    def _sift(self) -> None:
        found = sifted(self._rows, self.filters.sieve)
        set_text(self.shown, shown_words(len(found), len(self._rows)))
        self.shown.setVisible(bool(self.shown.text()))
        by = self.filters.grouping
        if not found:
            self._show_empty()
        elif by is Grouping.FILES:
            self._stack.setCurrentWidget(self.files)
            self.files.show_rows(found)
            if self.files.current is None:
                self.files.choose_first()
            return
        else:
            card = self.people if by is Grouping.PEOPLE else self.issuers
            self._stack.setCurrentWidget(card)
            card.show_rows(grouped(found, by))
        self.current_changed.emit(None)

    def _show_empty(self) -> None:
        self._stack.setCurrentWidget(self.files)
        if self._rows:
            self.files.show_empty(
                "search", translate("batch", "Ningún documento coincide"),
                translate("batch", "Pruebe con otro resultado u otro motivo, o borre lo que buscó."),
            )  # fmt: skip
        else:
            self.files.show_empty(
                "scan-line", translate("batch", "Todavía no se verificó ninguna carpeta"),
                translate("batch", "Elija o arrastre aquí una carpeta. Ningún archivo sale de aquí ni se cambia."),
                translate("batch", "Verificar una carpeta…"),
            )  # fmt: skip

    def _open_group(self) -> None:
        card = self._stack.currentWidget()
        by = self.filters.grouping
        group = self.people.current if card is self.people else self.issuers.current
        if group is not None:
            self.filters.open_group(group.key, group_words(group, by)[0])


def _groups(name: str, by: Grouping) -> RecordCard[Group]:
    return RecordCard(name, group_columns(by), lambda group: group.key, roomy=NAME, leaving=(COUNT, WORST))
