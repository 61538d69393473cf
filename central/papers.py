"""Seals the papers that central prints besides payslips: hoja de vida, constancias, informe escalafonario.

Who asks for one, where it is kept and how it reaches a person is not known here. Every function gives the bytes of a
PDF that passed the whole check of `documents.seal`; what cannot be sealed raises IssuingError or DocumentError.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta, timezone
from hashlib import sha256
from typing import Final

from central.keys.demo import SENTENCE, demo_key, issuer_code
from documents.constancia import (
    ConstanciaDeHaberes,
    ConstanciaDeSolicitud,
    constancia_de_haberes,
    constancia_de_solicitud,
)
from documents.hoja_de_vida import HojaDeVida, hoja_de_vida
from documents.informe_escalafonario import InformeEscalafonario, informe_escalafonario
from documents.legajo import LegajoRecord
from documents.legajo_catalogue import LegajoCatalogue, bundled
from documents.paper import Paper, PaperOffice, PaperPerson
from documents.payslip import Payslip, Period
from documents.seal.issued_check import not_authentic
from documents.seal.issuing import Check, issue_paper
from documents.seal.keys import IssuerKey

LIMA: Final = timezone(timedelta(hours=-5))


@dataclass(frozen=True, slots=True)
class Sealer:
    """How papers are sealed at one moment. `document_id` gives 8 bytes for a paper, never the same for two."""

    now: datetime  # aware
    key: Callable[[PaperOffice], IssuerKey]
    document_id: Callable[[Paper], bytes]
    catalogue: LegajoCatalogue
    check: Check = not_authentic

    @property
    def today(self) -> date:
        """The day that is printed: that of Lima."""
        return self.now.astimezone(LIMA).date()

    def seal(self, paper: Paper) -> bytes:
        """The PDF of a paper."""
        return issue_paper(
            paper,
            self.key(paper.office),
            issued=self.now,
            document_id=self.document_id(paper),
            check=self.check,
        )


def demo_sealer(now: datetime, *, check: Check = not_authentic) -> Sealer:
    """With the demonstration's keys: PRUEBA on every page, and the same bytes for the same paper and moment."""

    def document_id(paper: Paper) -> bytes:
        told = (SENTENCE, paper.title, paper.office.codigo, paper.person.doc_numero, now.isoformat())
        return sha256("\n".join(told).encode()).digest()[:8]

    return Sealer(now, lambda office: demo_key(issuer_code(office.codigo)), document_id, bundled(), check)


def seal_hoja_de_vida(
    sealer: Sealer, office: PaperOffice, person: PaperPerson, records: Sequence[LegajoRecord]
) -> bytes:
    """Sections I to VII and IX of all that is filed of the person, without sanctions, relatives and bank accounts."""
    made = HojaDeVida(office=office, person=person, issued=sealer.today, records=tuple(records))
    return sealer.seal(hoja_de_vida(made, sealer.catalogue))


def seal_informe(
    sealer: Sealer,
    office: PaperOffice,
    person: PaperPerson,
    records: Sequence[LegajoRecord],
    *,
    number: str,
    reason: str = "",
    valid_until: date | None = None,
) -> bytes:
    """All sections. Good until `valid_until`, six months from today at most, which is also what None means."""
    made = InformeEscalafonario(
        office=office,
        person=person,
        number=number,
        reason=reason,
        issued=sealer.today,
        records=tuple(records),
        valid_until=valid_until,
    )
    return sealer.seal(informe_escalafonario(made, sealer.catalogue))


def seal_constancia(
    sealer: Sealer,
    office: PaperOffice,
    person: PaperPerson,
    payslips: Sequence[Payslip],
    *,
    desde: Period,
    hasta: Period,
    by_concept: bool = False,
) -> bytes:
    """Constancia de haberes y descuentos. Raises PaperContentError for payslips that do not add up or belong there."""
    made = ConstanciaDeHaberes(
        office=office, person=person, issued=sealer.today, desde=desde, hasta=hasta, payslips=tuple(payslips),
        by_concept=by_concept,
    )  # fmt: skip
    return sealer.seal(constancia_de_haberes(made))


def seal_constancia_de_solicitud(sealer: Sealer, made: ConstanciaDeSolicitud) -> bytes:
    """That a request is registered. The day that is printed is the sealer's, whatever the record says."""
    return sealer.seal(constancia_de_solicitud(replace(made, issued=sealer.today)))
