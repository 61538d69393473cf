"""The trace of looks at a person's file: who of an office, when, why, at what. The person reads it in their own feed.

Written by the calls of the office, and by what its people report that they looked at without a connection. Looks of the
same person at the same thing within half an hour are one.
"""

import hashlib
import json
from uuid import UUID

from sqlalchemy import Connection, insert, select, update

from central.legajo.people import Clerk
from central.legajo.times import instant
from central.store.facts import Draft, keep_facts
from central.store.office_tables import Look, LookReport
from central.store.schema import Feed

LOOK = "look"
FOLD = 30 * 60  # seconds
DAY = 86_400
LONGEST = 200  # characters of `what`


def note_look(db: Connection, feed: str, clerk: Clerk, why: str, what: str, now: int) -> None:
    """Somebody of an office looked at `what` of the person whose feed this is, in a transaction of the caller's.

    `why`: one of `central.contract_office.Why`; `what`: few words, a code or the name of a document. One's own file is
    nobody's business.
    """
    if feed == clerk.feed:
        return
    what = what[:LONGEST]
    known = db.execute(
        select(Look.id, Look.first, Look.last, Look.times)
        .where(Look.feed == feed, Look.clerk == clerk.feed, Look.why == why, Look.what == what)
        .where(Look.last >= now - FOLD, Look.first <= now + FOLD)
        .order_by(Look.last.desc())
        .limit(1)
    ).one_or_none()
    if known is None:
        kept = (_id(feed, clerk, why, what, now), now, now, 1)
        db.execute(insert(Look).values(
            id=kept[0], feed=feed, clerk=clerk.feed, why=why, what=what, first=now, last=now, times=1
        ))  # fmt: skip
    else:
        kept = (known[0], min(known[1], now), max(known[2], now), known[3] + 1)
        db.execute(update(Look).where(Look.id == kept[0]).values(first=kept[1], last=kept[2], times=kept[3]))
    keep_facts(db, feed, [_fact(kept, clerk, why, what)])


def looked_lately(db: Connection, feed: str, clerk: Clerk, why: str, now: int) -> bool:
    """Whether this clerk has a noted look of this kind at somebody's file within the last day."""
    query = select(Look.id).where(Look.feed == feed, Look.clerk == clerk.feed, Look.why == why, Look.last >= now - DAY)
    return db.scalar(query.limit(1)) is not None


def report_look(db: Connection, uuid: str, doc_numero: str, clerk: Clerk, why: str, what: str, at: int) -> None:
    """A look that was had without a connection; the same uuid again is the same look. Nobody's file: nothing."""
    if db.scalar(select(LookReport.uuid).where(LookReport.uuid == uuid)) is not None:
        return
    db.execute(insert(LookReport).values(uuid=uuid))
    if ":" not in doc_numero and doc_numero and db.scalar(select(Feed.seq).where(Feed.name == doc_numero)) is not None:
        note_look(db, doc_numero, clerk, why, what, at)


def _fact(kept: tuple[str, int, int, int], clerk: Clerk, why: str, what: str) -> Draft:
    id_, first, last, times = kept
    members = {
        "id": id_, "at": instant(first), "until": instant(last), "times": times, "who": clerk.name,
        "office": clerk.office.nombre, "why": why, "what": what,
    }  # fmt: skip
    text = json.dumps(members, ensure_ascii=False, separators=(",", ":"))
    return Draft(LOOK, id_, f"{first:011d} {id_}", text)


def _id(feed: str, clerk: Clerk, why: str, what: str, now: int) -> str:
    """By what it is of: no lot is drawn."""
    name = "\0".join((feed, clerk.feed, why, what, str(now)))
    return str(UUID(bytes=hashlib.sha256(name.encode()).digest()[:16], version=4))
