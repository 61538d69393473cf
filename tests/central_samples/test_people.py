"""Who they are: valid identifiers, a cast that shows every kind, the same people for the same seed."""

import hashlib
import os
import re
import subprocess
import sys
from collections import Counter
from datetime import date
from pathlib import Path
from uuid import UUID

import pytest

from central.samples.careers import Identity, Sex
from central.samples.identifiers import cuspp, invented_dni, ruc_check_digit, surname_letters
from central.samples.names import MATERNAL, PATERNAL
from central.samples.places import places
from central.samples.population import SamplePerson, generate, sample_person
from central.samples.year_table import year_table
from documents.payslip import Payslip, PayslipClass, Period

ROOT = Path(__file__).resolve().parents[2]
DIGEST = """
import hashlib
from central.samples.population import generate
from documents.payslip import Period
print(hashlib.sha256("".join(repr(p) for p in generate(30, 5, Period(2021, 12))).encode()).hexdigest())
"""


def test_each_of_the_cast_has_the_payslips_of_their_kind(cast: tuple[SamplePerson, ...]) -> None:
    table = [
        (
            person.payslips[-1].tipo_planilla,
            person.payslips[-1].regimen_laboral,
            person.payslips[-1].regimen_pensionario,
            *(Counter(item.clase for item in person.payslips)[kind] for kind in PayslipClass),
        )
        for person in cast
    ]
    assert table == [
        ("ACT/NOMB/TIT", "LEY 29944", "AFP INTEGRA", 80, 3, 0),
        ("ACT/NOMB/TIT", "LEY 29944", "AFP PRIMA", 80, 4, 0),
        ("ACT/NOMB/TIT", "LEY 29944", "AFP PROFUTURO", 80, 3, 0),
        ("ACT/CONT/TIT", "LEY 30328", "ONP", 69, 8, 0),
        ("ACT/CONT/TIT", "LEY 30493", "AFP HABITAT", 68, 7, 0),
        ("ACT/NOMB/TIT", "D.LEG. 276", "ONP", 80, 0, 0),
        ("CES/TIT", "D.L. 20530", "D.L. 20530", 80, 0, 0),
        ("JUDICIAL", "LEY 29944", "", 0, 0, 58),
        ("ACT/NOMB/TIT", "LEY 29944", "AFP INTEGRA", 160, 4, 0),
    ]


def test_the_cast_has_the_names_that_break_programs(cast: tuple[SamplePerson, ...]) -> None:
    names = " / ".join(f"{person.person.apellidos}, {person.person.nombres}" for person in cast)
    assert all(hard in names for hard in ("Ñ", "Í", "DE LA CRUZ", "MONTES DE OCA", "DEL CARPIO", "JUAN DE DIOS"))


def test_two_posts_are_two_payslips_a_month(cast: tuple[SamplePerson, ...]) -> None:
    november = [item for item in cast[8].payslips if item.periodo == Period(2026, 11)]
    assert [item.codigo_modular_servidor[-2:] for item in november] == ["-1", "-2"]
    assert len({item.numero_boleta for item in november}) == 2


def test_every_identifier_is_of_its_pattern(boletas: tuple[Payslip, ...]) -> None:
    for item in boletas:
        assert re.fullmatch(r"9990\d{4}", item.doc_numero)
        assert re.fullmatch(r"20\d{9}", item.ruc_entidad)
        assert re.fullmatch(r"10\d{8}-[1-9]", item.codigo_modular_servidor)
        assert re.fullmatch(r"CTA- 04\d{9}", item.cuenta)
        assert re.fullmatch(r"(\d{2}-){2}\d{2}|--", item.tiempo_servicio)
        assert re.fullmatch(r"\d{6}-\d{2}", item.numero_boleta)
        assert re.fullmatch(r"\d{6}", item.codigo_ugel)
        assert re.fullmatch(r"(\d{6}[01][A-ZÑ]{5}\d{3})?", item.essalud_autogenerado)
        assert bool(item.cuspp) == item.regimen_pensionario.startswith("AFP")
        assert re.fullmatch(r"(\d{6}[A-ZÑ]{5}\d)?", item.cuspp)
        assert UUID(item.id).version == 5
        holder = item.titular.doc_numero if item.titular else item.doc_numero
        assert item.codigo_modular_servidor[:10] == f"10{holder}"


def test_the_check_digit_is_that_of_real_entities() -> None:
    known = ("20131370998", "20131312955", "20539889622")
    assert all(ruc_check_digit(ruc[:10]) == ruc[10] for ruc in known)


def test_every_ruc_has_its_check_digit(boletas: tuple[Payslip, ...]) -> None:
    assert all(ruc_check_digit(ruc[:10]) == ruc[10] for ruc in {item.ruc_entidad for item in boletas})


def test_the_letters_of_a_cuspp_follow_the_rule(boletas: tuple[Payslip, ...]) -> None:
    teacher = next(item for item in boletas if item.apellidos == "GUTIÉRREZ PALOMINO")
    assert teacher.cuspp[6:11] == "LGPIO"
    assert teacher.cuspp[5] == "1"


@pytest.mark.parametrize(
    ("surname", "letters"),
    [("ÑAUPARI", ("Ñ", "P")), ("DE LA CRUZ", ("C", "Z")), ("PAZ", ("P", "X")), ("NÚÑEZ", ("N", "E"))],
)
def test_the_letters_of_hard_surnames(surname: str, letters: tuple[str, str]) -> None:
    assert surname_letters(surname) == letters


@pytest.mark.parametrize("surname", sorted({*PATERNAL, *MATERNAL}))
def test_every_surname_makes_a_valid_cuspp(surname: str) -> None:
    person = Identity(1, "99900001", surname, surname, "ÓSCAR", Sex.MALE, date(1980, 1, 1))
    assert re.fullmatch(r"\d{6}[A-ZÑ]{5}\d", cuspp(person))


def test_offices_are_of_the_catalogue(boletas: tuple[Payslip, ...]) -> None:
    known = {(place.dre, place.codigo_ugel, place.ugel) for place in places()}
    assert {(item.dre, item.codigo_ugel, item.ugel) for item in boletas} <= known


def test_nobody_shares_a_document_an_account_or_a_payslip(
    crowd: tuple[SamplePerson, ...], boletas: tuple[Payslip, ...]
) -> None:
    assert len({person.user for person in crowd}) == len({person.person.correo for person in crowd}) == len(crowd)
    assert len({item.id for item in boletas}) == len(boletas)
    assert len({(item.codigo_ugel, item.periodo, item.numero_boleta) for item in boletas}) == len(boletas)
    assert len({invented_dni(index) for index in range(10_000)}) == 10_000
    own = {(item.doc_numero, item.cuenta) for item in boletas}
    assert len(own) == len({account for _, account in own}) == len({dni for dni, _ in own})


def test_there_are_no_more_people_than_documents() -> None:
    with pytest.raises(ValueError, match="10000"):
        next(generate(10_001, 1, Period(2020, 5)))


def test_passwords_are_easy_to_type(crowd: tuple[SamplePerson, ...]) -> None:
    assert all(re.fullmatch(r"[a-z]+-[a-z]+-\d", person.password) for person in crowd)


def test_the_same_seed_gives_the_same_payslips_in_every_process() -> None:
    digests = {
        subprocess.run(
            [sys.executable, "-c", DIGEST],
            cwd=ROOT, env={**os.environ, "PYTHONHASHSEED": chaos}, capture_output=True, text=True,
            check=True, timeout=60,
        ).stdout.strip()
        for chaos in ("1", "31337")
    }  # fmt: skip
    here = hashlib.sha256("".join(repr(p) for p in generate(30, 5, Period(2021, 12))).encode()).hexdigest()
    assert digests == {here}


def test_another_seed_gives_other_people_after_the_cast() -> None:
    one, other = (list(generate(14, seed, Period(2020, 6))) for seed in (1, 2))
    assert [person.person for person in one[:9]] == [person.person for person in other[:9]]
    assert [person.person for person in one[9:]] != [person.person for person in other[9:]]


def test_people_do_not_depend_on_how_many_or_how_long(crowd: tuple[SamplePerson, ...]) -> None:
    alone = sample_person(57, 7, Period(2023, 6), since=Period(2023, 1))
    among = [item for item in crowd[57].payslips if Period(2023, 1) <= item.periodo <= Period(2023, 6)]
    assert list(alone.payslips) == among


def test_the_crowd_has_every_kind(crowd: tuple[SamplePerson, ...]) -> None:
    kinds = Counter(person.payslips[-1].tipo_servidor for person in crowd if person.payslips)
    assert kinds.keys() == {
        "DOCENTE NOMBRADO", "DOCENTE CONTRATADO", "AUXILIAR DE EDUCACION CONTRATADO", "ADMINISTRATIVO NOMBRADO",
        "CESANTE DOC. NIVELABLE", "BENEFICIARIO JUDICIAL",
    }  # fmt: skip


def test_a_year_can_be_read_as_a_table(cast: tuple[SamplePerson, ...]) -> None:
    table = year_table(cast[0], 2026)
    assert "CONDORI ÑAUPARI, MARÍA ELENA" in table
    assert re.search(r"\+RIM_Ley 29944 +3,850\.77", table)
    assert re.search(r"LIQUIDO.* 300\.00", table)
