"""What is taken from a payment: by law, by court, by the school's report, and what the person agreed to. Pure.

Law and court come first and always. What the person agreed to is taken only while at least half of the pay after law's
deductions is left to him (D.S. 010-2014-EF); a loan that does not fit waits, and the payslip says so.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field

from central.samples.amounts import half_up, portion
from central.samples.careers import Absence, Pension, Post, Retention
from central.samples.earnings import MONTH_DAYS, Lines
from central.samples.tables import amount
from documents.payslip import Period

WORKING_DAYS = 5
DERRAMA_LOAN = "Prderrmag"


@dataclass(frozen=True, slots=True)
class AfpParts:
    """The parts of the AFP deduction that the header prints, céntimos."""

    fija: int
    variable: int
    seguro: int


@dataclass(frozen=True, slots=True)
class Offer:
    """A deduction that the person agreed to."""

    codigo: str
    monto: int


@dataclass(slots=True)
class Taken:
    """Deductions as they build up on one payslip."""

    lines: Lines = field(default_factory=dict)
    afp: AfpParts | None = None

    @property
    def total(self) -> int:
        """Céntimos taken so far."""
        return sum(self.lines.values())

    def add(self, codigo: str, monto: int) -> None:
        """A line more; nothing is printed for nothing."""
        if monto > 0:
            self.lines[codigo] = self.lines.get(codigo, 0) + monto


def take_contributions(taken: Taken, pension: Pension, base: int, period: Period) -> None:
    """The pension contribution on a pensionable amount."""
    if pension.sistema == "AFP":
        flow = amount("rates", f"afp/flujo/{pension.afp}", period) if pension.por_flujo else 0
        taken.afp = AfpParts(0, portion(base, flow), portion(base, amount("rates", "afp/seguro", period)))
        compulsory = portion(base, amount("rates", "afp/aporte", period))
        taken.add("D.L.25897 AFP", compulsory + taken.afp.fija + taken.afp.variable + taken.afp.seguro)
    elif pension.sistema == "ONP":
        taken.add("DL19990 SNP", portion(base, amount("rates", "onp", period)))
    else:
        taken.add("dl20530", portion(base, amount("rates", "dl20530", period)))


def take_health(taken: Taken, base: int, period: Period) -> None:
    """A pensioner's contribution to EsSalud."""
    taken.add("presalud", portion(base, amount("rates", "salud_pensionista", period)))


def take_retention(taken: Taken, retention: Retention | None, income: int, period: Period) -> None:
    """What a court ordered, on the income left after what was taken before."""
    if retention is None or period < retention.desde or (retention.hasta is not None and period > retention.hasta):
        return
    taken.add("Dscto. Judicial", portion(income - taken.total, retention.rate))


def take_absence(taken: Taken, absence: Absence | None, post: Post, base: int) -> None:
    """Minutes late and days missed, by the value of a minute and of a day of the monthly remuneration `base`."""
    if absence is None:
        return
    minutes_a_day = (post.horas or 0) * 60 // WORKING_DAYS
    taken.add("Tardanzas", half_up(base * absence.minutos, MONTH_DAYS * minutes_a_day))
    taken.add("Inasistencias", half_up(base * absence.dias, MONTH_DAYS))


def floor_of(income: int, by_law: int, period: Period) -> int:
    """The least that agreed deductions must leave: half of what is left after pension and tax."""
    net = income - by_law
    return net - portion(net, 10_000 - amount("rates", "piso", period))


def take_agreed(taken: Taken, offers: Iterable[Offer], income: int, floor: int) -> tuple[Offer, ...]:
    """Takes every offer that fits above the floor, in the order given. Returns those that did not fit."""
    refused: list[Offer] = []
    for offer in offers:
        if income - taken.total - offer.monto >= floor:
            taken.add(offer.codigo, offer.monto)
        else:
            refused.append(offer)
    return tuple(refused)
