"""`python -m tests.monkey`: many seeds, each in a process of its own, so that one that dies is told with its seed."""

import argparse
import subprocess
import sys
import tempfile
from pathlib import Path


def main() -> int:
    """0 when every process lived and met no exception."""
    parser = argparse.ArgumentParser(prog="python -m tests.monkey", description=__doc__)
    parser.add_argument("--first", type=int, default=0)
    parser.add_argument("--seeds", type=int, default=20)
    parser.add_argument("--acts", type=int, default=600)
    parser.add_argument("--office", action="store_true", help="somebody with every role of an office")
    parser.add_argument("--in", dest="folder", type=Path, help="only --first, in this process, with its files there")
    asked = parser.parse_args()
    if asked.folder is not None:
        from tests.monkey.hands import run

        return run(asked.folder, asked.first, asked.acts, office=asked.office)
    seeds = range(asked.first, asked.first + asked.seeds)
    failed = [seed for seed in seeds if not lives(seed, asked.acts, office=asked.office)]
    sys.stdout.write(f"{asked.seeds} seeds, {len(failed)} failed: {failed}\n")
    return 1 if failed else 0


def lives(seed: int, acts: int, *, office: bool) -> bool:
    """Whether this seed comes to its end without a fault. What it says goes where our own words go."""
    with tempfile.TemporaryDirectory(prefix="monkey-") as folder:
        given = ["--first", str(seed), "--acts", str(acts), "--in", str(Path(folder) / "home")]
        given += ["--office"] if office else []
        whole = [sys.executable, "-X", "faulthandler", "-m", "tests.monkey", *given]
        return subprocess.run(whole, check=False).returncode == 0


if __name__ == "__main__":
    sys.exit(main())
