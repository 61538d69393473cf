"""A working life as facts with dates: who, which posts, which scale from when, which loans. Decides nothing.

A fact holds from `desde`; the payroll may learn of it later (`en_planilla`), and then pays what is owed as back pay.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import Enum, StrEnum
from functools import lru_cache

from documents.payslip import Period

ONE_DAY = date.resolution


@lru_cache(maxsize=4096)
def month_of(day: date) -> Period:
    """The month a day lies in."""
    return Period(day.year, day.month)


class Sex(Enum):
    """As identifiers encode it."""

    FEMALE = "F"
    MALE = "M"


class Regime(StrEnum):
    """How a post is paid."""

    NOMBRADO = "LEY 29944"
    CONTRATADO = "LEY 30328"
    AUXILIAR = "LEY 30493"
    ADMINISTRATIVO = "D.LEG. 276"
    CESANTE = "D.L. 20530"


@dataclass(frozen=True, slots=True)
class Identity:
    """An invented person. `index` is the place in the population."""

    index: int
    dni: str
    paterno: str
    materno: str
    nombres: str
    sexo: Sex
    nacimiento: date

    @property
    def apellidos(self) -> str:
        """Both surnames, as printed."""
        return f"{self.paterno} {self.materno}"


@dataclass(frozen=True, slots=True)
class Place:
    """A UGEL with its region, as the catalogue names them."""

    dre: str
    codigo_ugel: str
    ugel: str


@dataclass(frozen=True, slots=True)
class Seat:
    """Where and as what somebody works, from a month on. A transfer or a designation is a new seat."""

    desde: Period
    place: Place
    establecimiento: str
    codigo_establecimiento: str
    cargo: str


@dataclass(frozen=True, slots=True)
class Step:
    """A scale (or occupational group), from a month on."""

    desde: Period
    nivel: str
    resolucion: str
    en_planilla: Period

    @classmethod
    def punctual(cls, desde: Period, nivel: str, resolucion: str) -> "Step":
        """One that the payroll learns of in time."""
        return cls(desde, nivel, resolucion, desde)


@dataclass(frozen=True, slots=True)
class Contract:
    """Days of service: an appointment without an end, or a contract of a year."""

    inicio: date
    termino: date | None
    resolucion: str
    en_planilla: Period

    @property
    def first(self) -> Period:
        """The month it begins in."""
        return month_of(self.inicio)

    @property
    def last(self) -> Period | None:
        """The month it ends in."""
        return None if self.termino is None else month_of(self.termino)

    def days_in(self, period: Period) -> int:
        """Days of service in a month, counted as the payroll does: a month has thirty."""
        first, last = self.first, self.last
        if period < first or (last is not None and period > last):
            return 0
        start = min(self.inicio.day, 30) if period == first else 1
        end = 30
        if self.termino is not None and period == last and (self.termino + ONE_DAY).month == self.termino.month:
            end = min(self.termino.day, 30)
        return max(0, end - start + 1)


@dataclass(frozen=True, slots=True)
class Allowance:
    """A monthly assignment: its concept, its row in the table of allowances, and the months it lasts."""

    codigo: str
    clave: str
    desde: Period
    hasta: Period | None
    en_planilla: Period


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)  # compared by identity: a key of caches
class Post:
    """One post (cargo) of a person. Contracts are in order and never share a month."""

    numero: int  # the suffix of the código modular
    regime: Regime
    horas: int | None
    seats: tuple[Seat, ...]
    steps: tuple[Step, ...]
    contracts: tuple[Contract, ...]
    allowances: tuple[Allowance, ...] = ()
    extra_hours: tuple[tuple[Period, Period | None], ...] = ()  # jornada de trabajo adicional: from, to
    prior_days: int = 0  # service before the first contract listed, in payroll days


@dataclass(frozen=True, slots=True)
class Pension:
    """What a person contributes to. `afp` is "" outside the AFP; without `por_flujo` the salary pays no commission."""

    sistema: str  # "AFP", "ONP", "D.L. 20530"
    afp: str = ""
    por_flujo: bool = True
    afiliacion: date | None = None

    @property
    def printed(self) -> str:
        """As the boleta prints it: AFP INTEGRA."""
        return f"AFP {self.afp}" if self.afp else self.sistema


@dataclass(frozen=True, slots=True)
class Loan:
    """A loan paid in equal instalments; one that cannot be taken in a month is taken at the end."""

    codigo: str
    clave: str  # row in the table of instalments
    desde: Period
    cuotas: int


@dataclass(frozen=True, slots=True)
class Retention:
    """A court order: so many hundredths of a percentage point of the pay after law's deductions, to somebody else."""

    rate: int
    desde: Period
    hasta: Period | None
    expediente: str
    beneficiary: Identity


@dataclass(frozen=True, slots=True)
class Absence:
    """What the school reported of a month."""

    minutos: int = 0
    dias: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Career:
    """All that a payroll has to know of one person."""

    identity: Identity
    posts: tuple[Post, ...]
    pension: Pension
    cuenta: str
    loans: tuple[Loan, ...] = ()
    fixed: tuple[str, ...] = ()  # voluntary deductions of every month, by their rows in the table of instalments
    retention: Retention | None = None
    absences: Mapping[Period, Absence] = field(default_factory=dict)
    mourning: tuple[Period, ...] = ()  # payrolls that pay the subsidy for a death in the family
    pension_class: str = ""  # row of the table of pensions, for pensioners
    vida: bool = True  # pays EsSalud +Vida


@dataclass(frozen=True, slots=True)
class Member:
    """A person of the population: whose career their payslips come from, and whether they only receive a part of it."""

    career: Career
    quien: str  # in Spanish, what they are an example of
    receives: bool = False  # the beneficiary of the career's retention

    @property
    def identity(self) -> Identity:
        """Who the payslips are for."""
        retention = self.career.retention
        return retention.beneficiary if self.receives and retention else self.career.identity
