"""What sync does to wishes: which may go, how far each has come, what the office said. Deciding is sync.core's.

`db` is a connection to the outbox; each function is one transaction, on disk and fsynced when it returns. States move
along the arrows of the schema alone. The person may cancel at any moment from another thread: a note about a wish that
has left the queue meanwhile answers False and changes nothing. KeyError when a request is unknown.
"""

from datetime import datetime, timedelta
from typing import Final, Literal

from storage.connection import Connection, Value, transaction
from storage.errors import BugError, DamagedFileError
from storage.forgotten import Said, note_acknowledged, note_said
from storage.request_records import (
    CANCEL_REFUSED,
    OPEN_AT_OFFICE,
    SETTLED,
    OfficeRequest,
    OwnRequest,
    RequestState,
    is_another,
)
from storage.request_rows import OWN, from_json, own_from
from storage.rows import to_instant

LONGEST_WAIT: Final = timedelta(hours=7)  # a plan further ahead was made by a clock that has been set back since

Waiting = Literal[RequestState.WAITS_SESSION, RequestState.WAITS_NETWORK]

_PENDING = (
    "SELECT count(*) FROM update_request WHERE state IN"
    " ('listo', 'subiendo', 'enviando', 'espera_sesion', 'espera_red', 'cuarentena')"
    " OR (state IN ('en_solicitud', 'observado') AND (cancel_wanted OR expediente_waits))"
)
_DECISIONS = "SELECT count(*) FROM decision WHERE state IN ('espera', 'enviando', 'cuarentena')"
_HEADS = OWN + "JOIN queue_head USING (uuid) ORDER BY place, number"
_UNSETTLED = (
    OWN + "WHERE state IN ('listo', 'subiendo', 'enviando', 'espera_sesion', 'espera_red') ORDER BY place, number"
)
_TO_CANCEL = OWN + "WHERE state IN ('en_solicitud', 'observado') AND cancel_wanted ORDER BY place, number"
_EXPEDIENTES = OWN + "WHERE state IN ('en_solicitud', 'observado') AND expediente_waits ORDER BY place, number"
_STATE = "SELECT state FROM update_request WHERE uuid = :uuid"
_FACT = "SELECT body FROM office_request WHERE uuid = :uuid"
_UNDECIDED = (
    "SELECT uuid, state FROM update_request WHERE state NOT IN ('borrador', 'atendido', 'rechazado', 'anulado')"
)


def pending_count(db: Connection) -> int:
    """Wishes that have not reached the office: queued, on the way, waiting, in quarantine. Drafts do not count;
    cancellations and expedientes that have not reached it do, and so do decisions of somebody of an office.

    Takes a connection to the cache or to the outbox. Raises DamagedFileError when the outbox cannot be read.
    """
    if db.missing is not None:
        raise DamagedFileError(db.missing)
    return db.number(_PENDING) + db.number(_DECISIONS)


def due(db: Connection, now: datetime | None) -> tuple[OwnRequest, ...]:
    """What may be sent, in the order it was queued: of each section the first that is not settled, when its time has
    come. `now` None: whatever its planned time ("Sincronizar ahora"). What waits for a session or a network is not due.

    ENVIANDO, also after a crash, means that the outcome is unknown: it is due again, under the same uuid.
    """
    waiting = {RequestState.WAITS_SESSION, RequestState.WAITS_NETWORK}
    return tuple(own for own in _heads(db) if own.state not in waiting and (now is None or _has_come(own, now)))


def unsettled(db: Connection) -> tuple[OwnRequest, ...]:
    """Every wish in the queue, in the order it was queued, whatever its plan and whatever it waits for: a stick takes
    them all."""
    return tuple(own_from(row) for row in db.rows(_UNSETTLED))


def next_try(db: Connection) -> datetime | None:
    """The earliest planned time among what is held back by its plan alone; None when nothing is."""
    return min((own.next_try_at for own in _heads(db) if own.next_try_at is not None), default=None)


def cancellations_due(db: Connection) -> tuple[OwnRequest, ...]:
    """Requests at the office whose cancellation is to be sent. Send them before `due`: they hold their section."""
    return tuple(own_from(row) for row in db.rows(_TO_CANCEL))


def expedientes_due(db: Connection) -> tuple[OwnRequest, ...]:
    """Requests whose `expediente` is to be sent: what is decided takes none any more."""
    return tuple(own_from(row) for row in db.rows(_EXPEDIENTES))


def note_uploading(db: Connection, uuid: str) -> bool:
    """Its files are on the way."""
    return _move(db, uuid, _UPLOADING)


def note_sending(db: Connection, uuid: str, epoch: str = "") -> bool:
    """Persist, before the first byte of the request leaves, that its outcome is unknown from now on.

    False: it was cancelled meanwhile and must not be sent. `epoch`: of the facts here (`storage.forgotten`).
    """
    with transaction(db):
        done = _moved(db, uuid, _SENDING)
        if done:
            note_acknowledged(db, uuid, epoch)
    return done


def note_waiting(db: Connection, uuid: str, state: Waiting, reason: str) -> bool:
    """It waits for a login or for a network that is one; `reason` a code of sync.errors. Kept, never failed."""
    return _move(db, uuid, _WAITING, state=state, reason=reason)


def note_retry(db: Connection, uuid: str, tries: int, next_try_at: datetime) -> bool:
    """The link failed: back to LISTO with a plan; what is uploaded stays."""
    return _move(db, uuid, _RETRY, tries=tries, next_try_at=to_instant(next_try_at))


def quarantine(db: Connection, uuid: str, code: str, detail: str) -> bool:
    """The office refuses it for good: visible, can be corrected, never deleted by itself, and delays nobody.

    One that was to be cancelled anyway is ANULADO with that.
    """
    with transaction(db):
        done = _moved(db, uuid, _QUARANTINE, code=code, detail=detail)
        db.run("UPDATE update_request SET state = 'anulado' WHERE uuid = :uuid AND state = 'cuarentena'"
               " AND cancel_wanted", uuid=uuid)  # fmt: skip
    return done


def settle(db: Connection, uuid: str, code: str, at: datetime) -> bool:
    """The office has it: EN SOLICITUD under this code. A wish to cancel stays, and is now `cancellations_due`."""
    return _move(db, uuid, _SETTLE, code=code, at=to_instant(at))


def cancelled(db: Connection, uuid: str, at: datetime, said: Said | None = None) -> bool:
    """It is cancelled. `said`: the office's word, when it is the office that says so."""
    with transaction(db):
        done = _moved(db, uuid, _CANCELLED, at=to_instant(at))
        if said is not None:
            note_said(db, uuid, said)
    return done


def clear_cancel(db: Connection, uuid: str) -> bool:
    """The office cannot cancel it any more (already decided): the wish to cancel is over, the feed brings its state."""
    statement = "UPDATE update_request SET cancel_wanted = 0, detail = :mark WHERE uuid = :uuid AND cancel_wanted"
    return _move(db, uuid, statement, mark=CANCEL_REFUSED)


def expediente_sent(db: Connection, own: OwnRequest, said: Said | None = None) -> bool:
    """The office has the expediente of `own`, or refuses it for good. False: the person changed it meanwhile.

    `said`: the office's word, when it has it.
    """
    with transaction(db):
        if said is not None:
            note_said(db, own.uuid, said)
        if _read(db, own.uuid).expediente != own.expediente:
            return False
        return bool(db.run("UPDATE update_request SET expediente_waits = 0 WHERE uuid = :uuid", uuid=own.uuid))


def wake_waiting(db: Connection, which: Waiting) -> int:
    """After a login, or with a network: what waited for it goes on at once; how many."""
    with transaction(db):
        return db.run("UPDATE update_request SET state = 'listo', next_try_at = NULL, reason = NULL"
                      " WHERE state = :which", which=which)  # fmt: skip


def reconcile(db: Connection, cache: Connection) -> tuple[str, ...]:
    """Bring own states to what the office's stored facts say; the uuids that changed. Call it after each stored page.

    `db`: the outbox; `cache`: a connection to the facts. Doing it again, or late, changes nothing: views let facts win.
    """
    changed: list[str] = []
    with transaction(db):
        for row in db.rows(_UNDECIDED):
            found = cache.row(_FACT, uuid=row["uuid"])
            fact = None if found is None else from_json(found["body"], OfficeRequest)
            if fact is None or is_another(_read(db, row["uuid"]), fact):
                continue
            if _follow(db, RequestState(row["state"]), fact):
                changed.append(row["uuid"])
    return tuple(changed)


_UPLOADING = (
    "UPDATE update_request SET state = 'subiendo' WHERE uuid = :uuid AND state IN ('listo', 'subiendo', 'enviando')"
)
_SENDING = (
    "UPDATE update_request SET state = 'enviando', sent = 1 WHERE uuid = :uuid"
    " AND state IN ('listo', 'subiendo', 'enviando')"
)
_WAITING = (
    "UPDATE update_request SET state = :state, reason = :reason, next_try_at = NULL WHERE uuid = :uuid"
    " AND state IN ('listo', 'subiendo', 'enviando', 'espera_sesion', 'espera_red')"
)
_RETRY = (
    "UPDATE update_request SET state = 'listo', tries = :tries, next_try_at = :next_try_at WHERE uuid = :uuid"
    " AND state IN ('listo', 'subiendo', 'enviando')"
)
_QUARANTINE = (
    "UPDATE update_request SET state = 'cuarentena', reason = :code, detail = :detail, next_try_at = NULL"
    " WHERE uuid = :uuid AND state IN ('subiendo', 'enviando')"
)
_SETTLE = (
    "UPDATE update_request SET state = 'en_solicitud', sent = 1, code = :code, answered_at = :at, changed_at = :at,"
    " tries = 0, next_try_at = NULL, reason = NULL, detail = '' WHERE uuid = :uuid"
    " AND state IN ('listo', 'subiendo', 'enviando', 'espera_sesion', 'espera_red', 'cuarentena')"
)
_CANCELLED = (
    "UPDATE update_request SET state = 'anulado', cancel_wanted = 0, changed_at = :at"
    " WHERE uuid = :uuid AND state IN ('en_solicitud', 'observado')"
)
_DECIDED = (
    "UPDATE update_request SET state = :state, code = :code, reason = :reason, changed_at = :at,"
    " detail = CASE WHEN :over AND cancel_wanted AND :state <> 'anulado' THEN :mark ELSE detail END,"
    " cancel_wanted = CASE WHEN :over THEN 0 ELSE cancel_wanted END WHERE uuid = :uuid"
)


def _follow(db: Connection, own: RequestState, fact: OfficeRequest) -> bool:
    """Take the arrows from our state to the office's."""
    if own is fact.state:
        return False
    if own not in OPEN_AT_OFFICE:
        db.run(_SETTLE, uuid=fact.uuid, code=fact.code, at=to_instant(fact.filed_at))
    db.run(
        _DECIDED, uuid=fact.uuid, state=fact.state, code=fact.code, reason=fact.reason or None,
        at=to_instant(fact.changed_at), over=fact.state in SETTLED, mark=CANCEL_REFUSED,
    )  # fmt: skip
    return True


def _heads(db: Connection) -> tuple[OwnRequest, ...]:
    return tuple(own_from(row) for row in db.rows(_HEADS))


def _has_come(own: OwnRequest, now: datetime) -> bool:
    return own.next_try_at is None or not now < own.next_try_at <= now + LONGEST_WAIT


def _read(db: Connection, uuid: str) -> OwnRequest:
    row = db.row(OWN + "WHERE uuid = :uuid", uuid=uuid)
    if row is None:
        raise KeyError(uuid)
    return own_from(row)


def _move(db: Connection, uuid: str, statement: str, **values: Value) -> bool:
    with transaction(db):
        return _moved(db, uuid, statement, **values)


def _moved(db: Connection, uuid: str, statement: str, **values: Value) -> bool:
    """Whether a wish was there to be moved; a draft is never sync's business."""
    state = db.text(_STATE, uuid=uuid)
    if state is None:
        raise KeyError(uuid)
    if state == RequestState.DRAFT:
        raise BugError("a draft is not sync's business")
    return bool(db.run(statement, uuid=uuid, **values))
