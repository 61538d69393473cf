"""The door to SQLCipher: its settings, its errors, its transactions."""

import threading
from pathlib import Path

import pytest

from storage import connection
from storage.cache import store_page
from storage.connection import Connection, DatabaseFile, open_database, transaction
from storage.errors import BugError, DamagedFileError, FolderDeniedError, ProfileBusyError
from storage.migrating import migrate
from storage.vault import Vault
from tests.storage.people import ROSA, history, page


@pytest.mark.parametrize(
    ("pragma", "value"),
    [
        ("main.journal_mode", "wal"), ("synchronous", "2"), ("foreign_keys", "1"), ("secure_delete", "1"),
        ("temp_store", "2"), ("busy_timeout", "5000"), ("cipher_page_size", "4096"), ("trusted_schema", "0"),
        ("cipher_provider", "openssl"), ("outbox.journal_mode", "wal"), ("main.page_size", "4096"),
    ],
)  # fmt: skip
def test_every_connection_has_the_safe_settings(db: Connection, pragma: str, value: str) -> None:
    assert db.text(f"PRAGMA {pragma}") == value


def test_a_wrong_key_says_nothing_on_the_terminal(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "a.db"
    path.touch()
    with open_database(DatabaseFile(path, bytes(32))) as db:
        migrate(db, "cache")
    with pytest.raises(DamagedFileError):
        open_database(DatabaseFile(path, bytes(31) + b"x"))
    assert capfd.readouterr() == ("", "")


def test_a_key_of_another_length_is_our_bug(tmp_path: Path) -> None:
    (tmp_path / "a.db").touch()
    with pytest.raises(BugError):
        open_database(DatabaseFile(tmp_path / "a.db", b"short"))


def test_a_file_that_is_not_there_is_not_made(tmp_path: Path) -> None:
    with pytest.raises(FolderDeniedError):
        open_database(DatabaseFile(tmp_path / "absent.db", bytes(32)))
    assert list(tmp_path.iterdir()) == []


def test_an_old_cipher_is_refused(vault: Vault, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connection, "OLDEST_CIPHER", (99, 0))
    with pytest.raises(BugError):
        vault.cache()


def test_names_with_blanks_accents_and_signs_open(tmp_path: Path) -> None:
    folder = tmp_path / "Año 100% #1 ¿qué? & Ñ"
    folder.mkdir()
    for name in ("caché.db", "bandeja.db"):
        (folder / name).touch()
    cache, outbox = (DatabaseFile(folder / name, bytes(32)) for name in ("caché.db", "bandeja.db"))
    with open_database(outbox) as db:
        migrate(db, "outbox")
    with open_database(cache, beneath=outbox) as db:
        migrate(db, "cache")
        assert db.number("SELECT count(*) FROM outbox.update_request") == 0
    assert {path.name for path in folder.iterdir()} >= {"caché.db", "bandeja.db"}


def test_a_transaction_inside_a_transaction_is_our_bug(db: Connection) -> None:
    with pytest.raises(BugError), transaction(db), transaction(db):
        pass
    assert not db.in_transaction()


def test_wrong_sql_and_broken_rules_are_our_bugs(db: Connection) -> None:
    for statement in ("SELECT nonsense", "INSERT INTO pdf (sha256, size) VALUES ('short', 1)"):
        with pytest.raises(BugError):
            db.run(statement)


@pytest.mark.parametrize("value", [2**63, "half a pair: \ud800"])
def test_values_that_sqlite_cannot_hold_are_our_bugs(db: Connection, value: int | str) -> None:
    with pytest.raises(BugError):
        db.run("INSERT INTO seen (payslip_id) VALUES (:value)", value=value)


def test_the_facts_connection_cannot_write_wishes(db: Connection) -> None:
    with pytest.raises(FolderDeniedError):
        db.run("DELETE FROM outbox.update_request")


def test_writing_facts_does_not_lock_out_a_wish(vault: Vault) -> None:
    with vault.cache() as facts, vault.outbox() as wishes:
        wishes.run("PRAGMA busy_timeout = 0")
        with transaction(facts):
            facts.run("INSERT INTO seen (payslip_id) VALUES ('a')")
            with transaction(wishes):
                wishes.run("DELETE FROM update_request")


def test_a_writer_that_holds_on_too_long_is_busy(vault: Vault) -> None:
    with vault.cache() as one, vault.cache() as other:
        other.run("PRAGMA busy_timeout = 0")
        with transaction(one), pytest.raises(ProfileBusyError), transaction(other):
            pass


def test_threads_with_their_own_connections_read_while_one_writes(vault: Vault) -> None:
    problems: list[BaseException] = []
    done = threading.Event()

    def read() -> None:
        try:
            with vault.cache() as db:
                while not done.is_set():
                    count = db.number("SELECT count(*) FROM payslip")
                    assert count % 5 == 0, "never a page by halves"
        except BaseException as error:  # noqa: BLE001 - a thread's failure has to reach the test
            problems.append(error)

    readers = [threading.Thread(target=read) for _ in range(3)]
    for reader in readers:
        reader.start()
    with vault.cache() as db:
        for number in range(1, 21):
            store_page(db, page(*history(ROSA, 5 * number)), etag="x")
    done.set()
    for reader in readers:
        reader.join(timeout=20)
    assert problems == []
