"""A sealed paper besides the payslip: hoja de vida, constancia, informe escalafonario. One frozen record for all three.

Who it is about, which office prints it, what stands on it, and the values that its seal signs one by one. The three
modules `hoja_de_vida`, `constancia` and `informe_escalafonario` make these records out of the domain's; how a paper is
drawn is `documents.paper_pdf`.
"""

from dataclasses import dataclass
from datetime import date
from enum import Enum

from documents.payslip import Period
from documents.payslip_blocks import Section

Field = tuple[str, str]  # label, value


class PaperKind(Enum):
    """Which paper this is; the value is what stands above its title and names it in a sentence."""

    HOJA_DE_VIDA = ("Legajo personal", "esta hoja de vida")
    CONSTANCIA = ("Constancia", "esta constancia")
    INFORME_ESCALAFONARIO = ("Legajo personal", "este informe")


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperPerson:
    """The server the paper is about, as the office has them registered."""

    doc_tipo: str  # "DNI"
    doc_numero: str
    apellidos: str
    nombres: str
    codigo_modular: str = ""

    @property
    def apellidos_y_nombres(self) -> str:
        """As a payslip has it: APELLIDOS, NOMBRES."""
        return f"{self.apellidos}, {self.nombres}"


@dataclass(frozen=True, slots=True)
class PaperOffice:
    """The DRE, GRE or UGEL that prints it."""

    codigo: str  # "210011"
    nombre: str  # "UGEL SAN ROMÁN"
    dre: str  # "DRE PUNO"; its own name for a DRE


@dataclass(frozen=True, slots=True)
class PaperTotals:
    """What a constancia de haberes adds up to, in céntimos."""

    haberes: int
    descuentos: int
    liquido: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """One paper, whole. `sections` are drawn in order and go over as many pages as they need."""

    kind: PaperKind
    title: str
    office: PaperOffice
    person: PaperPerson
    issued: date  # as printed; the seal has the moment
    facts: tuple[Field, ...]  # beside the person, after office and date
    sections: tuple[Section, ...]
    ending: str  # the line after which nothing belongs to the paper
    valid_until: date | None = None  # the last day; only of an informe
    span: tuple[Period, Period] | None = None  # first and last month; only of a constancia de haberes
    totals: PaperTotals | None = None  # goes with `span`
