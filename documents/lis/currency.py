"""Which currency a payroll month was paid in. Files do not say, the law does, and amounts of two are never added up.

Soles de oro until January 1985 (Ley 24064), intis until June 1991, soles since July 1991 (Ley 25295; "nuevos soles"
until 2015 by name, Ley 30381). Months are 199107.
"""

from typing import Final

SOL_SINCE: Final = 199107
INTI_SINCE: Final = 198502


def is_in_soles(periodo: int) -> bool:
    """Whether amounts of this month are in the currency of today; an unknown month (0) is not."""
    return periodo >= SOL_SINCE
