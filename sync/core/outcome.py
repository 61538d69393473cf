"""What one exchange tells those who watch it: progress while it runs, an outcome when it stops. Records only."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from documents.payslip import Period


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """Where the exchange is. PDFs, requests and bytes count this exchange: what is done and what is left to do."""

    stage: Literal["requests", "facts", "pdfs"]
    pdfs_done: int
    pdfs_total: int
    bytes_done: int  # of PDFs, or of the files of the request under way; what an earlier exchange did included
    bytes_total: int
    payslips_known: int
    newest: Period | None  # the newest payslip known here
    requests_done: int = 0  # filed at the office
    requests_total: int = 0


@dataclass(frozen=True, slots=True)
class UpToDate:
    """Everything the office has is here, and was before."""


@dataclass(frozen=True, slots=True)
class Updated:
    """Everything the office has is here, and some of it is new; or what waited here is there now."""

    new_payslips: int
    pdfs: int
    filed: int = 0  # requests that the office has taken
    forgotten: int = 0  # of these, or still waiting: what it had taken before and did not know any more
    decided: int = 0  # decisions of somebody of an office that were taken
    refused: int = 0  # and those that were not: to be read
    of_office: int = 0  # what the office's own feed brought


@dataclass(frozen=True, slots=True)
class Cancelled:
    """The person stopped it; what had come is kept."""


@dataclass(frozen=True, slots=True)
class Blocked:
    """It could not go on; what had come is kept."""

    code: str  # of sync.errors or storage.errors
    retry_at: datetime | None  # aware, by our clock; None: not by itself
    detail: str = ""  # technical, or the server's Spanish sentence


@dataclass(frozen=True, slots=True)
class SessionNeeded:
    """The person must sign in (again); what had come is kept."""


Outcome = UpToDate | Updated | Cancelled | Blocked | SessionNeeded
