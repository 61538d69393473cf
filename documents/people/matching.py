"""Whom each line of a list means. Nothing is guessed silently: every line gets a fate, and doubts are told. Pure."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

from documents.folding import fold
from documents.identifiers import Identified, compact, read_dni
from documents.people.columns import find_columns
from documents.people.records import Cells, Columns, Fate, ListedPerson, ListLine, PeopleList, Table

_SHOWN_CANDIDATES: Final = 20


class Roster:
    """The people that the office knows, found by document, code or whole name."""

    def __init__(self, people: Iterable[ListedPerson]) -> None:
        self.people: dict[str, ListedPerson] = {}
        self._codes: dict[str, set[str]] = defaultdict(set)
        self._names: dict[frozenset[str], set[str]] = defaultdict(set)
        for person in people:
            self._add(person)

    def _add(self, person: ListedPerson) -> None:
        """The first source that knows somebody says what they are called; every name leads to them."""
        known = self.people.setdefault(person.doc_numero, person)
        if person.establecimiento and not known.establecimiento:
            self.people[person.doc_numero] = replace(known, establecimiento=person.establecimiento)
        if person.codigo_modular:
            self._codes[person.codigo_modular.partition("-")[0]].add(person.doc_numero)
        if words := words_of(person.apellidos_y_nombres):
            self._names[words].add(person.doc_numero)

    def by_code(self, code: str) -> tuple[ListedPerson, ...]:
        """With or without the number of the post."""
        return self._sorted(self._codes.get(code.partition("-")[0], set()))

    def by_name(self, name: str) -> tuple[ListedPerson, ...]:
        """Whole names in any order; for a part of a name those who bear all of its words."""
        words = words_of(name)
        exact = self._names.get(words)
        if exact or len(words) < 2:
            return self._sorted(exact or set())
        return self._sorted({number for known, held in self._names.items() if words <= known for number in held})

    def _sorted(self, numbers: Iterable[str]) -> tuple[ListedPerson, ...]:
        found = (self.people[number] for number in numbers)
        return tuple(sorted(found, key=lambda each: (each.apellidos_y_nombres, each.doc_numero)))

    def schools(self) -> tuple[str, ...]:
        """Every school of which the office knows somebody, by name."""
        return tuple(sorted({person.establecimiento for person in self.people.values() if person.establecimiento}))

    def of_school(self, school: str) -> tuple[ListedPerson, ...]:
        """All people of one."""
        return self._sorted(number for number, each in self.people.items() if each.establecimiento == school)


def words_of(name: str) -> frozenset[str]:
    """The words of a name, without their order."""
    return frozenset(fold(name).split())


def read_list(read: Table, roster: Roster, columns: Columns | None = None) -> PeopleList:
    """Every line of a table; `columns` as the person corrected them, else as they are found."""
    columns = columns or find_columns(read)
    first = 0 if columns.heading is None else columns.heading + 1
    lines = [
        _line(number, row, columns, roster) for number, row in enumerate(read.rows[first:], start=first + 1) if any(row)
    ]
    return PeopleList(told_once(lines), columns, read.cut)


def list_of(people: Sequence[ListedPerson]) -> PeopleList:
    """A list of known people: a saved group, a school."""
    lines = (
        ListLine(number, f"{each.doc_numero}  {each.apellidos_y_nombres}".strip(), Fate.FOUND, each)
        for number, each in enumerate(people, start=1)
    )
    return PeopleList(told_once(tuple(lines)))


def answered(listed: PeopleList, number: int, person: ListedPerson | None) -> PeopleList:
    """A line for which somebody said who is meant; None leaves it out."""
    meant = Fate.LEFT_OUT if person is None else Fate.CHOSEN
    lines = [
        replace(line, meant=meant, person=person or line.person) if line.number == number else line
        for line in listed.lines
    ]
    return replace(listed, lines=told_once(lines))


def told_once(lines: Iterable[ListLine]) -> tuple[ListLine, ...]:
    """The same person on a later line is repeated, and is worked on once."""
    seen: dict[str, int] = {}
    told: list[ListLine] = []
    for line in lines:
        first = 0
        if line.person is not None and line.meant is not Fate.LEFT_OUT:
            first = seen.setdefault(line.person.doc_numero, line.number)
        told.append(replace(line, first=0 if first == line.number else first))
    return tuple(told)


def _line(number: int, row: Cells, columns: Columns, roster: Roster) -> ListLine:
    text = "  ".join(cell for cell in row if cell)[:200]
    cells = (_cell(row, column) for column in columns.names)
    name = " ".join(cell for cell in cells if any(letter.isalpha() for letter in cell))
    fate, people = _by_dni(_cell(row, columns.dni), name, roster)
    if not people:
        fate, people = _by_code(_cell(row, columns.code), roster)
    if not people:
        fate, people = _by_name(name, roster)
    if len(people) == 1:
        return ListLine(number, text, fate, people[0])
    return ListLine(number, text, Fate.AMBIGUOUS if people else Fate.NOBODY, None, people[:_SHOWN_CANDIDATES])


def _cell(row: Cells, column: int | None) -> str:
    return row[column] if column is not None and column < len(row) else ""


def _by_dni(typed: str, name: str, roster: Roster) -> tuple[Fate, tuple[ListedPerson, ...]]:
    digits = compact(typed)
    short = digits.isdecimal() and 5 <= len(digits) < 8
    found = read_dni(digits.zfill(8) if short else typed)
    if not isinstance(found, Identified):
        return Fate.NOBODY, ()
    person = roster.people.get(found.value)
    if person is None:
        if short:
            return Fate.NOBODY, ()  # zeros are put back only where they lead to somebody
        return Fate.NOT_KNOWN, (_unknown(found.value, name),)
    if not agree(name, person.apellidos_y_nombres):
        return Fate.NAMES_DIFFER, (person,)
    return Fate.RESTORED if short else Fate.FOUND, (person,)


def _unknown(doc_numero: str, name: str) -> ListedPerson:
    surnames, comma, given = name.partition(",")
    return ListedPerson(doc_numero=doc_numero, apellidos=surnames.strip(), nombres=given.strip() if comma else "")


def agree(listed: str, known: str) -> bool:
    """Whether two names may be the same person's: most words of the shorter one are in the other. Blank agrees."""
    one, other = words_of(listed), words_of(known)
    if not one or not other:
        return True
    return len(one & other) * 2 > min(len(one), len(other))


def _by_code(typed: str, roster: Roster) -> tuple[Fate, tuple[ListedPerson, ...]]:
    code = typed.strip()
    digits = compact(code.partition("-")[0])
    return Fate.BY_CODE, roster.by_code(digits.zfill(10)) if digits.isdecimal() and 8 <= len(digits) <= 10 else ()


def _by_name(name: str, roster: Roster) -> tuple[Fate, tuple[ListedPerson, ...]]:
    return Fate.BY_NAME, roster.by_name(name) if name else ()
