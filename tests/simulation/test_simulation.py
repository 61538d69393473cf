"""Sync under everything that can happen: seeds that once failed, and a bounded number of others, each lived twice.

More of them: `make simulate SEEDS=n`. What is simulated, and how a seed that fails is read: docs/simulation.md.
"""

import gc
from collections.abc import Iterator

import pytest

from tests.simulation.running import kept_seeds, live_twice, template
from tests.simulation.template import Template

SEEDS = 120  # with the kept ones and the planted bugs less than 60 s of one quiet core
GROUP = 20


@pytest.fixture(scope="module")
def world() -> Iterator[Template]:
    with template() as made:
        yield made


@pytest.fixture(autouse=True)
def _collected_between() -> Iterator[None]:
    gc.collect()
    gc.disable()
    yield
    gc.enable()


@pytest.mark.parametrize("seed", kept_seeds())
def test_what_once_failed_never_fails_again(world: Template, seed: int) -> None:
    assert live_twice(seed, world).violation is None


@pytest.mark.parametrize("first", range(0, SEEDS, GROUP))
def test_no_seed_breaks_an_invariant_and_each_is_the_same_twice(world: Template, first: int) -> None:
    broken = {seed: str(found) for seed in range(first, first + GROUP) if (found := live_twice(seed, world).violation)}
    assert not broken, f"python -m tests.simulation --seed {min(broken)}"
