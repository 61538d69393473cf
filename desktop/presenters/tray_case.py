"""One request as the office sees it: who asks, before and after, papers, history, and what can be decided. Pure."""

from dataclasses import dataclass, replace
from datetime import datetime

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
from desktop.presenters.tray_list import MAKES, laid_over, taken_words, title_of, waiting_mark, who_words
from desktop.presenters.tray_reception import checks_of, received_words
from desktop.presenters.tray_refused import why_words, written_words
from desktop.presenters.verdict_checks import Check
from desktop.words import translate
from documents.legajo import LegajoRecord
from documents.legajo_catalogue import LegajoCatalogue
from documents.working_days import Calendar
from storage.decision_records import DECIDING, DecisionState, Deed, OfficeCase, OwnDecision, Servant
from storage.request_records import OPEN_AT_OFFICE, OfficeRequest, RequestAction, RequestState

Decision = Deed  # what the office can do; the values are the protocol's


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """Everything the office's side shows of one request."""

    uuid: str
    code: str
    who: str
    document: str
    place: str  # where they work, and as what
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
    checks: tuple[Check, ...] = ()  # of a mesa de partes
    received: str = ""
    cover: bool = False  # no more of it is seen here
    undo: str = ""  # the batch that can be taken back here
    refused: bool = False  # own decisions that were not applied, and not read yet
    again: Decision | None = None  # the one of them that can be tried once more, with what was written


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenedCase:
    """One request as it was read here."""

    case: OfficeCase
    own: tuple[OwnDecision, ...] = ()  # the open decisions on it
    servant: Servant | None = None
    held: frozenset[str] = frozenset()  # files that are on this computer


def case_of(
    opened: OpenedCase,
    catalogue: LegajoCatalogue,
    calendar: Calendar,
    *,
    me: str,
    now: datetime,
    may: frozenset[Deed] = DECIDING,
) -> Case:
    """In words. `may`: what this person may do with requests at all."""
    person, current, own, servant = opened.case.person, opened.case.current, opened.own, opened.servant
    request = laid_over(opened.case.request, own, me=me)
    content, decisions = request.content, decisions_of(request, me=me, may=may)
    refused = next((one for one in own if one.state is DecisionState.QUARANTINE), None)
    whole = opened.case.whole
    rows, before_known = rows_of(content, current, request.base_version, catalogue) if whole else ((), True)
    return Case(
        uuid=request.uuid,
        code=request.code,
        who=who_words(person),
        document=f"{person.doc_tipo} {person.doc_numero}",
        place=" · ".join(filter(None, (servant.institucion, servant.cargo))) if servant else "",
        title=title_of(request, catalogue),
        about=about_words(content, catalogue),
        mark=_mark(request, own),
        term=office_term(request, now.astimezone().date(), calendar),
        taken=taken_words(request.taken_by, me=me),
        notice=own_notice(own, me=me, now=now) or (_notice(request, current, me=me) if may & DECIDING else None),
        rows=rows,
        before_known=before_known,
        paper=_paper_words(content.action) if whole else "",
        documents=tuple(document_line(one, catalogue, here=one.sha256 in opened.held) for one in content.documents),
        checks=checks_of(replace(opened.case, request=request), catalogue) if Deed.RECEIVE in may else (),
        received=received_words(request.reception, now),
        cover=not whole,
        note=content.note,
        expediente=expediente_words(content.expediente),
        history=tuple(
            Step(event.at, moment(event.at, now), mark_of(event.state), event.who or who_words(person), event.note)
            for event in request.history
        ),
        decisions=decisions,
        undo=next((one.batch for one in reversed(own) if one.can_be_withdrawn), ""),
        refused=refused is not None,
        again=refused.deed if refused is not None and refused.deed in decisions else None,
    )


def decisions_of(request: OfficeRequest, *, me: str, may: frozenset[Deed] = DECIDING) -> tuple[Decision, ...]:
    """What this person may do now. While somebody else has it, it can be received and not decided."""
    if request.state not in OPEN_AT_OFFICE:
        return ()
    return (*(one for one in _offered(request, me=me) if one in may), *({Decision.RECEIVE} & may))


def _offered(request: OfficeRequest, *, me: str) -> tuple[Decision, ...]:
    if request.taken_by not in {"", me}:
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
        Decision.RECEIVE: translate("tray", "R&ecibir…"),
    }[decision]


def is_stale(request: OfficeRequest, current: LegajoRecord | None) -> bool:
    """Whether the record is not the one that the request was written against."""
    if request.content.action not in {RequestAction.CHANGE, RequestAction.REMOVE}:
        return False
    return current is None or current.version != request.base_version


def own_notice(own: tuple[OwnDecision, ...], *, me: str, now: datetime) -> ReasonBox | None:
    """A decision that was refused, with who was faster; or one that waits."""
    refused = next((one for one in own if one.state is DecisionState.QUARANTINE), None)
    if refused is not None:
        why = filter(None, (why_words(refused, me=me, now=now), written_words(refused)))
        return ReasonBox(translate("tray", "Su decisión no se aplicó"), "\n".join(why), "bad")
    waiting = next((one for one in reversed(own) if one.deed in MAKES or one.deed is Deed.RECEIVE), None)
    if waiting is None:
        return None
    if waiting.deed is Deed.RECEIVE:
        told = translate("tray", "Usted ya la recibió; falta que llegue a la oficina")
        return ReasonBox(told, translate("tray", "Se envía con la próxima sincronización."), "info")
    said = waiting.reason or translate("tray", "Se envía con la próxima sincronización.")
    return ReasonBox(translate("tray", "Usted ya decidió; falta que llegue a la oficina"), said, "info")


def _mark(request: OfficeRequest, own: tuple[OwnDecision, ...]) -> StateMark:
    waiting = next(
        (one for one in reversed(own) if one.deed in MAKES and one.state is not DecisionState.QUARANTINE), None
    )
    return mark_of(request.state) if waiting is None else waiting_mark(waiting.deed)


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
