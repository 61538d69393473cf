"""What passes between the steps of an exchange and those who carry them out: events in, effects out. Records only."""

from dataclasses import dataclass

from storage.bundles import Bundle
from storage.records import SyncMark, WantedPdf
from sync.core.errands import Errand, ErrandCall, ErrandEvent, ErrandNote
from sync.core.outcome import Outcome
from sync.errors import SyncError


# Events: what happened ------------------------------
@dataclass(frozen=True, slots=True, kw_only=True)
class Shelf:
    """What is stored now."""

    known: int  # payslips
    held: int  # whole PDFs
    wanted: tuple[WantedPdf, ...]  # newest payslip first; never one that is held
    trust: int | None = None  # version of a trust list that is offered, newer than the one in use and worth a try
    catalogue: int | None = None  # version of a legajo catalogue, likewise
    bundle: Bundle | None = None  # of PDFs, under way or offered, and worth its bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Begun:
    """The exchange may start."""

    mark: SyncMark
    shelf: Shelf
    signed_in: bool
    token_over: bool = False  # by the clock; the server has not said so yet
    errands: tuple[Errand, ...] = ()  # what may go now


@dataclass(frozen=True, slots=True, kw_only=True)
class PageStored:
    """A page and its cursor are on disk."""

    mark: SyncMark
    facts: int
    shelf: Shelf
    pdfs: int = 0  # that came inside it and are held
    rebuild: bool = False  # what is here is not what the office has, and a new walk may mend it
    forgotten: int = 0  # requests that the office had acknowledged and does not know any more
    due_again: bool = False  # these, or cancellations and expedientes that it has forgotten
    moved: bool = False  # own wishes followed the facts: what waited behind one of them may go now


@dataclass(frozen=True, slots=True)
class NothingNew:
    """304."""


@dataclass(frozen=True, slots=True)
class PdfStored:
    """The PDF is on disk, whole, and its digest is right."""

    shelf: Shelf


@dataclass(frozen=True, slots=True)
class PdfWrong:
    """The PDF of the last effect cannot be had now: wrong digest, unknown to the server, or refused."""

    error: SyncError


@dataclass(frozen=True, slots=True)
class BundleMoved:
    """What was asked of the bundle is on disk, and its whole PDFs are held; or it is of no use and gone."""

    shelf: Shelf
    pdfs: int  # held now that were not


@dataclass(frozen=True, slots=True)
class TrustSettled:
    """The trust list is on disk, or it was not to be had or not to be believed: either way payslips are not held up."""


@dataclass(frozen=True, slots=True)
class CatalogueSettled:
    """Likewise the legajo catalogue."""


@dataclass(frozen=True, slots=True)
class Refreshed:
    """New tokens are on disk."""


@dataclass(frozen=True, slots=True)
class Failed:
    """The last effect came to nothing. What had arrived of it is stored."""

    error: SyncError


Event = (
    Begun | PageStored | NothingNew | PdfStored | PdfWrong | BundleMoved | TrustSettled | CatalogueSettled | Refreshed
    | Failed | ErrandEvent
)  # fmt: skip


# Effects: what to do ------------------------------
@dataclass(frozen=True, slots=True)
class AskPage:
    """GET /v1/sync. `since` None: from the beginning. `etag` None: no If-None-Match."""

    since: str | None
    etag: str | None


@dataclass(frozen=True, slots=True)
class FetchPdf:
    """GET /v1/blobs/…, from the first byte that is missing, and verify it."""

    pdf: WantedPdf


@dataclass(frozen=True, slots=True)
class FetchBundle:
    """GET /v1/bundles/…, from the first byte that is missing up to `upto`."""

    bundle: Bundle
    upto: int
    last: bool  # every fact is here: what does not come out of it now never does


@dataclass(frozen=True, slots=True)
class FetchTrust:
    """GET /v1/trust-list; keep it if it is signed by a pinned root and not older than the one in use."""


@dataclass(frozen=True, slots=True)
class FetchCatalogue:
    """GET /v1/legajo-catalogue; keep it if this version understands it."""


@dataclass(frozen=True, slots=True)
class RefreshTokens:
    """POST /v1/sessions/refresh, and store what comes."""


@dataclass(frozen=True, slots=True)
class RestartWalk:
    """Forget the stored cursor; rows stay until the new walk is over."""


@dataclass(frozen=True, slots=True)
class RecordSuccess:
    """The exchange is complete: write its time down and forget the retry plan."""


@dataclass(frozen=True, slots=True)
class PlanRetry:
    """Store when to try again; the engine puts the time into the outcome."""

    error: SyncError


@dataclass(frozen=True, slots=True)
class EndSession:
    """The server said that the session is over: drop the tokens, and nothing else."""


@dataclass(frozen=True, slots=True)
class Finish:
    """The last effect."""

    outcome: Outcome


# Answered by an event; all but ReadErrands need the network.
Call = AskPage | FetchPdf | FetchBundle | FetchTrust | FetchCatalogue | RefreshTokens | ErrandCall
Note = RestartWalk | RecordSuccess | PlanRetry | EndSession | ErrandNote  # written down at once
Effects = tuple[Call | Note | Finish, ...]  # notes, and then one call or the end
