"""What can still be read of a damaged outbox, copied into a new one, row by row.

Every page of the file authenticates itself, so a row that can be read is exactly what was written. The damaged file is
only read. Moving files about is storage.vault's.
"""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from storage.attachments import file_bytes
from storage.connection import Connection, DatabaseFile, Row, open_wreck, transaction
from storage.errors import DamagedFileError, NewerFileError
from storage.migrating import steps, version

ROWS_A_PAGE = 8  # more do not fit: guesses how far numbers go when the file does not tell
PIECES_AT_ONCE = 8  # 2 MiB

_COLUMNS = (
    "uuid", "number", "section", "body", "state", "created_at", "queued_at", "answered_at", "tries", "next_try_at",
    "cancel_wanted", "code", "reason", "action", "record", "replaces", "changed_at", "place", "sent", "detail",
    "expediente", "expediente_waits",
)  # fmt: skip
_REQUESTS = "SELECT * FROM update_request WHERE rowid BETWEEN :first AND :last"
_FILES = "SELECT * FROM attachment WHERE number BETWEEN :first AND :last"
_PIECES = "SELECT attachment, position, content FROM attachment_piece WHERE rowid BETWEEN :first AND :last"
_ADD_REQUEST = (
    "INSERT OR IGNORE INTO update_request (uuid, number, section, body, state, created_at, queued_at, answered_at,"
    " tries, next_try_at, cancel_wanted, code, reason, action, record, replaces, changed_at, place, sent, detail,"
    " expediente, expediente_waits) VALUES (:uuid, :number, :section, :body, :state, :created_at, :queued_at,"
    " :answered_at, :tries, :next_try_at, :cancel_wanted, :code, :reason, :action, :record, :replaces, :changed_at,"
    " :place, :sent, :detail, :expediente, :expediente_waits)"
)
_ADD_FILE = (
    "INSERT OR IGNORE INTO attachment (number, sha256, size, uploaded) VALUES (:number, :sha256, :size, :uploaded)"
)
_ADD_PIECE = (
    "INSERT OR IGNORE INTO attachment_piece (attachment, position, content)"
    " SELECT :attachment, :position, :content WHERE EXISTS (SELECT 1 FROM attachment WHERE number = :attachment)"
)
_COUNT_ON = (
    "UPDATE counter SET number = max(number, :number, (SELECT coalesce(max(number), 0) FROM update_request)),"
    " place = max(place, :place, (SELECT coalesce(max(place), 0) FROM update_request))"
)
_MISSING = (
    "SELECT count(DISTINCT sha256) FROM needed_file WHERE sha256 <> ''"
    " AND sha256 NOT IN (SELECT sha256 FROM attachment)"
)


@dataclass(frozen=True, slots=True)
class Salvaged:
    """What came of it."""

    requests: int  # drafts and requests that are whole in the new outbox
    files: int
    lost_requests: int | None  # at most so many could not be read; None: nobody can say
    lost_files: int  # that a request names: they have to be attached again
    aside: Path | None = None  # where the damaged file is now


class _Wreck:
    """A damaged file, opened anew after each page that is not what was written: such a connection is done."""

    def __init__(self, file: DatabaseFile) -> None:
        self._file = file
        self._db: Connection | None = None

    def rows(self, statement: str, first: int, last: int) -> list[Row]:
        """Raises DamagedFileError."""
        if self._db is None:
            self._db = open_wreck(self._file)
        db = self._db
        try:
            return db.rows(statement, first=first, last=last)
        except DamagedFileError:
            self.close()
            raise

    def number(self, statement: str, otherwise: int) -> int:
        """The first column of the first row; `otherwise` when it cannot be read."""
        try:
            found = self.rows(statement + " WHERE :first <= :last", 0, 1)
        except DamagedFileError:
            return otherwise
        return otherwise if not found or found[0][0] is None else int(found[0][0])

    def pages(self) -> int:
        """As large as the file is."""
        return self._file.path.stat().st_size // 4096 + 1

    def close(self) -> None:
        """Harmless when closed."""
        if self._db is not None:
            self._db.close()
        self._db = None


def salvage(source: DatabaseFile | None, into: Connection) -> Salvaged:
    """Copy what can be read of `source` (None: it is gone altogether) into a new outbox.

    NewerFileError when a later version of the program wrote it.
    """
    lost: int | None = None
    if source is not None and _is_readable(source):
        wreck = _Wreck(source)
        try:
            lost = _copy(wreck, into)
        finally:
            wreck.close()
    return Salvaged(
        requests=into.number("SELECT count(*) FROM update_request"),
        files=into.number("SELECT count(*) FROM attachment"),
        lost_requests=lost,
        lost_files=into.number(_MISSING),
    )


def _is_readable(source: DatabaseFile) -> bool:
    """Whether its key fits and its first page is whole. The first version of the file never held anything."""
    known = steps("outbox")[-1].number
    try:
        with open_wreck(source) as db:
            found = version(db)
    except DamagedFileError:
        return False
    if found > known:
        raise NewerFileError(source.path, found, known)
    return found == known


def _copy(wreck: _Wreck, into: Connection) -> int | None:
    """Requests first: they are worth most. Returns how many at most were lost; None when the file does not tell."""
    lost: list[int] = []
    guess = wreck.pages() * ROWS_A_PAGE
    given = wreck.number("SELECT max(number) FROM counter", 0)
    last = wreck.number("SELECT max(rowid) FROM update_request", given)
    known = last > 0 or given == 0 == wreck.number("SELECT count(*) FROM update_request", 1)
    last = last if known else guess
    with transaction(into):
        for rows in _ranges(wreck, _REQUESTS, 1, last, lost):
            into.run_many(_ADD_REQUEST, [{name: row[name] for name in _COLUMNS} for row in rows])
        place = wreck.number("SELECT max(place) FROM counter", 0)
        into.run(_COUNT_ON, number=given, place=place)
    _copy_files(wreck, into, guess)
    return len(lost) if known else None


def _copy_files(wreck: _Wreck, into: Connection, guess: int) -> None:
    lost: list[int] = []
    last = wreck.number("SELECT max(number) FROM attachment", guess)
    with transaction(into):
        for rows in _ranges(wreck, _FILES, 1, last, lost):
            into.run_many(_ADD_FILE, [dict(row) for row in rows])
    last = wreck.number("SELECT max(rowid) FROM attachment_piece", guess)
    for first in range(1, last + 1, PIECES_AT_ONCE):
        with transaction(into):
            for rows in _ranges(wreck, _PIECES, first, min(last, first + PIECES_AT_ONCE - 1), lost):
                into.run_many(_ADD_PIECE, [dict(row) for row in rows])
    with transaction(into):
        for row in into.rows("SELECT sha256 FROM attachment"):
            content = file_bytes(into, row["sha256"]) or b""
            if hashlib.sha256(content).hexdigest() != row["sha256"]:
                into.run("DELETE FROM attachment WHERE sha256 = :sha256", sha256=row["sha256"])


def _ranges(wreck: _Wreck, statement: str, first: int, last: int, lost: list[int]) -> Iterator[list[Row]]:
    """The rows with these numbers; a range that cannot be read is halved until single rows are given up."""
    if first > last:
        return
    try:
        yield wreck.rows(statement, first, last)
    except DamagedFileError:
        if first == last:
            lost.append(first)
            return
        middle = (first + last) // 2
        yield from _ranges(wreck, statement, first, middle, lost)
        yield from _ranges(wreck, statement, middle + 1, last, lost)
