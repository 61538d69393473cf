"""What somebody of an office keeps besides decisions: looks to be reported, views of the tray with a name.

`db` = vault.outbox(); each writing function is one transaction. Reading takes a connection to office.db too.
"""

from collections.abc import Iterable
from datetime import datetime

from storage.connection import Connection, transaction
from storage.decision_records import QueuedLook, SavedView, TrayQuery
from storage.errors import DamagedFileError
from storage.request_rows import from_json, to_json
from storage.rows import to_instant


def queue_look(db: Connection, look: QueuedLook) -> None:
    """Somebody's file was looked at here; the office's service hears of it with the next exchange."""
    with transaction(db):
        db.run(
            "INSERT OR IGNORE INTO look (uuid, doc_numero, why, what, at) VALUES (:uuid, :doc, :why, :what, :at)",
            uuid=look.uuid, doc=look.doc_numero, why=look.why, what=look.what, at=to_instant(look.at),
        )  # fmt: skip


def queued_looks(db: Connection, limit: int = 100) -> tuple[QueuedLook, ...]:
    """The oldest of those that the service does not know of."""
    return tuple(
        QueuedLook(uuid=row["uuid"], doc_numero=row["doc_numero"], why=row["why"], what=row["what"],
                   at=datetime.fromisoformat(row["at"]))
        for row in db.rows("SELECT * FROM look ORDER BY at, uuid LIMIT :limit", limit=limit)
    )  # fmt: skip


def looks_reported(db: Connection, uuids: Iterable[str]) -> None:
    """The service has them."""
    with transaction(db):
        db.run_many("DELETE FROM look WHERE uuid = :uuid", [{"uuid": uuid} for uuid in uuids])


def saved_views(db: Connection) -> tuple[SavedView, ...]:
    """In the order they were made. None when the outbox is damaged: nothing depends on them."""
    if db.missing is not None:
        return ()
    try:
        rows = db.rows("SELECT name, body FROM saved_view ORDER BY place, name")
    except DamagedFileError:
        return ()
    return tuple(SavedView(row["name"], from_json(row["body"], TrayQuery)) for row in rows)


def save_view(db: Connection, view: SavedView) -> None:
    """Under its name; the one before of this name is replaced and keeps its place."""
    with transaction(db):
        db.run(
            "INSERT INTO saved_view (name, place, body)"
            " VALUES (:name, (SELECT coalesce(max(place), 0) + 1 FROM saved_view), :body)"
            " ON CONFLICT (name) DO UPDATE SET body = excluded.body",
            name=view.name, body=to_json(view.query),
        )  # fmt: skip


def forget_view(db: Connection, name: str) -> None:
    """The name is free again."""
    with transaction(db):
        db.run("DELETE FROM saved_view WHERE name = :name", name=name)
