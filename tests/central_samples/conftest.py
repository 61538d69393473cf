"""The cast and a crowd, generated once; and the tables as they stand in the files, read without the code under test."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from central.samples.population import SamplePerson, generate
from documents.payslip import Payslip, Period

UNTIL = Period(2026, 12)
TABLES = Path(__file__).resolve().parents[2] / "central" / "samples" / "tables"

Lookup = Callable[[str, str, Period], int]


@pytest.fixture(scope="session")
def cast() -> tuple[SamplePerson, ...]:
    """The nine, to December 2026."""
    return tuple(generate(9, 1, UNTIL))


@pytest.fixture(scope="session")
def crowd() -> tuple[SamplePerson, ...]:
    """A hundred people, the cast first; two receive a retention besides the cast's."""
    return tuple(generate(100, 7, UNTIL))


@pytest.fixture(scope="session")
def boletas(crowd: tuple[SamplePerson, ...]) -> tuple[Payslip, ...]:
    """All their payslips."""
    return tuple(payslip for person in crowd for payslip in person.payslips)


@pytest.fixture(scope="session")
def look_up() -> Lookup:
    """The value of a key in a month, by the months from which the payroll pays it."""
    tables = {path.stem: json.loads(path.read_text(encoding="utf-8"))["filas"] for path in TABLES.glob("*.json")}

    def find(table: str, key: str, period: Period) -> int:
        rows = [row for row in tables[table] if row["clave"] == key]
        begun = [row for row in rows if row.get("en_planilla", row["desde"]) <= str(period)]
        return int(max(begun, key=lambda row: row["desde"])["valor"])

    return find
