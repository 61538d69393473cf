"""Which concepts bear pension contributions and income tax, and the texts the office sends about them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from central.records import Concept
from central.samples import tables
from central.samples.amounts import portion
from documents.payslip import Period


@dataclass(frozen=True, slots=True)
class Treatment:
    """How an income concept is treated."""

    afecto: str  # "rim" (a part of it is pensionable), "todo", "nada"
    renta: bool  # counts for fifth-category income tax


def treatment(codigo: str) -> Treatment:
    """Of an income concept. KeyError for an unknown one: nothing is paid that the table does not know."""
    return _treatments()[codigo]


def pensionable(lines: Mapping[str, int], period: Period) -> int:
    """The part of these incomes that bears pension contributions, in céntimos."""
    sums: dict[str, int] = {}
    for codigo, amount in lines.items():
        kind = treatment(codigo).afecto
        sums[kind] = sums.get(kind, 0) + amount
    return sum(portion(total, tables.amount("rates", f"afecto/{kind}", period)) for kind, total in sums.items())


def taxable(lines: Mapping[str, int]) -> int:
    """The part of these incomes that counts for income tax, in céntimos."""
    return sum(amount for codigo, amount in lines.items() if treatment(codigo).renta)


def sent_texts() -> Iterable[Concept]:
    """What the office publishes about concepts, over the program's own catalogue."""
    for line in tables.rows("concept_texts"):
        until = line["hasta"]
        yield Concept(
            codigo=line["codigo"],
            nombre=line["nombre"],
            explicacion=line["explicacion"],
            norma=line["norma"],
            desde=Period.parse(line["desde"]),
            hasta=Period.parse(until) if until else None,
        )


@cache
def _treatments() -> dict[str, Treatment]:
    return {
        line["codigo"]: Treatment(line["afecto"], line["renta"])
        for line in tables.rows("concepts")
        if line["tipo"] == "haber"
    }
