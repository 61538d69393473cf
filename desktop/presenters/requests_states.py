"""The states of a request as a person reads them: word, tone and sign; who has it; which days are left. Pure, no Qt."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import lru_cache
from typing import Final

from desktop.presenters.formats import short_day
from desktop.words import translate
from documents.working_days import Calendar
from storage.decision_records import CaseRow
from storage.request_records import (
    OPEN_AT_OFFICE,
    SETTLED,
    OfficeRequest,
    OwnRequest,
    RequestState,
    ShownRequest,
)

URGENT = 2  # working days; with fewer left a term is told in the colour of what must be looked at


@dataclass(frozen=True, slots=True)
class StateMark:
    """A state as a tag: never colour alone."""

    word: str
    tone: str
    sign: str


@dataclass(frozen=True, slots=True)
class TermWords:
    """How long is left: a sentence, and the same in two short lines for a list. "" without a term."""

    words: str
    short: str = ""  # "5 días hábiles"
    whose: str = ""  # "para corregirla"
    tone: str = ""


class Reach(StrEnum):
    """How far a request has come: it decides what cancelling it means."""

    DRAFT = "draft"
    HERE = "here"  # queued, and nothing of it ever left this computer
    ON_THE_WAY = "on-the-way"  # perhaps the office has it: nobody knows yet
    OFFICE = "office"
    REFUSED = "refused"  # the office did not accept it
    OVER = "over"


def mark_of(state: RequestState) -> StateMark:
    """The tag of a state."""
    return _MARKS[state]()


def reach_of(shown: ShownRequest) -> Reach:
    """How far it has come, by what is truly known."""
    state = shown.state
    if state in SETTLED:
        return Reach.OVER
    if state in OPEN_AT_OFFICE:
        return Reach.OFFICE
    if state is RequestState.DRAFT:
        return Reach.DRAFT
    if state is RequestState.QUARANTINE:
        return Reach.REFUSED
    return Reach.ON_THE_WAY if shown.own is not None and perhaps_sent(shown.own) else Reach.HERE


def perhaps_sent(own: OwnRequest) -> bool:
    """Whether the office may know of it already."""
    return own.sent or own.state is RequestState.SENDING


@lru_cache(maxsize=4096)  # an office's list has hundreds of lines and few deadlines
def days_left(deadline: date, today: date, calendar: Calendar) -> int:
    """Working days until the deadline, today not counted; negative when it is over."""
    if deadline < today:
        return -max(1, calendar.between(deadline, today))
    return calendar.between(today, deadline)


def term_of(shown: ShownRequest, today: date, calendar: Calendar) -> TermWords:
    """What is left of the office's ten days, or of the person's five."""
    fact = shown.fact
    if fact is None or fact.deadline is None or fact.state not in OPEN_AT_OFFICE:
        return TermWords("")
    left = days_left(fact.deadline, today, calendar)
    if fact.state is RequestState.OBSERVED:
        return _own_term(left, fact.deadline)
    return _office_term(left, fact.deadline)


def office_term(request: OfficeRequest | CaseRow, today: date, calendar: Calendar) -> TermWords:
    """The same term as the office sees it: its own is the urgent one."""
    if request.deadline is None or request.state not in OPEN_AT_OFFICE:
        return TermWords("")
    left, day = days_left(request.deadline, today, calendar), short_day(request.deadline)
    if request.state is RequestState.OBSERVED:
        words = translate("requests", "La persona puede corregirla hasta el {day}").format(day=day)
        return TermWords(words, _left_words(left), translate("requests", "para corregir"))
    words = translate("requests", "Responder hasta el {day}").format(day=day)
    tone = "bad" if left <= 0 else "wait" if left <= URGENT else ""
    return TermWords(words, _left_words(left), day, tone)


def _left_words(left: int) -> str:
    if left < 0:
        return translate("requests", "venció")
    return working_days(left) if left else translate("requests", "vence hoy")


def _own_term(left: int, deadline: date) -> TermWords:
    whose = translate("requests", "para corregirla")
    if left < 0:
        day = short_day(deadline)
        over = translate("requests", "Su plazo venció el {day}").format(day=day)
        return TermWords(over, translate("requests", "venció"), day, "bad")
    if left == 0:
        return TermWords(translate("requests", "Su plazo vence hoy"), translate("requests", "vence hoy"), whose, "bad")
    words = (
        translate("requests", "Le queda 1 día hábil")
        if left == 1
        else translate("requests", "Le quedan {n} días hábiles").format(n=left)
    )
    return TermWords(words, working_days(left), whose, "bad" if left <= URGENT else "wait")


def _office_term(left: int, deadline: date) -> TermWords:
    whose, day = translate("requests", "de la oficina"), short_day(deadline)
    if left < 0:
        over = translate("requests", "La oficina debía responder hasta el {day}").format(day=day)
        return TermWords(over, translate("requests", "venció"), whose)
    if left == 0:
        return TermWords(translate("requests", "La oficina responde hasta hoy"), translate("requests", "hoy"), whose)
    words = translate("requests", "La oficina responde hasta el {day}: {n}").format(day=day, n=working_days(left))
    return TermWords(words, working_days(left), whose)


def working_days(number: int) -> str:
    """1 día hábil, 8 días hábiles."""
    if number == 1:
        return translate("requests", "1 día hábil")
    return translate("requests", "{n} días hábiles").format(n=number)


def _sending() -> StateMark:
    return StateMark(translate("requests", "Enviando"), "info", "send")


# Each is made when it is asked for: a list of hundreds of lines asks for one a line.
_MARKS: Final[Mapping[RequestState, Callable[[], StateMark]]] = {
    RequestState.DRAFT: lambda: StateMark(translate("requests", "Borrador"), "neutral", "pencil"),
    RequestState.READY: lambda: StateMark(translate("requests", "En cola"), "wait", "clock"),
    RequestState.UPLOADING: _sending,
    RequestState.SENDING: _sending,
    RequestState.WAITS_SESSION: lambda: StateMark(
        translate("requests", "Espera que vuelva a ingresar"), "wait", "key-round"
    ),
    RequestState.WAITS_NETWORK: lambda: StateMark(translate("requests", "Espera conexión"), "neutral", "cloud-off"),
    RequestState.QUARANTINE: lambda: StateMark(translate("requests", "No se pudo enviar"), "bad", "triangle-alert"),
    RequestState.FILED: lambda: StateMark(translate("requests", "En solicitud"), "info", "inbox"),
    RequestState.OBSERVED: lambda: StateMark(translate("requests", "Observado"), "wait", "circle-alert"),
    RequestState.ATTENDED: lambda: StateMark(translate("requests", "Atendido"), "good", "check"),
    RequestState.REJECTED: lambda: StateMark(translate("requests", "Rechazado"), "bad", "x"),
    RequestState.CANCELLED: lambda: StateMark(translate("requests", "Anulado"), "neutral", "minus"),
}
