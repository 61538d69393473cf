"""Locks when the person leaves the session: the computer is locked, another user comes in, or it goes to sleep (S11).

Only Windows tells; elsewhere `IdleWatch` alone looks after it. A message of Windows is told by two numbers.
"""

import sys
from collections.abc import Callable
from contextlib import suppress

from PySide6.QtCore import QObject, Qt, Signal

# winuser.h, wtsapi32.h
_POWER, _SUSPEND = 0x0218, 0x0004  # WM_POWERBROADCAST, PBT_APMSUSPEND
_SESSION = 0x02B1  # WM_WTSSESSION_CHANGE
_CONSOLE_GONE, _REMOTE_GONE, _LOGGED_OFF, _LOCKED = 0x2, 0x4, 0x6, 0x7


def means_leaving(message: int, what: int) -> bool:
    """Whether this message of Windows says that nobody sits before the program any longer."""
    if message == _POWER:
        return what == _SUSPEND
    return message == _SESSION and what in (_CONSOLE_GONE, _REMOTE_GONE, _LOGGED_OFF, _LOCKED)


class SessionWatch(QObject):
    """`left` when the person leaves; once, and after the message was answered."""

    left = Signal()
    _heard = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._over = False
        self._heard.connect(self._leave, Qt.ConnectionType.QueuedConnection)
        self._stop: Callable[[], None] = lambda: None
        with suppress(OSError):  # a Windows that gives no window for it: then idleness alone locks
            self._stop = _listen(self.hear)

    def hear(self, message: int, what: int) -> None:
        """A message came."""
        if means_leaving(message, what):
            self._heard.emit()

    def stop(self) -> None:
        """Watch no more. Harmless when stopped already."""
        self._over = True
        self._stop()

    def _leave(self) -> None:
        if not self._over:
            self.stop()
            self.left.emit()


if sys.platform == "win32":
    from desktop.tasks.windows_messages import listen as _listen
else:

    def _listen(hear: Callable[[int, int], None]) -> Callable[[], None]:  # noqa: ARG001 - nobody tells here
        return lambda: None
