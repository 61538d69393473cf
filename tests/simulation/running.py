"""Many seeds: each lived twice, on as many cores as there are; what failed is kept for ever."""

import gc
import logging
import multiprocessing
import shutil
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.simulation.ledger import Violation
from tests.simulation.template import Template, make_template
from tests.simulation.world import Lived, live

KEPT = Path(__file__).with_name("kept_seeds.txt")
IN_MEMORY = Path("/dev/shm")
COLLECT = 20  # lives: the collector runs between them, not in the middle


@contextmanager
def template() -> Iterator[Template]:
    """The world as each seed finds it, in memory where the system has a place for that."""
    for name in ("central", "chasqui.sync"):  # what they would write down, they answer too
        logging.getLogger(name).setLevel(logging.CRITICAL)
    folder = Path(tempfile.mkdtemp(prefix="chasqui-simulation-", dir=IN_MEMORY if IN_MEMORY.is_dir() else None))
    try:
        yield make_template(folder / "template")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def live_twice(seed: int, world: Template) -> Lived:
    """One seed; a second life that is not the same is a violation too."""
    first = live(seed, world, world.folder.parent / "life")
    second = live(seed, world, world.folder.parent / "life")
    if first.digest == second.digest or first.violation is not None:
        return first
    line = next(
        number for number, pair in enumerate(zip(first.trace, second.trace, strict=False)) if pair[0] != pair[1]
    )
    return Lived(seed, first.trace, Violation("I0", f"not the same twice, from line {line} on"))


def run_seeds(seeds: Iterable[int], workers: int) -> Iterator[Lived]:
    """In their order, so that who breaks off knows where to go on. Whoever asks for the trace of one lives it again."""
    chunks = _chunks(seeds)
    if workers == 1:
        for chunk in chunks:
            yield from _run_chunk(chunk)
        return
    with multiprocessing.get_context("fork").Pool(workers) as pool:
        for lives in pool.imap(_run_chunk, chunks):
            yield from lives


def kept_seeds() -> tuple[int, ...]:
    """Seeds that once failed."""
    lines = (line.partition("#")[0].strip() for line in KEPT.read_text("utf-8").splitlines())
    return tuple(int(line) for line in lines if line)


def keep(lived: Lived) -> None:
    """Write down a seed that failed."""
    if lived.seed not in kept_seeds():
        with KEPT.open("a", encoding="utf-8") as file:
            file.write(f"{lived.seed}  # {str(lived.violation).splitlines()[0][:100]}\n")


def _chunks(seeds: Iterable[int]) -> Iterator[tuple[int, ...]]:
    waiting: list[int] = []
    for seed in seeds:
        waiting.append(seed)
        if len(waiting) == COLLECT:
            yield tuple(waiting)
            waiting.clear()
    if waiting:
        yield tuple(waiting)


def _run_chunk(seeds: tuple[int, ...]) -> list[Lived]:
    with template() as world:
        gc.collect()
        gc.disable()
        try:
            return [Lived(seed, (), live_twice(seed, world).violation) for seed in seeds]
        finally:
            gc.enable()
