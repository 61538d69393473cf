"""The log of exchanges: a line for the person who looks at the page, and a text for who helps them from afar. No Qt.

The text for support names no person, no user, no folder and no file: codes, times, counts, and of details only those
that the network gives (`sync.errors`), never a sentence of the office's and never a path.
"""

from dataclasses import dataclass
from datetime import datetime

from desktop.presenters.formats import count, duration, size
from desktop.presenters.status import Situation
from desktop.presenters.sync_progress import outcome_words
from desktop.words import translate
from sync.core.outcome import Blocked, Cancelled, Outcome, SessionNeeded, Updated

TELLING = frozenset({
    "offline", "timeout", "portal", "interference", "cut", "server-trouble", "busy", "too-many-attempts",
    "certificate", "certificate-issuer", "certificate-name", "certificate-early", "certificate-dates",
    "proxy", "proxy-password",
})  # codes whose detail is technical and nobody's  # fmt: skip
LONGEST_DETAIL = 80


@dataclass(frozen=True, slots=True)
class Ended:
    """One exchange of this session that is over."""

    at: datetime
    outcome: Outcome
    seconds: float | None = None  # how long it took
    octets: int | None = None  # received and sent; None while nobody has counted


def cost_words(ended: Ended) -> str:
    """What it took: "3 KB · 2 s"; nothing while nobody has counted."""
    if ended.octets is None:
        return ""
    took = [] if ended.seconds is None else [duration(ended.seconds)]
    return " · ".join([size(ended.octets), *took])


def code_of(outcome: Outcome) -> str:
    """The word that support knows an outcome by, with the technical detail where that says nothing of anybody."""
    match outcome:
        case Blocked(code, _, detail):
            told = detail.partition(":")[0][:LONGEST_DETAIL] if code in TELLING else ""
            return f"{code} ({told})" if told else code
        case Updated(new_payslips, pdfs, filed, forgotten):
            again = f", forgotten by the office {forgotten}" if forgotten else ""
            office = (outcome.decided, outcome.refused, outcome.of_office)
            told = ", office: decided {}, refused {}, news {}".format(*office) if any(office) else ""
            return f"updated (payslips {new_payslips}, pdfs {pdfs}, filed {filed}{again}{told})"
        case SessionNeeded():
            return "session-ended"
        case Cancelled():
            return "cancelled"
        case _:
            return "up-to-date"


def support_text(log: tuple[Ended, ...], situation: Situation, *, version: str, system: str, now: datetime) -> str:
    """What a person can copy and send to who helps them. The newest exchange first, times with their zone."""
    waiting = situation.pending - situation.refused
    traffic = situation.traffic
    head = [
        translate("SyncLog", "Chasqui {version} · registro de sincronización").format(version=version),
        translate("SyncLog", "Sistema: {system}").format(system=system),
        translate("SyncLog", "Ahora: {at}").format(at=_stamp(now)),
        translate("SyncLog", "Estado: {state}").format(state=_state(situation)),
        translate("SyncLog", "Última completa: {at}").format(at=_stamp_or_never(situation.succeeded_at)),
        translate("SyncLog", "Próximo intento: {at}").format(at=_stamp_or_never(_next(situation))),
        translate("SyncLog", "Por enviar: {n} · no aceptadas: {refused}").format(n=waiting, refused=situation.refused),
    ]
    if traffic:
        head.append(
            translate("SyncLog", "Datos de {month}: recibido {received} B, enviado {sent} B, {n} pedidos").format(
                month=traffic.periodo, received=traffic.received, sent=traffic.sent, n=traffic.requests
            )
        )
    return "\n".join([*head, "", *(_line(ended) for ended in log)]).rstrip() + "\n"


def _next(situation: Situation) -> datetime | None:
    return situation.outcome.retry_at if isinstance(situation.outcome, Blocked) else situation.planned_at


def _state(situation: Situation) -> str:
    reachable = {True: "network up", False: "network down", None: "network unknown"}[situation.reachable]
    return f"{situation.connection.value}, {reachable}"


def _line(ended: Ended) -> str:
    octets = "–" if ended.octets is None else count(ended.octets)
    took = "–" if ended.seconds is None else f"{ended.seconds:.1f}"
    return f"{_stamp(ended.at)} | {took} s | {octets} B | {code_of(ended.outcome)} | {outcome_words(ended.outcome)}"


def _stamp(at: datetime) -> str:
    return at.astimezone().isoformat(" ", "seconds")


def _stamp_or_never(at: datetime | None) -> str:
    return "–" if at is None else _stamp(at)
