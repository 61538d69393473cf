"""Each planted bug is found: first where it was found before, else within the seeds that the ordinary suite lives."""

from collections.abc import Iterator
from itertools import chain

import pytest

from tests.simulation.planting import BUGS
from tests.simulation.running import template
from tests.simulation.teeth import BUDGET, find, known_seed
from tests.simulation.template import Template
from tests.simulation.test_simulation import SEEDS


@pytest.fixture(scope="module")
def world() -> Iterator[Template]:
    with template() as made:
        yield made


def test_the_budget_is_what_the_suite_lives_anyway() -> None:
    assert BUDGET <= SEEDS
    assert len(BUGS) >= 25


@pytest.mark.parametrize("bug", sorted(BUGS))
def test_every_planted_bug_is_found(world: Template, bug: str) -> None:
    known = known_seed(bug)
    seeds = range(BUDGET) if known is None else chain((known,), range(BUDGET))
    assert find(bug, world, seeds).violation is not None, BUGS[bug].what
