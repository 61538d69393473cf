"""The change feed: from a cursor to a page. Reads only; see docs/protocol.md for what it promises.

All reading of one page is bounded by the heads read first, so that a change made meanwhile is not half seen: it has a
higher sequence and comes later, on any database.
"""

from dataclasses import dataclass

from sqlalchemy import Connection

from central.cursors import BadCursorError, Cursor, Resting, Walking
from central.store.facts import Heads, KeptFact, read_sequence, read_walk
from central.store.schema import COMMONS

Stages = tuple[tuple[str, bool], ...]

# What the first walk brings, in this order. True: it is everybody's. New ones come last: cursors count them.
STAGES: Stages = (
    ("person", False),
    ("pay_day", True),
    ("concept", True),
    ("legajo_record", False),
    ("paper", False),
    ("request", False),
    ("payslip", False),
    ("look", False),
)


@dataclass(frozen=True, slots=True)
class FeedPage:
    """Facts, the cursor after them, and where the sequences stood."""

    facts: tuple[KeptFact, ...]
    cursor: Cursor
    heads: Heads

    @property
    def more(self) -> bool:
        """Whether there is something after the cursor."""
        return not is_at_rest(self.cursor, self.heads)


def is_at_rest(cursor: Cursor | None, heads: Heads) -> bool:
    """Whether everything there is was given."""
    return cursor == Resting(heads.epoch, heads.seq, heads.commons)


def is_ahead(cursor: Cursor | None, heads: Heads) -> bool:
    """Whether the cursor saw more than there is: the store went back in time under the same epoch."""
    return (
        cursor is not None
        and cursor.epoch == heads.epoch
        and (cursor.seq > heads.seq or cursor.commons > heads.commons)
    )


def read_page(
    db: Connection, feed: str, cursor: Cursor | None, heads: Heads, *, size: int, stages: Stages = STAGES
) -> FeedPage:
    """The page after `cursor`; a walk from the beginning when there is none or it is of another epoch."""
    if cursor is None or cursor.epoch != heads.epoch:
        cursor = Walking(heads.epoch, heads.seq, heads.commons, 0, None)
    if isinstance(cursor, Walking):
        return _walk(db, feed, cursor, heads, size, stages)
    return _follow(db, feed, cursor, heads, size)


def _walk(db: Connection, feed: str, start: Walking, heads: Heads, size: int, stages: Stages) -> FeedPage:
    if not 0 <= start.stage < max(1, len(stages)):
        raise BadCursorError
    facts: list[KeptFact] = []
    below = start.below
    for stage in range(start.stage, len(stages)):
        kind, common = stages[stage]
        room = size - len(facts)
        found = read_walk(
            db,
            COMMONS if common else feed,
            kind,
            below=below,
            top=start.commons if common else start.seq,
            limit=room + 1,
        )
        facts += found[:room]
        if len(found) > room:
            last = found[room - 1].rank if room else below
            return FeedPage(tuple(facts), Walking(start.epoch, start.seq, start.commons, stage, last), heads)
        below = None
    return FeedPage(tuple(facts), Resting(start.epoch, start.seq, start.commons), heads)


def _follow(db: Connection, feed: str, start: Resting, heads: Heads, size: int) -> FeedPage:
    own = read_sequence(db, feed, after=start.seq, top=heads.seq, limit=size + 1)
    if len(own) > size:
        own = own[:size]
        return FeedPage(tuple(own), Resting(start.epoch, own[-1].seq, start.commons), heads)
    room = size - len(own)
    common = read_sequence(db, COMMONS, after=start.commons, top=heads.commons, limit=room + 1)
    reached = heads.commons
    if len(common) > room:
        common = common[:room]
        reached = common[-1].seq if common else start.commons
    return FeedPage((*own, *common), Resting(start.epoch, heads.seq, reached), heads)
