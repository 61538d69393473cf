"""The seam of papers: what attending a request for one hands to whoever draws and seals, and what comes back."""

from dataclasses import dataclass
from typing import Protocol

from central.records import Oficina, Paper, Person
from documents.legajo import LegajoRecord
from documents.legajo_catalogue import LegajoCatalogue
from documents.payslip import Payslip, Period


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperOrder:
    """All that a paper says."""

    id: str  # of the paper
    kind: str  # hoja_de_vida, informe_escalafonario, constancia
    number: str  # of an informe: 000123-2026
    request: str  # uuid, or ""
    note: str  # what it is for, in the person's words
    person: Person
    records: tuple[LegajoRecord, ...]  # the whole legajo, living records only
    catalogue: LegajoCatalogue
    office: Oficina
    who: str  # attends it
    now: int  # seconds
    payslips: tuple[Payslip, ...] = ()  # of a constancia
    span: tuple[Period, Period] | None = None  # of a constancia: its months


@dataclass(frozen=True, slots=True)
class MadePaper:
    """As it is published."""

    paper: Paper
    pdf: bytes


class PaperMaker(Protocol):
    """Draws and seals. Called outside of any transaction; the same order gives the same paper."""

    def __call__(self, order: PaperOrder) -> MadePaper: ...
