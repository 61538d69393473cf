"""One page of an office's feed, ready to be written: what the roles of whoever asks may see, but their own requests.

Cursors, tops and tombstones as in `central.feed`. The roles are part of the epoch: somebody who is given or loses a
role walks anew, and what they may not see any more is swept away on their side.
"""

import json
from dataclasses import replace

from sqlalchemy import Connection

from central.cursors import BadCursorError, Cursor, read_cursor, write_cursor
from central.desk import Desk
from central.feed import FeedPage, Stages, is_ahead, is_at_rest, read_page
from central.legajo.people import Clerk
from central.office.feed import CASE, SERVANT, bare_id, feed_of, is_open, open_office
from central.office.sights import shown_case
from central.pages import names_etag
from central.problems import Problem
from central.store.facts import Heads, KeptFact, read_heads
from central.store.opening import renew_feed
from documents.office_matters import ESCALAFON, PLANILLAS, RECEPTION, sees_requests


def serve_office(desk: Desk, clerk: Clerk, since: str | None, if_none_match: str | None) -> tuple[bytes, str] | str:
    """The page and its entity tag; the tag alone when nothing changed. Problem `bad-cursor`."""
    try:
        cursor = None if since is None else read_cursor(since)
        found = _found(desk, clerk, cursor, if_none_match)
    except BadCursorError:
        raise Problem("bad-cursor") from None
    if isinstance(found, str):
        return found
    return _page_text(desk, clerk, found).encode(), _etag(desk, found.heads)


def _found(desk: Desk, clerk: Clerk, cursor: Cursor | None, if_none_match: str | None) -> FeedPage | str:
    feed = feed_of(clerk.office.codigo)
    with desk.store.reading() as db:
        if is_open(db, clerk.office.codigo):
            heads = _heads(db, clerk)
            if not is_ahead(cursor, heads):
                etag = _etag(desk, heads)
                at_rest = is_at_rest(cursor, heads) and names_etag(if_none_match, etag)
                return etag if at_rest else _read(db, desk, clerk, cursor, heads)
    with desk.store.writing() as db:
        open_office(db, clerk.office.codigo)
        heads = _heads(db, clerk)
        if is_ahead(cursor, heads):  # the store was put back under the same epoch
            renew_feed(db, feed)
            cursor, heads = None, _heads(db, clerk)
        return _read(db, desk, clerk, cursor, heads)


def _heads(db: Connection, clerk: Clerk) -> Heads:
    heads = read_heads(db, feed_of(clerk.office.codigo))
    return replace(heads, epoch=f"{heads.epoch}{_view(clerk)}", commons=0)


def _view(clerk: Clerk) -> str:
    """One letter a role that sees something of its own; "c" is everything."""
    if ESCALAFON in clerk.roles:
        return "c"
    letters = (letter for role, letter in ((PLANILLAS, "p"), (RECEPTION, "m")) if role in clerk.roles)
    return "".join(letters) or "a"


def _read(db: Connection, desk: Desk, clerk: Clerk, cursor: Cursor | None, heads: Heads) -> FeedPage:
    stages: Stages = ((CASE, False), (SERVANT, False)) if sees_requests(clerk.roles) else ()
    feed = feed_of(clerk.office.codigo)
    return read_page(db, feed, cursor, heads, size=desk.settings.office_page_size, stages=stages)


def _etag(desk: Desk, heads: Heads) -> str:
    return f'"{heads.epoch}.{heads.seq}.{desk.settings.decision_reasons.version}"'


def _page_text(desk: Desk, clerk: Clerk, page: FeedPage) -> str:
    head = {
        "epoch": page.heads.epoch,
        "cursor": write_cursor(page.cursor),
        "more": page.more,
        "server_time": desk.settings.clock().isoformat(timespec="seconds"),
        "decision_reasons": {"version": desk.settings.decision_reasons.version},
    }
    changes = ",".join(filter(None, (_change_text(clerk, fact) for fact in page.facts)))
    return f'{json.dumps(head, separators=(",", ":"))[:-1]},"changes":[{changes}]}}'


def _change_text(clerk: Clerk, fact: KeptFact) -> str:
    """Empty: not for this clerk. That something is gone says nothing of it."""
    if not sees_requests(clerk.roles):
        return ""
    shown = fact.document
    if shown is not None and fact.kind == CASE and (shown := shown_case(clerk, shown)) is None:
        return ""
    deleted = "true" if shown is None else "false"
    id_ = json.dumps(bare_id(fact), ensure_ascii=False)
    return f'{{"kind":"{fact.kind}","id":{id_},"deleted":{deleted},"{fact.kind}":{shown or "null"}}}'
