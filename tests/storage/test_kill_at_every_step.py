"""kill -9 at every step of making, renaming, re-keying, rebuilding, migrating and erasing a profile."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize(
    ("scenario", "at_least"),
    [
        ("new profile in a folder", 20),
        ("new profile at home", 20),
        ("change of password", 3),
        ("new alias", 3),
        ("erasure", 5),
        ("rebuilt cache", 5),
        ("migration", 8),
    ],
)
def test_a_kill_at_any_step_leaves_a_state_that_goes_on(tmp_path: Path, scenario: str, at_least: int) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tests.storage.cut", scenario, str(tmp_path)],
        cwd=ROOT, capture_output=True, text=True, check=False, timeout=110,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    assert int(done.stdout) >= at_least
