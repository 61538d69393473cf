"""What can still be read of a damaged outbox, copied into a new one.

Every page of the file authenticates itself, so a row that can be read is exactly what was written. SQLite reads table
by table (here); what it cannot reach is read page by page (storage.salvage_leaves). The damaged file is only read.
Moving files about is storage.vault's.
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from storage.connection import Connection, DatabaseFile, open_wreck, transaction
from storage.errors import DamagedFileError, NewerFileError
from storage.migrating import steps, version
from storage.salvage_leaves import PIECES_AT_ONCE, copy_leaves
from storage.salvage_rows import (
    add_decisions,
    add_device,
    add_files,
    add_looks,
    add_pieces,
    add_requests,
    add_views,
    count_on,
    settle_files,
)

_TABLES = (
    "SELECT count(*) FROM sqlite_schema WHERE type = 'table'"
    " AND name IN ('update_request', 'counter', 'attachment', 'attachment_piece', 'decision', 'look', 'saved_view')"
)
_PIECES = "SELECT attachment, position, content FROM attachment_piece WHERE rowid BETWEEN :first AND :last"
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


def salvage(source: DatabaseFile | None, into: Connection) -> Salvaged:
    """Copy what can be read of `source` (None: it is gone altogether) into a new outbox.

    NewerFileError when a later version of the program wrote it.
    """
    lost: int | None = None
    if source is not None:
        all_requests, all_files = _was_read(source, into, _copy_requests), _was_read(source, into, _copy_files)
        most = 0 if all_requests and all_files else copy_leaves(source, into)
        lost = 0 if all_requests else most
        with transaction(into):
            count_on(into, 0, 0)  # the old counter may be lost
            settle_files(into)
    return Salvaged(
        requests=into.number("SELECT count(*) FROM update_request"),
        files=into.number("SELECT count(*) FROM attachment"),
        lost_requests=lost,
        lost_files=into.number(_MISSING),
    )


def _was_read(source: DatabaseFile, into: Connection, copy: Callable[[Connection, Connection], None]) -> bool:
    """Whether no page on the way was lost."""
    try:
        with open_wreck(source) as wreck:
            if not _is_known(wreck):
                return False
            copy(wreck, into)
    except DamagedFileError:
        return False
    return True


def _is_known(wreck: Connection) -> bool:
    """The first version of the file never held anything. Of a file that was cut short nothing may be left but that."""
    known = steps("outbox")[-1].number
    if (found := version(wreck)) > known:
        raise NewerFileError(wreck.path, found, known)
    return found == known and wreck.number(_TABLES) == 7


def _copy_requests(wreck: Connection, into: Connection) -> None:
    with transaction(into):
        add_requests(into, [dict(row) for row in wreck.rows("SELECT * FROM update_request")])
        add_device(into, [dict(row) for row in wreck.rows("SELECT * FROM device")])
        add_decisions(into, [dict(row) for row in wreck.rows("SELECT * FROM decision")])
        add_looks(into, [dict(row) for row in wreck.rows("SELECT * FROM look")])
        add_views(into, [dict(row) for row in wreck.rows("SELECT * FROM saved_view")])


def _copy_files(wreck: Connection, into: Connection) -> None:
    """The counter too."""
    with transaction(into):
        for row in wreck.rows("SELECT number, place FROM counter"):
            count_on(into, row["number"], row["place"])
        add_files(into, [dict(row) for row in wreck.rows("SELECT * FROM attachment")])
    last = wreck.number("SELECT max(rowid) FROM attachment_piece")
    for first in range(1, last + 1, PIECES_AT_ONCE):
        with transaction(into):
            add_pieces(into, [dict(row) for row in wreck.rows(_PIECES, first=first, last=first + PIECES_AT_ONCE - 1)])
