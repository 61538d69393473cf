"""What somebody of an office decides, as the outbox keeps it, and what it is about. Frozen, Qt-free."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from documents.legajo import LegajoRecord
from documents.office_matters import ESCALAFON, RECEPTION
from storage.records import PersonFact
from storage.request_records import Expediente, OfficeRequest, RequestState


class Deed(StrEnum):
    """What an office can do with a request; the values are the protocol's."""

    TAKE = "tomar"
    LEAVE = "soltar"
    ATTEND = "atender"
    OBSERVE = "observar"
    REJECT = "rechazar"
    RECEIVE = "recibir"  # of a mesa de partes: registers a request and decides nothing


class DecisionState(StrEnum):
    """How far a decision has come."""

    WAITING = "espera"
    SENDING = "enviando"  # outcome unknown
    DONE = "hecha"
    QUARANTINE = "cuarentena"  # the office refused it; the person has to know
    WITHDRAWN = "retirada"


DECIDING = frozenset({Deed.TAKE, Deed.LEAVE, Deed.ATTEND, Deed.OBSERVE, Deed.REJECT})
FOLLOWS_REFUSED = "follows-refused"  # the trouble of a decision whose forerunner was refused


def deeds_of(roles: Collection[str]) -> frozenset[Deed]:
    """What these roles may do with requests."""
    deciding = DECIDING if ESCALAFON in roles else frozenset()
    return deciding | ({Deed.RECEIVE} if RECEPTION in roles else frozenset())


@dataclass(frozen=True, slots=True)
class ReceptionWish:
    """What somebody of a mesa de partes wants to register."""

    expediente: Expediente
    folios: int
    desk: str
    lacking: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """A decision before it is kept."""

    uuid: str
    request: str
    code: str  # SOL-2026-000123
    who: str  # whose request
    deed: Deed
    reason: str
    seen: datetime  # changed_at, as the office wrote it
    reception: ReceptionWish | None = None  # of RECEIVE, and of it alone


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnDecision:
    """A decision as the outbox keeps it."""

    uuid: str
    batch: str
    request: str
    code: str
    who: str
    deed: Deed
    reason: str
    seen: datetime
    follows: str
    state: DecisionState
    decided_at: datetime
    ready_at: datetime
    tries: int = 0
    next_try_at: datetime | None = None
    sent: bool = False
    trouble: str = ""
    detail: str = ""
    answer: OfficeRequest | None = None  # the request as it was when the decision was refused
    reception: ReceptionWish | None = None

    @property
    def can_be_withdrawn(self) -> bool:
        """No byte of it has left."""
        return self.state is DecisionState.WAITING and not self.sent


@dataclass(frozen=True, slots=True, kw_only=True)
class Servant:
    """Somebody whose legajo the office keeps, as their newest payslip says."""

    doc_tipo: str
    doc_numero: str
    apellidos: str
    nombres: str
    codigo_modular: str
    cargo: str
    codigo_ie: str
    institucion: str
    regimen: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficeCase:
    """A request, who asks, and the record it is about as it is filed now (None: there is none).

    Not `whole`: the cover alone, without fields, notes and the record, for a mesa de partes.
    """

    request: OfficeRequest
    person: PersonFact
    current: LegajoRecord | None
    whole: bool = True


@dataclass(frozen=True, slots=True)
class OfficeRemoval:
    """What is none of this office's any more."""

    kind: str  # "case", "servant"
    id: str


OfficeFact = OfficeCase | Servant | OfficeRemoval


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficePage:
    """One page of the office's feed, stored in one transaction with its cursor."""

    epoch: str
    cursor: str
    more: bool
    etag: str
    facts: tuple[OfficeFact, ...]
    server_time: datetime
    reasons: int  # the version that is in force


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficeMark:
    """Where the last exchange of the office's feed stopped. All empty before the first one."""

    epoch: str | None = None
    cursor: str | None = None
    etag: str | None = None
    more: bool = False
    server_time: datetime | None = None
    succeeded_at: datetime | None = None
    attempt: int = 0
    not_before: datetime | None = None
    condition: str = ""
    reasons: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseRow:
    """One line of the tray: the office's fact, and the own decision that lies over it."""

    uuid: str
    code: str
    state: RequestState
    action: str
    section: str
    kind: str
    doc_tipo: str
    doc_numero: str
    apellidos: str
    nombres: str
    institucion: str
    filed_at: datetime
    changed_at: datetime
    deadline: date | None
    taken_by: str
    expediente: str
    documents: int
    deed: Deed | None = None  # decided here, and not known to be at the office yet, or refused by it
    trouble: str = ""
    reception: str = ""  # "", "done", "lacking": what the mesa de partes registered, or an own wish to


@dataclass(frozen=True, slots=True, kw_only=True)
class TrayQuery:
    """Which lines. Empty: whatever. `me`: how the office names who asks, for `mine`."""

    states: tuple[str, ...] = ()
    sections: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()  # of records; papers by their action
    institution: str = ""
    due_until: date | None = None
    mine: bool = False
    free: bool = False  # nobody has it
    refused: bool = False  # an own decision was refused, and not yet seen
    receptions: tuple[str, ...] = ()  # of "no", "done", "lacking"
    text: str = ""
    me: str = ""
    limit: int = 300
    offset: int = 0


@dataclass(frozen=True, slots=True)
class SavedView:
    """A question with a name."""

    name: str
    query: TrayQuery


@dataclass(frozen=True, slots=True, kw_only=True)
class QueuedLook:
    """A look at somebody's file that the office's service does not know of yet."""

    uuid: str
    doc_numero: str
    why: str  # "solicitud", "documento", "legajo", "paquete", "constancia", "usb"
    what: str
    at: datetime
