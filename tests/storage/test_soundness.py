"""The deep check raises no alarm beside somebody who writes, sees what opening does not, and changes nothing."""

import os
import threading
from pathlib import Path

import pytest

from storage import drafts
from storage.attachments import keep_file
from storage.cache import store_page
from storage.errors import DiskFullError, FolderDeniedError, ProfileBusyError
from storage.layout import COMPANIONS
from storage.vault import Vault
from tests.storage.conftest import Made
from tests.storage.people import ROSA, history, page
from tests.storage.requests import NOW, content, key, sha

PAGE = 4096


def test_a_check_beside_a_writer_raises_no_alarm(vault: Vault) -> None:
    over = threading.Event()

    def write() -> None:
        with vault.outbox() as box:
            box.run("PRAGMA wal_autocheckpoint = 5")  # folds in all the time
            while not over.wait(0.001):
                file = os.urandom(20_000)
                keep_file(box, sha(file), file)

    writer = threading.Thread(target=write)
    writer.start()
    looked = 0
    try:
        for _ in range(8):
            try:
                assert vault.find_damage() == ()
                looked += 1
            except ProfileBusyError:
                continue
    finally:
        over.set()
        writer.join()
    assert looked > 0


def test_finding_damage_does_not_keep_anybody_from_the_rest(vault: Vault) -> None:
    with vault.cache() as db:
        store_page(db, page(*history(ROSA, 60)), etag="x")
    path = vault.directory / "cache.db"
    content = bytearray(path.read_bytes())
    content[-PAGE - 9] ^= 1
    path.write_bytes(content)
    assert vault.find_damage() == (path,)
    vault.cache().close()
    assert vault.examine() == (path,) == vault.damaged


def test_a_first_sector_spoilt_while_the_wal_was_folded_in_is_no_damage(
    vault: Vault, made_once: Made, home: Path
) -> None:
    crashed = home / "crashed"
    with vault.outbox() as box:
        keep_file(box, sha(bytes(90_000)), bytes(90_000))  # the file grows, which its first page says
        drafts.new_draft(box, key(1), content(1), NOW)
        crashed.mkdir()
        for name in ("outbox.db", "outbox.db-wal"):
            (crashed / name).write_bytes((vault.directory / name).read_bytes())
    with (crashed / "outbox.db").open("r+b") as file:
        file.write(os.urandom(512))
    (crashed / "cache.db").write_bytes((vault.directory / "cache.db").read_bytes())
    after = Vault(crashed, "Rosa", made_once.data_key, lock=None)  # type: ignore[arg-type]
    after.prepare_files()
    assert after.damaged == ()
    with after.outbox() as box:
        assert [own.uuid for own in drafts.own_requests(box)] == [key(1)]


def test_a_file_that_cannot_be_made_is_a_full_disk_or_a_folder_that_refuses(
    vault: Vault, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = vault.directory / "outbox.db"
    content = path.read_bytes()
    for companion in COMPANIONS:
        path.with_name(path.name + companion).unlink(missing_ok=True)
    path.unlink()
    path.mkdir()  # SQLite's word for it is CANTOPEN, as for a WAL that finds no room
    with pytest.raises(FolderDeniedError):
        vault.outbox()
    monkeypatch.setattr("storage.connection.has_no_room", lambda _folder: True)
    with pytest.raises(DiskFullError):
        vault.outbox()
    path.rmdir()
    path.write_bytes(content)
