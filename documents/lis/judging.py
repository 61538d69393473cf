"""What a payslip as a whole is worth: whether what must be there is there, and whether it adds up to the céntimo."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from documents.figures import printed_amount
from documents.lis.records import ConceptCell, Remark, State, Trouble

NEEDED: Final = ("numero_boleta", "periodo", "apellidos", "nombres", "doc_numero", "monto_imponible")
TOTALS: Final = ("total_haberes", "total_descuentos", "liquido")
_WITHOUT: Final = frozenset(NEEDED) - {"numero_boleta", "monto_imponible"}  # nobody can say whose it is, or of when


def judged(
    fields: Mapping[str, str], cells: Sequence[ConceptCell], line: int, *, lines_good: bool
) -> tuple[tuple[Remark, ...], State]:
    """What is wrong with the whole, and what can be done with it."""
    missing = [name for name in NEEDED if not fields.get(name)]
    remarks = [Remark(line, Trouble.MISSING, ", ".join(missing))] if missing else []
    if not all(name in fields for name in TOTALS):
        return (*remarks, Remark(line, Trouble.CUT, "")), State.BROKEN
    plus, minus = (sum(cell.monto for cell in cells if cell.sign == sign) for sign in "+-")
    haberes, descuentos, liquido = (int(fields[name].replace(",", "").replace(".", "")) for name in TOTALS)
    wrong = [Remark(line, trouble, text) for trouble, text in sums(plus, minus, (haberes, descuentos, liquido))]
    state = State.GOOD if lines_good and not remarks else State.REMARKS
    if wrong:
        state = State.SUMS
    if _WITHOUT & set(missing):
        state = State.BROKEN
    return (*remarks, *wrong), state


def sums(plus: int, minus: int, totals: tuple[int, int, int]) -> Iterable[tuple[Trouble, str]]:
    """Each sum that is wrong: as the lines have it, and as it is printed: 3,159.13 / 3,159.14."""
    haberes, descuentos, liquido = totals
    for trouble, found, told in (
        (Trouble.SUMS_INCOME, plus, haberes),
        (Trouble.SUMS_DEDUCTIONS, minus, descuentos),
        (Trouble.SUMS_NET, haberes - descuentos, liquido),
    ):
        if found != told:
            yield trouble, f"{printed_amount(found)} / {printed_amount(told)}"
