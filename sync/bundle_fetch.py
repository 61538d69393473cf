"""A bundle from the office into the cache: its bytes as they come, its PDFs as soon as they are whole.

After a crash the bytes that are here are read again from the first one, which takes no line. A bundle that is spoiled
or gone is dropped; what is missing then comes one by one. It is never a reason for an exchange to fail.
"""

from collections.abc import Callable

from storage import bundles
from storage.connection import Connection
from storage.pdfs import hold_pdf
from sync.bundle import BundleReader
from sync.client import CentralClient
from sync.clock import Clock
from sync.core.gate import Range
from sync.errors import InterferenceError, RefusedError, SyncError

PIECE = 16 * 1024  # bytes written to the cache at once
PAUSE = 2.0  # seconds that arrived bytes may wait for that
Held = Callable[[str, int], None]  # SHA-256 and size of a PDF that is held now


class BundleFetch:
    """The bundle of one exchange."""

    def __init__(self, db: Connection, client: CentralClient, clock: Clock, held: Held) -> None:
        self._db = db
        self._client = client
        self._clock = clock
        self._held = held

    def fetch(self, token: str, offered: bundles.Bundle, upto: int, *, last: bool) -> bool:
        """Up to this byte. `last`: what is not out of it then never comes out of it. Whether bytes came.

        Raises SyncError for what the way or the session is to blame for; what had come is kept.
        """
        sink = _BundleSink(self._db, self._clock, self._held, offered.received)
        try:
            for part in bundles.bundle_parts(self._db):
                sink.read(part)
            if offered.received < upto:
                self._client.fetch_bundle(token, offered.id, self._range(offered, upto), sink)
            sink.flush()
        except (RefusedError, InterferenceError) as error:
            if isinstance(error, InterferenceError) and error.step not in {"coding", "length"}:
                raise
            bundles.drop_bundle(self._db)
            return sink.came
        except SyncError:
            sink.flush()
            raise
        if last:
            bundles.drop_bundle(self._db)
        return sink.came

    def _range(self, offered: bundles.Bundle, upto: int) -> Range:
        return Range(offset=offered.received, size=offered.size, stop=upto if upto < offered.size else None)


class _BundleSink:
    def __init__(self, db: Connection, clock: Clock, held: Held, received: int) -> None:
        self._db = db
        self._clock = clock
        self._held = held
        self._received = received
        self._reader = BundleReader()
        self._waiting = bytearray()
        self._written_at = clock.monotonic()
        self.came = False

    def __call__(self, data: bytes, /) -> None:
        self.came = True
        self._waiting += data
        if len(self._waiting) >= PIECE or self._clock.monotonic() - self._written_at >= PAUSE:
            self.flush()

    def restart(self) -> None:
        """The office sends it from its first byte."""
        bundles.restart_bundle(self._db)
        self._received = 0
        self._reader = BundleReader()

    def flush(self) -> None:
        """Write what waits, and what is whole in it."""
        self._written_at = self._clock.monotonic()
        if self._waiting:
            piece = bytes(self._waiting)
            self._waiting.clear()
            bundles.append_bundle(self._db, self._received, piece)
            self._received += len(piece)
            self.read(piece)

    def read(self, part: bytes) -> None:
        """Hold the PDFs that end in these bytes."""
        for sha256, content in self._reader.feed(part):
            if hold_pdf(self._db, sha256, content):
                self._held(sha256, len(content))
