"""Money, dates and pairs of them as the boleta prints them. Pure; es-PE: 1,234.56 and 31/12/2026."""

from datetime import date


def printed_amount(centimos: int) -> str:
    """123456 -> "1,234.56". Integer arithmetic only: no amount is ever a float."""
    sign = "-" if centimos < 0 else ""
    soles, rest = divmod(abs(centimos), 100)
    return f"{sign}{soles:,}.{rest:02d}"


def printed_amount_or_blank(centimos: int | None) -> str:
    """Like `printed_amount`; None (unknown or not applicable) is printed blank."""
    return "" if centimos is None else printed_amount(centimos)


def printed_date(day: date | None) -> str:
    """31/12/2026, or blank. Built by hand: `strftime` depends on the platform for early years."""
    return "" if day is None else f"{day.day:02d}/{day.month:02d}/{day.year:04d}"
