"""A form generated from a record kind of the catalogue: fields in one or two columns, help and problems at each field.

It shows what it is given and says what the person writes; judging is `presenters.legajo_form`, keeping the page's.
Problems appear at a field when the person leaves it, and everywhere when the person wants to send.
"""

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QScrollArea, QWidget
from typing_extensions import override

from desktop.presenters.legajo_form import FormReading, canonical, choice_day, shown
from desktop.theme import theme
from desktop.widgets.record_form_choices import Options, SearchEditor
from desktop.widgets.record_form_editors import LineEditor
from desktop.widgets.record_form_field import FormField, editor_for
from documents.legajo import FieldKind, FieldRule, RecordKind
from documents.legajo_catalogue import LegajoCatalogue

TWO_COLUMNS_FROM = 560  # pixels at 100 %

Places = Mapping[FieldKind, Options]


class RecordForm(QWidget):
    """`changed` when a value changed, `left` when a field was left. `values` is what a draft keeps."""

    changed = Signal()
    left = Signal()

    def __init__(
        self,
        kind: RecordKind,
        catalogue: LegajoCatalogue,
        today: date,
        places: Places,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("ground", "none")
        self._kind, self._catalogue, self._today, self._places = kind, catalogue, today, places
        self._values: dict[str, str] = {}
        self._visited: set[str] = set()
        self._reading: FormReading | None = None
        self._placed: tuple[int, tuple[str, ...]] = (0, ())
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(theme().px(24))
        self._grid.setVerticalSpacing(theme().px(16))
        self.fields = {rule.code: self._field(rule) for rule in kind.fields}

    @property
    def values(self) -> dict[str, str]:
        """Field by field what is written; canonical where it can be read, as typed where not, empty ones left out."""
        return {code: value for code, value in self._values.items() if value}

    def show_values(self, values: Mapping[str, str]) -> None:
        """Fill the form."""
        self._values = dict(values)
        self._offer()
        for code, field in self.fields.items():
            field.editor.put(shown(field.rule, values.get(code, "")))

    def show_reading(self, reading: FormReading) -> None:
        """Which fields belong to the form now, and what is wrong with those that were left."""
        self._reading = reading
        self._offer()
        for code, field in self.fields.items():
            field.demand(demanded=code in reading.demanded)
            self._say(code)
        self._place()

    def complain_everywhere(self) -> str:
        """Show every problem, go to the first hard one; its code, or "" when there is none."""
        self._visited = set(self.fields)
        if self._reading is None:
            return ""
        for code in self.fields:
            self._say(code)
        first = self._reading.first_wrong
        if first in self.fields:
            self.go_to(first)
        return first

    def go_to(self, code: str) -> None:
        """Put the focus into a field and bring it into sight."""
        field = self.fields[code]
        field.editor.target.setFocus(Qt.FocusReason.OtherFocusReason)
        area = self.parentWidget()
        while area is not None and not isinstance(area, QScrollArea):
            area = area.parentWidget()
        if isinstance(area, QScrollArea):
            area.ensureWidgetVisible(field, 0, theme().px(40))

    def _field(self, rule: FieldRule) -> FormField:
        made = FormField(rule, editor_for(rule, self._options(rule), self._places), self)
        made.edited.connect(self._edit)
        made.left.connect(self._leave)
        return made

    def _options(self, rule: FieldRule) -> Options:
        day = choice_day(self._kind, self._values, self._today)
        return [(choice.code, choice.label) for choice in self._catalogue.offered(rule, self._values, day)]

    def _offer(self) -> None:
        for field in self.fields.values():
            if field.rule.kind is FieldKind.CHOICE:
                field.offer(self._options(field.rule))

    def _edit(self, code: str) -> None:
        self._visited.discard(code)
        self._values[code] = self.fields[code].editor.value
        self._say(code)
        self.changed.emit()

    def _leave(self, code: str) -> None:
        """Write a value that can be read in its one form; from now on the field says what is wrong with it."""
        field = self.fields[code]
        before = self._values.get(code, "")
        typed = field.editor.value
        value = canonical(field.rule, typed, self._values, self._catalogue, self._today)
        self._values[code] = value
        self._visited.add(code)
        if isinstance(field.editor, (LineEditor, SearchEditor)):
            field.editor.put(shown(field.rule, value))
        if value != before:
            self.changed.emit()
        self.left.emit()

    def _say(self, code: str) -> None:
        complaint = self._reading.complaints.get(code) if self._reading and code in self._visited else None
        self.fields[code].say(complaint.text if complaint else "", hard=complaint.hard if complaint else True)

    # Where the fields stand

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        """Two columns where there is room; fields that are not asked leave no gap."""
        columns = 2 if self.width() >= theme().px(TWO_COLUMNS_FROM) else 1
        asked = self._reading.asked if self._reading else frozenset(self.fields)
        seen = tuple(code for code in self.fields if code in asked)
        if self._placed == (columns, seen):
            return
        self._placed = (columns, seen)
        for column in (0, 1):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)
        for code, field in self.fields.items():
            self._grid.removeWidget(field)
            field.setVisible(code in seen)
        row = column = 0
        for code in seen:
            wide = columns == 1 or self.fields[code].wide
            if wide and column:
                row, column = row + 1, 0
            self._grid.addWidget(self.fields[code], row, column, 1, columns if wide else 1)
            column = 0 if wide else (column + 1) % columns
            row += 0 if column else 1
