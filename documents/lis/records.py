"""What is read from a .lis file: payslips as the file has them, what was not understood, and what the index needs.

Money is integer céntimos; texts are as printed, without the spaces around them. Lines count from 1, offsets are bytes
of the file (Latin-1: one character, one byte).
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final, NamedTuple

LONGEST_EXCERPT: Final = 80


class Trouble(StrEnum):
    """What is wrong with a line, or with a payslip as a whole (then at its first line)."""

    LINE = "line"  # no form of any variant
    VALUE = "value"  # the label is known, what stands after it is not what belongs there
    STRAY = "stray"  # outside of any payslip
    TWICE = "twice"  # the field was there already, with another value
    MISSING = "missing"  # a payslip without a field that it must have
    CUT = "cut"  # the payslip has no totals: the file was cut short, or a page is missing
    SUMS_INCOME = "sums-income"
    SUMS_DEDUCTIONS = "sums-deductions"
    SUMS_NET = "sums-net"


class State(StrEnum):
    """What can be done with a payslip."""

    GOOD = "good"  # every line understood, and it adds up
    REMARKS = "remarks"  # it adds up, and something in it was not understood
    SUMS = "sums"  # it does not add up: shown as text, never printed as a payslip
    BROKEN = "broken"  # without totals, month, name or document


@dataclass(frozen=True, slots=True)
class Remark:
    """One thing not understood."""

    line: int
    trouble: Trouble
    text: str  # the line, or the names of what is missing; at most 80 characters


class LisPerson(NamedTuple):
    """Whose payslip it is, as printed."""

    doc_numero: str
    apellidos: str
    nombres: str
    codigo_modular: str


class LisPlace(NamedTuple):
    """Where somebody worked and as what, as printed; pensioners have the kind of their pension for a cargo."""

    establecimiento: str
    cargo: str


class Entry(NamedTuple):
    """What the index keeps of one payslip. A tuple, because a file has hundreds of thousands."""

    offset: int
    length: int
    line: int
    person: LisPerson
    periodo: int  # 201503; 0 when unknown
    secuencia: int  # 1.. = number of the additional payroll
    tipo_planilla: str
    numero_boleta: str
    haberes: int
    descuentos: int
    liquido: int
    state: State
    place: LisPlace


@dataclass(frozen=True, slots=True)
class ConceptCell:
    """One concept: its sign in the file, the mnemonic, and the amount, which may be below zero."""

    sign: str
    codigo: str
    monto: int


@dataclass(frozen=True, slots=True)
class LisSlip:
    """One payslip, whole, as read. `fields` by the names of the catalogue; blank ones are ""."""

    line: int
    lines: int
    fields: dict[str, str]
    cells: tuple[ConceptCell, ...]
    messages: tuple[str, ...]
    pages: int
    remarks: tuple[Remark, ...]
    state: State


def excerpt(text: str) -> str:
    """A line as remarks keep it."""
    tidy = "".join(letter if letter.isprintable() else " " for letter in text).strip()
    return tidy if len(tidy) <= LONGEST_EXCERPT else tidy[: LONGEST_EXCERPT - 1] + "…"
