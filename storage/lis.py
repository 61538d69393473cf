"""The index of old payroll files: who has which payslips, and the text of each. Reading; storage.lis_import writes.

db = vault.lis(). Names are looked up among the people, tens of thousands of rows; payslips, millions, only by person or
by month, through their indexes.
"""

import re
from collections.abc import Iterator
from datetime import datetime
from typing import Final, NamedTuple

import msgspec

from documents.lis.records import Remark, State, Trouble
from documents.people.records import ListedPerson
from storage.connection import Connection, Row
from storage.errors import BugError
from storage.lis_blocks import unpacked
from storage.lis_records import LisCounts, LisFile, LisQuery, LisRow
from storage.search import fold

STATES: Final = (State.GOOD, State.REMARKS, State.SUMS, State.BROKEN)
LAST: Final = 999_912
MOST_PEOPLE: Final = 5_000  # of one search; more is no search
_ALL: Final = -1  # rows: no limit
LONGEST: Final = 200  # characters of what is typed
MOST_WORDS: Final = 8
_NUMBER: Final = re.compile(r"[0-9]{1,8}-[0-9]{1,3}")

_ROW: Final = """
SELECT p.number, who.doc_numero, who.apellidos, who.nombres, who.codigo_modular, p.periodo, p.secuencia,
  kind.tipo_planilla, p.numero_boleta, p.haberes, p.descuentos, p.liquido, p.state, p.file, file.name AS file_name,
  p.line, p.crc, p.person, spot.establecimiento, spot.cargo
FROM lis_payslip AS p
"""
_JOINED: Final = """
CROSS JOIN lis_person AS who ON who.number = p.person
CROSS JOIN lis_kind AS kind ON kind.number = p.kind
CROSS JOIN lis_file AS file ON file.number = p.file
LEFT JOIN lis_place AS spot ON spot.number = p.place
"""
_IN_MONTH: Final = " WHERE p.periodo = :periodo"
_BY_PEOPLE: Final = " AND p.person IN (SELECT value FROM json_each(:people))"
_BY_PLACE: Final = " AND (:anywhere OR p.place IN (SELECT value FROM json_each(:places))) LIMIT :limit"
_OF_MONTH: Final = " INDEXED BY lis_payslip_by_person" + _JOINED + _IN_MONTH + _BY_PLACE
_OF_PEOPLE: Final = " INDEXED BY lis_payslip_by_person" + _JOINED + _IN_MONTH + _BY_PEOPLE + _BY_PLACE
_BY_BOLETA: Final = " AND p.numero_boleta = :boleta"
_BY_ANYBODY: Final = " AND (:anybody OR p.person IN (SELECT value FROM json_each(:people)))"
_NUMBERED: Final = " INDEXED BY lis_payslip_by_boleta" + _JOINED + _IN_MONTH + _BY_BOLETA + _BY_ANYBODY + _BY_PLACE
_MONTHS: Final = "SELECT periodo FROM lis_month WHERE periodo BETWEEN :desde AND :hasta ORDER BY periodo DESC"


def search_lis(db: Connection, query: LisQuery) -> tuple[LisRow, ...]:
    """The payslips that are meant, newest first. Without words: those of the months asked for."""
    words, boleta = _words(query.text)
    people = _people(db, words) if words else None
    places = _places(db, fold(query.place[:LONGEST]).split()) if query.place.strip() else None
    if places is not None:
        people = _placed(db, places, people)
    if people == [] or places == []:
        return ()
    found: list[LisRow] = []
    for month in db.rows(_MONTHS, desde=query.desde, hasta=query.hasta or LAST):
        wanted = _Wanted(int(month["periodo"]), people, places, boleta, query.limit - len(found))
        found += sorted(_of_month(db, wanted), key=_order)
        if len(found) >= query.limit:
            break
    return tuple(found)


class _Wanted(NamedTuple):
    """What is looked for in one month; None: anybody, anywhere."""

    periodo: int
    people: list[int] | None
    places: list[int] | None
    boleta: str
    limit: int


def _of_month(db: Connection, wanted: _Wanted) -> Iterator[LisRow]:
    """By the index that finds the fewest: the boleta's number, then the people."""
    people, places = (msgspec.json.encode(numbers or []).decode() for numbers in (wanted.people, wanted.places))
    values: dict[str, str | int] = {
        "periodo": wanted.periodo, "limit": wanted.limit, "people": people, "places": places, "boleta": wanted.boleta,
        "anybody": wanted.people is None, "anywhere": wanted.places is None,
    }  # fmt: skip
    if wanted.boleta:
        yield from map(_row, db.rows(_ROW + _NUMBERED, **values))
    elif wanted.people is not None:
        yield from map(_row, db.rows(_ROW + _OF_PEOPLE, **values))
    else:
        yield from map(_row, db.rows(_ROW + _OF_MONTH, **values))


def rows_of_document(db: Connection, doc_numero: str, desde: int = 0, hasta: int = 0) -> tuple[LisRow, ...]:
    """All payslips with exactly this document, whatever the name on them, newest first; none for a blank document."""
    people = [
        int(row["number"])
        for row in db.rows("SELECT number FROM lis_person WHERE doc_numero = :doc AND :doc <> ''", doc=doc_numero)
    ]
    found: list[LisRow] = []
    for month in db.rows(_MONTHS, desde=desde, hasta=hasta or LAST) if people else ():
        found += sorted(_of_month(db, _Wanted(int(month["periodo"]), people, None, "", _ALL)), key=_order)
    return tuple(found)


def payslip_text(db: Connection, number: int) -> str:
    """The text of one payslip, as in the file. KeyError when unknown."""
    row = db.row(
        "SELECT block.content, block.packing, p.start, p.length FROM lis_payslip AS p JOIN lis_block AS block"
        " ON block.number = p.block WHERE p.number = :number",
        number=number,
    )
    if row is None:
        raise KeyError(number)
    text = unpacked(row["content"], row["packing"])[row["start"] : row["start"] + row["length"]]
    if len(text) != row["length"]:
        raise BugError("a block is shorter than its index says")
    return text.decode("latin-1")


def lis_row(db: Connection, number: int) -> LisRow:
    """One payslip of the index. KeyError when unknown."""
    row = db.row(_ROW + _JOINED + " WHERE p.number = :number", number=number)
    if row is None:
        raise KeyError(number)
    return _row(row)


def lis_people(db: Connection) -> tuple[ListedPerson, ...]:
    """Everybody who has a document in any file, each once, as the newest import writes them."""
    rows = db.rows("SELECT * FROM lis_person WHERE doc_numero <> '' ORDER BY number DESC")
    found: dict[str, ListedPerson] = {}
    for row in rows:
        number = row["doc_numero"]
        found.setdefault(
            number,
            ListedPerson(
                doc_numero=number, apellidos=row["apellidos"], nombres=row["nombres"],
                codigo_modular=row["codigo_modular"],
            ),
        )  # fmt: skip
    return tuple(found.values())


def lis_counts(db: Connection) -> LisCounts:
    """What there is, in figures; from the files' own counts, so that millions need not be counted."""
    return LisCounts(
        files=db.number("SELECT count(*) FROM lis_file"),
        payslips=db.number("SELECT total(payslips) FROM lis_file"),
        people=db.number("SELECT count(*) FROM lis_person"),
        unplaced=db.number("SELECT count(*) FROM lis_file WHERE NOT placed"),
    )


def lis_files(db: Connection) -> tuple[LisFile, ...]:
    """All files, the newest import first."""
    return tuple(map(_file, db.rows("SELECT * FROM lis_file ORDER BY begun_at DESC, number DESC")))


def lis_file(db: Connection, number: int) -> LisFile:
    """One file. KeyError when unknown."""
    row = db.row("SELECT * FROM lis_file WHERE number = :number", number=number)
    if row is None:
        raise KeyError(number)
    return _file(row)


def file_with(db: Connection, sha256: str) -> LisFile | None:
    """The file of this content."""
    row = db.row("SELECT * FROM lis_file WHERE sha256 = :sha256", sha256=sha256)
    return None if row is None else _file(row)


def file_at(db: Connection, place: str) -> LisFile | None:
    """The newest file of this path."""
    row = db.row("SELECT * FROM lis_file WHERE place = :place ORDER BY number DESC", place=place)
    return None if row is None else _file(row)


def remarks_of(db: Connection, file: int) -> tuple[Remark, ...]:
    """What was not understood in a file, in the order of its lines."""
    rows = db.rows("SELECT line, trouble, text FROM lis_remark WHERE file = :file ORDER BY line", file=file)
    return tuple(Remark(row["line"], Trouble(row["trouble"]), row["text"]) for row in rows)


def states_of(db: Connection, file: int) -> tuple[tuple[State, int], ...]:
    """How many payslips of a file are in each state; only the states that there are. From counts kept with the file."""
    row = db.row("SELECT payslips, noted, wrong, broken FROM lis_file WHERE number = :file", file=file)
    if row is None:
        raise KeyError(file)
    odd = row["noted"], row["wrong"], row["broken"]
    counts = row["payslips"] - sum(odd), *odd
    return tuple((state, int(count)) for state, count in zip(STATES, counts, strict=True) if count)


def _words(text: str) -> tuple[list[str], str]:
    """The words of a search without tildes, and the number of a boleta if there is one."""
    boleta, words = "", []
    for word in text[:LONGEST].split()[:MOST_WORDS]:
        if _NUMBER.fullmatch(word):
            boleta = word
        else:
            words += fold(word).split()
    return words, boleta


def _people(db: Connection, words: list[str]) -> list[int]:
    """The people of whom every word begins a name, the document or the code."""
    found: set[int] | None = None
    for word in words:
        named = _coded(db, word) if word.isdecimal() else _named(db, word)
        found = named if found is None else found & named
    return sorted(found or ())[:MOST_PEOPLE]


def _coded(db: Connection, digits: str) -> set[int]:
    rows = db.rows(
        "SELECT number FROM lis_person WHERE doc_numero BETWEEN :digits AND :last"
        " UNION SELECT number FROM lis_person WHERE codigo_modular <> '' AND codigo_modular BETWEEN :digits AND :last",
        digits=digits,
        last=digits + "~",
    )
    return {int(row["number"]) for row in rows}


def _named(db: Connection, word: str) -> set[int]:
    rows = db.rows("SELECT number FROM lis_person WHERE instr(searched, :word) > 0", word=" " + word)
    return {int(row["number"]) for row in rows}


def _places(db: Connection, words: list[str]) -> list[int]:
    """The places of which every word begins one of the school's or of the post's."""
    found: set[int] | None = None
    for word in words[:MOST_WORDS]:
        rows = db.rows("SELECT number FROM lis_place WHERE instr(searched, :word) > 0", word=" " + word)
        named = {int(row["number"]) for row in rows}
        found = named if found is None else found & named
    return sorted(found or ())


def _placed(db: Connection, places: list[int], people: list[int] | None) -> list[int] | None:
    """Of these people (None: of all) who was ever at one of the places; None when they are too many to list."""
    rows = db.rows(
        "SELECT DISTINCT person FROM lis_post WHERE place IN (SELECT value FROM json_each(:places))",
        places=msgspec.json.encode(places).decode(),
    )
    there = {int(row["person"]) for row in rows}
    if people is not None:
        return sorted(there.intersection(people))
    return sorted(there) if len(there) <= MOST_PEOPLE else None


def _order(row: LisRow) -> tuple[int, int, str, str, int]:
    """The newest month first, and in it by name."""
    return -row.periodo, -row.secuencia, row.apellidos, row.nombres, row.line


def _row(row: Row) -> LisRow:
    return LisRow(
        number=row["number"], doc_numero=row["doc_numero"], apellidos=row["apellidos"], nombres=row["nombres"],
        codigo_modular=row["codigo_modular"], periodo=row["periodo"], secuencia=row["secuencia"],
        tipo_planilla=row["tipo_planilla"], numero_boleta=row["numero_boleta"], haberes=row["haberes"],
        descuentos=row["descuentos"], liquido=row["liquido"], state=STATES[row["state"]], file=row["file"],
        file_name=row["file_name"], line=row["line"], crc=row["crc"], establecimiento=row["establecimiento"] or "",
        cargo=row["cargo"] or "",
    )  # fmt: skip


def _file(row: Row) -> LisFile:
    return LisFile(
        number=row["number"], name=row["name"], sha256=row["sha256"], size=row["size"],
        begun_at=datetime.fromisoformat(row["begun_at"]), read_to=row["read_to"], payslips=row["payslips"],
        remarks=row["remarks"], placed=bool(row["placed"]),
    )  # fmt: skip


def lis_years(db: Connection) -> tuple[int, ...]:
    """All years from the newest to the oldest that there is."""
    newest = db.number("SELECT max(periodo) FROM lis_month") // 100
    oldest = db.number("SELECT min(periodo) FROM lis_month WHERE periodo > 0") // 100
    return tuple(range(newest, oldest - 1, -1)) if newest else ()
