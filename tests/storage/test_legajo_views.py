"""Wishes laid over facts: what the person is shown is what is truly known."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest

from storage import drafts, legajo, outbox
from storage.attachments import keep_file
from storage.cache import store_page
from storage.connection import Connection
from storage.request_records import Expediente, RequestAction, RequestContent, RequestState
from storage.vault import Vault
from tests.storage.people import page
from tests.storage.requests import FILE, NOW, content, document, fact, for_paper, key, later, paper, record, sha

S = RequestState


@pytest.fixture
def wishes(vault: Vault) -> Iterator[Connection]:
    with vault.outbox() as opened:
        yield opened


def asked(wishes: Connection, number: int, wish: RequestContent, *, queued: bool = True) -> None:
    drafts.new_draft(wishes, key(number), wish, later(number))
    if queued:
        drafts.queue(wishes, key(number), wish, later(number))


def test_a_record_without_a_wish_is_shown_as_it_is_filed(db: Connection) -> None:
    store_page(db, page(record()), etag="x")
    (shown,) = legajo.shown_records(db)
    assert (shown.confirmed, shown.wish, shown.shown) == (record(), None, record())
    assert legajo.shown_record(db, record().id) == shown
    with pytest.raises(KeyError):
        legajo.shown_record(db, key(404))


def test_a_wish_is_laid_over_its_record_from_draft_to_decision(db: Connection, wishes: Connection) -> None:
    store_page(db, page(record()), etag="x")
    wish = content(base=record())
    asked(wishes, 1, wish, queued=False)
    seen = []
    for step in (
        lambda: None,
        lambda: drafts.queue(wishes, key(1), wish, NOW),
        lambda: outbox.note_sending(wishes, key(1)),
        lambda: store_page(db, page(fact(1, content=replace(wish, base=None))), etag="x"),
        lambda: store_page(db, page(fact(1, S.OBSERVED, content=wish)), etag="x"),
    ):
        step()
        shown = legajo.shown_record(db, record().id)
        assert shown.wish is not None
        assert shown.shown.fields == wish.fields
        assert shown.confirmed == record()
        seen.append(shown.wish.state)
    assert seen == [S.DRAFT, S.READY, S.SENDING, S.FILED, S.OBSERVED]
    store_page(db, page(fact(1, S.ATTENDED, content=wish), record(version=2, fields=wish.fields)), etag="x")
    shown = legajo.shown_record(db, record().id)
    assert (shown.wish, shown.shown.fields, shown.shown.version) == (None, wish.fields, 2)


def test_what_is_only_asked_for_stands_behind_what_is_filed(db: Connection, wishes: Connection) -> None:
    store_page(db, page(record(7), record(8, section="II"), record(3)), etag="x")
    asked(wishes, 1, content(1, section="I"))
    shown = legajo.shown_records(db)
    assert [one.shown.id for one in shown] == [record(3).id, record(7).id, content(1).record, record(8).id]
    assert [one.confirmed is None for one in shown] == [False, False, True, False]
    assert [one.shown.id for one in legajo.shown_records(db, "II")] == [record(8).id]
    assert legajo.shown_records(db, "IX") == ()


def test_a_record_that_is_asked_to_be_removed_is_shown_until_it_is(db: Connection, wishes: Connection) -> None:
    store_page(db, page(record()), etag="x")
    asked(wishes, 1, content(base=record(), action=RequestAction.REMOVE, fields={}))
    (shown,) = legajo.shown_records(db)
    assert shown.shown == record()
    store_page(db, page(fact(1, S.ATTENDED), paper(1, b"x")), etag="x")
    store_page(db, page(), etag="x")
    drafts.cancel(wishes, key(1), NOW)
    assert legajo.shown_records(db)[0].wish is None


def test_a_wish_about_a_record_that_is_gone_makes_no_record(db: Connection, wishes: Connection) -> None:
    for number, action in ((1, RequestAction.CHANGE), (2, RequestAction.REMOVE)):
        asked(wishes, number, content(number, base=record(number), action=action))
    assert legajo.shown_records(db) == ()
    assert len(legajo.shown_requests(db)) == 2


def test_the_newest_of_two_wishes_about_a_record_is_shown(db: Connection, wishes: Connection) -> None:
    store_page(db, page(record()), etag="x")
    asked(wishes, 1, content(base=record()))
    outbox.note_sending(wishes, key(1))
    outbox.quarantine(wishes, key(1), "record-changed", "")
    assert legajo.shown_record(db, record().id).wish == legajo.shown_request(db, key(1))
    asked(wishes, 2, content(base=record(), fields={"domicilio": "Jr. Lima 2"}))
    assert legajo.shown_record(db, record().id).shown.value("domicilio") == "Jr. Lima 2"


def test_requests_are_shown_newest_first_ours_and_theirs_together(db: Connection, wishes: Connection) -> None:
    asked(wishes, 1, content(1))
    asked(wishes, 5, for_paper(), queued=False)
    store_page(db, page(fact(3, filed_at=later(3)), fact(1, filed_at=later(90))), etag="x")
    shown = legajo.shown_requests(db)
    assert [one.uuid for one in shown] == [key(5), key(3), key(1)]
    assert [one.state for one in shown] == [S.DRAFT, S.FILED, S.FILED]
    assert [(one.own is None, one.fact is None) for one in shown] == [(False, True), (True, False), (False, False)]
    with pytest.raises(KeyError):
        legajo.shown_request(db, key(404))


def test_the_office_s_word_wins_over_ours(db: Connection, wishes: Connection) -> None:
    wish = content(1, base=record())
    asked(wishes, 1, wish)
    outbox.note_waiting(wishes, key(1), S.WAITS_SESSION, "session-ended")
    store_page(db, page(fact(1, S.REJECTED, content=replace(wish, base=None), reason="No corresponde")), etag="x")
    shown = legajo.shown_request(db, key(1))
    assert (shown.state, shown.code) == (S.REJECTED, fact(1).code)
    assert shown.content.base == record(), "ours, because it knows the record it began from"


def test_the_expediente_shown_is_the_newest_known(db: Connection, wishes: Connection) -> None:
    theirs = Expediente("MPT-2026-EXT-1", "a", date(2026, 11, 20))
    mine = Expediente("MPT-2026-EXT-2", "b", None)
    asked(wishes, 1, content(1))
    outbox.settle(wishes, key(1), "SOL", NOW)
    store_page(db, page(fact(1, content=content(1, expediente=theirs))), etag="x")
    assert legajo.shown_request(db, key(1)).expediente == theirs
    drafts.set_expediente(wishes, key(1), mine, NOW)
    assert legajo.shown_request(db, key(1)).expediente == mine
    outbox.expediente_sent(wishes, drafts.own_request(wishes, key(1)))
    assert legajo.shown_request(db, key(1)).expediente == theirs, "until the feed brings ours"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("ñahuimpuquio", True), ("NAHUIM", True), ("sauces 999000111", True), ("auces", False), ("huascar", False),
        ("maestria gestion", True), ("1234-2013", True), ("domicilio", True), ("resolución", True), ("", False),
        ("sauces nada", False), ("  ", False), ("%", False),
    ],
)  # fmt: skip
def test_a_record_is_found_by_any_word_of_it_or_its_documents(db: Connection, text: str, found: bool) -> None:
    store_page(db, page(record(documents=(document(),))), etag="x")
    assert (len(legajo.find_in_legajo(db, text)) == 1) == found


def test_what_is_only_asked_for_is_found_too(db: Connection, wishes: Connection) -> None:
    store_page(db, page(record()), etag="x")
    asked(wishes, 1, content(base=record()))
    asked(wishes, 2, content(2, fields={"domicilio": "Pasaje Vicuña 3"}), queued=False)
    assert [one.shown.id for one in legajo.find_in_legajo(db, "huascar")] == [record().id]
    assert [one.shown.id for one in legajo.find_in_legajo(db, "vicuna")] == [content(2).record]
    assert len(legajo.find_in_legajo(db, "sauces")) == 1, "the confirmed text is found as well"


def test_the_file_of_a_wish_s_document_is_shown_from_the_outbox(db: Connection, wishes: Connection) -> None:
    keep_file(wishes, sha(FILE), FILE)
    assert legajo.document_bytes(db, sha(FILE)) == FILE
    assert legajo.document_bytes(db, sha(b"else")) is None


def test_what_the_office_changed_since_the_first_look_is_marked_until_seen(db: Connection) -> None:
    store_page(db, page(record(1), record(2)), etag="x")
    assert [one.unseen for one in legajo.shown_records(db)] == [False, False], "nobody looked yet: nothing is news"
    assert legajo.last_look(db) is None
    legajo.note_look(db, NOW)
    store_page(db, page(record(1, version=2), record(3)), etag="x")
    legajo.note_look(db, later(1))
    assert legajo.last_look(db) == later(1)
    assert [one.unseen for one in legajo.shown_records(db)] == [True, False, True]
    legajo.note_record_seen(db, record(1).id)
    assert [one.unseen for one in legajo.shown_records(db)] == [False, False, True]


def test_a_decision_is_news_until_the_person_was_told(db: Connection, wishes: Connection) -> None:
    asked(wishes, 1, content(1))
    outbox.settle(wishes, key(1), "SOL", NOW)
    store_page(db, page(fact(1)), etag="x")
    assert legajo.states_unseen(db) == ()
    store_page(db, page(fact(1, S.OBSERVED)), etag="x")
    assert [one.state for one in legajo.states_unseen(db)] == [S.OBSERVED]
    legajo.note_states_seen(db)
    assert legajo.states_unseen(db) == ()
    store_page(db, page(fact(1, S.REJECTED)), etag="x")
    outbox.reconcile(wishes, db)
    assert [one.state for one in legajo.states_unseen(db)] == [S.REJECTED]


def test_a_decision_that_comes_with_the_first_news_of_ours_is_news(db: Connection, wishes: Connection) -> None:
    asked(wishes, 1, content(1))
    outbox.note_sending(wishes, key(1))
    store_page(db, page(fact(1, S.ATTENDED)), etag="x")
    outbox.reconcile(wishes, db)
    assert [one.uuid for one in legajo.states_unseen(db)] == [key(1)]


def test_old_decisions_on_a_new_computer_are_no_news(db: Connection) -> None:
    store_page(db, page(*(fact(number, S.ATTENDED) for number in range(1, 9))), etag="x")
    assert legajo.states_unseen(db) == ()


def test_a_quarantine_is_news(db: Connection, wishes: Connection) -> None:
    asked(wishes, 1, content(1))
    outbox.note_sending(wishes, key(1))
    outbox.quarantine(wishes, key(1), "invalid-legajo", "")
    assert [one.uuid for one in legajo.states_unseen(db)] == [key(1)]
    legajo.note_states_seen(db)
    assert legajo.states_unseen(db) == ()


def test_a_damaged_outbox_leaves_the_facts_readable(vault: Vault, db: Connection, wishes: Connection) -> None:
    keep_file(wishes, sha(FILE), FILE)
    asked(wishes, 1, content(1))
    wishes.close()
    db.close()
    vault.damaged = (vault.directory / "outbox.db",)
    with vault.cache() as alone:
        store_page(alone, page(record(9), fact(1, S.ATTENDED)), etag="x")
        assert [one.shown for one in legajo.shown_records(alone)] == [record(9)]
        assert legajo.find_in_legajo(alone, "sauces") == legajo.shown_records(alone)
        assert legajo.shown_request(alone, key(1)).own is None
        assert legajo.document_bytes(alone, sha(FILE)) is None
