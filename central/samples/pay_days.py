"""The pay calendar: first pay day of each month, and when an additional payroll is paid."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta, timezone
from functools import cache

from central.records import PayDay
from central.samples import tables
from documents.payslip import Period

PUBLISHED_YEARS = range(2025, 2028)
ADDITIONAL_LATER = timedelta(days=7)  # assumed: additional payrolls are paid a week after, same weekday
THURSDAY = 3
PERU = timezone(timedelta(hours=-5))  # all year


def today_in_peru() -> date:
    """The date of the system clock, where the payroll is."""
    return datetime.now(PERU).date()


def pay_day(period: Period) -> date:
    """First pay day of a month: the table's; beyond the table the second Thursday."""
    known = _calendar().get(period)
    return known.fecha if known else _second_thursday(period)


def paid_on(period: Period, secuencia: int) -> date:
    """When a payroll of a month is paid; 0 is the monthly one."""
    return pay_day(period) + (ADDITIONAL_LATER if secuencia else timedelta())


def published_days(years: Iterable[int] = PUBLISHED_YEARS) -> tuple[PayDay, ...]:
    """The calendar as the office publishes it, by month."""
    wanted = set(years)
    return tuple(day for period, day in sorted(_calendar().items()) if period.year in wanted)


def last_paid(today: date) -> Period:
    """The newest month whose pay day has come."""
    period = Period(today.year, today.month)
    return period if pay_day(period) <= today else period.earlier()


@cache
def _calendar() -> dict[Period, PayDay]:
    days = [
        PayDay(
            periodo=Period.parse(line["periodo"]),
            fecha=date.fromisoformat(line["fecha"]),
            nota=line["nota"],
            norma=line["norma"],
        )
        for line in tables.rows("pay_days")
    ]
    return {day.periodo: day for day in days}


def _second_thursday(period: Period) -> date:
    eighth = date(period.year, period.month, 8)
    return eighth + timedelta(days=(THURSDAY - eighth.weekday()) % 7)
