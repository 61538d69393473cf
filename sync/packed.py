"""zstd as it arrives, alone or with a PDF that is held as dictionary (`dcz`, RFC 9842), within what the gate allows.

What comes out is never more than was announced for the PDF, whatever the stream says, and is made in small pieces: a
bomb is cut short, not swallowed. The digest is checked by who stores it (`storage.cache.finish_pdf`).
"""

import base64
from collections.abc import Callable
from typing import IO, TYPE_CHECKING, Any, cast

from documents.errors import ThinError
from documents.thin import whole
from storage.dictionaries import Dictionary
from sync.body import Sink
from sync.core.gate import Accepted, accept_length
from sync.errors import CutError, InterferenceError, UnpackError
from sync.line import BLOCK

if TYPE_CHECKING:
    import zstandard

DCZ_MAGIC = bytes.fromhex("5e2a4d1820000000")
HEAD = len(DCZ_MAGIC) + 32
LARGEST_WINDOW = 8 * 2**20  # bytes; RFC 9842 asks a decoder for no more
PIECE = 16 * 1024  # bytes of output at a time


def dictionary_headers(dictionary: Dictionary | None) -> dict[str, str]:
    """What a request says of the codings that it takes."""
    if dictionary is None:
        return {"Accept-Encoding": "zstd"}
    name = base64.b64encode(bytes.fromhex(dictionary.sha256)).decode()
    return {"Accept-Encoding": "dcz, zstd", "Available-Dictionary": f":{name}:"}


def pour_packed(raw: Any, accepted: Accepted, dictionary: Dictionary | None, sink: Sink) -> None:
    """The body of a packed answer, unpacked to exactly the announced size. `raw`: urllib3's answer, not decoded."""
    wire = Wire(lambda: raw.read1(BLOCK, decode_content=False))
    try:
        if accepted.coding == "dcz":
            _same_dictionary(wire.exactly(HEAD), dictionary)
        unpack(wire, dictionary if accepted.coding == "dcz" else None, accepted.longest, sink)
        accept_length(accepted, wire.drained())
    except InterferenceError as error:
        raise UnpackError(error.step, error.detail) from error


def unpack_whole(packed: bytes, coding: str, dictionary: Dictionary | None, size: int) -> bytes:
    """A small PDF that came inside an answer. UnpackError unless it is exactly `size` bytes."""
    pieces = [packed]
    wire = Wire(lambda: pieces.pop() if pieces else b"")
    whole = _Whole()
    try:
        if coding == "dcz":
            _same_dictionary(wire.exactly(HEAD), dictionary)
        unpack(wire, dictionary if coding == "dcz" else None, size, whole)
        wire.drained()
    except (CutError, InterferenceError) as error:
        raise UnpackError("coding", error.detail) from error
    return bytes(whole.content)


def unpack(wire: "Wire", dictionary: Dictionary | None, size: int, sink: Callable[[bytes], None]) -> None:
    """One frame to exactly `size` bytes."""
    import zstandard

    left = size
    try:
        with decompressor(dictionary).stream_reader(cast("IO[bytes]", wire), read_size=BLOCK, closefd=False) as reader:
            while piece := reader.read1(min(PIECE, left + 1)):  # one more than allowed tells a bomb
                if len(piece) > left:
                    raise InterferenceError("length", f"more than {size} bytes unpacked")
                sink(piece)
                left -= len(piece)
    except zstandard.ZstdError as error:
        raise InterferenceError("coding", "zstd") from error
    if left:
        raise CutError(f"{left} bytes short")


def decompressor(dictionary: Dictionary | None = None) -> "zstandard.ZstdDecompressor":
    """With limits. A raw dictionary: the PDF's own bytes."""
    import zstandard

    if dictionary is None:
        return zstandard.ZstdDecompressor(max_window_size=LARGEST_WINDOW)
    raw = zstandard.ZstdCompressionDict(dictionary.content, dict_type=zstandard.DICT_TYPE_RAWCONTENT)
    return zstandard.ZstdDecompressor(dict_data=raw, max_window_size=LARGEST_WINDOW)


def unpack_thin(packed: bytes, dictionary: Dictionary | None, size: int) -> bytes:
    """A PDF that came inside an answer without the bars of its QR. UnpackError unless it is exactly `size` bytes."""
    import zstandard

    try:
        with decompressor(dictionary).stream_reader(packed) as reader:
            thinned = reader.read(size + 1)  # more than the whole is none
        return whole(thinned, size)
    except (zstandard.ZstdError, ThinError) as error:
        raise UnpackError("coding", "thin") from error


class Wire:
    """Bytes as they come, as a file that can only be read; counts them."""

    def __init__(self, more: Callable[[], bytes]) -> None:
        self._more = more
        self._waiting = b""
        self.count = 0

    def read(self, size: int = -1) -> bytes:
        """Some bytes, at most `size`; nothing at the end."""
        if not self._waiting:
            self._waiting = bytes(self._more())
            self.count += len(self._waiting)
        size = len(self._waiting) if size < 0 else size
        given, self._waiting = self._waiting[:size], self._waiting[size:]
        return given

    def exactly(self, size: int) -> bytes:
        """So many bytes, or a cut."""
        found = b""
        while len(found) < size:
            piece = self.read(size - len(found))
            if not piece:
                raise CutError("head of the coding")
            found += piece
        return found

    def drained(self) -> int:
        """All bytes that came, when nothing may be left over. InterferenceError when something is."""
        if self.read(1):
            raise InterferenceError("length", "something after the frame")
        return self.count


class _Whole:
    def __init__(self) -> None:
        self.content = bytearray()

    def __call__(self, data: bytes, /) -> None:
        self.content += data


def _same_dictionary(head: bytes, dictionary: Dictionary | None) -> None:
    if dictionary is None or head != DCZ_MAGIC + bytes.fromhex(dictionary.sha256):
        raise InterferenceError("coding", "another dictionary")
