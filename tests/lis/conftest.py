"""A real profile with the index of old payroll files."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from storage.connection import Connection
from storage.kdf import FLOOR
from storage.profile import Vault, new_profile
from tests.storage.conftest import Made
from tests.storage.people import PASSWORD


@pytest.fixture(scope="session")
def made_for_lis(tmp_path_factory: pytest.TempPathFactory) -> Made:
    """A real profile, made once; tests get copies of its files."""
    with new_profile(tmp_path_factory.mktemp("lis"), "Planillas", PASSWORD, cost=FLOOR) as vault:
        return Made(vault.directory, vault._data_key)


@pytest.fixture
def vault(tmp_path: Path, made_for_lis: Made) -> Iterator[Vault]:
    with made_for_lis.opened_in(tmp_path / "perfiles" / "0123456789abcdef") as opened:
        yield opened


@pytest.fixture
def db(vault: Vault) -> Iterator[Connection]:
    with vault.lis() as opened:
        yield opened
