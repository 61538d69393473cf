"""What the office publishes besides payslips: a person, a pay day, a concept's text. Frozen.

Not shared with the program's own records: both sides are written against docs/protocol.md and share no code.
"""

from dataclasses import dataclass
from datetime import date

from documents.payslip import Period


@dataclass(frozen=True, slots=True)
class Oficina:
    """The UGEL that somebody works for."""

    codigo: str  # six digits
    nombre: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Somebody the office pays; `doc_numero` decides which payslips are theirs.

    With `oficina` they work there, in these `roles`: escalafon, planillas, mesa_partes, administrador.
    """

    doc_tipo: str  # "DNI"
    doc_numero: str
    apellidos: str
    nombres: str
    correo: str
    oficina: Oficina | None = None
    roles: tuple[str, ...] = ("escalafon",)  # at `oficina`; without one they mean nothing


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """A sealed PDF besides payslips. `request` is the uuid of the request that it answers, or ""; `replaced_by`: the id
    of the one that took its place, or ""."""

    id: str
    kind: str  # hoja_de_vida, informe_escalafonario, constancia
    titulo: str
    numero: str
    emitido: date
    vigente_hasta: date | None
    request: str = ""
    replaced_by: str = ""


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
