"""Fifth-category income tax (renta de quinta categoría): the monthly procedure of the income tax law. Pure.

The income of the year is projected, seven UIT are free, the rest is taxed by brackets; what is still to be withheld is
spread over the year by the procedure's divisors.
"""

from collections.abc import Sequence

from central.samples.amounts import half_up, portion
from central.samples.tables import amount
from documents.payslip import Period

FREE_UIT = 7
BRACKET_UIT = (5, 20, 35, 45)  # upper ends of the brackets; the last has none
DIVISORS = (12, 12, 12, 9, 8, 8, 8, 5, 4, 4, 4, 1)
COUNTED_MONTHS = (0, 0, 0, 3, 4, 4, 4, 7, 8, 8, 8, 11)  # whose withholdings are deducted, in each month


def annual_tax(income: int, year: int) -> int:
    """The tax on a year's income, both in céntimos."""
    uit = amount("uit", "uit", Period(year, 1))
    left = income - FREE_UIT * uit
    tax, lower = 0, 0
    for bracket, upper in enumerate((*BRACKET_UIT, None), start=1):
        if left <= 0:
            break
        within = left if upper is None else min(left, (upper - lower) * uit)
        tax += portion(within, amount("rates", f"renta/tramo/{bracket}", Period(year, 1)))
        left -= within
        lower = upper or lower
    return tax


def withholding(projected: int, withheld: Sequence[int], period: Period) -> int:
    """What to withhold in a month. `withheld`: céntimos of each earlier month of the year, from January."""
    month = period.month - 1
    left = annual_tax(projected, period.year) - sum(withheld[: COUNTED_MONTHS[month]])
    return half_up(left, DIVISORS[month]) if left > 0 else 0
