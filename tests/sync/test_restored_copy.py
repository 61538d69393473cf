"""An old copy of the whole profile comes back after its requests were sent: the office has each once, states are right.

As after restoring a backup, or going on with the folder that was copied to a stick last week.
"""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from sqlalchemy import func, select

from central.store.request_tables import Request
from storage import cache, drafts, outbox
from storage.layout import LOCK
from storage.lock import ProfileLock
from storage.profile import Vault
from storage.request_records import RequestState
from sync.engine import SessionNeeded, Updated, UpToDate
from tests.sync.office import Desk, Office, StillClock
from tests.sync.wishes import at_office, cancel, course, own, pdf, queue, shown, state, uuid

Restored = Callable[[], Desk]


@pytest.fixture
def copied(desk: Desk, office: Office, clock: StillClock, tmp_path: Path) -> Iterator[Callable[[], Restored]]:
    """Call it to copy the profile; call what it gives to go on with the copy, after a fresh sign-in."""
    opened: list[Vault] = []

    def copy() -> Restored:
        folder = tmp_path / f"copy {len(opened)}"
        key = desk.vault._data_key
        shutil.copytree(desk.vault.directory, folder)

        def restore() -> Desk:
            vault = Vault(folder, "Ana", key, ProfileLock(folder / LOCK))
            opened.append(vault)
            vault.prepare_files()
            assert vault.damaged == ()
            return Desk(vault, office, clock)

        return restore

    yield copy
    for vault in opened:
        vault.close()


def filed(office: Office) -> int:
    with office.store.reading() as db:
        return int(db.execute(select(func.count()).select_from(Request)).scalar_one())


def test_requests_sent_after_the_copy_are_at_the_office_once(
    desk: Desk, office: Office, copied: Callable[[], Restored]
) -> None:
    office.publish(0, 1)
    desk.run()
    names = [queue(desk, 1, pdf(70_000, 1)), queue(desk, 2), queue(desk, 3)]
    restore = copied()
    assert isinstance(desk.run(), Updated | UpToDate)
    cancel(desk, names[1])
    desk.run()
    before = {name: (own(desk, name).state, own(desk, name).code) for name in names}
    desk.vault.close()
    old = restore()
    assert {state(old, name) for name in names} == {RequestState.READY}
    assert isinstance(old.run(), Updated | UpToDate)
    assert {name: (own(old, name).state, own(old, name).code) for name in names} == before
    assert before[names[1]][0] is RequestState.CANCELLED
    assert filed(office) == 3


def test_a_copy_taken_while_a_request_was_on_its_way_sends_it_under_the_same_uuid(
    desk: Desk, office: Office, copied: Callable[[], Restored]
) -> None:
    name = queue(desk, 1, pdf(9_000, 1))
    with desk.vault.outbox() as box:
        outbox.note_uploading(box, name)
        outbox.note_sending(box, name)
    restore = copied()
    desk.run()
    code = own(desk, name).code
    desk.vault.close()
    old = restore()
    old.run()
    assert (state(old, name), own(old, name).code) == (RequestState.FILED, code)
    assert filed(office) == 1


def test_a_draft_of_the_copy_that_was_sent_otherwise_meanwhile_is_kept_and_told(
    desk: Desk, office: Office, copied: Callable[[], Restored]
) -> None:
    with desk.vault.outbox() as box:
        drafts.new_draft(box, uuid(1), course(1), desk.clock.now())
    restore = copied()
    with desk.vault.outbox() as box:
        drafts.queue(box, uuid(1), course(1, note="como se envió"), desk.clock.now())
    desk.run()
    desk.vault.close()
    old = restore()
    with old.vault.outbox() as box:
        drafts.queue(box, uuid(1), course(1, note="escrita otra vez"), old.clock.now())
    for _ in range(2):  # the office's fact comes in one of them, and hides nothing
        old.run()
        assert (own(old, uuid(1)).reason, state(old, uuid(1))) == ("other-body", RequestState.QUARANTINE)
        assert (shown(old, uuid(1)).state, shown(old, uuid(1)).code) == (RequestState.QUARANTINE, "")
    assert filed(office) == 1
    assert "como se envió" in at_office(office, uuid(1)).body
    with old.vault.outbox() as box:
        again = drafts.edit_again(box, uuid(1), uuid(2), old.clock.now())
    assert again.content.note == "escrita otra vez"


def test_the_session_of_an_old_copy_is_over_and_its_requests_wait_for_a_sign_in(
    desk: Desk, office: Office, clock: StillClock, copied: Callable[[], Restored]
) -> None:
    name = queue(desk, 1)
    restore, tokens = copied(), desk.ask(cache.session)
    for _ in range(2):  # the tokens of the copy are used up
        clock.pass_seconds(4_000)
        desk.run()
    desk.vault.close()
    old = restore()
    with old.vault.cache() as db:
        cache.store_session(db, tokens)
    assert isinstance(old.run(), SessionNeeded)
    assert state(old, name) in {RequestState.READY, RequestState.WAITS_SESSION}
    old.sign_in()
    old.run()
    assert state(old, name) is RequestState.FILED
    assert filed(office) == 1
