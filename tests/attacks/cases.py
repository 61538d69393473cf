"""What a case is: a sealed payslip, something done to it, and the verdicts that are right about the result.

The registry fills when `tests.attacks.generate` imports the modules that hold the cases.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache, lru_cache
from hashlib import sha256
from random import Random
from typing import Final

from central.keys.demo import demo_list, draw_sealed
from central.samples.population import sample_person
from documents.figures import printed_amount
from documents.payslip import Payslip, Period
from documents.payslip_pdf import draw_payslip, reference_payload
from documents.seal.trust_list import TrustList
from documents.seal.verdict import VerdictCode as V
from tests.attacks.sheet import Run, Sheet

NOW: Final = datetime(2026, 12, 1, 15, tzinfo=UTC)
SEED: Final = 3
UNTIL: Final = Period(2026, 11)

# Sets of right answers. A signed value that looks otherwise is red; amber where no program can know.
RED: Final = frozenset({V.ALTERADA})
CHANGED: Final = frozenset({V.ALTERADA, V.FIRMA_OK_CONTENIDO_NO_COMPROBADO})
ADDED: Final = CHANGED | {V.FIRMA_OK_TEXTO_AGREGADO}  # only where every signed value can still be seen as it is
FALSE: Final = frozenset({V.FIRMA_FALSA})
GREEN: Final = frozenset({V.AUTENTICA})
UNDECIDED: Final = frozenset({V.FIRMA_OK_CONTENIDO_NO_COMPROBADO, V.FIRMA_OK_TEXTO_AGREGADO, V.QR_ILEGIBLE})
CALM: Final = GREEN | UNDECIDED  # harmless, and nobody is hurt if the program says that it does not know
PROVES_NOTHING: Final = frozenset({V.QR_SIN_FIRMA, V.SIN_QR, V.QR_ILEGIBLE})

BAND: Final = "0.949 0.957 0.969"
WHITE: Final = "1 1 1"


@dataclass(frozen=True, slots=True)
class Base:
    """A payslip sealed by the demonstration, and others to take parts from."""

    name: str
    index: int  # of the person in the sample population
    payslip: Payslip
    pdf: bytes

    @property
    def neighbour(self) -> "Base":
        """Another person's payslip of the same month."""
        return bases()[1 if self.index == 0 else 0]

    @property
    def month_before(self) -> "Base":
        """The same person's payslip of another month."""
        earlier = next(each for each in _payslips(self.index) if each.periodo < self.payslip.periodo)
        return _base(f"{self.name}-before", self.index, earlier)

    @property
    def unsealed(self) -> bytes:
        """The same payslip as it is printed without a key."""
        return draw_payslip(self.payslip, seal=reference_payload(self.payslip))

    def sheet(self) -> Sheet:
        return Sheet(self.pdf)

    def chance(self, case: str) -> Random:
        """Always the same for one case on one base."""
        return Random(f"{SEED} {self.name} {case}")  # noqa: S311  # a seeded generator of test cases


@dataclass(frozen=True, slots=True)
class Case:
    """One thing done to a payslip. `why` says what makes an amber the best possible, or the case unusual."""

    name: str
    kind: str  # attack, benign, foreign
    group: str  # the class that figures are counted by
    make: Callable[[Base], bytes]
    expected: frozenset[V]
    why: str = ""
    suffix: str = ".pdf"
    copies: bool = False  # checked beside the synced copies of the base


REGISTRY: Final[dict[str, Case]] = {}


def case(
    kind: str, group: str, expected: frozenset[V], *, why: str = "", suffix: str = ".pdf", copies: bool = False
) -> Callable[[Callable[[Base], bytes]], Callable[[Base], bytes]]:
    """Registers a function that makes a file from a base."""

    def register(make: Callable[[Base], bytes]) -> Callable[[Base], bytes]:
        add(Case(make.__name__, kind, group, make, expected, why, suffix, copies))
        return make

    return register


def add(new: Case) -> None:
    """Registers a case made otherwise. Names are unique."""
    if new.name in REGISTRY:
        raise ValueError(new.name)
    REGISTRY[new.name] = new


@cache
def bases() -> tuple[Base, ...]:
    """The named cast, one payslip each, and an additional one; newest last month first."""
    found = [_base(f"cast{index}", index, _payslips(index)[0]) for index in range(9)]
    extra = next(each for each in _payslips(0) if each.secuencia)
    return (*found, _base("additional", 0, extra))


@cache
def trust() -> TrustList:
    return demo_list()


@lru_cache(maxsize=16)
def _payslips(index: int) -> tuple[Payslip, ...]:
    person = sample_person(index, SEED, UNTIL, since=Period(2026, 5))
    return tuple(sorted(person.payslips, key=lambda each: (each.periodo, -each.secuencia), reverse=True))


def _base(name: str, index: int, payslip: Payslip) -> Base:
    return Base(name, index, payslip, draw_sealed(payslip))


def digest(data: bytes) -> str:
    return sha256(data).hexdigest()


def net_run(sheet: Sheet) -> Run:
    """The largest figure of the page: what a bank looks at."""
    return next(run for run in sheet.runs if run.text.startswith("S/ ") and run.size > 12)


def amount_run(sheet: Sheet, amount: int) -> Run:
    return sheet.find(printed_amount(amount))


def target(base: Base, sheet: Sheet, case: str) -> tuple[Run, str]:
    """A signed amount and what the forger wants it to be: the net, a total, or a line."""
    chance, payslip = base.chance(case), base.payslip
    wanted = [None, payslip.total_haberes, payslip.haberes[0].monto, *(line.monto for line in payslip.descuentos[:3])]
    amount = chance.choice(wanted)
    run = net_run(sheet) if amount is None else amount_run(sheet, amount)
    return run, raised(run.text)


def raised(text: str) -> str:
    """Another first digit, larger where there is one, so that the width hardly changes."""
    place = next(index for index, letter in enumerate(text) if letter.isdecimal())
    digit = {"1": "4", "2": "8", "3": "8", "4": "9", "5": "8", "6": "8", "7": "9", "8": "9", "9": "8", "0": "8"}
    return text[:place] + digit[text[place]] + text[place + 1 :]


def paper(run: Run) -> str:
    """The colour that the run stands on."""
    return BAND if run.text.startswith("S/ ") and run.size > 12 else WHITE


def ink(run: Run) -> str:
    return " ".join(f"{part:.3f}" for part in run.ink)
