"""What can happen to a process and its disk: it dies at a chosen commit or call, the disk takes no more for a while.

Dying is a `Crash` in the simulated process. Whatever is written while it unwinds must not count: what a real one would
leave, the files as they are at that instant, is copied first, and the next process opens the copy.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any
from unittest.mock import patch

from storage.connection import Connection
from storage.errors import DiskFullError

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
    dead: bool = False
    leave: Callable[[], None] = lambda: None  # copies the files

    def clear(self) -> None:
        """Nothing happens any more."""
        self.die_at = self.die_at_call = self.full = self.room = 0
        self.dead = False

    def die(self) -> None:
        """Now."""
        self.die_at = self.die_at_call = 0
        self.leave()
        self.dead = True
        raise Crash

    def on_call(self, when: str, _asked: Any) -> None:
        """A call to the office begins or has been answered."""
        if self.die_at_call and when == self.die_when:
            self.die_at_call -= 1
            if not self.die_at_call:
                self.die()

    def before(self, sql: str) -> None:
        """A statement is about to run."""
        if self.dead and sql != "ROLLBACK":
            raise Crash
        if self.full and sql.lstrip().startswith(WRITES):
            self._write()
        if sql == "COMMIT":
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

    def _countdown(self, *, done: bool) -> None:
        if self.die_at and done is self.die_after:
            self.die_at -= 1
            if not self.die_at:
                self.die()


@contextmanager
def watched(current: Callable[[], Hazards | None]) -> Iterator[None]:
    """Every statement of storage passes the hazards of whoever runs now."""
    run, run_many = Connection.run, Connection.run_many

    def watched_run(self: Connection, sql: str, /, **values: Any) -> int:
        hazards = current()
        if hazards is None:
            return run(self, sql, **values)
        hazards.before(sql)
        changed = run(self, sql, **values)
        hazards.after(sql)
        return changed

    def watched_many(self: Connection, sql: str, rows: Any, /) -> None:
        hazards = current()
        if hazards is not None:
            hazards.before(sql)
        run_many(self, sql, rows)

    with patch.object(Connection, "run", watched_run), patch.object(Connection, "run_many", watched_many):
        yield
