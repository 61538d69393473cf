"""Virtual time: one true time, which the office has, and the clock of each computer, which may be wrong by years."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

BEGIN = datetime(2026, 11, 16, 15, 0, tzinfo=UTC)  # a Monday morning in Peru


@dataclass
class Time:
    """The true time, moved by hand."""

    seconds: float = 0.0

    @property
    def true(self) -> datetime:
        """What the office's clock says."""
        return BEGIN + timedelta(seconds=self.seconds)

    def pass_seconds(self, seconds: float) -> None:
        """Let time go on."""
        self.seconds += seconds


@dataclass
class DeviceClock:
    """A computer's two clocks (`sync.clock.Clock`)."""

    time: Time
    wrong_by: timedelta = timedelta()

    def now(self) -> datetime:
        """The wall clock."""
        return self.time.true + self.wrong_by

    def monotonic(self) -> float:
        """Goes on whatever the wall clock does."""
        return self.time.seconds
