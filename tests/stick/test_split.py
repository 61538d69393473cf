"""I14 for a few seeds; `python -m tests.stick.split` has as many as there is time for."""

from pathlib import Path

import pytest

from tests.stick.split import run_seed


@pytest.mark.parametrize("seed", range(2))
def test_any_split_over_network_and_stick_comes_to_the_same(seed: int, tmp_path: Path) -> None:
    run_seed(seed, tmp_path)
