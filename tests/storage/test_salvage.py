"""A damaged outbox: what can still be read is copied, what was damaged is kept, and what is lost is said."""

import random
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from storage import drafts
from storage.attachments import PIECE, file_bytes, keep_file
from storage.errors import DamagedFileError, NewerFileError
from storage.outbox import note_sending, quarantine, settle
from storage.request_records import OwnRequest
from storage.vault import Vault
from tests.storage.conftest import Made
from tests.storage.requests import NOW, content, document, key, later, sha

PAGE = 4096
MANY = 30
FILES = [random.Random(number).randbytes(270_000) for number in range(2)]  # noqa: S311 - the same bytes each time


def fill(vault: Vault) -> dict[str, OwnRequest]:
    """Thirty requests in every state that matters, two files in two pieces each."""
    with vault.outbox() as db:
        for file in FILES:
            keep_file(db, sha(file), file)
        for number in range(1, MANY + 1):
            named = (document(FILES[number % 8 // 4]),) if number % 4 == 0 else ()
            wish = content(number, documents=named, note="ñ" * 900)
            drafts.new_draft(db, key(number), wish, NOW)
            if number % 2:
                drafts.queue(db, key(number), wish, later(number))
            if number % 3 == 0 and number % 2:
                note_sending(db, key(number))
                settle(db, key(number), f"SOL-{number}", later(number))
            elif number % 5 == 0 and number % 2:
                note_sending(db, key(number))
                quarantine(db, key(number), "invalid-legajo", "dni")
        return {own.uuid: own for own in drafts.own_requests(db)}


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory, made_once: Made) -> tuple[Made, dict[str, OwnRequest]]:
    """A closed profile with all of that, and what it holds."""
    folder = tmp_path_factory.mktemp("filled") / "whole"
    with made_once.opened_in(folder) as vault:
        before = fill(vault)
    return Made(folder, made_once.data_key), before


@pytest.fixture
def before(filled: tuple[Made, dict[str, OwnRequest]]) -> dict[str, OwnRequest]:
    return filled[1]


@pytest.fixture
def vault(home: Path, filled: tuple[Made, dict[str, OwnRequest]]) -> Iterator[Vault]:
    with filled[0].opened_in(home / "copy") as opened:
        yield opened


def flip(path: Path, page: int) -> None:
    changed = bytearray(path.read_bytes())
    changed[page * PAGE + 99] ^= 1
    path.write_bytes(changed)


def salvaged_truly(vault: Vault, before: dict[str, OwnRequest]) -> int:
    """Salvage; whatever came through must be exactly what it was. How many came through."""
    result = vault.salvage_outbox()
    assert vault.damaged == ()
    with vault.outbox() as db:
        after = {own.uuid: own for own in drafts.own_requests(db)}
        assert result.requests == len(after)
        assert {uuid: before[uuid] for uuid in after} == after
        assert result.lost_requests is None or result.requests + result.lost_requests >= len(before)
        for file in FILES:
            assert file_bytes(db, sha(file)) in (file, None)
        assert result.files == sum(file_bytes(db, sha(file)) is not None for file in FILES)
        highest = max((own.number for own in after.values()), default=0)
        assert drafts.new_draft(db, key(999), content(999), NOW).number > highest
    assert vault.examine() == ()
    return result.requests


def test_a_sound_outbox_comes_through_whole(vault: Vault, before: dict[str, OwnRequest]) -> None:
    old = (vault.directory / "outbox.db").read_bytes()
    with vault.outbox() as db:
        drafts.new_draft(db, key(500), content(500), NOW)
        drafts.discard_draft(db, key(500))
    result = vault.salvage_outbox()
    assert (result.requests, result.files, result.lost_requests, result.lost_files) == (MANY, 2, 0, 0)
    assert result.aside == vault.directory / "outbox.damaged-1.db"
    assert len(result.aside.read_bytes()) == len(old)
    with vault.outbox() as db:
        assert {own.uuid: own for own in drafts.own_requests(db)} == before
        assert all(file_bytes(db, sha(file)) == file for file in FILES)
        assert drafts.new_draft(db, key(501), content(501), NOW).number == MANY + 2, "no number comes twice"


def test_any_flipped_page_loses_its_own_rows_and_no_others(
    home: Path, filled: tuple[Made, dict[str, OwnRequest]]
) -> None:
    whole, before = filled
    pages = (whole.directory / "outbox.db").stat().st_size // PAGE
    came = []
    for page in range(1, pages, 19):
        with whole.opened_in(home / f"flipped-{page}") as vault:
            path = vault.directory / "outbox.db"
            flip(path, page)
            damaged = path.read_bytes()
            came.append(salvaged_truly(vault, before))
            assert (vault.directory / "outbox.damaged-1.db").read_bytes() == damaged
    assert len(came) >= 7
    assert min(came) < MANY == max(came), "some page holds requests, others do not"
    assert min(came) == MANY - 1, "a request as long as these has a page of its own"


@pytest.mark.parametrize("page", [3, 60, -1])
def test_a_flipped_page_anywhere_is_noticed_when_the_profile_opens(vault: Vault, page: int) -> None:
    path = vault.directory / "outbox.db"
    flip(path, page % (path.stat().st_size // PAGE))
    damaged = path.read_bytes()
    vault.prepare_files()
    assert vault.damaged == (path,)
    assert path.read_bytes() == damaged


@pytest.mark.parametrize("share", [0.9, 0.4])
def test_a_file_that_was_cut_short_gives_what_is_left(
    vault: Vault, before: dict[str, OwnRequest], share: float
) -> None:
    path = vault.directory / "outbox.db"
    path.write_bytes(path.read_bytes()[: int(path.stat().st_size * share)])
    vault.examine()
    with pytest.raises(DamagedFileError):
        vault.outbox()
    came = salvaged_truly(vault, before)
    assert came > 0 or share < 0.9, "requests were written behind the files"


@pytest.mark.parametrize("damage", ["nothing left", "not ours", "gone"])
def test_a_file_that_tells_nothing_any_more_leaves_an_empty_outbox(vault: Vault, damage: str) -> None:
    path = vault.directory / "outbox.db"
    match damage:
        case "nothing left":
            path.write_bytes(b"")
        case "not ours":
            path.write_bytes(b"not a database at all " * 1_000)
        case _:
            path.unlink()
    result = vault.salvage_outbox()
    assert (result.requests, result.files, result.lost_requests) == (0, 0, None)
    assert (result.aside is None) == (damage == "gone")
    with vault.outbox() as db:
        assert drafts.own_requests(db) == ()


def test_a_lost_file_is_told_and_the_request_stays(vault: Vault, before: dict[str, OwnRequest]) -> None:
    path = vault.directory / "outbox.db"
    for page in range(PIECE // PAGE // 2, path.stat().st_size // PAGE, 64):
        flip(path, page)
    result = vault.salvage_outbox()
    assert result.lost_files > 0
    with vault.outbox() as db:
        whole = sum(file_bytes(db, sha(file)) == file for file in FILES)
        assert whole + result.lost_files == 2
        assert {own.uuid for own in drafts.own_requests(db)} <= set(before)


def test_a_salvage_that_was_cut_in_the_middle_goes_on(vault: Vault, before: dict[str, OwnRequest]) -> None:
    path = vault.directory / "outbox.db"
    path.rename(path.with_name("outbox.damaged-1.db"))  # moved aside, and then the power went
    result = vault.salvage_outbox()
    assert (result.requests, result.aside) == (MANY, path.with_name("outbox.damaged-1.db"))
    with vault.outbox() as db:
        assert {own.uuid: own for own in drafts.own_requests(db)} == before


def test_the_wal_that_a_crash_left_is_read_too(home: Path, made_once: Made) -> None:
    with made_once.opened_in(home / "crashing") as vault, vault.outbox() as db:
        drafts.new_draft(db, key(1), content(1), NOW)
        with Made(home / "crashing", made_once.data_key).opened_in(home / "crashed") as crashed:
            crashed.damaged = (crashed.directory / "outbox.db",)
            assert replace(crashed.salvage_outbox(), aside=None).requests == 1


def test_the_outbox_of_a_later_version_is_not_touched(vault: Vault) -> None:
    with vault.outbox() as db:
        db.run("PRAGMA user_version = 99")
    before = (vault.directory / "outbox.db").read_bytes()
    with pytest.raises(NewerFileError):
        vault.salvage_outbox()
    assert (vault.directory / "outbox.db").read_bytes() == before
