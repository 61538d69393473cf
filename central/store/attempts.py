"""Sign-in attempts under one name: how long the next one must wait. Names without an account count alike."""

import hashlib
from dataclasses import dataclass

from sqlalchemy import Connection, delete, insert, select, update

from central.store.accounts import fold
from central.store.schema import Attempt

FORGOTTEN_AFTER = 86_400  # seconds without an attempt


@dataclass(frozen=True, slots=True)
class Patience:
    """How many failures are free, and how long the waits after them are (seconds, doubling)."""

    allowed: int
    first_wait: int
    longest_wait: int

    def wait_after(self, failures: int) -> int:
        """Seconds to wait after so many failures in a row."""
        over = failures - self.allowed
        return 0 if over < 0 else min(self.first_wait * 2 ** min(over, 30), self.longest_wait)


def seconds_to_wait(db: Connection, user: str, *, now: int) -> int:
    """0 when an attempt may be made now."""
    not_before = db.scalar(select(Attempt.not_before).where(Attempt.user == _name(user)))
    return max(0, (not_before or 0) - now)


def charge_attempt(db: Connection, user: str, patience: Patience, *, now: int) -> None:
    """Count an attempt as failed before it is tried, so that many at once gain nothing."""
    db.execute(delete(Attempt).where(Attempt.last < now - FORGOTTEN_AFTER))
    name = _name(user)
    count = (db.scalar(select(Attempt.count).where(Attempt.user == name)) or 0) + 1
    values = {"count": count, "not_before": now + patience.wait_after(count), "last": now}
    if count == 1:
        db.execute(insert(Attempt).values(user=name, **values))
    else:
        db.execute(update(Attempt).where(Attempt.user == name).values(**values))


def forgive_attempts(db: Connection, user: str) -> None:
    """The attempt was right: start counting anew."""
    db.execute(delete(Attempt).where(Attempt.user == _name(user)))


def _name(user: str) -> str:
    return hashlib.sha256(fold(user).encode()).hexdigest()  # people type passwords into the wrong field
