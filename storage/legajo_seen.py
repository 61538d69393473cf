"""What the person has looked at: the legajo as a whole, each record, the state of each request. Notes, no facts.

`db` is a connection to the cache; each function that writes is one transaction.
"""

from datetime import datetime

from storage.connection import Connection, transaction
from storage.rows import from_instant, to_instant

_UNSEEN = (
    "SELECT id FROM legajo_record LEFT JOIN record_seen ON record_seen.record = legajo_record.id"
    " WHERE coalesce(record_seen.version, -1) < legajo_record.version AND EXISTS (SELECT 1 FROM last_look)"
)
_BASELINE = "INSERT OR REPLACE INTO record_seen (record, version) SELECT id, version FROM legajo_record"


def last_look(db: Connection) -> datetime | None:
    """When the person last went over the legajo; None: never."""
    return from_instant(db.text("SELECT at FROM last_look"))


def note_look(db: Connection, at: datetime) -> None:
    """The person went over the legajo. The first look takes every record as seen; then each counts by itself."""
    with transaction(db):
        if last_look(db) is None:
            db.run(_BASELINE)
        db.run("INSERT OR REPLACE INTO last_look (only, at) VALUES (1, :at)", at=to_instant(at))


def note_record_seen(db: Connection, record: str) -> None:
    """The person saw this record as it is now."""
    with transaction(db):
        db.run(_BASELINE + " WHERE id = :record", record=record)


def unseen_records(db: Connection) -> frozenset[str]:
    """Records that the office filed or changed since the person saw them; none before the first look."""
    return frozenset(row["id"] for row in db.rows(_UNSEEN))


def seen_states(db: Connection) -> dict[str, str]:
    """By request: the state that the person knows of."""
    return {row["request"]: row["state"] for row in db.rows("SELECT request, state FROM state_seen")}
