"""What the store knows of the legajo and of requests to change it. Frozen, Qt-free.

A wish (`OwnRequest`) is the person's and lives in the outbox alone; a fact (`OfficeRequest`, `LegajoRecord`, `Paper`)
is the office's and comes by sync alone. `ShownRequest` and `ShownRecord` are views: wishes laid over facts.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from enum import StrEnum
from typing import TypeVar

from documents.legajo import LegajoRecord, SupportingDocument


class RequestAction(StrEnum):
    """What is asked of the office."""

    NEW = "nuevo"  # a record that is not filed yet
    CHANGE = "modificar"
    REMOVE = "retirar"
    HOJA_DE_VIDA = "hoja_de_vida"  # make the report, or make it anew
    INFORME = "informe_escalafonario"


class RequestState(StrEnum):
    """docs/protocol.md, "Outbox". The first seven are ours; the others are the office's word."""

    DRAFT = "borrador"
    READY = "listo"  # En cola
    UPLOADING = "subiendo"
    SENDING = "enviando"  # outcome unknown
    WAITS_SESSION = "espera_sesion"
    WAITS_NETWORK = "espera_red"
    QUARANTINE = "cuarentena"
    FILED = "en_solicitud"
    OBSERVED = "observado"
    ATTENDED = "atendido"
    REJECTED = "rechazado"
    CANCELLED = "anulado"


QUEUED = frozenset({
    RequestState.READY, RequestState.UPLOADING, RequestState.SENDING, RequestState.WAITS_SESSION,
    RequestState.WAITS_NETWORK,
})  # fmt: skip
OTHER_BODY = "other-body"  # the reason of a quarantine: under this uuid the office has something else
OPEN_AT_OFFICE = frozenset({RequestState.FILED, RequestState.OBSERVED})
CANCEL_REFUSED = "cancel-refused"  # the person wanted to cancel it, and the office had decided it by then
SETTLED = frozenset({RequestState.ATTENDED, RequestState.REJECTED, RequestState.CANCELLED})


@dataclass(frozen=True, slots=True)
class Expediente:
    """What a mesa de partes gave for the sustento: its number, and the clave to consult it with."""

    numero: str
    clave: str
    fecha: date | None


@dataclass(frozen=True, slots=True)
class Reception:
    """What a mesa de partes registered of a request; its number is the request's expediente."""

    at: datetime
    who: str
    folios: int
    desk: str  # "escalafon" or "planillas": to whom it went on
    lacking: tuple[str, ...] = ()  # codes of docs/protocol.md; every writing is received all the same
    until: date | None = None  # the last day for completing what is lacking


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestContent:
    """What is asked. Editable as a draft, frozen at EN COLA. `documents` name files kept by `storage.attachments`."""

    action: RequestAction
    section: str  # roman numeral; "" for hoja de vida and informe
    kind: str  # record kind of the catalogue; "" likewise
    record: str  # uuid of the record; a new one for NEW; "" for papers
    base: LegajoRecord | None  # the fact as it was when the draft began; its version goes to the office
    fields: Mapping[str, str] = field(default_factory=dict, hash=False)  # canonical, or as typed in a draft
    documents: tuple[SupportingDocument, ...] = ()
    note: str = ""  # to whoever attends it
    replaces: str = ""  # uuid of the observed or rejected request that this one corrects
    expediente: Expediente | None = None


@dataclass(frozen=True, slots=True)
class Forgotten:
    """What an office that was put back from an older copy did not know any more, though it had acknowledged it."""

    at: datetime
    code: str  # that it had given
    whole: bool  # the request itself, which goes again; else only what it had answered since


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnRequest:
    """A wish as the outbox keeps it."""

    uuid: str
    number: int  # "Sin código (3)", before there is a code
    content: RequestContent
    state: RequestState
    created_at: datetime
    changed_at: datetime
    queued_at: datetime | None = None
    answered_at: datetime | None = None
    tries: int = 0
    next_try_at: datetime | None = None
    cancel_wanted: bool = False
    code: str = ""  # SOL-2026-000123
    reason: str = ""  # Spanish sentence of the office, or the code of what keeps it waiting or in quarantine
    detail: str = ""  # of a quarantine: technical, for the help desk; or CANCEL_REFUSED
    sent: bool = False  # bytes of it may have reached the office
    expediente: Expediente | None = None  # given since it was queued; travels by itself, `content` stays as frozen
    expediente_waits: bool = False  # and has not reached the office yet
    forgotten: Forgotten | None = None  # the last time


@dataclass(frozen=True, slots=True)
class RequestEvent:
    """One line of the history, as the office wrote it."""

    at: datetime
    state: RequestState
    who: str  # "" when it was the person
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficeRequest:
    """A request as the office knows it: a fact."""

    uuid: str
    code: str
    state: RequestState  # one of the office's
    content: RequestContent  # `base` None: only the version is known, see `base_version`
    base_version: int
    filed_at: datetime
    changed_at: datetime
    attended_by: str
    reason: str
    deadline: date | None  # until when the office must answer, or the person must mend
    history: tuple[RequestEvent, ...]
    taken_by: str = ""
    reception: Reception | None = None


T = TypeVar("T")


def _there(found: T | None) -> T:
    if found is None:
        raise ValueError("a view of nothing")
    return found


def is_another(own: OwnRequest, fact: OfficeRequest) -> bool:
    """Whether the office has something else under the uuid of a wish that has not arrived: an old copy of the profile
    came back, and a draft of it that had been sent meanwhile was written and queued once more. The office refuses that
    as "other-body", and the person sends it under a uuid of its own."""
    waits = own.state in QUEUED or (own.state is RequestState.QUARANTINE and own.reason == OTHER_BODY)
    return waits and replace(own.content, base=None, expediente=None) != replace(
        fact.content, base=None, expediente=None
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownRequest:
    """One line of Seguimiento. At least one of `own` and `fact` is there."""

    uuid: str
    own: OwnRequest | None
    fact: OfficeRequest | None

    @property
    def state(self) -> RequestState:
        """What is truly known: the office's word when there is one about this very content."""
        return (self._answer or _there(self.own)).state

    @property
    def content(self) -> RequestContent:
        """What is asked; ours when we have it, because it knows the record it began from."""
        return (self.own or _there(self.fact)).content

    @property
    def expediente(self) -> Expediente | None:
        """The newest known: what the person wrote and the office has not heard yet, else the office's, else ours."""
        own, fact = self.own, self.fact
        if own is not None and own.expediente_waits:
            return own.expediente
        if fact is not None and fact.content.expediente is not None:
            return fact.content.expediente
        return None if own is None else own.expediente or own.content.expediente

    @property
    def code(self) -> str:
        """The official code, "" before there is one."""
        return (self._answer.code if self._answer else "") or (self.own.code if self.own else "")

    @property
    def _answer(self) -> OfficeRequest | None:
        """The office's word about what is asked here."""
        other = self.own is not None and self.fact is not None and is_another(self.own, self.fact)
        return None if other else self.fact


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownRecord:
    """A record of the legajo with the person's open wish laid over it."""

    confirmed: LegajoRecord | None  # None: asked to be filed, not a fact yet
    wish: ShownRequest | None  # draft, queued or open at the office
    unseen: bool = False  # the office changed it since the person looked

    @property
    def shown(self) -> LegajoRecord:
        """What the record would be if the wish were granted; a record asked to be removed stays as it is."""
        if self.wish is None or self.wish.content.action is RequestAction.REMOVE:
            return _there(self.confirmed)
        content = self.wish.content
        return LegajoRecord(
            id=content.record, section=content.section, kind=content.kind,
            version=self.confirmed.version if self.confirmed else 0, fields=content.fields, documents=content.documents,
            registered=self.confirmed.registered if self.confirmed else None,
            updated=self.confirmed.updated if self.confirmed else None,
        )  # fmt: skip


class PaperKind(StrEnum):
    """What the office makes for a person besides payslips."""

    HOJA_DE_VIDA = "hoja_de_vida"
    INFORME = "informe_escalafonario"
    CONSTANCIA = "constancia"


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """A sealed PDF from the office: a fact. The file comes like a payslip's."""

    id: str
    kind: PaperKind
    titulo: str
    numero: str  # of an informe; "" otherwise
    emitido: date
    vigente_hasta: date | None
    sha256: str
    size: int  # bytes
    request: str = ""  # uuid of the request it answers
    replaced_by: str = ""  # id of the paper that took its place
