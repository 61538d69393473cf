"""Constancias: what was paid over some months, and that a request is on file. Pure.

The constancia de haberes y descuentos is made from payslips and adds up to the céntimo or is not made at all. The
constancia de solicitud says what was asked for and since when; it decides nothing.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from documents.constancia_table import (
    Row,
    concept_head,
    concept_row,
    month_row,
    no_payslip_row,
    payslip_row,
    table_head,
    total_row,
    totals_strip,
)
from documents.errors import PaperContentError
from documents.figures import printed_date
from documents.paper import Field, Paper, PaperKind, PaperOffice, PaperPerson, PaperTotals
from documents.paper_blocks import counted, heading, paragraph, record
from documents.payslip import Payslip, PayslipClass, Period
from documents.payslip_blocks import Section
from documents.sheet import Strip

MOST_MONTHS = 480  # forty years
_ORDER = {PayslipClass.MONTHLY: 0, PayslipClass.ADDITIONAL: 1, PayslipClass.JUDICIAL: 2}
_OPENING = "Según las planillas de esta oficina, la persona nombrada arriba tuvo estos haberes y descuentos, en soles:"
_AFTER = "Lo escrito debajo de esta línea no es parte del documento."


@dataclass(frozen=True, slots=True, kw_only=True)
class ConstanciaDeHaberes:
    """What it is made from: all payslips of a person from one month to another, in any order."""

    office: PaperOffice
    person: PaperPerson
    issued: date
    desde: Period
    hasta: Period
    payslips: tuple[Payslip, ...]
    by_concept: bool = False  # also what each concept came to over the whole span


@dataclass(frozen=True, slots=True, kw_only=True)
class ConstanciaDeSolicitud:
    """What it is made from: a request as it stands in the office's register. Texts as people read them."""

    office: PaperOffice
    person: PaperPerson
    issued: date
    code: str  # "SOL-2026-000123"
    filed: date
    state: str  # "En solicitud"
    asked: tuple[Field, ...]  # section, record, and each value asked for
    documents: tuple[str, ...]  # one line each
    expediente: str = ""  # "12345-2026", "" while mesa de partes has none


def constancia_de_haberes(made: ConstanciaDeHaberes) -> Paper:
    """The paper. PaperContentError: "span", "person", "twice", "sums" (lines and totals of a payslip disagree)."""
    _require(made)
    payslips = sorted(made.payslips, key=_place)
    totals = _totals(payslips)
    count = counted(len(payslips), "boleta", "boletas")
    return Paper(
        kind=PaperKind.CONSTANCIA,
        title="Constancia de haberes y descuentos",
        office=made.office,
        person=made.person,
        issued=made.issued,
        facts=(("Boletas", str(len(payslips))),),
        sections=(
            Section(Strip(10), paragraph(_OPENING)),
            Section(table_head(), tuple(_rows(made, payslips))),
            *(_concepts(payslips) if made.by_concept else ()),
            Section(Strip(0), (totals_strip(totals),)),
        ),
        ending=f"Fin de la constancia: {count}. {_AFTER}",
        span=(made.desde, made.hasta),
        totals=totals,
    )


def _require(made: ConstanciaDeHaberes) -> None:
    months = _months(made.desde, made.hasta)
    if not 1 <= months <= MOST_MONTHS:
        raise PaperContentError("span", f"{made.desde} to {made.hasta}")
    for payslip in made.payslips:
        if not made.desde <= payslip.periodo <= made.hasta:
            raise PaperContentError("span", f"payslip {payslip.id} is of {payslip.periodo}")
        if payslip.doc_numero != made.person.doc_numero:
            raise PaperContentError("person", f"payslip {payslip.id} is of another person")
        if not payslip.adds_up:
            raise PaperContentError("sums", f"payslip {payslip.id}: its totals do not follow from its lines")
    if not made.payslips:
        raise PaperContentError("span", "no payslip at all")
    if len({payslip.id for payslip in made.payslips}) < len(made.payslips):
        raise PaperContentError("twice", "a payslip is there twice")


def _concepts(payslips: Sequence[Payslip]) -> Iterator[Section]:
    """Haberes, then descuentos, each concept once as it is printed, in the order in which they first come."""
    for title, lines in (
        ("Haberes", [line for payslip in payslips for line in payslip.haberes]),
        ("Descuentos", [line for payslip in payslips for line in payslip.descuentos]),
    ):
        sums: dict[str, int] = {}
        for line in lines:
            sums[line.codigo] = sums.get(line.codigo, 0) + line.monto
        if sums:
            rows = (concept_row(codigo, amount) for codigo, amount in sums.items())
            yield Section(concept_head(title), tuple(rows))


def _months(first: Period, last: Period) -> int:
    return (last.year - first.year) * 12 + last.month - first.month + 1


def _place(payslip: Payslip) -> tuple[Period, int, int, str, str]:
    return payslip.periodo, _ORDER[payslip.clase], payslip.secuencia, payslip.numero_boleta, payslip.id


def _totals(payslips: Sequence[Payslip]) -> PaperTotals:
    return PaperTotals(
        sum(payslip.total_haberes for payslip in payslips),
        sum(payslip.total_descuentos for payslip in payslips),
        sum(payslip.liquido for payslip in payslips),
    )


def _rows(made: ConstanciaDeHaberes, payslips: Sequence[Payslip]) -> Iterator[Row]:
    """Month after month, none left out; a year's total after its last month where there is more than one year."""
    by_month = {period: tuple(group) for period, group in groupby(payslips, key=lambda each: each.periodo)}
    periods = [made.desde.later(count) for count in range(_months(made.desde, made.hasta))]
    for year, group in groupby(periods, key=lambda period: period.year):
        for period in group:
            yield from _month_rows(period, by_month.get(period, ()))
        if made.desde.year != made.hasta.year:
            yield total_row(f"Total {year}", _totals([each for each in payslips if each.periodo.year == year]))


def _month_rows(period: Period, payslips: Sequence[Payslip]) -> Iterator[Row]:
    if not payslips:
        yield no_payslip_row(period)
    for payslip in payslips:
        yield payslip_row(payslip)
    if len(payslips) > 1:
        yield month_row(period, _totals(payslips))


def constancia_de_solicitud(made: ConstanciaDeSolicitud) -> Paper:
    """The paper."""
    told: list[Field] = [("Código", made.code), ("Fecha de registro", printed_date(made.filed)), ("Estado", made.state)]
    if made.expediente:
        told.append(("Expediente", made.expediente))
    sections = [
        Section(heading("Solicitud registrada"), record(f"Solicitud {made.code}", told)),
        Section(heading("Lo que se solicita"), record("Datos de la solicitud", made.asked)),
    ]
    count = counted(len(made.documents), "documento", "documentos")
    lines = [line for text in made.documents for line in paragraph(text)]
    sections.append(Section(heading("Documentos de sustento", count if lines else ""), tuple(lines) or _none()))
    return Paper(
        kind=PaperKind.CONSTANCIA,
        title="Constancia de solicitud registrada",
        office=made.office,
        person=made.person,
        issued=made.issued,
        facts=(("Solicitud", made.code),),
        sections=tuple(sections),
        ending=f"Fin de la constancia. Acredita que la solicitud fue registrada; no que haya sido aprobada. {_AFTER}",
    )


def _none() -> tuple[Strip, ...]:
    return paragraph("Ninguno adjunto.", quiet=True)
