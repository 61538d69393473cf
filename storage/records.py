"""What the store knows and is not printed: list rows, the calendar, sync marks, the session. Frozen, Qt-free.

What is printed (payslip, concept line) lives in `documents`.
"""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from documents.legajo import LegajoRecord
from documents.payslip import Payslip, PayslipClass, Period
from storage.request_records import OfficeRequest, Paper


class PdfState(StrEnum):
    """Where the PDF of a payslip is."""

    HELD = "held"  # whole, verified by its SHA-256, inside the encrypted cache
    PARTIAL = "partial"  # some bytes are here; the rest comes with the next connection
    AWAITED = "awaited"  # the office has it, nothing of it is here yet
    NONE = "none"  # the office has published no PDF for it


@dataclass(frozen=True, slots=True)
class PdfReference:
    """Names an immutable PDF at the server."""

    sha256: str  # 64 lower-case hex digits
    size: int  # bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class PayslipRow:
    """One payslip as lists show it. Money in céntimos."""

    id: str
    periodo: Period
    secuencia: int
    clase: PayslipClass
    doc_numero: str
    apellidos_y_nombres: str
    codigo_modular_servidor: str
    cargo: str
    numero_boleta: str
    fecha_pago: date | None
    total_haberes: int
    total_descuentos: int
    liquido: int
    pdf: PdfReference | None
    pdf_state: PdfState
    pdf_received: int  # bytes here
    seen: bool  # the person has opened it


@dataclass(frozen=True, slots=True)
class PayDay:
    """A day of the yearly payment calendar (resolución viceministerial of the MEF)."""

    periodo: Period
    fecha: date
    nota: str  # "Incluye aguinaldo por Navidad", or ""
    norma: str  # the resolution it comes from


@dataclass(frozen=True, slots=True)
class ConceptText:
    """A catalogue entry sent by the server; lies over the bundled catalogue."""

    codigo: str
    nombre: str
    explicacion: str
    norma: str
    desde: Period
    hasta: Period | None


@dataclass(frozen=True, slots=True)
class Office:
    """The DRE or UGEL that somebody of the escalafón attends for."""

    codigo: str
    nombre: str


@dataclass(frozen=True, slots=True)
class PersonFact:
    """Who the session belongs to."""

    doc_tipo: str
    doc_numero: str
    apellidos: str
    nombres: str
    correo: str
    roles: tuple[str, ...] = ("servidor",)  # at an office: "escalafon", "planillas", "mesa_partes", "administrador"
    oficina: Office | None = None  # where they work, when they work for one


@dataclass(frozen=True, slots=True)
class PayslipFact:
    """A payslip as it came, with the name of its PDF."""

    payslip: Payslip
    pdf: PdfReference | None


@dataclass(frozen=True, slots=True)
class Removal:
    """The office withdrew a fact."""

    kind: str  # "payslip", "pay_day", "concept", "person", "legajo_record", "request", "paper", "look"
    id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficeLook:
    """Somebody of an office looked at the person's own file: a fact."""

    id: str
    at: datetime
    until: datetime
    times: int
    who: str
    office: str
    why: str
    what: str


Fact = PersonFact | PayslipFact | PayDay | ConceptText | LegajoRecord | OfficeRequest | Paper | OfficeLook | Removal


@dataclass(frozen=True, slots=True)
class FactDigest:
    """What one change of a page adds to the state digest. None: it was withdrawn."""

    kind: str
    id: str
    digest: bytes | None  # 16 bytes
    skipped: bool = False  # this version does not understand it


@dataclass(frozen=True, slots=True, kw_only=True)
class FactPage:
    """One page of the change feed, stored in one transaction with its cursor: each cursor is a resting point."""

    epoch: str
    cursor: str
    more: bool
    etag: str
    facts: tuple[Fact, ...]
    server_time: datetime  # aware
    next_sync_after: int | None  # seconds
    digests: tuple[FactDigest, ...] = ()  # of all its changes, also of those that are no fact here
    state: str = ""  # the digest of everything, when there is no more; "": the office does not say


@dataclass(frozen=True, slots=True, kw_only=True)
class SyncMark:
    """Where the last exchange stopped. All empty before the first one."""

    epoch: str | None = None
    cursor: str | None = None
    etag: str | None = None
    more: bool = False  # the feed had more pages after the cursor
    server_time: datetime | None = None  # of the newest stored answer, by the server's clock
    succeeded_at: datetime | None = None  # end of the last complete exchange, by our clock
    next_sync_after: int | None = None  # seconds from then, as the office said last


@dataclass(frozen=True, slots=True, kw_only=True)
class RetryMark:
    """The persisted plan for the next try, so that a restart neither hammers nor forgets."""

    attempt: int  # failures in a row
    not_before: datetime  # aware, by our clock
    condition: str  # sync.errors code that caused it


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """The account at the central API. Lives only inside the encrypted cache."""

    server: str  # base URL
    user: str
    access_token: str
    access_expires_at: datetime
    refresh_token: str | None  # None once the server said that the session ended


@dataclass(frozen=True, slots=True)
class Traffic:
    """Bytes on the wire in one calendar month, as the program counts them."""

    periodo: Period
    received: int
    sent: int
    requests: int


@dataclass(frozen=True, slots=True)
class WantedPdf:
    """A PDF to fetch, and how much of it is here."""

    sha256: str
    size: int
    received: int
