"""Whom the packets are for: a list that is opened or pasted, a group, a school; every line told and corrected here.

Reads no file itself: `file_wanted`, `text_given`, `group_chosen` ask for a list, `show_list` shows it.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desktop.models.packet_tables import LINE_FATE, LINE_PERSON, LINE_TEXT, line_columns
from desktop.plain import label, set_role, set_text
from desktop.presenters.packet_people import fate_sentence, list_words, person_words
from desktop.theme import theme
from desktop.widgets.buttons import primary, secondary
from desktop.widgets.card import Card
from desktop.widgets.choice_field import ChoiceField
from desktop.widgets.fields import Field
from desktop.widgets.flow import FlowLayout
from desktop.widgets.record_card import RecordCard
from desktop.widgets.text_field import TextField
from desktop.words import translate
from documents.identifiers import Identified, read_dni
from documents.people.matching import Roster, answered
from documents.people.records import ListedPerson, ListLine, PeopleList, Table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from storage.packet_records import PeopleGroup

GROUP, SCHOOL = "g:", "e:"


class PeopleStep(QWidget):
    """`listed` is the list as it stands, None while there is none; `changed` when it is another."""

    file_wanted = Signal()
    text_given = Signal(str)
    group_chosen = Signal(str)
    group_wanted = Signal()
    rename_wanted = Signal()
    drop_wanted = Signal()
    columns_wanted = Signal()
    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("ground", "none")
        self.listed: PeopleList | None = None
        self.table: Table | None = None  # what the list was read out of, when it was a table
        self.group = ""  # the saved group that the list is
        self._roster = Roster(())
        self.open_file = primary(translate("packets", "A&brir lista…"), self.file_wanted.emit, "folder-open")
        self.paste = TextField(
            translate("packets", "O péguela aquí, copiada de su hoja de cálculo"),
            translate("packets", "Basta una columna con el DNI, el código modular o los apellidos y nombres."), lines=4,
        )  # fmt: skip
        self.read = secondary(translate("packets", "&Leer lo pegado"), self._give_text)
        self.groups = ChoiceField(translate("packets", "O elija un grupo o una institución"), ())
        self.groups.chosen.connect(self._choose_group)
        self.standing = label("", "strong", wrap=True)
        self.list: RecordCard[ListLine] = RecordCard(
            translate("packets", "Líneas de la lista"), line_columns(), lambda line: line.number, roomy=LINE_PERSON,
            leaving=(LINE_TEXT, LINE_FATE),
        )  # fmt: skip
        self.list.current_changed.connect(self._show_line)
        self.sentence = label("", wrap=True)
        self.which = ChoiceField(translate("packets", "¿Cuál es?"), ())
        self.which.chosen.connect(self._choose_candidate)
        self.dni = Field(translate("packets", "Su DNI"))
        self.apply = secondary(translate("packets", "&Corregir"), self._correct)
        self.leave_out = secondary(translate("packets", "Dejar &fuera"), self._leave_out)
        self.keep = secondary(translate("packets", "&Guardar como grupo…"), self.group_wanted.emit, "users")
        self.rename = secondary(translate("packets", "Cambiar &nombre…"), self.rename_wanted.emit, "pencil")
        self.drop = secondary(translate("packets", "&Quitar grupo"), self.drop_wanted.emit, "trash-2")
        self.columns = secondary(translate("packets", "Col&umnas…"), self.columns_wanted.emit, "list-filter")
        self.again = secondary(translate("packets", "&Otra lista"), self.clear, "arrow-left")
        self._stack = QStackedWidget()
        self._stack.addWidget(self._source_side())
        self._stack.addWidget(self._list_side())
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._stack, 1)
        self.setFocusProxy(self.open_file)

    # Lists

    def show_grounds(self, roster: Roster, groups: "Sequence[PeopleGroup]") -> None:
        """What may be chosen besides a list of one's own."""
        self._roster = roster
        self.groups.box.clear()
        self.groups.box.addItem(translate("packets", "Elija…"), "")
        for group in groups:
            self.groups.box.addItem(f"{group.name} ({len(group.people):,})", GROUP + group.name)
        for school in roster.schools():
            self.groups.box.addItem(school, SCHOOL + school)
        self.groups.setVisible(self.groups.box.count() > 1)

    def belong_to(self, group: str) -> None:
        """The list is this saved group, "" for none."""
        self.group = group
        for button in (self.rename, self.drop):
            button.setVisible(bool(group))

    def show_list(self, listed: PeopleList, *, table: Table | None = None, group: str = "") -> None:
        """A list as it was understood, and what it came out of."""
        self.listed, self.table = listed, table
        self.columns.setVisible(table is not None)
        self.belong_to(group)
        self._tell()
        self._stack.setCurrentIndex(1)
        first = next(iter(listed.open_lines), None)
        if first is None or not self.list.choose(first.number):
            self.list.choose_first()
        self.list.table.setFocus()

    def clear(self) -> None:
        """Begin with another list."""
        self.listed = self.table = None
        self.belong_to("")
        self.groups.put("")
        self._stack.setCurrentIndex(0)
        self.open_file.setFocus()
        self.changed.emit()

    def complain(self, wrong: str) -> None:
        """Why no list came of what was given."""
        self.paste.complain(wrong)

    def _give_text(self) -> None:
        if self.paste.text.strip():
            self.text_given.emit(self.paste.text)
        else:
            self.paste.complain(translate("packets", "Todavía no hay nada pegado."))

    def _choose_group(self, code: str) -> None:
        if code:
            self.group_chosen.emit(code)

    # Lines

    def _tell(self) -> None:
        if self.listed is None:
            return
        words, tone = list_words(self.listed)
        set_text(self.standing, words)
        set_role(self.standing, "bad" if tone == "bad" else "strong")
        self.list.show_rows(self.listed.lines)
        self._show_line(self.list.current)
        self.changed.emit()

    def _show_line(self, line: ListLine | None) -> None:
        """What the chosen line means, and the ways to correct it."""
        set_text(self.sentence, fate_sentence(line) if line else "")
        self.which.setVisible(bool(line and line.candidates))
        self.which.box.clear()
        self.which.box.addItem(translate("packets", "Elija…"), "")
        for each in line.candidates if line else ():
            self.which.box.addItem(person_words(each), each.doc_numero)
        self.dni.put("")
        self.dni.complain("")
        for part in (self.dni, self.apply, self.leave_out):
            part.setEnabled(line is not None)

    def _choose_candidate(self, doc_numero: str) -> None:
        line = self.list.current
        person = next((each for each in line.candidates if each.doc_numero == doc_numero), None) if line else None
        if line is not None and person is not None:
            self._answer(line, person)

    def _correct(self) -> None:
        line, read = self.list.current, read_dni(self.dni.text)
        if line is None:
            return
        if not isinstance(read, Identified):
            self.dni.complain(translate("packets", "Un DNI tiene 8 cifras."))
            self.dni.setFocus()
            return
        self._answer(line, self._roster.people.get(read.value) or ListedPerson(doc_numero=read.value))

    def _leave_out(self) -> None:
        if (line := self.list.current) is not None:
            self._answer(line, None)

    def _answer(self, line: ListLine, person: ListedPerson | None) -> None:
        """Put the answer in and go to the next line that waits for one."""
        if self.listed is None:
            return
        self.listed = answered(self.listed, line.number, person)
        self._tell()
        following = next((each for each in self.listed.open_lines if each.number > line.number), None)
        if following is not None:
            self.list.choose(following.number)
        self.list.table.setFocus()

    # Layout

    def _source_side(self) -> QWidget:
        card = Card(translate("packets", "¿Para quiénes?"), spacing=14)
        told = translate("packets", "Una hoja de cálculo (.xlsx) o un archivo .csv con la lista de personas.")
        card.body.addWidget(label(told, "quiet", wrap=True))
        for button, below in ((self.open_file, self.paste), (self.read, self.groups)):
            row = QHBoxLayout()
            row.addWidget(button)
            row.addStretch(1)
            card.body.addLayout(row)
            card.body.addWidget(below)
        card.body.addStretch(1)
        return card

    def _list_side(self) -> QWidget:
        side = QWidget()
        side.setProperty("ground", "none")
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().px(10))
        top = FlowLayout(gap=theme().px(8))
        for part in (self.again, self.columns, self.keep, self.rename, self.drop):
            top.addWidget(part)
        column.addLayout(top)
        column.addWidget(self.standing)
        column.addWidget(self.list, 1)
        column.addWidget(self._line_card())
        return side

    def _line_card(self) -> Card:
        card = Card(padding=12, spacing=8)
        card.body.addWidget(self.sentence)
        row = FlowLayout(gap=theme().px(10))
        self.dni.setMaximumWidth(theme().px(220))
        self.which.setMinimumWidth(theme().px(280))
        for part in (self.which, self.dni, self.apply, self.leave_out):
            row.addWidget(part)
        card.body.addLayout(row)
        return card
