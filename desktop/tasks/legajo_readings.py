"""What Mi legajo reads, each in one go on the pool, and the small marks it writes there. No Qt.

Functions of an open connection to the cache (the outbox is attached for reading); `Desk.ask` runs them. Deciding what
to say about it is the presenters'. Wishes are written by `desktop.pages.legajo_drafts`.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from documents.identifiers_of_offices import departments, offices
from documents.legajo import FieldKind, LegajoRecord
from documents.legajo_catalogue import LegajoCatalogue
from storage import cache, drafts, legajo
from storage.connection import Connection
from storage.request_records import OwnRequest, Paper, RequestAction, RequestState, ShownRecord, ShownRequest

Places = Mapping[FieldKind, tuple[tuple[str, str], ...]]


@dataclass(frozen=True, slots=True)
class LegajoReading:
    """The whole legajo as it is shown."""

    catalogue: LegajoCatalogue
    records: tuple[ShownRecord, ...]
    papers: tuple[Paper, ...]
    held: frozenset[str]  # of the papers: SHA-256 of the files that are here
    requests: tuple[ShownRequest, ...]  # for papers
    last_look: datetime | None
    as_of: datetime | None  # the last exchange that went through
    places: Places


@dataclass(frozen=True, slots=True)
class RecordReading:
    """One record opened, and which of its files are here."""

    shown: ShownRecord
    held: frozenset[str]


@dataclass(frozen=True, slots=True)
class DraftReading:
    """What the editor begins from: the draft, and the record as the office has it now (None: none, or not any more)."""

    own: OwnRequest
    fact: LegajoRecord | None


@dataclass(frozen=True, slots=True)
class RequestReading:
    """A request, the record it is about as it is now, and the draft that corrects it already ("": none)."""

    shown: ShownRequest
    fact: LegajoRecord | None
    draft: str


def read_legajo(db: Connection) -> LegajoReading:
    """Everything for the lists."""
    papers = legajo.papers(db)
    asking = {RequestAction.HOJA_DE_VIDA, RequestAction.INFORME}
    return LegajoReading(
        catalogue=legajo.legajo_catalogue(db),
        records=legajo.shown_records(db),
        papers=papers,
        held=_held(db, tuple(paper.sha256 for paper in papers)),
        requests=tuple(one for one in legajo.shown_requests(db) if one.content.action in asking),
        last_look=legajo.last_look(db),
        as_of=cache.sync_mark(db).succeeded_at,
        places={
            FieldKind.UBIGEO: tuple(sorted(departments().items(), key=lambda item: item[1])),
            FieldKind.OFFICE: tuple(sorted(offices().items(), key=lambda item: item[1])),
        },
    )


def read_record(db: Connection, record: str) -> RecordReading:
    """One record; reading it is seeing it. KeyError when it is gone."""
    shown = legajo.shown_record(db, record)
    if shown.unseen:
        legajo.note_record_seen(db, record)
    documents = (*shown.shown.documents, *(shown.wish.content.documents if shown.wish else ()))
    return RecordReading(shown, _held(db, tuple(document.sha256 for document in documents)))


def _held(db: Connection, names: tuple[str, ...]) -> frozenset[str]:
    return frozenset(sha256 for sha256 in names if sha256 and read_file(db, sha256) is not None)


def read_file(db: Connection, sha256: str) -> bytes | None:
    """A document by its SHA-256: from the office, or one the person added; None while it is not here."""
    return legajo.document_bytes(db, sha256)


def want_file(db: Connection, sha256: str) -> None:
    """Have the next exchange bring a document."""
    legajo.want_file(db, sha256)


def read_draft(db: Connection, uuid: str) -> DraftReading:
    """A draft of the person's. KeyError when there is none."""
    own = drafts.own_request(db, uuid)
    return DraftReading(own, legajo.filed_record(db, own.content.record))


def read_request(db: Connection, uuid: str) -> RequestReading:
    """A request that is to be corrected. KeyError when there is none."""
    shown = legajo.shown_request(db, uuid)
    return RequestReading(shown, legajo.filed_record(db, shown.content.record), _draft_over(db, uuid))


def find_records(db: Connection, text: str) -> tuple[ShownRecord, ...]:
    """Records in which every word of the text begins a word, in any section."""
    return legajo.find_in_legajo(db, text)


def note_looked(db: Connection, at: datetime) -> None:
    """The person looked at the data and said whether they are right."""
    legajo.note_look(db, at)


def read_fact(db: Connection, record: str) -> LegajoRecord | None:
    """The record as the office has it now."""
    return legajo.filed_record(db, record)


def _draft_over(db: Connection, request: str) -> str:
    """The draft that corrects a request already, "" when there is none."""
    own = (one for one in drafts.own_requests(db) if one.state is RequestState.DRAFT)
    return next((one.uuid for one in own if one.content.replaces == request), "")
