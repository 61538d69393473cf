"""Reading a bundle (docs/protocol.md, "Bundles") as its bytes come: PDFs, one after the other. Stores nothing.

A bundle is not believed: what is taken from it is a PDF that a fact names, of the size and the SHA-256 that it names
(`storage.pdfs.hold_pdf`). Limits are on what comes out, so that a bomb ends early.
"""

import struct
from collections.abc import Iterator
from contextlib import suppress

import zstandard

from documents.errors import ThinError
from documents.thin import whole
from sync.errors import InterferenceError
from sync.packed import decompressor

MAGIC = b"CHQBND2\n"
HEAD = 32 + 4 + 4  # SHA-256, size, size of the thinned PDF
LARGEST_PDF = 4 * 2**20  # bytes
LARGEST = 64 * 2**20  # bytes of everything that comes out
BITE = 64  # bytes fed at a time: no more than 2 MiB can come out of them


class BundleReader:
    """One bundle, from its first byte."""

    def __init__(self) -> None:
        self._stream = decompressor().decompressobj()
        self._out = bytearray()
        self._total = 0
        self._begun = False

    def feed(self, data: bytes) -> Iterator[tuple[str, bytes]]:
        """The PDFs that end in these bytes: SHA-256 as named, content. InterferenceError for what is no bundle."""
        for start in range(0, len(data), BITE):
            self._take(data[start : start + BITE])
            yield from self._records()

    def _take(self, bite: bytes) -> None:
        try:
            found = self._stream.decompress(bite)
        except zstandard.ZstdError as error:
            raise InterferenceError("coding", "bundle") from error
        if self._stream.unused_data:
            raise InterferenceError("length", "something after the bundle")
        self._total += len(found)
        if self._total > LARGEST:
            raise InterferenceError("length", "bundle")
        self._out += found

    def _records(self) -> Iterator[tuple[str, bytes]]:
        if not self._begun and len(self._out) >= len(MAGIC):
            if not self._out.startswith(MAGIC):
                raise InterferenceError("coding", "no bundle")
            del self._out[: len(MAGIC)]
            self._begun = True
        while self._begun and len(self._out) >= HEAD:
            size, thinned = struct.unpack_from(">II", self._out, 32)
            if max(size, thinned) > LARGEST_PDF:
                raise InterferenceError("length", "a PDF of a bundle")
            if len(self._out) < HEAD + thinned:
                return
            name, content = self._out[:32].hex(), bytes(self._out[HEAD : HEAD + thinned])
            del self._out[: HEAD + thinned]
            with suppress(ThinError):  # of another version's drawing: it comes by its own call
                yield name, whole(content, size)
