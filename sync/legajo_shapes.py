"""The shapes of the legajo on the wire: records, papers, requests, what an office sees. See `sync.shapes`."""

from datetime import date, datetime
from typing import Annotated

from msgspec import Meta, Struct

from storage.records import PersonFact

Key = Annotated[str, Meta(min_length=1, max_length=200)]
Uuid = Annotated[str, Meta(pattern=r"\A[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\Z")]
MaybeUuid = Annotated[str, Meta(pattern=r"\A([0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})?\Z")]
Sha256 = Annotated[str, Meta(pattern=r"\A[0-9a-f]{64}\Z")]
Line = Annotated[str, Meta(max_length=1000)]
Text = Annotated[str, Meta(max_length=8000)]
Version = Annotated[int, Meta(ge=0, lt=2**53)]
Number = Annotated[int, Meta(ge=0, le=10**6)]
Moment = Annotated[datetime, Meta(tz=True)]
LONGEST_PDF = 32_000_000  # bytes
Fields = Annotated[dict[Key, Text], Meta(max_length=200)]


class WirePdf(Struct):
    """Names a PDF."""

    sha256: Sha256
    size: Annotated[int, Meta(ge=1, le=LONGEST_PDF)]


class WireDocument(WirePdf):
    """Documento de sustento."""

    tipo: Line
    formato: Line
    numero: Line
    entidad_emisora: Line
    fecha_emision: date | None
    folios: Number | None
    sumilla: Line
    pages: Number | None


Documents = Annotated[tuple[WireDocument, ...], Meta(max_length=100)]


class WireRecord(Struct):
    """A record of the legajo."""

    id: Uuid
    section: Line
    kind: Line
    version: Version
    fields: Fields
    documents: Documents
    registered: date | None
    updated: date | None


class WirePaper(Struct):
    """What the office made for the person besides payslips."""

    id: Key
    kind: str
    titulo: Line
    numero: Line
    emitido: date
    vigente_hasta: date | None
    pdf: WirePdf
    request: MaybeUuid
    replaced_by: Line = ""


class WireExpediente(Struct):
    """What a mesa de partes gave."""

    numero: Line
    clave: Line
    fecha: date | None


class WireEvent(Struct):
    """A line of a request's history."""

    at: Moment
    state: str
    who: Line
    note: Text


class WireReception(Struct):
    """What a mesa de partes registered."""

    at: Moment
    who: Line
    folios: Number
    desk: Line
    lacking: Annotated[tuple[Line, ...], Meta(max_length=20)]
    until: date | None


class WireRequest(Struct, kw_only=True):
    """A request as the office knows it."""

    uuid: Uuid
    code: Key
    state: str
    action: str
    section: Line
    kind: Line
    record: MaybeUuid
    base_version: Version
    fields: Fields
    documents: Documents
    note: Text
    replaces: MaybeUuid
    expediente: WireExpediente | None
    filed_at: Moment
    changed_at: Moment
    taken_by: Line
    attended_by: Line
    reason: Text
    deadline: date | None
    history: Annotated[tuple[WireEvent, ...], Meta(max_length=1000)]
    reception: WireReception | None = None


class WireAnswer(Struct):
    """What filing, cancelling and deciding answer."""

    request: WireRequest


class WireApplicant(Struct):
    """Who asks, as an office sees them."""

    doc_tipo: Line
    doc_numero: Line
    apellidos: Line
    nombres: Line

    def person(self) -> PersonFact:
        return PersonFact(self.doc_tipo, self.doc_numero, self.apellidos, self.nombres, "")


class WireOfficeRow(WireRequest, kw_only=True):
    """A request in an office's list."""

    person: WireApplicant


class WireOfficeList(Struct):
    """A part of an office's list."""

    requests: Annotated[tuple[WireOfficeRow, ...], Meta(max_length=500)]
    next: str | None


class WireOfficeCase(Struct):
    """One request before the office that decides it."""

    request: WireRequest
    person: WireApplicant
    current: WireRecord | None
    whole: bool = True


class WireServant(WireApplicant):
    """Somebody whose legajo an office keeps."""

    codigo_modular: Line
    cargo: Line
    codigo_ie: Line
    institucion: Line
    regimen: Line


class WireOfficeChange(Struct):
    """One change of an office's feed."""

    kind: str
    id: Key
    deleted: bool
    case: WireOfficeCase | None = None
    servant: WireServant | None = None


class WireReasonsMark(Struct):
    """Which reasons for observing and rejecting are in force."""

    version: Version


class WireOfficePage(Struct):
    """One page of an office's feed."""

    epoch: Key
    cursor: Annotated[str, Meta(min_length=1, max_length=2000)]
    more: bool
    server_time: Moment
    changes: tuple[WireOfficeChange, ...]
    decision_reasons: WireReasonsMark


class WireLook(Struct):
    """Somebody of an office looked at the person's file."""

    id: Uuid
    at: Moment
    until: Moment
    times: Annotated[int, Meta(ge=1, le=10**6)]
    who: Line
    office: Line
    why: Line
    what: Line


class WireColleague(WireApplicant):
    """Somebody who works for an office."""

    roles: tuple[Line, ...]


class WireRoleChange(Struct):
    """Who gave or took which roles."""

    at: Moment
    by: Line
    whom: Line
    before: tuple[Line, ...]
    after: tuple[Line, ...]


class WireRoles(Struct):
    """The people of an office, and the newest changes of roles."""

    people: Annotated[tuple[WireColleague, ...], Meta(max_length=10_000)]
    changes: Annotated[tuple[WireRoleChange, ...], Meta(max_length=1000)]


class WireLooksTaken(Struct):
    """Which reported looks the service has."""

    taken: Annotated[tuple[Uuid, ...], Meta(max_length=1000)]


class WireFieldProblem(Struct):
    """One hard problem at a field."""

    field: str
    code: str


class WireOfficeCounts(Struct):
    """How an office stands, in figures."""

    states: Annotated[dict[Key, Number], Meta(max_length=20)]
    overdue: Number
    soon: Number
    unreceived: Number
