"""What an office that was put back from an older copy has forgotten: noticed when a walk of another epoch is over.

A walk that began after the office acknowledged something brings it, unless the office does not know it any more. Which
epoch the facts here had at the last acknowledgement is noted with each (`note_acknowledged`); another one now, and a
walk that is over, is proof: no clock is asked. The request itself goes again, under its uuid, with its body and files;
of a request that the office still has, the cancellation or the expediente is said again.

`db` is a connection to the outbox.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from storage.connection import Connection, transaction
from storage.request_records import OPEN_AT_OFFICE, SETTLED, OfficeRequest, OwnRequest
from storage.request_rows import OWN, from_json, own_from
from storage.rows import to_instant

_EPOCH_AT_REST = "SELECT epoch FROM sync_mark WHERE epoch IS NOT NULL AND NOT more AND NOT stale"
_ACKNOWLEDGED = (
    "INSERT INTO office_memory (request, epoch) VALUES (:uuid, :epoch)"
    " ON CONFLICT (request) DO UPDATE SET epoch = excluded.epoch"
)
_UNNOTED = (
    "INSERT INTO office_memory (request, epoch) SELECT uuid, :epoch FROM update_request WHERE sent"
    " AND state IN ('en_solicitud', 'observado', 'atendido', 'rechazado', 'anulado')"
    " AND uuid NOT IN (SELECT request FROM office_memory)"
)
_OF_ANOTHER_EPOCH = (
    OWN + "WHERE epoch <> :epoch AND state IN ('en_solicitud', 'observado', 'atendido', 'rechazado', 'anulado')"
    " ORDER BY place, number"
)
_FACT = "SELECT body FROM office_request WHERE uuid = :uuid"
_NOTE = "UPDATE office_memory SET forgotten = :what, forgotten_at = :at, forgotten_code = :code WHERE request = :uuid"
_AGAIN = (
    "UPDATE update_request SET state = 'listo', tries = 0, next_try_at = NULL, reason = NULL, changed_at = :at,"
    " expediente_waits = expediente IS NOT NULL WHERE uuid = :uuid"
)
_REOPEN = (
    "UPDATE update_request SET state = :state, code = :code, reason = :reason, detail = '', changed_at = :at,"
    " cancel_wanted = :open AND state = 'anulado' AND NOT EXISTS (SELECT 1 FROM update_request AS newer"
    " WHERE newer.replaces = :uuid AND newer.state <> 'borrador') WHERE uuid = :uuid"
)
_CODE = "UPDATE update_request SET code = :code WHERE uuid = :uuid"
_JUDGED = (
    "UPDATE office_memory SET epoch = :epoch WHERE epoch <> :epoch AND request IN (SELECT uuid FROM update_request"
    " WHERE state IN ('listo', 'en_solicitud', 'observado', 'atendido', 'rechazado', 'anulado'))"
)
_SAY_EXPEDIENTE = "UPDATE update_request SET expediente_waits = 1 WHERE uuid = :uuid"


@dataclass(frozen=True, slots=True)
class Recalled:
    """How much goes to the office again."""

    requests: int = 0
    words: int = 0  # cancellations and expedientes


@dataclass(frozen=True, slots=True)
class Said:
    """A yes of the office's to something about a request that it has."""

    epoch: str  # of the facts here
    code: str  # of the request: another one when it was forgotten meanwhile, and a late copy of it was taken


def note_said(db: Connection, uuid: str, said: Said) -> None:
    """The office has said yes; part of an open transaction."""
    note_acknowledged(db, uuid, said.epoch)
    db.run(_CODE, uuid=uuid, code=said.code)


def note_acknowledged(db: Connection, uuid: str, epoch: str) -> None:
    """The office is about to be told this request, or has said yes to something about it; part of an open transaction.

    `epoch`: of the facts here now, "" before there are any.
    """
    db.run(_ACKNOWLEDGED, uuid=uuid, epoch=epoch)


def recall(db: Connection, cache: Connection, at: datetime) -> Recalled:
    """See that what the office forgot is said again. Call it after each stored page.

    `cache`: a connection to the facts. While a walk is under way nothing happens. A request whose cancellation is under
    way is left: the office's answer settles it. What was decided and is gone stays decided; what was decided and is
    another way now follows the office.
    """
    epoch = cache.text(_EPOCH_AT_REST)
    if epoch is None:
        return Recalled()
    with transaction(db):
        db.run(_UNNOTED, epoch=epoch)
        owns = [own_from(row) for row in db.rows(_OF_ANOTHER_EPOCH, epoch=epoch)]
        found = [_judged(db, cache, own, at) for own in owns]
        db.run(_JUDGED, epoch=epoch)
    return Recalled(found.count("request"), found.count("word"))


def _judged(db: Connection, cache: Connection, own: OwnRequest, at: datetime) -> Literal["request", "word", ""]:
    """What of it is said again."""
    found = cache.text(_FACT, uuid=own.uuid)
    if found is not None:
        return "word" if _is_said_again(db, own, from_json(found, OfficeRequest), at) else ""
    if own.state not in OPEN_AT_OFFICE or own.cancel_wanted:
        return ""
    _note(db, own, "request", at)
    db.run(_AGAIN, uuid=own.uuid, at=to_instant(at))
    return "request"


def _is_said_again(db: Connection, own: OwnRequest, fact: OfficeRequest, at: datetime) -> bool:
    another = own.state in SETTLED and own.state is not fact.state
    is_open = fact.state in OPEN_AT_OFFICE
    if another:
        _note(db, own, "word", at)
        db.run(_REOPEN, uuid=own.uuid, state=fact.state, code=fact.code, reason=fact.reason or None, at=to_instant(at),
               open=is_open)  # fmt: skip
    elif own.code != fact.code:  # it was forgotten, and a late copy of it was taken
        db.run(_CODE, uuid=own.uuid, code=fact.code)
    # Also over an older number: a correction is forgotten like anything else. Where two computers of one person wrote
    # two numbers for the same request, the last of them to notice wins.
    says = is_open and own.expediente is not None and fact.content.expediente != own.expediente
    if says:
        db.run(_SAY_EXPEDIENTE, uuid=own.uuid)
    return says or (another and is_open)


def _note(db: Connection, own: OwnRequest, what: str, at: datetime) -> None:
    db.run(_NOTE, uuid=own.uuid, what=what, at=to_instant(at), code=own.code)
