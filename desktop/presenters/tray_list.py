"""The office's list of requests: one line each, what lies over them, its emptiness. Pure, no Qt."""

from dataclasses import dataclass, replace
from datetime import date, datetime

from desktop.presenters.formats import moment
from desktop.presenters.requests_list import kind_words, what_words
from desktop.presenters.requests_states import StateMark, TermWords, mark_of, office_term
from desktop.presenters.tray_reception import row_words
from desktop.words import translate
from documents.legajo_catalogue import LegajoCatalogue
from documents.working_days import Calendar
from storage.decision_records import DECIDING, CaseRow, DecisionState, Deed, OwnDecision, ReceptionWish
from storage.records import PersonFact
from storage.request_records import OfficeRequest, Reception, RequestAction, RequestContent, RequestState

MAKES = {
    Deed.ATTEND: RequestState.ATTENDED, Deed.OBSERVE: RequestState.OBSERVED, Deed.REJECT: RequestState.REJECTED,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class TrayLine:
    """One request of somebody, in the list."""

    uuid: str
    code: str
    who: str
    document: str  # "DNI 99900017 · 54001 SAN JOSÉ"
    what: str
    about: str  # "SOL-2026-000123 · 23/11"
    mark: StateMark
    taken: str  # "", or who has it
    order: int
    at: datetime
    term: TermWords
    deadline: date | None
    can_be_decided: bool
    reception: str = ""  # for a mesa de partes


def who_words(person: PersonFact | CaseRow) -> str:
    """As files name people: MAMANI ÑAUPARI, ROSA ÁNGELA."""
    return ", ".join(part for part in (person.apellidos, person.nombres) if part)


def signature(person: PersonFact | None) -> str:
    """How the office names somebody of its own in `taken_by` and in a history."""
    return f"{person.nombres} {person.apellidos}" if person is not None else ""


def tray_line(
    row: CaseRow,
    catalogue: LegajoCatalogue,
    today: date,
    calendar: Calendar,
    *,
    me: str,
    may: frozenset[Deed] = DECIDING,
) -> TrayLine:
    """The line of one request, with the own decision on it. `may`: what this person may do with requests at all."""
    taken_by = {Deed.TAKE: me, Deed.LEAVE: ""}.get(row.deed, row.taken_by) if row.deed else row.taken_by
    decided = row.deed in MAKES and not row.trouble
    return TrayLine(
        uuid=row.uuid,
        code=row.code,
        who=who_words(row),
        document=" · ".join(filter(None, (f"{row.doc_tipo} {row.doc_numero}", row.institucion))),
        what=kind_words(content_of(row), catalogue),
        about=f"{row.code} · {row.filed_at.astimezone():%d/%m}",
        mark=row_mark(row),
        taken=taken_words(taken_by, me=me),
        order=list(RequestState).index(row.state),
        at=row.filed_at,
        term=TermWords("") if decided else office_term(row, today, calendar),
        deadline=row.deadline,
        can_be_decided=not decided and row.state in {RequestState.FILED, RequestState.OBSERVED}
        and taken_by in {"", me} and bool(may & DECIDING),
        reception=row_words(row) if Deed.RECEIVE in may else "",
    )  # fmt: skip


def row_mark(row: CaseRow) -> StateMark:
    """The tag: the office's word, or that a decision waits, or that it was refused."""
    if row.trouble:
        return StateMark(translate("tray", "No se aplicó"), "bad", "triangle-alert")
    if row.deed is not None and (row.deed in MAKES or row.deed is Deed.RECEIVE):
        return waiting_mark(row.deed)
    return mark_of(row.state)


def waiting_mark(deed: Deed) -> StateMark:
    """Decided here, and not known to be at the office yet."""
    words = {
        Deed.ATTEND: translate("tray", "Atender: por enviar"),
        Deed.OBSERVE: translate("tray", "Observar: por enviar"),
        Deed.REJECT: translate("tray", "Rechazar: por enviar"),
        Deed.TAKE: translate("tray", "Tomar: por enviar"),
        Deed.LEAVE: translate("tray", "Soltar: por enviar"),
        Deed.RECEIVE: translate("tray", "Recibir: por enviar"),
    }
    return StateMark(words[deed], "wait", "clock")


def laid_over(request: OfficeRequest, decisions: tuple[OwnDecision, ...], *, me: str) -> OfficeRequest:
    """The request as it will be when the own decisions on it have arrived; refused ones change nothing."""
    for own in decisions:
        if own.state is DecisionState.QUARANTINE:
            continue
        if own.reception is not None:
            request = _received(request, own, own.reception, me)
        elif own.deed in MAKES:
            request = replace(request, state=MAKES[own.deed])
        else:
            request = replace(request, taken_by=me if own.deed is Deed.TAKE else "")
    return request


def _received(request: OfficeRequest, own: OwnDecision, wish: ReceptionWish, me: str) -> OfficeRequest:
    reception = Reception(own.decided_at, me, wish.folios, wish.desk, wish.lacking)
    return replace(request, reception=reception, content=replace(request.content, expediente=wish.expediente))


def content_of(row: CaseRow) -> RequestContent:
    """As much of the content as a line knows."""
    kind = "" if row.kind == row.action else row.kind
    return RequestContent(action=RequestAction(row.action), section=row.section, kind=kind, record="", base=None)


def taken_words(taken_by: str, *, me: str) -> str:
    """Who is at it."""
    if not taken_by:
        return ""
    if taken_by == me:
        return translate("tray", "la tiene usted")
    return translate("tray", "la tiene {who}").format(who=taken_by)


def title_of(request: OfficeRequest, catalogue: LegajoCatalogue) -> str:
    """What is asked, for the head of the case."""
    return what_words(request.content, catalogue)


def count_words(total: int, as_of: datetime | None, now: datetime) -> str:
    """The sentence under the title: how many, and as of when."""
    if as_of is None:
        return translate("tray", "Solicitudes de los servidores de su UGEL, la de plazo más próximo primero.")
    when = translate("tray", "Datos: {when}.").format(when=moment(as_of, now))
    if total == 0:
        return when
    many = (
        translate("tray", "1 solicitud")
        if total == 1
        else translate("tray", "{n} solicitudes, la de plazo más próximo primero").format(n=f"{total:,}")
    )
    return f"{many}. {when}"


def nothing_words(key: str, *, text: str, filters: int, as_of: datetime | None) -> tuple[str, str]:
    """Title and sentence of an empty list."""
    if as_of is None:
        return (
            translate("tray", "La bandeja todavía no llegó"),
            translate("tray", "Llega con la primera sincronización con conexión. Después se atiende también sin ella."),
        )
    if text.strip():
        return (
            translate("tray", "Nadie coincide con «{text}»").format(text=text.strip()),
            translate("tray", "Busque por DNI, apellidos, código de la solicitud o número de expediente."),
        )
    if filters:
        return (
            translate("tray", "Ninguna con estos filtros"),
            translate("tray", "Quite alguno para ver las demás."),
        )
    return _nothing_in(key)


def _nothing_in(key: str) -> tuple[str, str]:
    """Of a view that nothing narrows."""
    if key == "waiting":
        return (
            translate("tray", "No hay solicitudes por atender"),
            translate("tray", "Cuando llegue una, aparece aquí con su plazo."),
        )
    if key == "unreceived":
        return (
            translate("tray", "No hay solicitudes por recibir"),
            translate("tray", "Cuando llegue una, aparece aquí para registrar su expediente y derivarla."),
        )
    if key == "refused":
        return (
            translate("tray", "Todas sus decisiones se aplicaron"),
            translate("tray", "Si alguien decide antes que usted, aquí se dice quién y cuándo."),
        )
    return (translate("tray", "Ninguna en esta vista"), translate("tray", "Elija otra vista para ver las demás."))
