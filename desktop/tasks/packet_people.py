"""Whom the office knows, for lists of people: its own feed, its old payrolls, and the profile's own person. No Qt."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from documents.batch.recipe import Order
from documents.people.apart import ListFileError, read_apart
from documents.people.columns import find_columns
from documents.people.matching import Roster, read_list
from documents.people.records import Columns, ListedPerson, PeopleList, Table
from documents.people.tables import pasted
from storage.lis import lis_people
from storage.packets import office_people
from storage.payslips import person

if TYPE_CHECKING:
    from collections.abc import Sequence

    from storage.profile import Vault


def read_roster(vault: "Vault") -> Roster:
    """Everybody, the office's feed first: it knows where they work. StorageError when a file cannot be read."""
    found: list[ListedPerson] = []
    if vault.has_office():
        with vault.office() as db:
            found += office_people(db)
    if vault.has_lis():
        with vault.lis() as db:
            found += lis_people(db)
    with vault.cache() as db:
        own = person(db)
    if own is not None:
        found.append(ListedPerson(doc_numero=own.doc_numero, apellidos=own.apellidos, nombres=own.nombres))
    return Roster(found)


def list_of_file(path: Path, roster: Roster, columns: Columns | None = None) -> PeopleList:
    """A list out of an XLSX or CSV file, for who cannot be asked about columns. Raises ListFileError, OSError."""
    listed = read_table(read_apart(path.read_bytes()), roster, columns).listed
    if listed is None:
        raise ListFileError("columns")
    return listed


def _pasted(text: str) -> Table:
    table = pasted(text)
    if not table.rows:
        raise ListFileError("empty")
    return table


@dataclass(frozen=True, slots=True)
class ReadList:
    """A table, and the list that came of it; None when no column of it is known to lead to anybody."""

    table: Table
    listed: PeopleList | None


def read_file(path: Path, roster: Roster) -> ReadList:
    """The list in a file, opened in a disposable process. Raises ListFileError, OSError."""
    return read_table(read_apart(path.read_bytes()), roster)


def read_text(text: str, roster: Roster) -> ReadList:
    """A list that was pasted. Raises ListFileError."""
    return read_table(_pasted(text), roster)


def read_table(table: Table, roster: Roster, columns: Columns | None = None) -> ReadList:
    """A table with the columns as they were chosen, else as they are found."""
    used = columns or find_columns(table)
    return ReadList(table, read_list(table, roster, used) if used.useful else None)


def ordered(people: "Sequence[ListedPerson]", order: Order) -> tuple[ListedPerson, ...]:
    """As the recipe wants them to follow each other."""
    match order:
        case Order.BY_NAME:
            return tuple(sorted(people, key=lambda each: (each.apellidos, each.nombres, each.doc_numero)))
        case Order.BY_SCHOOL:
            return tuple(sorted(people, key=lambda each: (each.establecimiento, each.apellidos, each.nombres)))
        case _:
            return tuple(people)
