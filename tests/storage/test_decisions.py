"""Decisions of an office in the outbox: frozen, in order, undone in one go; what is damaged gives back what it can."""

from datetime import timedelta

import pytest

from storage import decisions
from storage.connection import Connection
from storage.decision_records import DecisionState, Deed, QueuedLook, SavedView, TrayQuery, Wanted
from storage.errors import BugError
from storage.office_wishes import forget_view, queue_look, queued_looks, save_view, saved_views
from storage.outbox import pending_count
from storage.vault import Vault
from tests.storage.requests import NOW, key, later


@pytest.fixture
def box(vault: Vault) -> Connection:
    return vault.outbox()


def wanted(number: int, request: int = 1, deed: Deed = Deed.TAKE, reason: str = "") -> Wanted:
    return Wanted(
        uuid=key(100 + number), request=key(request), code=f"SOL-2026-00000{request}", who="ÑAHUI, ANA", deed=deed,
        reason=reason, seen=NOW,
    )  # fmt: skip


def decide(box: Connection, *which: Wanted, batch: int = 500) -> None:
    decisions.decide(box, which, batch=key(batch), at=NOW, ready_at=NOW + timedelta(seconds=8))


def test_they_wait_their_time_and_go_one_by_one_on_each_request(box: Connection) -> None:
    decide(box, wanted(1), wanted(2, 2))
    decide(box, wanted(3, 1, Deed.OBSERVE, " Falta algo "), batch=501)
    assert decisions.due_decisions(box, NOW) == ()
    assert decisions.next_decision(box) == NOW + timedelta(seconds=8)
    assert [own.uuid for own in decisions.due_decisions(box, later(1))] == [key(101), key(102)]
    assert decisions.note_decision_sending(box, key(101))
    assert decisions.decision_done(box, key(101), later(1))
    behind = decisions.decisions_on(box, key(1))[0]
    assert (behind.follows, behind.reason, behind.seen) == (key(101), "Falta algo", NOW)
    assert [own.uuid for own in decisions.due_decisions(box, later(1))] == [key(102), key(103)]
    assert pending_count(box) == 2
    assert decisions.decisions_taken(box) == {key(101)}


def test_a_plan_holds_back_of_itself_and_not_when_the_person_asks(box: Connection) -> None:
    decide(box, wanted(1))
    decisions.note_decision_sending(box, key(101))
    decisions.note_decision_retry(box, key(101), later(30))
    assert decisions.due_decisions(box, later(10)) == ()
    assert len(decisions.due_decisions(box, later(10), asked=True)) == 1
    assert len(decisions.due_decisions(box, later(31))) == 1
    assert decisions.withdraw(box, key(500)) == 0, "it may have arrived"


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE decision SET reason = 'otro'",
        "UPDATE decision SET state = 'hecha'",
        "UPDATE decision SET sent = 0 WHERE sent",
        "DELETE FROM decision",
    ],
)
def test_the_schema_guards_what_was_decided(box: Connection, statement: str) -> None:
    decide(box, wanted(1), wanted(2, 2))
    decisions.note_decision_sending(box, key(102))
    decisions.note_decision_retry(box, key(102), later(1))
    with pytest.raises(BugError):
        box.run(statement)


def test_what_is_over_is_forgotten_after_a_month(box: Connection) -> None:
    decide(box, wanted(1), wanted(2, 2))
    assert decisions.withdraw(box, key(500)) == 2
    assert decisions.open_decisions(box) == ()
    decisions.decide(box, [wanted(3)], batch=key(502), at=NOW + timedelta(days=31), ready_at=NOW)
    assert box.number("SELECT count(*) FROM decision") == 1


def test_who_may_not_decide_any_more_keeps_nothing_waiting(box: Connection) -> None:
    decide(box, wanted(1), wanted(2, 2))
    decisions.note_decision_sending(box, key(101))
    decisions.refuse_decision(box, key(102), "record-changed", "", None, NOW)
    assert decisions.give_up(box, NOW) == 2
    assert (decisions.open_decisions(box), pending_count(box)) == ((), 0)


def test_views_keep_their_place_and_looks_their_words(box: Connection) -> None:
    for name in ("B", "A"):
        save_view(box, SavedView(name, TrayQuery(text=name)))
    save_view(box, SavedView("B", TrayQuery(mine=True)))
    assert [(view.name, view.query.mine) for view in saved_views(box)] == [("B", True), ("A", False)]
    forget_view(box, "B")
    assert [view.name for view in saved_views(box)] == ["A"]
    look = QueuedLook(uuid=key(7), doc_numero="99900001", why="solicitud", what="SOL", at=NOW)
    queue_look(box, look)
    queue_look(box, look)
    assert queued_looks(box) == (look,)


@pytest.mark.parametrize("page", [1, 2])
def test_a_damaged_outbox_gives_them_back(vault: Vault, page: int) -> None:
    with vault.outbox() as box:
        decide(box, wanted(1), wanted(2, 2, Deed.REJECT, "No corresponde"))
        queue_look(box, QueuedLook(uuid=key(7), doc_numero="99900001", why="legajo", what="", at=NOW))
        save_view(box, SavedView("Mías", TrayQuery(mine=True)))
        before = decisions.open_decisions(box)
    path = vault.directory / "outbox.db"
    raw = bytearray(path.read_bytes())
    raw[(page - 1) * 4096 + 200] ^= 0xFF
    path.write_bytes(bytes(raw))
    vault.examine()
    vault.salvage_outbox()
    with vault.outbox() as box:
        assert decisions.open_decisions(box) == before
        assert {own.state for own in before} == {DecisionState.WAITING}
        assert len(queued_looks(box)) == 1
        assert [view.name for view in saved_views(box)] == ["Mías"]
