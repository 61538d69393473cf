"""No acknowledged request lost, none twice, nothing readable on the disk: at changes spread over each piece of work.

Here a sample; `make crashes` looks at every change. What is looked at, and how, is tests.crash.proofs'.
"""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.crash.shim import POSSIBLE, built, run

pytestmark = pytest.mark.skipif(not POSSIBLE, reason="the shim between a process and its disk needs Linux and gcc")


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return built(tmp_path_factory.mktemp("shim"))


def prove(library: Path, folder: Path, what: str, points: int) -> Any:
    return json.loads(run(library, what, str(folder), str(points)))


def test_after_a_power_cut_both_files_are_as_they_were_acknowledged(library: Path, tmp_path: Path) -> None:
    found = prove(library, tmp_path, "sitting", 25)
    assert found["committed"] > 40
    assert sum(found["states"].values()) > 35
    assert found["plaintext"] == 0


def test_a_cut_exchange_goes_on_and_files_each_request_once(library: Path, tmp_path: Path) -> None:
    found = prove(library, tmp_path, "exchange", 8)
    assert found["gone_on"] >= 4
    assert found["plaintext"] == 0


def test_kill_9_again_and_again_loses_and_doubles_nothing(library: Path, tmp_path: Path) -> None:
    found = prove(library, tmp_path, "kills", 5)
    assert found["deaths"] == 5
    assert found["requests"] > 5
    assert found["plaintext"] == 0


def test_a_disk_that_refuses_leaves_the_state_before_and_all_goes_on_afterwards(library: Path, tmp_path: Path) -> None:
    found = prove(library, tmp_path, "faults", 1)
    assert found["FULL: DiskFullError"] > 0
    assert found["HALF: DiskFullError"] > 0
    assert found["DEAD: DiskTroubleError"] > 0
    assert not [name for name in found if "Bug" in name or "Damaged" in name]


def test_a_power_cut_while_a_profile_is_made_or_changed_leaves_a_state_that_goes_on(
    library: Path, tmp_path: Path
) -> None:
    found = prove(library, tmp_path, "profiles", 3)
    assert len(found) == 7
    for name, looked in found.items():
        assert sum(looked["states"].values()) >= 3, name
        assert looked["plaintext"] == 0


def test_a_migration_killed_before_any_statement_leaves_a_whole_schema(library: Path, tmp_path: Path) -> None:
    found = prove(library, tmp_path, "migrations", 7)
    assert len(found) >= 5
    assert all(found.values())
