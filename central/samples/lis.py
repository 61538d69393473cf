"""Old SUP payroll files (.lis) as several regions wrote them: Latin-1 text of invented people. Seeded.

Written from the domain dictionary alone and without `documents.lis`, so that reading what stands here proves
something. A `Blemish` puts in what real disks have: files cut short, notes typed in by hand, sums that do not add up.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from enum import Enum, auto
from typing import Final

from central.samples.identifiers import invented_ruc
from central.samples.lis_layouts import LAYOUTS, Layout
from central.samples.lis_people import LisPerson, lines_of

MONTHS: Final = (
    "ENERO", "FEBRERO", "MARZO", "ABRIL", "MAYO", "JUNIO", "JULIO", "AGOSTO", "SETIEMBRE", "OCTUBRE", "NOVIEMBRE",
    "DICIEMBRE",
)  # fmt: skip
Line = tuple[str, int]


class Blemish(Enum):
    """What is odd about one payslip."""

    STRANGE_LINE = auto()  # something typed in by hand between the fields
    STRANGE_DATE = auto()  # 31/02/1975
    WRONG_SUM = auto()  # the net pay is a céntimo off
    NEGATIVE = auto()  # an income below zero takes back what was paid too much; it adds up
    WIDE = auto()  # an amount of millions
    TWO_PAGES = auto()
    ADDITIONAL = auto()  # the monthly legend says that it is the first additional payroll
    NO_DOCUMENT = auto()
    MANY_LINES = auto()


@dataclass(frozen=True, slots=True)
class LisMonth:
    """One payroll file: whose layout, which month, who is in it, and what is odd about whom (by place)."""

    layout: str
    year: int
    month: int
    people: Sequence[LisPerson]
    ugel: str = "UGEL 04 SUR ESTE"
    codigo_ugel: str = "120001"
    blemishes: dict[int, Blemish] = field(default_factory=dict)


def lis_file(made: LisMonth, *, cut: int = 0) -> bytes:
    """The file's bytes; `cut` leaves out so many at the end, as a full floppy did."""
    layout = LAYOUTS[made.layout]
    pages = [_payslip(made, layout, place, person) for place, person in enumerate(made.people)]
    content = layout.feed.join(pages).replace("\n", layout.newline).encode("latin-1")
    return content[: len(content) - cut] if cut else content


def _payslip(made: LisMonth, layout: Layout, place: int, person: LisPerson) -> str:
    blemish = made.blemishes.get(place)
    income, cuts = _lines(made, person, blemish)
    plus, minus = sum(amount for _, amount in income), sum(amount for _, amount in cuts)
    values = _values(made, layout, place, person, blemish)
    values |= {"plus": printed(plus), "minus": printed(minus), "base": printed(income[0][1])}
    values["net"] = printed(plus - minus + (1 if blemish is Blemish.WRONG_SUM else 0))
    head, totals = layout.head % values, layout.totals % values
    concepts = [*columns(income, "+", layout.columns), *columns(cuts, "-", layout.columns)]
    rule = layout.rule + "\n"
    body = _body(layout.body % values, blemish)
    if blemish is Blemish.TWO_PAGES:
        first, rest = "".join(concepts[:1]), "".join(concepts[1:])
        return f"{head}{body}{rule}{first}{rule}{layout.feed}{head}{rule}{rest}{rule}{totals}"
    return f"{head}{body}{rule}{''.join(concepts)}{rule}{totals}"


def _lines(made: LisMonth, person: LisPerson, blemish: Blemish | None) -> tuple[list[Line], list[Line]]:
    income, cuts = lines_of(person, made.year, made.month)
    match blemish:
        case Blemish.NEGATIVE:
            income.append(("Reintg. Manual", -15_050))
        case Blemish.WIDE:
            income.append(("Pago Sentencia", 123_456_789))
        case Blemish.MANY_LINES:
            income += [(f"REAJ. DS {number:03d}-2019-EF", 1_000 + number) for number in range(40)]
        case _:
            pass
    return income, cuts


def _values(
    made: LisMonth, layout: Layout, place: int, person: LisPerson, blemish: Blemish | None
) -> dict[str, object]:
    year, month, day = person.born
    name = layout.setiembre if made.month == 9 else MONTHS[made.month - 1]
    additional = blemish is Blemish.ADDITIONAL
    return {
        "dre": layout.dre, "ugel": made.ugel, "ruc": invented_ruc(made.codigo_ugel), "tipo": layout.tipo,
        "centre": place % 1000, "number": f"{place + 1:06d}-{made.month:02d}", "period": f"{name} - {made.year}",
        "apellidos": f"{person.paterno} {person.materno}", "nombres": person.nombres,
        "dni": "" if blemish is Blemish.NO_DOCUMENT else person.dni,
        "born": "31/02/1975" if blemish is Blemish.STRANGE_DATE else f"{day:02d}/{month:02d}/{year}",
        "school": person.school, "level": person.level, "hours": person.hours, "year": made.year,
        "service": f"{max(0, made.year - person.joined):02d}-{made.month - 1:02d}-00",
        "essalud": f"{year % 100:02d}{month:02d}{day:02d}0QSMRP001", "joined": f"01/03/{person.joined}",
        "account": person.account, "permanent": f"RD {place % 6000 + 1:04d}-{person.joined}",
        "monthly": f"{made.year}{made.month + 20:02d}" if additional else "",
        "pension": f"{person.pension} / {person.cuspp}" if person.cuspp else person.pension,
        "message": "FELICES FIESTAS" if made.month == 12 else "", "sequence": place + 1,
    }  # fmt: skip


def _body(body: str, blemish: Blemish | None) -> str:
    if blemish is not Blemish.STRANGE_LINE:
        return body
    first, newline, rest = body.partition("\n")
    return f"{first}{newline}*** OJO: VERIFICAR CON ESCALAFÓN ***\n{rest}"


def columns(lines: Iterable[Line], sign: str, width: int) -> list[str]:
    """Concept lines, so many to a row."""
    cells = [f"{sign}{code:<16} {printed(amount):>10}" for code, amount in lines]
    return ["   ".join(cells[start : start + width]) + "\n" for start in range(0, len(cells), width)]


def printed(amount: int) -> str:
    """1,234.56"""
    soles, rest = divmod(abs(amount), 100)
    return f"{'-' if amount < 0 else ''}{soles:,}.{rest:02d}"
