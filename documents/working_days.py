"""Working days in Peru (días hábiles): which days they are, and until when a term in working days runs. Pure.

Holidays are data (`resources/catalogues/working_days.json`): fixed ones with the year they began, the two that move
with Easter, and extra days (decreed non-working days, a region's own holidays), which the office sends. Terms are the
same data. A term is counted from the working day after the one it starts from (TUO Ley 27444).
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from functools import cache, lru_cache

import msgspec

import resources
from documents.errors import DocumentError

FIRST_YEAR = 1992  # of the law that lists the holidays (D.Leg. 713)
LAST_YEAR = 2199  # beyond it a date is a mistake
_DAY = timedelta(days=1)


class WorkingDaysError(DocumentError):
    """The table of holidays is not one this version can use, or a day is outside of the years it speaks of."""


class FixedHoliday(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The same day every year since `desde`."""

    mes: int
    dia: int
    nombre: str
    desde: int
    norma: str
    hasta: int | None = None


class MovableHoliday(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """So many days from Easter Sunday every year since `desde`."""

    desde_pascua: int
    nombre: str
    desde: int
    norma: str
    hasta: int | None = None


class ExtraDay(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One day of one year."""

    fecha: date
    nombre: str
    norma: str


class TermStart(StrEnum):
    """What a term is counted from."""

    NOTICE = "notificacion"  # the person's own term: a notice on a Sunday still makes Monday the first day
    RECEPTION = "recepcion"  # the office's: what arrives on a Sunday counts as received on Monday


class Term(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A legal term in working days."""

    codigo: str
    dias: int
    desde: TermStart
    nombre: str
    norma: str


class _File(msgspec.Struct, forbid_unknown_fields=True):
    version: int
    feriados: tuple[FixedHoliday, ...]
    movibles: tuple[MovableHoliday, ...]
    no_laborables: tuple[ExtraDay, ...]
    plazos: tuple[Term, ...]


@dataclass(frozen=True, slots=True)
class Calendar:
    """What days are worked on, and the terms counted in them."""

    version: int
    fixed: tuple[FixedHoliday, ...]
    movable: tuple[MovableHoliday, ...]
    extra: tuple[ExtraDay, ...]
    terms: tuple[Term, ...]

    def holidays(self, year: int) -> dict[date, str]:
        """The holidays and extra days of a year, in order, with their names."""
        return dict(sorted(self._named(year)))

    def is_working(self, day: date) -> bool:
        """Monday to Friday and no holiday."""
        _check(day)
        return day.weekday() < 5 and day not in _days_off(self, day.year)

    def after(self, day: date, days: int) -> date:
        """The working day that is number `days` after a day, which is not counted itself."""
        if days < 0:
            raise ValueError("days are counted forward")
        current = day
        for _ in range(days):
            current = self.received(current + _DAY)
        return current

    def received(self, day: date) -> date:
        """The day a paper counts as received: that day, or the next working day."""
        while not self.is_working(day):
            day += _DAY
        return day

    def between(self, start: date, end: date) -> int:
        """Working days after `start` until `end`, `end` counted; none when it lies before."""
        days = (start + _DAY * number for number in range(1, (end - start).days + 1))
        return sum(1 for day in days if self.is_working(day))

    def term(self, code: str) -> Term:
        """A legal term by its code; KeyError."""
        for term in self.terms:
            if term.codigo == code:
                return term
        raise KeyError(code)

    def deadline(self, code: str, start: date) -> date:
        """The last day of a term for what was notified or arrived on `start`. KeyError of an unknown term.

        Where a day off leaves doubt, a person's own term gets the earlier day, the office's the later.
        """
        term = self.term(code)
        return self.after(self.received(start) if term.desde is TermStart.RECEPTION else start, term.dias)

    def with_extra(self, days: Iterable[ExtraDay]) -> "Calendar":
        """The same calendar and more days off."""
        return replace(self, extra=(*self.extra, *days))

    def _named(self, year: int) -> Iterator[tuple[date, str]]:
        for fixed in self.fixed:
            if _in_force(fixed, year):
                yield date(year, fixed.mes, fixed.dia), fixed.nombre
        sunday = easter(year)
        for movable in self.movable:
            if _in_force(movable, year):
                yield sunday + _DAY * movable.desde_pascua, movable.nombre
        yield from ((day.fecha, day.nombre) for day in self.extra if day.fecha.year == year)


@cache
def easter(year: int) -> date:
    """Easter Sunday of a year of the Gregorian calendar (the anonymous computus of 1876)."""
    golden, (century, rest) = year % 19, divmod(year, 100)
    leap, left = divmod(century, 4)
    shift = (century - (century + 8) // 25 + 1) // 3
    epact = (19 * golden + century - leap - shift + 15) % 30
    quarter, spare = divmod(rest, 4)
    weekday = (32 + 2 * left + 2 * quarter - epact - spare) % 7
    late = (golden + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * late + 114, 31)
    return date(year, month, day + 1)


def read_calendar(data: bytes) -> Calendar:
    """From JSON; WorkingDaysError when it is not what this version knows or names a day that does not exist."""
    try:
        read = msgspec.json.decode(data, type=_File)
        for holiday in read.feriados:
            date(2023, holiday.mes, holiday.dia)  # no leap year: a holiday on 29 February would not come every year
    except (msgspec.DecodeError, ValueError) as error:
        raise WorkingDaysError(str(error)) from error
    if any(abs(holiday.desde_pascua) > 80 for holiday in read.movibles):
        raise WorkingDaysError("a movable holiday leaves its year")
    if any(term.dias < 1 for term in read.plazos):
        raise WorkingDaysError("a term without days")
    return Calendar(read.version, read.feriados, read.movibles, read.no_laborables, read.plazos)


@cache
def bundled() -> Calendar:
    """The first copy that comes with the program, read on first use."""
    return read_calendar(resources.path("catalogues", "working_days.json").read_bytes())


def _in_force(holiday: FixedHoliday | MovableHoliday, year: int) -> bool:
    return holiday.desde <= year and (holiday.hasta is None or year <= holiday.hasta)


@lru_cache(maxsize=256)  # a list of hundreds of terms asks about the same few years thousands of times
def _days_off(calendar: Calendar, year: int) -> frozenset[date]:
    return frozenset(calendar.holidays(year))


def _check(day: date) -> None:
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise WorkingDaysError(f"no calendar for {day.year}")
