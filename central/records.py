"""What the office publishes besides payslips: a person, a pay day, a concept's text. Frozen.

Not shared with the program's own records: both sides are written against docs/protocol.md and share no code.
"""

from dataclasses import dataclass
from datetime import date

from documents.payslip import Period


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Somebody the office pays; `doc_numero` decides which payslips are theirs."""

    doc_tipo: str  # "DNI"
    doc_numero: str
    apellidos: str
    nombres: str
    correo: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PayDay:
    """One day of the yearly payment calendar."""

    periodo: Period
    fecha: date
    nota: str = ""
    norma: str = ""

    @property
    def id(self) -> str:
        """As the feed names it: YYYY-MM."""
        return str(self.periodo)


@dataclass(frozen=True, slots=True, kw_only=True)
class Concept:
    """What a mnemonic of the payslip means, from one month to another (None = until further notice)."""

    codigo: str
    nombre: str
    explicacion: str
    norma: str
    desde: Period
    hasta: Period | None = None

    @property
    def id(self) -> str:
        """As the feed names it: codigo@YYYY-MM."""
        return f"{self.codigo}@{self.desde}"
