"""What Inicio and the notices say of requests: states that changed, what waits for the person, the counts. No Qt."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from desktop.presenters.home import Attention
from desktop.presenters.requests_list import mended_by, moved_at, name_of, what_words
from desktop.presenters.requests_states import days_left
from desktop.words import translate
from documents.legajo_catalogue import LegajoCatalogue
from documents.working_days import Calendar
from storage.request_records import QUEUED, RequestState, ShownRequest

FORGOTTEN = timedelta(days=3)  # a draft untouched for so long is worth a word
REMEMBERED = timedelta(days=30)  # a rejection is no news after this


@dataclass(frozen=True, slots=True)
class PendingLine:
    """One line of the card on Inicio."""

    sign: str
    tone: str
    words: str


def news_words(unseen: Sequence[ShownRequest], today_calendar: tuple[datetime, Calendar]) -> str:
    """The notice after an exchange in which the office spoke; "" when it did not."""
    told = [shown for shown in unseen if shown.state in _verdicts()]
    if not told:
        return ""
    if len(told) > 1:
        return translate("requests", "{n} de sus solicitudes tienen novedades de la oficina.").format(n=len(told))
    words = _one(told[0])
    if told[0].state is RequestState.OBSERVED:
        return f"{words} {_time_to_mend(told[0], *today_calendar)}"
    return words


def filed_words(filed: Sequence[ShownRequest]) -> str:
    """The notice when the office confirmed that it has what was sent: the code is what one keeps."""
    if not filed:
        return ""
    if len(filed) == 1:
        return translate("requests", "La oficina recibió su solicitud. Código: {name}").format(name=name_of(filed[0]))
    return translate("requests", "La oficina recibió {n} solicitudes suyas.").format(n=len(filed))


def tone_of(unseen: Sequence[ShownRequest]) -> str:
    """The tone of the notice: good only when all of it is."""
    states = {shown.state for shown in unseen if shown.state in _verdicts()}
    if states <= {RequestState.ATTENDED}:
        return "good"
    return "wait" if states & {RequestState.OBSERVED, RequestState.REJECTED, RequestState.QUARANTINE} else "info"


def request_attention(
    requests: Sequence[ShownRequest], unseen: Sequence[ShownRequest], catalogue: LegajoCatalogue, calendar: Calendar,
    now: datetime,
) -> tuple[Attention, ...]:  # fmt: skip
    """What needs the person, the most urgent first."""
    mended, new = mended_by(requests), {shown.uuid for shown in unseen}
    found: list[Attention] = []
    left = [shown for shown in requests if shown.uuid not in mended]
    observed = [shown for shown in left if shown.state is RequestState.OBSERVED]
    found.extend(_observed(shown, calendar, now) for shown in sorted(observed, key=_deadline))
    found.extend(_refused(shown, catalogue) for shown in left if shown.state is RequestState.QUARANTINE)
    found.extend(
        _rejected(shown, catalogue)
        for shown in left
        if shown.state is RequestState.REJECTED and (shown.uuid in new or now - _changed(shown) < REMEMBERED)
    )
    found.extend(
        _attended(shown, catalogue) for shown in left if shown.state is RequestState.ATTENDED and shown.uuid in new
    )
    found.extend(_forgotten([shown for shown in left if _is_forgotten(shown, now)], catalogue))
    return tuple(found)


def pending_lines(requests: Sequence[ShownRequest]) -> tuple[PendingLine, ...]:
    """The card "Mis solicitudes" on Inicio: what is at the office, what waits here, what is half written."""
    counts = (
        (_count(requests, {RequestState.FILED}), "inbox", "info",
         translate("requests", "1 en la oficina"), translate("requests", "{n} en la oficina")),
        (_count(requests, {RequestState.OBSERVED}), "circle-alert", "wait",
         translate("requests", "1 observada por la oficina"), translate("requests", "{n} observadas por la oficina")),
        (_count(requests, QUEUED), "clock", "info",
         translate("requests", "1 por enviar, saldrá sola"), translate("requests", "{n} por enviar, saldrán solas")),
        (_count(requests, {RequestState.QUARANTINE}), "triangle-alert", "bad",
         translate("requests", "1 que no se pudo enviar"), translate("requests", "{n} que no se pudieron enviar")),
        (_count(requests, {RequestState.DRAFT}), "pencil", "neutral",
         translate("requests", "1 borrador"), translate("requests", "{n} borradores")),
    )  # fmt: skip
    return tuple(
        PendingLine(sign, tone, one if number == 1 else many.format(n=number))
        for number, sign, tone, one, many in counts
        if number
    )


def waiting_count(requests: Sequence[ShownRequest]) -> int:
    """How many want something from the person: the figure beside the page's name."""
    mended = mended_by(requests)
    wanting = {RequestState.OBSERVED, RequestState.QUARANTINE, RequestState.WAITS_SESSION}
    return sum(1 for shown in requests if shown.state in wanting and shown.uuid not in mended)


def _count(requests: Sequence[ShownRequest], states: frozenset[RequestState] | set[RequestState]) -> int:
    mended = mended_by(requests)
    return sum(1 for shown in requests if shown.state in states and shown.uuid not in mended)


def _verdicts() -> frozenset[RequestState]:
    return frozenset(
        {
            RequestState.ATTENDED,
            RequestState.OBSERVED,
            RequestState.REJECTED,
            RequestState.CANCELLED,
            RequestState.QUARANTINE,
        }
    )


def _one(shown: ShownRequest) -> str:
    words = {
        RequestState.ATTENDED: translate("requests", "Su solicitud {name} fue atendida."),
        RequestState.OBSERVED: translate("requests", "Su solicitud {name} fue observada."),
        RequestState.REJECTED: translate("requests", "Su solicitud {name} fue rechazada."),
        RequestState.CANCELLED: translate("requests", "Su solicitud {name} quedó anulada."),
        RequestState.QUARANTINE: translate("requests", "Su solicitud {name} no se pudo enviar."),
    }[shown.state]
    return words.format(name=name_of(shown))


def _time_to_mend(shown: ShownRequest, now: datetime, calendar: Calendar) -> str:
    deadline = shown.fact.deadline if shown.fact is not None else None
    if deadline is None:
        return translate("requests", "Corríjala y vuelva a enviarla.")
    left = days_left(deadline, now.astimezone().date(), calendar)
    if left < 0:
        return translate("requests", "El plazo para corregirla ya venció.")
    if left == 0:
        return translate("requests", "El plazo para corregirla vence hoy.")
    if left == 1:
        return translate("requests", "Le queda 1 día hábil para corregirla.")
    return translate("requests", "Le quedan {n} días hábiles para corregirla.").format(n=left)


def _observed(shown: ShownRequest, calendar: Calendar, now: datetime) -> Attention:
    return Attention(
        "circle-alert", "wait", _one(shown), _time_to_mend(shown, now, calendar),
        translate("requests", "Ver qué observó"), "requests", shown.uuid,
    )  # fmt: skip


def _refused(shown: ShownRequest, catalogue: LegajoCatalogue) -> Attention:
    title = translate("requests", "La solicitud {name} no se pudo enviar").format(name=name_of(shown))
    kept = translate("requests", "{what}. Lo que escribió está guardado.")
    return Attention(
        "triangle-alert", "bad", title, kept.format(what=what_words(shown.content, catalogue)),
        translate("requests", "Ver por qué"), "requests", shown.uuid,
    )  # fmt: skip


def _rejected(shown: ShownRequest, catalogue: LegajoCatalogue) -> Attention:
    return Attention(
        "circle-x", "bad", _one(shown), what_words(shown.content, catalogue), translate("requests", "Ver el motivo"),
        "requests", shown.uuid,
    )  # fmt: skip


def _attended(shown: ShownRequest, catalogue: LegajoCatalogue) -> Attention:
    return Attention(
        "circle-check", "good", _one(shown), what_words(shown.content, catalogue),
        translate("requests", "Ver la solicitud"), "requests", shown.uuid,
    )  # fmt: skip


def _forgotten(drafts: Sequence[ShownRequest], catalogue: LegajoCatalogue) -> list[Attention]:
    if not drafts:
        return []
    newest = max(drafts, key=moved_at)
    if len(drafts) == 1:
        title = translate("requests", "Tiene un borrador sin enviar")
        sentence = what_words(newest.content, catalogue)
    else:
        title = translate("requests", "Tiene {n} borradores sin enviar").format(n=len(drafts))
        sentence = translate("requests", "El más reciente: {what}").format(what=what_words(newest.content, catalogue))
    return [Attention("pencil", "neutral", title, sentence, translate("requests", "Seguir"), "requests", newest.uuid)]


def _is_forgotten(shown: ShownRequest, now: datetime) -> bool:
    own = shown.own
    return shown.state is RequestState.DRAFT and own is not None and now - own.changed_at >= FORGOTTEN


def _changed(shown: ShownRequest) -> datetime:
    return shown.fact.changed_at if shown.fact is not None else moved_at(shown)


def _deadline(shown: ShownRequest) -> str:
    deadline = shown.fact.deadline if shown.fact is not None else None
    return deadline.isoformat() if deadline is not None else "9999"
