"""Short ways to write down the facts of a career: months as text, contracts year by year."""

from collections.abc import Iterable
from datetime import date

from central.samples.careers import Allowance, Contract, Identity, Seat, Sex, Step
from central.samples.identifiers import invented_dni
from central.samples.places import place, school
from documents.payslip import Period

HORIZON = 2036  # the last year that contracts and reports are written for


def month(text: str) -> Period:
    """2023-03."""
    return Period.parse(text)


def identity(index: int, surnames: tuple[str, str], nombres: str, sexo: Sex, nacimiento: date) -> Identity:
    """Somebody, with the DNI of their place in the population."""
    return Identity(index, invented_dni(index), *surnames, nombres, sexo, nacimiento)


def seat(desde: str, codigo_ugel: str, number: int, name: str, cargo: str) -> Seat:
    """A post at an invented school of a real UGEL."""
    return Seat(month(desde), place(codigo_ugel), *school(number, name), cargo)


def office(codigo_ugel: str, cargo: str) -> Seat:
    """A post, or a pension, at the UGEL itself."""
    where = place(codigo_ugel)
    return Seat(month("1990-01"), where, f"SEDE {where.ugel}", "", cargo)


def step(desde: str, nivel: str, resolucion: str, en_planilla: str | None = None) -> Step:
    """A scale from a month on, paid from the same month unless it says otherwise."""
    return Step(month(desde), nivel, resolucion, month(en_planilla or desde))


def allowance(
    codigo: str, clave: str, desde: str, hasta: str | None = None, en_planilla: str | None = None
) -> Allowance:
    """An assignment from a month to a month."""
    return Allowance(codigo, clave, month(desde), month(hasta) if hasta else None, month(en_planilla or desde))


def appointment(inicio: date, resolucion: str) -> tuple[Contract, ...]:
    """Service without an end."""
    return (Contract(inicio, None, resolucion, Period(inicio.year, inicio.month)),)


def contract(inicio: date, termino: date, resolucion: str, *, months_late: int = 0) -> Contract:
    """Service with an end; the payroll may begin to pay it some months late."""
    return Contract(inicio, termino, resolucion, Period(inicio.year, inicio.month).later(months_late))


def school_years(years: Iterable[int], number: int, siglas: str) -> tuple[Contract, ...]:
    """A contract from March to December of each year, each with its own resolution."""
    return tuple(
        contract(date(year, 3, 1), date(year, 12, 31), f"RD {number + 37 * (year % 7):04d}-{year}-{siglas}")
        for year in years
    )
