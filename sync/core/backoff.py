"""When to try again: full jitter, base 2 s, cap 15 min; the server's Retry-After within limits. Pure: told the time.

Not for waiting, and not for deciding whether an error is worth another try (`sync.errors` says that).
"""

from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

BASE = 2.0  # seconds: the widest spread after the first failure
CAP = 15 * 60.0
FLOOR = 1.0  # full jitter may draw nearly nothing; a failing link is not asked twice within a second
LONGEST_PLEA = 6 * 3600.0  # the longest Retry-After believed
SLACK = 60.0  # a clock set right by seconds makes nobody hurry


def delay(attempt: int, share: float, retry_after: float | None = None) -> float:
    """Seconds until the next try.

    `attempt`: failures in a row, from 1. `share`: in [0, 1), from `sync.identifiers.Chance`. With a Retry-After the
    wait is never shorter than asked, and up to a tenth longer: a herd sent away together must not come back together.
    """
    if retry_after is not None:
        asked = clamp_plea(retry_after)
        return min(LONGEST_PLEA, asked + share * asked / 10)
    widest = min(CAP, BASE * 2.0 ** min(attempt - 1, 20))
    return max(FLOOR, share * widest)


def clamp_plea(seconds: float) -> float:
    """A Retry-After within 1 s and 6 h."""
    return min(LONGEST_PLEA, max(FLOOR, seconds))


def wait_left(not_before: datetime, now: datetime, longest: float) -> float:
    """Seconds from `now` to `not_before`, never below 0 nor above `longest`.

    The plan was made with a clock that may since have jumped. Forward: the plan is due, one early try does no harm.
    Backward: what is further ahead than any wait that could have been planned is due as well. Waiting the longest
    instead would never end: asked again after it, the plan is as far ahead as before.
    """
    left = (not_before - now).total_seconds()
    return min(longest, left) if 0.0 < left <= longest + SLACK else 0.0


def read_plea(value: str | None, date: str | None) -> float | None:
    """Retry-After in seconds, clamped; None when absent or unreadable.

    Both forms of RFC 9110 10.2.3. The date form is measured against the answer's own Date, never against our clock.
    """
    if value is None:
        return None
    text = value.strip()
    if text.isascii() and text.isdecimal():
        return clamp_plea(float(text[:9]))
    then, sent = _read_date(text), _read_date(date or "")
    return clamp_plea((then - sent).total_seconds()) if then and sent else None


def _read_date(text: str) -> datetime | None:
    try:
        date = parsedate_to_datetime(text)
    except ValueError:
        return None
    return date if date.tzinfo else date.replace(tzinfo=UTC)
