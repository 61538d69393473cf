"""Which column of a table holds the DNI, the code of the server, the names: by its title, else by what stands in it."""

import re
from collections.abc import Mapping, Sequence
from typing import Final

from documents.folding import fold
from documents.people.records import Cells, ColumnKind, Columns, Table

_LOOKED_AT: Final = 200  # rows
_TITLES_WITHIN: Final = 15  # rows from the top
_DNI_TITLE: Final = re.compile(r"\b(D ?N ?I|DOCUMENTO|DOC|NRO DOC|NUM DOC|DOC NUMERO|LIB ELECTORAL)\b")
_CODE_TITLE: Final = re.compile(r"\bCOD\w* MOD\w*\b|\bCODMOD\w*\b|\bC MODULAR\b")
_NAMES_TITLE: Final = re.compile(r"\b(APELLIDOS?|NOMBRES?|PATERNO|MATERNO|DOCENTE|SERVIDORA?|TRABAJADORA?|TITULAR)\b")
_NOT_A_PERSON: Final = re.compile(r"\b(IE|I E|IIEE|INSTITUCION|COLEGIO|ESCUELA|UGEL|DRE|TIPO|CARGO|FECHA|LOCAL)\b")
_DNI: Final = re.compile(r"\d{6,8}(-[0-9A-K])?")
_CODE: Final = re.compile(r"\d{10}(-\d)?")
_TYPED: Final = {"dni": ColumnKind.DNI, "modular": ColumnKind.CODE, "nombres": ColumnKind.NAMES}
_NAME: Final = re.compile(r"[A-ZÑ]{2,}( [A-ZÑ]+)+")


def find_columns(read: Table) -> Columns:
    """What is where; `Columns.useful` is False when nothing leads to anybody."""
    heading = _heading(read.rows)
    rows = read.rows[: _LOOKED_AT + (heading or 0)]
    titled = _titled(read.rows[heading]) if heading is not None else {}
    body = rows[heading + 1 :] if heading is not None else rows
    if heading is None and all(not any(row[1:]) for row in rows):
        return Columns(None, 0, 0, (0,))  # one column: numbers and names may take turns in it
    seen = {column: _seen(body, column) for column in range(max(map(len, rows), default=0))}
    dni = _one(titled, seen, ColumnKind.DNI)
    code = _one(titled, seen, ColumnKind.CODE)
    names = tuple(column for column, kind in titled.items() if kind is ColumnKind.NAMES)
    if not names:
        names = tuple(column for column, kind in seen.items() if kind is ColumnKind.NAMES)[:1]
    return Columns(heading, dni, code, names)


def heading_of(read: Table, columns: Columns) -> Cells:
    """The titles of the columns, () when the list begins at once."""
    return read.rows[columns.heading] if columns.heading is not None and columns.heading < len(read.rows) else ()


def kinds_of(columns: Columns) -> dict[int, ColumnKind]:
    """What each column of use holds."""
    found = dict.fromkeys(columns.names, ColumnKind.NAMES)
    for column, kind in ((columns.dni, ColumnKind.DNI), (columns.code, ColumnKind.CODE)):
        if column is not None and column not in found:
            found[column] = kind
    return found


def columns_of(kinds: Mapping[int, ColumnKind], heading: int | None) -> Columns:
    """As a person chose them; of several columns with numbers of one kind the first counts."""

    def first(kind: ColumnKind) -> int | None:
        return min((column for column, each in kinds.items() if each is kind), default=None)

    names = tuple(sorted(column for column, each in kinds.items() if each is ColumnKind.NAMES))
    return Columns(heading, first(ColumnKind.DNI), first(ColumnKind.CODE), names)


def _heading(rows: Sequence[Cells]) -> int | None:
    """The first row with a title in it; a row in which a number of a person stands is not one."""
    for number, row in enumerate(rows[:_TITLES_WITHIN]):
        if any(_DNI.fullmatch(cell) or _CODE.fullmatch(cell) for cell in row):
            return None
        if _titled(row):
            return number
    return None


def _titled(row: Cells) -> dict[int, ColumnKind]:
    found: dict[int, ColumnKind] = {}
    for column, cell in enumerate(row):
        title = fold(cell)
        if not title or len(title) > 60 or _NOT_A_PERSON.search(title):
            continue
        for kind, shape in (
            (ColumnKind.CODE, _CODE_TITLE),
            (ColumnKind.DNI, _DNI_TITLE),
            (ColumnKind.NAMES, _NAMES_TITLE),
        ):
            if shape.search(title):
                found[column] = kind
                break
    return found


def _one(titled: dict[int, ColumnKind], seen: dict[int, ColumnKind | None], kind: ColumnKind) -> int | None:
    """By title unless what stands below is of another kind (the code of a school under "Código modular")."""
    for column, named in titled.items():
        if named is kind and seen.get(column) in {kind, None} and (kind is not ColumnKind.CODE or seen.get(column)):
            return column
    return next(
        (column for column, found in seen.items() if found is kind and titled.get(column) in {kind, None}), None
    )


def _seen(rows: Sequence[Cells], column: int) -> ColumnKind | None:
    """What most cells of a column look like; None when they look like nothing of use, or are few."""
    cells = [row[column] for row in rows if len(row) > column and row[column]]
    if not cells:
        return None
    for kind, shape in ((ColumnKind.DNI, _DNI), (ColumnKind.CODE, _CODE)):
        if sum(bool(shape.fullmatch(cell)) for cell in cells) * 2 > len(cells):
            return kind
    named = sum(bool(_NAME.fullmatch(fold(cell))) for cell in cells)
    return ColumnKind.NAMES if named * 2 > len(cells) else None


def read_columns(typed: str) -> Columns:
    """Columns as somebody types them: "dni=B, nombres=C+D, modular=E, titulos=1" (letters as in a spreadsheet).

    `titulos` is the row of titles, from 1; 0 or left out: the list begins at once. ValueError for anything else.
    """
    kinds: dict[int, ColumnKind] = {}
    heading: int | None = None
    for part in typed.split(","):
        name, _equals, value = part.strip().lower().partition("=")
        if name == "titulos" and value.isdecimal():
            heading = int(value) - 1 if int(value) else None
        elif name in _TYPED and value:
            kinds |= {_column_of(letters): _TYPED[name] for letters in value.split("+")}
        else:
            raise ValueError(f"no columns: {part!r}")
    columns = columns_of(kinds, heading)
    if not columns.useful:
        raise ValueError(f"no columns: {typed!r}")
    return columns


def _column_of(letters: str) -> int:
    """0 for A, 26 for AA. ValueError for what is no column."""
    if not 0 < len(letters) <= 2 or not all("a" <= letter <= "z" for letter in letters):
        raise ValueError(f"no columns: {letters!r}")
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("a") + 1
    return number - 1
