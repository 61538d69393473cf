"""Hostile files through the real worker: a calm verdict within its limits, and the next file is checked as ever."""

from collections.abc import Iterator
from pathlib import Path
from time import perf_counter

import pytest

from documents.seal.limits import Limits
from documents.seal.verdict import VerdictCode
from documents.seal.worker import Checker
from tests.attacks.cases import NOW, bases, trust
from tests.attacks.hostile import HOSTILE

LIMITS = Limits(seconds=1.5, killed_after=2.5, pages=10)  # the same machinery as with the usual ones, in less time
_LEISURE = 3.0  # seconds for a new process and a slow machine


@pytest.fixture(scope="module")
def checker() -> Iterator[Checker]:
    with Checker(trust(), LIMITS) as running:
        yield running


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_gets_a_calm_verdict_in_time(name: str, checker: Checker, tmp_path: Path) -> None:
    make, expected = HOSTILE[name]
    file = tmp_path / "archivo.pdf"
    file.write_bytes(make())
    begun = perf_counter()
    verdict = checker.check_file(file, now=NOW)
    assert perf_counter() - begun < LIMITS.killed_after + _LEISURE
    assert verdict.code in expected, verdict.reasons


def test_after_a_file_that_kills_the_worker_the_next_is_checked(checker: Checker, tmp_path: Path) -> None:
    bomb, good = tmp_path / "bomba.pdf", tmp_path / "boleta.pdf"
    bomb.write_bytes(HOSTILE["nested_flate_bomb"][0]())
    good.write_bytes(bases()[0].pdf)
    assert checker.check_file(bomb, now=NOW).code is VerdictCode.ARCHIVO_NO_LEGIBLE
    assert checker.check_file(good, now=NOW).code is VerdictCode.AUTENTICA
