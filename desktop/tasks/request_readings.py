"""What the pages of requests read and write, each in one go on the pool. No Qt.

Reading takes the pool's connection to the cache (the outbox is attached); writing wishes opens the outbox.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from desktop.presenters.requests_detail import Known
from desktop.presenters.requests_list import mended_by
from documents.legajo_catalogue import LegajoCatalogue
from documents.working_days import Calendar, bundled
from storage import drafts, legajo, payslips
from storage.connection import Connection
from storage.records import PersonFact
from storage.request_records import Expediente, RequestState, ShownRequest
from storage.stick import written_ups

if TYPE_CHECKING:
    from storage.vault import Vault


@dataclass(frozen=True, slots=True)
class RequestsReading:
    """Every request, and what its words need."""

    every: tuple[ShownRequest, ...]
    unseen: tuple[ShownRequest, ...]  # the office spoke since the person looked
    catalogue: LegajoCatalogue
    calendar: Calendar


@dataclass(frozen=True, slots=True)
class RequestReading:
    """One request, opened."""

    known: Known
    catalogue: LegajoCatalogue
    calendar: Calendar


@dataclass(frozen=True, slots=True)
class PacketGrounds:
    """What a packet for a mesa de partes is begun with."""

    person: PersonFact | None
    files: Mapping[str, bytes]  # of the documents that are on this computer, by SHA-256


def read_requests(db: Connection) -> RequestsReading:
    """The whole list, newest first. With a damaged outbox the office's facts are still shown."""
    unseen = () if db.missing is not None else legajo.states_unseen(db)
    return RequestsReading(legajo.shown_requests(db), unseen, legajo.legajo_catalogue(db), bundled())


def read_request(db: Connection, uuid: str) -> RequestReading:
    """One of them with everything around it. KeyError when it is not (any more) here."""
    shown = legajo.shown_request(db, uuid)
    known = Known(
        shown=shown,
        confirmed=legajo.filed_record(db, shown.content.record),
        here=frozenset(one.sha256 for one in shown.content.documents if _is_here(db, one.sha256)),
        mended=uuid in mended_by(legajo.shown_requests(db)),
        ups=() if db.missing is not None else written_ups(db),
    )
    return RequestReading(known, legajo.legajo_catalogue(db), bundled())


def read_file(db: Connection, sha256: str) -> bytes | None:
    """A document's file: of a wish, or one that came from the office. None: it is asked for with the next exchange.

    KeyError when nobody can bring it.
    """
    found = legajo.document_bytes(db, sha256)
    if found is None:
        legajo.want_file(db, sha256)
    return found


def read_packet(db: Connection, shown: ShownRequest) -> PacketGrounds:
    """Who asks, and the files that are here; others are asked for, to come with the next exchange."""
    named = {one.sha256 for one in shown.content.documents if one.sha256}
    found = {sha256: _file_or_wish(db, sha256) for sha256 in named}
    files = {sha256: content for sha256, content in found.items() if content is not None}
    return PacketGrounds(payslips.person(db), files)


def note_seen(db: Connection) -> None:
    """The person looked at the list."""
    legajo.note_states_seen(db)


def discard(vault: "Vault", uuid: str) -> None:
    """A draft goes, with its files."""
    with vault.outbox() as db:
        drafts.discard_draft(db, uuid)


def cancel(vault: "Vault", shown: ShownRequest, at: datetime) -> RequestState:
    """Cancel it here, or ask the office to. A request made on another computer becomes ours first."""
    with vault.outbox() as db:
        if shown.own is None and shown.fact is not None:
            drafts.adopt(db, shown.fact, at)
        return drafts.cancel(db, shown.uuid, at).state


def note_expediente(vault: "Vault", shown: ShownRequest, expediente: Expediente, at: datetime) -> None:
    """What the mesa de partes gave; it travels by itself."""
    with vault.outbox() as db:
        if shown.own is None and shown.fact is not None:
            drafts.adopt(db, shown.fact, at)
        drafts.set_expediente(db, shown.uuid, expediente, at)


def _file_or_wish(db: Connection, sha256: str) -> bytes | None:
    try:
        return read_file(db, sha256)
    except KeyError:  # nobody can bring it
        return None


def _is_here(db: Connection, sha256: str) -> bool:
    return bool(sha256) and legajo.document_bytes(db, sha256) is not None
