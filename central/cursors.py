"""The cursor of the change feed: opaque to clients, never expiring, naming epoch, position and sequences.

Two forms. Walking: inside the first walk, with the tops that were fixed when it began. Resting: the walk is over, or
never needed; everything up to these sequences was given.
"""

import base64
import json
import re
from dataclasses import dataclass

LONGEST = 512
_SHORT = re.compile(r"([0-9a-z]{1,64})\.(0|[1-9][0-9]{0,17})\.(0|[1-9][0-9]{0,17})")


class BadCursorError(Exception):
    """Not one of ours."""


@dataclass(frozen=True, slots=True)
class Resting:
    """Everything up to here was given."""

    epoch: str
    seq: int
    commons: int


@dataclass(frozen=True, slots=True)
class Walking:
    """Inside the first walk: `stage` counts its kinds, `below` is the rank of the last fact given of that kind."""

    epoch: str
    seq: int  # the tops of the walk
    commons: int
    stage: int
    below: str | None


Cursor = Resting | Walking


def write_cursor(cursor: Cursor) -> str:
    """As the client carries it: URL-safe signs only. Short at rest, because it travels with every question."""
    short = f"{cursor.epoch}.{cursor.seq}.{cursor.commons}"
    return short if isinstance(cursor, Resting) and _SHORT.fullmatch(short) else _in_full(cursor)


def read_cursor(text: str) -> Cursor:
    """BadCursorError for anything that was never written: one cursor, one spelling, and at rest the one of before."""
    if len(text) > LONGEST:
        raise BadCursorError
    if short := _SHORT.fullmatch(text):
        return Resting(short[1], int(short[2]), int(short[3]))
    try:
        padded = text.encode("ascii") + b"=" * (-len(text) % 4)
        match json.loads(base64.b64decode(padded, b"-_", validate=True)):
            case [str(epoch), int(seq), int(commons)]:
                cursor: Cursor = Resting(epoch, seq, commons)
            case [str(epoch), int(seq), int(commons), int(stage), (str() | None) as below]:
                cursor = Walking(epoch, seq, commons, stage, below)
            case _:
                raise BadCursorError
        spelled = _in_full(cursor)
    except (ValueError, RecursionError) as error:
        raise BadCursorError from error
    if spelled != text:
        raise BadCursorError
    return cursor


def _in_full(cursor: Cursor) -> str:
    members: list[str | int | None] = [cursor.epoch, cursor.seq, cursor.commons]
    if isinstance(cursor, Walking):
        members += [cursor.stage, cursor.below]
    text = json.dumps(members, ensure_ascii=False, separators=(",", ":"))
    return base64.urlsafe_b64encode(text.encode()).decode().rstrip("=")
