"""One state machine for the connection, and its words for the strip, the navigation and the page Sincronización. No Qt.

Whatever shows the connection asks here, so no two places contradict each other. Offline is grey, never red.
"""

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from desktop.presenters.errors import tell_blocked, tell_code
from desktop.presenters.formats import as_of, moment, size
from desktop.presenters.sync_progress import part_done, stage_words
from desktop.words import translate
from storage.records import SyncMark, Traffic
from sync.core.outcome import Blocked, Cancelled, Outcome, Progress, SessionNeeded


class Connection(StrEnum):
    """What can be said about the way to the office."""

    UNKNOWN = "unknown"  # nothing tried yet
    SYNCING = "syncing"
    CONNECTED = "connected"  # the last exchange went through
    OFFLINE = "offline"
    BLOCKED = "blocked"  # there is a network, but the exchange did not go through
    SESSION = "session"  # the person has to sign in again


@dataclass(frozen=True, slots=True)
class Situation:
    """Everything the strip tells, as facts."""

    connection: Connection = Connection.UNKNOWN
    progress: Progress | None = None
    outcome: Outcome | None = None  # of the last exchange of this process
    reachable: bool | None = None  # what the operating system says; None: it does not say
    succeeded_at: datetime | None = None
    pending: int = 0  # wishes that have not reached the office, those that it did not accept included
    refused: int = 0  # of them, those that it did not accept
    traffic: Traffic | None = None
    planned_at: datetime | None = None  # when the program looks again by itself


@dataclass(frozen=True, slots=True)
class StripWords:
    """The strip in words. `tone` names the dot's colour and never says it alone; `part` is None without a bar."""

    tone: str
    lead: str
    facts: tuple[str, ...]
    used: str
    button: str
    cancels: bool
    syncing: bool
    part: float | None


def began(situation: Situation) -> Situation:
    """An exchange started."""
    return replace(situation, connection=Connection.SYNCING, progress=None)


def progressed(situation: Situation, progress: Progress) -> Situation:
    """The exchange got further."""
    return replace(situation, connection=Connection.SYNCING, progress=progress)


def finished(situation: Situation, outcome: Outcome) -> Situation:
    """The exchange ended."""
    return replace(situation, connection=_after(situation, outcome), progress=None, outcome=outcome)


def reachability_changed(situation: Situation, reachable: bool | None) -> Situation:
    """The operating system says whether there is a network. Having one proves nothing about the office."""
    situation = replace(situation, reachable=reachable)
    if situation.connection is Connection.SYNCING or situation.connection is Connection.SESSION:
        return situation
    if reachable is False:
        return replace(situation, connection=Connection.OFFLINE)
    if situation.connection is Connection.OFFLINE and reachable:
        return replace(situation, connection=Connection.UNKNOWN)
    return situation


def counted(situation: Situation, mark: SyncMark, pending: int, traffic: Traffic, refused: int = 0) -> Situation:
    """What the store says after an exchange."""
    return replace(situation, succeeded_at=mark.succeeded_at, pending=pending, traffic=traffic, refused=refused)


def planned(situation: Situation, at: datetime | None) -> Situation:
    """The thread says when it goes again by itself; None: only when asked."""
    return replace(situation, planned_at=at)


def strip_words(situation: Situation, now: datetime) -> StripWords:
    """The strip's one line."""
    syncing = situation.connection is Connection.SYNCING
    return StripWords(
        tone="good" if situation.connection is Connection.CONNECTED else "action" if syncing else "field",
        lead=lead(situation),
        facts=tuple(fact for fact in (_as_of(situation, now), _waiting(situation), _refused(situation)) if fact),
        used=used_words(situation.traffic),
        button=translate("Strip", "Cancelar") if syncing else translate("Strip", "Sincronizar ahora"),
        cancels=syncing,
        syncing=syncing,
        part=part_done(situation.progress) if syncing and situation.progress else None,
    )


def lead(situation: Situation) -> str:
    """The connection in two or three words."""
    if situation.connection is Connection.SYNCING:
        return stage_words(situation.progress)
    return {
        Connection.UNKNOWN: translate("Strip", "Aún no se conecta"),
        Connection.CONNECTED: translate("Strip", "Con conexión"),
        Connection.OFFLINE: translate("Strip", "Sin conexión"),
        Connection.BLOCKED: translate("Strip", "No se pudo sincronizar"),
        Connection.SESSION: translate("Strip", "Falta volver a ingresar"),
    }[situation.connection]


def blocking(situation: Situation, now: datetime) -> tuple[str, ...]:
    """What stands in the way and when it is tried again, in sentences; empty when nothing does."""
    outcome = situation.outcome
    if isinstance(outcome, SessionNeeded):
        told = tell_code("session-ended")
        return (told.what, told.safe, told.todo)
    if not isinstance(outcome, Blocked):
        return ()
    seconds = (outcome.retry_at - now).total_seconds() if outcome.retry_at else None
    wait = max(1.0, seconds) if seconds is not None else None
    told = tell_blocked(outcome.code, detail=outcome.detail, seconds=wait)
    return tuple(line for line in (told.what, told.safe, told.todo, next_try(outcome.retry_at, now)) if line)


def next_try(retry_at: datetime | None, now: datetime) -> str:
    """When the program tries again by itself."""
    if retry_at is None:
        return ""
    if retry_at <= now:
        return translate("Strip", "Próximo intento: en seguida.")
    return translate("Strip", "Próximo intento: {at}.").format(at=moment(retry_at, now))


def next_look(situation: Situation, now: datetime) -> str:
    """When the program looks again although nothing is in the way."""
    if situation.planned_at is None or situation.planned_at <= now:
        return translate("Strip", "Se volverá a revisar solo.")
    return translate("Strip", "Se volverá a revisar solo: {at}.").format(at=moment(situation.planned_at, now))


def pending_words(situation: Situation) -> str:
    """What becomes of the requests that have not reached the office, in a sentence."""
    if situation.pending <= 0:
        return translate("Strip", "Nada espera en esta computadora.")
    if situation.refused > 0:
        return _refused(situation) + _others(situation)
    words = _alone(situation, one=situation.pending == 1) or translate("Strip", "se está enviando ahora")
    return f"{words[0].upper()}{words[1:]}."


def _others(situation: Situation) -> str:
    """Behind those that the office did not accept: what becomes of the rest."""
    number = situation.pending - situation.refused
    words = _alone(situation, one=number == 1)
    if number <= 0 or not words:
        return "."
    if number == 1:
        return translate("Strip", ". La otra {words}.").format(words=words)
    return translate("Strip", ". Las otras {n} {words}.").format(n=number, words=words)


def used_words(traffic: Traffic | None) -> str:
    """What this month's exchanges cost."""
    octets = traffic.received + traffic.sent if traffic else 0
    return translate("Strip", "Usado este mes: {size}").format(size=size(octets))


def _after(situation: Situation, outcome: Outcome) -> Connection:
    if isinstance(outcome, SessionNeeded):
        return Connection.SESSION
    if isinstance(outcome, Blocked):
        return Connection.OFFLINE if outcome.code == "offline" or situation.reachable is False else Connection.BLOCKED
    if isinstance(outcome, Cancelled):
        return Connection.UNKNOWN
    return Connection.CONNECTED


def _as_of(situation: Situation, now: datetime) -> str:
    if situation.succeeded_at is None:
        return translate("Strip", "todavía no se completó la primera sincronización")
    return translate("Strip", "sus datos {at}").format(at=as_of(situation.succeeded_at, now))


def _waiting(situation: Situation) -> str:
    number = situation.pending - situation.refused
    if number <= 0:
        return ""
    if number == 1:
        words, alone = translate("Strip", "1 solicitud por enviar"), _alone(situation, one=True)
    else:
        words = translate("Strip", "{n} solicitudes por enviar").format(n=number)
        alone = _alone(situation, one=False)
    return f"{words} · {alone}" if alone else words


def _alone(situation: Situation, *, one: bool) -> str:
    """When it will go out: what is true now, not always "with a connection"."""
    if situation.connection is Connection.SYNCING:
        return ""
    if situation.connection is Connection.SESSION:
        return (
            translate("Strip", "se enviará al volver a ingresar")
            if one
            else translate("Strip", "se enviarán al volver a ingresar")
        )
    return (
        translate("Strip", "se enviará sola al conectarse")
        if one
        else translate("Strip", "se enviarán solas al conectarse")
    )


def _refused(situation: Situation) -> str:
    if situation.refused <= 0:
        return ""
    if situation.refused == 1:
        return translate("Strip", "1 solicitud no se pudo enviar: véala en Mis solicitudes")
    return translate("Strip", "{n} solicitudes no se pudieron enviar: véalas en Mis solicitudes").format(
        n=situation.refused
    )
