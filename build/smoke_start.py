"""How long the packaged program takes to start, against the source tree in the same run: both in turn, medians.

Time by the clock is what a person waits; processor time tells more on a machine that does other work meanwhile.
"""

import os
import statistics
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
RUNS = 7
COMMANDS = (("--version",), ("status", "--help"))


def print_starts(program: Path, home: Path, bare: Mapping[str, str]) -> None:
    """Medians of both and their ratio; below 1 the package is the faster."""
    if sys.platform == "win32":  # no wait4
        return
    source = (sys.executable, str(ROOT / "main.py"))
    for words in COMMANDS:
        package, tree = [], []
        for _ in range(RUNS):
            package.append(_timed((str(program), *words), home, bare))
            tree.append(_timed((*source, *words), home, bare))
        print(f"{' '.join(words)}: " + "; ".join(_compared(package, tree)))


def _compared(package: Sequence[tuple[float, float]], tree: Sequence[tuple[float, float]]) -> list[str]:
    told = []
    for at, kind in enumerate(("by the clock", "of processor")):
        one, other = (statistics.median(run[at] for run in runs) * 1000 for runs in (package, tree))
        told.append(f"{kind} package {one:.0f} ms, source {other:.0f} ms, ratio {one / other:.2f}")
    return told


def _timed(command: Sequence[str], home: Path, bare: Mapping[str, str]) -> tuple[float, float]:
    """Seconds by the clock and of the processor."""
    began = time.perf_counter()
    nowhere = (os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0)
    child = os.posix_spawn(command[0], command, {**bare, "HOME": str(home)}, file_actions=[nowhere])
    _, status, used = os.wait4(child, 0)
    if status:
        sys.exit(f"{command} failed")
    return time.perf_counter() - began, used.ru_utime + used.ru_stime
