"""Whom the office knows, for lists of people: its own feed, its old payrolls, and the profile's own person. No Qt."""

from pathlib import Path
from typing import TYPE_CHECKING

from documents.batch.recipe import Order
from documents.people.apart import ListFileError, read_apart
from documents.people.columns import find_columns
from documents.people.matching import Roster, read_list
from documents.people.records import ListedPerson, PeopleList, Table
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


def list_of_file(path: Path, roster: Roster) -> PeopleList:
    """A list out of an XLSX or CSV file, opened in a disposable process. Raises ListFileError, OSError."""
    return list_of_table(read_apart(path.read_bytes()), roster)


def list_of_text(text: str, roster: Roster) -> PeopleList:
    """A list that was pasted. Raises ListFileError."""
    table = pasted(text)
    if not table.rows:
        raise ListFileError("empty")
    return list_of_table(table, roster)


def list_of_table(table: Table, roster: Roster) -> PeopleList:
    """Raises ListFileError("columns") when nothing in it leads to anybody."""
    columns = find_columns(table)
    if not columns.useful:
        raise ListFileError("columns")
    return read_list(table, roster, columns)


def ordered(people: "Sequence[ListedPerson]", order: Order) -> tuple[ListedPerson, ...]:
    """As the recipe wants them to follow each other."""
    match order:
        case Order.BY_NAME:
            return tuple(sorted(people, key=lambda each: (each.apellidos, each.nombres, each.doc_numero)))
        case Order.BY_SCHOOL:
            return tuple(sorted(people, key=lambda each: (each.establecimiento, each.apellidos, each.nombres)))
        case _:
            return tuple(people)
