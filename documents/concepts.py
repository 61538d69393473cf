"""What the abbreviations on a payslip mean, in words a teacher understands.

The bundled catalogue is a first copy; what the office sends lies over it. The same concept is spelled in several ways
("rim_ley29944", "RIM_Ley 29944"), so codes are compared by their letters and digits alone. This module explains and
never computes: what a line should amount to is the payroll office's business.
"""

import json
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache
from typing import Protocol

import resources
from documents.payslip import Period

UNKNOWN = "No tenemos explicación para este concepto; consulte a planillas de su UGEL."


class ConceptKind(StrEnum):
    """Which side of the payslip a concept stands on."""

    HABER = "haber"
    DESCUENTO = "descuento"


class SentConcept(Protocol):
    """A text the office sent; has the attributes of `storage.records.ConceptText`."""

    @property
    def codigo(self) -> str: ...
    @property
    def nombre(self) -> str: ...
    @property
    def explicacion(self) -> str: ...
    @property
    def norma(self) -> str: ...
    @property
    def desde(self) -> Period: ...
    @property
    def hasta(self) -> Period | None: ...


@dataclass(frozen=True, slots=True)
class ConceptExplanation:
    """A concept in plain words. `codigo` is as it was asked; `norma` is "" when we know of none."""

    codigo: str
    nombre: str
    explicacion: str
    norma: str


@dataclass(frozen=True, slots=True)
class CatalogueEntry:
    """One bundled text. `desde` and `hasta` (inclusive) bound the months it speaks of; None is unbounded."""

    codigo: str
    clase: ConceptKind
    nombre: str
    explicacion: str
    norma: str
    desde: Period | None
    hasta: Period | None
    alias: tuple[str, ...]
    patron: str  # regular expression over the folded code, or ""


@lru_cache(maxsize=4096)
def folded(codigo: str) -> str:
    """A code as it is compared: "D.U. 090-96" and "du09096" are the same. Letters lose their tildes."""
    plain = unicodedata.normalize("NFKD", codigo).casefold()
    return "".join(letter for letter in plain if letter.isalnum())


class Concepts:
    """The bundled catalogue, by folded code."""

    def __init__(self, entries: Iterable[CatalogueEntry]) -> None:
        self.entries = tuple(entries)
        self._by_code: dict[str, list[CatalogueEntry]] = {}
        for entry in self.entries:
            for name in {folded(spelling) for spelling in (entry.codigo, *entry.alias)}:
                self._by_code.setdefault(name, []).append(entry)
        self._patterns = [(re.compile(entry.patron), entry) for entry in self.entries if entry.patron]

    def explain(self, codigo: str, periodo: Period, overrides: Iterable[SentConcept] = ()) -> ConceptExplanation:
        """The words for a code in a month: what the office sent, else the bundled text, else the honest sentence."""
        entry = self._entry(codigo, periodo)
        names = {folded(codigo)} | ({folded(entry.codigo)} if entry else set())
        sent = [text for text in overrides if folded(text.codigo) in names and _holds(text.desde, text.hasta, periodo)]
        found = max(sent, key=lambda text: text.desde, default=None) or entry
        if found is None:
            return ConceptExplanation(codigo, codigo, UNKNOWN, "")
        return ConceptExplanation(codigo, found.nombre, found.explicacion, found.norma)

    def _entry(self, codigo: str, periodo: Period) -> CatalogueEntry | None:
        """The entry of that month, or the nearest one: what an abbreviation means changes slowly."""
        name = folded(codigo)
        known = self._by_code.get(name) or [entry for pattern, entry in self._patterns if pattern.fullmatch(name)]
        return min(known, key=lambda entry: _distance(entry, periodo), default=None)


@cache
def load() -> Concepts:
    """The bundled catalogue, read once."""
    text = resources.path("catalogues", "concepts.json").read_text(encoding="utf-8")
    return Concepts(_entry_from(row) for row in json.loads(text)["concepts"])


def _entry_from(row: dict[str, object]) -> CatalogueEntry:
    alias = row["alias"]
    if not isinstance(alias, list):
        raise TypeError(f"alias of {row['codigo']}")
    return CatalogueEntry(
        codigo=str(row["codigo"]),
        clase=ConceptKind(str(row["clase"])),
        nombre=str(row["nombre"]),
        explicacion=str(row["explicacion"]),
        norma=str(row["norma"]),
        desde=Period.parse(str(row["desde"])) if row["desde"] else None,
        hasta=Period.parse(str(row["hasta"])) if row["hasta"] else None,
        alias=tuple(map(str, alias)),
        patron=str(row.get("patron", "")),
    )


def _holds(desde: Period | None, hasta: Period | None, periodo: Period) -> bool:
    return (desde is None or desde <= periodo) and (hasta is None or periodo <= hasta)


def _distance(entry: CatalogueEntry, periodo: Period) -> int:
    """Months between a month and the validity of an entry; 0 inside."""
    before = _months(entry.desde) - _months(periodo) if entry.desde else 0
    after = _months(periodo) - _months(entry.hasta) if entry.hasta else 0
    return max(0, before, after)


def _months(periodo: Period) -> int:
    return periodo.year * 12 + periodo.month
