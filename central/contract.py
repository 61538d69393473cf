"""The shapes of requests and answers, for the OpenAPI document and for reading requests. Semantics: docs/protocol.md.

Answers of the change feed are written by `central.objects` from records and checked against these in the tests: pages
are put together from stored JSON and must not be parsed and written again for every client.
"""

from typing import Annotated, Literal

from pydantic import Field

from central.contract_legajo import LegajoProblem, LegajoRecord, Paper, Request
from central.contract_office import Look
from central.contract_shape import Centimos, DayText, InstantText, Pdf, PeriodText, Sha256, Shape


class Problem(Shape):
    """RFC 9457."""

    type: Annotated[str, Field(pattern=r"^urn:chasqui:problem:[a-z-]+$")]
    title: str
    status: int
    code: str
    detail: str
    retryable: bool
    missing: Annotated[tuple[Sha256, ...], Field(description="of missing-attachments")] = ()
    problems: Annotated[tuple[LegajoProblem, ...], Field(description="of invalid-legajo")] = ()
    request: Annotated[Request | None, Field(description="of changed-meanwhile and already-decided")] = None


class Health(Shape):
    status: Literal["ok"]
    version: str


class CaptchaOffer(Shape):
    """All null but `required` when the server asks for none."""

    required: bool
    captcha_id: str | None
    image: Annotated[str | None, Field(description="PNG in base64")]
    expires_in: Annotated[int | None, Field(description="seconds")]


class SignInRequest(Shape):
    user: Annotated[str, Field(min_length=1, max_length=128)]
    password: Annotated[str, Field(min_length=1, max_length=1024)]
    captcha_id: Annotated[str | None, Field(max_length=64)] = None
    captcha_text: Annotated[str | None, Field(max_length=64)] = None
    device: Annotated[str, Field(max_length=200)]


class RefreshRequest(Shape):
    refresh_token: Annotated[str, Field(max_length=256)]


class MailRequest(Shape):
    email: Annotated[str, Field(min_length=3, max_length=254)]
    captcha_id: Annotated[str | None, Field(max_length=64)] = None
    captcha_text: Annotated[str | None, Field(max_length=64)] = None


class NewPassword(Shape):
    password: Annotated[str, Field(max_length=1024)]


class Accepted(Shape):
    status: Literal["accepted"]


class Oficina(Shape):
    """The UGEL that somebody works for."""

    codigo: Annotated[str, Field(pattern=r"^[0-9]{6}$")]
    nombre: str


class Person(Shape):
    doc_tipo: str
    doc_numero: str
    apellidos: str
    nombres: str
    correo: str
    roles: Annotated[
        tuple[str, ...],
        Field(description="servidor, escalafon, planillas, mesa_partes, administrador; absent = servidor"),
    ] = ("servidor",)
    oficina: Oficina | None = None


class RefreshAnswer(Shape):
    access_token: str
    access_expires_in: Annotated[int, Field(description="seconds")]
    refresh_token: str


class SignInAnswer(RefreshAnswer):
    person: Person


class ConceptLine(Shape):
    codigo: str
    monto: Centimos


class Holder(Shape):
    doc_numero: str
    apellidos: str
    nombres: str


class Payslip(Shape):
    """Every field of documents.payslip.Payslip under its own name, and its PDF."""

    id: str
    clase: Annotated[str, Field(examples=["mensual", "adicional", "judicial"])]
    periodo: PeriodText
    secuencia: int
    tipo_planilla: str
    estado: str
    centro_pago: str
    numero_boleta: str
    fecha_pago: DayText | None
    dre: str
    ugel: str
    codigo_ugel: str
    ruc_entidad: str
    apellidos: str
    nombres: str
    fecha_nacimiento: DayText | None
    doc_tipo: str
    doc_numero: str
    codigo_modular_servidor: str
    establecimiento: str
    codigo_establecimiento: str
    cargo: str
    tipo_servidor: str
    regimen_laboral: str
    nivel_magisterial: str
    horas: int | None
    tiempo_servicio: str
    essalud_autogenerado: str
    fecha_registro_ingreso: DayText | None
    fecha_registro_termino: DayText | None
    cuenta: str
    leyenda_permanente: str
    leyenda_mensual: str
    regimen_pensionario: str
    cuspp: str
    f_afiliacion: DayText | None
    f_devengue: DayText | None
    afp_cfija: Centimos | None
    afp_cvariable: Centimos | None
    afp_seguro: Centimos | None
    haberes: tuple[ConceptLine, ...]
    descuentos: tuple[ConceptLine, ...]
    total_haberes: Centimos
    total_descuentos: Centimos
    liquido: Centimos
    monto_imponible: Centimos
    mensajes: tuple[str, ...]
    titular: Holder | None
    pdf: Pdf | None


class PayDay(Shape):
    periodo: PeriodText
    fecha: DayText
    nota: str
    norma: str


class Concept(Shape):
    codigo: str
    nombre: str
    explicacion: str
    norma: str
    desde: PeriodText
    hasta: PeriodText | None


class PayslipChange(Shape):
    kind: Literal["payslip"]
    id: str
    deleted: bool
    payslip: Payslip | None


class PersonChange(Shape):
    kind: Literal["person"]
    id: str
    deleted: bool
    person: Person | None


class PayDayChange(Shape):
    kind: Literal["pay_day"]
    id: str
    deleted: bool
    pay_day: PayDay | None


class ConceptChange(Shape):
    kind: Literal["concept"]
    id: str
    deleted: bool
    concept: Concept | None


class LegajoRecordChange(Shape):
    kind: Literal["legajo_record"]
    id: str
    deleted: bool
    legajo_record: LegajoRecord | None


class PaperChange(Shape):
    kind: Literal["paper"]
    id: str
    deleted: bool
    paper: Paper | None


class RequestChange(Shape):
    kind: Literal["request"]
    id: str
    deleted: bool
    request: Request | None


class LookChange(Shape):
    kind: Literal["look"]
    id: str
    deleted: bool
    look: Look | None


Change = Annotated[
    PayslipChange
    | PersonChange
    | PayDayChange
    | ConceptChange
    | LegajoRecordChange
    | PaperChange
    | RequestChange
    | LookChange,
    Field(discriminator="kind"),
]


class TrustMark(Shape):
    """Which trust list is in force; `GET /v1/trust-list` has it."""

    version: Annotated[int, Field(ge=1)]


class CatalogueMark(Shape):
    """Which catalogue of the legajo is in force; `GET /v1/legajo-catalogue` has it."""

    version: Annotated[int, Field(ge=1)]


class BundleMark(Shape):
    """All the payslip PDFs of the person in one stream; `GET /v1/bundles/{id}` has it."""

    id: Sha256
    size: Annotated[int, Field(ge=1, description="bytes")]
    count: Annotated[int, Field(ge=1, description="PDFs")]


class Page(Shape):
    """One page of the change feed. A client must ignore kinds that it does not know."""

    epoch: str
    cursor: str
    more: bool
    server_time: InstantText
    next_sync_after: Annotated[int | None, Field(description="seconds")]
    trust_list: TrustMark
    legajo_catalogue: CatalogueMark
    bundle: Annotated[BundleMark | None, Field(description="only on the first page of a walk")]
    digest: Annotated[str | None, Field(pattern=r"^[0-9a-f]{32}$", description="only when there is no more")]
    changes: Annotated[tuple[Change, ...], Field(max_length=50)]
