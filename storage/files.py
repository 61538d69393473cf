"""Small files written whole or not at all, private from their first byte. Not for databases."""

import errno
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Event

from storage.errors import DiskFullError, DiskTroubleError, FolderDeniedError, StorageError

PRIVATE_FILE = 0o600
PRIVATE_FOLDER = 0o700
UNFINISHED_SUFFIX = ".part"
SMALL_FILE = 64 * 1024  # bytes

HELD_FOR = (0.05, 0.1, 0.2, 0.4, 0.8)  # seconds between tries

_HELD = {5, 32, 33}  # Windows: access denied, sharing violation, lock violation
_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_DENIED = {
    errno.EACCES,
    errno.EPERM,
    errno.EROFS,
    errno.ENOTDIR,
    errno.EISDIR,
    errno.EEXIST,
}  # the last: Windows, a file in the way


@contextmanager
def disk_errors(path: Path) -> Iterator[None]:
    """Turn what the operating system says about `path` into the tree of storage.errors."""
    try:
        yield
    except OSError as error:
        raise _named(error, path) from error


def write_whole(path: Path, content: bytes) -> None:
    """Replace `path` in one step: a crash at any point leaves the old content or the new one, never a mixture."""
    part = path.with_name(path.name + UNFINISHED_SUFFIX)
    with disk_errors(path):
        try:
            _write_private(part, content)
            move(part, path)
        except OSError:
            with suppress(OSError):
                part.unlink(missing_ok=True)
            raise
        settle_folder(path.parent)


def move(file: Path, to: Path) -> None:
    """Rename over whatever is there. On Windows a virus scanner or an indexer holds a new file for a moment, and the
    rename is refused meanwhile: that is waited for, a second and a half at most. Raises OSError."""
    for seconds in HELD_FOR:
        try:
            file.replace(to)
        except PermissionError as error:
            if getattr(error, "winerror", None) not in _HELD:
                raise
            Event().wait(seconds)
        else:
            return
    file.replace(to)


def make_private_folder(directory: Path) -> None:
    """Create the folder for its owner alone; an existing empty one is taken over, a used one keeps its rights."""
    with disk_errors(directory):
        directory.mkdir(parents=True, exist_ok=True, mode=PRIVATE_FOLDER)
        if not any(directory.iterdir()):
            with suppress(OSError):  # a stick formatted as FAT has no rights to set
                directory.chmod(PRIVATE_FOLDER)


def touch_private(path: Path) -> None:
    """Create an empty file that only its owner may read; an existing one stays as it is."""
    with disk_errors(path):
        os.close(os.open(path, os.O_WRONLY | os.O_CREAT, PRIVATE_FILE))


def settle_folder(directory: Path) -> None:
    """Make creations and renames in the folder survive a power cut. Windows does it by itself and cannot be asked."""
    if os.name == "nt":
        return
    handle = os.open(directory, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def has_no_room(directory: Path) -> bool:
    """Whether not even a small new file would fit on this disk."""
    try:
        return shutil.disk_usage(directory).free < SMALL_FILE
    except OSError:
        return False


def _write_private(path: Path, content: bytes) -> None:
    """Write and fsync; the mode is set before the first byte is there."""
    path.unlink(missing_ok=True)
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), PRIVATE_FILE)
    with os.fdopen(handle, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _named(error: OSError, path: Path) -> StorageError:
    if error.errno in _FULL:
        return DiskFullError(str(error))
    if error.errno in _DENIED:
        return FolderDeniedError(path)
    return DiskTroubleError(str(error))
