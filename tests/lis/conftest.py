"""A real profile with the index of old payroll files."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from storage.connection import Connection
from storage.kdf import FLOOR
from storage.profile import Vault, new_profile
from tests.storage.people import PASSWORD


@pytest.fixture
def vault(tmp_path: Path) -> Iterator[Vault]:
    with new_profile(tmp_path / "perfiles", "Planillas", PASSWORD, cost=FLOOR) as opened:
        yield opened


@pytest.fixture
def db(vault: Vault) -> Iterator[Connection]:
    with vault.lis() as opened:
        yield opened
