"""The office's feed, roles and trace: shapes -> records, and the few bodies that go out. The rules of `sync.wire` hold.

A kind of change, or a state of a request, that this version does not know is skipped.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

import msgspec

from storage.decision_records import OfficeCase, OfficeFact, OfficePage, OfficeRemoval, OwnDecision, QueuedLook, Servant
from sync.errors import InterferenceError
from sync.legajo_shapes import WireLooksTaken, WireOfficeChange, WireOfficeCounts, WireOfficePage, WireRoles
from sync.legajo_wire import expediente_members, office_request, record
from sync.shapes import read

KINDS = frozenset({"case", "servant"})


@dataclass(frozen=True, slots=True)
class Colleague:
    """Somebody who works for the office."""

    doc_numero: str
    apellidos: str
    nombres: str
    roles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RoleChange:
    """Who gave or took which roles."""

    at: datetime
    by: str
    whom: str
    before: tuple[str, ...]
    after: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Roles:
    """The people of an office by name, and the newest changes of roles."""

    people: tuple[Colleague, ...]
    changes: tuple[RoleChange, ...]


@dataclass(frozen=True, slots=True)
class OfficeCounts:
    """How an office stands, in figures."""

    states: Mapping[str, int]
    overdue: int
    soon: int
    unreceived: int


def read_counts(body: bytes) -> OfficeCounts:
    """For who administers the office."""
    wire = read(body, WireOfficeCounts)
    return OfficeCounts(wire.states, wire.overdue, wire.soon, wire.unreceived)


def read_office_page(body: bytes, etag: str) -> OfficePage:
    """One page of the office's feed. `etag`: the answer's ETag header, or ""."""
    wire = read(body, WireOfficePage)
    facts = tuple(fact for fact in map(_fact, wire.changes) if fact is not None)
    return OfficePage(
        epoch=wire.epoch, cursor=wire.cursor, more=wire.more, etag=etag, facts=facts, server_time=wire.server_time,
        reasons=wire.decision_reasons.version,
    )  # fmt: skip


def decision_body(own: OwnDecision) -> bytes:
    """PUT /v1/office/requests/…/decisions/…: the same decision is the same bytes, whenever it is written."""
    members: dict[str, object] = {"action": own.deed.value, "reason": own.reason, "seen": own.seen.isoformat()}
    if own.follows:
        members["after"] = own.follows
    if own.reception is not None:
        members["reception"] = {
            "expediente": expediente_members(own.reception.expediente), "folios": own.reception.folios,
            "desk": own.reception.desk, "lacking": own.reception.lacking,
        }  # fmt: skip
    return msgspec.json.encode(members, order="sorted")


def looks_body(looks: Iterable[QueuedLook]) -> bytes:
    """POST /v1/office/looks."""
    members = [
        {"uuid": look.uuid, "doc_numero": look.doc_numero, "why": look.why, "what": look.what,
         "at": look.at.isoformat()}
        for look in looks
    ]  # fmt: skip
    return msgspec.json.encode({"looks": members}, order="sorted")


def read_taken(body: bytes) -> tuple[str, ...]:
    """The uuids of looks that the service has."""
    return read(body, WireLooksTaken).taken


def roles_body(doc_numero: str, roles: Iterable[str]) -> bytes:
    """POST /v1/office/roles."""
    return msgspec.json.encode({"doc_numero": doc_numero, "roles": list(roles)}, order="sorted")


def read_roles(body: bytes) -> Roles:
    """Who works for the office."""
    wire = read(body, WireRoles)
    return Roles(
        tuple(Colleague(one.doc_numero, one.apellidos, one.nombres, one.roles) for one in wire.people),
        tuple(RoleChange(one.at, one.by, one.whom, one.before, one.after) for one in wire.changes),
    )


def _fact(change: WireOfficeChange) -> OfficeFact | None:
    if change.kind not in KINDS:
        return None
    if change.deleted:
        return OfficeRemoval(change.kind, change.id)
    if change.kind == "servant" and change.servant is not None:
        _same(change.id, change.servant.doc_numero)
        return Servant(**{name: getattr(change.servant, name) for name in Servant.__dataclass_fields__})
    if change.kind == "case" and change.case is not None:
        _same(change.id, change.case.request.uuid)
        request = office_request(change.case.request)
        current = record(change.case.current) if change.case.current else None
        if request is None:
            return None
        whole = change.case.whole
        return OfficeCase(request=request, person=change.case.person.person(), current=current, whole=whole)
    raise InterferenceError("schema", f"a change of kind {change.kind} without its object")


def _same(named: str, found: str) -> None:
    if named != found:
        raise InterferenceError("schema", "a change that names another object than it holds")
