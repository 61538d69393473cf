"""Rows of a damaged outbox, written into the new one. A row that is there already is not written again.

Where they come from is storage.salvage's and storage.salvage_leaves'. Each function is part of an open transaction.
"""

import hashlib
from collections.abc import Iterable, Mapping

from storage.connection import Connection, Value

REQUEST_COLUMNS = (
    "uuid", "number", "section", "body", "state", "created_at", "queued_at", "answered_at", "tries", "next_try_at",
    "cancel_wanted", "code", "reason", "action", "record", "replaces", "changed_at", "place", "sent", "detail",
    "expediente", "expediente_waits",
)  # fmt: skip

DECISION_COLUMNS = (
    "uuid", "place", "batch", "request", "code", "who", "deed", "reason", "seen", "follows", "state", "decided_at",
    "ready_at", "answered_at", "tries", "next_try_at", "sent", "trouble", "detail", "answer", "reception",
)  # fmt: skip
LOOK_COLUMNS = ("uuid", "doc_numero", "why", "what", "at")
VIEW_COLUMNS = ("name", "place", "body")

_ADD_DECISION = (
    "INSERT OR IGNORE INTO decision (uuid, place, batch, request, code, who, deed, reason, seen, follows, state,"
    " decided_at, ready_at, answered_at, tries, next_try_at, sent, trouble, detail, answer, reception) VALUES (:uuid,"
    " :place, :batch, :request, :code, :who, :deed, :reason, :seen, :follows, :state, :decided_at, :ready_at,"
    " :answered_at, :tries, :next_try_at, :sent, :trouble, :detail, :answer, :reception)"
)
_ADD_LOOK = (
    "INSERT OR IGNORE INTO look (uuid, doc_numero, why, what, at) SELECT :uuid, :doc_numero, :why, :what, :at"
    " WHERE length(:uuid) = 36"
)
_ADD_VIEW = "INSERT OR IGNORE INTO saved_view (name, place, body) SELECT :name, :place, :body WHERE json_valid(:body)"
_ADD_REQUEST = (
    "INSERT OR IGNORE INTO update_request (uuid, number, section, body, state, created_at, queued_at, answered_at,"
    " tries, next_try_at, cancel_wanted, code, reason, action, record, replaces, changed_at, place, sent, detail,"
    " expediente, expediente_waits) VALUES (:uuid, :number, :section, :body, :state, :created_at, :queued_at,"
    " :answered_at, :tries, :next_try_at, :cancel_wanted, :code, :reason, :action, :record, :replaces, :changed_at,"
    " :place, :sent, :detail, :expediente, :expediente_waits)"
)
_ADD_DEVICE = (
    "INSERT OR IGNORE INTO device (only, seed, made_at, registered, certificate, results, enrolment)"
    " VALUES (:only, :seed, :made_at, :registered, :certificate, :results, :enrolment)"
)
_ADD_FILE = (
    "INSERT OR IGNORE INTO attachment (number, sha256, size, uploaded) VALUES (:number, :sha256, :size, :uploaded)"
)
_ADD_UNNAMED = (
    "INSERT OR IGNORE INTO attachment (number, sha256, size) VALUES (:attachment, printf('%064x', :attachment), 1)"
)
_ADD_PIECE = (
    "INSERT OR IGNORE INTO attachment_piece (attachment, position, content) VALUES (:attachment, :position, :content)"
)
_COUNT_ON = (
    "UPDATE counter SET number = max(number, :number, (SELECT coalesce(max(number), 0) FROM update_request)),"
    " place = max(place, :place, (SELECT coalesce(max(place), 0) FROM update_request))"
)
_CONTENT = "SELECT content FROM attachment_piece WHERE attachment = :number ORDER BY position"
_NAME = (
    "UPDATE OR IGNORE attachment SET sha256 = :sha256, size = :size, uploaded = 0"
    " WHERE number = :number AND :sha256 IN (SELECT sha256 FROM needed_file)"
)


def add_requests(into: Connection, rows: Iterable[Mapping[str, Value]]) -> None:
    """`rows` with the columns of REQUEST_COLUMNS."""
    into.run_many(_ADD_REQUEST, rows)


def add_device(into: Connection, rows: Iterable[Mapping[str, Value]]) -> None:
    """This computer's key for memory sticks: a new one would have to be paired anew."""
    into.run_many(_ADD_DEVICE, rows)


def add_decisions(into: Connection, rows: Iterable[Mapping[str, Value]]) -> None:
    """`rows` with the columns of DECISION_COLUMNS."""
    into.run_many(_ADD_DECISION, rows)


def add_looks(into: Connection, rows: Iterable[Mapping[str, Value]]) -> None:
    """`rows` with the columns of LOOK_COLUMNS; what only looks like one is passed over."""
    into.run_many(_ADD_LOOK, rows)


def add_views(into: Connection, rows: Iterable[Mapping[str, Value]]) -> None:
    """`rows` with the columns of VIEW_COLUMNS; what only looks like one is passed over."""
    into.run_many(_ADD_VIEW, rows)


def add_files(into: Connection, rows: Iterable[Mapping[str, Value]]) -> None:
    """`rows` with number, sha256, size, uploaded."""
    into.run_many(_ADD_FILE, rows)


def add_pieces(into: Connection, rows: Iterable[Mapping[str, Value]]) -> None:
    """`rows` with attachment, position, content. A piece of no known file makes one that `settle_files` may name."""
    for row in rows:
        into.run(_ADD_UNNAMED, attachment=row["attachment"])
        into.run_many(_ADD_PIECE, (row,))


def count_on(into: Connection, number: int, place: int) -> None:
    """No number and no place that was given comes again."""
    into.run(_COUNT_ON, number=number, place=place)


def settle_files(into: Connection) -> None:
    """Keep files that are what they are called, and name those by their bytes that a request needs; drop the others."""
    for row in into.rows("SELECT number, sha256 FROM attachment"):
        content = b"".join(piece["content"] for piece in into.rows(_CONTENT, number=row["number"]))
        found = hashlib.sha256(content).hexdigest()
        if found != row["sha256"] and not into.run(_NAME, sha256=found, size=len(content), number=row["number"]):
            into.run("DELETE FROM attachment WHERE number = :number", number=row["number"])
