"""kill -9 at steps of making, renaming, re-keying, rebuilding, migrating and erasing a profile.

Of the long ones every third or fourth step here, and every one with `make crashes`.
"""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize(
    ("scenario", "every", "at_least"),
    [
        ("new profile in a folder", 4, 5),
        ("new profile at home", 4, 5),
        ("change of password", 1, 3),
        ("new alias", 1, 3),
        ("erasure", 2, 3),
        ("rebuilt cache", 1, 5),
        ("migration", 3, 3),
    ],
)
def test_a_kill_at_any_step_leaves_a_state_that_goes_on(
    tmp_path: Path, scenario: str, every: int, at_least: int
) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tests.storage.cut", scenario, str(tmp_path), str(every)],
        cwd=ROOT, capture_output=True, text=True, check=False, timeout=110,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    assert int(done.stdout) >= at_least
