"""Invented identifiers that pass the published checks: DNI, RUC, CUSPP, EsSalud code, account. Pure.

DNIs begin with 9990, RUCs with 2099: no series of real people or entities.
"""

from datetime import date
from functools import lru_cache
from unicodedata import normalize
from uuid import UUID, uuid5

from central.samples.careers import Identity, Sex

POPULATION_LIMIT = 10_000  # DNIs beginning with 9990
_SPREAD = 3_671  # coprime with 10,000: every index has a DNI of its own
_RUC_WEIGHTS = (5, 4, 3, 2, 7, 6, 5, 4, 3, 2)
_PARTICLES = {"DE", "DEL", "LA", "LAS", "LOS", "Y"}
_NAMESPACE = UUID("b1f4c6de-5f0a-5c60-9d0c-3a0c6f6a7a11")


def invented_dni(index: int) -> str:
    """The DNI of the nth invented person. ValueError when there are no more."""
    if not 0 <= index < POPULATION_LIMIT:
        raise ValueError(f"only {POPULATION_LIMIT} invented people have a DNI")
    return f"9990{(index * _SPREAD + 17) % POPULATION_LIMIT:04d}"


def ruc_check_digit(first_ten: str) -> str:
    """The eleventh digit of a RUC."""
    remainder = sum(weight * int(digit) for weight, digit in zip(_RUC_WEIGHTS, first_ten, strict=True)) % 11
    return str((11 - remainder) % 10)


@lru_cache(maxsize=512)
def invented_ruc(codigo_ugel: str) -> str:
    """A RUC for a UGEL, from its six digits."""
    body = f"2099{codigo_ugel}"
    return body + ruc_check_digit(body)


def surname_letters(surname: str) -> tuple[str, str]:
    """First and fourth letter of a surname without tildes (Ñ stays), particles left out; X where it is too short."""
    words = [word for word in surname.split() if word not in _PARTICLES] or surname.split()
    plain = without_tildes("".join(words))
    return plain[0], plain[3] if len(plain) > 3 else "X"


def without_tildes(text: str) -> str:
    """Upper-case text with its vowels bare; Ñ is a letter of its own."""
    return "".join(letter if letter == "Ñ" else normalize("NFD", letter)[0] for letter in text)


@lru_cache(maxsize=64)
def cuspp(person: Identity) -> str:
    """The AFP's code: birth date as a count of days, sex, five letters of the name, a last digit (rule unknown)."""
    count = (person.nacimiento - date(1900, 1, 1)).days + 1
    paternal, maternal = surname_letters(person.paterno), surname_letters(person.materno)
    letters = without_tildes(person.nombres[0]) + paternal[0] + maternal[0] + paternal[1] + maternal[1]
    front = f"{count:05d}{_sex_digit(person)}"
    return f"{front}{letters}{sum(map(int, front)) % 10}"


@lru_cache(maxsize=64)
def essalud_code(person: Identity) -> str:
    """The autogenerado: YYMMDD, sex, five letters, three digits."""
    paternal, maternal = surname_letters(person.paterno), surname_letters(person.materno)
    letters = "".join((*paternal, *maternal, without_tildes(person.nombres[0])))
    return f"{person.nacimiento:%y%m%d}{_sex_digit(person)}{letters}{1 + person.index % 7:03d}"


def invented_account(index: int, holder: int = 0) -> str:
    """An account at the Banco de la Nación: eleven digits beginning with 04."""
    return f"04{(index * 7_654_321 + holder * 31_337 + 193_284_146) % 10**9:09d}"


def payslip_id(seed: int, *names: object) -> str:
    """The UUID of a payslip: the same for the same seed and names."""
    return str(uuid5(_NAMESPACE, f"{seed}/" + "/".join(map(str, names))))


def _sex_digit(person: Identity) -> str:
    return "1" if person.sexo is Sex.MALE else "0"
