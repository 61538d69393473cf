"""A sealed copy of the queue: a forgotten password loses no wish, and nobody reads one."""

import hashlib
from pathlib import Path

from storage.given import settle_given
from storage.layout import QUEUED
from storage.profile import erase_profile
from storage.request_records import RequestState
from sync.stick.counter import OWN, StickCounter
from sync.stick.keeping import carry_queue, hand_in_queues, keep_queue
from tests.stick.conftest import Clerk
from tests.sync.office import Desk, Office
from tests.sync.wishes import at_office, cancel, own, pdf, queue, state


def kept(desk: Desk, before: str = "") -> str:
    return keep_queue(desk.vault, desk.clock, name="Laptop", before=before)


def test_three_wishes_of_a_profile_that_nobody_opens_arrive_once(
    paired: Desk, clerk: Clerk, office: Office, stick: Path
) -> None:
    names = [queue(paired, number, pdf(3_000 + number)) for number in (1, 2, 3)]
    kept(paired)
    assert [state(paired, name) for name in names] == [RequestState.READY] * 3, "a copy sends nothing"
    directory = paired.vault.directory
    stored = (directory / QUEUED).read_bytes()
    assert not any(each.encode() in stored for each in (*names, "ÑAUPARI", "99900001"))
    carried = carry_queue(directory, stick)
    assert carried.path.read_bytes() == stored
    for _time in range(2):
        clerk.take_in(carried.path)
        clerk.hand_over()
    codes = [at_office(office, name).code for name in names]
    assert len(set(codes)) == 3
    paired.run()
    assert [own(paired, name).code for name in names] == codes, "the password came back: nothing is filed twice"


def test_online_the_copy_goes_by_itself_once_the_person_is_known_again(
    paired: Desk, desk: Desk, clerk: Clerk, office: Office, tmp_path: Path
) -> None:
    """The profile was put aside, its password forgotten; another of the same person on this computer signs in."""
    names = [queue(paired, number, pdf(3_000 + number)) for number in (1, 2, 3)]
    kept(paired)
    old = paired.vault.directory
    (path := old.parent / "otro" / QUEUED).parent.mkdir()
    path.write_bytes((old / QUEUED).read_bytes())
    with clerk.client() as client, clerk.vault.cache() as db:
        assert hand_in_queues([old / QUEUED, path], StickCounter(client, db)) == 0, "another person's is left alone"
        copy = old / QUEUED
        name = hashlib.sha256(copy.read_bytes()).hexdigest()
        with copy.open("rb") as file:
            refused = StickCounter(client, db).hand_over(name, copy.stat().st_size, file, lambda _at: None, OWN)
        assert refused.state == "not-for-us"
    assert [at_office(office, name) for name in names] == [None] * 3
    paired.run()
    with clerk.client() as client, paired.vault.cache() as db:
        assert hand_in_queues([old / QUEUED, path], StickCounter(client, db)) == 2
    assert not path.exists()
    codes = [at_office(office, name).code for name in names]
    assert len(set(codes)) == 3


def test_a_computer_that_nobody_paired_is_paired_with_the_copy(
    desk: Desk, clerk: Clerk, office: Office, stick: Path
) -> None:
    name = queue(desk, 1, pdf(900))
    kept(desk)
    copy = carry_queue(desk.vault.directory, stick).path
    clerk.take_in(copy)
    assert clerk.hand_over() == 0
    clerk.pair(copy)
    assert clerk.hand_over() == 1
    assert at_office(office, name).state == "en_solicitud"


def test_the_copy_is_as_the_queue_is(paired: Desk, clerk: Clerk, office: Office, stick: Path) -> None:
    path = paired.vault.directory / QUEUED
    assert kept(paired) == ""
    assert not path.exists()
    first, second = queue(paired, 1), queue(paired, 2)
    stamp = kept(paired)
    bytes_before = path.read_bytes()
    assert kept(paired, stamp) == stamp
    assert path.read_bytes() == bytes_before, "the same is not written again"
    cancel(paired, first)
    assert kept(paired, stamp) != stamp
    clerk.take_in(carry_queue(paired.vault.directory, stick).path)
    clerk.hand_over()
    assert at_office(office, first) is None
    assert at_office(office, second).state == "en_solicitud"
    paired.run()
    assert kept(paired) == ""
    assert not path.exists()


def test_a_copy_cut_in_the_middle_leaves_the_one_before(paired: Desk, clerk: Clerk, stick: Path) -> None:
    queue(paired, 1)
    kept(paired)
    path = paired.vault.directory / QUEUED
    before = path.read_bytes()
    path.with_name(path.name + ".part").write_bytes(b"half")
    assert path.read_bytes() == before
    queue(paired, 2)
    kept(paired)
    assert path.read_bytes() != before
    assert not path.with_name(path.name + ".part").exists()


def test_what_was_kept_goes_with_the_profile_that_is_erased(paired: Desk) -> None:
    queue(paired, 1)
    kept(paired)
    directory = paired.vault.directory
    paired.vault.close()
    erase_profile(directory)
    assert not directory.exists() or not list(directory.glob("queued*"))


def test_what_may_have_left_with_the_copy_is_withdrawn_at_the_office(
    paired: Desk, clerk: Clerk, office: Office, stick: Path
) -> None:
    """The password came back after the stick had gone: nobody may be told "anulado" of what the office has."""
    first, second = queue(paired, 1), queue(paired, 2)
    kept(paired)
    clerk.take_in(carry_queue(paired.vault.directory, stick).path)
    clerk.hand_over()
    with paired.vault.outbox() as box:  # as the next opening of the profile does
        settle_given(paired.vault.directory, box, "", paired.clock.now())
    assert cancel(paired, first).state is not RequestState.CANCELLED, "that is the office's to say now"
    paired.run()
    assert state(paired, first) is RequestState.CANCELLED
    assert at_office(office, first).state == "anulado"
    assert state(paired, second) is RequestState.FILED
