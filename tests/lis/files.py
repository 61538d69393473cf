"""Payroll files of invented people, for tests."""

from central.samples.lis import Blemish, LisMonth, lis_file
from central.samples.lis_layouts import LAYOUTS
from central.samples.lis_people import lis_people
from documents.lis.records import Entry, Remark
from documents.lis.scanning import Scanner

PEOPLE = lis_people(40, 7)
REGIONS = tuple(LAYOUTS)


def month(layout: str = "junin", *, year: int = 2015, number: int = 3, **blemishes: int) -> bytes:
    """A file of forty; `blemishes`: name of a blemish -> whose payslip."""
    odd = {place: Blemish[name] for name, place in blemishes.items()}
    return lis_file(LisMonth(layout, year, number, PEOPLE, blemishes=odd))


def scanned(content: bytes) -> tuple[list[Entry], list[Remark]]:
    """All of a file at once."""
    scanner = Scanner()
    scanner.scan(content.decode("latin-1"), 0, 1)
    return scanner.entries, scanner.remarks
