"""The invented population: who there is and all their payslips. The same seed gives the same payslips."""

from collections.abc import Iterator
from dataclasses import dataclass

from central.records import Person
from central.samples.boletas import Printing, beneficiary_payslip
from central.samples.careers import Identity, Member
from central.samples.cast import CAST, cast_career
from central.samples.crowd import crowd_member
from central.samples.identifiers import POPULATION_LIMIT, without_tildes
from central.samples.payroll import FIRST, run_payroll
from documents.payslip import Payslip, Period

SINCE = Period(2020, 5)
WORDS = (
    "quinua",
    "vicuña",
    "tambo",
    "puna",
    "retama",
    "kantuta",
    "maiz",
    "chasqui",
    "sauce",
    "ichu",
    "tarwi",
    "olluco",
)


@dataclass(frozen=True, slots=True)
class SamplePerson:
    """One invented person with an account. `quien` says in Spanish what they are an example of."""

    person: Person
    user: str
    password: str
    quien: str
    payslips: tuple[Payslip, ...]  # by month; within a month the monthly ones, then the additional ones


def generate(people: int, seed: int, until: Period, since: Period = SINCE) -> Iterator[SamplePerson]:
    """So many people, one at a time: first the cast of nine, then others at random. ValueError over 10,000."""
    if people > POPULATION_LIMIT:
        raise ValueError(f"{people} people; {POPULATION_LIMIT} have an invented DNI")
    for index in range(people):
        yield sample_person(index, seed, until, since)


def sample_person(index: int, seed: int, until: Period, since: Period = SINCE) -> SamplePerson:
    """One person of the population, by place. January 2020 is the earliest month there is."""
    member = _member(index, seed)
    identity = member.identity
    return SamplePerson(
        person=Person(
            doc_tipo="DNI",
            doc_numero=identity.dni,
            apellidos=identity.apellidos,
            nombres=identity.nombres,
            correo=_address(identity),
        ),
        user=identity.dni,
        password=_password(index),
        quien=member.quien,
        payslips=tuple(_payslips(member, seed, until, max(since, FIRST))),
    )


def _member(index: int, seed: int) -> Member:
    if index >= len(CAST):
        return crowd_member(index, seed)
    career = cast_career(index)
    return Member(career, CAST[index], receives=career.identity.index != index)


def _payslips(member: Member, seed: int, until: Period, since: Period) -> Iterator[Payslip]:
    printing = Printing(seed, member.career)
    retention = member.career.retention
    for payment in run_payroll(member.career, until):
        if payment.period < since:
            continue
        payslip = printing.payslip(payment)
        if not member.receives or retention is None:
            yield payslip
            continue
        theirs = beneficiary_payslip(seed, payslip, retention.beneficiary, retention.expediente)
        if theirs is not None:
            yield theirs


def _address(person: Identity) -> str:
    name = without_tildes(person.nombres.split()[0] + "." + person.paterno.split()[-1]).replace("Ñ", "N").lower()
    return f"{name}.{person.index}@correo.example"


def _password(index: int) -> str:
    """Two words and a digit: invented, and easy to type on any keyboard."""
    words = [word for word in WORDS if word.isascii()]
    return f"{words[index % len(words)]}-{words[(index // len(words) + index + 3) % len(words)]}-{index % 10}"
