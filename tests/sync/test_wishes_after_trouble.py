"""Wishes after something went wrong here: a page that was not followed, a file that is lost."""

from dataclasses import replace

from storage import drafts, outbox
from storage.cache import store_page, sync_mark
from storage.records import FactPage
from storage.request_records import RequestState
from sync.core.errands import Errand, PendingFile, Quarantine
from sync.core.outbox import Sending, failed
from sync.errors import Problem, RefusedError
from tests.storage.requests import NOW, content, fact, key
from tests.sync.office import Desk, Office


def test_a_fact_that_was_stored_before_the_program_ended_is_followed_by_the_next_exchange(
    desk: Desk, office: Office
) -> None:
    desk.run()
    with desk.vault.outbox() as box:
        drafts.new_draft(box, key(1), content(1), NOW)
        drafts.queue(box, key(1), content(1), NOW)
        outbox.note_sending(box, key(1))
        outbox.settle(box, key(1), fact(1).code, NOW)
    with desk.vault.cache() as db:
        mark = sync_mark(db)
        assert mark.epoch is not None
        assert mark.cursor is not None
        store_page(
            db,
            FactPage(epoch=mark.epoch, cursor=mark.cursor, more=False, etag="", facts=(fact(1, RequestState.REJECTED),),
                     server_time=NOW, next_sync_after=None),
            etag=mark.etag or "",
        )  # fmt: skip
    desk.run()
    assert office.routes[-1] == "sync"
    with desk.vault.outbox() as box:
        assert drafts.own_request(box, key(1)).state is RequestState.REJECTED


def test_a_wish_whose_file_is_lost_goes_to_quarantine_and_holds_up_no_exchange() -> None:
    here = PendingFile("a" * 64, 10, 10)
    errand = Errand(uuid=key(1), task="file", section="I", files=(here,))
    refusal = RefusedError(
        Problem(422, "missing-attachments", "Faltan archivos.", retryable=False, missing=("a" * 64, "b" * 64))
    )
    state, notes, over = failed(Sending(looked=True, current=errand, errands=(errand,)), refusal)
    assert notes == (Quarantine(errand, "missing-attachments", "Faltan archivos."),)
    assert (over, state.over, state.current, state.trouble) == (False, False, None, None)
    known = replace(errand, files=(here, PendingFile("b" * 64, 5, 5)))
    _, notes, _ = failed(Sending(looked=True, current=known, errands=(known,)), refusal)
    assert not any(isinstance(note, Quarantine) for note in notes), "both are here: they are sent again"
