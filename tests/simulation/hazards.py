"""What can happen to a process and its disk: it dies at a chosen commit or call, the disk takes no more for a while.

A power cut is the same amid a commit: what the commit wrote is torn before the copy is made. What an earlier commit
wrote was flushed (`synchronous = FULL`), and stays.

Dying is a `Crash` in the simulated process. Whatever is written while it unwinds must not count: what a real one would
leave, the files as they are at that instant, is copied first, and the next process opens the copy.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any
from unittest.mock import patch

from storage.connection import Connection
from storage.errors import DiskFullError

SECTOR = 512
WRITES = ("INSERT", "UPDATE", "DELETE", "COMMIT")


class Crash(BaseException):
    """The process is gone."""


@dataclass
class Hazards:
    """Of the process that runs now."""

    die_at: int = 0  # the how manyth commit; 0: never
    die_after: bool = False  # the commit was done
    die_at_call: int = 0  # the how manyth call to the office
    die_when: str = "before"
    room: int = 0  # so many writes still fit
    full: int = 0  # then so many fail
    full_for: str = ""  # only writes that name this table: what is large fails first
    tear: Random | None = None  # the power fails while the commit is written: any part of it is on the disk
    dead: bool = False
    leave: Callable[[], Path] = Path  # copies the files; where they are
    on_commit: Callable[[], None] = lambda: None  # something is on the disk
    _wal: Path = Path()
    _written: int = 0  # bytes of the WAL before the commit

    def clear(self) -> None:
        """Nothing happens any more."""
        self.die_at = self.die_at_call = self.full = self.room = 0
        self.full_for, self.tear, self.dead = "", None, False

    def die(self) -> None:
        """Now."""
        self.die_at = self.die_at_call = 0
        left = self.leave()
        if self.tear is not None and self.die_after:
            self._tear(left / self._wal.name, self.tear)
        self.dead = True
        raise Crash

    def on_call(self, when: str, _asked: Any) -> None:
        """A call to the office begins or has been answered."""
        if self.die_at_call and when == self.die_when:
            self.die_at_call -= 1
            if not self.die_at_call:
                self.die()

    def before(self, sql: str, path: Path) -> None:
        """A statement is about to run on the file at `path`."""
        if self.dead and sql != "ROLLBACK":
            raise Crash
        if self.full and sql.lstrip().startswith(WRITES) and self.full_for in sql:
            self._write()
        if sql == "COMMIT":
            self._wal = path.with_name(path.name + "-wal")
            self._written = self._wal.stat().st_size if self._wal.exists() else 0
            self._countdown(done=False)

    def _write(self) -> None:
        if self.room:
            self.room -= 1
            return
        self.full -= 1
        raise DiskFullError("simulated")

    def after(self, sql: str) -> None:
        """It ran."""
        if sql == "COMMIT":
            self._countdown(done=True)
            if not self.dead:
                self.on_commit()

    def _countdown(self, *, done: bool) -> None:
        if self.die_at and done is self.die_after:
            self.die_at -= 1
            if not self.die_at:
                self.die()

    def _tear(self, wal: Path, rng: Random) -> None:
        """Of what the commit wrote behind the WAL's old end, some sectors have not reached the disk."""
        with wal.open("r+b") as file:
            size = file.seek(0, 2)
            for at in range(self._written, size, SECTOR):
                if rng.random() < 0.3:
                    file.seek(at)
                    file.write(bytes(min(SECTOR, size - at)))
            if size > self._written and rng.random() < 0.5:
                file.truncate(rng.randrange(self._written, size))


@contextmanager
def watched(current: Callable[[], Hazards | None]) -> Iterator[None]:
    """Every statement of storage passes the hazards of whoever runs now."""
    run, run_many = Connection.run, Connection.run_many

    def watched_run(self: Connection, sql: str, /, **values: Any) -> int:
        hazards = current()
        if hazards is None:
            return run(self, sql, **values)
        hazards.before(sql, self.path)
        changed = run(self, sql, **values)
        hazards.after(sql)
        return changed

    def watched_many(self: Connection, sql: str, rows: Any, /) -> None:
        hazards = current()
        if hazards is not None:
            hazards.before(sql, self.path)
        run_many(self, sql, rows)

    with patch.object(Connection, "run", watched_run), patch.object(Connection, "run_many", watched_many):
        yield
