"""Whether a packet's changes follow what is here. Pure: told where the facts here stand and what a packet holds.

    here                              the packet                                     verdict
    nothing yet                       everything                                     APPLY
    up to N of this epoch             up to less than N                              OLD
                                      everything, or from N or before                APPLY
                                      from after N                                   GAP
    another epoch, newer by the       anything made before                           OLD
    office's clock                    everything, made later                         APPLY
                                      changes                                        GAP

What is put twice is the same twice, so a packet may begin before where we are; it must not end before. A cursor at rest
says where it stands (docs/protocol.md, "Memory sticks"); inside a walk, and for cursors of before, nothing is known but
the office's clock.
"""

import re
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from storage.records import SyncMark

_AT_REST = re.compile(r"([0-9a-z]{1,64})\.(\d{1,18})\.(\d{1,18})")


class Fate(StrEnum):
    """What is to be done with a packet."""

    APPLY = "apply"
    OLD = "old"
    GAP = "gap"


@dataclass(frozen=True, slots=True)
class Position:
    """Everything up to here was given."""

    epoch: str
    seq: int
    commons: int

    def reaches(self, other: "Position") -> bool:
        """Whether nothing of `other` is after it."""
        return self.seq >= other.seq and self.commons >= other.commons


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """What a packet holds. `start` None: everything, or what follows `since` inside a walk."""

    epoch: str
    since: str | None
    start: Position | None
    end: Position | None  # None: there is more after it
    made: datetime

    @property
    def is_whole(self) -> bool:
        """Whether it begins at the beginning."""
        return self.since is None or (self.start is not None and self.start.epoch != self.epoch)


def position_of(cursor: str | None) -> Position | None:
    """Where facts stand, when the cursor is at rest and says so."""
    found = _AT_REST.fullmatch(cursor or "")
    return None if found is None else Position(found[1], int(found[2]), int(found[3]))


def judge(mark: SyncMark, offer: Offer) -> Fate:
    """What is to be done with it."""
    if mark.cursor is None or mark.epoch != offer.epoch:
        return _of_another_epoch(mark, offer)
    here = position_of(mark.cursor)
    if here is not None and offer.end is not None:
        if not offer.end.reaches(here):
            return Fate.OLD
    elif offer.is_whole and _is_earlier(mark, offer):
        return Fate.OLD
    if offer.is_whole:
        return Fate.APPLY
    return Fate.APPLY if _follows(mark, here, offer) else Fate.GAP


def _of_another_epoch(mark: SyncMark, offer: Offer) -> Fate:
    if _is_earlier(mark, offer):
        return Fate.OLD
    return Fate.APPLY if offer.is_whole else Fate.GAP


def _is_earlier(mark: SyncMark, offer: Offer) -> bool:
    return mark.server_time is not None and offer.made < mark.server_time


def _follows(mark: SyncMark, here: Position | None, offer: Offer) -> bool:
    if offer.since == mark.cursor:
        return True
    return here is not None and offer.start is not None and here.reaches(offer.start)
