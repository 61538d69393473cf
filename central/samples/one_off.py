"""Payments that do not come every month: aguinaldo, escolaridad, bonus, years of service, mourning, holidays. Pure.

Aguinaldo and escolaridad go with the monthly payslip; the rest, and back pay, are additional payrolls.
"""

from dataclasses import dataclass
from datetime import date

from central.samples.amounts import half_up
from central.samples.careers import ONE_DAY, Career, Contract, Post, Regime
from central.samples.concepts import pensionable, taxable, treatment
from central.samples.earnings import Lines, contract_of, owed_lines, rim, step_of
from central.samples.tables import amount, series
from documents.payslip import MONTHS, Period

BONUS_MONTHS = (7, 12)
SCHOOL_MONTH = {Regime.CONTRATADO: 6, Regime.AUXILIAR: 6}  # everybody else in January
SERVICE_YEARS = (25, 30)
TEMPORARY = (Regime.CONTRATADO, Regime.AUXILIAR)
CALENDAR_DAYS = 360  # of a payroll year


@dataclass(frozen=True, slots=True)
class Bundle:
    """One additional payroll: what it pays, on how much contributions are due, what counts for tax, and why."""

    lines: Lines
    imponible: int
    renta: int
    embargable: bool  # a court's retention takes its part
    mensaje: str


def bonuses(post: Post, period: Period) -> Lines:
    """Aguinaldo and escolaridad of a month, for the first post of somebody who is paid that month."""
    lines: Lines = {}
    if period.month in BONUS_MONTHS:
        lines["aguinaldo"] = amount("one_off", f"aguinaldo/{period.month}", period)
    if period.month == SCHOOL_MONTH.get(post.regime, 1):
        lines["escolaridad"] = amount("one_off", "escolaridad", period)
    return lines


def bonus_message(codigo: str, period: Period) -> str:
    """The line under the totals that says it."""
    if codigo == "escolaridad":
        return "INCLUYE BONIFICACION POR ESCOLARIDAD"
    return f"INCLUYE AGUINALDO POR {'FIESTAS PATRIAS' if period.month == 7 else 'NAVIDAD'}"


def additional(career: Career, post: Post, period: Period) -> list[Bundle]:
    """The additional payrolls of a post in a month, in their order."""
    found = (
        _back_pay(career, post, period),
        _length_of_service(post, period),
        _mourning(career, post, period),
        _extraordinary(post, period),
        _ended_contract(post, period),
    )
    return [bundle for bundle in found if bundle is not None]


def _back_pay(career: Career, post: Post, period: Period) -> Bundle | None:
    owed = owed_lines(career, post, period)
    if not owed:
        return None
    lines: Lines = {}
    imponible = renta = 0
    for month, (due, paid) in owed.items():
        missing = {codigo: monto - paid.get(codigo, 0) for codigo, monto in due.items() if monto > paid.get(codigo, 0)}
        imponible += pensionable(missing, month)
        renta += taxable(missing)
        for codigo, monto in missing.items():
            printed = codigo if not paid else _manual(codigo)
            lines[printed] = lines.get(printed, 0) + monto
    return Bundle(lines, imponible, renta, True, f"REINTEGRO DE {_months(min(owed), max(owed))}")


def _manual(codigo: str) -> str:
    return "Reint Man No Af" if treatment(codigo).afecto == "nada" else "Reintg. Manual"


def _length_of_service(post: Post, period: Period) -> Bundle | None:
    """Two remunerations at 25 and at 30 years, paid the month after they are complete."""
    if post.regime is not Regime.NOMBRADO:
        return None
    start, reached = post.contracts[0].inicio, period.earlier()
    years = reached.year - start.year
    if years not in SERVICE_YEARS or reached.month != start.month:
        return None
    due = amount("one_off", "ats_remuneraciones", reached) * _rim_then(post, reached)
    return Bundle({"asig_ats": due}, 0, due, True, f"ASIGNACION POR {years} AÑOS DE SERVICIOS: 2 RIM")


def _rim_then(post: Post, period: Period) -> int:
    return rim(step_of(post, period, period).nivel, post.horas or 0, period, period)


def _mourning(career: Career, post: Post, period: Period) -> Bundle | None:
    if period not in career.mourning or post.numero != 1:
        return None
    due = amount("one_off", "luto_sepelio", period)
    return Bundle({"luto_sepelio": due}, 0, 0, False, "SUBSIDIO POR LUTO Y SEPELIO")


def _extraordinary(post: Post, period: Period) -> Bundle | None:
    """The extraordinary bonus, once, in the month of its row, to teachers in service."""
    given = next((row for row in series("one_off", "bono_extraordinario") if row.desde == period), None)
    if given is None or post.numero != 1 or post.regime not in (Regime.NOMBRADO, *TEMPORARY):
        return None
    if contract_of(post, period) is None:
        return None
    return Bundle({"bono_extraord": given.valor}, 0, 0, False, f"BONO EXTRAORDINARIO {period.year}")


def _ended_contract(post: Post, period: Period) -> Bundle | None:
    """Holidays not taken: a twelfth of the pay for each month of a contract that ended and was not renewed at once."""
    ended = ended_contract(post, period)
    if ended is None or ended.termino is None:
        return None
    last = Period(ended.termino.year, ended.termino.month)
    monthly = rim("1", post.horas or 0, last, last) if post.regime is Regime.CONTRATADO else _assistant(last)
    due = half_up(monthly * _contract_days(ended.inicio, ended.termino), CALENDAR_DAYS)
    return Bundle({"Vac.Truncas": due}, 0, due, True, f"VACACIONES TRUNCAS DEL CONTRATO {last.year}")


def ended_contract(post: Post, period: Period) -> Contract | None:
    """The contract that ended the month before, when no other follows it this month."""
    if post.regime not in TEMPORARY or contract_of(post, period) is not None:
        return None
    return contract_of(post, period.earlier())


def _assistant(period: Period) -> int:
    return amount("salaries", "auxiliar", period)


def _contract_days(first: date, last: date) -> int:
    after = last + ONE_DAY
    return (after.year - first.year) * 360 + (after.month - first.month) * 30 + after.day - first.day


def _months(first: Period, last: Period) -> str:
    if first == last:
        return f"{MONTHS[first.month - 1]} {first.year}".upper()
    return f"{MONTHS[first.month - 1]} {first.year} A {MONTHS[last.month - 1]} {last.year}".upper()
