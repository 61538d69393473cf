"""What the office publishes for everybody and the feed only announces: the trust list, the legajo catalogue.

What cannot be had now is asked for again next time; what cannot be believed or understood, not for a day. Either way
nobody's payslips or requests are held up.
"""

from collections.abc import Callable
from contextlib import suppress

from documents.legajo_catalogue import LegajoCatalogueError
from documents.seal.errors import TrustListError
from storage import catalogues, trust
from storage.connection import Connection
from sync.client import CentralClient
from sync.clock import Clock
from sync.core.moves import CatalogueSettled, TrustSettled
from sync.errors import InterferenceError, NetworkConditionError, RefusedError
from sync.requests import fetch_catalogue


class Published:
    """Offers, and what became of them."""

    def __init__(self, db: Connection, client: CentralClient, clock: Clock) -> None:
        self._db = db
        self._client = client
        self._clock = clock
        self._trusted = trust.trust_in_use(db).version

    def trust_offer(self) -> int | None:
        """The version of a trust list that is worth a try."""
        return trust.offer_to_fetch(self._db, self._trusted, self._clock.now())

    def catalogue_offer(self) -> int | None:
        """The version of a legajo catalogue that is worth a try."""
        return catalogues.catalogue_to_fetch(self._db, self._clock.now())

    def fetch_trust(self) -> TrustSettled:
        """Fetch the list on offer, and keep it if it is believed."""
        if self._came(lambda: trust.keep_trust_list(self._db, self._client.fetch_trust_list(), self._clock.now())):
            self._trusted = trust.trust_in_use(self._db).version
            if self.trust_offer() is not None:  # not the version that was announced, or not to be believed
                trust.refuse_offer(self._db, self._clock.now())
        return TrustSettled()

    def fetch_catalogue(self, token: str) -> CatalogueSettled:
        """Fetch the catalogue on offer, and keep it if this version understands it."""

        def keep() -> None:
            catalogues.keep_legajo_catalogue(self._db, fetch_catalogue(self._client, token), self._clock.now())

        if self._came(keep) and self.catalogue_offer() is not None:
            catalogues.refuse_catalogue_offer(self._db, self._clock.now())
        return CatalogueSettled()

    def _came(self, fetch_and_keep: Callable[[], object]) -> bool:
        """Whether an answer came, of use or not. False: the way was at fault."""
        with suppress(TrustListError, LegajoCatalogueError, RefusedError, InterferenceError):
            try:
                fetch_and_keep()
            except NetworkConditionError as error:
                if isinstance(error, InterferenceError):
                    raise
                return False
        return True
