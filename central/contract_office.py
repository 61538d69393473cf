"""The shapes of an office's feed, of its trace and of its roles. See `central.contract` and docs/protocol.md."""

from typing import Annotated, Literal

from pydantic import Field

from central.contract_legajo import OfficePerson, OfficeRequest, Uuid
from central.contract_shape import InstantText, Shape

Role = Literal["escalafon", "planillas", "mesa_partes", "administrador"]
Why = Annotated[
    Literal["solicitud", "documento", "copia", "legajo", "paquete", "constancia", "usb"],
    Field(description="what the look was for; copia: kept on the office's computer to attend without a connection"),
]
What = Annotated[str, Field(max_length=200, description="a code, or the name of a document")]


class Servant(OfficePerson):
    """Somebody whose legajo the office keeps, as their newest payslip says."""

    codigo_modular: str
    cargo: str
    codigo_ie: str
    institucion: str
    regimen: str


class CaseChange(Shape):
    kind: Literal["case"]
    id: str
    deleted: bool
    case: OfficeRequest | None


class ServantChange(Shape):
    kind: Literal["servant"]
    id: str
    deleted: bool
    servant: Servant | None


OfficeChange = Annotated[CaseChange | ServantChange, Field(discriminator="kind")]


class ReasonsMark(Shape):
    """Which reasons for observing and rejecting are in force."""

    version: Annotated[int, Field(ge=1)]


class OfficePage(Shape):
    """One page of the office's feed. A client must ignore kinds that it does not know."""

    epoch: str
    cursor: str
    more: bool
    server_time: InstantText
    decision_reasons: ReasonsMark
    changes: Annotated[tuple[OfficeChange, ...], Field(max_length=100)]


class ReportedLook(Shape):
    """A look that was had without a connection."""

    uuid: Uuid
    doc_numero: Annotated[str, Field(min_length=1, max_length=32)]
    why: Why
    what: What
    at: InstantText


class LooksReport(Shape):
    looks: Annotated[tuple[ReportedLook, ...], Field(max_length=100)]


class LooksTaken(Shape):
    taken: tuple[Uuid, ...]


class Look(Shape):
    """Somebody of an office looked at the person's file."""

    id: Uuid
    at: InstantText
    until: Annotated[InstantText, Field(description="the last of several looks within a short time")]
    times: Annotated[int, Field(ge=1)]
    who: str
    office: str
    why: Why
    what: What


class Colleague(OfficePerson):
    roles: tuple[Role, ...]


class RoleChange(Shape):
    at: InstantText
    by: str
    whom: str
    before: tuple[Role, ...]
    after: tuple[Role, ...]


class Roles(Shape):
    """Who works for the office, and the newest changes of roles."""

    people: tuple[Colleague, ...]
    changes: tuple[RoleChange, ...]


class RolesWanted(Shape):
    doc_numero: Annotated[str, Field(min_length=1, max_length=32)]
    roles: Annotated[tuple[Role, ...], Field(max_length=4, description="all of them; none: works there no more")]


class OfficeCounts(Shape):
    """How the office stands, in figures: nothing of anybody's file."""

    states: Annotated[dict[str, int], Field(description="requests of each state")]
    overdue: Annotated[int, Field(ge=0, description="the office's term is over")]
    soon: Annotated[int, Field(ge=0, description="it ends within two working days")]
    unreceived: Annotated[int, Field(ge=0, description="open ones that no mesa de partes has registered")]


PaperWord = Literal["boletas", "constancia", "hoja_de_vida", "informe_escalafonario", "sustentos"]
MonthText = Annotated[str, Field(pattern=r"^[0-9]{4}-(0[1-9]|1[0-2])$", examples=["2026-03"])]


class PapersWanted(Shape):
    """Which documents of one person. `months`: only these of each year; none: all."""

    doc_numero: Annotated[str, Field(min_length=1, max_length=32)]
    kinds: Annotated[tuple[PaperWord, ...], Field(min_length=1, max_length=5)]
    desde: MonthText
    hasta: MonthText
    months: Annotated[tuple[Annotated[int, Field(ge=1, le=12)], ...], Field(max_length=12)] = ()
    request: Annotated[
        str, Field(max_length=40, description="code of the request whose sustentos; none: open ones")
    ] = ""
    reason: Annotated[str, Field(max_length=120, description="what for; the person reads it")] = ""


class OfficePaper(Shape):
    """A document that there is; its file is at /v1/office/blobs. Members that do not apply are empty or 0."""

    kind: PaperWord
    title: str
    periodo: str
    clase: str
    secuencia: int
    numero: str
    sha256: str
    size: int


class PaperMissing(Shape):
    kind: PaperWord
    code: Literal["none"]


class OfficePapers(Shape):
    papers: tuple[OfficePaper, ...]
    missing: tuple[PaperMissing, ...]
