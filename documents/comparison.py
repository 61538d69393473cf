"""What changed between two payslips, and how much each change moved the net pay. Pure; céntimos."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from documents.concepts import ConceptKind
from documents.payslip import ConceptLine, Payslip


@dataclass(frozen=True, slots=True)
class ConceptChange:
    """One concept that differs. None: the concept is not on that payslip."""

    codigo: str
    kind: ConceptKind
    before: int | None
    after: int | None
    effect: int  # on the net pay: a larger haber is positive, a larger descuento negative


@dataclass(frozen=True, slots=True)
class Comparison:
    """The change of the net pay, and the changes that make it up, largest effect first."""

    net_change: int
    changes: tuple[ConceptChange, ...]


def compare(newer: Payslip, older: Payslip) -> Comparison:
    """Concept by concept; lines with the same codigo are summed.

    The effects add up to `net_change` exactly whenever both payslips add up. Concepts that did not change are left out.
    """
    changes = [
        *_changes(newer.haberes, older.haberes, ConceptKind.HABER, 1),
        *_changes(newer.descuentos, older.descuentos, ConceptKind.DESCUENTO, -1),
    ]
    changes.sort(key=lambda change: (-abs(change.effect), change.kind is ConceptKind.DESCUENTO, change.codigo))
    return Comparison(newer.liquido - older.liquido, tuple(changes))


def _changes(
    newer: Iterable[ConceptLine], older: Iterable[ConceptLine], kind: ConceptKind, sign: int
) -> Iterable[ConceptChange]:
    after, before = _summed(newer), _summed(older)
    for codigo in {**after, **before}:
        moved = after.get(codigo, 0) - before.get(codigo, 0)
        if moved:
            yield ConceptChange(codigo, kind, before.get(codigo), after.get(codigo), sign * moved)


def _summed(lines: Iterable[ConceptLine]) -> dict[str, int]:
    sums: Counter[str] = Counter()
    for line in lines:
        sums[line.codigo] += line.monto
    return dict(sums)
