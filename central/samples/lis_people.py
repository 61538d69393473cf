"""Invented people on the payroll of one office, as the old SUP text files know them. Seeded.

Only what a .lis file prints; the careers of the demonstration are `central.samples.careers` and know nothing of this.
"""

from dataclasses import dataclass
from random import Random

from central.samples.identifiers import invented_account, invented_dni
from central.samples.names import FEMALE, MALE, MATERNAL, PATERNAL, SCHOOLS

RIM_HOUR = (10334, 11367, 12401, 13434, 15501, 18085)  # céntimos of an invented table, by scale
_CUSPP = "ABCDEGLMPQRST"
AFPS = ("INTEGRA", "PRIMA", "PROFUTURO", "HABITAT")
LENDERS = ("derrmag", "cmarequipa", "bco_nacion", "coop_sta_maria", "Judicial 1")


@dataclass(frozen=True, slots=True)
class LisPerson:
    """One server or pensioner; codes as printed, amounts in céntimos."""

    dni: str
    paterno: str
    materno: str
    nombres: str
    born: tuple[int, int, int]  # year, month, day
    school: str
    level: int  # 1..6
    hours: int
    pension: str  # "AFP INTEGRA", "ONP /W"
    cuspp: str
    account: str
    joined: int  # year
    loans: tuple[tuple[str, int], ...]
    minutes: int  # how irregular their pay is, 0..9


def lis_person(index: int, rng: Random) -> LisPerson:
    """The nth person of an office."""
    afp = rng.random() < 0.65
    woman = rng.random() < 0.6
    return LisPerson(
        dni=invented_dni(index),
        paterno=rng.choice(PATERNAL),
        materno=rng.choice(MATERNAL),
        nombres=rng.choice(FEMALE if woman else MALE),
        born=(rng.randint(1950, 1990), rng.randint(1, 12), rng.randint(1, 28)),
        school=f"{rng.randint(1, 1999):04d} / {rng.choice(SCHOOLS)}",
        level=rng.choice((1, 1, 1, 2, 2, 3, 4, 5, 6)),
        hours=rng.choice((30, 30, 30, 24, 40)),
        pension=f"AFP {rng.choice(AFPS)}" if afp else "ONP /W",
        cuspp=f"{rng.randint(200000, 599999)}{''.join(rng.choices(_CUSPP, k=5))}{rng.randrange(10)}" if afp else "",
        account=invented_account(index),
        joined=rng.randint(1985, 2012),
        loans=tuple((name, rng.randint(2_000, 60_000)) for name in rng.sample(LENDERS, k=rng.randint(0, 3))),
        minutes=rng.randrange(10),
    )  # fmt: skip


def lis_people(count: int, seed: int, *, first: int = 0) -> tuple[LisPerson, ...]:
    """So many people; the same for the same seed."""
    rng = Random(f"lis/{seed}")  # noqa: S311 - invented people, the same each time
    return tuple(lis_person(first + index, rng) for index in range(count))


def lines_of(person: LisPerson, year: int, month: int) -> tuple[list[tuple[str, int]], list[tuple[str, int]]]:
    """Income and deductions of a month: mnemonic and céntimos. The same from month to month for most people."""
    rim = RIM_HOUR[person.level - 1] * person.hours * (100 + year - 2010) // 100
    income = [("rim_ley29944", rim), ("asig_rural", 7_000 * (1 + person.level % 3)), ("B_Ext_Tran_Fijo", 12_345)]
    income += [("D.U. 090-96", 4_553 + person.level * 101)] if person.joined < 1997 else []
    income += [("aguinaldo", 30_000)] if month in {7, 12} else []
    income += [("bon_escolaridad", 40_000)] if month == 1 else []
    rate = 1_250 if person.cuspp else 1_300  # hundredths of a per cent
    cuts = [("dl25897_afp" if person.cuspp else "dl19990_onp", rim * rate // 10_000), ("ipss_vida", 500)]
    cuts += [(name, amount) for name, amount in person.loans]
    if person.minutes == (year + month) % 10:
        cuts.append(("tardanzas", 100 + 37 * person.level))
    return income, cuts
