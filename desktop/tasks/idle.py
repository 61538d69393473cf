"""Locks when nobody uses the computer: watches keys and pointer, warns, and says when the time is over.

Time is taken from both clocks: the wall clock counts a sleep of the machine, the other one cannot be set back.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer, Signal
from typing_extensions import override

if TYPE_CHECKING:
    from sync.clock import Clock

WARNING = 30  # seconds before the lock
_ACTIVITY = frozenset(
    {
        QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.MouseMove, QEvent.Type.Wheel,
        QEvent.Type.TouchBegin, QEvent.Type.TabletPress,
    }
)  # fmt: skip


class IdleWatch(QObject):
    """`warned(seconds left)` every second of the last 30; `relieved` when somebody came back; `elapsed` at the end."""

    warned = Signal(int)
    relieved = Signal()
    elapsed = Signal()

    def __init__(self, clock: "Clock", minutes: int, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self._limit = minutes * 60.0
        self._warning = False
        self._over = False
        self._last = (clock.now(), clock.monotonic())
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.look)
        self._timer.start(5000)
        app = QCoreApplication.instance()
        if app is not None:
            app.installEventFilter(self)

    def set_minutes(self, minutes: int) -> None:
        """Another limit, from now on."""
        self._limit = minutes * 60.0

    def stop(self) -> None:
        """Watch no more."""
        self._over = True
        self._timer.stop()
        app = QCoreApplication.instance()
        if app is not None:
            app.removeEventFilter(self)

    def touch(self) -> None:
        """Somebody is here; unless the time was over before, as after a sleep of the machine."""
        if self._over:
            return
        if self._idle() >= self._limit:
            self.look()
            return
        self._last = (self._clock.now(), self._clock.monotonic())
        if self._warning:
            self._warning = False
            self._timer.start(5000)
            self.relieved.emit()

    def look(self) -> None:
        """See how long nobody was here."""
        if self._over:
            return
        left = self._limit - self._idle()
        if left <= 0:
            self.stop()
            self.elapsed.emit()
        elif left <= WARNING:
            if not self._warning:
                self._warning = True
                self._timer.start(1000)
            self.warned.emit(round(left))
        else:
            self._timer.start(1000 if left - WARNING < 5 else 5000)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _ACTIVITY:
            self.touch()
        return False

    def _idle(self) -> float:
        wall, steady = self._last
        return max((self._clock.now() - wall).total_seconds(), self._clock.monotonic() - steady)
