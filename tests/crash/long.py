"""`make crashes`: every proof at every change, every kill at every step. Prints the figures, and fails with the first.

`python -m tests.crash.long [PROOF ...]` does some of them alone.
"""

import subprocess
import sys
import tempfile
from pathlib import Path
from time import perf_counter

from tests.crash.shim import POSSIBLE, ROOT, built, run
from tests.storage.cut import SCENARIOS

POINTS = {"sitting": 0, "exchange": 0, "kills": 60, "faults": 40, "profiles": 0, "migrations": 1}
KILLED = ("interrupted", "killed", "spoilt")
SEEDS = 60


def _without_shim(module: str, *arguments: str) -> str:
    command = [sys.executable, "-m", module, *arguments]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout


def main(chosen: list[str]) -> int:
    """0 when everything held."""
    if not POSSIBLE:
        sys.stdout.write("needs Linux and gcc\n")
        return 1
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        library = built(folder)
        for what in chosen or [*POINTS, *KILLED, *SCENARIOS]:
            began, work = perf_counter(), folder / what
            work.mkdir()
            if what in KILLED:
                said = _without_shim(f"tests.storage.{what}", str(work), str(SEEDS))
            elif what in SCENARIOS:
                said = _without_shim("tests.storage.cut", what, str(work), "1")
            else:
                said = run(library, what, str(work), str(POINTS[what]), seconds=7_200)
            sys.stdout.write(f"{what}: {said} ({perf_counter() - began:.0f} s)\n")
            sys.stdout.flush()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
