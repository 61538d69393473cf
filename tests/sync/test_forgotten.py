"""An office that is put back from an older copy: what it had acknowledged and does not know any more is said again."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from central.faults import dropped_request, passes
from storage import cache, drafts
from storage.request_records import Expediente, RequestState
from sync.engine import Blocked, Updated, UpToDate
from sync.requests import put_request
from tests.sync.office import Desk, Office
from tests.sync.wishes import at_office, cancel, course, own, pdf, queue, shown, state, uuid

Restore = Callable[[], None]


@pytest.fixture
def copied(office: Office, tmp_path: Path) -> Callable[[], Restore]:
    """Call it to copy the office's store; call what it gives to put the copy back."""

    def copy() -> Restore:
        _copy(tmp_path / "central.db", tmp_path / "backup.db")

        def restore() -> None:
            _copy(tmp_path / "backup.db", tmp_path / "central.db")
            office.store.change_epoch()

        return restore

    return copy


def _copy(source: Path, target: Path) -> None:
    with closing(sqlite3.connect(source)) as old, closing(sqlite3.connect(target)) as new:
        old.backup(new)


def test_a_forgotten_request_goes_again_whole_under_its_uuid_in_the_exchange_that_notices(
    desk: Desk, office: Office, copied: Callable[[], Restore]
) -> None:
    office.publish(0, 1)
    desk.run()
    kept = queue(desk, 1)
    desk.run()
    restore = copied()
    lost = [queue(desk, 2, pdf(5_000)), queue(desk, 3)]
    desk.run()
    codes = [own(desk, name).code for name in lost]
    restore()
    assert at_office(office, lost[0]) is None
    outcome = desk.run()
    assert isinstance(outcome, Updated)
    assert (outcome.filed, outcome.forgotten) == (2, 2)
    assert [state(desk, name) for name in lost] == [RequestState.FILED] * 2
    assert [at_office(office, name).code for name in lost] == [own(desk, name).code for name in lost]
    assert [shown(desk, name).fact is not None for name in lost] == [True, True]
    assert [(told.code, told.whole) for name in lost if (told := own(desk, name).forgotten)] == [
        (code, True) for code in codes
    ]
    assert own(desk, kept).forgotten is None
    assert desk.run() == UpToDate()


def test_what_the_office_still_has_is_left_alone(desk: Desk, office: Office, copied: Callable[[], Restore]) -> None:
    name = queue(desk, 1, pdf(900))
    desk.run()
    copied()()
    office.faults.forget()
    assert isinstance(desk.run(), Updated | UpToDate)
    assert own(desk, name).forgotten is None
    assert office.served("request") == []


def test_a_request_filed_amid_a_walk_is_not_taken_for_a_forgotten_one(
    desk: Desk, office: Office, copied: Callable[[], Restore]
) -> None:
    office.publish(*range(12))
    desk.run()
    copied()()
    office.faults.add("sync", passes, dropped_request)
    assert isinstance(desk.run(), Blocked)
    name = queue(desk, 1)
    office.faults.forget()
    desk.clock.pass_seconds(3600)
    assert isinstance(desk.run(), Updated)
    assert own(desk, name).forgotten is None
    assert office.served("request") == [name]


def test_the_files_of_a_forgotten_request_are_here_as_long_as_it_is_open(
    desk: Desk, office: Office, copied: Callable[[], Restore]
) -> None:
    restore = copied()
    name = queue(desk, 1, pdf(70_000))
    desk.run()
    desk.run()
    restore()
    office.faults.forget()
    desk.sign_in()
    assert isinstance(desk.run(), Updated)
    assert at_office(office, name).state == "en_solicitud"
    assert len(office.served("upload_patch")) == 2


def test_a_forgotten_cancellation_and_a_forgotten_expediente_are_said_again(
    desk: Desk, office: Office, copied: Callable[[], Restore]
) -> None:
    names = [queue(desk, 1), queue(desk, 2)]
    desk.run()
    restore = copied()
    given = Expediente("MPD-7", "clave", date(2026, 11, 12))
    cancel(desk, names[0])
    with desk.vault.outbox() as box:
        drafts.set_expediente(box, names[1], given, desk.clock.now())
    desk.run()
    assert state(desk, names[0]) is RequestState.CANCELLED
    restore()
    assert isinstance(desk.run(), Updated)
    assert state(desk, names[0]) is RequestState.CANCELLED
    assert at_office(office, names[0]).state == "anulado"
    assert "MPD-7" in at_office(office, names[1]).expediente
    told = own(desk, names[0]).forgotten
    assert told is not None
    assert not told.whole


def test_a_correction_outlives_the_request_that_it_corrects(
    desk: Desk, office: Office, copied: Callable[[], Restore]
) -> None:
    desk.run()
    restore = copied()
    first = queue(desk, 1)
    desk.run()
    with office.store.writing() as db:
        db.exec_driver_sql("UPDATE request SET state = 'observado'")
    second = queue(desk, 2, content=course(1, replaces=first))
    assert isinstance(desk.run(), Updated)
    assert state(desk, first) is RequestState.CANCELLED
    restore()
    assert isinstance(desk.run(), Updated)
    assert at_office(office, second).state == "en_solicitud"
    assert (state(desk, first), at_office(office, first)) == (RequestState.CANCELLED, None)
    assert uuid(1) == first


@pytest.mark.parametrize("word", ["expediente", "cancellation"])
def test_a_yes_about_what_a_late_copy_filed_anew_brings_its_new_code(
    desk: Desk, office: Office, copied: Callable[[], Restore], word: str
) -> None:
    desk.run()
    restore = copied()
    first, second = queue(desk, 1), queue(desk, 2)
    desk.run()
    restore()
    token = desk.ask(cache.session).access_token
    with desk.client(office.server.url) as line:
        put_request(line, token, second, own(desk, second).content)
    assert at_office(office, second).code == own(desk, first).code != own(desk, second).code
    if word == "expediente":
        with desk.vault.outbox() as box:
            drafts.set_expediente(box, second, Expediente("MPT-2026-EXT-9", "k9", date(2026, 11, 21)), desk.clock.now())
    else:
        cancel(desk, second)
    desk.run()
    assert at_office(office, second).code == own(desk, second).code
    assert at_office(office, first).code == own(desk, first).code


def test_a_corrected_number_that_the_office_forgot_goes_again_over_the_older_one(
    desk: Desk, office: Office, copied: Callable[[], Restore]
) -> None:
    desk.run()
    name = queue(desk, 1)
    first, corrected = (Expediente(f"MPT-2026-EXT-{number}", "k", date(2026, 11, 21)) for number in (8, 9))
    with desk.vault.outbox() as box:
        drafts.set_expediente(box, name, first, desk.clock.now())
    desk.run()
    desk.run()
    restore = copied()
    with desk.vault.outbox() as box:
        drafts.set_expediente(box, name, corrected, desk.clock.now())
    desk.run()
    restore()
    assert shown(desk, name).fact is not None
    desk.run()
    fact = shown(desk, name).fact
    assert fact is not None
    assert fact.content.expediente == corrected
    assert not own(desk, name).expediente_waits
    assert desk.run() == UpToDate()
