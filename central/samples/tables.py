"""The dated tables under `tables/`: what an amount, a rate or a rule was in a month. Not what is done with it.

A row holds from its month on, until a later row of the same key. A row may enter the payroll later than it holds
(`en_planilla`): whoever asks says up to which payroll he knows, and back pay is the difference of two such answers.
"""

import json
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from documents.payslip import Period

FOLDER = Path(__file__).with_name("tables")


@dataclass(frozen=True, slots=True)
class Row:
    """One dated value. The unit is its file's."""

    clave: str
    desde: Period  # the rule holds from here
    en_planilla: Period  # the payroll pays it from here
    valor: int
    norma: str
    supuesto: bool  # no published source: plausible only


def amount(table: str, key: str, period: Period) -> int:
    """The value as it should be in a month. KeyError when the table says nothing of that time."""
    return row(table, key, period, known=None).valor


def known_amount(table: str, key: str, period: Period, known: Period) -> int:
    """The value of `period` as the payroll of `known` pays it. KeyError as above."""
    return row(table, key, period, known=known).valor


@lru_cache(maxsize=65_536)
def row(table: str, key: str, period: Period, *, known: Period | None = None) -> Row:
    """The row that holds in a month, among those the payroll of `known` has (None: all)."""
    found = [
        line for line in series(table, key) if line.desde <= period and (known is None or line.en_planilla <= known)
    ]
    if not found:
        raise KeyError(f"{table}: nothing for {key} in {period}")
    return found[-1]


def series(table: str, key: str) -> tuple[Row, ...]:
    """All rows of a key, oldest first. KeyError when the table does not know it."""
    return _table(table)[key]


def keys(table: str) -> tuple[str, ...]:
    """What a table speaks of, in its own order."""
    return tuple(_table(table))


@cache
def late_periods(table: str, key: str) -> dict[Period, Period]:
    """Payrolls that begin to pay something which already held: payroll -> since when it held."""
    return {line.en_planilla: line.desde for line in series(table, key) if line.en_planilla > line.desde}


@cache
def rows(table: str) -> tuple[dict[str, Any], ...]:
    """The rows of a file as they stand; for the tables that are not dated amounts."""
    return tuple(json.loads((FOLDER / f"{table}.json").read_text(encoding="utf-8"))["filas"])


@cache
def _table(name: str) -> dict[str, tuple[Row, ...]]:
    found: dict[str, list[Row]] = {}
    for line in rows(name):
        since = Period.parse(line["desde"])
        entry = Row(
            clave=line["clave"],
            desde=since,
            en_planilla=Period.parse(line["en_planilla"]) if "en_planilla" in line else since,
            valor=line["valor"],
            norma=line["norma"],
            supuesto=line.get("supuesto", False),
        )
        found.setdefault(entry.clave, []).append(entry)
    return {key: tuple(sorted(lines, key=lambda line: line.desde)) for key, lines in found.items()}
