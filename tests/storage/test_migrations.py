"""The schema: numbered, whole, and as the committed dump says."""

from pathlib import Path
from typing import get_args

import pytest

from storage import migrations
from storage.connection import Connection, DatabaseFile, open_database
from storage.errors import BugError, NewerFileError
from storage.migrating import Kind, Step, migrate, schema_dump, statements, steps, version
from storage.migrations.__main__ import dump
from storage.payslips import person
from storage.records import PersonFact

KINDS: tuple[Kind, ...] = get_args(Kind)


@pytest.fixture
def empty(tmp_path: Path) -> Connection:
    path = tmp_path / "new.db"
    path.touch()
    return open_database(DatabaseFile(path, bytes(32)))


@pytest.mark.parametrize("kind", KINDS)
def test_the_committed_dump_is_what_the_steps_add_up_to(kind: Kind) -> None:
    committed = Path(migrations.__path__[0], f"{kind}_schema.sql").read_text(encoding="utf-8")
    assert committed == dump(kind), "run python -m storage.migrations"


@pytest.mark.parametrize("kind", KINDS)
def test_migrating_twice_changes_nothing(empty: Connection, kind: Kind) -> None:
    with empty as db:
        last = migrate(db, kind)
        before = schema_dump(db)
        assert migrate(db, kind) == last == version(db) == len(steps(kind))
        assert schema_dump(db) == before


@pytest.mark.parametrize("kind", KINDS)
def test_every_table_is_strict(empty: Connection, kind: Kind) -> None:
    with empty as db:
        migrate(db, kind)
        tables = db.rows("SELECT sql FROM sqlite_schema WHERE type = 'table'")
        assert tables
        assert all("STRICT" in row["sql"].rpartition(")")[2] for row in tables)


@pytest.mark.parametrize("kind", KINDS)
def test_a_newer_file_is_refused_before_anything_is_written(empty: Connection, kind: Kind) -> None:
    with empty as db:
        db.run("PRAGMA user_version = 2000")
        with pytest.raises(NewerFileError) as raised:
            migrate(db, kind)
        assert (raised.value.found, raised.value.known) == (2000, len(steps(kind)))
        assert schema_dump(db) == "\n"


def test_a_step_that_fails_leaves_the_schema_before_it(empty: Connection, monkeypatch: pytest.MonkeyPatch) -> None:
    with empty as db:
        migrate(db, "cache")
        before = schema_dump(db)
        number = len(steps("cache")) + 1
        broken = Step(
            number,
            f"{number:04d}_broken.sql",
            "CREATE TABLE half (a TEXT) STRICT;\nCREATE TABLE half (b TEXT) STRICT;\n",
        )
        monkeypatch.setattr("storage.migrating.steps", lambda kind: (*steps(kind), broken))
        with pytest.raises(BugError):
            migrate(db, "cache")
        assert schema_dump(db) == before
        assert version(db) == number - 1


def test_a_step_that_forgets_its_number_is_undone(empty: Connection, monkeypatch: pytest.MonkeyPatch) -> None:
    with empty as db:
        forgetful = Step(1, "0001_forgetful.sql", "CREATE TABLE some (a TEXT) STRICT;\n")
        monkeypatch.setattr("storage.migrating.steps", lambda kind: (forgetful,))
        with pytest.raises(BugError, match="number"):
            migrate(db, "cache")
        assert schema_dump(db) == "\n"


def test_a_script_is_cut_between_statements_and_triggers_stay_whole() -> None:
    script = """-- a comment; with a semicolon
    CREATE TABLE a (b TEXT DEFAULT ';'); -- and one behind
    CREATE TRIGGER t BEFORE UPDATE ON a BEGIN
      SELECT 1;
      SELECT 2;
    END;
    -- the end
    """
    cut = statements(script)
    assert len(cut) == 2
    assert cut[1].endswith("END;")
    with pytest.raises(BugError):
        statements("CREATE TABLE a (b TEXT)")


def test_an_outbox_of_the_first_version_keeps_its_rows_and_goes_on_counting(empty: Connection) -> None:
    with empty as db:
        for statement in statements(steps("outbox")[0].script):
            db.run(statement)
        for number, state in enumerate(("borrador", "listo", "enviando", "en_solicitud", "anulado"), start=1):
            db.run(
                "INSERT INTO update_request (uuid, number, section, body, state, created_at, queued_at, code)"
                " VALUES (:uuid, :number, 'II', '{}', :state, '2026', '2026', 'SOL')",
                uuid=f"{number:036d}", number=number * 10, state=state,
            )  # fmt: skip
        migrate(db, "outbox")
        rows = db.rows("SELECT number, state, place, sent FROM update_request ORDER BY number")
        assert [tuple(row) for row in rows] == [
            (10, "borrador", None, 0), (20, "listo", 20, 0), (30, "enviando", 30, 1), (40, "en_solicitud", 40, 1),
            (50, "anulado", 50, 1),
        ]  # fmt: skip
        assert tuple(db.rows("SELECT number, place FROM counter")[0]) == (50, 50)
        with pytest.raises(BugError, match="never goes back"):
            db.run("UPDATE update_request SET state = 'listo' WHERE state = 'en_solicitud'")


def test_a_cache_of_the_second_version_keeps_the_person(empty: Connection) -> None:
    with empty as db:
        for step in steps("cache")[:2]:
            for statement in statements(step.script):
                db.run(statement)
        db.run("INSERT INTO person VALUES (1, 1, 'DNI', '99900017', 'ÑAUPARI', 'ROSA', 'r@ejemplo.pe')")
        migrate(db, "cache")
        assert person(db) == PersonFact("DNI", "99900017", "ÑAUPARI", "ROSA", "r@ejemplo.pe", ("servidor",), None)
