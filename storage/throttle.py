"""How long a wrong password holds back the next try. Kept beside the database, so that it survives a restart.

It slows down a person at the keyboard of a shared computer; whoever copies the files away is slowed down by Argon2id
alone. It never erases anything: a child who plays with the password box must not cost anybody their requests.
"""

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import msgspec

from storage.errors import ThrottledError
from storage.files import disk_errors, write_whole

LONGEST_WAIT = 60.0  # seconds


def wait_after(failures: int) -> float:
    """Seconds to wait after so many wrong passwords in a row: 0, 0, 1, 2, 4 ... 60."""
    return 0.0 if failures <= 2 else min(LONGEST_WAIT, float(2 ** min(failures - 3, 10)))


@dataclass(frozen=True, slots=True)
class Throttle:
    """The wrong passwords in a row, and the wait that began at `since` (UTC)."""

    failures: int
    wait: float
    since: datetime


# its beginning lies ahead of every clock, so that the wait starts at the first try
_UNREADABLE = Throttle(failures=9, wait=LONGEST_WAIT, since=datetime.max.replace(tzinfo=UTC))


def read_throttle(path: Path) -> Throttle | None:
    """What is on disk; None when no password was wrong. An unreadable file counts as the longest wait."""
    with disk_errors(path):
        if not path.exists():
            return None
        content = path.read_bytes()
    try:
        found = msgspec.json.decode(content, type=Throttle)
        valid = found.since.tzinfo is not None and found.failures >= 0 and 0 <= found.wait <= LONGEST_WAIT
    except msgspec.DecodeError:
        valid, found = False, _UNREADABLE
    return found if valid else _UNREADABLE


def admit(path: Path, now: datetime) -> None:
    """Let a try through or raise ThrottledError.

    A clock that stands before the beginning of the wait was set back (or was wrong then): the wait starts anew, so that
    setting it back shortens nothing and a wrong clock never locks anybody out for longer than the wait itself.
    """
    throttle = read_throttle(path)
    if throttle is None:
        return
    passed = (now - throttle.since).total_seconds()
    if passed < 0:
        write_whole(path, _encoded(Throttle(throttle.failures, throttle.wait, now)))
        passed = 0.0
    if passed < throttle.wait:
        raise ThrottledError(throttle.wait - passed)


def count_try(path: Path, now: datetime) -> float:
    """Count a try as wrong before it is looked at, so that killing the program does not give it for nothing.

    Returns the wait in seconds that holds if it turns out wrong.
    """
    throttle = read_throttle(path)
    failures = 1 + (throttle.failures if throttle else 0)
    wait = wait_after(failures)
    write_whole(path, _encoded(Throttle(failures, wait, now)))
    return wait


def forgive(path: Path) -> None:
    """The password was right."""
    with disk_errors(path):
        path.unlink(missing_ok=True)


def _encoded(throttle: Throttle) -> bytes:
    return msgspec.json.encode(Throttle(throttle.failures, throttle.wait, throttle.since.astimezone(UTC)))
