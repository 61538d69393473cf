"""What chance decides in the life of a random server: name, place, loans, promotions, absences. Each draw is seeded."""

from datetime import date, timedelta
from random import Random

from central.samples.careers import Absence, Allowance, Contract, Identity, Loan, Pension, Place, Seat, Sex, Step
from central.samples.facts import HORIZON, contract, identity
from central.samples.names import FEMALE, MALE, MATERNAL, PATERNAL, SCHOOLS
from central.samples.places import places, school
from documents.payslip import Period

AFPS = ("HABITAT", "INTEGRA", "PRIMA", "PROFUTURO")
LENDERS = ("Prderrmag", "CMArequipa", "CMCusco", "CMHuancayo", "Interbank", "Bco. Pichincha", "Coop Capac Yupa")
SIZES = ("chico", "mediano", "grande")
KINDS_OF_SCHOOL = (("asig_multig", "multigrado"), ("asig_multig", "multigrado"), ("asig_unidoc", "unidocente"))
BACK_AT_SCHOOL = Period(2022, 3)  # nobody was late while schools were closed
HOLIDAYS = (1, 2, 3)  # payrolls that could report December to February


def draw_person(index: int, rng: Random, born: tuple[int, int]) -> Identity:
    """Somebody born between two years."""
    sexo = rng.choice((Sex.FEMALE, Sex.FEMALE, Sex.MALE))
    nombres = rng.choice(FEMALE if sexo is Sex.FEMALE else MALE)
    birthday = date(rng.randint(*born), 1, 1) + timedelta(days=rng.randrange(365))
    return identity(index, (rng.choice(PATERNAL), rng.choice(MATERNAL)), nombres, sexo, birthday)


def draw_pension(rng: Random, start: date) -> Pension:
    """One in five of those who began before 1991 is in the closed regime; the rest in the ONP or, mostly, in an AFP."""
    if start.year < 1991 and rng.random() < 0.2:
        return Pension("D.L. 20530")
    if rng.random() < 0.35:
        return Pension("ONP")
    return Pension("AFP", rng.choice(AFPS), rng.random() < 0.6, date(max(start.year, 1994), start.month, 1))


def draw_seat(rng: Random, where: Place, since: Period, cargo: str) -> Seat:
    """A post at some school of a UGEL."""
    return Seat(since, where, *school(rng.randrange(10_000), rng.choice(SCHOOLS)), cargo)


def draw_zones(rng: Random, rural: str) -> tuple[Allowance, ...]:
    """Four in ten work where the yearly register pays for the place; grades change with a register."""
    if rng.random() > 0.4:
        return ()
    start, change = Period(2020, 1), Period(rng.randint(2021, 2026), 3)
    grade = rng.choice("123")
    after = rng.choice("123")
    lines = [Allowance(rural, f"rural/{grade}", start, change.earlier(), start)]
    lines.append(Allowance(rural, f"rural/{after}", change, None, change))
    kinds = [rng.choice(KINDS_OF_SCHOOL)] if rng.random() < 0.6 else []
    kinds += [("asig_bilingue", "bilingue")] if rng.random() < 0.35 else []
    lines += [Allowance(codigo, clave, start, None, start) for codigo, clave in kinds]
    return tuple(lines)


def draw_loans(rng: Random, most: int) -> tuple[Loan, ...]:
    """Loans of different lenders, at different times."""
    lenders = rng.sample(LENDERS, k=rng.randint(0, most))
    return tuple(
        Loan(
            name,
            f"{name}/{rng.choice(SIZES)}",
            Period(rng.randint(2020, 2026), rng.randint(1, 12)),
            rng.choice((12, 18, 24, 36)),
        )
        for name in lenders
    )


def draw_absences(rng: Random) -> dict[Period, Absence]:
    """A few months with minutes late, fewer with a day missed; never from holidays."""
    found: dict[Period, Absence] = {}
    for year in range(BACK_AT_SCHOOL.year, HORIZON):
        for month in range(1, 13):
            period, chance = Period(year, month), rng.random()
            if period > BACK_AT_SCHOOL and month not in HOLIDAYS and chance < 0.06:
                found[period] = Absence(dias=1) if chance < 0.008 else Absence(minutos=rng.randint(5, 60))
    return found


def draw_resolution(rng: Random, year: int, where: Place) -> str:
    """A resolution of a UGEL."""
    return f"RD {rng.randint(1, 6200):04d}-{year}-UGEL-{where.codigo_ugel[2:]}"


def draw_steps(rng: Random, where: Place, start: Period) -> tuple[Step, ...]:
    """The scale reached, and perhaps one or two promotions, some of which the payroll learns of months later."""
    level = min(7, rng.choices(range(1, 8), weights=(34, 24, 17, 11, 8, 4, 2))[0])
    steps = [Step.punctual(start, str(level), draw_resolution(rng, start.year, where))]
    for year in sorted(rng.sample(range(2021, 2030), k=rng.choice((0, 0, 1, 1, 2)))):
        level += 1
        since = Period(year, 1)
        if level <= 8:
            steps.append(
                Step(since, str(level), draw_resolution(rng, year, where), since.later(rng.choice((0, 0, 1, 2))))
            )
    return tuple(steps)


def draw_moves(rng: Random, where: Place, since: Period, cargo: str) -> tuple[Seat, ...]:
    """One in eight is transferred once, in March, inside the same region."""
    seats = [draw_seat(rng, where, since, cargo)]
    if rng.random() < 0.125:
        near = [found for found in places() if found.dre == where.dre]
        seats.append(draw_seat(rng, rng.choice(near), Period(rng.randint(2021, 2026), 3), cargo))
    return tuple(seats)


def draw_contracts(rng: Random, where: Place) -> tuple[Contract, ...]:
    """A contract a year; some years without one, some begin in the middle of March, some are paid a month late."""
    found: list[Contract] = []
    for year in range(2020, HORIZON):
        missing, day, late = rng.random() < 0.1, rng.choice((1, 1, 1, 14)), rng.choice((0, 0, 0, 1))
        resolution = draw_resolution(rng, year, where)
        if not missing:
            found.append(contract(date(year, 3, day), date(year, 12, 31), resolution, months_late=late))
    return tuple(found)
