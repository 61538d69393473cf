"""The legajo catalogue of a profile: the newer of what the office sent and what came with the program.

Read strictly when it is stored and again when it is used; what an older program stored and this one cannot read is
passed over for the bundled one.
"""

from datetime import datetime, timedelta
from functools import lru_cache
from typing import Final

from documents.legajo_catalogue import LegajoCatalogue, LegajoCatalogueError, bundled, read_catalogue
from storage.connection import Connection, transaction
from storage.rows import from_instant, to_instant

PATIENCE: Final = timedelta(days=1)  # after an offer that brought nothing usable

_parsed = lru_cache(maxsize=2)(read_catalogue)  # the same bytes for every record of a page


def legajo_catalogue(db: Connection) -> LegajoCatalogue:
    """The catalogue in use. Takes a connection to the cache."""
    shipped = bundled()
    row = db.row("SELECT content FROM legajo_catalogue WHERE version > :version", version=shipped.version)
    if row is None:
        return shipped
    try:
        return _parsed(bytes(row["content"]))
    except LegajoCatalogueError:  # of a newer program, which knew more kinds of fields
        return shipped


def keep_legajo_catalogue(db: Connection, content: bytes, at: datetime) -> LegajoCatalogue:
    """Store a catalogue that is newer than the one in use; returns the one in use then.

    Raises LegajoCatalogueError, and stores nothing, when it cannot be read whole. An older one is passed over.
    """
    from storage.legajo_facts import index_anew

    offered = read_catalogue(content)
    with transaction(db):
        in_use = legajo_catalogue(db)
        if offered.version <= in_use.version:
            return in_use
        db.run(
            "INSERT OR REPLACE INTO legajo_catalogue (only, version, content, received)"
            " VALUES (1, :version, :content, :received)",
            version=offered.version, content=content, received=to_instant(at),
        )  # fmt: skip
        index_anew(db, offered)
    return offered


def note_catalogue_offer(db: Connection, version: int) -> None:
    """The office announced this version. Another version than before deserves a fresh try. Part of a transaction."""
    db.run(
        "INSERT INTO legajo_catalogue_offer (only, version) VALUES (1, :version)"
        " ON CONFLICT (only) DO UPDATE SET version = excluded.version, refused_at = NULL"
        " WHERE version <> excluded.version",
        version=version,
    )


def refuse_catalogue_offer(db: Connection, at: datetime) -> None:
    """What came for the offer was of no use; it is not asked for again before `PATIENCE` is over."""
    with transaction(db):
        db.run("UPDATE legajo_catalogue_offer SET refused_at = :at", at=to_instant(at))


def catalogue_to_fetch(db: Connection, now: datetime) -> int | None:
    """The version to fetch: announced, newer than the one in use, not refused within the last day. None: nothing."""
    row = db.row("SELECT version, refused_at FROM legajo_catalogue_offer")
    if row is None or row["version"] <= legajo_catalogue(db).version:
        return None
    refused_at = from_instant(row["refused_at"])
    # A clock that was set back must not make the wait longer than it is.
    waiting = refused_at is not None and abs(now - refused_at) < PATIENCE
    return None if waiting else int(row["version"])
