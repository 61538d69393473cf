"""Writing the office's facts, and the marks of sync. Each function is one transaction. Reading is storage.payslips.

The facts of a page and its cursor are stored together, so that a cursor on disk means: every row up to it is here.
"""

from datetime import datetime

from storage.connection import Connection, transaction
from storage.digests import put_digests
from storage.facts import apply_fact, sweep
from storage.legajo_facts import release_files
from storage.marks import (
    add_traffic,
    clear_retry_mark,
    end_session,
    retry_mark,
    session,
    set_retry_mark,
    store_session,
    traffic,
)
from storage.pdfs import append_pdf, asked_pdfs, finish_pdf, restart_pdf, wanted_pdfs
from storage.records import FactPage, SyncMark
from storage.rows import from_instant, to_instant

__all__ = [
    "add_traffic",
    "append_pdf",
    "asked_pdfs",
    "clear_retry_mark",
    "end_session",
    "exchange_succeeded",
    "finish_pdf",
    "put_page",
    "put_restart",
    "restart_pdf",
    "restart_walk",
    "retry_mark",
    "session",
    "set_retry_mark",
    "store_page",
    "store_session",
    "sync_mark",
    "traffic",
    "wanted_pdfs",
]


def sync_mark(db: Connection) -> SyncMark:
    """Where the last exchange stopped."""
    row = db.row("SELECT epoch, cursor, etag, more, server_time, succeeded_at, next_sync_after FROM sync_mark")
    return (
        SyncMark()
        if row is None
        else SyncMark(
            epoch=row["epoch"],
            cursor=row["cursor"],
            etag=row["etag"],
            more=bool(row["more"]),
            server_time=from_instant(row["server_time"]),
            succeeded_at=from_instant(row["succeeded_at"]),
            next_sync_after=row["next_sync_after"],
        )
    )


def store_page(db: Connection, page: FactPage, *, etag: str) -> None:
    """Store a page's facts and its cursor. The last page of a walk under a new epoch sweeps what it did not bring.

    Until then the rows of the old epoch stay readable: a rebuild never shows an empty list.
    """
    with transaction(db):
        put_page(db, page, etag=etag)


def put_page(db: Connection, page: FactPage, *, etag: str) -> None:
    """The same, as a part of a transaction that is open."""
    epoch = _epoch_number(db, page.epoch)
    for fact in page.facts:
        apply_fact(db, fact, epoch)
    put_digests(db, page.digests, epoch)
    if not page.more and db.number("SELECT stale FROM sync_mark"):
        sweep(db, epoch)
        db.run("UPDATE sync_mark SET stale = 0")
    release_files(db)
    db.run(
        "UPDATE sync_mark SET epoch = :epoch, cursor = :cursor, etag = :etag, more = :more,"
        " server_time = :server_time, next_sync_after = coalesce(:next_sync_after, next_sync_after)",
        epoch=page.epoch,
        cursor=page.cursor,
        etag=etag,
        more=page.more,
        server_time=to_instant(page.server_time),
        next_sync_after=page.next_sync_after,
    )


def restart_walk(db: Connection) -> None:
    """Forget the cursor: the next page begins a full walk, whatever its epoch. Rows stay until that walk is over."""
    with transaction(db):
        put_restart(db)


def put_restart(db: Connection) -> None:
    """The same, as a part of a transaction that is open."""
    db.run("UPDATE sync_mark SET epoch = NULL, cursor = NULL, etag = NULL, more = 0")


def exchange_succeeded(db: Connection, at: datetime) -> None:
    """An exchange came to its end at `at`, by our clock; the plan for a next try is void."""
    with transaction(db):
        db.run("UPDATE sync_mark SET succeeded_at = :at", at=to_instant(at))
        db.run("DELETE FROM retry_mark")


def _epoch_number(db: Connection, epoch: str) -> int:
    """The number of the epoch under way. A name other than the last one's begins a new number and makes rows stale."""
    db.run(
        "UPDATE sync_mark SET epoch = :epoch, epoch_number = epoch_number + 1, stale = 1 WHERE epoch IS NOT :epoch",
        epoch=epoch,
    )
    return db.number("SELECT epoch_number FROM sync_mark")
