"""Digests of what the office sent, beside the rows that were made of it: whether all of it is here, and nothing else.

See docs/protocol.md, "State digest". A row that goes takes its digest along; nothing here follows rows around.
"""

from collections.abc import Iterable
from datetime import datetime, timedelta

from documents.payslip import Period
from storage.connection import Connection, Value, transaction
from storage.records import FactDigest
from storage.rows import from_instant, month_number, to_instant

PATIENCE = timedelta(days=1)  # between two new walks because of a digest

_BY_ID = {
    "payslip": "UPDATE payslip SET digest = :digest WHERE id = :id",
    "person": "UPDATE person SET digest = :digest WHERE doc_numero = :id",
    "legajo_record": "UPDATE legajo_record SET digest = :digest WHERE id = :id",
    "request": "UPDATE office_request SET digest = :digest WHERE uuid = :id",
    "paper": "UPDATE paper SET digest = :digest WHERE id = :id",
    "look": "UPDATE office_look SET digest = :digest WHERE id = :id",
}
_BY_MONTH = {
    "pay_day": "UPDATE pay_day SET digest = :digest WHERE periodo = :month",
    "concept": "UPDATE concept SET digest = :digest WHERE codigo = :code AND desde = :month",
}
_ALL = (
    "SELECT digest FROM payslip UNION ALL SELECT digest FROM pay_day UNION ALL SELECT digest FROM concept"
    " UNION ALL SELECT digest FROM person UNION ALL SELECT digest FROM legajo_record"
    " UNION ALL SELECT digest FROM office_request UNION ALL SELECT digest FROM paper"
    " UNION ALL SELECT digest FROM office_look UNION ALL SELECT digest FROM skipped_fact"
)


def put_digests(db: Connection, digests: Iterable[FactDigest], epoch: int) -> None:
    """Part of the transaction of a page, after its facts."""
    for fact in digests:
        db.run("DELETE FROM skipped_fact WHERE kind = :kind AND id = :id", kind=fact.kind, id=fact.id)
        if fact.digest is None:
            continue
        if fact.skipped:
            db.run(
                "INSERT INTO skipped_fact (kind, id, epoch, digest) VALUES (:kind, :id, :epoch, :digest)",
                kind=fact.kind, id=fact.id, epoch=epoch, digest=fact.digest,
            )  # fmt: skip
        elif fact.kind in _BY_ID:
            statement = _BY_ID[fact.kind]
            db.run(statement, id=fact.id, digest=fact.digest)
        else:
            statement = _BY_MONTH[fact.kind]
            db.run(statement, **_month(fact))


def state_digest(db: Connection) -> str | None:
    """32 hex digits over all rows; None when a row has none: it is of a version of before, or of signing in."""
    total = 0
    for row in db.rows(_ALL):
        if row["digest"] is None:
            return None
        total += int.from_bytes(row["digest"], "big")
    return f"{total % 2**128:032x}"


def may_rebuild(db: Connection, now: datetime) -> bool:
    """Whether a digest that does not fit may lead to a new walk now; if so, it is noted that it did."""
    with transaction(db):
        before = from_instant(db.text("SELECT rebuilt_at FROM sync_mark"))
        if before is not None and abs(now - before) < PATIENCE:
            return False
        db.run("UPDATE sync_mark SET rebuilt_at = :now", now=to_instant(now))
        return True


def _month(fact: FactDigest) -> dict[str, Value]:
    code, _, month = fact.id.rpartition("@")
    of_code: dict[str, Value] = {"code": code} if fact.kind == "concept" else {}
    return of_code | {"month": month_number(Period.parse(month)), "digest": fact.digest}
