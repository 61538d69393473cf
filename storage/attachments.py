"""Files of wishes, inside the encrypted outbox: in pieces, each once whatever names it, kept until nothing needs it.

`db` is a connection to the outbox. Each function that writes is one transaction.
"""

import hashlib
from typing import Final

from storage.connection import Connection, transaction
from storage.errors import BugError

PIECE: Final = 256 * 1024  # bytes of one row

_DROP_OVER = (
    "DELETE FROM attachment WHERE sha256 NOT IN (SELECT sha256 FROM needed_file)"
    " AND sha256 IN (SELECT sha256 FROM named_file)"
)
_DROP_STRAYS = "DELETE FROM attachment WHERE sha256 NOT IN (SELECT sha256 FROM needed_file)"
_PIECES = (
    "SELECT position, content FROM attachment_piece"
    " JOIN attachment ON attachment.number = attachment_piece.attachment"
    " WHERE sha256 = :sha256 AND position > :offset - :longest AND position < :offset + :size ORDER BY position"
)


def keep_file(db: Connection, sha256: str, content: bytes) -> None:
    """Keep a file, on disk and fsynced when this returns. BugError unless the name is its SHA-256; twice is once.

    Keep it before the draft that names it is saved: nothing that is open drops a file which no request names yet.
    """
    if not content or hashlib.sha256(content).hexdigest() != sha256:
        raise BugError("a file that is not what it is called")
    with transaction(db):
        if db.row("SELECT 1 FROM attachment WHERE sha256 = :sha256", sha256=sha256) is not None:
            return
        number = db.number(
            "INSERT INTO attachment (sha256, size) VALUES (:sha256, :size) RETURNING number",
            sha256=sha256, size=len(content),
        )  # fmt: skip
        db.run_many(
            "INSERT INTO attachment_piece (attachment, position, content) VALUES (:number, :position, :content)",
            ({"number": number, "position": at, "content": content[at : at + PIECE]}
             for at in range(0, len(content), PIECE)),
        )  # fmt: skip


def file_bytes(db: Connection, sha256: str) -> bytes | None:
    """The whole file, or None when it is not here. Takes a connection to the cache too."""
    rows = db.rows(
        "SELECT content FROM attachment_piece JOIN attachment ON attachment.number = attachment_piece.attachment"
        " WHERE sha256 = :sha256 ORDER BY position",
        sha256=sha256,
    )
    return b"".join(row["content"] for row in rows) if rows else None


def file_size(db: Connection, sha256: str) -> int | None:
    """Bytes of the file, or None when it is not here."""
    row = db.row("SELECT size FROM attachment WHERE sha256 = :sha256", sha256=sha256)
    return None if row is None else int(row["size"])


def piece(db: Connection, sha256: str, offset: int, size: int) -> bytes:
    """At most `size` bytes from `offset`; fewer at the end, none behind it. KeyError when the file is not here."""
    _require(db, sha256)
    rows = db.rows(_PIECES, sha256=sha256, offset=offset, size=size, longest=PIECE)
    if not rows:
        return b""
    start = offset - int(rows[0]["position"])
    return b"".join(row["content"] for row in rows)[start : start + size]


def upload_offset(db: Connection, sha256: str) -> int:
    """Bytes that the office said it has. KeyError when the file is not here."""
    _require(db, sha256)
    return db.number("SELECT uploaded FROM attachment WHERE sha256 = :sha256", sha256=sha256)


def set_upload_offset(db: Connection, sha256: str, offset: int) -> None:
    """Persist what the office has; 0 begins again. KeyError when the file is not here, BugError beyond its size."""
    with transaction(db):
        _require(db, sha256)
        db.run("UPDATE attachment SET uploaded = :offset WHERE sha256 = :sha256", offset=offset, sha256=sha256)


def drop_unused(db: Connection) -> int:
    """Drop the files of requests that are over and that no living request names; how many went.

    A rejected request keeps its files until another one that corrects it is queued.
    """
    with transaction(db):
        return db.run(_DROP_OVER)


def drop_strays(db: Connection) -> int:
    """The same, and files that nothing names: a crash came between keeping one and saving its draft. Not while a
    draft is open on the screen; `Vault` does it when a profile opens."""
    with transaction(db):
        return db.run(_DROP_STRAYS)


def drop_of_discarded(db: Connection, names: tuple[str, ...]) -> None:
    """Files of a draft that is gone, unless another living request names them; part of an open transaction."""
    for sha256 in names:
        db.run(_DROP_STRAYS + " AND sha256 = :sha256", sha256=sha256)


def _require(db: Connection, sha256: str) -> None:
    if db.row("SELECT 1 FROM attachment WHERE sha256 = :sha256", sha256=sha256) is None:
        raise KeyError(sha256)
