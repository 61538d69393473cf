"""The office's list of requests: one line each, its filters, its emptiness. Pure, no Qt."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from desktop.presenters.formats import short_day
from desktop.presenters.requests_list import kind_words, what_words
from desktop.presenters.requests_states import StateMark, TermWords, mark_of, office_term
from desktop.words import translate
from documents.legajo_catalogue import LegajoCatalogue
from documents.working_days import Calendar
from storage.records import PersonFact
from storage.request_records import OfficeRequest, RequestState


@dataclass(frozen=True, slots=True)
class TrayLine:
    """One request of somebody, in the list."""

    uuid: str
    code: str
    who: str
    document: str  # "DNI 99900017"
    what: str
    about: str  # "SOL-2026-000123 · 23/11/2026"
    mark: StateMark
    taken: str  # "", or who has it
    order: int
    at: datetime
    term: TermWords
    deadline: date | None


@dataclass(frozen=True, slots=True)
class TrayFilter:
    """One entry of the filter: the state as the office's search takes it, "" for all."""

    state: str
    words: str


def filters() -> tuple[TrayFilter, ...]:
    """From what is waiting to what is over."""
    return (
        TrayFilter(RequestState.FILED.value, translate("tray", "Por atender")),
        TrayFilter(RequestState.OBSERVED.value, translate("tray", "Observadas")),
        TrayFilter(RequestState.ATTENDED.value, translate("tray", "Atendidas")),
        TrayFilter(RequestState.REJECTED.value, translate("tray", "Rechazadas")),
        TrayFilter("", translate("tray", "Todas")),
    )


def who_words(person: PersonFact) -> str:
    """As files name people: MAMANI ÑAUPARI, ROSA ÁNGELA."""
    return ", ".join(part for part in (person.apellidos, person.nombres) if part)


def signature(person: PersonFact | None) -> str:
    """How the office names somebody of its own in `taken_by` and in a history."""
    return f"{person.nombres} {person.apellidos}" if person is not None else ""


def tray_line(
    request: OfficeRequest,
    person: PersonFact,
    catalogue: LegajoCatalogue,
    today: date,
    calendar: Calendar,
    *,
    me: str,
) -> TrayLine:
    """The line of one request."""
    filed = short_day(request.filed_at.astimezone().date())
    return TrayLine(
        uuid=request.uuid,
        code=request.code,
        who=who_words(person),
        document=f"{person.doc_tipo} {person.doc_numero}",
        what=kind_words(request.content, catalogue),
        about=f"{request.code} · {filed}",
        mark=mark_of(request.state),
        taken=taken_words(request, me=me),
        order=list(RequestState).index(request.state),
        at=request.filed_at,
        term=office_term(request, today, calendar),
        deadline=request.deadline,
    )


def taken_words(request: OfficeRequest, *, me: str) -> str:
    """Who is at it."""
    if not request.taken_by:
        return ""
    if request.taken_by == me:
        return translate("tray", "la tiene usted")
    return translate("tray", "la tiene {who}").format(who=request.taken_by)


def title_of(request: OfficeRequest, catalogue: LegajoCatalogue) -> str:
    """What is asked, for the head of the case."""
    return what_words(request.content, catalogue)


def count_words(lines: Sequence[TrayLine], *, more: bool) -> str:
    """The sentence under the title."""
    if not lines:
        return translate("tray", "Solicitudes de los servidores de su UGEL, la de plazo más próximo primero.")
    number = str(len(lines)) + ("+" if more else "")
    if number == "1":
        return translate("tray", "1 solicitud, la de plazo más próximo primero")
    return translate("tray", "{n} solicitudes, la de plazo más próximo primero").format(n=number)


def nothing_words(*, state: str, text: str) -> tuple[str, str]:
    """Title and sentence of an empty list."""
    if text.strip():
        return (
            translate("tray", "Nadie coincide con «{text}»").format(text=text.strip()),
            translate("tray", "Busque por apellido, por documento o por el código de la solicitud."),
        )
    if state == RequestState.FILED.value:
        return (
            translate("tray", "No hay solicitudes por atender"),
            translate("tray", "Cuando llegue una, aparece aquí con su plazo."),
        )
    return (translate("tray", "Ninguna en este estado"), translate("tray", "Elija otro estado para ver las demás."))
