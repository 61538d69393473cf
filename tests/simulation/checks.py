"""The invariants of docs/protocol.md that hold at every moment, looked at after every step. Each raises Violation."""

from typing import Any

from central.cursors import Cursor
from storage.connection import Connection
from storage.request_records import QUEUED, SETTLED, OwnRequest, RequestState
from storage.request_rows import OWN, own_from, to_json
from tests.simulation.ledger import Ledger, Violation, Wish
from tests.simulation.projection import held, place, published, reached

REFUSALS = {
    "invalid-legajo",
    "record-changed",
    "request-open",
    "already-decided",
}  # that the office may have reason for
AT_OFFICE = {RequestState.FILED, RequestState.OBSERVED, RequestState.ATTENDED, RequestState.REJECTED}


def look_at_office(ledger: Ledger) -> None:
    """I2, I3, I4 at the office."""
    ledger.look()
    for filed in ledger.filed.values():
        wish = ledger.confirmed.get(filed.uuid)
        if filed.states.count("en_solicitud") != 1:
            raise Violation("I2", f"{filed.code} was filed {filed.states.count('en_solicitud')} times")
        if wish is None:
            raise Violation("I2", f"nobody asked for {filed.uuid}")
        if _asked(wish.own) != _filed(filed.body):
            raise Violation("I2", f"{filed.code} is not what was asked: {filed.body}")
        if filed.uuid not in ledger.whole:
            _is_whole(ledger, filed.uuid, filed.body)
    _in_order(ledger)


def _asked(own: OwnRequest) -> Any:
    content = own.content
    documents = [document.sha256 for document in content.documents]
    return content.action, content.record, dict(content.fields), documents, content.note, content.replaces


def _filed(body: dict[str, Any]) -> Any:
    documents = [document["sha256"] for document in body["documents"]]
    return body["action"], body["record"], body["fields"], documents, body["note"], body["replaces"]


def _is_whole(ledger: Ledger, uuid: str, body: dict[str, Any]) -> None:
    from tests.simulation.wishes import file_of

    for document in body["documents"]:
        found = ledger.is_readable(document["sha256"])
        if found is None or found != file_of(document["sha256"]):
            raise Violation("I3", f"{uuid} is at the office without {document['sha256'][:8]}")
    ledger.whole.add(uuid)


def _in_order(ledger: Ledger) -> None:
    if ledger.restored:  # numbers begin again where the copy ended
        return
    queues: dict[tuple[str, str], list[str]] = {}
    for uuid in ledger.filed:  # by code: as they came
        wish = ledger.confirmed.get(uuid)
        if wish is not None and uuid not in ledger.quarantined and not ledger.may_wander(uuid):
            queues.setdefault((wish.computer, wish.queue), []).append(uuid)
    for came in queues.values():
        asked = [uuid for uuid in ledger.confirmed if uuid in came]
        if came != asked:
            raise Violation("I4", f"came as {came}, asked as {asked}")


def look_at_wishes(ledger: Ledger, computer: str, db: Connection) -> dict[str, OwnRequest]:
    """I1, I8, I12 in an outbox; the wishes that are there."""
    owns = {own.uuid: own for own in map(own_from, db.rows(OWN))}
    files = {row["sha256"]: row["uploaded"] for row in db.rows("SELECT sha256, uploaded FROM outbox.attachment")}
    for sha256, uploaded in files.items():
        if uploaded > ledger.uploaded.get(sha256, 0):
            raise Violation("I8", f"{uploaded} bytes of {sha256[:8]} are said to be at the office")
    for own in owns.values():
        if own.state is not RequestState.DRAFT:
            ledger.confirm(computer, own)
    for wish in ledger.confirmed.values():
        if wish.computer == computer:
            _is_kept(ledger, wish, owns.get(wish.uuid), files)
    for own in owns.values():
        _is_known(ledger, own)
    return owns


def _is_kept(ledger: Ledger, wish: Wish, own: OwnRequest | None, files: dict[str, int]) -> None:
    if own is None or own.state is RequestState.DRAFT:
        raise Violation("I1", f"{wish.uuid} was in the queue and is {own and own.state}")
    if to_json(own.content) != to_json(wish.own.content):
        raise Violation("I1", f"{wish.uuid} is not what was queued")
    known = {document.sha256 for document in own.content.base.documents} if own.content.base else set()
    wanted = {document.sha256 for document in own.content.documents} - known
    if own.state in QUEUED and not wanted <= set(files):
        raise Violation("I1", f"the files of {wish.uuid} are gone")
    if own.state is RequestState.QUARANTINE:
        ledger.quarantined.add(own.uuid)
        if own.reason not in REFUSALS and not ledger.restored:
            raise Violation("I12", f"{wish.uuid} is in quarantine for {own.reason}: {own.detail}")


def _is_known(ledger: Ledger, own: OwnRequest) -> None:
    """What the screen says must have been true at the office once."""
    truths = ledger.truths.get(own.uuid, set())
    if own.state in AT_OFFICE and own.state not in truths:
        raise Violation("I8", f"{own.uuid} is shown {own.state}; at the office it was {sorted(truths)}")
    over = own.state in {RequestState.CANCELLED, RequestState.QUARANTINE}
    unknown = own.uuid in ledger.erased and own.uuid not in ledger.filed  # the office cannot cancel what it forgot
    if over and truths and "anulado" not in truths and not unknown and not ledger.may_wander(own.uuid):
        raise Violation("I8", f"{own.uuid} is shown {own.state}, and the office has it: {sorted(truths)}")
    if own.forgotten is not None and own.forgotten.whole and own.uuid not in ledger.erased:
        raise Violation("I8", f"{own.uuid} is said to be forgotten, and the office never did")
    codes = ledger.every_code.get(own.uuid, set())
    if own.state in AT_OFFICE and own.code not in codes:
        raise Violation("I8", f"{own.uuid} is shown as {own.code}; the office gave {sorted(codes)}")


def look_at_facts(ledger: Ledger, db: Connection, before: Cursor | None) -> Cursor | None:
    """I5: the cursor never goes back, and every row up to it is here."""
    row = db.row("SELECT cursor, stale FROM sync_mark")
    cursor = place(row["cursor"]) if row is not None and row["cursor"] else None
    rebuilding = row is not None and bool(row["stale"])  # what an older epoch left goes with the last page of all
    if cursor == before:
        return cursor
    if before is not None and (cursor is None or _backward(before, cursor)):
        raise Violation("I5", f"the cursor went from {before} to {cursor}")
    if cursor is not None and cursor.epoch == _epoch(ledger):
        here = held(db)
        for fact in published(ledger.office.raw):
            due = reached(cursor, fact) and not (fact.face is None and rebuilding)
            if due and here.get(fact.key) != fact.face:
                raise Violation("I5", f"{cursor} says that {fact.key} is {fact.face}; here is {here.get(fact.key)}")
    return cursor


def _backward(before: Cursor, after: Cursor) -> bool:
    if before.epoch != after.epoch:
        return False
    stages = getattr(before, "stage", 99), getattr(after, "stage", 99)
    walked = before.seq == after.seq and before.commons == after.commons and stages[1] < stages[0]
    return after.seq < before.seq or after.commons < before.commons or walked


def _epoch(ledger: Ledger) -> str:
    raw = ledger.office.raw
    feed = raw.execute("SELECT key FROM feed WHERE name = '99900001'").fetchone()
    return str(raw.execute("SELECT epoch FROM origin").fetchone()[0] + feed[0])


def is_settled(own: OwnRequest) -> bool:
    """Whether nothing of it has to travel any more."""
    return own.state in SETTLED or own.state is RequestState.QUARANTINE or (
        own.state in AT_OFFICE and not own.cancel_wanted and not own.expediente_waits
    )  # fmt: skip
