"""Files in the folder, whole or not at all, and never over another one."""

import errno
import os
import shutil
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from hashlib import sha256
from pathlib import Path
from typing import Final

from documents.packet.errors import FolderTrouble, PacketFolderError

_TROUBLES: Final = {
    errno.ENOSPC: FolderTrouble.FULL,
    errno.EDQUOT: FolderTrouble.FULL,
    errno.EFBIG: FolderTrouble.FULL,  # the limit of a FAT stick or of the account
    errno.EACCES: FolderTrouble.DENIED,
    errno.EPERM: FolderTrouble.DENIED,
    errno.EROFS: FolderTrouble.DENIED,
    errno.ENOENT: FolderTrouble.GONE,
    errno.ENOTDIR: FolderTrouble.GONE,
    errno.ENODEV: FolderTrouble.GONE,
    errno.EEXIST: FolderTrouble.EXISTS,
}


@contextmanager
def working_folder(folder: Path) -> Iterator[Path]:
    """A folder of one's own inside the given one, gone afterwards. Faults of the disk become PacketFolderError."""
    try:
        work = Path(tempfile.mkdtemp(prefix=".paquete-", suffix=".part", dir=folder))
        try:
            yield work
        finally:
            shutil.rmtree(work, ignore_errors=True)
    except OSError as error:
        raise PacketFolderError(folder, _TROUBLES.get(error.errno or 0, FolderTrouble.TROUBLE)) from error


def publish(made: Sequence[tuple[Path, Path]]) -> None:
    """Give finished files their names: all of them or none. Raises PacketFolderError when a name is taken."""
    taken = [target for _, target in made if target.exists()]
    if taken:
        raise PacketFolderError(taken[0], FolderTrouble.EXISTS)
    done: list[Path] = []
    try:
        for file, target in made:
            _flush(file)
            file.replace(target)
            done.append(target)
    except OSError:
        for target in done:
            with suppress(OSError):
                target.unlink()
        raise
    if made:
        _flush_names(made[0][1].parent)


def _flush(file: Path) -> None:
    with file.open("rb+") as opened:
        os.fsync(opened.fileno())


def _flush_names(folder: Path) -> None:
    """Windows keeps names by itself and opens no folders."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def file_digest(file: Path) -> str:
    """SHA-256 of a file, read in pieces."""
    whole = sha256()
    with file.open("rb") as opened:
        while piece := opened.read(1 << 20):
            whole.update(piece)
    return whole.hexdigest()
