"""A real central API on loopback and a real encrypted profile, both with a clock that is moved by hand."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from storage.kdf import FLOOR
from storage.profile import Vault, new_profile
from tests.sync.office import Desk, Office, StillClock


@pytest.fixture
def clock() -> StillClock:
    return StillClock()


@pytest.fixture
def office(tmp_path: Path, clock: StillClock) -> Iterator[Office]:
    opened = Office(tmp_path, clock)
    yield opened
    opened.close()


@pytest.fixture
def vault(tmp_path: Path) -> Iterator[Vault]:
    with new_profile(tmp_path / "home", "Ana", "tres gatos verdes 7", cost=FLOOR) as opened:
        yield opened


@pytest.fixture
def desk(vault: Vault, office: Office, clock: StillClock) -> Desk:
    return Desk(vault, office, clock)
