"""What each mesa de partes accepts: size, number of files, folios, hours. Facts with dates, from a bundled catalogue.

What is published changes without notice: every entry names where it was read, and the caller may lay a newer catalogue
over this one. Sizes are decimal megabytes (1 MB = 1,000,000 bytes): the smaller reading of a limit is the safe one.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any, Final

import resources
from documents.packet.folios import Direction, Foliation

MEGABYTE: Final = 1_000_000
DEFAULT_KEY: Final = "general"


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """One destination in a span of time (`desde`, `hasta` included; None is unbounded)."""

    clave: str
    nombre: str
    codigo: str  # of the UGEL or DRE, "" for others
    desde: date | None
    hasta: date | None
    max_file_bytes: int
    max_total_bytes: int
    max_files: int
    needs_folios: bool
    foliation: Foliation
    hours: str
    cut_off: str  # "15:30": what comes later counts as of the next business day; "" when none is published
    confirms_by_mail: bool
    closing_page: bool
    notas: tuple[str, ...]
    fuente: str

    def holds(self, day: date) -> bool:
        """Whether these rules are those of that day."""
        return (self.desde is None or self.desde <= day) and (self.hasta is None or day <= self.hasta)


class Destinations:
    """A catalogue of profiles. Unknown destinations get the careful default."""

    def __init__(self, profiles: Sequence[Profile]) -> None:
        self.profiles = tuple(profiles)
        if not any(profile.clave == DEFAULT_KEY and profile.desde is None for profile in self.profiles):
            raise ValueError(f"no {DEFAULT_KEY!r} without beginning")

    def find(self, destination: str, day: date) -> Profile:
        """The profile whose key or UGEL code is `destination`, on that day; else the default of that day."""
        return self._latest(destination, day) or self._latest(DEFAULT_KEY, day) or self._default()

    def _latest(self, destination: str, day: date) -> Profile | None:
        found = [each for each in self.profiles if destination in {each.clave, each.codigo or None} and each.holds(day)]
        return max(found, key=lambda each: each.desde or date.min, default=None)

    def _default(self) -> Profile:
        return next(each for each in self.profiles if each.clave == DEFAULT_KEY and each.desde is None)


@cache
def load() -> Destinations:
    """The bundled catalogue, read once."""
    return read(resources.path("catalogues", "mesa_de_partes.json").read_text(encoding="utf-8"))


def read(text: str) -> Destinations:
    """A catalogue from JSON. Raises ValueError, KeyError or TypeError for one that is not well made."""
    return Destinations([_profile(row) for row in json.loads(text)["destinos"]])


def _profile(row: Mapping[str, Any]) -> Profile:
    total = _bytes(row["max_mb_total"])
    return Profile(
        clave=str(row["clave"]),
        nombre=str(row["nombre"]),
        codigo=str(row["codigo"]),
        desde=_day(row["desde"]),
        hasta=_day(row["hasta"]),
        max_file_bytes=min(total, _bytes(row["max_mb_archivo"])),
        max_total_bytes=total,
        max_files=_positive(row["max_archivos"]),
        needs_folios=bool(row["exige_folios"]),
        foliation=_foliation(row["foliacion"]),
        hours=str(row["horario"]),
        cut_off=str(row["hora_limite"]),
        confirms_by_mail=bool(row["confirma_por_correo"]),
        closing_page=bool(row["hoja_final"]),
        notas=tuple(map(str, row["notas"])),
        fuente=str(row["fuente"]),
    )


def _foliation(row: Mapping[str, Any]) -> Foliation:
    return Foliation(
        direction=Direction(row["sentido"]),
        start=_positive(row["inicio"]),
        in_letters=bool(row["en_letras"]),
        blank_sheets=bool(row["hojas_en_blanco"]),
        per_tome=_positive(row["por_tomo"]),
    )


def _positive(value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or value < 1:
        raise ValueError(f"{value!r} is not a positive whole number")
    return value


def _bytes(megabytes: object) -> int:
    if not isinstance(megabytes, int | float) or megabytes <= 0:
        raise ValueError(f"{megabytes!r} megabytes")
    return int(megabytes * MEGABYTE)


def _day(text: object) -> date | None:
    return date.fromisoformat(str(text)) if text else None
