"""The person's wishes as the person makes, queues, cancels and corrects them. Sending them is storage.outbox.

`db` is a connection to the outbox. Each function is one transaction, on disk and fsynced when it returns; times are
handed in, aware. KeyError when a request is unknown.
"""

from dataclasses import replace
from datetime import datetime

from storage.attachments import drop_of_discarded
from storage.connection import Connection, transaction
from storage.errors import BugError, QueueRefusedError
from storage.request_records import (
    OPEN_AT_OFFICE,
    Expediente,
    OfficeRequest,
    OwnRequest,
    RequestContent,
    RequestState,
)
from storage.request_rows import OWN, content_columns, is_for_paper, own_from, to_json
from storage.rows import to_instant

_ADD = (
    "INSERT INTO update_request (uuid, number, section, action, record, replaces, body, created_at, changed_at)"
    " VALUES (:uuid, :number, :section, :action, :record, :replaces, :body, :at, :at)"
)
_WRITE = (
    "UPDATE update_request SET section = :section, action = :action, record = :record, replaces = :replaces,"
    " body = :body, changed_at = :at WHERE uuid = :uuid AND state = 'borrador'"
)
_ADOPT = (
    "INSERT INTO update_request (uuid, number, section, action, record, replaces, body, created_at, changed_at,"
    " queued_at, answered_at, state, code, reason, sent, place)"
    " VALUES (:uuid, :number, :section, :action, :record, :replaces, :body, :filed, :at, :filed, :at, :state, :code,"
    " :reason, 1, :place)"
)
_OTHERS_OPEN = (
    "SELECT EXISTS (SELECT 1 FROM update_request WHERE uuid <> :uuid AND uuid <> :replaces AND cancel_wanted = 0"
    " AND state IN ('listo', 'subiendo', 'enviando', 'espera_sesion', 'espera_red', 'en_solicitud', 'observado')"
    " AND CASE WHEN :record = '' THEN action = :action ELSE record = :record END)"
)
_ALL = OWN + "ORDER BY number DESC"
_ONE = OWN + "WHERE uuid = :uuid"


def new_draft(db: Connection, uuid: str, content: RequestContent, at: datetime) -> OwnRequest:
    """Begin a draft; its local number is nobody else's, ever."""
    with transaction(db):
        _add(db, uuid, content, at)
    return own_request(db, uuid)


def save_draft(db: Connection, uuid: str, content: RequestContent, at: datetime) -> None:
    """Keep what was typed so far. BugError when it is not a draft any more."""
    with transaction(db):
        if not db.run(_WRITE, uuid=uuid, at=to_instant(at), **content_columns(content)):
            raise BugError(f"not a draft but {own_request(db, uuid).state}")


def discard_draft(db: Connection, uuid: str) -> None:
    """Remove a draft, and the files that only it named. BugError when it is queued."""
    with transaction(db):
        own = own_request(db, uuid)
        db.run("DELETE FROM update_request WHERE uuid = :uuid", uuid=uuid)
        drop_of_discarded(db, _files(own.content))


def queue(db: Connection, uuid: str, content: RequestContent, at: datetime) -> OwnRequest:
    """BORRADOR -> LISTO: the body is frozen and on disk when this returns. The same again is harmless.

    Raises QueueRefusedError and leaves the draft as it was: "request-open" when another open wish is about the same
    record (or asks for the same paper), unless it is the one corrected or it is being cancelled; "missing-file" when a
    document's file is neither here nor known to the office.
    """
    with transaction(db):
        own = own_request(db, uuid)
        if own.state is not RequestState.DRAFT:
            if own.content == content:
                return own
            raise BugError(f"not a draft but {own.state}")
        _require_queueable(db, uuid, content)
        db.run(_WRITE, uuid=uuid, at=to_instant(at), **content_columns(content))
        db.run("UPDATE counter SET place = place + 1")
        db.run(
            "UPDATE update_request SET state = 'listo', queued_at = :at, place = (SELECT place FROM counter)"
            " WHERE uuid = :uuid",
            uuid=uuid, at=to_instant(at),
        )  # fmt: skip
    return own_request(db, uuid)


def own_request(db: Connection, uuid: str) -> OwnRequest:
    """One wish. Takes a connection to the cache too."""
    row = db.row(_ONE, uuid=uuid)
    if row is None:
        raise KeyError(uuid)
    return own_from(row)


def own_requests(db: Connection) -> tuple[OwnRequest, ...]:
    """All wishes, newest first. Takes a connection to the cache too."""
    return tuple(own_from(row) for row in db.rows(_ALL))


def cancel(db: Connection, uuid: str, at: datetime) -> OwnRequest:
    """Never sent, or in quarantine -> ANULADO at once. Sent, or at the office -> `cancel_wanted`, for sync to ask.

    What is over stays as it is. BugError for a draft: that is discarded.
    """
    with transaction(db):
        own = own_request(db, uuid)
        if own.state is RequestState.DRAFT:
            raise BugError("a draft is discarded, not cancelled")
        if own.state is RequestState.QUARANTINE or (not own.sent and own.state not in OPEN_AT_OFFICE):
            _withdraw(db, uuid, at)
        else:
            db.run(
                "UPDATE update_request SET cancel_wanted = 1, changed_at = :at WHERE uuid = :uuid"
                " AND state NOT IN ('atendido', 'rechazado', 'anulado')",
                uuid=uuid, at=to_instant(at),
            )  # fmt: skip
    return own_request(db, uuid)


def edit_again(db: Connection, uuid: str, new_uuid: str, at: datetime) -> OwnRequest:
    """A quarantined wish becomes a new draft with its content and its files; the old one is ANULADO."""
    with transaction(db):
        own = own_request(db, uuid)
        if own.state is not RequestState.QUARANTINE:
            raise BugError(f"not in quarantine but {own.state}")
        _withdraw(db, uuid, at)
        _add(db, new_uuid, replace(own.content, expediente=own.expediente or own.content.expediente), at)
    return own_request(db, new_uuid)


def set_expediente(db: Connection, uuid: str, expediente: Expediente, at: datetime) -> None:
    """Note what the mesa de partes gave; it travels by itself, the frozen body stays. BugError for a draft."""
    with transaction(db):
        if own_request(db, uuid).state is RequestState.DRAFT:
            raise BugError("a draft keeps its expediente in its content")
        db.run(
            "UPDATE update_request SET expediente = :expediente, expediente_waits = 1, changed_at = :at"
            " WHERE uuid = :uuid",
            uuid=uuid, expediente=to_json(expediente), at=to_instant(at),
        )  # fmt: skip


def adopt(db: Connection, fact: OfficeRequest, at: datetime) -> OwnRequest:
    """Own a request that only the office knows (made on another computer, or lost with a damaged outbox).

    Then it can be cancelled and given an expediente like any other. Harmless when it is here already.
    """
    with transaction(db):
        if db.row(_ONE, uuid=fact.uuid) is None:
            db.run("UPDATE counter SET number = number + 1, place = place + 1")
            db.run(
                _ADOPT, uuid=fact.uuid, number=db.number("SELECT number FROM counter"),
                place=db.number("SELECT place FROM counter"), at=to_instant(at), filed=to_instant(fact.filed_at),
                state=fact.state, code=fact.code, reason=fact.reason, **content_columns(fact.content),
            )  # fmt: skip
    return own_request(db, fact.uuid)


def _add(db: Connection, uuid: str, content: RequestContent, at: datetime) -> None:
    db.run("UPDATE counter SET number = number + 1")
    number = db.number("SELECT number FROM counter")
    db.run(_ADD, uuid=uuid, number=number, at=to_instant(at), **content_columns(content))


def _withdraw(db: Connection, uuid: str, at: datetime) -> None:
    db.run(
        "UPDATE update_request SET state = 'anulado', next_try_at = NULL, changed_at = :at"
        " WHERE uuid = :uuid AND state <> 'anulado'",
        uuid=uuid, at=to_instant(at),
    )  # fmt: skip


def _require_queueable(db: Connection, uuid: str, content: RequestContent) -> None:
    if is_for_paper(content) == bool(content.record):
        raise BugError("a request is about a record, or asks for a paper")
    if db.number(_OTHERS_OPEN, uuid=uuid, replaces=content.replaces, record=content.record, action=content.action):
        raise QueueRefusedError("request-open")
    known = {document.sha256 for document in content.base.documents} if content.base else set()
    for sha256 in _files(content):
        here = db.row("SELECT 1 FROM attachment WHERE sha256 = :sha256", sha256=sha256)
        if here is None and sha256 not in known and not content.replaces:
            raise QueueRefusedError("missing-file")


def _files(content: RequestContent) -> tuple[str, ...]:
    """The files that the documents name, each once."""
    return tuple(dict.fromkeys(document.sha256 for document in content.documents if document.sha256))
