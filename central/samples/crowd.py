"""Random servers after the cast, of the same kinds. Each depends on the seed and on their place, on nothing else.

Of every fifty, the last receives a court's retention out of the pay of the one before.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from random import Random

from central.samples.careers import Career, Contract, Member, Pension, Place, Post, Regime, Retention, Sex, Step
from central.samples.chances import (
    draw_absences,
    draw_contracts,
    draw_loans,
    draw_moves,
    draw_pension,
    draw_person,
    draw_resolution,
    draw_seat,
    draw_steps,
    draw_zones,
)
from central.samples.facts import appointment, office
from central.samples.identifiers import invented_account
from central.samples.places import places
from documents.payslip import Period

BLOCK = 50
RETIREMENT = 65  # teachers leave at the end of the year they turn 65; their payslips end there


def crowd_member(index: int, seed: int) -> Member:
    """The person at a place after the cast."""
    if index % BLOCK == BLOCK - 1:
        member = Member(_career(index - 1, seed), "beneficiario de retención judicial", receives=True)
        female = member.identity.sexo is Sex.FEMALE
        return replace(member, quien="beneficiaria de retención judicial") if female else member
    career = _career(index, seed)
    return Member(career, _description(career))


def _career(index: int, seed: int) -> Career:
    rng = Random(f"{seed}/{index}")  # noqa: S311 (no secret; a text seeds by its digest, the same in every process)
    if index % BLOCK == BLOCK - 2:
        return _appointed(index, rng, retention=_retention(index + 1, rng))
    draw = rng.choices(_KINDS, weights=_WEIGHTS)[0]
    return draw(index, rng)


def _description(career: Career) -> str:
    post = career.posts[0]
    ending = "a" if career.identity.sexo is Sex.FEMALE else "o"
    names = {
        Regime.NOMBRADO: f"docente nombrad{ending}",
        Regime.CONTRATADO: f"docente contratad{ending}",
        Regime.AUXILIAR: f"auxiliar de educación contratad{ending}",
        Regime.ADMINISTRATIVO: f"administrativ{ending} nombrad{ending}, D.Leg. 276",
        Regime.CESANTE: "cesante, D.L. 20530",
    }
    more = " con dos cargos" if len(career.posts) > 1 else ""
    return f"{names[post.regime]}{more} ({post.seats[0].place.ugel})"


def _appointed(index: int, rng: Random, retention: Retention | None = None) -> Career:
    person = draw_person(index, rng, (1960, 1992))
    start = date(person.nacimiento.year + rng.randint(24, 27), 3, 1)
    where = rng.choice(places())
    since = Period(start.year, start.month)
    cargo = "PROFESORA" if person.sexo is Sex.FEMALE else "PROFESOR"
    post = Post(
        numero=1,
        regime=Regime.NOMBRADO,
        horas=30,
        seats=draw_moves(rng, where, since, cargo),
        steps=draw_steps(rng, where, since),
        contracts=_until_retirement(appointment(start, draw_resolution(rng, start.year, where)), person.nacimiento),
        allowances=draw_zones(rng, "asig_rural"),
    )
    return Career(
        identity=person,
        posts=_posts(rng, post, where),
        pension=draw_pension(rng, start),
        cuenta=invented_account(index),
        loans=draw_loans(rng, 4),
        fixed=rng.choice(((), (), ("sutep",), ("Segrimac",), ("sutep", "Rimacse"))),
        retention=retention,
        absences=draw_absences(rng),
        mourning=(Period(rng.randint(2020, 2030), rng.randint(1, 12)),) if rng.random() < 0.15 else (),
        vida=rng.random() < 0.7,
    )


def _posts(rng: Random, first: Post, where: Place) -> tuple[Post, ...]:
    """One in thirty has a second post, at the same UGEL."""
    contract = first.contracts[0]
    if rng.random() > 0.03 or contract.inicio.year >= 2019:
        return (first,)
    return (first, _second_post(rng, where, first.seats[0].cargo, contract.termino))


def _until_retirement(contracts: tuple[Contract, ...], birthday: date) -> tuple[Contract, ...]:
    return tuple(replace(line, termino=date(birthday.year + RETIREMENT, 12, 31)) for line in contracts)


def _second_post(rng: Random, where: Place, cargo: str, termino: date | None) -> Post:
    return Post(
        numero=2,
        regime=Regime.NOMBRADO,
        horas=24,
        seats=(draw_seat(rng, where, Period(2019, 3), cargo),),
        steps=(Step.punctual(Period(2019, 3), "1", draw_resolution(rng, 2019, where)),),
        contracts=(Contract(date(2019, 3, 1), termino, draw_resolution(rng, 2019, where), Period(2019, 3)),),
    )


def _contracted(index: int, rng: Random, regime: Regime = Regime.CONTRATADO) -> Career:
    person = draw_person(index, rng, (1975, 1997))
    where = rng.choice(places())
    teacher = "PROFESORA" if person.sexo is Sex.FEMALE else "PROFESOR"
    cargo = teacher if regime is Regime.CONTRATADO else "AUXILIAR DE EDUCACION"
    post = Post(
        numero=1,
        regime=regime,
        horas=30,
        seats=(draw_seat(rng, where, Period(2019, 3), cargo),),
        steps=(Step.punctual(Period(2019, 3), "", ""),),
        contracts=draw_contracts(rng, where),
        allowances=draw_zones(rng, "rural_cont" if regime is Regime.CONTRATADO else "asig_rural"),
        prior_days=rng.randrange(0, 1800, 30),
    )
    return Career(
        identity=person,
        posts=(post,),
        pension=draw_pension(rng, date(2015, 3, 1)),
        cuenta=invented_account(index),
        loans=draw_loans(rng, 1),
        absences=draw_absences(rng),
        vida=rng.random() < 0.5,
    )


def _assistant(index: int, rng: Random) -> Career:
    return _contracted(index, rng, Regime.AUXILIAR)


def _administrative(index: int, rng: Random) -> Career:
    person = draw_person(index, rng, (1958, 1980))
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
        steps=(Step.punctual(since, group, draw_resolution(rng, start.year, where)),),
        contracts=appointment(start, draw_resolution(rng, start.year, where)),
    )
    return Career(
        identity=person,
        posts=(post,),
        pension=draw_pension(rng, start),
        cuenta=invented_account(index),
        loans=draw_loans(rng, 1),
        fixed=rng.choice((("SUBCAFAE",), ("SUBCAFAE", "Fentase"), ())),
        absences=draw_absences(rng),
    )


def _pensioner(index: int, rng: Random) -> Career:
    person = draw_person(index, rng, (1936, 1954))
    where = rng.choice(places())
    ended = date(person.nacimiento.year + rng.randint(50, 60), rng.randint(1, 12), 1)
    post = Post(
        numero=1,
        regime=Regime.CESANTE,
        horas=None,
        seats=(office(where.codigo_ugel, "PENSION CESANTIA DOCENTE"),),
        steps=(Step.punctual(Period(ended.year, ended.month), "", ""),),
        contracts=appointment(ended, draw_resolution(rng, ended.year, where)),
        prior_days=rng.randrange(25 * 360, 34 * 360),
    )
    return Career(
        identity=person,
        posts=(post,),
        pension=Pension("D.L. 20530"),
        cuenta=invented_account(index),
        loans=draw_loans(rng, 1)[:1],
        fixed=rng.choice(((), ("funeraria",))),
        pension_class=rng.choice(("docente", "docente", "director")),
        vida=rng.random() < 0.3,
    )


def _retention(index: int, rng: Random) -> Retention:
    beneficiary = draw_person(index, rng, (1965, 1995))
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
