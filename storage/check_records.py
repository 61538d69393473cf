"""Batches of checked documents: what is kept of each file, and how far a batch is. Frozen, no SQL."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from documents.seal.verdict import Colour, ReasonCode, VerdictCode


class OfficeWord(StrEnum):
    """What the office's own data say of a file."""

    NONE = ""  # nothing is kept of that person and month, or the file does not say whose it is
    SAME = "same"  # byte for byte the file that came from the office
    AGREES = "agrees"  # the totals are those of the office's payslip
    DIFFERS = "differs"


@dataclass(frozen=True, slots=True)
class Batch:
    """One batch. It is over when `checked` has come to `files`."""

    number: int
    name: str
    begun_at: datetime
    ended_at: datetime | None
    files: int
    checked: int


@dataclass(frozen=True, slots=True)
class BatchRow:
    """One file as lists show it; twenty thousand of them are held in memory, so the verdict itself stays on disk."""

    position: int  # from 0, in the order in which the files were found
    path: str
    sha256: str = ""
    code: VerdictCode | None = None  # None: not checked yet
    colour: Colour | None = None
    test: bool = False
    office: OfficeWord = OfficeWord.NONE
    doc_numero: str = ""
    person: str = ""  # APELLIDOS, NOMBRES as signed
    issuer: str = ""
    reasons: tuple[ReasonCode, ...] = ()
