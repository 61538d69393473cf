"""Where a PDF goes as it arrives: into the cache, in pieces worth a disk flush."""

from collections.abc import Callable
from dataclasses import replace

from storage import cache
from storage.connection import Connection
from storage.records import WantedPdf
from sync.clock import Clock

PIECE = 16 * 1024  # bytes written to the cache at once: a commit costs a disk flush
PAUSE = 2.0  # seconds that arrived bytes may wait for that


class PdfSink:
    """Writes a PDF to the cache as it arrives, in pieces worth a disk flush."""

    def __init__(
        self, db: Connection, pdf: WantedPdf, clock: Clock, arrived: Callable[[WantedPdf, bool], None]
    ) -> None:
        self._db = db
        self._pdf = pdf
        self._clock = clock
        self._arrived = arrived
        self._waiting = bytearray()
        self._written_at = clock.monotonic()
        self._restarted = False

    def __call__(self, data: bytes, /) -> None:
        """The next bytes."""
        self._waiting += data
        if len(self._waiting) >= PIECE or self._clock.monotonic() - self._written_at >= PAUSE:
            self.flush()

    def restart(self) -> None:
        """The PDF comes from its first byte."""
        cache.restart_pdf(self._db, self._pdf.sha256)
        self._pdf = replace(self._pdf, received=0)
        self._restarted = True

    def flush(self) -> None:
        """Write what waits."""
        self._written_at = self._clock.monotonic()
        if not self._waiting:
            return
        cache.append_pdf(self._db, self._pdf.sha256, self._pdf.received, bytes(self._waiting))
        self._pdf = replace(self._pdf, received=self._pdf.received + len(self._waiting))
        self._waiting.clear()
        self._arrived(self._pdf, self._restarted)
