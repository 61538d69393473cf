"""A queue whose copy left while the profile was closed: the next opening learns of it."""

from pathlib import Path

import pytest

from storage import drafts, outbox
from storage.given import mark_given
from storage.kdf import FLOOR
from storage.layout import GIVEN
from storage.profile import erase_profile, new_profile, open_profile
from storage.request_records import RequestState
from tests.storage.requests import NOW, content, key

PASSWORD = "cuatro palabras sueltas nevado"


@pytest.fixture
def closed(tmp_path: Path) -> Path:
    """A profile with one wish that is ready and one that waits for a login."""
    with new_profile(tmp_path, "Rosa", PASSWORD, cost=FLOOR) as vault, vault.outbox() as db:
        for number in (1, 2):
            drafts.new_draft(db, key(number), content(number), NOW)
            drafts.queue(db, key(number), content(number), NOW)
        outbox.note_waiting(db, key(2), RequestState.WAITS_SESSION, "session-ended")
        return vault.directory


@pytest.mark.parametrize("given", [False, True])
def test_only_what_may_have_left_has_to_be_withdrawn_at_the_office(closed: Path, given: bool) -> None:
    if given:
        mark_given(closed)
        mark_given(closed)
    with open_profile(closed, PASSWORD, now=NOW) as vault, vault.outbox() as db:
        assert not (closed / GIVEN).exists()
        assert [drafts.own_request(db, key(number)).sent for number in (1, 2)] == [given, given]
        for number in (1, 2):
            withdrawn = drafts.cancel(db, key(number), NOW)
            assert (withdrawn.state is RequestState.CANCELLED) is not given
            assert withdrawn.cancel_wanted is given


def test_the_mark_goes_with_the_profile(closed: Path) -> None:
    mark_given(closed)
    erase_profile(closed)
    assert not closed.exists()
