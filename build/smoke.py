"""`make test-package`: the built onedir does everything it must on a computer that has nothing else.

    PYTHONPATH=. python build/smoke.py [PROGRAM]

A bare environment and a home of its own; a central API from the source tree beside it. Every command must leave with
the code expected of it and say nothing on stderr. Start times of the package and of the source are measured in turn.
"""

import sys
import tempfile
import time
from pathlib import Path

from smoke_bench import ROOT, Bench, plain_bench, require
from smoke_office import Office, office
from smoke_start import print_starts
from smoke_tries import try_the_rest, try_the_ways

from desktop.commands.arguments import every_subcommand

NAME = "chasqui-consola.exe" if sys.platform == "win32" else "chasqui"
FOREIGN = frozenset(
    {"central", "tests", "bench", "numpy", "lxml", "fastapi", "uvicorn", "sqlalchemy", "pytest", "icuuc.dll"}
)


def main() -> int:
    """Try everything; the first thing that goes wrong ends it."""
    program = Path(sys.argv[1]).resolve() if sys.argv[1:] else ROOT / ".package" / "dist" / "chasqui" / NAME
    began = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="chasqui-smoke-") as folder:
        bench = plain_bench(program, Path(folder))
        try_everything(bench)
        print_starts(program, bench.home, bench.bare)
    print(f"smoke test passed in {time.monotonic() - began:.0f} s")
    return 0


def try_everything(bench: Bench) -> None:
    """All that a package of any system is held to."""
    explains_itself(bench)
    knows_no_switches(bench)
    with office() as central:
        tests_itself(bench, central)
        try_the_ways(bench, central)
    try_the_rest(bench)


def explains_itself(bench: Bench) -> None:
    """Every subcommand that the source has, and what is below it, has its help, in Spanish."""
    for command in ((), *every_subcommand()):
        require("uso: chasqui" in bench.run(*command, "--help"), f"no help for {command}")
    require(bench.run("--version").startswith("Chasqui "), "no version")


def knows_no_switches(bench: Bench) -> None:
    """What developers have is not in the package (requirement S31)."""
    for switches in (("--demo",), ("--demo", "--fresh"), ("--port", "1"), ("--demo", "--nothing")):
        require(not bench.run(*switches, codes=(64,), spoken=True), f"{switches} did something")
    inside = {path.name.lower() for path in (bench.program.parent / "_internal").iterdir()}
    require(not inside & FOREIGN, f"passengers: {sorted(inside & FOREIGN)}")


def tests_itself(bench: Bench, central: Office) -> None:
    """With the central API every step is done, within a minute."""
    began = time.monotonic()
    account = ("--server", central.url, "--user", central.user, "--account-password-fd", "FD")
    steps = bench.facts("self-test", *account, secrets=[central.password])
    for step in steps:
        print(f"  {step['step']}: {step['detail']}")
    require(all(step["passed"] for step in steps), f"not every step passed: {steps}")
    took = time.monotonic() - began
    print(f"self-test of the package: {took:.1f} s")
    require(took < bench.minute, f"the self-test takes more than {bench.minute:.0f} s")


if __name__ == "__main__":
    sys.exit(main())
