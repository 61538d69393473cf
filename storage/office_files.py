"""Sustentos of the office's open requests: fetched before somebody looks, within a budget, in pieces.

`db` = vault.office(). Each function is one transaction. What no request names any more is dropped
with the page that says so.
"""

import hashlib
from typing import Final

from storage.connection import Connection, transaction
from storage.errors import BugError
from storage.records import WantedPdf

BUDGET: Final = 256 * 2**20  # bytes of sustentos that are kept
_WANTED: Final = (
    "SELECT d.sha256, d.size, coalesce(f.received, 0) AS received FROM office_case AS c"
    " JOIN case_document AS d USING (uuid) LEFT JOIN office_file AS f USING (sha256)"
    " WHERE c.state IN ('en_solicitud', 'observado') AND c.taken_by IN ('', :me) AND coalesce(f.held, 0) = 0"
    " ORDER BY c.deadline IS NULL, c.deadline, c.filed_at, d.sha256"
)
_RECEIVED: Final = "SELECT total(received) FROM office_file"
_PARTS: Final = (
    "SELECT p.content FROM office_file_part AS p JOIN office_file AS f ON f.number = p.file"
    " WHERE f.sha256 = :sha256 ORDER BY p.position"
)


def wanted_files(db: Connection, me: str, *, at_most: int) -> tuple[WantedPdf, ...]:
    """What to fetch ahead: of requests that nobody else has taken, the nearest deadline first, up to so many bytes and
    never more than the budget in all."""
    room = min(at_most, BUDGET - db.number(_RECEIVED))
    found: dict[str, WantedPdf] = {}
    for row in db.rows(_WANTED, me=me):
        room -= row["size"] - row["received"] if row["sha256"] not in found else 0
        if room < 0:
            break
        found[row["sha256"]] = WantedPdf(row["sha256"], row["size"], row["received"])
    return tuple(found.values())


def append_file(db: Connection, sha256: str, size: int, offset: int, data: bytes) -> None:
    """Some more bytes. BugError unless they continue what is here and stay within the size."""
    with transaction(db):
        db.run("INSERT OR IGNORE INTO office_file (sha256, size) VALUES (:sha256, :size)", sha256=sha256, size=size)
        row = db.row("SELECT number, size, received FROM office_file WHERE sha256 = :sha256", sha256=sha256)
        if row is None or row["received"] != offset or offset + len(data) > row["size"]:
            raise BugError("bytes of a file that do not continue it")
        db.run(
            "INSERT INTO office_file_part (file, position, content) VALUES (:file, :position, :content)",
            file=row["number"], position=offset, content=data,
        )  # fmt: skip
        db.run("UPDATE office_file SET received = received + :more WHERE number = :file",
               more=len(data), file=row["number"])  # fmt: skip


def finish_file(db: Connection, sha256: str) -> bool:
    """Whether all bytes are here and are what they are called; wrong ones are dropped."""
    content = _content(db, sha256)
    right = hashlib.sha256(content).hexdigest() == sha256
    with transaction(db):
        if right:
            db.run("UPDATE office_file SET held = 1 WHERE sha256 = :sha256 AND received = size", sha256=sha256)
        else:
            db.run("DELETE FROM office_file WHERE sha256 = :sha256", sha256=sha256)
    return right


def restart_file(db: Connection, sha256: str) -> None:
    """Drop what is here of a file that is not whole."""
    with transaction(db):
        db.run("DELETE FROM office_file WHERE sha256 = :sha256 AND held = 0", sha256=sha256)


def keep_whole_file(db: Connection, sha256: str, content: bytes) -> None:
    """A file that was fetched to be seen. Its digest was verified; BugError otherwise."""
    if hashlib.sha256(content).hexdigest() != sha256:
        raise BugError("not the file it is called")
    if file_of_case(db, sha256) is None and content:
        restart_file(db, sha256)
        append_file(db, sha256, len(content), 0, content)
        finish_file(db, sha256)


def file_of_case(db: Connection, sha256: str) -> bytes | None:
    """The file, whole and verified; None when it is not here."""
    held = db.number("SELECT held FROM office_file WHERE sha256 = :sha256", sha256=sha256)
    return _content(db, sha256) if held else None


def _content(db: Connection, sha256: str) -> bytes:
    return b"".join(row["content"] for row in db.rows(_PARTS, sha256=sha256))
