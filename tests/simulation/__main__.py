"""`python -m tests.simulation`: one seed with its trace (--seed N), many (--seeds N), or the planted bugs (--teeth)."""

import argparse
import os
import sys
import time
import traceback

from tests.simulation.running import keep, live_twice, run_seeds, template

TELL = 100  # seeds: so often is told how far it came; `--first` goes on from there


def main() -> int:
    """0 when every invariant held (or, with --teeth, when every planted bug was found)."""
    parser = argparse.ArgumentParser(prog="python -m tests.simulation", description=__doc__)
    parser.add_argument("--seed", type=int, help="live this one and print its trace")
    parser.add_argument("--seeds", type=int, default=1000, help="how many, from --first on")
    parser.add_argument("--first", type=int, default=0)
    parser.add_argument("--workers", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--teeth", action="store_true", help="plant every bug and look for it")
    parser.add_argument("--bug", help="plant this one: with --seed, or alone with --teeth")
    asked = parser.parse_args()
    if asked.teeth:
        from tests.simulation.teeth import bite

        return bite(asked.bug, asked.workers)
    return _show(asked.seed, asked.bug) if asked.seed is not None else _many(asked.first, asked.seeds, asked.workers)


def _show(seed: int, bug: str | None) -> int:
    from tests.simulation.teeth import with_bug

    with template() as world, with_bug(bug):
        lived = live_twice(seed, world)
    for line in lived.trace:
        _say(line)
    _say(f"trace {lived.digest}")
    if lived.violation is None:
        return 0
    if lived.violation.__cause__ is not None:
        traceback.print_exception(lived.violation.__cause__)
    _say(str(lived.violation))
    return 1


def _many(first: int, count: int, workers: int) -> int:
    began, failed = time.perf_counter(), 0
    for lived, done in zip(run_seeds(range(first, first + count), workers), range(1, count + 1), strict=True):
        if lived.violation is not None:
            failed += 1
            keep(lived)
            _say(f"{lived.violation}\n    python -m tests.simulation --seed {lived.seed}")
        if done % TELL == 0:
            _say(f"{first} to {lived.seed}: {done} seeds, {failed} failed, {time.perf_counter() - began:.0f} s")
    seconds = time.perf_counter() - began
    _say(f"{count} seeds, each twice, {failed} failed, {seconds:.0f} s, {2 * count / seconds:.1f} lives a second")
    return 1 if failed else 0


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
