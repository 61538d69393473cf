"""A damaged file in the middle of things, mended, and gone on with at the real office: all is there once."""

import os
from pathlib import Path

from sqlalchemy import func, select

from central.store.request_tables import Request
from storage.cache import sync_mark
from storage.drafts import own_requests
from storage.legajo import shown_requests
from storage.request_records import RequestState
from sync.engine import Updated, UpToDate
from tests.sync.office import Desk, Office
from tests.sync.wishes import own, pdf, queue, shown, state


def spoil(path: Path, *, share: float) -> None:
    """One page, so far into the file."""
    content = bytearray(path.read_bytes())
    at = int(len(content) * share) // 4096 * 4096 + 100
    content[at : at + 16] = os.urandom(16)
    path.write_bytes(content)


def filed(office: Office) -> int:
    with office.store.reading() as db:
        return int(db.execute(select(func.count()).select_from(Request)).scalar_one())


def test_a_rebuilt_cache_fetches_everything_again_and_sends_what_waited_once(desk: Desk, office: Office) -> None:
    office.publish(*range(3))
    sent = queue(desk, 1, pdf(9_000, 1))
    desk.run()
    waiting = queue(desk, 2)
    code = own(desk, sent).code
    spoil(desk.vault.directory / "cache.db", share=0.5)
    assert [path.name for path in desk.vault.examine()] == ["cache.db"]
    desk.vault.rebuild_cache()
    assert desk.ask(sync_mark).cursor is None
    desk.sign_in()
    assert isinstance(desk.run(), Updated | UpToDate)
    assert len(desk.held) == 3
    assert (own(desk, sent).code, state(desk, waiting)) == (code, RequestState.FILED)
    assert filed(office) == 2


def test_a_salvaged_outbox_sends_what_came_through_once_and_shows_what_the_office_has(
    desk: Desk, office: Office
) -> None:
    sent = [queue(desk, number, pdf(5_000, number)) for number in range(1, 6)]
    desk.run()
    waiting = [queue(desk, number, pdf(5_000, number)) for number in range(6, 12)]
    spoil(desk.vault.directory / "outbox.db", share=0.75)
    assert [path.name for path in desk.vault.examine()] == ["outbox.db"]
    found = desk.vault.salvage_outbox()
    assert found.requests + (found.lost_requests or 0) >= len(sent) + len(waiting)
    assert (found.lost_requests, found.lost_files) != (0, 0), "it says that something may be missing"
    with desk.vault.outbox() as box:
        left = {one.uuid for one in own_requests(box)}
    desk.run()
    here = [name for name in waiting if name in left]
    told = {state(desk, name) for name in here}
    assert told <= {RequestState.FILED, RequestState.QUARANTINE}, "one whose file is lost is told"
    assert filed(office) == len(sent) + sum(state(desk, name) is RequestState.FILED for name in here)
    assert [shown(desk, name).state for name in sent] == [RequestState.FILED] * len(sent)
    assert len(desk.ask(shown_requests)) == len(sent) + len(here)
