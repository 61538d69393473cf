"""The second way out of a damaged outbox: every page that is still what was written gives its rows, whatever led to it.

For when SQLite cannot read a table to its end.
"""

import re
from itertools import islice
from typing import Final

from storage.connection import Connection, DatabaseFile, Value, transaction
from storage.errors import NewerFileError
from storage.leaves import Leaves
from storage.migrating import steps
from storage.pages import Pages
from storage.salvage_rows import (
    DECISION_COLUMNS,
    LOOK_COLUMNS,
    REQUEST_COLUMNS,
    VIEW_COLUMNS,
    add_decisions,
    add_files,
    add_looks,
    add_pieces,
    add_requests,
    add_views,
    count_on,
)

ROWS_A_PAGE: Final = 16  # requests; the shortest there can be take 280 bytes, 14 a page
PIECES_AT_ONCE: Final = 8  # 2 MiB

_REQUEST: Final = re.compile("titttt[nt][nt]i[nt]i[nt][nt]tttt[ni]it[nt]i")
_DECISION: Final = re.compile("tittttttttttttitittt(t)?")  # the last column is younger than the others
_LOOK: Final = re.compile("ttttt")
_VIEW: Final = re.compile("tit")
_FILE: Final = re.compile("ntii")
_PIECE: Final = re.compile("iib")
_COUNTER: Final = re.compile("nii")


def copy_leaves(source: DatabaseFile, into: Connection) -> int | None:
    """Copy the rows of every page that is whole; at most how many requests were lost, None when nobody can say.

    NewerFileError when a later version of the program wrote the file.
    """
    with Pages(source) as pages:
        leaves = Leaves(pages)
        known = steps("outbox")[-1].number
        if leaves.version is not None and leaves.version > known:
            raise NewerFileError(source.path, leaves.version, known)
        with transaction(into):
            add_requests(into, (dict(zip(REQUEST_COLUMNS, row, strict=True)) for _, row in leaves.rows(_REQUEST)))
            add_decisions(into, (_decision(row) for _, row in leaves.rows(_DECISION)))
            add_looks(into, (dict(zip(LOOK_COLUMNS, row, strict=True)) for _, row in leaves.rows(_LOOK)))
            add_views(into, (dict(zip(VIEW_COLUMNS, row, strict=True)) for _, row in leaves.rows(_VIEW)))
            given = _count_on(leaves, into)
            add_files(into, (_file(rowid, row) for rowid, row in leaves.rows(_FILE)))
        _copy_pieces(leaves, into)
        return _lost(leaves, given, into.number("SELECT count(*) FROM update_request"))


def _count_on(leaves: Leaves, into: Connection) -> int | None:
    """The highest number that a request was ever given; None when it cannot be read."""
    given: int | None = None
    for _rowid, (_only, number, place) in leaves.rows(_COUNTER):
        given = max(given or 0, int(number or 0))
        count_on(into, given, int(place or 0))
    return given


def _decision(row: tuple[Value, ...]) -> dict[str, Value]:
    return {"reception": ""} | dict(zip(DECISION_COLUMNS, row, strict=False))


def _file(rowid: int, row: tuple[Value, ...]) -> dict[str, Value]:
    return {"number": rowid, "sha256": row[1], "size": row[2], "uploaded": row[3]}


def _copy_pieces(leaves: Leaves, into: Connection) -> None:
    pieces = ({"attachment": row[0], "position": row[1], "content": row[2]} for _, row in leaves.rows(_PIECE))
    while some := list(islice(pieces, PIECES_AT_ONCE)):
        with transaction(into):
            add_pieces(into, some)


def _lost(leaves: Leaves, given: int | None, came: int) -> int | None:
    """No more than numbers were given, nor than the pages that cannot be read had room for."""
    most = [] if given is None else [given - came]
    if not leaves.cut:
        most.append(len(leaves.unreadable) * ROWS_A_PAGE)
    return max(0, min(most)) if most else None
