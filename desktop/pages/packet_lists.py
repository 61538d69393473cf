"""What the first step of "Paquetes" asks for: lists read and read again with other columns, groups kept and named.

Everything that asks the person something is an attribute, so that a test can answer. Work goes to the pool.
"""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog

from desktop.dialogs.list_columns import ListColumnsDialog
from desktop.presenters.errors import explain
from desktop.presenters.packet_people import list_trouble
from desktop.tasks.packet_people import ReadList, read_file, read_table, read_text
from desktop.widgets.dialogs import Dialog, ask_word, tell_trouble
from desktop.widgets.packet_maker import PacketMaker
from desktop.widgets.packet_people_step import GROUP, SCHOOL
from desktop.words import translate
from documents.people.apart import ListFileError
from documents.people.columns import find_columns
from documents.people.matching import Roster, list_of
from storage import packets
from storage.errors import NameTakenError
from storage.packet_records import PeopleGroup

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from desktop.opened import Opened
    from desktop.tasks.packet_readings import Grounds
    from documents.people.records import Columns, Table
    from storage.connection import Connection

T = TypeVar("T")


class PacketLists(QObject):
    """`kept(name of a recipe)` when groups changed. `grounds` once they were read."""

    kept = Signal(str)

    def __init__(self, opened: "Opened", window: "QWidget", maker: PacketMaker) -> None:
        super().__init__(window)
        self._opened, self._window, self._maker = opened, window, maker
        self.grounds: Grounds | None = None
        self.ask_list: Callable[[], Path | None] = self._ask_list
        self.ask_name: Callable[[str, str], str] = lambda title, now: ask_word(window, title, now)
        self.ask_columns: Callable[[Table, Columns], Columns | None] = self._ask_columns
        people = maker.people
        people.file_wanted.connect(self._read_file)
        people.text_given.connect(self._read_text)
        people.columns_wanted.connect(self._choose_columns)
        people.group_chosen.connect(self._choose_group)
        people.group_wanted.connect(self._keep_group)
        people.rename_wanted.connect(self._rename_group)
        people.drop_wanted.connect(self._drop_group)

    @property
    def _roster(self) -> Roster:
        return self.grounds.roster if self.grounds else Roster(())

    # Lists

    def _read_file(self) -> None:
        path, roster = self.ask_list(), self._roster
        if path is not None:
            self._start(lambda: read_file(path, roster), self._show)

    def _read_text(self, text: str) -> None:
        roster = self._roster
        self._start(lambda: read_text(text, roster), self._show)

    def _show(self, read: ReadList) -> None:
        """The list; where no column leads to anybody, the question which one does."""
        if read.listed is not None:
            self._maker.people.show_list(read.listed, table=read.table)
        elif not self._read_again(read.table, find_columns(read.table)):
            self._maker.people.complain(list_trouble("columns"))

    def _choose_columns(self) -> None:
        people = self._maker.people
        if people.table is not None and people.listed is not None:
            self._read_again(people.table, people.listed.columns)

    def _read_again(self, table: "Table", columns: "Columns") -> bool:
        chosen, roster = self.ask_columns(table, columns), self._roster
        if chosen is not None:
            self._start(lambda: read_table(table, roster, chosen), self._show)
        return chosen is not None

    # Groups

    def _choose_group(self, code: str) -> None:
        if self.grounds is None:
            return
        name = code.removeprefix(GROUP) if code.startswith(GROUP) else ""
        people = next((group.people for group in self.grounds.groups if group.name == name), ())
        if code.startswith(SCHOOL):
            people = self._roster.of_school(code.removeprefix(SCHOOL))
        self._maker.people.show_list(list_of(people), group=name)

    def _keep_group(self) -> None:
        listed = self._maker.people.listed
        if listed is None or not listed.people:
            return
        name = self.ask_name(translate("packets", "Guardar como grupo"), self._maker.people.group)
        if name:
            told = translate("packets", "Grupo guardado: {name}.").format(name=name)
            self._save(PeopleGroup(name, listed.people), told)

    def _save(self, group: PeopleGroup, told: str) -> None:
        now = self._opened.clock.now()
        self._keep(lambda db: packets.save_group(db, group, now), lambda: self._now_of(group.name, told))

    def _rename_group(self) -> None:
        name = self._maker.people.group
        other = self.ask_name(translate("packets", "Cambiar el nombre del grupo"), name) if name else ""
        if other and other != name:
            self._rename(name, other, undoing=False)

    def _rename(self, name: str, other: str, *, undoing: bool) -> None:
        told = translate("packets", "El grupo se llama ahora {name}.").format(name=other)
        undo = None if undoing else lambda: self._rename(other, name, undoing=True)
        self._keep(lambda db: packets.rename_group(db, name, other), lambda: self._now_of(other, told, undo))

    def _drop_group(self) -> None:
        name, vault = self._maker.people.group, self._opened.vault
        told = translate("packets", "Grupo quitado: {name}. La lista de abajo sigue aquí.").format(name=name)
        back = translate("packets", "Grupo guardado: {name}.").format(name=name)

        def work() -> tuple[PeopleGroup, ...]:
            with vault.office() as db:
                found = tuple(group for group in packets.saved_groups(db) if group.name == name)
                packets.drop_group(db, name)
            return found

        def done(found: tuple[PeopleGroup, ...]) -> None:
            self._now_of("", told, lambda: self._save(found[0], back) if found else None)

        self._start(work, done)

    def _now_of(self, group: str, told: str, undo: Callable[[], None] | None = None) -> None:
        self._maker.people.belong_to(group)
        self._maker.banner.say(told, "good", translate("packets", "Deshacer") if undo else "", undo)
        self.kept.emit("")

    def _keep(self, write: "Callable[[Connection], None]", done: Callable[[], None]) -> None:
        vault = self._opened.vault

        def work() -> None:
            with vault.office() as db:
                write(db)

        self._start(work, lambda _nothing: done())

    # What goes wrong

    def _start(self, work: Callable[[], T], done: Callable[[T], None]) -> None:
        self._opened.desk.start(self, lambda _job: work(), done, self._fail)

    def _fail(self, error: Exception) -> None:
        if isinstance(error, ListFileError):
            self._maker.people.complain(list_trouble(error.trouble))
        elif isinstance(error, NameTakenError):
            self._maker.banner.say(translate("packets", "Ya hay otro con ese nombre. Escriba uno distinto."), "wait")
        elif isinstance(error, OSError):
            self._maker.people.complain(list_trouble("unreadable"))
        else:
            tell_trouble(self._window.window(), explain(error))

    # Dialogs

    def _ask_list(self) -> Path | None:
        kinds = translate("packets", "Listas (*.xlsx *.csv *.txt);;Todos (*)")
        name, _filter = QFileDialog.getOpenFileName(self._window, translate("packets", "Lista de personas"), "", kinds)
        return Path(name) if name else None

    def _ask_columns(self, table: "Table", columns: "Columns") -> "Columns | None":
        box = ListColumnsDialog(table, columns, self._window.window())
        return box.columns if box.exec() == Dialog.DialogCode.Accepted else None
