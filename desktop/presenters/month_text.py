"""A month as people write it: "enero 2025", "ene-2025", "01/2025", "2025-01". Pure."""

import re
from typing import Final

from documents.folding import fold
from documents.payslip import MONTHS, Period

FIRST_YEAR: Final = 1960  # of the oldest payrolls that offices keep
LAST_YEAR: Final = 2099
_PARTS: Final = re.compile(r"[A-Z]+|\d+")
_ABBREVIATED: Final = 3  # letters of a month's name that tell it from the others


def month_text(period: Period) -> str:
    """enero 2025"""
    return f"{MONTHS[period.month - 1].lower()} {period.year}"


def read_month(typed: str) -> Period | None:
    """What was typed; None when it is no month, or might be two. Years of two figures are of this century, or of 19xx
    from 60 on.
    """
    parts = [part for part in _PARTS.findall(fold(typed)) if part not in {"DE", "DEL"}]
    if len(parts) == 1 and parts[0].isdecimal() and len(parts[0]) == 6:
        parts = [parts[0][:4], parts[0][4:]]  # 202501, as payroll files have it
    if len(parts) != 2:
        return None
    first, second = parts
    if first.isdecimal() and len(first) == 4:
        first, second = second, first
    year, month = _year(second), _month(first)
    return Period(year, month) if year and month else None


def _month(written: str) -> int:
    if written.isdecimal():
        return int(written) if len(written) <= 2 and 1 <= int(written) <= 12 else 0
    if written in {"SEPT", "SEPTIEMBRE"}:
        return 9
    if len(written) < _ABBREVIATED:
        return 0
    return next((at for at, name in enumerate(MONTHS, start=1) if fold(name).startswith(written)), 0)


def _year(written: str) -> int:
    if not written.isdecimal() or len(written) not in {2, 4}:
        return 0
    year = int(written)
    if len(written) == 2:
        year += 2000 if year < FIRST_YEAR % 100 else 1900
    return year if FIRST_YEAR <= year <= LAST_YEAR else 0
