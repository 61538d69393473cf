"""What the smoke tests do with the packaged program: one command at a time, in a bare environment."""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NoReturn

ROOT = Path(__file__).resolve().parent.parent
PATIENCE = 180  # seconds for one command
LOCAL = "la vicuña cruza el puente"  # the password of every profile


@dataclass(frozen=True, slots=True)
class Bench:
    """The program under test and the home that it gets."""

    program: Path  # its folder holds everything else
    home: Path
    start: tuple[str, ...]  # the words that start it
    bare: Mapping[str, str]  # the environment
    seen: Callable[[Path], str] = str  # how the program spells a path of ours
    minute: float = 60.0  # seconds that the self-test may take; more where Windows is only played
    noise: str = ""  # how lines begin that are not the program's
    tried: list[tuple[str, ...]] = field(default_factory=list)

    def run(
        self, *words: object, secrets: Sequence[str] = (), codes: Sequence[int] = (0,), spoken: bool | None = False
    ) -> str:
        """One command; passwords that `FD` stands for go through its standard input. Its stdout. Ends the test when it
        went wrong; `spoken`: whether it has to say something on stderr, None where that is left open."""
        given = {"FD": "0"}
        arguments = [self.seen(word) if isinstance(word, Path) else given.get(str(word), str(word)) for word in words]
        self.tried.append(tuple(arguments))
        done = subprocess.run(
            [*self.start, *arguments], env=self.bare, cwd=self.home, input="".join(f"{secret}\n" for secret in secrets),
            capture_output=True, encoding="utf-8", check=False, timeout=PATIENCE,
        )  # fmt: skip
        said = [line for line in done.stderr.splitlines() if not (self.noise and line.startswith(self.noise))]
        wrong = spoken is not None and bool(said) is not spoken
        if done.returncode not in codes or wrong or "Traceback" in done.stderr:
            fail(f"chasqui {' '.join(arguments)}: exit {done.returncode}, not {codes}\n{done.stdout}\n{done.stderr}")
        return done.stdout

    def facts(self, *words: object, secrets: Sequence[str] = (), codes: Sequence[int] = (0,)) -> list[dict[str, Any]]:
        """The same with --json, read."""
        return [json.loads(line) for line in self.run(*words, "--json", secrets=secrets, codes=codes).splitlines()]


def plain_bench(program: Path, home: Path) -> Bench:
    """Of a program of this system: what a person's session has at the least, no Python, no variables of ours."""
    bare = {"PATH": "/usr/bin:/bin", "HOME": str(home), "QT_QPA_PLATFORM": "offscreen", "LANG": "C.UTF-8"}
    if sys.platform == "win32":  # there nothing starts without what the system tells every process
        bare = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    return Bench(program, home, (str(program),), bare)


def fail(words: str) -> NoReturn:
    """Say what is wrong and leave."""
    sys.exit(f"SMOKE TEST FAILED\n{words}")


def require(good: object, words: str) -> None:
    """Leave unless it is so."""
    if not good:
        fail(words)
