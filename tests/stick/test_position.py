"""Whether a packet follows what is here: the table of `sync.core.position`, row by row."""

from datetime import UTC, datetime, timedelta

import pytest

from central.cursors import Resting, Walking, write_cursor
from storage.records import SyncMark
from sync.core.position import Fate, Offer, Position, judge, position_of

NOW = datetime(2026, 12, 1, tzinfo=UTC)
EARLIER, LATER = NOW - timedelta(hours=1), NOW + timedelta(hours=1)
WALKING = write_cursor(Walking("aa", 9, 9, 3, "2026-01"))


def mark(cursor: str | None = "aa.5.5", *, more: bool = False, epoch: str = "aa") -> SyncMark:
    return SyncMark(epoch=epoch if cursor else None, cursor=cursor, more=more, server_time=NOW)


def offer(
    since: str | None, start: Position | None, end: Position | None, *, made: datetime = LATER, epoch: str = "aa"
) -> Offer:
    return Offer(epoch=epoch, since=since, start=start, end=end, made=made)


def at(seq: int, commons: int = 5, epoch: str = "aa") -> Position:
    return Position(epoch, seq, commons)


def test_a_cursor_at_rest_says_where_it_stands_and_no_other_does() -> None:
    assert position_of(write_cursor(Resting("d01", 12, 3))) == Position("d01", 12, 3)
    assert position_of(WALKING) is None
    assert position_of(None) is None
    assert position_of("WyJhYSIsNSw1XQ") is None, "of before"


@pytest.mark.parametrize(
    ("here", "what", "expected"),
    [
        (mark(None), offer(None, None, at(9)), Fate.APPLY),
        (mark(None), offer("aa.5.5", at(5), at(9)), Fate.GAP),
        (mark(None), offer(None, None, at(9), made=EARLIER), Fate.OLD),
        (mark(), offer("aa.5.5", at(5), at(9)), Fate.APPLY),
        (mark(), offer("aa.2.5", at(2), at(5)), Fate.APPLY),
        (mark(), offer("aa.2.5", at(2), at(4)), Fate.OLD),
        (mark(), offer("aa.2.5", at(2), at(9, 4)), Fate.OLD),
        (mark(), offer("aa.6.5", at(6), at(9)), Fate.GAP),
        (mark(), offer("aa.4.6", at(4, 6), at(9, 6)), Fate.GAP),
        (mark(), offer(None, None, at(9), made=EARLIER), Fate.APPLY),
        (mark(), offer(None, None, at(4)), Fate.OLD),
        (mark(), offer(None, None, None, made=EARLIER), Fate.OLD),
        (mark(WALKING, more=True), offer(None, None, at(9), made=EARLIER), Fate.OLD),
        (mark(WALKING, more=True), offer(None, None, at(9)), Fate.APPLY),
        (mark(WALKING, more=True), offer(WALKING, None, at(9)), Fate.APPLY),
        (mark(WALKING, more=True), offer("aa.5.5", at(5), at(9)), Fate.GAP),
        (mark(), offer("aa.5.5", at(5), at(2, 2, "bb"), epoch="bb"), Fate.APPLY),
        (mark(), offer("aa.5.5", at(5), at(2, 2, "bb"), epoch="bb", made=EARLIER), Fate.OLD),
        (mark(), offer("bb.1.1", at(1, 1, "bb"), at(2, 2, "bb"), epoch="bb"), Fate.GAP),
    ],
)  # fmt: skip
def test_every_row_of_the_table(here: SyncMark, what: Offer, expected: Fate) -> None:
    assert judge(here, what) is expected
