"""Figures, days and sizes as Peru writes them: comma for thousands, point for decimals, "setiembre". No Qt."""

from datetime import date, datetime, tzinfo

from documents.payslip import MONTHS, Period

WEEKDAYS = ("lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo")
_SHORT_MONTHS = tuple(f"{name[:3]}." for name in MONTHS)
MINUS = "−"
NO_BREAK = "\u00a0"


def figures(centimos: int) -> str:
    """Céntimos as 3,046.18; negative ones with a true minus."""
    soles, rest = divmod(abs(centimos), 100)
    return f"{MINUS if centimos < 0 else ''}{soles:,}.{rest:02d}"


def soles(centimos: int) -> str:
    """Céntimos as S/ 3,046.18."""
    return f"S/{NO_BREAK}{figures(centimos)}"


def signed(centimos: int) -> str:
    """A change: + 73.25, − 26.75, 0.00."""
    if centimos == 0:
        return figures(0)
    return f"{'+' if centimos > 0 else MINUS}{NO_BREAK}{figures(abs(centimos))}"


def count(number: int) -> str:
    """A whole number with its thousands: 1,204."""
    return f"{number:,}"


def period(value: Period) -> str:
    """noviembre 2026"""
    return f"{MONTHS[value.month - 1]} {value.year}"


def short_period(value: Period) -> str:
    """nov. 2026"""
    return f"{_SHORT_MONTHS[value.month - 1]} {value.year}"


def day(value: date) -> str:
    """11 de diciembre de 2026"""
    return f"{value.day} de {MONTHS[value.month - 1]} de {value.year}"


def weekday(value: date) -> str:
    """viernes 11 de diciembre"""
    return f"{WEEKDAYS[value.weekday()]} {value.day} de {MONTHS[value.month - 1]}"


def short_day(value: date) -> str:
    """11/12/2026"""
    return f"{value.day:02d}/{value.month:02d}/{value.year}"


def clock_time(at: datetime, zone: tzinfo | None = None) -> str:
    """08:14 in the computer's zone, or in the one given."""
    return at.astimezone(zone).strftime("%H:%M")


def moment(at: datetime, now: datetime, zone: tzinfo | None = None) -> str:
    """When something was, seen from now: hoy 08:14; ayer 21:03; lun. 23 nov., 08:14; 23 nov. 2025, 08:14."""
    there, here = at.astimezone(zone), now.astimezone(zone)
    days = (here.date() - there.date()).days
    if days in (0, 1):
        return f"{('hoy', 'ayer')[days]} {there:%H:%M}"
    month = _SHORT_MONTHS[there.month - 1]
    if there.year == here.year:
        return f"{WEEKDAYS[there.weekday()][:3]}. {there.day} {month}, {there:%H:%M}"
    return f"{there.day} {month} {there.year}, {there:%H:%M}"


def as_of(at: datetime, now: datetime, zone: tzinfo | None = None) -> str:
    """The moment after "datos": de hoy 08:14; de ayer 21:03; al lun. 23 nov., 08:14."""
    days = (now.astimezone(zone).date() - at.astimezone(zone).date()).days
    return f"{'de' if days in (0, 1) else 'al'} {moment(at, now, zone)}"


def size(octets: int) -> str:
    """Bytes as people meet them: 0 KB, 83 KB, 0.4 MB, 12 MB, 1.2 GB (powers of ten, as phone plans count)."""
    if octets < 99_500:
        return f"{-(-octets // 1000)} KB"
    for unit, name in ((1_000_000, "MB"), (1_000_000_000, "GB")):
        amount = octets / unit
        if amount < 9.95:
            return f"{amount:.1f} {name}"
        if amount < 999.5 or name == "GB":
            return f"{amount:,.0f} {name}"
    raise AssertionError("unreachable: gigabytes always answer")


def duration(seconds: float) -> str:
    """How long, rounded up so that a countdown never says zero too early: 8 s, 2 min, 2 min 5 s, 1 h 5 min."""
    whole = max(0, -int(-seconds // 1))
    minutes, rest = divmod(whole, 60)
    hours, minutes = divmod(minutes, 60)
    if hours:
        return f"{hours} h {minutes} min" if minutes else f"{hours} h"
    if minutes:
        return f"{minutes} min {rest} s" if rest else f"{minutes} min"
    return f"{rest} s"
