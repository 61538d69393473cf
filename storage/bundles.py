"""A bundle of PDFs under way: its bytes as they arrive, in the encrypted cache, so that it goes on at any byte.

Each function but `note_bundle` is one transaction. What is inside, and what becomes of it, is `sync.bundle`'s business.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from storage.connection import Connection, transaction
from storage.errors import BugError


@dataclass(frozen=True, slots=True)
class Bundle:
    """All the payslip PDFs of a person in one stream, as the office named it, and how much of it is here."""

    id: str  # 64 lower-case hex digits
    size: int  # bytes on the line
    count: int  # PDFs in it
    received: int = 0


def note_bundle(db: Connection, offered: Bundle) -> None:
    """The office offers this bundle. Another one than before begins anew; the same goes on. Part of a transaction."""
    if db.text("SELECT id FROM bundle") == offered.id:
        return
    _forget(db)
    db.run(
        "INSERT INTO bundle (only, id, size, count) VALUES (1, :id, :size, :count)",
        id=offered.id,
        size=offered.size,
        count=offered.count,
    )


def bundle(db: Connection) -> Bundle | None:
    """The bundle under way."""
    row = db.row("SELECT id, size, count, received FROM bundle")
    return None if row is None else Bundle(row["id"], row["size"], row["count"], row["received"])


def append_bundle(db: Connection, offset: int, data: bytes) -> None:
    """Keep the next bytes. BugError unless `offset` is what is here and the size is not passed."""
    with transaction(db):
        known = bundle(db)
        if known is None or offset != known.received or offset + len(data) > known.size:
            raise BugError("bytes that do not follow what is here of a bundle")
        if data:
            db.run("INSERT INTO bundle_part (position, content) VALUES (:at, :data)", at=offset, data=data)
            db.run("UPDATE bundle SET received = :received", received=offset + len(data))


def bundle_parts(db: Connection) -> Iterator[bytes]:
    """What is here, in order."""
    for row in db.rows("SELECT position FROM bundle_part ORDER BY position"):
        part = db.row("SELECT content FROM bundle_part WHERE position = :at", at=row["position"])
        if part is not None:
            yield bytes(part["content"])


def restart_bundle(db: Connection) -> None:
    """The office sends it from its first byte."""
    with transaction(db):
        db.run("DELETE FROM bundle_part")
        db.run("UPDATE bundle SET received = 0")


def drop_bundle(db: Connection) -> None:
    """Everything of use is out of it, or it cannot be had: what is missing comes one by one."""
    with transaction(db):
        _forget(db)


def _forget(db: Connection) -> None:
    db.run("DELETE FROM bundle_part")
    db.run("DELETE FROM bundle")
