"""The shapes of docs/protocol.md as msgspec structs: what is on the wire, with the limits of what could be true.

Types are strict, unknown members are ignored. What the shapes mean to the program is `sync.wire`'s business.
"""

from datetime import date, datetime
from typing import Annotated, Any, TypeVar, get_type_hints

import msgspec
from msgspec import Meta, Struct

from documents.payslip import Payslip, Period
from storage.records import PersonFact
from sync.errors import InterferenceError
from sync.legajo_shapes import Key, Version, WireFieldProblem, WireLook, WirePaper, WirePdf, WireRecord, WireRequest

Amount = Annotated[int, Meta(ge=-(10**12), le=10**12)]  # céntimos
Count = Annotated[int, Meta(ge=0, le=10**6)]
Seconds = Annotated[int, Meta(ge=0, le=10**9)]
Secret = Annotated[str, Meta(pattern=r"\A[\x21-\x7e]{1,4096}\Z")]  # goes into a header
T = TypeVar("T")


class WirePayDay(Struct):
    """A day of the payment calendar."""

    periodo: str
    fecha: date
    nota: str
    norma: str


class WireConcept(Struct):
    """A catalogue entry."""

    codigo: Key
    nombre: str
    explicacion: str
    norma: str
    desde: str
    hasta: str | None


class WireLine(Struct):
    """An income or deduction line."""

    codigo: Key
    monto: Annotated[int, Meta(ge=1, le=10**12)]


def _payslip_member(name: str, kind: Any) -> tuple[str, Any]:
    """A member of the wire's payslip: the record's own, but for what JSON has no type for."""
    lines = tuple[WireLine, ...]
    by_name: dict[str, Any] = {"id": Key, "clase": str, "secuencia": Count, "haberes": lines, "descuentos": lines}
    by_type: dict[Any, Any] = {Period: str, int: Amount, int | None: Amount | None}
    return name, by_name.get(name, by_type.get(kind, kind))


# Every field of the record under its own name (docs/protocol.md), so that the two cannot drift apart.
WirePayslip: Any = msgspec.defstruct(
    "WirePayslip",
    [*(_payslip_member(*member) for member in get_type_hints(Payslip).items()), ("pdf", WirePdf | None)],
    kw_only=True,
)


class WireChange(Struct):
    """One change of the feed: the member named like the kind holds the object."""

    kind: str
    id: Key
    deleted: bool
    payslip: WirePayslip | None = None
    person: PersonFact | None = None
    pay_day: WirePayDay | None = None
    concept: WireConcept | None = None
    legajo_record: WireRecord | None = None
    paper: WirePaper | None = None
    request: WireRequest | None = None
    look: WireLook | None = None


class WireMark(Struct):
    """Which trust list, or which legajo catalogue, is in force."""

    version: Version


class WireBundle(Struct):
    """All the payslip PDFs of the person in one stream."""

    id: Annotated[str, Meta(pattern=r"\A[0-9a-f]{64}\Z")]
    size: Annotated[int, Meta(ge=1, le=10**12)]  # bytes on the line
    count: Annotated[int, Meta(ge=1, le=10**9)]  # PDFs


class WirePage(Struct):
    """One page of the feed."""

    epoch: Key
    cursor: Annotated[str, Meta(min_length=1, max_length=2000)]
    more: bool
    server_time: Annotated[datetime, Meta(tz=True)]
    next_sync_after: Seconds | None
    changes: tuple[WireChange, ...]
    trust_list: WireMark | None = None  # an older office has none
    legajo_catalogue: WireMark | None = None  # likewise
    bundle: WireBundle | None = None  # likewise; on the first page of a walk
    digest: Annotated[str, Meta(pattern=r"\A[0-9a-f]{32}\Z")] | None = None  # likewise; on the last one


class WireOriginals(Struct):
    """The same page, its changes as they were written: what is digested."""

    changes: tuple[dict[str, msgspec.Raw], ...]


class WireProblem(Struct):
    """RFC 9457."""

    status: int
    code: Key
    detail: str
    retryable: bool
    missing: tuple[str, ...] = ()
    problems: tuple[WireFieldProblem, ...] = ()
    request: msgspec.Raw = msgspec.Raw()  # as it is now, of what an office refuses to decide


class WireTokens(Struct):
    """What signing in and refreshing give. `person` only when signing in."""

    access_token: Secret
    access_expires_in: Seconds
    refresh_token: Secret


class WireSignedIn(WireTokens):
    """What signing in gives."""

    person: PersonFact


class WireCaptcha(Struct):
    """An image to read, or word that none is needed."""

    required: bool
    captcha_id: str | None
    image: bytes | None  # base64 on the wire
    expires_in: Seconds | None


class WireHealth(Struct):
    """The server's version."""

    status: str
    version: str


def read(body: bytes, kind: type[T]) -> T:
    """Any of the shapes above. Raises InterferenceError("schema"); the reason names members, never values."""
    try:
        return msgspec.json.decode(body, type=kind)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        raise InterferenceError("schema", str(error)) from None
