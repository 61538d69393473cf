"""The decisions of somebody of an office: wishes in the outbox, as requests are. `db` = vault.outbox() but where said.

Each function is one transaction, on disk and fsynced when it returns; times and uuids are handed in. States move along
the arrows of the schema alone. What the office knows is storage.office's; what each answer means is sync's to say.
"""

from collections.abc import Collection, Sequence
from datetime import datetime, timedelta
from typing import Final

from storage.connection import Connection, Row, transaction
from storage.decision_records import FOLLOWS_REFUSED, DecisionState, Deed, OwnDecision, ReceptionWish, Wanted
from storage.request_records import OfficeRequest
from storage.request_rows import from_json, to_json
from storage.rows import from_instant, to_instant

KEPT: Final = timedelta(days=30)  # what is over
LONGEST_WAIT: Final = timedelta(hours=7)  # as storage.outbox: a plan further ahead was made by another clock

_SELECT: Final = "SELECT * FROM decision "
_OPEN: Final = _SELECT + "WHERE state IN ('espera', 'enviando', 'cuarentena') ORDER BY place"
_HEADS: Final = _SELECT + "JOIN decision_head USING (uuid) ORDER BY place"
_BEFORE: Final = (
    "SELECT uuid, seen, state FROM decision WHERE request = :request AND state IN ('espera', 'enviando', 'hecha')"
    " ORDER BY place DESC LIMIT 1"
)
_ADD: Final = (
    "INSERT INTO decision (uuid, place, batch, request, code, who, deed, reason, seen, follows, decided_at, ready_at,"
    " reception) VALUES (:uuid, (SELECT coalesce(max(place), 0) + 1 FROM decision), :batch, :request, :code, :who,"
    " :deed, :reason, :seen, :follows, :at, :ready_at, :reception)"
)
_OF_BATCH: Final = (
    "SELECT DISTINCT one.uuid FROM decision AS one JOIN decision AS first USING (request) WHERE first.batch = :batch"
    " AND first.place <= one.place AND first.state = 'espera' AND first.sent = 0 AND one.state = 'espera'"
)
_REFUSE: Final = (
    "UPDATE decision SET state = 'cuarentena', trouble = :trouble, detail = :detail, answer = :answer,"
    " answered_at = :at, next_try_at = '' WHERE uuid = :uuid AND state IN ('espera', 'enviando')"
)
_FOLLOWERS: Final = (
    "SELECT behind.uuid FROM decision AS behind JOIN decision AS ahead USING (request)"
    " WHERE ahead.uuid = :uuid AND behind.place > ahead.place AND behind.state = 'espera'"
)


def decide(db: Connection, wanted: Sequence[Wanted], *, batch: str, at: datetime, ready_at: datetime) -> None:
    """Keep decisions, all or none. One that comes behind another on the same request follows it."""
    with transaction(db):
        _forget_old(db, at)
        for one in wanted:
            before = db.row(_BEFORE, request=one.request)
            unknown = before is not None and before["state"] != DecisionState.DONE
            db.run(
                _ADD, uuid=one.uuid, batch=batch, request=one.request, code=one.code, who=one.who, deed=one.deed,
                reason=one.reason.strip(), seen=before["seen"] if before and unknown else one.seen.isoformat(),
                follows=before["uuid"] if before else "", at=to_instant(at), ready_at=to_instant(ready_at),
                reception=to_json(one.reception) if one.reception else "",
            )  # fmt: skip


def withdraw(db: Connection, batch: str) -> int:
    """Take back what was decided in one go and has not left, and what follows it; how many decisions."""
    with transaction(db):
        found = db.rows(_OF_BATCH, batch=batch)
        for row in found:
            db.run("UPDATE decision SET state = 'retirada' WHERE uuid = :uuid", uuid=row["uuid"])
        return len(found)


def acknowledge(db: Connection, request: str) -> int:
    """The person has read why decisions on a request were refused; how many."""
    with transaction(db):
        return db.run("UPDATE decision SET state = 'retirada' WHERE request = :request AND state = 'cuarentena'",
                      request=request)  # fmt: skip


def open_decisions(db: Connection) -> tuple[OwnDecision, ...]:
    """Waiting, on the way, or refused and not read yet. Takes a connection to the cache or to office.db too."""
    return tuple(map(_own, db.rows(_OPEN)))


def decisions_on(db: Connection, request: str) -> tuple[OwnDecision, ...]:
    """The open ones on one request, in their order."""
    return tuple(own for own in open_decisions(db) if own.request == request)


def decisions_taken(db: Connection) -> frozenset[str]:
    """The uuids of decisions that the office has taken, of the last thirty days."""
    return frozenset(str(row["uuid"]) for row in db.rows("SELECT uuid FROM decision WHERE state = 'hecha'"))


def due_decisions(db: Connection, now: datetime, *, asked: bool = False) -> tuple[OwnDecision, ...]:
    """What may be sent: of each request the first, when the time for second thoughts is over and, unless `asked`, the
    planned time has come."""
    return tuple(own for own in _heads(db) if _has_come(own, now, asked=asked))


def next_decision(db: Connection) -> datetime | None:
    """The earliest moment at which a decision may go; None: none waits."""
    return min((max(own.ready_at, own.next_try_at or own.ready_at) for own in _heads(db)), default=None)


def note_decision_sending(db: Connection, uuid: str) -> bool:
    """Persist, before the first byte leaves, that the outcome is unknown. False: it was withdrawn meanwhile."""
    return _changed(db, "UPDATE decision SET state = 'enviando', sent = 1 WHERE uuid = :uuid"
                        " AND state IN ('espera', 'enviando')", uuid=uuid)  # fmt: skip


def note_decision_retry(db: Connection, uuid: str, next_try_at: datetime) -> bool:
    """No answer: it waits for another try, the same as it was."""
    return _changed(
        db,
        "UPDATE decision SET state = 'espera', tries = tries + 1, next_try_at = :next_try_at WHERE uuid = :uuid"
        " AND state IN ('espera', 'enviando')",
        uuid=uuid, next_try_at=next_try_at.isoformat(),
    )  # fmt: skip


def decision_done(db: Connection, uuid: str, at: datetime) -> bool:
    """The office has taken it."""
    return _changed(db, "UPDATE decision SET state = 'hecha', answered_at = :at, next_try_at = '' WHERE uuid = :uuid"
                        " AND state = 'enviando'", uuid=uuid, at=at.isoformat())  # fmt: skip


def refuse_decision(
    db: Connection, uuid: str, trouble: str, detail: str, answer: OfficeRequest | None, at: datetime
) -> None:
    """The office refuses it for good: kept to be read, with the request as it is there. What follows it goes along."""
    told = to_json(answer) if answer else ""
    with transaction(db):
        behind = [str(row["uuid"]) for row in db.rows(_FOLLOWERS, uuid=uuid)]
        for one, why in ((uuid, trouble), *((each, FOLLOWS_REFUSED) for each in behind)):
            db.run(_REFUSE, uuid=one, trouble=why, detail=detail, answer=told, at=at.isoformat())


def give_up(db: Connection, at: datetime, *, may: Collection[Deed] = ()) -> int:
    """Whoever wanted them may do these deeds alone any more: no other goes, none is left to be read; how many."""
    with transaction(db):
        found = [str(row["uuid"]) for row in db.rows(_OPEN) if Deed(row["deed"]) not in may]
        for uuid in found:
            db.run(_REFUSE, uuid=uuid, trouble="not-yours", detail="", answer="", at=at.isoformat())
            db.run("UPDATE decision SET state = 'retirada' WHERE uuid = :uuid", uuid=uuid)
        return len(found)


def _forget_old(db: Connection, at: datetime) -> None:
    for row in db.rows("SELECT uuid, decided_at FROM decision WHERE state IN ('hecha', 'retirada')"):
        if at - datetime.fromisoformat(row["decided_at"]) > KEPT:
            db.run("DELETE FROM decision WHERE uuid = :uuid", uuid=row["uuid"])


def _heads(db: Connection) -> tuple[OwnDecision, ...]:
    return tuple(map(_own, db.rows(_HEADS)))


def _has_come(own: OwnDecision, now: datetime, *, asked: bool) -> bool:
    if own.sent and asked:
        return True
    planned = max(own.ready_at, own.next_try_at or own.ready_at) if not asked else own.ready_at
    return not now < planned <= now + LONGEST_WAIT


def _changed(db: Connection, statement: str, **values: str) -> bool:
    with transaction(db):
        return bool(db.run(statement, **values))


def _own(row: Row) -> OwnDecision:
    return OwnDecision(
        uuid=row["uuid"], batch=row["batch"], request=row["request"], code=row["code"], who=row["who"],
        deed=Deed(row["deed"]), reason=row["reason"], seen=datetime.fromisoformat(row["seen"]),
        follows=row["follows"], state=DecisionState(row["state"]),
        decided_at=datetime.fromisoformat(row["decided_at"]), ready_at=datetime.fromisoformat(row["ready_at"]),
        tries=row["tries"], next_try_at=from_instant(row["next_try_at"] or None), sent=bool(row["sent"]),
        trouble=row["trouble"], detail=row["detail"],
        answer=from_json(row["answer"], OfficeRequest) if row["answer"] else None,
        reception=from_json(row["reception"], ReceptionWish) if row["reception"] else None,
    )  # fmt: skip
