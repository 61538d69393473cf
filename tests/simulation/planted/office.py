"""Bugs of the other side: the office's. The simulator runs central's own handlers, so it must notice these too."""

from collections.abc import Sequence
from contextlib import AbstractContextManager
from typing import Any
from unittest.mock import patch

from sqlalchemy import Connection, delete, update

from central import feed
from central.legajo import filing
from central.store import facts, sessions
from central.store.request_tables import Request
from central.store.schema import Grant
from tests.simulation.planting import planted


@planted("the office does not know a uuid again: the same request is filed twice")
def no_dedupe() -> AbstractContextManager[Any]:
    real = filing.file_request

    def file_request(db: Connection, wanted: Any, uuid: str, body: Any) -> Any:
        db.execute(delete(Request).where(Request.uuid == uuid))
        return real(db, wanted, uuid, body)

    return patch("central.commands.file_request", file_request)


@planted("a used refresh token is spent at once: a lost answer signs out")
def rotation_without_recovery() -> AbstractContextManager[Any]:
    real = sessions.refresh

    def refresh(db: Connection, token: str, *, now: int, life: Any) -> Any:
        given = real(db, token, now=now, life=life)
        db.execute(update(Grant).where(Grant.refresh == sessions._digest(token)).values(spent=True))
        return given

    return patch("central.routes.sessions.refresh", refresh)


@planted("a cancellation does not reach the feed")
def cancellation_not_told() -> AbstractContextManager[Any]:
    from central.store.requests import replace_request

    def replace(db: Connection, _before: Any, after: Any) -> Any:
        replace_request(db, after)
        return after

    return patch("central.legajo.filing._replace", replace)


@planted("withdrawn facts are left out of the sequence")
def tombstones_left_out() -> AbstractContextManager[Any]:
    def read_sequence(db: Connection, name: str, *, after: int, top: int, limit: int) -> list[Any]:
        found = facts.read_sequence(db, name, after=after, top=top, limit=limit)
        return [fact for fact in found if fact.document is not None]

    return patch("central.feed.read_sequence", read_sequence)


@planted("a page that is full moves the cursor to the end of the feed")
def full_page_skips() -> AbstractContextManager[Any]:
    real = feed._follow

    def follow(db: Connection, name: str, start: Any, heads: Any, size: int) -> Any:
        page = real(db, name, start, heads, size)
        return feed.FeedPage(page.facts, feed.Resting(start.epoch, heads.seq, heads.commons), heads)

    return patch("central.feed._follow", follow)


@planted("two changes in one transaction get the same place in the feed's order")
def second_fact_untold() -> AbstractContextManager[Any]:
    real = facts.keep_facts

    def keep_facts(db: Connection, name: str, drafts: Sequence[Any]) -> None:
        real(db, name, drafts[-1:])

    return patch("central.legajo.filing.keep_facts", keep_facts)


@planted("a restored copy keeps its epoch, and nobody notices")
def epoch_kept() -> AbstractContextManager[Any]:
    from central.store import Store

    change = patch.object(Store, "change_epoch", lambda _self: "")
    ahead = patch("central.pages.is_ahead", lambda _cursor, _heads: False)
    return _both(change, ahead)


def _both(*patches: Any) -> AbstractContextManager[Any]:
    from contextlib import ExitStack

    stack = ExitStack()
    for each in patches:
        stack.enter_context(each)
    return stack
