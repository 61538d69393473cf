"""The one place that asks what time it is, so that everything else can be told. Not for waiting: wait on an event."""

import time
from datetime import UTC, datetime
from typing import Protocol

from typing_extensions import override


class Clock(Protocol):
    """Time as the engine sees it."""

    def now(self) -> datetime:
        """The wall clock, aware, in UTC. It may jump in either direction."""
        ...

    def monotonic(self) -> float:
        """Seconds that never go back; only differences mean something, and only within this process."""
        ...


class SystemClock(Clock):
    """The computer's own clocks."""

    @override
    def now(self) -> datetime:
        return datetime.now(UTC)

    @override
    def monotonic(self) -> float:
        return time.monotonic()
