"""Facts and their sequences: writing a change and bumping its feed are one act; reading is by walk or by sequence."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, bindparam, insert, or_, select, update

from central.store.schema import COMMONS, Fact, Feed, Origin


@dataclass(frozen=True, slots=True)
class Draft:
    """A fact about to be kept. `document` None withdraws it."""

    kind: str
    id: str
    rank: str
    document: str | None


@dataclass(frozen=True, slots=True)
class KeptFact:
    """A fact as the feed reads it."""

    kind: str
    id: str
    seq: int
    rank: str
    document: str | None


@dataclass(frozen=True, slots=True)
class Heads:
    """Where the sequences that one person reads stand now."""

    epoch: str
    seq: int
    commons: int


_FACT = (Fact.kind, Fact.id, Fact.seq, Fact.rank, Fact.document)
# Built once: building a statement costs more than asking it.
_EPOCH = select(Origin.epoch)
_TOPS = select(Feed.name, Feed.key, Feed.seq).where(
    or_(Feed.name == bindparam("feed"), Feed.name == bindparam("commons"))
)
_BUMP = update(Feed).where(Feed.name == bindparam("of")).values(seq=Feed.seq + bindparam("count")).returning(Feed.seq)
_ONE = select(Fact.feed, *_FACT).where(Fact.kind == bindparam("kind"), Fact.id == bindparam("id"))
_LIVING = (
    select(*_FACT)
    .where(Fact.feed == bindparam("feed"), Fact.kind == bindparam("kind"), Fact.document.is_not(None))
    .where(Fact.seq + 0 <= bindparam("top"))  # an expression: else SQLite goes by sequence and sorts the whole
)
_WALK = _LIVING.order_by(Fact.rank.desc()).limit(bindparam("limit"))
_WALK_ON = _LIVING.where(Fact.rank < bindparam("below")).order_by(Fact.rank.desc()).limit(bindparam("limit"))
_SEQUENCE = (
    select(*_FACT)
    .where(Fact.feed == bindparam("feed"), Fact.seq > bindparam("after"), Fact.seq <= bindparam("top"))
    .order_by(Fact.seq)
    .limit(bindparam("limit"))
)


def read_heads(db: Connection, feed: str) -> Heads:
    """Three look-ups by key. The epoch a client sees is the store's and its feed's together."""
    epoch = db.execute(_EPOCH).scalar_one()
    tops = {name: (key, seq) for name, key, seq in db.execute(_TOPS, {"feed": feed, "commons": COMMONS})}
    key, seq = tops[feed]
    return Heads(epoch + key, seq, tops[COMMONS][1])


def keep_facts(db: Connection, feed: str, drafts: Sequence[Draft]) -> None:
    """Write the drafts, in this order, at the feed's next sequences."""
    if not drafts:
        return
    first = db.execute(_BUMP, {"of": feed, "count": len(drafts)}).scalar_one() - len(drafts) + 1
    known = {(kind, id_) for kind in {draft.kind for draft in drafts}
             for id_ in known_ids(db, kind, [draft.id for draft in drafts if draft.kind == kind])}  # fmt: skip
    fresh = []
    for seq, draft in enumerate(drafts, first):
        values = {"feed": feed, "seq": seq, "rank": draft.rank, "document": draft.document}
        if (draft.kind, draft.id) in known:
            db.execute(update(Fact).where(Fact.kind == draft.kind, Fact.id == draft.id).values(**values))
        else:
            fresh.append({"kind": draft.kind, "id": draft.id, **values})
    if fresh:
        db.execute(insert(Fact), fresh)


def known_ids(db: Connection, kind: str, ids: Iterable[str]) -> set[str]:
    """Which of these the store has, withdrawn ones included."""
    wanted, found = list(ids), set[str]()
    for start in range(0, len(wanted), 500):
        found.update(db.scalars(select(Fact.id).where(Fact.kind == kind, Fact.id.in_(wanted[start : start + 500]))))
    return found


def find_fact(db: Connection, kind: str, id_: str) -> tuple[str, KeptFact] | None:
    """The feed it belongs to and the fact, or None."""
    row = db.execute(_ONE, {"kind": kind, "id": id_}).one_or_none()
    return None if row is None else (row[0], KeptFact(*row[1:]))


def read_walk(db: Connection, feed: str, kind: str, *, below: str | None, top: int, limit: int) -> list[KeptFact]:
    """Living facts of one kind, greatest rank first, under `below` and not changed since `top`."""
    values = {"feed": feed, "kind": kind, "top": top, "limit": limit}
    rows = db.execute(_WALK, values) if below is None else db.execute(_WALK_ON, values | {"below": below})
    return [KeptFact(*row) for row in rows]


def read_sequence(db: Connection, feed: str, *, after: int, top: int, limit: int) -> list[KeptFact]:
    """Facts changed after one sequence and up to another, withdrawn ones included, in the order of their changes."""
    found = db.execute(_SEQUENCE, {"feed": feed, "after": after, "top": top, "limit": limit})
    return [KeptFact(*row) for row in found]


def all_living(db: Connection, feed: str, kind: str) -> list[dict[str, Any]]:
    """Every living fact of one kind of one feed, read, the greatest rank first."""
    query = select(Fact.document).where(Fact.feed == feed, Fact.kind == kind, Fact.document.is_not(None))
    return [json.loads(document or "null") for document in db.scalars(query.order_by(Fact.rank.desc()))]
