"""Documents of one of the office's people, for packets: payslips, sealed papers, sustentos; what is missing is made.

What may be asked for follows from the roles of whoever asks. Papers that are made here are published: the person has
them too, and reads in the trace who asked and why.
"""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final
from uuid import UUID

import msgspec
from sqlalchemy import Connection

from central.contract_office import PapersWanted
from central.legajo.archive import PAPER, RECORD, publish_paper, read_record
from central.legajo.papers import MadePaper, PaperOrder
from central.legajo.people import Clerk, person_of
from central.papers import LIMA
from central.problems import Problem
from central.store.accounts import person_document
from central.store.facts import all_living
from central.store.requests import requests_of, seat_of
from documents.legajo_catalogue import LegajoCatalogue
from documents.payslip import Payslip, PayslipClass, Period

PAYSLIPS, CONSTANCIA, SUSTENTOS = "boletas", "constancia", "sustentos"
SEALED: Final = ("hoja_de_vida", "informe_escalafonario")
ALLOWED: Final = {
    "escalafon": frozenset({PAYSLIPS, CONSTANCIA, SUSTENTOS, *SEALED}),
    "planillas": frozenset({PAYSLIPS, CONSTANCIA}),
}
_OPEN: Final = ("en_solicitud", "observado")


@dataclass(frozen=True, slots=True, kw_only=True)
class Asking:
    """Who asks for whose documents, and the rules of the moment."""

    clerk: Clerk
    wanted: PapersWanted
    now: int  # seconds
    catalogue: LegajoCatalogue

    @property
    def feed(self) -> str:
        """Whose documents they are."""
        return self.wanted.doc_numero

    @property
    def span(self) -> tuple[Period, Period]:
        """The months, both included. Problem `invalid-request`."""
        try:
            first, last = Period.parse(self.wanted.desde), Period.parse(self.wanted.hasta)
        except ValueError as error:
            raise Problem("invalid-request") from error
        if last < first:
            raise Problem("invalid-request")
        return first, last

    @property
    def today(self) -> date:
        """The day in Lima."""
        return datetime.fromtimestamp(self.now, LIMA).date()


def require_allowed(db: Connection, asking: Asking) -> None:
    """Problem `not-yours` for kinds that no role of the clerk covers, `not-found` for other offices' people."""
    allowed = frozenset().union(*(ALLOWED.get(role, frozenset()) for role in asking.clerk.roles))
    if not set(asking.wanted.kinds) <= allowed:
        raise Problem("not-yours")
    if asking.feed == asking.clerk.feed or seat_of(db, asking.feed) != asking.clerk.office.codigo:
        raise Problem("not-found")


def papers_of(db: Connection, asking: Asking) -> list[dict[str, Any]]:
    """What there is of the kinds that are wanted, payslips by month."""
    kinds = asking.wanted.kinds
    found: list[dict[str, Any]] = []
    if PAYSLIPS in kinds:
        found += sorted(_payslips(db, asking), key=lambda row: (row["periodo"], row["secuencia"]))
    papers = all_living(db, asking.feed, PAPER)
    found += [row for kind in SEALED if kind in kinds for row in _newest(papers, kind, asking.today)]
    if CONSTANCIA in kinds:
        name = made_id(asking, CONSTANCIA)
        found += [_row(CONSTANCIA, paper["titulo"], paper["pdf"]) for paper in papers if paper["id"] == name]
    if SUSTENTOS in kinds:
        found += _sustentos(db, asking)
    return found


def orders_for(db: Connection, asking: Asking, found: list[dict[str, Any]]) -> Iterator[PaperOrder]:
    """What central has to make, since there is none of it."""
    have = {row["kind"] for row in found}
    for kind in asking.wanted.kinds:
        if kind in have or kind not in {CONSTANCIA, *SEALED}:
            continue
        payslips = _records(db, asking) if kind == CONSTANCIA else ()
        records = tuple(map(read_record, all_living(db, asking.feed, RECORD))) if kind in SEALED else ()
        if payslips or records:
            name = made_id(asking, kind)
            yield PaperOrder(
                id=name, kind=kind, number=f"{name[:8].upper()}-{asking.today.year}", request="",
                note=asking.wanted.reason, person=person_of(person_document(db, asking.feed)), records=records,
                catalogue=asking.catalogue, office=asking.clerk.office, who=asking.clerk.name, now=asking.now,
                payslips=payslips, span=asking.span if payslips else None,
            )  # fmt: skip


def keep_made(db: Connection, asking: Asking, made: list[MadePaper]) -> None:
    """Publish what was made, in a transaction of the caller's."""
    for paper in made:
        publish_paper(db, asking.feed, paper.paper, paper.pdf)


def made_id(asking: Asking, kind: str) -> str:
    """By what it is of and the day: asked for again on the same day it is the same paper."""
    told = [asking.feed, kind, asking.today.isoformat()]
    told += [asking.wanted.desde, asking.wanted.hasta] if kind == CONSTANCIA else []
    return str(UUID(bytes=hashlib.sha256("\0".join(told).encode()).digest()[:16], version=4))


def missing_of(asking: Asking, found: list[dict[str, Any]]) -> list[dict[str, str]]:
    """Kinds of which there is nothing."""
    have = {row["kind"] for row in found}
    return [{"kind": kind, "code": "none"} for kind in asking.wanted.kinds if kind not in have]


def _payslips(db: Connection, asking: Asking) -> Iterator[dict[str, Any]]:
    months = asking.wanted.months
    for payslip in _of_span(db, asking):
        if payslip["pdf"] is not None and (not months or int(payslip["periodo"][5:]) in months):
            yield _row(
                PAYSLIPS, "", payslip["pdf"], periodo=payslip["periodo"], clase=payslip["clase"],
                secuencia=payslip["secuencia"], numero=payslip["numero_boleta"],
            )  # fmt: skip


def _of_span(db: Connection, asking: Asking) -> Iterator[dict[str, Any]]:
    first, last = map(str, asking.span)
    for payslip in all_living(db, asking.feed, "payslip"):
        if first <= payslip["periodo"] <= last:
            yield payslip


def _records(db: Connection, asking: Asking) -> tuple[Payslip, ...]:
    """All payslips of the span as records, whatever months are chosen; not those of whom a judge gave a part."""
    made = (read_payslip(payslip) for payslip in _of_span(db, asking))
    return tuple(payslip for payslip in made if payslip.clase is not PayslipClass.JUDICIAL)


def read_payslip(members: dict[str, Any]) -> Payslip:
    """The object of docs/protocol.md as the record that it was made of."""
    period = Period.parse(members["periodo"])
    return msgspec.convert({**members, "periodo": {"year": period.year, "month": period.month}}, Payslip)


def _newest(papers: list[dict[str, Any]], kind: str, today: date) -> Iterator[dict[str, Any]]:
    for paper in papers:  # the newest first
        if paper["kind"] == kind and (paper["vigente_hasta"] or "9999") >= today.isoformat():
            yield _row(kind, paper["titulo"], paper["pdf"], numero=paper["numero"])
            return


def _sustentos(db: Connection, asking: Asking) -> Iterator[dict[str, Any]]:
    """Of the request that is named, else of all that nobody has decided yet."""
    for kept in requests_of(db, asking.feed):
        if kept.code == asking.wanted.request if asking.wanted.request else kept.state in _OPEN:
            for document in json.loads(kept.body)["documents"]:
                if document["sha256"]:
                    pdf = {"sha256": document["sha256"], "size": document["size"]}
                    yield _row(SUSTENTOS, document["sumilla"] or document["tipo"], pdf, numero=kept.code)


def _row(
    kind: str, title: str, pdf: dict[str, Any], *, periodo: str = "", clase: str = "", secuencia: int = 0,
    numero: str = "",
) -> dict[str, Any]:  # fmt: skip
    return {
        "kind": kind, "title": title, "periodo": periodo, "clase": clase, "secuencia": secuencia, "numero": numero,
        "sha256": pdf["sha256"], "size": pdf["size"],
    }  # fmt: skip
