"""The trust list of a profile: the bytes as a root signed them, its version, when it came; and what the office offers.

Bytes are verified when they are stored and again at each reading, by the roots that this program has pinned. What an
older program stored and this one does not believe is passed over for the list that came with it.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from documents.seal.errors import TrustListError
from documents.seal.trust import TrustList, bundled, newer, pinned_roots, read_trust_list
from storage.connection import Connection, transaction
from storage.rows import from_instant, to_instant

PATIENCE: Final = timedelta(days=1)  # after an offer that brought nothing usable: 26 kB a day, and not at each exchange


@dataclass(frozen=True, slots=True)
class KeptList:
    """A trust list as it lies in the cache."""

    version: int
    content: bytes
    received: datetime


def kept_list(db: Connection) -> KeptList | None:
    """The list that came by sync or by a file, not verified; None when none came."""
    row = db.row("SELECT version, content, received FROM trust_list")
    return None if row is None else KeptList(row["version"], row["content"], datetime.fromisoformat(row["received"]))


def trust_in_use(db: Connection) -> TrustList:
    """The newer of the kept list and the one that came with the program."""
    shipped, kept = bundled(), kept_list(db)
    if kept is None:
        return shipped
    try:
        return newer(shipped, read_trust_list(kept.content, pinned_roots()))
    except TrustListError:  # of an older program: its root is not pinned any more, or this one shipped a newer list
        return shipped


def keep_trust_list(db: Connection, content: bytes, at: datetime) -> TrustList:
    """Store a list that is signed by a pinned root and not older than the one in use; returns the one in use then.

    Raises TrustListError, and stores nothing.
    """
    offered = read_trust_list(content, pinned_roots())
    with transaction(db):
        in_use = newer(trust_in_use(db), offered)
        db.run(
            "INSERT OR REPLACE INTO trust_list (only, version, content, received)"
            " VALUES (1, :version, :content, :received)",
            version=in_use.version,
            content=content,
            received=to_instant(at),
        )
    return in_use


def note_offer(db: Connection, version: int) -> None:
    """The office announced this version. Another version than before deserves a fresh try. Part of a transaction."""
    db.run(
        "INSERT INTO trust_offer (only, version) VALUES (1, :version)"
        " ON CONFLICT (only) DO UPDATE SET version = excluded.version, refused_at = NULL"
        " WHERE version <> excluded.version",
        version=version,
    )


def refuse_offer(db: Connection, at: datetime) -> None:
    """What came for the offer was of no use; it is not asked for again before `PATIENCE` is over."""
    with transaction(db):
        db.run("UPDATE trust_offer SET refused_at = :at", at=to_instant(at))


def offer_to_fetch(db: Connection, in_use: int, now: datetime) -> int | None:
    """The version to fetch: one that is newer than `in_use` and was not refused within the last day."""
    row = db.row("SELECT version, refused_at FROM trust_offer")
    if row is None or row["version"] <= in_use:
        return None
    refused_at = from_instant(row["refused_at"])
    # A clock that was set back must not make the wait longer than it is.
    waiting = refused_at is not None and abs(now - refused_at) < PATIENCE
    return None if waiting else int(row["version"])
