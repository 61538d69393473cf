"""What sync does to wishes: order, unknown outcomes, waiting, quarantine, and the office's word."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import product

import pytest

from storage import drafts, outbox
from storage.cache import store_page
from storage.connection import Connection
from storage.errors import BugError
from storage.request_records import CANCEL_REFUSED, Expediente, OwnRequest, RequestAction, RequestState
from storage.vault import Vault
from tests.storage.people import page
from tests.storage.requests import NOW, content, fact, for_paper, key, later

S = RequestState
OFFICE = (S.FILED, S.OBSERVED, S.ATTENDED, S.REJECTED, S.CANCELLED)
QUEUE = (S.READY, S.UPLOADING, S.SENDING, S.WAITS_SESSION, S.WAITS_NETWORK)
ARROWS = {
    (S.DRAFT, S.READY),
    (S.READY, S.UPLOADING), (S.READY, S.SENDING), (S.READY, S.CANCELLED),
    (S.UPLOADING, S.SENDING), (S.UPLOADING, S.READY), (S.UPLOADING, S.QUARANTINE), (S.UPLOADING, S.CANCELLED),
    (S.SENDING, S.UPLOADING), (S.SENDING, S.READY), (S.SENDING, S.QUARANTINE),
    (S.WAITS_SESSION, S.READY), (S.WAITS_SESSION, S.CANCELLED), (S.WAITS_NETWORK, S.READY),
    (S.WAITS_NETWORK, S.CANCELLED), (S.QUARANTINE, S.CANCELLED), (S.QUARANTINE, S.FILED),
    *((state, waiting) for state in QUEUE for waiting in (S.WAITS_SESSION, S.WAITS_NETWORK) if state is not waiting),
    *((state, S.FILED) for state in QUEUE),
    *((before, after) for before in (S.FILED, S.OBSERVED) for after in OFFICE if before is not after),
}  # fmt: skip


@pytest.fixture
def db(vault: Vault) -> Iterator[Connection]:
    with vault.outbox() as opened:
        yield opened


def queued(db: Connection, number: int, section: str = "I") -> str:
    wish = content(number, section=section)
    drafts.new_draft(db, key(number), wish, NOW)
    drafts.queue(db, key(number), wish, later(number))
    return key(number)


def own(db: Connection, number: int) -> OwnRequest:
    return drafts.own_request(db, key(number))


def numbers(found: tuple[OwnRequest, ...]) -> list[int]:
    return [one.number for one in found]


def put(db: Connection, state: RequestState, number: int = 1) -> None:
    """A request in a state, whatever way leads there."""
    drafts.new_draft(db, key(number), content(number), NOW)
    arrows = db.text("SELECT sql FROM sqlite_schema WHERE name = 'update_request_arrows'")
    assert arrows
    db.run("DROP TRIGGER update_request_arrows")
    db.run("UPDATE update_request SET state = :state, queued_at = created_at, place = number, code = 'SOL',"
           " reason = 'x' WHERE uuid = :uuid", uuid=key(number), state=state)  # fmt: skip
    db.run(arrows)


@pytest.mark.parametrize("before", RequestState)
def test_states_move_along_the_arrows_and_no_other_way(db: Connection, before: RequestState) -> None:
    put(db, before)
    for after in RequestState:
        db.run("BEGIN")
        try:
            db.run("UPDATE update_request SET state = :state", state=after)
            moved = True
        except BugError as error:
            assert "never goes back" in str(error)  # noqa: PT017 - both outcomes are right for some pair
            moved = False
        if db.in_transaction():
            db.run("ROLLBACK")
        assert moved == (before is after or (before, after) in ARROWS), f"{before} -> {after}"


def test_every_state_but_the_final_ones_has_a_way_out() -> None:
    final = {S.ATTENDED, S.REJECTED, S.CANCELLED}
    assert {before for before, _ in ARROWS} == set(RequestState) - final
    assert len(ARROWS) < len(list(product(RequestState, RequestState)))


@pytest.mark.parametrize("state", [S.READY, S.UPLOADING, S.WAITS_SESSION, S.WAITS_NETWORK])
def test_what_may_have_arrived_is_never_cancelled_here_alone(db: Connection, state: RequestState) -> None:
    put(db, state)
    db.run("UPDATE update_request SET sent = 1")
    with pytest.raises(BugError, match="may have arrived"):
        db.run("UPDATE update_request SET state = 'anulado'")
    with pytest.raises(BugError, match="sent"):
        db.run("UPDATE update_request SET sent = 0")


def test_nothing_but_a_draft_can_be_deleted(db: Connection) -> None:
    queued(db, 1)
    with pytest.raises(BugError, match="discarded"):
        db.run("DELETE FROM update_request")


def test_the_first_of_each_section_may_go_in_the_order_of_queueing(db: Connection) -> None:
    for number, section in ((1, "II"), (2, "I"), (3, "I"), (4, "II"), (5, "X")):
        queued(db, number, section)
    assert numbers(outbox.due(db, NOW)) == [1, 2, 5]
    outbox.note_sending(db, key(2))
    outbox.settle(db, key(2), "SOL-2", NOW)
    assert numbers(outbox.due(db, NOW)) == [1, 3, 5]


def test_order_is_that_of_queueing_not_of_drafting(db: Connection) -> None:
    for number in (1, 2):
        drafts.new_draft(db, key(number), content(number), NOW)
    for number in (2, 1):
        drafts.queue(db, key(number), content(number), NOW)
    assert numbers(outbox.due(db, NOW)) == [2]


def test_requests_for_papers_stand_in_a_queue_of_their_own(db: Connection) -> None:
    queued(db, 1)
    for number, action in ((2, RequestAction.HOJA_DE_VIDA), (3, RequestAction.INFORME)):
        drafts.new_draft(db, key(number), for_paper(action), NOW)
        drafts.queue(db, key(number), for_paper(action), NOW)
    assert numbers(outbox.due(db, NOW)) == [1, 2]


def test_a_quarantined_wish_delays_nobody_and_keeps_its_reason(db: Connection) -> None:
    for number in (1, 2):
        queued(db, number)
    outbox.note_sending(db, key(1))
    assert outbox.quarantine(db, key(1), "invalid-legajo", "dni: too-short")
    assert (own(db, 1).state, own(db, 1).reason, own(db, 1).detail) == (
        S.QUARANTINE,
        "invalid-legajo",
        "dni: too-short",
    )
    assert numbers(outbox.due(db, NOW)) == [2]
    assert outbox.pending_count(db) == 2


def test_a_plan_for_later_holds_back_its_section_alone(db: Connection) -> None:
    for number, section in ((1, "I"), (2, "I"), (3, "II")):
        queued(db, number, section)
    outbox.note_uploading(db, key(1))
    outbox.note_retry(db, key(1), 3, later(10))
    assert (own(db, 1).state, own(db, 1).tries) == (S.READY, 3)
    assert numbers(outbox.due(db, NOW)) == [3]
    assert outbox.next_try(db) == later(10)
    assert numbers(outbox.due(db, later(10))) == [1, 3]
    assert numbers(outbox.due(db, None)) == [1, 3], "asked for by the person"


def test_a_clock_that_was_set_back_does_not_hold_a_wish_for_years(db: Connection) -> None:
    queued(db, 1)
    outbox.note_retry(db, key(1), 1, NOW + timedelta(days=730))
    assert numbers(outbox.due(db, NOW)) == [1]


def test_an_unknown_outcome_stays_due_after_a_restart(vault: Vault) -> None:
    with vault.outbox() as db:
        queued(db, 1)
        assert outbox.note_sending(db, key(1))
    with vault.outbox() as db:
        (found,) = outbox.due(db, NOW)
        assert (found.uuid, found.state, found.sent) == (key(1), S.SENDING, True)
        outbox.note_retry(db, key(1), 1, later(1))
        assert own(db, 1).sent, "a failed link does not make it unsent"


@pytest.mark.parametrize("which", [S.WAITS_SESSION, S.WAITS_NETWORK])
def test_what_waits_is_kept_and_goes_on_when_woken(db: Connection, which: outbox.Waiting) -> None:
    for number in (1, 2):
        queued(db, number)
    assert outbox.note_waiting(db, key(1), which, "session-ended")
    assert outbox.due(db, None) == ()
    assert (own(db, 1).state, own(db, 1).reason) == (which, "session-ended")
    other = S.WAITS_NETWORK if which is S.WAITS_SESSION else S.WAITS_SESSION
    assert outbox.wake_waiting(db, other) == 0
    assert outbox.wake_waiting(db, which) == 1
    assert numbers(outbox.due(db, NOW)) == [1]


def test_settling_twice_is_settling_once(db: Connection) -> None:
    queued(db, 1)
    outbox.note_sending(db, key(1))
    assert outbox.settle(db, key(1), "SOL-2026-000001", later(5))
    settled = own(db, 1)
    assert (settled.state, settled.code, settled.answered_at) == (S.FILED, "SOL-2026-000001", later(5))
    assert not outbox.settle(db, key(1), "SOL-2026-000001", later(9))
    assert own(db, 1) == settled
    assert outbox.pending_count(db) == 0


def test_a_wish_to_cancel_an_unknown_outcome_is_sent_first_and_holds_its_section(db: Connection) -> None:
    for number in (1, 2):
        queued(db, number)
    outbox.note_sending(db, key(1))
    drafts.cancel(db, key(1), later(2))
    assert numbers(outbox.due(db, NOW)) == [1]
    assert outbox.cancellations_due(db) == ()
    outbox.settle(db, key(1), "SOL-1", later(3))
    assert numbers(outbox.cancellations_due(db)) == [1]
    assert outbox.due(db, NOW) == ()
    assert outbox.pending_count(db) == 2
    assert outbox.cancelled(db, key(1), later(4))
    assert (own(db, 1).state, own(db, 1).cancel_wanted) == (S.CANCELLED, False)
    assert numbers(outbox.due(db, NOW)) == [2]


def test_a_cancellation_that_comes_too_late_is_given_up(db: Connection) -> None:
    queued(db, 1)
    outbox.settle(db, key(1), "SOL-1", NOW)
    drafts.cancel(db, key(1), NOW)
    assert outbox.clear_cancel(db, key(1))
    assert (outbox.cancellations_due(db), own(db, 1).state) == ((), S.FILED)
    assert own(db, 1).detail == CANCEL_REFUSED


def test_a_wish_to_cancel_that_the_office_refuses_anyway_is_over(db: Connection) -> None:
    queued(db, 1)
    outbox.note_sending(db, key(1))
    drafts.cancel(db, key(1), NOW)
    assert outbox.quarantine(db, key(1), "record-changed", "")
    assert own(db, 1).state is S.CANCELLED


def test_a_note_about_what_was_cancelled_meanwhile_changes_nothing(db: Connection) -> None:
    queued(db, 1)
    outbox.note_uploading(db, key(1))
    gone = drafts.cancel(db, key(1), NOW)
    assert not outbox.note_sending(db, key(1))
    assert not outbox.note_uploading(db, key(1))
    assert not outbox.note_retry(db, key(1), 1, NOW)
    assert not outbox.note_waiting(db, key(1), S.WAITS_NETWORK, "portal")
    assert not outbox.quarantine(db, key(1), "x", "")
    assert own(db, 1) == gone


def test_drafts_and_strangers_are_not_sync_s_business(db: Connection) -> None:
    drafts.new_draft(db, key(1), content(1), NOW)
    with pytest.raises(BugError):
        outbox.note_sending(db, key(1))
    with pytest.raises(KeyError):
        outbox.settle(db, key(404), "SOL", NOW)
    assert outbox.due(db, None) == ()


def test_an_expediente_is_sent_once_the_office_has_the_request(db: Connection) -> None:
    queued(db, 1)
    given = Expediente("MPT-2026-EXT-7", "k4", date(2026, 11, 21))
    drafts.set_expediente(db, key(1), given, NOW)
    assert outbox.expedientes_due(db) == ()
    outbox.settle(db, key(1), "SOL-1", NOW)
    (sent,) = outbox.expedientes_due(db)
    corrected = Expediente("MPT-2026-EXT-8", "k4", None)
    drafts.set_expediente(db, key(1), corrected, NOW)
    assert not outbox.expediente_sent(db, sent), "the person corrected it while it was on its way"
    assert outbox.pending_count(db) == 1
    assert outbox.expediente_sent(db, own(db, 1))
    assert (outbox.expedientes_due(db), outbox.pending_count(db)) == ((), 0)
    assert own(db, 1).expediente == corrected


@pytest.mark.parametrize("after", OFFICE)
def test_the_office_s_fact_settles_ours_from_wherever_it_stands(
    vault: Vault, db: Connection, after: RequestState
) -> None:
    with vault.cache() as cache:
        for number, before in enumerate((*QUEUE, S.QUARANTINE, S.FILED, S.OBSERVED), start=1):
            put(db, before, number)
            store_page(cache, page(fact(number, after, reason="Falta el sello")), etag="x")
            assert outbox.reconcile(db, cache) == ((key(number),) if before is not after else ())
            assert outbox.reconcile(db, cache) == ()
            assert own(db, number).state is after
            assert own(db, number).code == ("SOL" if before is after else fact(number).code)


def test_facts_about_others_and_drafts_leave_ours_alone(vault: Vault, db: Connection) -> None:
    drafts.new_draft(db, key(1), content(1), NOW)
    queued(db, 2)
    with vault.cache() as cache:
        store_page(cache, page(fact(1), fact(3)), etag="x")
        assert outbox.reconcile(db, cache) == ()
    assert (own(db, 1).state, own(db, 2).state) == (S.DRAFT, S.READY)


def test_a_decided_request_forgets_the_wish_to_cancel(vault: Vault, db: Connection) -> None:
    queued(db, 1)
    outbox.settle(db, key(1), "SOL-1", NOW)
    drafts.cancel(db, key(1), NOW)
    with vault.cache() as cache:
        store_page(cache, page(fact(1, S.ATTENDED)), etag="x")
        outbox.reconcile(db, cache)
    assert (outbox.cancellations_due(db), outbox.pending_count(db)) == ((), 0)
