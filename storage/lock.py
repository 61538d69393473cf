"""One process at a time per profile. The lock dies with its process, so a crash blocks nobody."""

import os
import sys
from pathlib import Path

from storage.errors import ProfileBusyError
from storage.files import PRIVATE_FILE, disk_errors

if sys.platform == "win32":
    import msvcrt

    def _seize(handle: int) -> None:
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _seize(handle: int) -> None:
        # flock and not lockf: it also keeps a second opening in this same process out
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)


class ProfileLock:
    """Held from construction to `release`. Raises ProfileBusyError when somebody else holds it."""

    def __init__(self, path: Path) -> None:
        with disk_errors(path):
            self._handle: int | None = os.open(path, os.O_RDWR | os.O_CREAT, PRIVATE_FILE)
        try:
            _seize(self._handle)
        except OSError as error:
            self.release()
            raise ProfileBusyError("another process has this profile open") from error

    def release(self) -> None:
        """Let others in. Harmless when released already. Closing the handle is what lets go of the lock."""
        handle, self._handle = self._handle, None
        if handle is not None:
            os.close(handle)
