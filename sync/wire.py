"""Wire shapes -> records, and the few texts that go out. Knows docs/protocol.md and nothing of HTTP.

Changes of an unknown kind, or of a class of payslip that this version does not know, are skipped and counted: a newer
office must not stop an older program. A known member that is missing or of the wrong type, a value that could not be
true (a negative size, an amount beyond all pay) or a change that names another object than it holds is
`InterferenceError("schema")`, and the whole page is refused: nothing of it is stored. Only bodies that passed the gate
come here (`sync.core.gate`, step 7).
"""

import hashlib
from dataclasses import dataclass, fields
from typing import Any

import msgspec

from documents.payslip import ConceptLine, Payslip, PayslipClass, Period
from storage.bundles import Bundle
from storage.records import (
    ConceptText,
    Fact,
    FactDigest,
    FactPage,
    PayDay,
    PayslipFact,
    PdfReference,
    PersonFact,
    Removal,
)
from sync import legajo_wire
from sync.errors import InterferenceError, Problem
from sync.legajo_shapes import WireLook, WirePaper, WireRecord, WireRequest
from sync.shapes import (
    WireBundle,
    WireChange,
    WireConcept,
    WireLine,
    WireOriginals,
    WirePage,
    WirePayDay,
    WireProblem,
    read,
)

LEGAJO_KINDS = frozenset({"legajo_record", "paper", "request", "look"})
LARGEST_BUNDLE = 32 * 2**20  # bytes on the line
KINDS = LEGAJO_KINDS | {"payslip", "person", "pay_day", "concept"}


@dataclass(frozen=True, slots=True)
class ReadPage:
    """A page, how many of its changes this version does not know, and the versions in force of what comes apart."""

    page: FactPage
    skipped: int
    trust: int | None = None  # list
    catalogue: int | None = None  # of the legajo
    bundle: Bundle | None = None  # all the payslip PDFs in one stream


def read_problem(body: bytes, status: int) -> Problem:
    """The problem document of an answer with this status."""
    wire = read(body, WireProblem)
    if wire.status != status:
        raise InterferenceError("schema", f"status {wire.status} inside {status}")
    fields = tuple((problem.field, problem.code) for problem in wire.problems)
    request = legajo_wire.told_request(wire.request)
    return Problem(wire.status, wire.code, wire.detail, wire.retryable, wire.missing, fields, request)


def read_page(body: bytes, etag: str) -> ReadPage:
    """One page of the feed. `etag`: the answer's ETag header, or ""."""
    wire = read(body, WirePage)
    try:
        facts = [_fact(change) for change in wire.changes]
    except ValueError as error:
        raise InterferenceError("schema", str(error)) from None
    known = tuple(fact for fact in facts if fact is not None)
    page = FactPage(
        epoch=wire.epoch, cursor=wire.cursor, more=wire.more, etag=etag, facts=known,
        server_time=wire.server_time, next_sync_after=wire.next_sync_after,
        digests=_digests(wire, read(body, WireOriginals), facts), state=wire.digest or "",
    )  # fmt: skip
    trust = wire.trust_list.version if wire.trust_list else None
    catalogue = wire.legajo_catalogue.version if wire.legajo_catalogue else None
    return ReadPage(page, len(facts) - len(known), trust, catalogue, _bundle(wire.bundle))


def _digests(wire: WirePage, originals: WireOriginals, facts: list[Fact | None]) -> tuple[FactDigest, ...]:
    """docs/protocol.md, "State digest". An object is digested as it was written, byte for byte."""
    return tuple(
        FactDigest(change.kind, change.id, _digest(change, original), skipped=fact is None)
        for change, original, fact in zip(wire.changes, originals.changes, facts, strict=True)
    )


def _digest(change: WireChange, original: dict[str, msgspec.Raw]) -> bytes | None:
    if change.deleted:
        return None
    digest = hashlib.sha256(f"{change.kind}\0{change.id}\0".encode())
    digest.update(original.get(change.kind, b""))
    return digest.digest()[:16]


def _bundle(wire: WireBundle | None) -> Bundle | None:
    """None also when it is larger than what this version takes: PDFs come one by one then."""
    if wire is None or wire.size > LARGEST_BUNDLE:
        return None
    return Bundle(wire.id, wire.size, wire.count)


def write(**members: str | None) -> bytes:
    """A JSON object of texts."""
    return msgspec.json.encode(members)


def _fact(change: WireChange) -> Fact | None:
    """None: skipped. Raises ValueError."""
    if change.kind not in KINDS:
        return None
    if change.deleted:
        return _removal(change)
    return _of_legajo(change) if change.kind in LEGAJO_KINDS else _of_payroll(change)


def _of_payroll(change: WireChange) -> Fact | None:
    match change:
        case WireChange(kind="payslip", payslip=wire) if wire is not None:
            return _payslip(wire, change.id)
        case WireChange(kind="person", person=PersonFact() as person):
            return person
        case WireChange(kind="pay_day", pay_day=WirePayDay() as day):
            _same(change.id, day.periodo)
            return PayDay(Period.parse(day.periodo), day.fecha, day.nota, day.norma)
        case WireChange(kind="concept", concept=WireConcept() as text):
            _same(change.id, f"{text.codigo}@{text.desde}")
            return _concept(text)
    raise ValueError(f"a change of kind {change.kind} without its object")


def _of_legajo(change: WireChange) -> Fact | None:
    match change:
        case WireChange(kind="legajo_record", legajo_record=WireRecord() as record):
            _same(change.id, record.id)
            return legajo_wire.record(record)
        case WireChange(kind="paper", paper=WirePaper() as paper):
            _same(change.id, paper.id)
            return legajo_wire.paper(paper)
        case WireChange(kind="request", request=WireRequest() as request):
            _same(change.id, request.uuid)
            return legajo_wire.office_request(request)
        case WireChange(kind="look", look=WireLook() as look):
            _same(change.id, look.id)
            return legajo_wire.look(look)
    raise ValueError(f"a change of kind {change.kind} without its object")


def _removal(change: WireChange) -> Removal:
    if change.kind in {"pay_day", "concept"}:
        Period.parse(change.id.rpartition("@")[2])
    return Removal(change.kind, change.id)


def _same(named: str, found: str) -> None:
    if named != found:
        raise ValueError("a change that names another object than it holds")


def _concept(wire: WireConcept) -> ConceptText:
    until = None if wire.hasta is None else Period.parse(wire.hasta)
    return ConceptText(wire.codigo, wire.nombre, wire.explicacion, wire.norma, Period.parse(wire.desde), until)


def _payslip(wire: Any, named: str) -> PayslipFact | None:
    _same(named, wire.id)
    if wire.clase not in tuple(PayslipClass):
        return None
    members = {field.name: getattr(wire, field.name) for field in fields(Payslip)}
    members["clase"] = PayslipClass(wire.clase)
    members["periodo"] = Period.parse(wire.periodo)
    members["haberes"] = _lines(wire.haberes)
    members["descuentos"] = _lines(wire.descuentos)
    pdf = None if wire.pdf is None else PdfReference(wire.pdf.sha256, wire.pdf.size)
    return PayslipFact(Payslip(**members), pdf)


def _lines(wires: tuple[WireLine, ...]) -> tuple[ConceptLine, ...]:
    return tuple(ConceptLine(wire.codigo, wire.monto) for wire in wires)
