"""The calls of an office's people: its feed, one request, documents, decisions, looks, roles. They need a network.

`OfficeCounter` renews a token that ran out and stores the new ones; everything else it leaves to its caller. One
thread, one database connection, like the client it uses.
"""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar
from urllib.parse import urlencode

import msgspec

from storage import cache
from storage.connection import Connection
from storage.decision_records import OfficeCase, OfficePage, OwnDecision, QueuedLook
from storage.records import PersonFact, Session
from storage.request_records import OfficeRequest
from sync import accounts
from sync.body import Sink
from sync.client import CentralClient
from sync.core.gate import LONGEST_PAGE, Expected
from sync.errors import InterferenceError, SessionEndedError, TokenExpiredError
from sync.legajo_shapes import WireOfficeCase, WireOfficeList
from sync.legajo_wire import office_request, read_answer, record
from sync.office_papers import PapersAsked, PaperTold, papers_body, read_papers
from sync.office_wire import (
    OfficeCounts,
    Roles,
    decision_body,
    looks_body,
    read_counts,
    read_office_page,
    read_roles,
    read_taken,
    roles_body,
)
from sync.shapes import read

SEARCH = Expected(statuses=frozenset({200}), refusals=frozenset({401, 403, 422}), longest=LONGEST_PAGE)
CASE = Expected(statuses=frozenset({200}), refusals=frozenset({401, 403, 404, 422}), longest=LONGEST_PAGE)
DECIDE = Expected(statuses=frozenset({200}), refusals=frozenset({401, 403, 404, 409, 422}))
PAGE = Expected(statuses=frozenset({200}), refusals=frozenset({401, 403, 422}), longest=LONGEST_PAGE)
PAGE_OR_NOTHING = Expected(statuses=frozenset({200, 304}), refusals=frozenset({401, 403, 422}), longest=LONGEST_PAGE)
REPORT = Expected(statuses=frozenset({200}), refusals=frozenset({401, 403, 422}))
PAPERS = Expected(statuses=frozenset({200}), refusals=frozenset({401, 403, 404, 422}), longest=LONGEST_PAGE)
ASSIGN = Expected(statuses=frozenset({200}), refusals=frozenset({401, 403, 404, 409, 422}))
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class OfficeRow:
    """A request in the office's list, and who asks (`correo` is empty)."""

    request: OfficeRequest
    person: PersonFact


@dataclass(frozen=True, slots=True)
class OfficeList:
    """A part of the list, the nearest deadline first; `next` asks for what follows, None: that was all."""

    rows: tuple[OfficeRow, ...]
    next: str | None
    skipped: int = 0  # of a state or an action that this version does not know


class OfficeCounter:
    """The office's calls for the session of a profile.

    Every call raises NetworkConditionError, SessionEndedError (sign in again) or RefusedError, whose `problem.code`
    may be not-yours, not-found, changed-meanwhile, already-decided, record-changed or reason-missing.
    """

    def __init__(self, client: CentralClient, db: Connection) -> None:
        """`db`: the cache of the profile, open on this thread."""
        self._client = client
        self._db = db

    def search(self, state: str = "", text: str = "", after: str | None = None) -> OfficeList:
        """Requests of the office's people. `text` goes in the body: nothing personal in a URL."""
        body = msgspec.json.encode({"state": state, "text": text, "after": after})
        wire = read(self._ask("POST", "/v1/office/searches", SEARCH, body), WireOfficeList)
        found = [(office_request(row), row.person.person()) for row in wire.requests]
        rows = tuple(OfficeRow(request, person) for request, person in found if request is not None)
        return OfficeList(rows, wire.next, len(found) - len(rows))

    def case(self, uuid: str) -> OfficeCase | None:
        """One request before it is decided. None: of a state or an action that this version does not know."""
        wire = read(self._ask("GET", f"/v1/office/requests/{uuid}", CASE), WireOfficeCase)
        request = office_request(wire.request)
        current = record(wire.current) if wire.current else None
        if request is None:
            return None
        return OfficeCase(request=request, person=wire.person.person(), current=current, whole=wire.whole)

    def document(self, sha256: str, size: int) -> bytes:
        """The PDF of a document, of a request or of a record; its digest is right."""

        def fetch(token: str) -> bytes:
            sink = _InMemory()
            self._client.fetch_blob(token, sha256, 0, size, sink, of="/v1/office/blobs")
            return bytes(sink.content)

        content = self._with_token(fetch)
        if hashlib.sha256(content).hexdigest() != sha256:
            raise InterferenceError("digest", sha256)
        return content

    def fetch_ahead(self, sha256: str, size: int, offset: int, sink: Sink) -> None:
        """The rest of a document that nobody looks at yet. Whatever arrives reaches the sink."""

        def fetch(token: str) -> None:
            self._client.fetch_blob(token, sha256, offset, size, sink, of="/v1/office/blobs", ahead=True)

        self._with_token(fetch)

    def page(self, since: str | None, etag: str | None) -> OfficePage | None:
        """The next page of the office's feed; None when nothing changed, only ever with an `etag`."""
        path = "/v1/office/sync" + (f"?{urlencode({'since': since})}" if since else "")
        headers = {"If-None-Match": etag} if etag else {}
        expected = PAGE_OR_NOTHING if etag else PAGE
        reply = self._with_token(lambda token: self._client.ask("GET", path, expected, token=token, headers=headers))
        return None if reply.status == 304 else read_office_page(reply.body, reply.headers.get("etag", ""))

    def decide(self, own: OwnDecision) -> OfficeRequest:
        """Hand in a decision, the same bytes at every try; the request as it is then."""
        path = f"/v1/office/requests/{own.request}/decisions/{own.uuid}"
        return read_answer(self._ask("PUT", path, DECIDE, decision_body(own)), own.request)

    def report(self, looks: tuple[QueuedLook, ...]) -> tuple[str, ...]:
        """Looks that were had without a connection; the uuids of those that the service has now."""
        return read_taken(self._ask("POST", "/v1/office/looks", REPORT, looks_body(looks)))

    def reasons(self) -> bytes:
        """The reasons for observing and rejecting that are in force, as they are served."""
        return self._ask("GET", "/v1/office/reasons", REPORT)

    def papers(self, asked: PapersAsked) -> tuple[PaperTold, ...]:
        """Which documents there are of one person; what is missing is made where that can be. RefusedError:
        not-found (none of the office's people), not-yours (none of these roles)."""
        return read_papers(self._ask("POST", "/v1/office/papers", PAPERS, papers_body(asked)))

    def roles(self) -> Roles:
        """Who works for the office (role administrador)."""
        return read_roles(self._ask("GET", "/v1/office/roles", REPORT))

    def counts(self) -> OfficeCounts:
        """How the office stands (role administrador)."""
        return read_counts(self._ask("GET", "/v1/office/counts", REPORT))

    def assign(self, doc_numero: str, roles: tuple[str, ...]) -> Roles:
        """Give somebody these roles and no others. RefusedError: not-found, last-administrator."""
        return read_roles(self._ask("POST", "/v1/office/roles", ASSIGN, roles_body(doc_numero, roles)))

    def _ask(self, method: str, path: str, expected: Expected, body: bytes | None = None) -> bytes:
        return self._with_token(lambda token: self._client.ask(method, path, expected, token=token, body=body).body)

    def _with_token(self, call: Callable[[str], T]) -> T:
        used = self._session()
        try:
            return call(used.access_token)
        except TokenExpiredError:
            return call(self._renewed(used).access_token)

    def _session(self) -> Session:
        session = cache.session(self._db)
        if session is None or session.refresh_token is None:
            raise SessionEndedError
        return session

    def _renewed(self, used: Session) -> Session:
        """New tokens; the sync thread may have fetched them meanwhile."""
        now = self._session()
        if now.access_token != used.access_token:
            return now
        renewed = accounts.refresh(self._client, now)
        cache.store_session(self._db, renewed)
        return renewed


class _InMemory:
    """Where a document goes: it is shown, not kept."""

    def __init__(self) -> None:
        self.content = bytearray()

    def __call__(self, data: bytes, /) -> None:
        self.content += data

    def restart(self) -> None:
        self.content.clear()
