"""Reading the legajo: facts, and the views that lay the person's wishes over them. Writes only what was looked at.

`db` is a connection to the cache, with the outbox attached. When the outbox is damaged the views show facts alone.
"""

from collections.abc import Iterable, Iterator
from datetime import datetime

from documents.legajo import LegajoRecord
from storage.attachments import file_bytes
from storage.catalogues import legajo_catalogue
from storage.connection import Connection, transaction
from storage.drafts import own_requests
from storage.legajo_search import searched_record, words
from storage.legajo_seen import last_look, note_look, note_record_seen, seen_states, unseen_records
from storage.outbox import pending_count
from storage.pdfs import pdf_bytes, reference_pdf
from storage.records import PdfReference
from storage.request_records import SETTLED, OfficeRequest, OwnRequest, Paper, RequestState, ShownRecord, ShownRequest
from storage.request_rows import from_json, paper_from

__all__ = [
    "document_bytes",
    "filed_record",
    "find_in_legajo",
    "last_look",
    "legajo_catalogue",
    "note_look",
    "note_record_seen",
    "note_states_seen",
    "papers",
    "pdf_bytes",
    "pending_count",
    "shown_record",
    "shown_records",
    "shown_request",
    "shown_requests",
    "states_unseen",
    "want_file",
]

NEWS = frozenset({
    RequestState.OBSERVED, RequestState.ATTENDED, RequestState.REJECTED, RequestState.QUARANTINE,
})  # fmt: skip
_PAPERS = "SELECT paper.*, pdf.sha256, pdf.size FROM paper JOIN pdf ON pdf.number = paper.pdf ORDER BY emitido DESC, id"
_SIZE = "SELECT size FROM document_file WHERE sha256 = :sha256"


def shown_records(db: Connection, section: str | None = None) -> tuple[ShownRecord, ...]:
    """The records of a section (None: of all), in the order of sections, then as they were registered.

    A record that is only asked for comes after those that are filed.
    """
    wishes, unseen = _wishes(db), unseen_records(db)
    shown = [
        ShownRecord(confirmed=fact, wish=wishes.pop(fact.id, None), unseen=fact.id in unseen) for fact in _facts(db)
    ]
    shown += [ShownRecord(confirmed=None, wish=wish) for wish in wishes.values() if _is_new(wish)]
    return tuple(sorted((one for one in shown if section in (None, _section(one))), key=_order))


def shown_record(db: Connection, record: str) -> ShownRecord:
    """One record by its uuid. KeyError when it is neither filed nor asked for."""
    for shown in shown_records(db):
        if shown.shown.id == record:
            return shown
    raise KeyError(record)


def filed_record(db: Connection, record: str) -> LegajoRecord | None:
    """The record as the office has it, by its uuid; None when it is not filed (any more)."""
    body = db.text("SELECT body FROM legajo_record WHERE id = :record", record=record)
    return None if body is None else from_json(body, LegajoRecord)


def shown_requests(db: Connection) -> tuple[ShownRequest, ...]:
    """Every request, drafts included, newest first: by when it was queued, else filed, else begun."""
    facts = {fact.uuid: fact for fact in _office_requests(db)}
    shown = [ShownRequest(uuid=own.uuid, own=own, fact=facts.pop(own.uuid, None)) for own in _own(db)]
    shown += [ShownRequest(uuid=uuid, own=None, fact=fact) for uuid, fact in facts.items()]
    return tuple(sorted(shown, key=_moment, reverse=True))


def shown_request(db: Connection, uuid: str) -> ShownRequest:
    """One request. KeyError when neither we nor the office know it."""
    for shown in shown_requests(db):
        if shown.uuid == uuid:
            return shown
    raise KeyError(uuid)


def papers(db: Connection) -> tuple[Paper, ...]:
    """What the office made for the person besides payslips, newest first. The file: `pdf_bytes(db, paper.sha256)`."""
    return tuple(paper_from(row) for row in db.rows(_PAPERS))


def find_in_legajo(db: Connection, text: str) -> tuple[ShownRecord, ...]:
    """Records in whose values or documents every word of the text begins a word, without tildes; wishes included."""
    wanted = words(text)
    searched = {row["id"]: str(row["searched"]) for row in db.rows("SELECT id, searched FROM legajo_record")}
    catalogue = legajo_catalogue(db)

    def found(one: ShownRecord) -> bool:
        text = searched.get(one.shown.id, "")
        if one.wish is not None:
            text += searched_record(one.shown, catalogue)
        return all(word in text for word in wanted)

    return tuple(one for one in shown_records(db) if found(one)) if wanted else ()


def want_file(db: Connection, sha256: str) -> None:
    """Ask for the file of a document: the next exchange fetches it first. KeyError when no fact names it."""
    with transaction(db):
        row = db.row(_SIZE, sha256=sha256)
        if row is None:
            raise KeyError(sha256)
        pdf = reference_pdf(db, PdfReference(sha256, int(row[0])))
        db.run("INSERT OR IGNORE INTO wanted_file (pdf) VALUES (:pdf)", pdf=pdf)


def document_bytes(db: Connection, sha256: str) -> bytes | None:
    """The file of a document, from the facts or from our own wishes; None when it is not on this computer."""
    held = pdf_bytes(db, sha256)
    return held if held is not None or db.missing is not None else file_bytes(db, sha256)


def states_unseen(db: Connection) -> tuple[ShownRequest, ...]:
    """Requests that were observed, attended, rejected or quarantined since the person was told."""
    told = seen_states(db)
    return tuple(one for one in shown_requests(db) if one.state in NEWS and told.get(one.uuid) != one.state)


def note_states_seen(db: Connection) -> None:
    """The person was told what `states_unseen` says."""
    unseen = states_unseen(db)
    with transaction(db):
        db.run_many(
            "INSERT OR REPLACE INTO state_seen (request, state) VALUES (:request, :state)",
            [{"request": one.uuid, "state": one.state} for one in unseen],
        )


def _facts(db: Connection) -> Iterator[LegajoRecord]:
    for row in db.rows("SELECT body FROM legajo_record"):
        yield from_json(row["body"], LegajoRecord)


def _office_requests(db: Connection) -> Iterator[OfficeRequest]:
    for row in db.rows("SELECT body FROM office_request"):
        yield from_json(row["body"], OfficeRequest)


def _own(db: Connection) -> Iterable[OwnRequest]:
    return () if db.missing is not None else own_requests(db)


def _wishes(db: Connection) -> dict[str, ShownRequest]:
    """By record: the newest wish that is not over."""
    found: dict[str, ShownRequest] = {}
    for one in shown_requests(db):
        if one.content.record and one.state not in SETTLED:
            found.setdefault(one.content.record, one)
    return found


def _is_new(wish: ShownRequest) -> bool:
    """A change of a record that is not filed (any more) is no record."""
    return wish.content.base is None and wish.content.action == "nuevo"


def _moment(one: ShownRequest) -> datetime:
    if one.own is not None:
        return one.own.queued_at or one.own.created_at
    return one.fact.filed_at if one.fact is not None else datetime.min  # noqa: DTZ901 - one of the two is there


def _section(one: ShownRecord) -> str:
    return one.shown.section


def _order(one: ShownRecord) -> tuple[int, bool, str, str]:
    from documents.legajo_catalogue import NUMERALS

    record = one.shown
    place = NUMERALS.index(record.section) if record.section in NUMERALS else len(NUMERALS)
    filed = one.confirmed.registered if one.confirmed else None
    return (place, one.confirmed is None, filed.isoformat() if filed else "", record.id)
