"""Who of an office looked at the person's file: facts of their own feed, in the cache."""

from datetime import datetime

from storage.connection import Connection
from storage.records import OfficeLook
from storage.rows import to_instant


def office_looks(db: Connection, limit: int = 1_000) -> tuple[OfficeLook, ...]:
    """The newest first. Takes a connection to the cache."""
    rows = db.rows("SELECT * FROM office_look ORDER BY until DESC, id LIMIT :limit", limit=limit)
    return tuple(
        OfficeLook(
            id=row["id"], at=datetime.fromisoformat(row["at"]), until=datetime.fromisoformat(row["until"]),
            times=row["times"], who=row["who"], office=row["office"], why=row["why"], what=row["what"],
        )
        for row in rows
    )  # fmt: skip


def put_look(db: Connection, look: OfficeLook, epoch: int) -> None:
    """Part of the transaction of a page."""
    db.run(
        "INSERT OR REPLACE INTO office_look (id, epoch, at, until, times, who, office, why, what)"
        " VALUES (:id, :epoch, :at, :until, :times, :who, :office, :why, :what)",
        id=look.id, epoch=epoch, at=to_instant(look.at), until=to_instant(look.until), times=look.times, who=look.who,
        office=look.office, why=look.why, what=look.what,
    )  # fmt: skip


def remove_look(db: Connection, fact_id: str) -> None:
    """Part of the transaction of a page."""
    db.run("DELETE FROM office_look WHERE id = :id", id=fact_id)
