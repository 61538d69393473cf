"""Random servers after the cast, drawn from the same kinds. Each depends on the seed and on their place, on nothing else.

Of every fifty, the last receives a court's retention out of the pay of the one before.
"""

from collections.abc import Callable
from datetime import date, timedelta
from random import Random

from central.samples.careers import (
    Absence,
    Allowance,
    Career,
    Contract,
    Identity,
    Loan,
    Member,
    Pension,
    Place,
    Post,
    Regime,
    Retention,
    Seat,
    Sex,
    Step,
)
from central.samples.facts import HORIZON, appointment, contract, identity, office
from central.samples.identifiers import invented_account
from central.samples.names import FEMALE, MALE, MATERNAL, PATERNAL, SCHOOLS
from central.samples.places import places, school
from documents.payslip import Period

BLOCK = 50
AFPS = ("HABITAT", "INTEGRA", "PRIMA", "PROFUTURO")
LENDERS = ("Prderrmag", "CMArequipa", "CMCusco", "CMHuancayo", "Interbank", "Bco. Pichincha", "Coop Capac Yupa")
SIZES = ("chico", "chico", "mediano")
ZONES = (("asig_multig", "multigrado"), ("asig_bilingue", "bilingue"), ("asig_unidoc", "unidocente"))
BACK_AT_SCHOOL = Period(2022, 3)  # nobody was late while schools were closed
HOLIDAYS = (1, 2, 3)  # payrolls that could report December to February


def crowd_member(index: int, seed: int) -> Member:
    """The person at a place after the cast."""
    if index % BLOCK == BLOCK - 1:
        return Member(_career(index - 1, seed), "beneficiario de retención judicial", receives=True)
    career = _career(index, seed)
    return Member(career, _description(career))


def _career(index: int, seed: int) -> Career:
    rng = Random(f"{seed}/{index}")  # a text seeds by its digest, the same in every process
    if index % BLOCK == BLOCK - 2:
        return _appointed(index, rng, retention=_retention(index + 1, rng))
    draw = rng.choices(_KINDS, weights=_WEIGHTS)[0]
    return draw(index, rng)


def _description(career: Career) -> str:
    post = career.posts[0]
    names = {
        Regime.NOMBRADO: "docente nombrado",
        Regime.CONTRATADO: "docente contratado",
        Regime.AUXILIAR: "auxiliar de educación contratado",
        Regime.ADMINISTRATIVO: "administrativo nombrado, D.Leg. 276",
        Regime.CESANTE: "cesante, D.L. 20530",
    }
    more = " con dos cargos" if len(career.posts) > 1 else ""
    return f"{names[post.regime]}{more} ({post.seats[0].place.ugel})"


def _person(index: int, rng: Random, born: tuple[int, int]) -> Identity:
    sexo = rng.choice((Sex.FEMALE, Sex.FEMALE, Sex.MALE))
    nombres = rng.choice(FEMALE if sexo is Sex.FEMALE else MALE)
    birthday = date(rng.randint(*born), 1, 1) + timedelta(days=rng.randrange(365))
    return identity(index, (rng.choice(PATERNAL), rng.choice(MATERNAL)), nombres, sexo, birthday)


def _pension(rng: Random, start: date) -> Pension:
    if start.year < 1991:
        return Pension("D.L. 20530")
    if rng.random() < 0.35:
        return Pension("ONP")
    return Pension("AFP", rng.choice(AFPS), rng.random() < 0.6, date(max(start.year, 1994), start.month, 1))


def _seat(rng: Random, where: Place, since: Period, cargo: str) -> Seat:
    return Seat(since, where, *school(rng.randrange(10_000), rng.choice(SCHOOLS)), cargo)


def _zones(rng: Random, rural: str) -> tuple[Allowance, ...]:
    """Four in ten work where the yearly register pays for the place; grades change with a register."""
    if rng.random() > 0.4:
        return ()
    start, change = Period(2020, 1), Period(rng.randint(2021, 2026), 3)
    grade = rng.choice("123")
    after = rng.choice("123")
    lines = [Allowance(rural, f"rural/{grade}", start, change.earlier(), start)]
    lines.append(Allowance(rural, f"rural/{after}", change, None, change))
    lines += [Allowance(codigo, clave, start, None, start) for codigo, clave in ZONES[:2] if rng.random() < 0.4]
    return tuple(lines)


def _loans(rng: Random, most: int) -> tuple[Loan, ...]:
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


def _absences(rng: Random) -> dict[Period, Absence]:
    found: dict[Period, Absence] = {}
    for year in range(BACK_AT_SCHOOL.year, HORIZON):
        for month in range(1, 13):
            period, chance = Period(year, month), rng.random()
            if period > BACK_AT_SCHOOL and month not in HOLIDAYS and chance < 0.06:
                found[period] = Absence(dias=1) if chance < 0.008 else Absence(minutos=rng.randint(5, 60))
    return found


def _resolution(rng: Random, year: int, where: Place) -> str:
    return f"RD {rng.randint(1, 6200):04d}-{year}-UGEL-{where.codigo_ugel[2:]}"


def _steps(rng: Random, where: Place, start: Period) -> tuple[Step, ...]:
    """The scale reached, and perhaps one or two promotions, some of which the payroll learns of months later."""
    level = min(7, rng.choices(range(1, 8), weights=(34, 24, 17, 11, 8, 4, 2))[0])
    steps = [Step.punctual(start, str(level), _resolution(rng, start.year, where))]
    for year in sorted(rng.sample(range(2021, 2030), k=rng.choice((0, 0, 1, 1, 2)))):
        level += 1
        since = Period(year, 1)
        if level <= 8:
            steps.append(Step(since, str(level), _resolution(rng, year, where), since.later(rng.choice((0, 0, 1, 2)))))
    return tuple(steps)


def _appointed(index: int, rng: Random, retention: Retention | None = None) -> Career:
    person = _person(index, rng, (1960, 1992))
    start = date(person.nacimiento.year + rng.randint(24, 27), 3, 1)
    where = rng.choice(places())
    since = Period(start.year, start.month)
    cargo = "PROFESORA" if person.sexo is Sex.FEMALE else "PROFESOR"
    post = Post(
        numero=1,
        regime=Regime.NOMBRADO,
        horas=30,
        seats=_moves(rng, where, since, cargo),
        steps=_steps(rng, where, since),
        contracts=appointment(start, _resolution(rng, start.year, where)),
        allowances=_zones(rng, "asig_rural"),
    )
    return Career(
        identity=person,
        posts=(post, _second_post(rng, where, cargo)) if rng.random() < 0.03 else (post,),
        pension=_pension(rng, start),
        cuenta=invented_account(index),
        loans=_loans(rng, 3),
        fixed=rng.choice(((), (), ("sutep",), ("Segrimac",), ("sutep", "Rimacse"))),
        retention=retention,
        absences=_absences(rng),
        mourning=(Period(rng.randint(2020, 2030), rng.randint(1, 12)),) if rng.random() < 0.15 else (),
        vida=rng.random() < 0.7,
    )


def _moves(rng: Random, where: Place, since: Period, cargo: str) -> tuple[Seat, ...]:
    """One in eight is transferred once, in March, inside the same region."""
    seats = [_seat(rng, where, since, cargo)]
    if rng.random() < 0.125:
        near = [found for found in places() if found.dre == where.dre]
        seats.append(_seat(rng, rng.choice(near), Period(rng.randint(2021, 2026), 3), cargo))
    return tuple(seats)


def _second_post(rng: Random, where: Place, cargo: str) -> Post:
    return Post(
        numero=2,
        regime=Regime.NOMBRADO,
        horas=24,
        seats=(_seat(rng, where, Period(2019, 3), cargo),),
        steps=(Step.punctual(Period(2019, 3), "1", _resolution(rng, 2019, where)),),
        contracts=appointment(date(2019, 3, 1), _resolution(rng, 2019, where)),
    )


def _contracts(rng: Random, where: Place) -> tuple[Contract, ...]:
    """A contract a year; some years without one, some begin in the middle of March, some are paid a month late."""
    found: list[Contract] = []
    for year in range(2020, HORIZON):
        missing, day, late = rng.random() < 0.1, rng.choice((1, 1, 1, 14)), rng.choice((0, 0, 0, 1))
        resolution = _resolution(rng, year, where)
        if not missing:
            found.append(contract(date(year, 3, day), date(year, 12, 31), resolution, months_late=late))
    return tuple(found)


def _contracted(index: int, rng: Random, regime: Regime = Regime.CONTRATADO) -> Career:
    person = _person(index, rng, (1975, 1997))
    where = rng.choice(places())
    cargo = "PROFESORA" if person.sexo is Sex.FEMALE else "PROFESOR"
    post = Post(
        numero=1,
        regime=regime,
        horas=30,
        seats=(_seat(rng, where, Period(2019, 3), cargo if regime is Regime.CONTRATADO else "AUXILIAR DE EDUCACION"),),
        steps=(Step.punctual(Period(2019, 3), "", ""),),
        contracts=_contracts(rng, where),
        allowances=_zones(rng, "rural_cont" if regime is Regime.CONTRATADO else "asig_rural"),
        prior_days=rng.randrange(0, 1800, 30),
    )
    return Career(
        identity=person,
        posts=(post,),
        pension=_pension(rng, date(2015, 3, 1)),
        cuenta=invented_account(index),
        loans=_loans(rng, 1),
        absences=_absences(rng),
        vida=rng.random() < 0.5,
    )


def _assistant(index: int, rng: Random) -> Career:
    return _contracted(index, rng, Regime.AUXILIAR)


def _administrative(index: int, rng: Random) -> Career:
    person = _person(index, rng, (1958, 1980))
    where, start = rng.choice(places()), date(person.nacimiento.year + rng.randint(25, 30), 6, 1)
    group, cargo = rng.choice(
        (
            ("SPC", "ESPECIALISTA ADMINISTRATIVO I"),
            ("STA", "TECNICO ADMINISTRATIVO I"),
            ("STB", "SECRETARIA I"),
            ("SAC", "TRABAJADOR DE SERVICIO"),
        )
    )
    since = Period(start.year, start.month)
    post = Post(
        numero=1,
        regime=Regime.ADMINISTRATIVO,
        horas=40,
        seats=(office(where.codigo_ugel, cargo),),
        steps=(Step.punctual(since, group, _resolution(rng, start.year, where)),),
        contracts=appointment(start, _resolution(rng, start.year, where)),
    )
    return Career(
        identity=person,
        posts=(post,),
        pension=_pension(rng, start),
        cuenta=invented_account(index),
        loans=_loans(rng, 1),
        fixed=rng.choice((("SUBCAFAE",), ("SUBCAFAE", "Fentase"), ())),
        absences=_absences(rng),
    )


def _pensioner(index: int, rng: Random) -> Career:
    person = _person(index, rng, (1936, 1954))
    where = rng.choice(places())
    ended = date(person.nacimiento.year + rng.randint(50, 60), rng.randint(1, 12), 1)
    post = Post(
        numero=1,
        regime=Regime.CESANTE,
        horas=None,
        seats=(office(where.codigo_ugel, "PENSION CESANTIA DOCENTE"),),
        steps=(Step.punctual(Period(ended.year, ended.month), "", ""),),
        contracts=appointment(ended, _resolution(rng, ended.year, where)),
        prior_days=rng.randrange(25 * 360, 34 * 360),
    )
    return Career(
        identity=person,
        posts=(post,),
        pension=Pension("D.L. 20530"),
        cuenta=invented_account(index),
        loans=_loans(rng, 1)[:1],
        fixed=rng.choice(((), ("funeraria",))),
        pension_class=rng.choice(("docente", "docente", "director")),
        vida=rng.random() < 0.3,
    )


def _retention(index: int, rng: Random) -> Retention:
    beneficiary = _person(index, rng, (1965, 1995))
    since = Period(rng.randint(2020, 2024), rng.randint(1, 12))
    rate = rng.choice((1_500, 2_000, 2_500, 3_000))
    return Retention(rate, since, None, f"EXP. {rng.randint(1, 2999):05d}-{since.year}-0-JP-FC-01", beneficiary)


_KINDS: tuple[Callable[[int, Random], Career], ...] = (
    _appointed,
    _contracted,
    _assistant,
    _administrative,
    _pensioner,
)
_WEIGHTS = (54, 24, 5, 8, 9)
