"""What each commit made of a file, as one digest: after a crash it has to be as the last acknowledged one left it.

Not a model of the program: every row of every table counts, whatever it means.
"""

import hashlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from storage.connection import Connection, DatabaseFile, open_database

SILENT = ("SELECT", "PRAGMA", "ATTACH", "BEGIN", "ROLLBACK")


def digest(db: Connection) -> str:
    """Of schema, version and every row."""
    found = hashlib.sha256(str(db.number("PRAGMA main.user_version")).encode())
    for table in db.rows("SELECT name, sql FROM main.sqlite_schema ORDER BY name"):
        found.update(repr(tuple(table)).encode())
        if (table["sql"] or "").startswith("CREATE TABLE"):
            rows = db.rows("SELECT * FROM main." + table["name"])  # noqa: S608 - our own names
            found.update(repr(sorted(map(repr, map(tuple, rows)))).encode())
    return found.hexdigest()[:24]


def digest_of(path: Path, key: bytes) -> str:
    """Of a closed file."""
    with open_database(DatabaseFile(path, key)) as db:
        return digest(db)


@contextmanager
def told(tell: Callable[[str], None]) -> Iterator[None]:
    """Say "NAME DIGEST" after each commit of any connection of this process, before its caller hears of it."""
    former = Connection.run

    def run(self: Connection, sql: str, /, **values: Any) -> int:
        changed = former(self, sql, **values)
        if not self.in_transaction() and not sql.startswith(SILENT):
            tell(f"{self.path.name.removesuffix('.part')} {digest(self)}")
        return changed

    Connection.run = run  # type: ignore[method-assign]
    try:
        yield
    finally:
        Connection.run = former  # type: ignore[method-assign]


class Acknowledged:
    """Follows the marks of a log: what each file may hold now."""

    def __init__(self, marks: list[str]) -> None:
        """All marks of the log, in order."""
        self._all: dict[str, list[str]] = {}
        for mark in marks:
            name, found = mark.split()
            self._all.setdefault(name, []).append(found)
        self._heard = dict.fromkeys(self._all, 0)

    def hear(self, mark: str) -> None:
        """One commit more was acknowledged."""
        self._heard[mark.split(maxsplit=1)[0]] += 1

    def allowed(self, name: str) -> set[str]:
        """The last acknowledged state, and the one under way; nothing when none was acknowledged yet."""
        heard = self._heard.get(name, 0)
        return set(self._all[name][heard - 1 : heard + 1]) if heard else set()
