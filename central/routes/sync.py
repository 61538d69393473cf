"""The change feed over HTTP."""

import json
from typing import Annotated

from fastapi import APIRouter, Header, Query, Response

from central.contract import Page
from central.cursors import BadCursorError, Cursor, read_cursor, write_cursor
from central.describing import header, refusals
from central.desk import Bearer, Desk
from central.feed import FeedPage, is_ahead, is_at_rest, read_page
from central.problems import Problem
from central.store.facts import Heads, KeptFact, read_heads
from central.store.opening import renew_feed


def make_router(desk: Desk) -> APIRouter:
    """`GET /v1/sync`."""
    router = APIRouter()

    @router.get(
        "/v1/sync",
        name="sync",
        response_model=Page,
        responses={
            200: {"description": "A page.", "headers": header("ETag", "epoch.seq.commons.trust.catalogue")},
            304: {"description": "Nothing changed.", "headers": header("ETag", "epoch.seq.commons.trust.catalogue")},
            **refusals("token-expired", "session-ended", "bad-cursor", "invalid-request"),
        },
    )
    def sync(
        bearer: Bearer,
        since: Annotated[str | None, Query(description="A cursor; absent = from the beginning.")] = None,
        if_none_match: Annotated[str | None, Header(description="Only with a cursor at rest.")] = None,
    ) -> Response:
        """The page after a cursor, or 304 when nothing changed."""
        feed = desk.whose(bearer)
        try:
            cursor = None if since is None else read_cursor(since)
            return _answer(desk, feed, cursor, if_none_match)
        except BadCursorError:
            raise Problem("bad-cursor") from None

    return router


def _answer(desk: Desk, feed: str, cursor: Cursor | None, if_none_match: str | None) -> Response:
    with desk.store.reading() as db:
        heads = read_heads(db, feed)
        ahead = is_ahead(cursor, heads)
        if not ahead:
            etag = _etag(desk, heads)
            if is_at_rest(cursor, heads) and names_etag(if_none_match, etag):
                return Response(status_code=304, headers={"ETag": etag})
            return _write_page(desk, read_page(db, feed, cursor, heads, size=desk.settings.page_size))
    # The store was put back under the same epoch, which nobody should do. This person at least starts anew.
    with desk.store.writing() as db:
        renew_feed(db, feed)
        heads = read_heads(db, feed)
        return _write_page(desk, read_page(db, feed, None, heads, size=desk.settings.page_size))


def _etag(desk: Desk, heads: Heads) -> str:
    """As the header carries it. A new trust list or catalogue is news, though no fact changed."""
    settings = desk.settings
    announced = f"{settings.trust_list.version}.{settings.legajo_catalogue.version}"
    return f'"{heads.epoch}.{heads.seq}.{heads.commons}.{announced}"'


def names_etag(if_none_match: str | None, etag: str) -> bool:
    """Whether the header names this entity. A proxy may have made it weak."""
    return any(name.strip().removeprefix("W/") == etag for name in (if_none_match or "").split(","))


def _write_page(desk: Desk, page: FeedPage) -> Response:
    head = {
        "epoch": page.heads.epoch,
        "cursor": write_cursor(page.cursor),
        "more": page.more,
        "server_time": desk.settings.clock().isoformat(timespec="seconds"),
        "next_sync_after": desk.settings.next_sync_after,
        "trust_list": {"version": desk.settings.trust_list.version},
        "legajo_catalogue": {"version": desk.settings.legajo_catalogue.version},
    }
    changes = ",".join(map(_write_change, page.facts))
    content = f'{json.dumps(head, separators=(",", ":"))[:-1]},"changes":[{changes}]}}'
    return Response(content.encode(), media_type="application/json", headers={"ETag": _etag(desk, page.heads)})


def _write_change(fact: KeptFact) -> str:
    """The document is JSON already and stays as it was kept."""
    deleted = "true" if fact.document is None else "false"
    id_ = json.dumps(fact.id, ensure_ascii=False)
    return f'{{"kind":"{fact.kind}","id":{id_},"deleted":{deleted},"{fact.kind}":{fact.document or "null"}}}'
