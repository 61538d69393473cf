"""The list of "Mis solicitudes": one line a request, three filters, and what each emptiness means. Pure, no Qt."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from desktop.presenters.formats import short_day
from desktop.presenters.requests_states import StateMark, TermWords, mark_of, term_of
from desktop.words import translate
from documents.legajo_catalogue import LegajoCatalogue
from documents.legajo_values import summarised
from documents.working_days import Calendar
from storage.request_records import SETTLED, RequestAction, RequestContent, RequestState, ShownRequest


class Show(StrEnum):
    """Which of them the list shows."""

    OPEN = "open"  # everything that can still move: queued, at the office, refused
    EVERY = "every"
    DRAFTS = "drafts"


@dataclass(frozen=True, slots=True)
class Line:
    """One request in the list."""

    uuid: str
    name: str  # "SOL-2026-000123", or "Sin código (3)" before there is a code
    what: str  # "Domicilio y contacto"
    about: str  # "Jr. Los Andes 120 · Modificar · I Identificación": what tells two of a kind apart comes first
    mark: StateMark
    order: int  # of the state, along its way
    at: datetime
    day: str  # "23/11/2026"
    term: TermWords
    deadline: date | None
    cancelling: bool  # the person wants it cancelled and the office has not said so yet


@dataclass(frozen=True, slots=True)
class Nothing:
    """Why the list is empty and what to do."""

    title: str
    sentence: str
    action: str


def kept_by(show: Show, requests: Sequence[ShownRequest], *, besides: str = "") -> tuple[ShownRequest, ...]:
    """Those the filter leaves, newest first. Drafts are open matters only where drafts are asked for.

    `besides`: the uuid of one that stays although the filter leaves it out: the person is reading it.
    """
    if show is Show.EVERY:
        left = list(requests)
    elif show is Show.DRAFTS:
        left = [shown for shown in requests if shown.state is RequestState.DRAFT]
    else:
        mended = mended_by(requests)
        left = [shown for shown in requests if _is_open(shown, mended)]
    left += [shown for shown in requests if shown.uuid == besides and shown not in left]
    return tuple(sorted(left, key=moved_at, reverse=True))


def mended_by(requests: Sequence[ShownRequest]) -> frozenset[str]:
    """The uuids of requests that another one corrects; a draft of it sends nothing yet, and the days go on."""
    return frozenset(
        shown.content.replaces
        for shown in requests
        if shown.content.replaces and shown.state not in {RequestState.CANCELLED, RequestState.DRAFT}
    )


def _is_open(shown: ShownRequest, mended: frozenset[str]) -> bool:
    if shown.uuid in mended and shown.state in {RequestState.REJECTED, RequestState.OBSERVED}:
        return False
    return shown.state not in SETTLED and shown.state is not RequestState.DRAFT


def moved_at(shown: ShownRequest) -> datetime:
    """When it came to where it is: filed, else queued, else written."""
    if shown.fact is not None:
        return shown.fact.filed_at
    own = shown.own
    if own is None:
        raise ValueError("a request that nobody knows")
    return own.queued_at or own.changed_at


def name_of(shown: ShownRequest) -> str:
    """The official code, or the local number."""
    if shown.code:
        return shown.code
    number = shown.own.number if shown.own is not None else 0
    return translate("requests", "Sin código ({n})").format(n=number)


def what_words(content: RequestContent, catalogue: LegajoCatalogue) -> str:
    """What is asked, in a few words."""
    if content.action is RequestAction.HOJA_DE_VIDA:
        return translate("requests", "Hoja de vida")
    if content.action is RequestAction.INFORME:
        return translate("requests", "Informe escalafonario")
    return f"{_verb(content.action)}: {kind_words(content, catalogue)}"


def kind_words(content: RequestContent, catalogue: LegajoCatalogue) -> str:
    """What it is about, without the verb."""
    if not content.kind:
        return what_words(content, catalogue)
    kind = catalogue.kind(content.kind)
    return kind.name if kind is not None else content.kind


def about_words(content: RequestContent, catalogue: LegajoCatalogue) -> str:
    """Which section and which record."""
    section, kind = catalogue.section(content.section), catalogue.kind(content.kind)
    if section is None:
        return content.note
    values = content.fields
    if content.action is RequestAction.REMOVE and content.base is not None:
        values = content.base.fields
    named = summarised(kind, values, catalogue.lists)[:2] if kind is not None else ()
    return " · ".join((f"{section.code} {section.short_name}", *named))


def _told_apart(content: RequestContent, catalogue: LegajoCatalogue) -> str:
    place, *named = about_words(content, catalogue).split(" · ")
    return " · ".join(part for part in (*named, _verb(content.action), place) if part)


def line_of(shown: ShownRequest, catalogue: LegajoCatalogue, today: date, calendar: Calendar) -> Line:
    """The line of one request."""
    at, content = moved_at(shown), shown.content
    own = shown.own
    return Line(
        uuid=shown.uuid,
        name=name_of(shown),
        what=kind_words(content, catalogue),
        about=_told_apart(content, catalogue),
        mark=mark_of(shown.state),
        order=list(RequestState).index(shown.state),
        at=at,
        day=short_day(at.astimezone().date()),
        term=term_of(shown, today, calendar),
        deadline=shown.fact.deadline if shown.fact is not None else None,
        cancelling=own is not None and own.cancel_wanted and shown.state not in SETTLED,
    )


def summary_words(requests: Sequence[ShownRequest]) -> str:
    """The sentence under the title."""
    left = kept_by(Show.OPEN, requests)
    drafts = kept_by(Show.DRAFTS, requests)
    parts = []
    if left:
        parts.append(
            translate("requests", "1 solicitud abierta")
            if len(left) == 1
            else translate("requests", "{n} solicitudes abiertas").format(n=len(left))
        )
    if drafts:
        parts.append(
            translate("requests", "1 borrador")
            if len(drafts) == 1
            else translate("requests", "{n} borradores").format(n=len(drafts))
        )
    told = " · ".join(parts)
    return told or translate("requests", "Aquí se sigue cada pedido a la oficina, hasta el final.")


def nothing_words(show: Show, *, total: int) -> Nothing:
    """What an empty list says."""
    if show is Show.DRAFTS:
        return Nothing(
            translate("requests", "No tiene borradores"),
            translate("requests", "Un cambio que empiece en Mi legajo y deje a medias se guarda solo y aparece aquí."),
            translate("requests", "Ir a Mi legajo"),
        )
    if total and show is Show.OPEN:
        return Nothing(
            translate("requests", "No hay solicitudes abiertas"),
            translate("requests", "Todo lo que pidió ya tiene respuesta. Puede verlo en «Todas»."),
            translate("requests", "Ver todas"),
        )
    return Nothing(
        translate("requests", "Todavía no pidió ningún cambio"),
        translate("requests", "En Mi legajo, pulse «Solicitar modificación». También sin internet: se enviará solo."),
        translate("requests", "Ir a Mi legajo"),
    )


def _verb(action: RequestAction) -> str:
    return {
        RequestAction.NEW: translate("requests", "Agregar"),
        RequestAction.CHANGE: translate("requests", "Modificar"),
        RequestAction.REMOVE: translate("requests", "Retirar"),
    }.get(action, "")
