"""Files on a memory stick: written whole, fsynced, renamed and read back, or not there at all.

Knows nothing of what is in them. A stick is slow, full, read-only, FAT32, or pulled while we write: each has its code.
"""

import errno
import hashlib
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from documents.stick.header import SUFFIX
from storage.files import UNFINISHED_SUFFIX, move, settle_folder
from sync.stick.errors import CarryError

LARGEST = 2**32 - 1  # bytes of a file on FAT32
ROOM = 64 * 1024  # bytes that stay free: a folder grows, too
BLOCK = 1 << 20
_FULL = {errno.ENOSPC, errno.EDQUOT}
_READ_ONLY = {errno.EROFS, errno.EACCES, errno.EPERM}
_GONE = {errno.ENOENT, errno.ENODEV, errno.ENXIO, errno.EIO, errno.ENOTDIR, errno.ESTALE, errno.EBADF}


@dataclass(frozen=True, slots=True)
class WrittenFile:
    """A file that is on the stick, as it was read back."""

    path: Path
    size: int
    sha256: str


@contextmanager
def stick_errors() -> Iterator[None]:
    """Turn what the operating system says into CarryError."""
    try:
        yield
    except OSError as error:
        raise CarryError(_code(error), str(error)) from error


def write_file(
    folder: Path, name: str, write: Callable[[BinaryIO], None], *, needed: int, good: Callable[[], None] | None = None
) -> WrittenFile:
    """Write `name`.chasqui into `folder`; never over another file: it gets a number. `needed`: bytes, about.

    `good` is called when the file has been read back and before it has its name. CarryError, and nothing is left.
    """
    with stick_errors():
        _require_room(folder, needed)
        path = _free_name(folder, name)
        part = path.with_name(path.name + UNFINISHED_SUFFIX)
        try:
            written = _written(part, write)
            _require_same(part, written.sha256)
            if good is not None:
                good()
            move(part, path)
            settle_folder(folder)
        except BaseException:
            with suppress(OSError):
                part.unlink(missing_ok=True)
            raise
    return WrittenFile(path, written.size, written.sha256)


@contextmanager
def reading(path: Path) -> Iterator[BinaryIO]:
    """Open a file for reading; what the stick does meanwhile comes as CarryError."""
    with stick_errors(), path.open("rb") as file:
        yield file


def packets_in(folder: Path) -> tuple[Path, ...]:
    """The packets that lie in a folder, the newest name last."""
    with stick_errors():
        found = [entry for entry in folder.iterdir() if entry.suffix.lower() == SUFFIX and entry.is_file()]
    return tuple(sorted(found, key=lambda path: path.name))


def _written(part: Path, write: Callable[[BinaryIO], None]) -> WrittenFile:
    with part.open("w+b") as file:
        write(file)
        size = file.seek(0, os.SEEK_END)
        if size > LARGEST:
            raise CarryError("stick-file-too-big", str(size))
        file.flush()
        os.fsync(file.fileno())
        file.seek(0)
        return WrittenFile(part, size, _digest(file))


def _require_same(part: Path, sha256: str) -> None:
    if _read_back(part) != sha256:
        raise CarryError("stick-spoiled", part.name)


def _read_back(part: Path) -> str:
    with part.open("rb") as file:
        if hasattr(os, "posix_fadvise"):  # from the stick, and not from memory
            os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)
        return _digest(file)


def _digest(file: BinaryIO) -> str:
    digest = hashlib.sha256()
    while block := file.read(BLOCK):
        digest.update(block)
    return digest.hexdigest()


def _require_room(folder: Path, needed: int) -> None:
    if needed > LARGEST:
        raise CarryError("stick-file-too-big", str(needed))
    free = shutil.disk_usage(folder).free
    if free < needed + ROOM:
        raise CarryError("stick-full", f"{needed + ROOM - free}")


def _free_name(folder: Path, name: str) -> Path:
    path, number = folder / f"{name}{SUFFIX}", 1
    while path.exists() or path.with_name(path.name + UNFINISHED_SUFFIX).exists():
        number += 1
        path = folder / f"{name}-{number}{SUFFIX}"
    return path


def _code(error: OSError) -> str:
    if error.errno in _FULL:
        return "stick-full"
    if error.errno == errno.EFBIG:
        return "stick-file-too-big"
    if error.errno in _READ_ONLY:
        return "stick-read-only"
    return "stick-gone" if error.errno in _GONE else "stick-trouble"
