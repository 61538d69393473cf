"""What the sources have of one person, laid together: each document once, in the recipe's order, and what is lacking.

Pure. Where a payslip is found twice (sealed by the office and in an old payroll file), the source named first wins.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from documents.batch.recipe import Part, Recipe
from documents.payslip import MONTHS, Payslip, PayslipClass, Period, TranscribedPayslip

UNASKED: Final = frozenset({"offline", "role"})  # the office's service was not asked: no connection, or no right to
_CLASSES: Final = {PayslipClass.MONTHLY: 0, PayslipClass.ADDITIONAL: 1, PayslipClass.JUDICIAL: 2}


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A document of a person: a PDF as it is, or an old payslip still to be drawn. `number`: of the boleta, or ""."""

    part: Part
    title: str
    period: Period | None = None
    clase: PayslipClass = PayslipClass.MONTHLY
    sequence: int = 0
    number: str = ""
    pdf: bytes | None = None
    slip: TranscribedPayslip | None = None

    @property
    def turn(self) -> tuple[Period, int, int, str]:
        """Within its part: by month, the monthly payroll first."""
        return self.period or Period(1, 1), _CLASSES[self.clase], self.sequence, self.number


@dataclass(frozen=True, slots=True)
class Lacking:
    """Something that was asked for and is not there. `code`: month, none, sums, unread, unsealed, and others.

    `months` as "2015-03"; `part` is the value of a Part.
    """

    part: str
    code: str
    months: tuple[str, ...] = ()
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Gathered:
    """Of one person, from one source or from all. `slips`: the old payslips that a constancia is made from."""

    documents: tuple[Found, ...] = ()
    lacking: tuple[Lacking, ...] = ()
    slips: tuple[TranscribedPayslip, ...] = ()


def laid_together(recipe: Recipe, found: Sequence[Gathered]) -> Gathered:
    """All sources' documents, the preferred source first."""
    seen: set[tuple[object, ...]] = set()
    kept: list[Found] = []
    for each in (document for one in found for document in one.documents if document.part in recipe.parts):
        names = _names(each)
        if not names & seen:
            kept.append(each)
        seen |= names
    order = {part: at for at, part in enumerate(recipe.parts)}
    kept.sort(key=lambda each: (order[each.part], each.turn))
    slips = tuple(slip for one in found for slip in one.slips)
    told = [lack for one in found for lack in one.lacking]
    return Gathered(tuple(kept), tuple(lacking_of(recipe, kept, told, has_slips=bool(slips))), slips)


def _names(document: Found) -> set[tuple[object, ...]]:
    """Under which names the same document may come from another source."""
    if document.part is not Part.PAYSLIPS or document.period is None:
        return {(document.part, document.title, document.number)}
    place = (document.part, document.period, document.clase, document.sequence)
    if document.number:
        return {(document.part, document.period, document.number)}
    return {place}


def lacking_of(recipe: Recipe, kept: Iterable[Found], told: Iterable[Lacking], *, has_slips: bool) -> Iterable[Lacking]:
    """What sources said themselves, the months without a monthly payslip, and parts of which there is nothing."""
    kept, told = list(kept), list(told)
    held = {each.period for each in kept if each.part is Part.PAYSLIPS}
    months = tuple(str(month) for month in recipe.periods if month not in held)
    have = {each.part for each in kept} | ({Part.CONSTANCIA} if has_slips else set())
    if months:
        have.discard(Part.PAYSLIPS)
    unasked = {each.part for each in told if each.code in UNASKED}
    yield from (each for each in told if each.code not in UNASKED or Part(each.part) not in have)
    for part in recipe.parts:
        if part is Part.PAYSLIPS and months:
            yield Lacking(part.value, "month", months)
        elif part not in have and part.value not in unasked:
            yield Lacking(part.value, "none")


def payslip_title(periodo: Period, clase: PayslipClass, sequence: int) -> str:
    """Boleta de marzo de 2015; Boleta adicional 1 de julio de 2015."""
    month = f"{MONTHS[periodo.month - 1]} de {periodo.year}"
    match clase:
        case PayslipClass.ADDITIONAL:
            return f"Boleta adicional {max(sequence, 1)} de {month}"
        case PayslipClass.JUDICIAL:
            return f"Boleta judicial de {month}"
        case _:
            return f"Boleta de {month}"


def title_of(payslip: Payslip) -> str:
    """The same of a record."""
    return payslip_title(payslip.periodo, payslip.clase, payslip.secuencia)
