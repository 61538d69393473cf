"""A small outbox with any one page spoilt: the rows of all the others come back, even when nothing leads to them."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from storage import drafts
from storage.errors import NewerFileError
from storage.layout import LOCK
from storage.lock import ProfileLock
from storage.outbox import note_sending, settle
from storage.vault import Vault
from tests.storage.conftest import Made
from tests.storage.requests import NOW, content, key, later
from tests.storage.spoilt import (
    PAGE,
    Small,
    each_page,
    flipped,
    flipped_at_its_beginning,
    made_small,
    only_their_own,
    salvaged,
    spoil,
)


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory, made_once: Made) -> Small:
    return made_small(made_once, tmp_path_factory.mktemp("small") / "whole")


@pytest.fixture
def vault(home: Path, small: Small) -> Iterator[Vault]:
    with small.made.opened_in(home / "copy") as opened:
        yield opened


@contextmanager
def as_found(source: Path, folder: Path, made: Made) -> Iterator[Vault]:
    """A copy of the folder as a crash leaves it: nothing of the WAL is folded in."""
    shutil.copytree(source, folder)
    (folder / "outbox.db-shm").unlink(missing_ok=True)
    (folder / LOCK).unlink(missing_ok=True)
    with Vault(folder, "Rosa", made.data_key, ProfileLock(folder / LOCK)) as vault:
        yield vault


def test_each_page_that_is_spoilt_loses_what_it_holds_and_nothing_else(home: Path, small: Small) -> None:
    found = dict(each_page(small, home, flipped))
    assert len(found) == small.pages > 80
    assert only_their_own(found), found
    assert found[1] == set(), "not even the first"


def test_a_spoilt_page_of_the_schema_is_known_to_have_held_no_request(vault: Vault, small: Small) -> None:
    spoil(vault.directory / "outbox.db", 10)
    result, lost = salvaged(vault, small.before)
    assert (result.requests, result.lost_requests, lost) == (3, 0, set())


def test_several_pages_of_the_schema_and_the_root_of_the_files_at_once(vault: Vault, small: Small) -> None:
    for page in (1, 10, 11, 12, 13, 16):
        spoil(vault.directory / "outbox.db", page)
    result, _lost = salvaged(vault, small.before)
    assert (result.requests, result.files, result.lost_files) == (3, 1, 0)
    assert result.lost_requests == 2, "two numbers were given to drafts that are discarded: it may be those"


def test_a_salt_with_one_byte_changed_is_found_again(vault: Vault, small: Small) -> None:
    spoil(vault.directory / "outbox.db", 1, flipped_at_its_beginning)
    result, lost = salvaged(vault, small.before)
    assert (result.requests, result.files, lost) == (3, 1, set())


def test_without_any_salt_no_page_is_believed(vault: Vault, small: Small) -> None:
    spoil(vault.directory / "outbox.db", 1, lambda page: bytes(len(page)))
    result, lost = salvaged(vault, small.before)
    assert (result.lost_requests, lost) == (None, set(small.before))


def test_a_first_sector_that_was_torn_while_the_wal_was_folded_in_is_had_from_the_wal(home: Path, small: Small) -> None:
    with small.made.opened_in(home / "at work") as vault, vault.outbox() as db:
        for number in range(6, 10):  # the file grows, which its first page says
            drafts.new_draft(db, key(number), content(number, note="ñ" * 900), NOW)
        now = {own.uuid: own for own in drafts.own_requests(db)}
        with as_found(vault.directory, home / "found", small.made) as found:
            spoil(found.directory / "outbox.db", 1, lambda page: bytes(512) + page[512:])
            spoil(found.directory / "outbox.db", 10)
            result, lost = salvaged(found, now)
    assert (result.requests, result.lost_requests, lost) == (7, 0, set())


def test_what_a_crash_left_in_the_wal_goes_before_what_the_file_says(home: Path, small: Small) -> None:
    with small.made.opened_in(home / "at work") as vault, vault.outbox() as db:
        drafts.queue(db, key(3), content(3), later(3))
        note_sending(db, key(1))
        settle(db, key(1), "SOL-2026-000001", later(4))
        drafts.new_draft(db, key(6), content(6), NOW)
        now = {own.uuid: own for own in drafts.own_requests(db)}
        with as_found(vault.directory, home / "found", small.made) as found:
            spoil(found.directory / "outbox.db", 1)
            spoil(found.directory / "outbox.db", 10)
            result, lost = salvaged(found, now)
    assert (result.requests, result.files, lost) == (4, 1, set())


def test_a_commit_that_is_not_whole_in_the_wal_did_not_happen(home: Path, small: Small) -> None:
    with small.made.opened_in(home / "at work") as vault, vault.outbox() as db:
        wal = vault.directory / "outbox.db-wal"
        drafts.queue(db, key(3), content(3), later(3))
        now, size = {own.uuid: own for own in drafts.own_requests(db)}, wal.stat().st_size
        drafts.new_draft(db, key(6), content(6), NOW)
        assert wal.stat().st_size >= size + 2 * (PAGE + 24)
        with as_found(vault.directory, home / "found", small.made) as found:
            torn = bytearray((found.directory / wal.name).read_bytes())
            torn[size + 24 + 50] ^= 1  # the first page of the last commit
            (found.directory / wal.name).write_bytes(torn)
            spoil(found.directory / "outbox.db", 10)
            _result, lost = salvaged(found, now)
    assert lost == set()


def test_a_later_version_is_known_by_the_first_page_when_the_schema_is_lost(vault: Vault) -> None:
    path = vault.directory / "outbox.db"
    with vault.outbox() as db:
        db.run("PRAGMA user_version = 99")
    before = spoil(path, 10)
    with pytest.raises(NewerFileError):
        vault.salvage_outbox()
    assert path.read_bytes() == before


@pytest.mark.parametrize("pages", [1, 2, 9, 10, 12, 40])
def test_a_file_cut_short_at_any_page_is_salvaged(vault: Vault, small: Small, pages: int) -> None:
    path = vault.directory / "outbox.db"
    path.write_bytes(path.read_bytes()[: pages * PAGE])
    _result, lost = salvaged(vault, small.before)
    assert lost == (set(small.before) if pages == 1 else set()), "the three requests are on the second page"
