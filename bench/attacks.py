"""What gets past the checker of sealed payslips, class by class. `python -m bench.attacks [--full]`; writes nothing.

Each case of `tests.attacks` on one payslip of the cast; with --full on every one. The goal is four noughts: forgeries
accepted, harmless files called red, other people's files taken for ours, verdicts outside what a case expects.
"""

import os
import sys
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from itertools import groupby
from statistics import median
from time import perf_counter

from documents.seal.verdict import Colour
from tests.attacks.cases import REGISTRY, bases
from tests.attacks.generate import ACCEPTED, base_for, cases, judged


@dataclass(frozen=True, slots=True)
class Judged:
    """One file's verdict. Times in milliseconds, of the check alone."""

    kind: str
    group: str
    case: str
    base: str
    code: str
    colour: str
    accepted: bool
    expected: bool
    milliseconds: float


def main(arguments: Iterable[str] = ()) -> int:
    """Prints the table; 1 when a goal is missed."""
    begun = perf_counter()
    tasks = list(_tasks(full="--full" in list(arguments)))
    with ProcessPoolExecutor(os.cpu_count()) as pool:
        results = list(pool.map(_judge, tasks, chunksize=4))
    for kind in ("attack", "benign", "foreign"):
        _print_kind(kind, [each for each in results if each.kind == kind])
    missed = [each for each in results if not each.expected]
    for each in missed:
        print(f"missed: {each.kind} {each.case} on {each.base}: {each.code}")
    print(f"{len(results)} files, {len(missed)} verdicts outside what is expected, {perf_counter() - begun:.0f} s")
    return 1 if missed else 0


def _tasks(*, full: bool) -> Iterator[tuple[str, int]]:
    for case in cases():
        for index, base in enumerate(bases()):
            if full or base is base_for(case):
                yield case.name, index


def _judge(task: tuple[str, int]) -> Judged:
    case, base = REGISTRY[task[0]], bases()[task[1]]
    verdict = judged(case, base)
    return Judged(
        case.kind, case.group, case.name, base.name, verdict.code.value, verdict.colour.value,
        verdict.code in ACCEPTED, verdict.code in case.expected, verdict.milliseconds,
    )  # fmt: skip


def _print_kind(kind: str, results: list[Judged]) -> None:
    print(f"\n{kind:34} files  green    red  amber   grey  missed  median ms")
    ordered = sorted(results, key=lambda each: each.group)
    for group, members in groupby(ordered, key=lambda each: each.group):
        _print_row(group, list(members))
    _print_row(f"all: {kind}", results)


def _print_row(name: str, members: list[Judged]) -> None:
    counts = [
        sum(each.colour == colour for each in members)
        for colour in (Colour.GREEN, Colour.RED, Colour.AMBER, Colour.GREY)
    ]
    missed = sum(not each.expected for each in members)
    cells = " ".join(f"{count:6}" for count in counts)
    print(f"{name:34} {len(members):5} {cells}  {missed:6}  {median(each.milliseconds for each in members):9.0f}")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
