"""What one exchange tells those who watch it: progress while it runs, an outcome when it stops. Records only."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from documents.payslip import Period


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """Where the exchange is. PDFs and bytes count this exchange: what it has brought and what it still has to bring."""

    stage: Literal["facts", "pdfs"]
    pdfs_done: int
    pdfs_total: int
    bytes_done: int  # of PDFs, what an earlier exchange left behind included
    bytes_total: int
    payslips_known: int
    newest: Period | None  # the newest payslip known here


@dataclass(frozen=True, slots=True)
class UpToDate:
    """Everything the office has is here, and was before."""


@dataclass(frozen=True, slots=True)
class Updated:
    """Everything the office has is here, and some of it is new."""

    new_payslips: int
    pdfs: int


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
