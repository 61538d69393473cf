"""Planting bugs and looking for them. A simulator that finds no planted bug proves nothing."""

import multiprocessing
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path

from tests.simulation.ledger import Violation
from tests.simulation.planting import BUGS
from tests.simulation.running import template
from tests.simulation.template import Template
from tests.simulation.world import live

BUDGET = 120  # seeds within which each must be found: the ordinary suite's
FOUND = Path(__file__).parent / "planted" / "found.txt"
for _area in ("asking", "deciding", "keeping", "office", "sending"):
    import_module(f"tests.simulation.planted.{_area}")


HEAD = "# Which seed showed which planted bug the last time; written by `make simulate-teeth`.\n"


@dataclass(frozen=True, slots=True)
class Bite:
    """What became of one planted bug."""

    bug: str
    seed: int | None  # that found it; None: none did
    seeds: int  # that were lived
    violation: Violation | None


@contextmanager
def with_bug(name: str | None) -> Iterator[None]:
    """Plant it while this is entered."""
    if name is None:
        yield
        return
    with BUGS[name].plant():
        yield


def find(name: str, world: Template, seeds: Iterable[int] = range(BUDGET)) -> Bite:
    """Live until the bug shows."""
    count = 0
    with with_bug(name):
        for count, seed in enumerate(seeds, start=1):
            lived = live(seed, world, world.folder.parent / "life")
            if lived.violation is not None:
                return Bite(name, seed, count, lived.violation)
    return Bite(name, None, count, None)


def known_seed(name: str) -> int | None:
    """Where it was found before."""
    rows = (line.split() for line in FOUND.read_text("utf-8").splitlines() if not line.startswith("#"))
    return next((int(row[1]) for row in rows if row and row[0] == name), None)


def _find_alone(name: str) -> Bite:
    with template() as world:
        return find(name, world)


def bite(only: str | None, workers: int) -> int:
    """All of them, or one; 0 when each was found. Prints the table of docs/simulation.md."""
    names = [only] if only else sorted(BUGS)
    missed, table = 0, []
    with multiprocessing.get_context("fork").Pool(workers) as pool:
        for found in pool.imap_unordered(_find_alone, names):
            missed += found.seed is None
            table.append(found)
            sys.stdout.write(_row(found))
            sys.stdout.flush()
    if not only:
        FOUND.write_text(
            HEAD + "".join(sorted(f"{each.bug} {each.seed}\n" for each in table if each.violation)), "utf-8"
        )
    sys.stdout.write(f"{len(names)} planted, {missed} not found within {BUDGET} seeds\n")
    return 1 if missed else 0


def _row(found: Bite) -> str:
    caught = (
        f"{found.violation.invariant} | {found.seed + 1}"
        if found.violation and found.seed is not None
        else "not found | -"
    )
    return f"| {found.bug} | {BUGS[found.bug].what} | {caught} |\n"
