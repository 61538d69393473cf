"""The pages of an encrypted file one by one, without its tree: for a file whose first page or schema cannot be read.

SQLCipher 4: 4096 bytes a page, the last 80 are the IV (16) and HMAC-SHA512 (64) over the ciphertext, the IV and the
page's number (little-endian); AES-256-CBC under the raw key; the first 16 bytes of page 1 salt the key of the HMAC.
A page is given only when its HMAC is right. What a WAL holds of whole commits goes before what the file holds, as in
SQLite. Only reads. What the pages say is storage.leaves'.
"""

import hashlib
import hmac
from collections.abc import Iterator
from itertools import chain, islice, product
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, Final, Self

from storage.connection import DatabaseFile, has_wal
from storage.files import disk_errors

PAGE: Final = 4096
GUESSED_AT: Final = 8  # pages: 4,096 salts are tried on them, half a second
USABLE: Final = PAGE - 80
_MAC_AT: Final = USABLE + 16
_SALT: Final = 16
_WAL_HEADER: Final = 32
_FRAME_HEADER: Final = 24


class Pages:
    """A damaged file, open for reading. Closes as a context manager."""

    def __init__(self, file: DatabaseFile) -> None:
        self._key = file.key
        self._path = file.path
        with disk_errors(file.path):
            self._file = file.path.open("rb")
            self._wal = _wal_of(file.path)
            self.count = file.path.stat().st_size // PAGE  # pages that are there whole, in the file or in the WAL
            self._mac_key: bytes | None = None
            self._newer: dict[int, int] = {}  # page -> where in the WAL
            self._mac_key = self._fitting_key()
            self._newer = self._committed()
        self.count = max((self.count, *self._newer))

    def plain(self, number: int) -> bytes | None:
        """The 4016 usable bytes of page `number` (from 1), or None when they are not what was written."""
        with disk_errors(self._path):
            raw = self._raw(number)
        if not self._is_authentic(raw, number, self._mac_key):
            return None
        from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes  # as in storage.envelope

        start = _SALT if number == 1 else 0
        opening = Cipher(algorithms.AES256(self._key), modes.CBC(raw[USABLE:_MAC_AT])).decryptor()
        return bytes(start) + opening.update(raw[start:USABLE]) + opening.finalize()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._file.close()
        if self._wal is not None:
            self._wal.close()

    def _raw(self, number: int) -> bytes:
        if self._wal is not None and number in self._newer:
            return _read(self._wal, self._newer[number], PAGE)
        return _read(self._file, (number - 1) * PAGE, PAGE)

    def _is_authentic(self, raw: bytes, number: int, mac_key: bytes | None) -> bool:
        if mac_key is None or len(raw) < PAGE:
            return False
        said = raw[_SALT if number == 1 else 0 : _MAC_AT] + number.to_bytes(4, "little")
        return hmac.compare_digest(hmac.digest(mac_key, said, "sha512"), raw[_MAC_AT:])

    def _fitting_key(self) -> bytes | None:
        """From the first salt that any page fits; None when none does: then no page is believed."""
        for salt, looked_at in self._salts():
            mac_key = _mac_key(self._key, salt)
            pages = ((number, self._raw(number)) for number in range(1, looked_at + 1))
            waiting = ((number, self._frame(at)) for at, number, _size in islice(self._frames(), looked_at))
            if any(self._is_authentic(raw, number, mac_key) for number, raw in chain(pages, waiting)):
                return mac_key
        return None

    def _salts(self) -> Iterator[tuple[bytes, int]]:
        """Salts, and in how many pages to look: the file's, the WAL's, and the file's with any one byte another."""
        first = self._raw(1)[:_SALT]
        yield first, self.count
        yield from ((self._frame(at)[:_SALT], self.count) for at, number, _size in self._frames() if number == 1)
        for place, byte in product(range(len(first)), range(256)):
            yield first[:place] + bytes([byte]) + first[place + 1 :], min(self.count, GUESSED_AT)

    def _frame(self, at: int) -> bytes:
        return b"" if self._wal is None else _read(self._wal, at, PAGE)

    def _frames(self) -> Iterator[tuple[int, int, int]]:
        """Where the page of each frame begins, its number, and the size of the file when the frame ends a commit."""
        if self._wal is None:
            return
        salts = _read(self._wal, 16, 8)
        at = _WAL_HEADER
        while len(head := _read(self._wal, at, _FRAME_HEADER)) == _FRAME_HEADER and head[8:16] == salts:
            yield at + _FRAME_HEADER, int.from_bytes(head[:4], "big"), int.from_bytes(head[4:8], "big")
            at += _FRAME_HEADER + PAGE

    def _committed(self) -> dict[int, int]:
        """The newest place of each page in the WAL, as far as commits are whole."""
        found: dict[int, int] = {}
        pending: dict[int, int] = {}
        for at, number, size in self._frames():
            if not self._is_authentic(self._frame(at), number, self._mac_key):
                break
            pending[number] = at
            if size:
                found |= pending
                pending = {}
        return found


def _mac_key(key: bytes, salt: bytes) -> bytes:
    return hashlib.pbkdf2_hmac("sha512", key, bytes(byte ^ 0x3A for byte in salt), 2, 32)


def _wal_of(path: Path) -> BinaryIO | None:
    return path.with_name(path.name + "-wal").open("rb") if has_wal(path) else None


def _read(file: BinaryIO, at: int, size: int) -> bytes:
    file.seek(at)
    return file.read(size)
