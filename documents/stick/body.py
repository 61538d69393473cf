"""What is inside a part once it is open: a manifest (JSON) and files, in one zstd stream.

    "CHQBODY1"   u32 length of the manifest   the manifest
    for each file: 1 (one byte)   SHA-256 (32 bytes)   u64 size   its bytes
    0 (one byte)

Payslips of one person are nearly alike: one stream with a long window makes 80 of them as large as two. Reading is
bounded whatever a stream says: window, manifest, each file, and all of it.
"""

import hashlib
import struct
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import IO, Any, Final, cast

from documents.stick.errors import DamagedPacketError, PacketLimitError

MAGIC: Final = b"CHQBODY1"
LONGEST_MANIFEST: Final = 32 * 2**20
LARGEST_FILE: Final = 16 * 2**20
LARGEST_BODY: Final = 2**30  # bytes, unpacked
MOST_FILES: Final = 5000
WINDOW: Final = 23  # log2 of bytes
LEVEL: Final = 6
PIECE: Final = 128 * 1024
_SIZE: Final = struct.Struct(">I")
_FILE: Final = struct.Struct(">B32sQ")


@dataclass(frozen=True, slots=True)
class CarriedFile:
    """A file of a body; its digest is right."""

    sha256: str
    content: bytes


def pack_body(manifest: bytes, files: Iterable[bytes]) -> Iterator[bytes]:
    """The zstd stream, in pieces. One file at a time is held."""
    import zstandard

    parameters = zstandard.ZstdCompressionParameters.from_level(LEVEL, window_log=WINDOW, enable_ldm=True)
    compressor = zstandard.ZstdCompressor(compression_params=parameters).compressobj()
    for piece in _plain(manifest, files):
        if made := compressor.compress(piece):
            yield made
    yield compressor.flush()


def _plain(manifest: bytes, files: Iterable[bytes]) -> Iterator[bytes]:
    yield MAGIC + _SIZE.pack(len(manifest)) + manifest
    for content in files:
        yield _FILE.pack(1, hashlib.sha256(content).digest(), len(content))
        yield content
    yield b"\0"


class BodyReader:
    """Reads a stream as it comes: `manifest()` first, then `files()` to the end."""

    def __init__(self, pieces: Iterator[bytes]) -> None:
        import zstandard

        self._pieces = pieces
        self._fault = zstandard.ZstdError
        opening = zstandard.ZstdDecompressor(max_window_size=1 << WINDOW)
        self._reader: Any = opening.stream_reader(cast("IO[bytes]", _Source(pieces)), read_size=PIECE, closefd=False)
        self._left = LARGEST_BODY

    def manifest(self) -> bytes:
        """DamagedPacketError, PacketLimitError."""
        if self._exactly(len(MAGIC)) != MAGIC:
            raise DamagedPacketError("body")
        (length,) = _SIZE.unpack(self._exactly(_SIZE.size))
        if length > LONGEST_MANIFEST:
            raise PacketLimitError("manifest")
        return self._exactly(length)

    def files(self) -> Iterator[CarriedFile]:
        """Each file, whole and right; at the end nothing may follow, and the sender's signature has been looked at."""
        for _number in range(MOST_FILES):
            if self._exactly(1) == b"\0":
                self._finish()
                return
            name, size = _FILE.unpack(b"\1" + self._exactly(_FILE.size - 1))[1:]
            if size > LARGEST_FILE:
                raise PacketLimitError("file")
            content = self._exactly(size)
            if hashlib.sha256(content).digest() != name:
                raise DamagedPacketError("file")
            yield CarriedFile(name.hex(), content)
        raise PacketLimitError("files")

    def _exactly(self, size: int) -> bytes:
        found = bytearray()
        while len(found) < size:
            piece = self._read(min(PIECE, size - len(found)))
            if not piece:
                raise DamagedPacketError("body cut short")
            found += piece
            self._left -= len(piece)
            if self._left < 0:
                raise PacketLimitError("body")
        return bytes(found)

    def _finish(self) -> None:
        if self._read(1):
            raise DamagedPacketError("something after the body")
        for piece in self._pieces:  # to the signature
            if piece:
                raise DamagedPacketError("something after the stream")

    def _read(self, size: int) -> bytes:
        try:
            return cast("bytes", self._reader.read(size))
        except self._fault as error:
            raise DamagedPacketError("zstd") from error


class _Source:
    """Pieces, as a file that can only be read."""

    def __init__(self, pieces: Iterator[bytes]) -> None:
        self._pieces = pieces
        self._waiting = b""

    def read(self, size: int = -1) -> bytes:
        while not self._waiting:
            piece = next(self._pieces, None)
            if piece is None:
                return b""
            self._waiting = piece
        size = len(self._waiting) if size < 0 else size
        given, self._waiting = self._waiting[:size], self._waiting[size:]
        return given
