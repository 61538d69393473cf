"""Sealed packets as an office's computer keeps them for others: many in one file, fsynced once, and one transaction.

A stick with a thousand packets would wait for the disk a thousand times otherwise. The file is whole and has its name
before any row says that a packet is here; it goes when no row needs it any more.
"""

import hashlib
import io
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from typing import BinaryIO, cast

from typing_extensions import override

from documents.stick.header import MAGIC, Part, begun
from storage import stick
from storage.connection import Connection
from storage.files import UNFINISHED_SUFFIX, disk_errors, move, settle_folder
from storage.stick import Carried
from storage.vault import Vault
from sync.identifiers import new_id
from sync.stick.errors import CarryError

BLOCK = 1 << 20


class Pack:
    """Packets that are being taken in. `settle` keeps them; what was not settled is gone. One thread."""

    def __init__(self, vault: Vault, box: Connection) -> None:
        self._vault, self._box = vault, box
        self._known = {each.sha256 for each in stick.carried(box, "up") if each.told != stick.LOST}
        self._rows: list[Carried] = []
        self._part = vault.directory / f"carried-{new_id().replace('-', '').ljust(64, '0')}.chasqui{UNFINISHED_SUFFIX}"
        self._out: BinaryIO | None = None

    @property
    def size(self) -> int:
        """Bytes that wait to be settled."""
        return self._out.tell() if self._out else 0

    def add(self, file: BinaryIO, part: Part, like: Carried) -> tuple[Carried, bool]:
        """Copy a part of a file; how it is carried, and whether it was not here. `like`: what else is known of it.

        CarryError when the file ends in the middle of it.
        """
        out, digest = self._opened(), hashlib.sha256(MAGIC)
        start = out.tell()
        for block in _blocks(file, part):
            digest.update(block)
            with disk_errors(self._part):
                out.write(block)
        row = replace(like, sha256=digest.hexdigest(), size=len(MAGIC) + out.tell() - start, start=start)
        if row.sha256 in self._known:
            out.seek(start)
            out.truncate()
            return row, False
        self._known.add(row.sha256)
        self._rows.append(row)
        return row, True

    def settle(self) -> tuple[Carried, ...]:
        """Everything that was added is here for good; in order."""
        rows, out = tuple(self._rows), self._out
        if out is None or not rows:
            self.close()
            return ()
        with disk_errors(self._part):
            out.flush()
            os.fsync(out.fileno())
            out.close()
            name = f"carried-{hashlib.sha256(''.join(row.sha256 for row in rows).encode()).hexdigest()}.chasqui"
            move(self._part, self._vault.directory / name)
            settle_folder(self._vault.directory)
        kept = tuple(replace(row, pack=name) for row in rows)
        drop(self._vault, *stick.carry(self._box, kept))
        self._out, self._rows = None, []
        return kept

    def close(self) -> None:
        """Forget what was not settled."""
        if self._out is not None:
            self._out.close()
        with suppress(OSError):
            self._part.unlink(missing_ok=True)
        self._out, self._rows = None, []

    def _opened(self) -> BinaryIO:
        if self._out is None:
            with disk_errors(self._part):
                self._out = self._part.open("w+b")
                self._out.write(MAGIC)
        return self._out


@contextmanager
def packing(vault: Vault, box: Connection) -> Iterator[Pack]:
    """A pack that leaves nothing unfinished behind."""
    pack = Pack(vault, box)
    try:
        yield pack
    finally:
        pack.close()


@contextmanager
def opened(vault: Vault, carried: Carried) -> Iterator[BinaryIO]:
    """A carried packet, as the file of its own that it was. FileNotFoundError when its bytes are gone."""
    with (vault.directory / carried.file).open("rb") as file:
        yield cast("BinaryIO", _Window(file, carried.start, carried.size))


def drop(vault: Vault, *names: str) -> None:
    """Files that nothing needs any more."""
    for name in names:
        with disk_errors(vault.directory):
            (vault.directory / name).unlink(missing_ok=True)


class _Window(io.RawIOBase):
    """One packet in a file of many, read as if it stood alone."""

    def __init__(self, file: BinaryIO, start: int, size: int) -> None:
        super().__init__()
        self._file, self._start, self._size = file, start, size
        self._at = 0

    @override
    def readable(self) -> bool:
        return True

    @override
    def seekable(self) -> bool:
        return True

    @override
    def seek(self, offset: int, whence: int = os.SEEK_SET) -> int:
        begin = {os.SEEK_SET: 0, os.SEEK_CUR: self._at, os.SEEK_END: self._size}[whence]
        self._at = max(0, begin + offset)
        return self._at

    @override
    def read(self, size: int = -1) -> bytes:
        left = max(0, self._size - self._at)
        wanted = left if size < 0 else min(size, left)
        head = MAGIC[self._at : self._at + wanted]
        self._file.seek(self._start + max(0, self._at - len(MAGIC)))
        found = head + self._file.read(wanted - len(head))
        self._at += len(found)
        return found


def _blocks(file: BinaryIO, part: Part) -> Iterator[bytes]:
    yield begun(part.raw, part.length)
    left, at = part.length, part.start
    while left > 0:
        file.seek(at)
        block = file.read(min(BLOCK, left))
        if not block:
            raise CarryError("damaged", "cut short")
        left, at = left - len(block), at + len(block)
        yield block
