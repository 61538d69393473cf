"""A servant without a connection, an office with one, and a stick between them."""

from pathlib import Path

import pytest

from storage import cache, drafts, legajo
from storage.request_records import RequestState
from storage.stick import carried, taken_downs, written_ups
from sync.stick.errors import CarryError
from tests.stick.conftest import Clerk, come_down, go_up
from tests.sync.office import Desk, Office
from tests.sync.wishes import at_office, cancel, course, own, pdf, queue, shown, state


def test_the_first_news_come_without_any_connection(paired: Desk) -> None:
    assert paired.known == 1
    assert paired.held == {"2026-08"}
    assert paired.ask(cache.sync_mark).cursor is not None


def test_a_wish_goes_up_and_comes_back_with_its_code(paired: Desk, clerk: Clerk, office: Office, stick: Path) -> None:
    name = queue(paired, 1, pdf(90_000))
    up = go_up(paired, stick)
    assert state(paired, name) is RequestState.READY
    taken = clerk.take_in(up)
    assert at_office(office, name) is None, "a courier has no key"
    assert taken.receipt is not None
    come_down(paired, taken.receipt)
    with paired.vault.outbox() as box:
        newest = written_ups(box)[0]
    assert newest.delivered_at is not None
    assert newest.office == "UGEL San Román"
    assert state(paired, name) is RequestState.READY, "delivered is not filed"
    assert clerk.hand_over() == 1
    office.publish(0)
    brought = come_down(paired, clerk.bring(stick))
    assert (brought.answers, brought.pdfs) == (1, 1)
    assert state(paired, name) is RequestState.FILED
    assert own(paired, name).code.startswith("SOL-2026-")
    assert shown(paired, name).fact is not None
    assert paired.held == {"2026-08", "2026-11"}
    with paired.vault.outbox() as box:
        assert written_ups(box)[0].answered_at is not None


def test_by_stick_and_by_network_it_is_one(paired: Desk, clerk: Clerk, office: Office, stick: Path) -> None:
    name = queue(paired, 1, pdf(5_000))
    up = go_up(paired, stick)
    paired.run()
    code = own(paired, name).code
    clerk.take_in(up)
    clerk.hand_over()
    come_down(paired, clerk.bring(stick))
    paired.run()
    assert own(paired, name).code == code
    assert len(paired.ask(legajo.shown_requests)) == 1


def test_an_order_of_packets_is_no_order_of_wishes(paired: Desk, clerk: Clerk, office: Office, stick: Path) -> None:
    first = queue(paired, 1)
    early = go_up(paired, stick)
    second = queue(paired, 2)
    late = go_up(paired, stick)
    for path in (late, early, late):
        clerk.take_in(path)
        clerk.hand_over()
    assert at_office(office, first).code < at_office(office, second).code
    assert come_down(paired, clerk.bring(stick)).answers == 3
    assert [state(paired, name) for name in (first, second)] == [RequestState.FILED] * 2


def test_a_wish_withdrawn_after_it_left_is_filed_and_cancelled(
    paired: Desk, clerk: Clerk, office: Office, stick: Path
) -> None:
    name = queue(paired, 1)
    lost = go_up(paired, stick)
    lost.unlink()
    assert cancel(paired, name).cancel_wanted
    clerk.take_in(go_up(paired, stick))
    clerk.hand_over()
    come_down(paired, clerk.bring(stick))
    assert at_office(office, name).state == "anulado"
    assert state(paired, name) is RequestState.CANCELLED


def test_a_refusal_comes_back_with_its_reason(paired: Desk, clerk: Clerk, office: Office, stick: Path) -> None:
    content = course(1)
    queue(paired, 1, content=content)
    paired.run()
    with paired.vault.outbox() as box:
        drafts.new_draft(box, "00000000-0000-4000-8000-0000000000aa", course(2, kind="inventado"), paired.clock.now())
        drafts.queue(box, "00000000-0000-4000-8000-0000000000aa", course(2, kind="inventado"), paired.clock.now())
    clerk.take_in(go_up(paired, stick))
    clerk.hand_over()
    come_down(paired, clerk.bring(stick))
    refused = own(paired, "00000000-0000-4000-8000-0000000000aa")
    assert (refused.state, refused.reason) == (RequestState.QUARANTINE, "invalid-legajo")


def test_twice_old_and_foreign_change_nothing(paired: Desk, clerk: Clerk, office: Office, stick: Path) -> None:
    office.publish(0)
    clerk.fetch()
    older = clerk.write(stick, "viejo")
    office.publish(1)
    newer = clerk.bring(stick)
    assert come_down(paired, newer).pdfs == 2
    mark = paired.ask(cache.sync_mark)
    assert come_down(paired, newer).state == "already"
    assert come_down(paired, older).state == "old"
    assert paired.ask(cache.sync_mark) == mark
    assert len(paired.ask(taken_downs)) == 2
    own_packet = go_up(paired, stick)
    with pytest.raises(CarryError) as raised:
        come_down(paired, own_packet)
    assert raised.value.code == "own"


def test_the_network_goes_on_where_the_stick_stopped(paired: Desk, clerk: Clerk, office: Office, stick: Path) -> None:
    office.publish(0)
    before = clerk.bring(stick)
    office.publish(1)
    paired.run()
    assert come_down(paired, before).state == "old"
    assert paired.held == {"2026-08", "2026-11", "2026-10"}
    office.publish(2)
    come_down(paired, clerk.bring(stick))
    office.faults.forget()
    paired.run()
    assert paired.held == {"2026-08", "2026-11", "2026-10", "2026-09"}
    assert "blob" not in office.routes


def test_a_gap_is_refused_and_the_next_packet_fills_it(paired: Desk, clerk: Clerk, office: Office, stick: Path) -> None:
    """The computer was put back from a copy: what the office thinks it has is not there."""
    clerk.take_in(go_up(paired, stick))
    clerk.hand_over()
    with paired.vault.cache() as db:
        cache.restart_walk(db)
    office.publish(0)
    with pytest.raises(CarryError) as raised:
        come_down(paired, clerk.bring(stick))
    assert raised.value.code == "gap"
    assert paired.ask(cache.sync_mark).cursor is None
    clerk.take_in(go_up(paired, stick))
    clerk.hand_over()
    assert come_down(paired, clerk.bring(stick)).facts >= 3
    assert paired.held == {"2026-08", "2026-11"}


def test_what_was_withdrawn_goes_with_a_packet_that_holds_everything(
    paired: Desk, clerk: Clerk, office: Office, stick: Path
) -> None:
    """The office does not know how far this computer is, and gives everything: what is not in it is not there."""
    office.publisher.withdraw_payslip("00000000-0000-4000-8000-000000000003")
    office.publish(0)
    come_down(paired, clerk.bring(stick))
    assert paired.held == {"2026-11"}
    assert paired.known == 1


def test_a_new_epoch_comes_by_stick_as_by_network(paired: Desk, clerk: Clerk, office: Office, stick: Path) -> None:
    office.publisher.withdraw_payslip("00000000-0000-4000-8000-000000000003")
    office.publish(0)
    office.store.change_epoch()
    paired.clock.pass_seconds(60)
    come_down(paired, clerk.bring(stick))
    assert paired.held == {"2026-11"}


def test_an_unpaired_computer_waits_for_its_pairing(desk: Desk, clerk: Clerk, office: Office, stick: Path) -> None:
    name = queue(desk, 1, pdf(900))
    up = go_up(desk, stick)
    clerk.take_in(up)
    assert clerk.hand_over() == 0
    with clerk.vault.outbox() as box:
        assert [each.state for each in carried(box, "up")] == ["unknown-device"]
    assert at_office(office, name) is None
    clerk.pair(up)
    assert clerk.hand_over() == 1
    assert at_office(office, name).state == "en_solicitud"


def test_a_revoked_computer_neither_sends_nor_gets(paired: Desk, clerk: Clerk, office: Office, stick: Path) -> None:
    from storage.device import own_device
    from sync.stick.counter import StickCounter

    with clerk.client() as client, clerk.vault.cache() as db, paired.vault.outbox() as box:
        StickCounter(client, db).revoke(own_device(box, paired.clock.now()).key.public.kid)
    name = queue(paired, 1)
    clerk.take_in(go_up(paired, stick))
    assert clerk.hand_over() == 0
    assert at_office(office, name) is None
    assert clerk.fetch() == 0
