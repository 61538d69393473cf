"""Drafts and queueing: what the person wrote is kept, frozen when it is queued, numbered once, and never mixed up."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest

from storage import drafts
from storage.attachments import file_bytes, keep_file
from storage.connection import Connection
from storage.errors import BugError, QueueRefusedError
from storage.outbox import note_sending, note_uploading, quarantine, reconcile, settle
from storage.request_records import Expediente, OwnRequest, RequestAction, RequestState
from storage.vault import Vault
from tests.storage.requests import FILE, NOW, content, document, fact, for_paper, key, later, record, sha


@pytest.fixture
def db(vault: Vault) -> Iterator[Connection]:
    with vault.outbox() as opened:
        yield opened


def queued(db: Connection, number: int, **changes: object) -> OwnRequest:
    wish = content(number, **changes)  # type: ignore[arg-type]
    drafts.new_draft(db, key(number), wish, NOW)
    return drafts.queue(db, key(number), wish, later(number))


def observed(db: Connection, number: int) -> None:
    """Queued, sent, answered, and observed by the office."""
    queued(db, number)
    settle(db, key(number), fact(number).code, NOW)
    db.run("UPDATE update_request SET state = 'observado' WHERE uuid = :uuid", uuid=key(number))


def test_a_draft_comes_back_as_it_was_typed(vault: Vault) -> None:
    typed = content(base=record(), documents=(document(sha256="", size=0, pages=None),), replaces=key(9),
                    expediente=Expediente("MPT-2026-EXT-7", "ÑU7", date(2026, 11, 19)))  # fmt: skip
    with vault.outbox() as db:
        drafts.new_draft(db, key(1), content(), NOW)
        drafts.save_draft(db, key(1), typed, later(3))
    with vault.outbox() as db:
        own = drafts.own_request(db, key(1))
    assert own == OwnRequest(
        uuid=key(1), number=1, content=typed, state=RequestState.DRAFT, created_at=NOW, changed_at=later(3)
    )
    assert own.content.base == record()


def test_what_is_queued_is_frozen_and_queueing_again_is_harmless(db: Connection) -> None:
    own = queued(db, 1)
    assert (own.state, own.queued_at, own.sent) == (RequestState.READY, later(1), False)
    assert drafts.queue(db, key(1), own.content, later(9)) == own
    for change in (
        lambda: drafts.save_draft(db, key(1), content(fields={"domicilio": "Otra"}), NOW),
        lambda: drafts.queue(db, key(1), content(fields={"domicilio": "Otra"}), NOW),
        lambda: drafts.discard_draft(db, key(1)),
    ):
        with pytest.raises(BugError):
            change()
    assert drafts.own_request(db, key(1)) == own


def test_a_local_number_never_comes_twice_not_even_after_a_draft_is_discarded(vault: Vault) -> None:
    with vault.outbox() as db:
        numbers = [drafts.new_draft(db, key(number), content(number), NOW).number for number in (1, 2)]
        drafts.discard_draft(db, key(2))
    with vault.outbox() as db:
        numbers.append(drafts.new_draft(db, key(3), content(3), NOW).number)
        assert [own.number for own in drafts.own_requests(db)] == [3, 1]
    assert numbers == [1, 2, 3]


def test_an_unknown_request_is_a_key_error(db: Connection) -> None:
    for ask in (drafts.own_request, drafts.discard_draft):
        with pytest.raises(KeyError):
            ask(db, key(404))
    with pytest.raises(KeyError):
        drafts.cancel(db, key(404), NOW)
    with pytest.raises(KeyError):
        drafts.save_draft(db, key(404), content(), NOW)


def test_a_second_open_wish_about_a_record_is_refused_and_stays_a_draft(db: Connection) -> None:
    queued(db, 1)
    other = content(2, record=content(1).record)
    drafts.new_draft(db, key(2), other, NOW)
    with pytest.raises(QueueRefusedError) as refused:
        drafts.queue(db, key(2), other, NOW)
    assert refused.value.code == "request-open"
    assert drafts.own_request(db, key(2)).state is RequestState.DRAFT
    drafts.cancel(db, key(1), NOW)
    assert drafts.queue(db, key(2), other, NOW).state is RequestState.READY


def test_one_request_for_a_paper_at_a_time_each_paper_by_itself(db: Connection) -> None:
    for number, action in ((1, RequestAction.HOJA_DE_VIDA), (2, RequestAction.INFORME)):
        drafts.new_draft(db, key(number), for_paper(action), NOW)
        assert drafts.queue(db, key(number), for_paper(action), NOW).state is RequestState.READY
    drafts.new_draft(db, key(3), for_paper(), NOW)
    with pytest.raises(QueueRefusedError):
        drafts.queue(db, key(3), for_paper(), NOW)


def test_an_observed_request_may_be_corrected_by_one_that_replaces_it(db: Connection) -> None:
    observed(db, 1)
    plain = content(2, record=content(1).record)
    drafts.new_draft(db, key(2), plain, NOW)
    with pytest.raises(QueueRefusedError):
        drafts.queue(db, key(2), plain, NOW)
    assert drafts.queue(db, key(2), replace(plain, replaces=key(1)), NOW).state is RequestState.READY


def test_a_document_whose_file_is_nowhere_keeps_a_request_from_being_queued(db: Connection) -> None:
    wish = content(documents=(document(),))
    drafts.new_draft(db, key(1), wish, NOW)
    with pytest.raises(QueueRefusedError) as refused:
        drafts.queue(db, key(1), wish, NOW)
    assert refused.value.code == "missing-file"
    keep_file(db, sha(FILE), FILE)
    assert drafts.queue(db, key(1), wish, NOW).state is RequestState.READY


def test_a_document_that_the_office_filed_before_needs_no_file_here(db: Connection) -> None:
    wish = content(base=record(documents=(document(),)), documents=(document(),))
    drafts.new_draft(db, key(1), wish, NOW)
    assert drafts.queue(db, key(1), wish, NOW).state is RequestState.READY


def test_a_discarded_draft_takes_its_own_files_and_leaves_those_of_others(db: Connection) -> None:
    shared, alone = FILE, b"only here"
    for one in (shared, alone):
        keep_file(db, sha(one), one)
    drafts.new_draft(db, key(1), content(1, documents=(document(shared), document(alone))), NOW)
    drafts.new_draft(db, key(2), content(2, documents=(document(shared),)), NOW)
    drafts.discard_draft(db, key(1))
    assert file_bytes(db, sha(shared)) == shared
    assert file_bytes(db, sha(alone)) is None


def test_cancelling_what_was_never_sent_is_over_at_once(db: Connection) -> None:
    queued(db, 1)
    assert drafts.cancel(db, key(1), later(5)).state is RequestState.CANCELLED
    queued(db, 2)
    note_uploading(db, key(2))
    assert drafts.cancel(db, key(2), later(5)).state is RequestState.CANCELLED
    assert not note_sending(db, key(2)), "sync must not send it any more"


def test_cancelling_what_may_have_arrived_waits_for_the_office(db: Connection) -> None:
    queued(db, 1)
    note_sending(db, key(1))
    own = drafts.cancel(db, key(1), later(5))
    assert (own.state, own.cancel_wanted) == (RequestState.SENDING, True)
    settle(db, key(1), "SOL-2026-000001", later(6))
    assert drafts.own_request(db, key(1)).cancel_wanted


def test_cancelling_what_is_over_changes_nothing_and_a_draft_is_not_cancelled(db: Connection) -> None:
    queued(db, 1)
    over = drafts.cancel(db, key(1), NOW)
    assert drafts.cancel(db, key(1), later(9)) == over
    drafts.new_draft(db, key(2), content(2), NOW)
    with pytest.raises(BugError):
        drafts.cancel(db, key(2), NOW)


def test_a_quarantined_wish_begins_again_as_a_draft_with_its_files(db: Connection) -> None:
    keep_file(db, sha(FILE), FILE)
    old = queued(db, 1, documents=(document(),))
    note_sending(db, key(1))
    quarantine(db, key(1), "record-changed", "409")
    new = drafts.edit_again(db, key(1), key(2), later(9))
    assert (new.state, new.content, new.number) == (RequestState.DRAFT, old.content, 2)
    assert drafts.own_request(db, key(1)).state is RequestState.CANCELLED
    assert file_bytes(db, sha(FILE)) == FILE
    assert drafts.queue(db, key(2), new.content, NOW).state is RequestState.READY
    with pytest.raises(BugError):
        drafts.edit_again(db, key(2), key(3), NOW)


def test_an_expediente_travels_by_itself_and_leaves_the_body_as_it_was(db: Connection) -> None:
    before = queued(db, 1)
    given = Expediente("MPT-2026-EXT-7", "k4", date(2026, 11, 21))
    drafts.set_expediente(db, key(1), given, later(2))
    own = drafts.own_request(db, key(1))
    assert (own.expediente, own.expediente_waits, own.content) == (given, True, before.content)
    drafts.new_draft(db, key(2), content(2), NOW)
    with pytest.raises(BugError):
        drafts.set_expediente(db, key(2), given, NOW)


def test_a_request_that_only_the_office_knows_can_be_owned_and_cancelled(db: Connection, vault: Vault) -> None:
    own = drafts.adopt(db, fact(5), NOW)
    assert (own.state, own.code, own.sent) == (RequestState.FILED, fact(5).code, True)
    assert drafts.adopt(db, fact(5), later(1)) == own
    assert drafts.cancel(db, key(5), NOW).cancel_wanted
    assert drafts.new_draft(db, key(6), content(6), NOW).number == own.number + 1
    with vault.cache() as cache:
        assert reconcile(db, cache) == ()
