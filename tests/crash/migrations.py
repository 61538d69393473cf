"""Files of former programs, brought to today's schema and killed before each statement on the way.

The profiles that former programs left (tests/storage/old_profiles), and files of each former schema with rows in every
state that it knew.
"""

import os
import shutil
import signal
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from unittest import mock

from desktop.selftest import PASSWORD
from storage.connection import Connection, DatabaseFile, open_database
from storage.envelope import open_envelope, read_envelope, subkey
from storage.layout import CACHE, OUTBOX
from storage.migrating import Kind, migrate, statements, steps
from tests.crash.commits import digest, digest_of
from tests.crash.sitting import AMOUNT, MARKER, NUMBER

OLD = Path(__file__).parents[1] / "storage" / "old_profiles"
STATES = ("borrador", "listo", "enviando", "espera_sesion", "espera_red", "cuarentena", "en_solicitud", "anulado")


def former_files(folder: Path) -> Iterator[tuple[str, Kind, DatabaseFile]]:
    """Each with a name for the report."""
    for profile in sorted(OLD.iterdir()):
        key = open_envelope(read_envelope(profile / "vault.json"), PASSWORD)
        for kind, name in (("cache", CACHE), ("outbox", OUTBOX)):
            yield f"{profile.name} {kind}", kind, DatabaseFile(profile / name, subkey(key, kind))  # type: ignore[misc,arg-type]
    for kind in ("cache", "outbox"):
        for number in range(1, len(steps(kind))):  # type: ignore[arg-type]
            yield f"{kind} {number}", kind, filled(folder / f"{kind}-{number}.db", kind, number)  # type: ignore[misc,arg-type]


def filled(path: Path, kind: Kind, number: int) -> DatabaseFile:
    """A file of schema `number` that holds something."""
    path.touch()
    file = DatabaseFile(path, bytes(32))
    with open_database(file) as db:
        for step in steps(kind)[:number]:
            for statement in statements(step.script):
                db.run(statement)
        (wishes if kind == "outbox" else person)(db)
    return file


def wishes(db: Connection) -> None:
    """One in each state of the first outbox; a later one takes them too."""
    for number, state in enumerate(STATES, start=1):
        db.run(
            "INSERT INTO update_request (uuid, number, section, body, state, created_at, queued_at, code, reason)"
            " VALUES (:uuid, :number, 'II', json_object('texto', :text), :state, '2026', '2026', 'SOL', :text)",
            uuid=f"{number:036d}", number=number, state=state, text=MARKER,
        )  # fmt: skip


def person(db: Connection) -> None:
    db.run(
        "INSERT INTO person (only, epoch, doc_tipo, doc_numero, apellidos, nombres, correo)"
        " VALUES (1, 1, 'DNI', :number, :text, :text, :amount)",
        number=NUMBER, text=MARKER, amount=str(AMOUNT),
    )  # fmt: skip


def cut_at_every_statement(folder: Path, stride: int) -> dict[str, Any]:
    """How many statements each was cut at. `stride` 1: all."""
    made = folder / "made"
    made.mkdir()
    return {name: cut(kind, file, folder / "work", stride) for name, kind, file in former_files(made)}


def cut(kind: Kind, file: DatabaseFile, work: Path, stride: int) -> int:
    """Kill before statement 1, 1 + stride ...; each time a step is there whole or not at all, and the rest follows."""
    whole = stages(kind, file, work)
    for deaths, number in enumerate(range(1, 10_000, stride)):
        copy = copied(file, work)
        died = killed_at(kind, copy, number)
        assert digest_of(copy.path, copy.key) in whole, f"half a step of {kind} after statement {number}"
        with open_database(copy) as db:
            migrate(db, kind)
            assert digest(db) == whole[-1]
        if not died:
            return deaths
    raise AssertionError("it never came through")


def stages(kind: Kind, file: DatabaseFile, work: Path) -> list[str]:
    """The digest of the file before and after each step."""
    known, found = steps(kind), []
    with open_database(copied(file, work)) as db:
        found.append(digest(db))
        for number in range(db.number("PRAGMA user_version") + 1, len(known) + 1):
            with mock.patch("storage.migrating.steps", return_value=known[:number]):
                migrate(db, kind)
                found.append(digest(db))
    return found


def copied(file: DatabaseFile, work: Path) -> DatabaseFile:
    shutil.rmtree(work, ignore_errors=True)
    work.mkdir()
    return DatabaseFile(Path(shutil.copy(file.path, work)), file.key)


def killed_at(kind: Kind, file: DatabaseFile, number: int) -> bool:
    """Migrate in a child that is killed before its `number`-th statement. False: it came through."""
    process = os.fork()
    if process == 0:
        db, left, former = open_database(file), [number], Connection.run

        def run(self: Connection, sql: str, /, **values: Any) -> int:
            left[0] -= 1
            if not left[0]:
                os.kill(os.getpid(), signal.SIGKILL)
            return former(self, sql, **values)

        Connection.run = run  # type: ignore[method-assign]
        migrate(db, kind)
        os._exit(0)
    _, status = os.waitpid(process, 0)
    return os.WIFSIGNALED(status)
