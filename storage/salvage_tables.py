"""What can still be read of tables that exist nowhere else, out of a damaged file into a new one.

Read along a table's key from its beginning up to the damage, and from its end down to it: what lies between is lost.
Every page authenticates itself, so a row that can be read is exactly what was written. The damaged file is only read.
"""

from collections.abc import Generator, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from storage.connection import Connection, DatabaseFile, Row, Value, open_wreck, transaction
from storage.errors import DamagedFileError

_AT_ONCE: Final = 64  # rows; after damage they are asked for one by one
_BEYOND: Final = 2**62
_BEHIND: Final = chr(0x10FFFF)  # all names


@dataclass(frozen=True, slots=True)
class KeptTable:
    """`on`, `back`: at most :most rows after a key, and before one; `low`, `high`: keys outside of all there are."""

    name: str
    low: Mapping[str, Value]
    high: Mapping[str, Value]
    on: str
    back: str
    add: str


_NAMED: Final[tuple[Mapping[str, Value], Mapping[str, Value]]] = ({"name": ""}, {"name": _BEHIND})
_NUMBERED: Final[tuple[Mapping[str, Value], Mapping[str, Value]]] = ({"number": -1}, {"number": _BEYOND})
_PLACED: Final[tuple[Mapping[str, Value], Mapping[str, Value]]] = (
    {"job": -1, "place": -1}, {"job": _BEYOND, "place": _BEYOND}
)  # fmt: skip
OFFICE: Final = (
    KeptTable(
        "packet_recipe", *_NAMED,
        "SELECT * FROM packet_recipe WHERE name > :name ORDER BY name LIMIT :most",
        "SELECT * FROM packet_recipe WHERE name < :name ORDER BY name DESC LIMIT :most",
        "INSERT OR IGNORE INTO packet_recipe (name, content, saved_at) VALUES (:name, :content, :saved_at)",
    ),
    KeptTable(
        "people_group", *_NAMED,
        "SELECT * FROM people_group WHERE name > :name ORDER BY name LIMIT :most",
        "SELECT * FROM people_group WHERE name < :name ORDER BY name DESC LIMIT :most",
        "INSERT OR IGNORE INTO people_group (name, people, saved_at) VALUES (:name, :people, :saved_at)",
    ),
    KeptTable(
        "packet_job", *_NUMBERED,
        "SELECT * FROM packet_job WHERE number > :number ORDER BY number LIMIT :most",
        "SELECT * FROM packet_job WHERE number < :number ORDER BY number DESC LIMIT :most",
        "INSERT OR IGNORE INTO packet_job (number, uuid, recipe, folder, office, begun_at, ended_at, trouble, work)"
        " VALUES (:number, :uuid, :recipe, :folder, :office, :begun_at, :ended_at, :trouble, :work)",
    ),
    KeptTable(
        "packet_person", *_PLACED,
        "SELECT * FROM packet_person WHERE (job, place) > (:job, :place) ORDER BY job, place LIMIT :most",
        "SELECT * FROM packet_person WHERE (job, place) < (:job, :place) ORDER BY job DESC, place DESC LIMIT :most",
        "INSERT OR IGNORE INTO packet_person (job, place, person, state, files, lacking, pages, count, drawn, refusal)"
        " SELECT :job, :place, :person, :state, :files, :lacking, :pages, :count, :drawn, :refusal"
        " WHERE :job IN (SELECT number FROM packet_job)",
    ),
    KeptTable(
        "packet_volume", *_PLACED,
        "SELECT * FROM packet_volume WHERE (job, place) > (:job, :place) ORDER BY job, place LIMIT :most",
        "SELECT * FROM packet_volume WHERE (job, place) < (:job, :place) ORDER BY job DESC, place DESC LIMIT :most",
        "INSERT OR IGNORE INTO packet_volume (job, place, state, files, folios)"
        " SELECT :job, :place, :state, :files, :folios WHERE :job IN (SELECT number FROM packet_job)",
    ),
)  # fmt: skip
CHECKS: Final = (
    KeptTable(
        "batch", *_NUMBERED,
        "SELECT * FROM batch WHERE number > :number ORDER BY number LIMIT :most",
        "SELECT * FROM batch WHERE number < :number ORDER BY number DESC LIMIT :most",
        "INSERT OR IGNORE INTO batch (number, name, begun_at, ended_at, files)"
        " VALUES (:number, :name, :begun_at, :ended_at, :files)",
    ),
    KeptTable(
        "batch_file", {"batch": -1, "position": -1}, {"batch": _BEYOND, "position": _BEYOND},
        "SELECT * FROM batch_file WHERE (batch, position) > (:batch, :position) ORDER BY batch, position LIMIT :most",
        "SELECT * FROM batch_file WHERE (batch, position) < (:batch, :position)"
        " ORDER BY batch DESC, position DESC LIMIT :most",
        "INSERT OR IGNORE INTO batch_file (batch, position, path, sha256, code, colour, test, office, doc_numero,"
        " person, issuer, reasons, verdict) SELECT :batch, :position, :path, :sha256, :code, :colour, :test, :office,"
        " :doc_numero, :person, :issuer, :reasons, :verdict WHERE :batch IN (SELECT number FROM batch)",
    ),
)  # fmt: skip


def salvage_tables(source: DatabaseFile, into: Connection, tables: tuple[KeptTable, ...]) -> int:
    """How many rows came into the new file."""
    found = 0
    for table in tables:
        rows = {tuple(row[name] for name in table.low): dict(row) for row in _readable(source, table)}
        with transaction(into):
            into.run_many(table.add, rows.values())
        found += len(rows)
    return found


def _readable(source: DatabaseFile, table: KeptTable) -> Iterator[Row]:
    """From the beginning to the damage, or to the end; after damage from the end too."""
    if not (yield from _walk(source, table.name, table.low, table.on)):
        yield from _walk(source, table.name, table.high, table.back)


def _walk(source: DatabaseFile, name: str, start: Mapping[str, Value], on: str) -> Generator[Row, None, bool]:
    """Returns whether nothing was in the way. A connection that met damage is done: the next one asks for less."""
    last = dict(start)
    for most in (_AT_ONCE, 1):
        try:
            with open_wreck(source) as wreck:
                if not wreck.number("SELECT count(*) FROM sqlite_schema WHERE name = :name", name=name):
                    return True
                while rows := wreck.rows(on, most=most, **last):
                    yield from rows
                    last = {column: rows[-1][column] for column in start}
                return True
        except DamagedFileError:
            continue
    return False
