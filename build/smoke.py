"""`make test-package`: the built onedir does everything it must on a computer that has nothing else.

    PYTHONPATH=. python build/smoke.py [PROGRAM]

A bare environment and a home of its own; a central API from the source tree beside it. Every command must leave with
the code expected of it and say nothing on stderr. Start times of the package and of the source are measured in turn.
"""

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from smoke_office import Office, office
from smoke_start import print_starts

ROOT = Path(__file__).resolve().parent.parent
PROGRAM = ROOT / ".package" / "dist" / "chasqui" / ("chasqui.exe" if sys.platform == "win32" else "chasqui")
LOCAL = "la vicuña cruza el puente"
HELPED: tuple[tuple[str, ...], ...] = (
    (), ("login",), ("sync",), ("payslips",), ("payslips", "list"), ("payslips", "export"), ("legajo",),
    ("legajo", "show"), ("legajo", "request"), ("legajo", "paper", "list"), ("legajo", "paper", "export"),
    ("requests", "list"), ("requests", "cancel"), ("status",), ("verify",), ("lis",), ("self-test",), ("doctor",),
)  # fmt: skip
WISH = {"action": "hoja_de_vida"}
PATIENCE = 180  # seconds for one command


@dataclass(frozen=True, slots=True)
class Bench:
    """The program under test and the home that it gets."""

    program: Path
    home: Path

    def run(self, *words: object, secrets: Sequence[str] = (), code: int = 0, spoken: bool = False) -> str:
        """One command; `FD` becomes the descriptor with the secrets. Its stdout; ends the test when it went wrong."""
        reading, writing = os.pipe()
        os.write(writing, "".join(f"{secret}\n" for secret in secrets).encode())
        os.close(writing)
        arguments = [str(word) if word != "FD" else str(reading) for word in words]
        done = subprocess.run(
            [self.program, *arguments], env=self.bare, cwd=self.home, pass_fds=(reading,), capture_output=True,
            encoding="utf-8", check=False, timeout=PATIENCE,
        )  # fmt: skip
        os.close(reading)
        if done.returncode != code or bool(done.stderr) is not spoken:
            fail(f"chasqui {' '.join(arguments)}: exit {done.returncode}, not {code}\n{done.stdout}\n{done.stderr}")
        return done.stdout

    def facts(self, *words: object, secrets: Sequence[str] = (), code: int = 0) -> list[dict[str, Any]]:
        """The same with --json, read."""
        return [json.loads(line) for line in self.run(*words, "--json", secrets=secrets, code=code).splitlines()]

    @property
    def bare(self) -> dict[str, str]:
        """What a person's session has at the least: no Python, no virtual environment, no variables of ours."""
        return {"PATH": "/usr/bin:/bin", "HOME": str(self.home), "QT_QPA_PLATFORM": "offscreen", "LANG": "C.UTF-8"}


def main() -> int:
    """Try everything; the first thing that goes wrong ends it."""
    program = Path(sys.argv[1]).resolve() if sys.argv[1:] else PROGRAM
    began = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="chasqui-smoke-") as folder:
        bench = Bench(program, Path(folder))
        explains_itself(bench)
        knows_no_switches(bench)
        with office() as central:
            tests_itself(bench, central)
            works(bench, central)
        print_starts(program, bench.home, bench.bare)
    print(f"smoke test passed in {time.monotonic() - began:.0f} s")
    return 0


def fail(words: str) -> None:
    """Say what is wrong and leave."""
    sys.exit(f"SMOKE TEST FAILED\n{words}")


def require(good: object, words: str) -> None:
    """Leave unless it is so."""
    if not good:
        fail(words)


def explains_itself(bench: Bench) -> None:
    """Every subcommand has its help, in Spanish."""
    for command in HELPED:
        require("uso: chasqui" in bench.run(*command, "--help"), f"no help for {command}")
    require(bench.run("--version").startswith("Chasqui "), "no version")


def knows_no_switches(bench: Bench) -> None:
    """What developers have is not in the package (requirement S31)."""
    for switches in (("--demo",), ("--demo", "--fresh"), ("--port", "1")):
        require(not bench.run(*switches, code=64, spoken=True), f"{switches} did something")
    inside = {path.name for path in (bench.program.parent / "_internal").iterdir()}
    foreign = inside & {"central", "tests", "bench", "numpy", "lxml", "fastapi", "uvicorn", "sqlalchemy", "pytest"}
    require(not foreign, f"passengers: {sorted(foreign)}")


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
    require(took < 60, "the self-test takes more than a minute")


def works(bench: Bench, central: Office) -> None:
    """One real run of each subcommand, on a profile that begins empty."""
    profile, copies = bench.home / "perfil", bench.home / "copias"
    own = ("--profile", profile, "--password-fd", "FD")
    account = ("--server", central.url, "--user", central.user, "--account-password-fd", "FD")
    [signed] = bench.facts("login", *own, *account, secrets=[LOCAL, central.password])
    require(signed["signed_in"], "not signed in")
    require(bench.facts("sync", *own, secrets=[LOCAL])[-1]["outcome"] == "updated", "nothing came")
    listed = bench.facts("payslips", "list", *own, secrets=[LOCAL])
    require(listed and all(one["pdf"] == "held" for one in listed), f"payslips: {listed}")
    bench.facts("payslips", "export", "--to", copies, *own, secrets=[LOCAL])
    require(len(list(copies.rglob("*.pdf"))) == len(listed), "not every payslip was copied")
    [status] = bench.facts("status", *own, secrets=[LOCAL])
    require(status["held"] == len(listed), f"status: {status}")
    require(bench.facts("legajo", "show", *own, secrets=[LOCAL]), "no legajo")
    wish = bench.home / "solicitud.json"
    wish.write_text(json.dumps(WISH), encoding="utf-8")
    bench.facts("legajo", "request", wish, *own, secrets=[LOCAL])
    require(len(bench.facts("requests", "list", *own, secrets=[LOCAL])) == 1, "the request is not in the queue")
    bench.facts("sync", *own, secrets=[LOCAL])
    verdicts = bench.facts("verify", copies, *own, secrets=[LOCAL])
    require(len(verdicts) == len(listed), f"verify: {verdicts}")
    [doctor] = bench.facts("doctor", "--profile", profile, "--password-fd", "FD", secrets=[LOCAL])
    require(doctor["program"]["packaged"] and doctor["workers"]["seal_ms"], f"doctor: {doctor}")
    print(f"{len(listed)} payslips signed in for, listed, copied and verified; a request sent; the legajo shown")


if __name__ == "__main__":
    sys.exit(main())
