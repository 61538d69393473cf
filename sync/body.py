"""Reading the body of an answer within what the gate allows: small ones whole, PDFs as they arrive."""

import zlib
from collections.abc import Iterator
from typing import Any, Protocol

from sync.core.gate import Accepted, accept_length
from sync.errors import CutError, InterferenceError
from sync.line import BLOCK


class Sink(Protocol):
    """Where the bytes of a PDF go as they arrive."""

    def __call__(self, data: bytes, /) -> None:
        """The next bytes."""
        ...

    def restart(self) -> None:
        """The server sends the PDF from its first byte: forget what is held."""
        ...


def read_body(raw: Any, accepted: Accepted) -> bytes:
    """The whole body, decompressed, never longer than the gate allows. `raw`: urllib3's answer, not decoded."""
    inflate = zlib.decompressobj(wbits=31) if accepted.coding == "gzip" else None
    body, received = bytearray(), 0
    for piece in _pieces(raw):
        received += len(piece)
        room = accepted.longest + 1 - len(body)  # never 0, which would mean without limit
        body += _inflated(inflate, piece, room) if inflate else piece
        if max(received, len(body)) > accepted.longest:
            raise InterferenceError("length", f"more than {accepted.longest}")
    accept_length(accepted, received)
    if inflate and not inflate.eof:
        raise CutError("gzip")
    if inflate and inflate.unused_data:  # its checksum says nothing about what follows it
        raise InterferenceError("coding", "gzip, and more")
    return bytes(body)


def pour_body(raw: Any, accepted: Accepted, sink: Sink) -> None:
    """The body of exactly the announced length, every piece of it handed on before the next is waited for."""
    left = accepted.longest
    for piece in _pieces(raw):
        sink(piece[:left])
        if len(piece) > left:
            raise InterferenceError("length", "more than announced")
        left -= len(piece)
    if left:
        raise CutError(f"{left} bytes short")


def _pieces(raw: Any) -> Iterator[bytes]:
    while piece := raw.read1(BLOCK, decode_content=False):
        yield piece


def _inflated(inflate: Any, piece: bytes, room: int) -> bytes:
    try:
        return bytes(inflate.decompress(piece, room))
    except zlib.error as error:
        raise InterferenceError("coding", "gzip") from error
