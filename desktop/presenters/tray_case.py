"""One request as the office sees it: who asks, before and after, papers, history, and what can be decided. Pure."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from desktop.presenters.formats import moment
from desktop.presenters.requests_detail import (
    DocumentLine,
    ReasonBox,
    Row,
    Step,
    document_line,
    expediente_words,
    rows_of,
)
from desktop.presenters.requests_list import about_words
from desktop.presenters.requests_states import StateMark, TermWords, mark_of, office_term
from desktop.presenters.tray_list import taken_words, title_of, who_words
from desktop.words import translate
from documents.legajo import LegajoRecord
from documents.legajo_catalogue import LegajoCatalogue
from documents.working_days import Calendar
from storage.records import PersonFact
from storage.request_records import OPEN_AT_OFFICE, OfficeRequest, RequestAction, RequestState


class Decision(StrEnum):
    """What the office can do; the values are the protocol's."""

    TAKE = "tomar"
    LEAVE = "soltar"
    ATTEND = "atender"
    OBSERVE = "observar"
    REJECT = "rechazar"


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """Everything the office's side shows of one request."""

    uuid: str
    code: str
    who: str
    document: str
    title: str
    about: str
    mark: StateMark
    term: TermWords
    taken: str
    notice: ReasonBox | None  # somebody else has it, or the record moved on
    rows: tuple[Row, ...]
    before_known: bool
    paper: str
    documents: tuple[DocumentLine, ...]
    note: str
    expediente: str
    history: tuple[Step, ...]
    decisions: tuple[Decision, ...]


def case_of(
    request: OfficeRequest,
    person: PersonFact,
    current: LegajoRecord | None,
    catalogue: LegajoCatalogue,
    calendar: Calendar,
    *,
    me: str,
    now: datetime,
) -> Case:  # fmt: skip
    """In words."""
    content = request.content
    rows, before_known = rows_of(content, current, request.base_version, catalogue)
    return Case(
        uuid=request.uuid,
        code=request.code,
        who=who_words(person),
        document=f"{person.doc_tipo} {person.doc_numero}",
        title=title_of(request, catalogue),
        about=about_words(content, catalogue),
        mark=mark_of(request.state),
        term=office_term(request, now.astimezone().date(), calendar),
        taken=taken_words(request, me=me),
        notice=_notice(request, current, me=me),
        rows=rows,
        before_known=before_known,
        paper=_paper_words(content.action),
        documents=tuple(document_line(one, catalogue, here=True) for one in content.documents),
        note=content.note,
        expediente=expediente_words(content.expediente),
        history=tuple(
            Step(event.at, moment(event.at, now), mark_of(event.state), event.who or who_words(person), event.note)
            for event in request.history
        ),
        decisions=decisions_of(request, me=me),
    )


def decisions_of(request: OfficeRequest, *, me: str) -> tuple[Decision, ...]:
    """What this person may decide now; nothing while somebody else has it."""
    if request.state not in OPEN_AT_OFFICE or request.taken_by not in {"", me}:
        return ()
    hold = Decision.LEAVE if request.taken_by else Decision.TAKE
    if request.state is RequestState.OBSERVED:
        return Decision.ATTEND, Decision.REJECT, hold
    return Decision.ATTEND, Decision.OBSERVE, Decision.REJECT, hold


def decision_words(decision: Decision) -> str:
    """The word of its button."""
    return {
        Decision.TAKE: translate("tray", "&Tomar"),
        Decision.LEAVE: translate("tray", "&Soltar"),
        Decision.ATTEND: translate("tray", "&Atender"),
        Decision.OBSERVE: translate("tray", "&Observar…"),
        Decision.REJECT: translate("tray", "&Rechazar…"),
    }[decision]


def is_stale(request: OfficeRequest, current: LegajoRecord | None) -> bool:
    """Whether the record is not the one that the request was written against."""
    if request.content.action not in {RequestAction.CHANGE, RequestAction.REMOVE}:
        return False
    return current is None or current.version != request.base_version


def _notice(request: OfficeRequest, current: LegajoRecord | None, *, me: str) -> ReasonBox | None:
    if request.state not in OPEN_AT_OFFICE:
        return None
    if request.taken_by not in {"", me}:
        title = translate("tray", "La está viendo {who}").format(who=request.taken_by)
        return ReasonBox(title, translate("tray", "Puede leerla. Para decidir, tiene que soltarla primero."), "info")
    if is_stale(request, current):
        return ReasonBox(
            translate("tray", "El registro cambió después de esta solicitud"),
            translate("tray", "No se puede atender tal como está. Obsérvela para que la corrijan con lo que hay hoy."),
            "wait",
        )
    return None


def _paper_words(action: RequestAction) -> str:
    return {
        RequestAction.HOJA_DE_VIDA: translate(
            "tray", "Al atender se genera su hoja de vida con lo que hay hoy en el legajo, firmada, y le llega sola."
        ),
        RequestAction.INFORME: translate(
            "tray", "Al atender se genera el informe escalafonario con lo que hay hoy en el legajo, y le llega solo."
        ),
    }.get(action, "")
