"""Instants and days as the legajo writes them. Peru keeps one time all year, five hours behind UTC."""

from datetime import UTC, date, datetime, timedelta, timezone

from documents.working_days import bundled

PERU = timezone(timedelta(hours=-5))
OFFICE_DAYS = 10  # working days that the office has, from the filing
MENDING = "subsanacion"  # the person's term after an observation, by its code in the calendar
COMPLETING = "subsanacion_mesa"  # and after the mesa de partes found something wanting


def instant(seconds: int) -> str:
    """RFC 3339."""
    return datetime.fromtimestamp(seconds, UTC).isoformat()


def day_in_peru(seconds: int) -> date:
    """The day it is there then."""
    return datetime.fromtimestamp(seconds, PERU).date()


def office_deadline(filed_at: int) -> date:
    """The last day of the office's term; what comes on a day off counts as received on the next working day."""
    calendar = bundled()
    return calendar.after(calendar.received(day_in_peru(filed_at)), OFFICE_DAYS)


def mending_deadline(observed_at: int) -> date:
    """The last day on which the person may mend what was observed."""
    return bundled().deadline(MENDING, day_in_peru(observed_at))


def completing_deadline(received_at: int) -> date:
    """The last day on which the person may complete what the mesa de partes found wanting (TUO Ley 27444, art. 136)."""
    return bundled().deadline(COMPLETING, day_in_peru(received_at))
