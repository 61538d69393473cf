"""One PDF from the office into the cache: packed when it begins, from the middle when a part of it is here.

What a packed answer cannot be unpacked to, or what has the wrong digest then, is fetched plain: the coding saves bytes
and is never in the way. Nothing of an answer that failed is kept but bytes that came plain.
"""

from collections.abc import Callable

from storage import cache
from storage.connection import Connection
from storage.dictionaries import LARGEST, dictionary_for
from storage.records import WantedPdf
from sync.client import CentralClient
from sync.clock import Clock
from sync.errors import SyncError, UnpackError
from sync.pdf_sink import PdfSink

Arrived = Callable[[WantedPdf, bool], None]  # how far it is, and whether it had to begin again


class PdfFetch:
    """The PDFs of one exchange."""

    def __init__(self, db: Connection, client: CentralClient, clock: Clock, arrived: Arrived) -> None:
        self._db = db
        self._client = client
        self._clock = clock
        self._arrived = arrived
        self._packs = True  # until something went wrong with it in this exchange

    def fetch(self, token: str, pdf: WantedPdf) -> bool:
        """All of it into the cache, verified; False: wrong bytes, dropped. Raises SyncError; what came plain is kept.

        Nothing is asked when all bytes are here and only the verdict is missing: the program ended between the two.
        """
        if pdf.received == pdf.size:
            return cache.finish_pdf(self._db, pdf.sha256)
        packs = pdf.received == 0 and self._packs and pdf.size <= LARGEST
        sink = PdfSink(self._db, pdf, self._clock, self._arrived)
        try:
            if not packs:
                self._client.fetch_blob(token, pdf.sha256, pdf.received, pdf.size, sink)
            elif self._came_packed(token, pdf, sink):
                return self._finished(pdf) or self.fetch(token, pdf)
        except UnpackError:
            self._packs = False
            sink.restart()
            return self.fetch(token, pdf)
        except SyncError:
            sink.flush()  # also of a packed one: the rest comes plain, from there
            raise
        sink.flush()
        return cache.finish_pdf(self._db, pdf.sha256)

    def _came_packed(self, token: str, pdf: WantedPdf, sink: PdfSink) -> bool:
        dictionary = dictionary_for(self._db, pdf.sha256)
        packed = self._client.fetch_packed(token, pdf.sha256, pdf.size, sink, dictionary)
        sink.flush()
        return packed

    def _finished(self, pdf: WantedPdf) -> bool:
        """A packed one with the wrong digest: no packed ones any more in this exchange."""
        self._packs = cache.finish_pdf(self._db, pdf.sha256)
        return self._packs
