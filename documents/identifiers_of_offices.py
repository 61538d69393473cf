"""Numbers that name schools, posts, places, offices and their papers; the other half of `documents.identifiers`.

Pure but for small bundled tables, read once: departments, provinces and districts (UBIGEO of INEI) and DRE/UGEL codes.
The table of places gives names and refuses nothing: districts are made every year.
"""

import csv
import json
import re
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

import resources
from documents.identifiers import Identified, IdentifierProblem, Reading, Trouble, cleaned, compact

EARLIEST_RESOLUTION = 1900

# Resolutions by their abbreviation, and how people write them out.
RESOLUTION_KINDS: Mapping[str, str] = MappingProxyType(
    {
        "RDR": "RESOLUCION DIRECTORAL REGIONAL",
        "RGGR": "RESOLUCION GERENCIAL GENERAL REGIONAL",
        "RGR": "RESOLUCION GERENCIAL REGIONAL",
        "RER": "RESOLUCION EJECUTIVA REGIONAL",
        "RSG": "RESOLUCION DE SECRETARIA GENERAL",
        "RVM": "RESOLUCION VICEMINISTERIAL",
        "RM": "RESOLUCION MINISTERIAL",
        "RS": "RESOLUCION SUPREMA",
        "RJ": "RESOLUCION JEFATURAL",
        "RD": "RESOLUCION DIRECTORAL",
    }
)
_RESOLUTION = re.compile(
    r"(?P<kind>[A-Z]+)\s*(?:N|NRO|NUM|NUMERO|NO)?\s*\.?\s*[°º:]?\s*(?P<number>\d{1,6})\s*-\s*(?P<year>\d{4})"
    r"(?:\s*[-/ ]\s*(?P<sigla>[0-9A-ZÑ][0-9A-ZÑ./ -]*))?",
    re.ASCII | re.VERBOSE,
)


def read_school_code(text: str) -> Reading:
    """Código modular de la IE: 7 digits and perhaps the anexo ("0512345-0"). Of six digits the zero got lost."""
    code = re.sub(r"\s*[-/‐-―]\s*", "-", cleaned(text))
    shape = re.fullmatch(r"(\d{6,7})(-\d)?", code, re.ASCII)
    if not shape:
        return Trouble(IdentifierProblem.SCHOOL_CODE_FORMAT)
    value = shape[1].zfill(7) + (shape[2] or "")
    padded = Trouble(IdentifierProblem.SCHOOL_CODE_PADDED, {"value": value})
    return Identified(value, (padded,) if len(shape[1]) == 6 else ())


def read_local_code(text: str) -> Reading:
    """Código del local educativo: 6 digits."""
    code = compact(text)
    good = re.fullmatch(r"\d{6}", code, re.ASCII)
    return Identified(code) if good else Trouble(IdentifierProblem.LOCAL_CODE_FORMAT)


def read_post(text: str) -> Reading:
    """Código de plaza NEXUS: 12 letters or digits. Its inner grammar is not published."""
    code = compact(text)
    if re.fullmatch(r"[0-9A-Z]{12}", code, re.ASCII):
        return Identified(code)
    return Trouble(IdentifierProblem.POST_FORMAT, {"count": str(len(code))})


@cache
def departments() -> Mapping[str, str]:
    """INEI departments by their two digits: "12" -> "Junín"."""
    rows = json.loads(resources.path("catalogues", "departments.json").read_text(encoding="utf-8"))
    return MappingProxyType({row["codigo"]: row["nombre"] for row in rows["departments"]})


@cache
def _places() -> Mapping[str, str]:
    """Provinces by four digits, districts by six (INEI): "2111" -> "San Román", "211101" -> "Juliaca"."""
    with resources.path("catalogues", "ubigeo.csv").open(encoding="utf-8", newline="") as file:
        return MappingProxyType({row["codigo"]: row["nombre"] for row in csv.DictReader(file)})


def place_name(ubigeo: str) -> str:
    """ "Juliaca, San Román, Puno"; "" for a code that the table does not know: districts are made every year."""
    district = _places().get(ubigeo, "") if len(ubigeo) == len("211101") else ""
    if not district:
        return ""
    return ", ".join((district, _places().get(ubigeo[:4], ""), departments().get(ubigeo[:2], "")))


def read_ubigeo(text: str) -> Reading:
    """INEI code, 6 digits: department (01 to 25), province and district, none of them 00."""
    code = compact(text)
    if not re.fullmatch(r"\d{6}", code, re.ASCII) or "00" in (code[2:4], code[4:]):
        return Trouble(IdentifierProblem.UBIGEO_FORMAT)
    if code[:2] not in departments():
        return Trouble(IdentifierProblem.UBIGEO_DEPARTMENT, {"found": code[:2]})
    return Identified(code)


@cache
def offices() -> Mapping[str, str]:
    """DRE, GRE and UGEL by code: "120001" -> "UGEL HUANCAYO"."""
    with resources.path("catalogues", "ugel.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return MappingProxyType(
        {row["cod_dre"]: row["dre"] for row in rows} | {row["cod_ugel"]: row["ugel"] for row in rows}
    )


def read_office(text: str) -> Reading:
    """Code of a DRE, GRE or UGEL: 6 digits that the bundled table knows."""
    code = compact(text)
    if not re.fullmatch(r"\d{6}", code, re.ASCII):
        return Trouble(IdentifierProblem.OFFICE_FORMAT)
    return Identified(code) if code in offices() else Trouble(IdentifierProblem.OFFICE_UNKNOWN, {"found": code})


def read_expediente(text: str) -> Reading:
    """Number of a file at a mesa de partes: every office has its own form; alphabet and length are checked."""
    code = cleaned(text).upper()
    good = re.fullmatch(r"(?=.*\d)[0-9A-ZÑ][0-9A-ZÑ°º./ -]{0,39}", code, re.ASCII)
    return Identified(code) if good else Trouble(IdentifierProblem.EXPEDIENTE_FORMAT)


def is_sinad(expediente: str) -> bool:
    """Whether it has the form of SINAD, which also gives a key to follow it: MPT-FUT2026-EXT-123."""
    return re.fullmatch(r"MPT-FUT\d{4}-EXT-\d+", expediente, re.ASCII) is not None


def read_resolution(text: str) -> Reading:
    """`RD N° 1234-2013-UGEL-H`, from the many ways it is written. Zeros before the number stay: they are printed so."""
    shape = _RESOLUTION.fullmatch(_abbreviated(cleaned(text).upper()))
    if not shape or shape["kind"] not in RESOLUTION_KINDS or not int(shape["number"]):
        return Trouble(IdentifierProblem.RESOLUTION_FORMAT)
    if int(shape["year"]) < EARLIEST_RESOLUTION:
        return Trouble(IdentifierProblem.RESOLUTION_YEAR, {"year": shape["year"]})
    sigla = re.sub(r"\s*([-/])\s*", r"\1", shape["sigla"] or "").strip(" .-/")
    return Identified(f"{shape['kind']} N° {shape['number']}-{shape['year']}" + (f"-{sigla}" if sigla else ""))


def resolution_key(resolution: str) -> tuple[str, int, int]:
    """(kind, year, number) of a normal form: by it two spellings of one resolution are the same."""
    kind, _, rest = resolution.partition(" N° ")
    number, year = rest.split("-")[:2]
    return kind, int(year), int(number)


def _abbreviated(text: str) -> str:
    """Words and dots of the kind made into its abbreviation; any dash made a hyphen."""
    plain = re.sub(r"[‐-―]", "-", text).replace("Ó", "O").replace("Í", "I")
    for short, long in RESOLUTION_KINDS.items():
        if re.match(rf"{long}(?![A-Z])", plain.replace(". ", " ")):
            return short + " " + plain.replace(". ", " ")[len(long) :].lstrip(" .")
    head = re.match(r"(?:[A-MO-Z]\s*\.\s*){2,4}", plain)
    return re.sub(r"[\s.]", "", head[0]) + " " + plain[head.end() :] if head else re.sub(r"^([A-Z]+)\.", r"\1 ", plain)
