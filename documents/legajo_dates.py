"""Dates as people in Peru write them: 31/12/2026, 31-12-2026, 31.12.2026, 31122026, 31 de diciembre de 2026. Pure.

Day before month, always; a year of two figures is asked again rather than guessed.
"""

import re
from datetime import date
from enum import StrEnum

from documents.identifiers import cleaned
from documents.payslip import MONTHS


class DateProblem(StrEnum):
    """Why a date cannot be read. Argument of each: example."""

    UNREADABLE = "date-unreadable"
    SHORT_YEAR = "date-short-year"
    IMPOSSIBLE = "date-impossible"  # 31/02/2026


_MONTH_NUMBERS = {name: number for number, name in enumerate(MONTHS, 1)} | {"septiembre": 9}
_FIGURES = re.compile(r"(\d{1,2})\s*[/.\- ]\s*(\d{1,2})\s*[/.\- ]\s*(\d{4}|\d{2})", re.ASCII)
_WORDS = re.compile(r"(\d{1,2})\s*(?:de\s+)?([a-z]{3,10})\.?\s*(?:del?\s+)?,?\s*(\d{4}|\d{2})", re.ASCII)


def read_date(text: str) -> date | DateProblem:
    """The day meant. ISO (2026-12-31) is read too."""
    typed = cleaned(text).lower()
    iso = re.fullmatch(r"(\d{4})-(\d{2})-(\d{2})", typed, re.ASCII)
    if iso:
        return _day(iso[1], iso[2], iso[3])
    shape = _FIGURES.fullmatch(typed) or re.fullmatch(r"(\d{2})(\d{2})(\d{4})", typed, re.ASCII)
    if shape:
        return _day(shape[3], shape[2], shape[1])
    words = _WORDS.fullmatch(typed)
    month = _month(words[2]) if words else None
    return _day(words[3], str(month), words[1]) if words and month else DateProblem.UNREADABLE


def _month(word: str) -> int | None:
    """The number of a month by its name or an abbreviation of three letters or more."""
    return next((number for name, number in _MONTH_NUMBERS.items() if name.startswith(word)), None)


def _day(year: str, month: str, day: str) -> date | DateProblem:
    if len(year) == 2:
        return DateProblem.SHORT_YEAR
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return DateProblem.IMPOSSIBLE
