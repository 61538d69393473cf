"""Numbers that name persons, posts, places and papers in Peru: read leniently, kept in one form, or a problem code.

Each `read_*` takes what a person typed or pasted and answers `Identified` (the normal form, perhaps with doubts that do
not stop anybody) or `Trouble` (a code and its arguments; the Spanish sentences are in `documents.legajo_words`). Pure.
This module tells whether a number is well formed, never whether somebody bears it.
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class IdentifierProblem(StrEnum):
    """Why a number is not one, or is doubtful. Arguments in the comment."""

    DNI_FORMAT = "dni-format"  # count: digits found
    DNI_CHECK = "dni-check"  # the verification character does not belong to the number
    CE_FORMAT = "ce-format"  # count
    PASSPORT_FORMAT = "passport-format"  # count
    RUC_FORMAT = "ruc-format"  # count
    RUC_PREFIX = "ruc-prefix"
    RUC_CHECK = "ruc-check"
    CUSPP_FORMAT = "cuspp-format"  # count
    CUSPP_LETTERS = "cuspp-letters"  # expected, found; a doubt
    SERVER_CODE_FORMAT = "server-code-format"
    SCHOOL_CODE_FORMAT = "school-code-format"
    SCHOOL_CODE_PADDED = "school-code-padded"  # value; a doubt
    LOCAL_CODE_FORMAT = "local-code-format"
    POST_FORMAT = "post-format"  # count
    UBIGEO_FORMAT = "ubigeo-format"
    UBIGEO_DEPARTMENT = "ubigeo-department"  # found
    OFFICE_FORMAT = "office-format"
    OFFICE_UNKNOWN = "office-unknown"  # found
    ESSALUD_FORMAT = "essalud-format"
    ESSALUD_DATE = "essalud-date"  # the six digits are no date
    ACCOUNT_FORMAT = "account-format"  # count
    ACCOUNT_START = "account-start"  # a doubt
    CCI_FORMAT = "cci-format"  # count
    EXPEDIENTE_FORMAT = "expediente-format"
    RESOLUTION_FORMAT = "resolution-format"
    RESOLUTION_YEAR = "resolution-year"  # year
    MOBILE_FORMAT = "mobile-format"
    PHONE_FORMAT = "phone-format"
    EMAIL_FORMAT = "email-format"


DOUBTS = frozenset(
    {IdentifierProblem.CUSPP_LETTERS, IdentifierProblem.SCHOOL_CODE_PADDED, IdentifierProblem.ACCOUNT_START}
)


@dataclass(frozen=True, slots=True)
class Trouble:
    """What is wrong, as a code and the values its sentence needs."""

    code: StrEnum
    arguments: Mapping[str, str] = field(default_factory=dict, hash=False)


@dataclass(frozen=True, slots=True)
class Identified:
    """The normal form, which reads to itself. `doubts` warn and stop nothing."""

    value: str
    doubts: tuple[Trouble, ...] = ()


Reading = Identified | Trouble


def cleaned(text: str) -> str:
    """Composed letters, no invisible characters, single blanks: what pasting from a PDF or a chat leaves behind."""
    signs = (" " if sign.isspace() else sign for sign in text)
    visible = "".join(sign for sign in signs if unicodedata.category(sign) not in {"Cf", "Cc"})
    # Composed last: an invisible sign may have stood between a letter and its tilde.
    return " ".join(unicodedata.normalize("NFC", visible).split())


def compact(text: str) -> str:
    """Without blanks, dots and hyphens, in capitals."""
    return re.sub(r"[\s.\-‐-―]", "", cleaned(text)).upper()


def _counted(code: IdentifierProblem, text: str) -> Trouble:
    return Trouble(code, {"count": str(len(text))})


def _matched(pattern: str, text: str, code: IdentifierProblem) -> Reading:
    return Identified(text) if re.fullmatch(pattern, text, re.ASCII) else _counted(code, text)


def _weighed(digits: str, weights: Iterable[int]) -> int:
    return sum(int(digit) * weight for digit, weight in zip(digits, weights, strict=True)) % 11


def dni_verification(dni: str) -> tuple[str, str]:
    """The digit and the letter that belong to 8 digits. 10117410 -> ("2", "G"); letters stopped on 14-08-2007."""
    rest = _weighed(dni, (3, 2, 7, 6, 5, 4, 3, 2))
    return "65432110987"[rest], "KJIHGFEDCBA"[rest]


def read_dni(text: str) -> Reading:
    """8 digits, leading zeros kept. A verification character after a hyphen or a blank is checked and dropped."""
    shape = re.fullmatch(r"(\d{8})[\s\-‐-―]+([\dA-K])", cleaned(text).upper(), re.ASCII)
    if shape:
        good = shape[2] in dni_verification(shape[1])
        return Identified(shape[1]) if good else Trouble(IdentifierProblem.DNI_CHECK)
    digits = compact(text)
    if digits == "00000000":
        return _counted(IdentifierProblem.DNI_FORMAT, digits)
    return _matched(r"\d{8}", digits, IdentifierProblem.DNI_FORMAT)


def read_ce(text: str) -> Reading:
    """Carné de extranjería: AYNI asks for 12 letters or digits, the cards bear 9; both are taken."""
    return _matched(r"[0-9A-Z]{9,12}", compact(text), IdentifierProblem.CE_FORMAT)


def read_passport(text: str) -> Reading:
    """6 to 12 letters or digits: AYNI asks for 12 (padded), countries print fewer."""
    return _matched(r"[0-9A-Z]{6,12}", compact(text), IdentifierProblem.PASSPORT_FORMAT)


def ruc_check_digit(first_ten: str) -> str:
    """The eleventh digit of a RUC: modulus 11 (10 becomes 0, 11 becomes 1)."""
    return str((11 - _weighed(first_ten, (5, 4, 3, 2, 7, 6, 5, 4, 3, 2))) % 10)


def read_ruc(text: str) -> Reading:
    """11 digits that begin with 10, 15, 16, 17 or 20 and end in their check digit."""
    ruc = compact(text)
    if not re.fullmatch(r"\d{11}", ruc, re.ASCII):
        return _counted(IdentifierProblem.RUC_FORMAT, ruc)
    if ruc[:2] not in {"10", "15", "16", "17", "20"}:
        return Trouble(IdentifierProblem.RUC_PREFIX)
    return Identified(ruc) if ruc_check_digit(ruc[:10]) == ruc[10] else Trouble(IdentifierProblem.RUC_CHECK)


def read_cuspp(text: str) -> Reading:
    """12 characters: 6 digits, 5 letters, 1 digit. The check digit's rule is not published."""
    return _matched(r"\d{6}[A-ZÑ]{5}\d", compact(text), IdentifierProblem.CUSPP_FORMAT)


def cuspp_doubt(cuspp: str, nombres: str, paterno: str, materno: str) -> Trouble | None:
    """Whether the letters disagree with the names: initials of all three, then the 4th letter of each surname.

    Only a doubt: short surnames and particles have rules that are not published, and are not judged.
    """
    given, father, mother = (_letters(name) for name in (nombres, paterno, materno))
    if not given or min(len(father), len(mother)) < 4 or " " in (paterno.strip() + materno.strip()):
        return None
    expected = given[0] + father[0] + mother[0] + father[3] + mother[3]
    if cuspp[6:11].replace("Ñ", "N") == expected:
        return None
    return Trouble(IdentifierProblem.CUSPP_LETTERS, {"expected": expected, "found": cuspp[6:11]})


def _letters(name: str) -> str:
    plain = unicodedata.normalize("NFKD", name).upper()
    return "".join(letter for letter in plain if "A" <= letter <= "Z")


def read_server_code(text: str) -> Reading:
    """Código modular del servidor: 10 digits, and perhaps the number of the post: 1099900011-1."""
    code = re.sub(r"\s*[-‐-―]\s*", "-", cleaned(text))
    return _matched(r"\d{10}(-\d{1,2})?", code, IdentifierProblem.SERVER_CODE_FORMAT)


def read_essalud(text: str) -> Reading:
    """EsSalud autogenerado: birth date as YYMMDD, a digit for the sex, 5 letters, 3 digits."""
    code = compact(text)
    if not re.fullmatch(r"\d{6}[01][A-ZÑ]{5}\d{3}", code, re.ASCII):
        return _counted(IdentifierProblem.ESSALUD_FORMAT, code)
    month, day = int(code[2:4]), int(code[4:6])
    real = 1 <= month <= 12 and 1 <= day <= (29 if month == 2 else 30 if month in {4, 6, 9, 11} else 31)
    return Identified(code) if real else Trouble(IdentifierProblem.ESSALUD_DATE)


def read_account(text: str) -> Reading:
    """Savings account of the Banco de la Nación: 11 digits, usually 04 first; "CTA- " before it is dropped."""
    digits = re.sub(r"^CTA", "", compact(text))
    if not re.fullmatch(r"\d{11}", digits, re.ASCII):
        return _counted(IdentifierProblem.ACCOUNT_FORMAT, digits)
    return Identified(digits, () if digits.startswith("04") else (Trouble(IdentifierProblem.ACCOUNT_START),))


def read_cci(text: str) -> Reading:
    """Código de cuenta interbancario: 20 digits. The format alone: no rule of its check digits is at hand."""
    return _matched(r"\d{20}", compact(text), IdentifierProblem.CCI_FORMAT)


def read_mobile(text: str) -> Reading:
    """9 digits that begin with 9; +51 or 0051 before them is dropped."""
    digits = re.sub(r"^(\+|00)?51(?=9\d{8}$)", "", re.sub(r"[()]", "", compact(text)))
    return _matched(r"9\d{8}", digits, IdentifierProblem.MOBILE_FORMAT)


def read_phone(text: str) -> Reading:
    """A mobile, or a fixed line of 6 to 9 digits with its area code."""
    mobile = read_mobile(text)
    if isinstance(mobile, Identified):
        return mobile
    return _matched(r"0?[1-8]\d{5,7}", re.sub(r"[()]", "", compact(text)), IdentifierProblem.PHONE_FORMAT)


def read_email(text: str) -> Reading:
    """One address; the domain in small letters. Says nothing of whether mail arrives."""
    address = cleaned(text).replace(" ", "")
    shape = re.fullmatch(r"([\w.+'-]+)@([\w-]+(?:\.[\w-]+)*\.[a-z]{2,})", address, re.ASCII | re.IGNORECASE)
    if not shape or ".." in address or address.startswith(".") or ".@" in address or len(address) > 254:
        return Trouble(IdentifierProblem.EMAIL_FORMAT)
    return Identified(f"{shape[1]}@{shape[2].lower()}")
