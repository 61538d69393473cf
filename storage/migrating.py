"""Bringing a file to the schema that this program knows: numbered SQL files, each applied whole or not at all.

The number of the last one applied is the file's `user_version`; each SQL file sets its own as its last statement. A
file with a higher number is of a later version of the program and is not touched.
"""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal

from storage.connection import Connection, is_complete, transaction
from storage.errors import BugError, NewerFileError

Kind = Literal["cache", "outbox", "lis", "office", "checks"]


@dataclass(frozen=True, slots=True)
class Step:
    """One numbered SQL file."""

    number: int
    name: str
    script: str


@cache
def steps(kind: Kind) -> tuple[Step, ...]:
    """All steps of a kind of file, in order, without gaps."""
    folder = files("storage").joinpath("migrations", kind)
    entries = sorted((entry for entry in folder.iterdir() if _is_sql(entry.name)), key=lambda entry: entry.name)
    found = [Step(int(entry.name[:4]), entry.name, entry.read_text("utf-8")) for entry in entries]
    if [step.number for step in found] != list(range(1, len(found) + 1)) or not found:
        raise BugError(f"the migrations of {kind} are missing or have a gap")
    return tuple(found)


def migrate(db: Connection, kind: Kind) -> int:
    """Apply what is missing, one transaction a step; returns the version. Raises NewerFileError before writing."""
    known = steps(kind)
    found = version(db)
    if found > known[-1].number:
        raise NewerFileError(db.path, found, known[-1].number)
    for step in known[found:]:
        with transaction(db):
            for statement in statements(step.script):
                db.run(statement)
            if version(db) != step.number:
                raise BugError(f"{step.name} does not set its number")
    return known[-1].number


def version(db: Connection) -> int:
    """The schema number of the file; 0 = empty."""
    return db.number("PRAGMA main.user_version")


def schema_dump(db: Connection) -> str:
    """Every table, index and trigger as SQL, sorted: what a migration changed shows as a difference of this text."""
    found = db.rows("SELECT sql FROM main.sqlite_schema WHERE sql IS NOT NULL ORDER BY type DESC, name")
    return "\n\n".join(f"{row['sql']};" for row in found) + "\n"


def _is_sql(name: str) -> bool:
    return name.endswith(".sql") and name[:4].isdecimal()


def statements(script: str) -> tuple[str, ...]:
    """The script cut where SQLite says that a statement is complete, so that triggers stay whole."""
    found: list[str] = []
    pending = ""
    for line in script.splitlines(keepends=True):
        pending += line
        if is_complete(pending):
            found.append(pending.strip())
            pending = ""
    if any(line.strip() and not line.strip().startswith("--") for line in pending.splitlines()):
        raise BugError("a migration ends in the middle of a statement")
    return tuple(found)
