"""One page of the feed for one person, ready to be written: by `GET /v1/sync`, or inside `POST /v1/sync`."""

import hashlib
import json
from base64 import urlsafe_b64encode
from dataclasses import dataclass

from sqlalchemy import Connection

from central.bundles import bundle_of
from central.cursors import BadCursorError, Cursor, read_cursor, write_cursor
from central.desk import Desk
from central.digests import state_digest
from central.feed import FeedPage, is_ahead, is_at_rest, read_page
from central.problems import Problem
from central.store.bundles import BundleMark
from central.store.facts import Heads, KeptFact, read_heads
from central.store.opening import renew_feed


@dataclass(frozen=True, slots=True)
class ServedPage:
    """A page, its entity tag, and the bundle that its walk may begin with."""

    page: FeedPage
    etag: str
    bundle: BundleMark | None
    digest: str | None  # of everything; on the last page


def serve_page(
    desk: Desk, feed: str, since: str | None, if_none_match: str | None, *, bundles: bool = True
) -> ServedPage | str:
    """The page after a cursor; the entity tag alone when nothing changed. Problem `bad-cursor`.

    Without `bundles` a walk names none: its PDFs travel with it.
    """
    try:
        cursor = None if since is None else read_cursor(since)
        found = _found(desk, feed, cursor, if_none_match)
    except BadCursorError:
        raise Problem("bad-cursor") from None
    if isinstance(found, str):
        return found
    begins = cursor is None or cursor.epoch != found.heads.epoch
    bundle = bundle_of(desk.store, feed, desk.now()) if begins and bundles else None
    with desk.store.reading() as db:
        digest = None if found.more else state_digest(db, feed, found.heads)
    return ServedPage(found, etag_of(desk, found.heads), bundle, digest)


def require_cursor(since: str | None) -> None:
    """Problem `bad-cursor` unless it is absent or has the form of ours."""
    try:
        if since is not None:
            read_cursor(since)
    except BadCursorError:
        raise Problem("bad-cursor") from None


def _found(desk: Desk, feed: str, cursor: Cursor | None, if_none_match: str | None) -> FeedPage | str:
    with desk.store.reading() as db:
        heads = read_heads(db, feed)
        if not is_ahead(cursor, heads):
            etag = etag_of(desk, heads)
            if is_at_rest(cursor, heads) and names_etag(if_none_match, etag):
                return etag
            return _read(db, desk, feed, cursor, heads)
    # The store was put back under the same epoch, which nobody should do. This person at least starts anew.
    with desk.store.writing() as db:
        renew_feed(db, feed)
        return _read(db, desk, feed, None, read_heads(db, feed))


def _read(db: Connection, desk: Desk, feed: str, cursor: Cursor | None, heads: Heads) -> FeedPage:
    return read_page(db, feed, cursor, heads, size=desk.settings.page_size)


def etag_of(desk: Desk, heads: Heads) -> str:
    """As the header carries it. A new trust list or catalogue is news, though no fact changed.

    Short, because it travels with every question whether there is news: 72 bits of a digest.
    """
    settings = desk.settings
    announced = f"{settings.trust_list.version}.{settings.legajo_catalogue.version}"
    state = f"{heads.epoch}.{heads.seq}.{heads.commons}.{announced}"
    return f'"{urlsafe_b64encode(hashlib.sha256(state.encode()).digest()[:9]).decode()}"'


def names_etag(if_none_match: str | None, etag: str) -> bool:
    """Whether the header names this entity. A proxy may have made it weak."""
    return any(name.strip().removeprefix("W/") == etag for name in (if_none_match or "").split(","))


def page_text(desk: Desk, served: ServedPage, sign_in: int) -> str:
    """The members of a page as JSON, without the braces. Facts are JSON already and stay as they were kept.

    `sign_in`: who comes back is spread over time by it.
    """
    page, bundle = served.page, served.bundle
    head = {
        "epoch": page.heads.epoch,
        "cursor": write_cursor(page.cursor),
        "more": page.more,
        "server_time": desk.settings.clock().isoformat(timespec="seconds"),
        "next_sync_after": next_sync_after(desk, sign_in),
        "trust_list": {"version": desk.settings.trust_list.version},
        "legajo_catalogue": {"version": desk.settings.legajo_catalogue.version},
        "bundle": None if bundle is None else {"id": bundle.id, "size": bundle.size, "count": bundle.count},
        "digest": served.digest,
    }
    changes = ",".join(map(_change_text, page.facts))
    return f'{json.dumps(head, separators=(",", ":"))[1:-1]},"changes":[{changes}]'


def next_sync_after(desk: Desk, sign_in: int) -> int | None:
    """Seconds: the same for one device each time, different from one device to the next."""
    settings = desk.settings
    if settings.next_sync_after is None or not settings.next_sync_spread:
        return settings.next_sync_after
    share = int.from_bytes(hashlib.sha256(f"device {sign_in}".encode()).digest()[:8], "big")
    return settings.next_sync_after + share % settings.next_sync_spread


def _change_text(fact: KeptFact) -> str:
    deleted = "true" if fact.document is None else "false"
    id_ = json.dumps(fact.id, ensure_ascii=False)
    return f'{{"kind":"{fact.kind}","id":{id_},"deleted":{deleted},"{fact.kind}":{fact.document or "null"}}}'
