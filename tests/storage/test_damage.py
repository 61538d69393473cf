"""Every way in which a file can be wrong has its own error, and no wrong file is ever written to."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from storage.cache import store_page
from storage.connection import DatabaseFile, open_database
from storage.envelope import open_envelope, read_envelope, subkey
from storage.errors import BugError, DamagedFileError, NewerFileError, WrongPasswordError
from storage.kdf import FLOOR
from storage.layout import with_companions
from storage.migrating import Kind, steps
from storage.outbox import pending_count
from storage.payslips import PayslipQuery, count_payslips, search_payslips
from storage.profile import Vault, new_profile, open_profile
from tests.storage.people import NOW, PASSWORD, ROSA, history, page

PAGE = 4096


@pytest.fixture
def directory(vault: Vault) -> Path:
    """A closed profile with 200 payslips."""
    with vault, vault.cache() as db:
        store_page(db, page(*history(ROSA, 200)), etag="x")
    return vault.directory


def reopened(directory: Path) -> Vault:
    return open_profile(directory, PASSWORD, now=NOW)


def contents(directory: Path) -> dict[str, bytes]:
    """What is on disk, but for the lock and what SQLite's shared memory and an empty WAL leave of a reader."""
    found = {path.name: path.read_bytes() for path in directory.iterdir()}
    empty = {name for name, content in found.items() if name.endswith("-wal") and not content}
    return {name: content for name, content in found.items() if name not in {"lock", *empty} and "-shm" not in name}


def truncated(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2 + 17])


def emptied(path: Path) -> None:
    path.write_bytes(b"")


def first_page_flipped(path: Path) -> None:
    flip(path, 100)


def another_key(path: Path) -> None:
    path.unlink()
    path.touch()
    with open_database(DatabaseFile(path, bytes(32))) as db:
        db.run("CREATE TABLE theirs (a)")


def not_encrypted(path: Path) -> None:
    path.write_bytes(b"SQLite format 3\x00" + bytes(PAGE - 16))


def random_bytes(path: Path) -> None:
    path.write_bytes(b"not a database at all " * 1_000)


def flip(path: Path, place: int) -> None:
    changed = bytearray(path.read_bytes())
    changed[place] ^= 1
    path.write_bytes(changed)


DAMAGES = [truncated, emptied, first_page_flipped, another_key, not_encrypted, random_bytes]


@pytest.mark.parametrize("name", ["cache.db", "outbox.db"])
@pytest.mark.parametrize("damage", DAMAGES)
def test_damage_is_told_by_file_and_nothing_is_written(
    directory: Path, name: str, damage: Callable[[Path], None]
) -> None:
    damage(directory / name)
    before = contents(directory)
    with reopened(directory) as vault:
        assert vault.damaged == (directory / name,)
        with pytest.raises(DamagedFileError) as raised:
            (vault.cache if name == "cache.db" else vault.outbox)()
        assert raised.value.path == directory / name
    assert contents(directory) == before


def test_both_damaged_are_both_told(directory: Path) -> None:
    for name in ("cache.db", "outbox.db"):
        truncated(directory / name)
    with reopened(directory) as vault:
        assert vault.damaged == (directory / "cache.db", directory / "outbox.db")


def test_a_damaged_outbox_does_not_keep_anybody_from_their_payslips(directory: Path) -> None:
    random_bytes(directory / "outbox.db")
    with reopened(directory) as vault, vault.cache() as db:
        assert count_payslips(db, PayslipQuery()).total == 200
        assert db.missing == directory / "outbox.db"
        with pytest.raises(DamagedFileError) as raised:
            pending_count(db)
        assert raised.value.path == directory / "outbox.db"


def test_a_missing_outbox_is_told_and_not_made_anew(directory: Path) -> None:
    (directory / "outbox.db").unlink()
    with reopened(directory) as vault:
        assert vault.damaged == (directory / "outbox.db",)
    assert not (directory / "outbox.db").exists()


def test_a_missing_cache_begins_anew_because_it_can_be_fetched_again(directory: Path) -> None:
    (directory / "cache.db").unlink()
    with reopened(directory) as vault, vault.cache() as db:
        assert count_payslips(db, PayslipQuery()).total == 0


@pytest.mark.parametrize("place", [10 * PAGE + 5, 20 * PAGE + 2_000, -7])
def test_a_flipped_page_deep_in_the_file_is_found_by_examining(directory: Path, place: int) -> None:
    flip(directory / "cache.db", place)
    before = contents(directory)
    with reopened(directory) as vault:
        assert vault.examine() == (directory / "cache.db",)
        with pytest.raises(DamagedFileError):
            vault.cache()
    assert contents(directory) == before


def test_a_flipped_page_is_never_read_as_if_it_were_right(directory: Path) -> None:
    pages = (directory / "cache.db").stat().st_size // PAGE
    for number in range(pages // 2, pages):  # the first ones hold the schema and are read at opening
        flip(directory / "cache.db", number * PAGE + 99)
    with reopened(directory) as vault, vault.cache() as db:
        with pytest.raises(DamagedFileError) as raised:
            search_payslips(db, PayslipQuery())
        assert raised.value.path == directory / "cache.db"


def test_sound_files_examine_as_sound(directory: Path) -> None:
    with reopened(directory) as vault:
        with vault.cache() as db:
            store_page(db, page(*history(ROSA, 201)), etag="x")
        assert vault.examine() == ()


def test_the_cache_of_another_profile_is_not_taken(directory: Path, home: Path) -> None:
    with new_profile(home, "Luis", PASSWORD, cost=FLOOR) as other:
        foreign = other.directory
    shutil.copy(foreign / "cache.db", directory / "cache.db")
    with reopened(directory) as vault:
        assert vault.damaged == (directory / "cache.db",)


def test_the_outbox_cannot_stand_in_for_the_cache(directory: Path) -> None:
    shutil.copy(directory / "outbox.db", directory / "cache.db")
    with reopened(directory) as vault:
        assert vault.damaged == (directory / "cache.db",)


def test_a_rebuilt_cache_keeps_the_damaged_one_aside_and_the_outbox_as_it_is(directory: Path) -> None:
    random_bytes(directory / "cache.db")
    damaged = (directory / "cache.db").read_bytes()
    outbox = (directory / "outbox.db").read_bytes()
    with reopened(directory) as vault:
        assert vault.rebuild_cache() == directory / "cache.damaged-1.db"
        assert vault.damaged == ()
        with vault.cache() as db:
            assert count_payslips(db, PayslipQuery()).total == 0
            assert pending_count(db) == 0
        assert vault.rebuild_cache() == directory / "cache.damaged-2.db"
    assert (directory / "cache.damaged-1.db").read_bytes() == damaged
    assert (directory / "outbox.db").read_bytes() == outbox
    with reopened(directory) as vault:
        assert vault.damaged == ()


def test_the_wal_goes_aside_with_its_cache(directory: Path) -> None:
    with reopened(directory) as vault:
        with vault.cache() as db:  # a copy of a cache as a crash leaves it: with a WAL that is not folded in yet
            store_page(db, page(*history(ROSA, 210)), etag="x")
            kept = {path.name: path.read_bytes() for path in with_companions(directory / "cache.db")}
        for name, content in kept.items():
            (directory / name).write_bytes(content)
        assert "cache.db-wal" in kept
        vault.rebuild_cache()
        with vault.cache() as db:
            assert count_payslips(db, PayslipQuery()).total == 0
    assert (directory / "cache.damaged-1.db-wal").read_bytes() == kept["cache.db-wal"]


@pytest.mark.parametrize("name", ["cache.db", "outbox.db"])
def test_a_file_of_a_later_version_is_left_alone(directory: Path, name: str) -> None:
    key = open_envelope(read_envelope(directory / "vault.json"), PASSWORD)
    kind: Kind = "cache" if name == "cache.db" else "outbox"
    with open_database(DatabaseFile(directory / name, subkey(key, kind))) as db:
        db.run("PRAGMA user_version = 99")
    before = contents(directory)
    with pytest.raises(NewerFileError) as raised:
        reopened(directory)
    assert (raised.value.path, raised.value.found, raised.value.known) == (directory / name, 99, len(steps(kind)))
    assert contents(directory) == before
    with pytest.raises(NewerFileError):  # and the lock was given back
        reopened(directory)


def test_a_wrong_password_changes_nothing_but_the_count(directory: Path) -> None:
    before = contents(directory)
    with pytest.raises(WrongPasswordError):
        open_profile(directory, "otra cosa del todo", now=NOW)
    after = contents(directory)
    assert set(after) - set(before) == {"throttle.json"}
    assert {name: after[name] for name in before} == before


@pytest.mark.parametrize("damage", [truncated, emptied, random_bytes, lambda path: flip(path, 60)])
def test_a_damaged_envelope_is_told_and_never_overwritten(directory: Path, damage: Callable[[Path], None]) -> None:
    from storage.profile import list_profiles, rename_profile

    envelope = directory / "vault.json"
    damage(envelope)
    if damage is truncated:
        envelope.write_bytes(envelope.read_bytes()[:150])
    before = contents(directory)
    for attempt in (lambda: reopened(directory), lambda: rename_profile(directory, "Otra")):
        with pytest.raises(DamagedFileError) as raised:
            attempt()
        assert raised.value.path == envelope
    assert contents(directory) == before, "not even a wrong password is counted"
    assert [card.alias for card in list_profiles(directory.parent)] == [""]


def test_a_damaged_envelope_survives_a_change_of_password(directory: Path) -> None:
    with reopened(directory) as vault:
        random_bytes(directory / "vault.json")
        before = contents(directory)
        with pytest.raises(DamagedFileError):
            vault.change_password(PASSWORD, "otra frase con vicuñas")
        assert contents(directory) == before


def test_the_envelope_of_another_profile_is_not_rewrapped(directory: Path, home: Path) -> None:
    with new_profile(home, "Luis", PASSWORD, cost=FLOOR) as other, reopened(directory) as vault:
        shutil.copy(other.directory / "vault.json", directory / "vault.json")
        with pytest.raises(BugError):
            vault.change_password(PASSWORD, "otra frase con vicuñas")


@pytest.fixture
def crashed(directory: Path) -> Path:
    """The profile as kill -9 leaves it: WAL and shared memory still there."""
    copy = directory.with_name("crashed")
    with reopened(directory) as vault, vault.cache() as db:
        store_page(db, page(*history(ROSA, 230)), etag="x")
        shutil.copytree(directory, copy)
    return copy


def test_a_flipped_bit_in_the_wal_loses_its_tail_and_nothing_else(crashed: Path) -> None:
    flip(crashed / "cache.db-wal", (crashed / "cache.db-wal").stat().st_size // 2)
    with reopened(crashed) as vault:
        assert vault.examine() == ()
        with vault.cache() as db:
            assert count_payslips(db, PayslipQuery()).total == 200


def test_a_deleted_wal_leaves_the_state_before_it(crashed: Path) -> None:
    (crashed / "cache.db-wal").unlink()
    with reopened(crashed) as vault, vault.cache() as db:
        assert count_payslips(db, PayslipQuery()).total == 200
