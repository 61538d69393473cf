"""The shapes of the legajo: records, papers, requests, decisions. See `central.contract` and docs/protocol.md."""

from typing import Annotated, Literal

from pydantic import Field

from central.contract_shape import DayText, InstantText, Pdf, Sha256, Shape

Uuid = Annotated[str, Field(pattern=r"^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$")]
NoUuid = Annotated[str, Field(pattern=r"^([0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})?$", description='uuid or ""')]
Numeral = Annotated[str, Field(pattern=r"^([IVX]{1,4})?$", examples=["II"])]
Code = Annotated[str, Field(max_length=64)]
Line = Annotated[str, Field(max_length=250)]
FieldValues = Annotated[
    dict[Code, Annotated[str, Field(max_length=4000)]], Field(max_length=100, description="field -> canonical text")
]
State = Literal["en_solicitud", "observado", "atendido", "rechazado", "anulado"]
Action = Literal["nuevo", "modificar", "retirar", "hoja_de_vida", "informe_escalafonario"]


class Document(Shape):
    """Documento de sustento; its file is a blob of the person's."""

    tipo: Line
    formato: Line
    numero: Line
    entidad_emisora: Line
    fecha_emision: DayText | None
    folios: Annotated[int | None, Field(ge=0, le=100_000)]
    sumilla: Annotated[str, Field(max_length=1000)]
    sha256: Sha256
    size: Annotated[int, Field(ge=1, description="bytes")]
    pages: Annotated[int | None, Field(ge=0, le=100_000)]


class Expediente(Shape):
    """What a mesa de partes gave for the sustento."""

    numero: Annotated[str, Field(min_length=1, max_length=80)]
    clave: Annotated[str, Field(max_length=80)]
    fecha: DayText | None


class LegajoRecord(Shape):
    id: Uuid
    section: Numeral
    kind: Code
    version: Annotated[int, Field(ge=1)]
    fields: FieldValues
    documents: tuple[Document, ...]
    registered: DayText | None
    updated: DayText | None


class Paper(Shape):
    id: str
    kind: Annotated[str, Field(examples=["hoja_de_vida", "informe_escalafonario", "constancia"])]
    titulo: str
    numero: str
    emitido: DayText
    vigente_hasta: DayText | None
    pdf: Pdf
    request: NoUuid
    replaced_by: Annotated[str, Field(description="id of the paper that took its place")] = ""


class RequestBody(Shape):
    """What is asked. Never changes once it came."""

    action: Action
    section: Numeral
    kind: Code
    record: NoUuid
    base_version: Annotated[int, Field(ge=0)]
    fields: FieldValues
    documents: Annotated[tuple[Document, ...], Field(max_length=50)]
    note: Annotated[str, Field(max_length=2000)]
    replaces: NoUuid
    expediente: Expediente | None


class RequestEvent(Shape):
    at: InstantText
    state: State
    who: Annotated[str, Field(description='"" when it was the person')]
    note: str


Desk = Literal["escalafon", "planillas"]
Lack = Annotated[
    Literal["fut", "firma", "folios", "sustento", "legible"],
    Field(description="what the mesa de partes found wanting; every writing is received all the same"),
]


class Reception(Shape):
    """What the mesa de partes registered; the number is the request's `expediente`."""

    at: InstantText
    who: str
    folios: Annotated[int, Field(ge=0)]
    desk: Desk
    lacking: tuple[Lack, ...]
    until: Annotated[DayText | None, Field(description="until when what is lacking can be completed")]


class Request(RequestBody):
    uuid: Uuid
    code: Annotated[str, Field(pattern=r"^SOL-\d{4}-\d{6,}$", examples=["SOL-2026-000123"])]
    state: State
    filed_at: InstantText
    changed_at: InstantText
    taken_by: str
    attended_by: str
    reason: str
    deadline: DayText | None
    history: tuple[RequestEvent, ...]
    reception: Reception | None


class RequestAnswer(Shape):
    request: Request


class Nothing(Shape):
    """{}"""


class LegajoProblem(Shape):
    """One hard problem: a code of documents.legajo_validation. Documents' fields are "documents/0/folios"."""

    field: str
    code: str


class OfficePerson(Shape):
    """Who asks."""

    doc_tipo: str
    doc_numero: str
    apellidos: str
    nombres: str


class OfficeRow(Request):
    person: OfficePerson


class OfficeSearch(Shape):
    """What an office looks for. Its words are in the body because they are names: nothing personal in a URL."""

    state: State | Literal[""] = ""
    text: Annotated[str, Field(max_length=200)] = ""
    after: Annotated[str | None, Field(max_length=200)] = None


class OfficeList(Shape):
    requests: Annotated[tuple[OfficeRow, ...], Field(max_length=50)]
    next: str | None


class OfficeRequest(Shape):
    request: Request
    person: OfficePerson
    current: LegajoRecord | None
    whole: Annotated[
        bool, Field(description="false: the cover alone, for a mesa de partes: no fields, no notes, no record")
    ]


class ReceptionWanted(Shape):
    """What a mesa de partes registers."""

    expediente: Expediente
    folios: Annotated[int, Field(ge=0, le=100_000)]
    desk: Desk = "escalafon"
    lacking: Annotated[tuple[Lack, ...], Field(max_length=5)] = ()


class Decision(Shape):
    action: Literal["tomar", "soltar", "observar", "atender", "rechazar", "recibir"]
    reason: Annotated[str, Field(max_length=2000)] = ""
    seen: Annotated[str, Field(max_length=40, description="the changed_at that was decided upon")]
    after: Annotated[Uuid | None, Field(description="own decision on the same request that this one follows")] = None
    reception: Annotated[ReceptionWanted | None, Field(description="of recibir, and of it alone")] = None
