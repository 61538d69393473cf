"""A real encrypted profile at the cheapest cost that is accepted."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from storage.connection import Connection
from storage.kdf import FLOOR
from storage.profile import Vault, new_profile
from tests.storage.people import PASSWORD


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "perfiles"


@pytest.fixture
def vault(home: Path) -> Iterator[Vault]:
    with new_profile(home, "Rosa", PASSWORD, cost=FLOOR) as opened:
        yield opened


@pytest.fixture(scope="module")
def lasting(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Vault]:
    """One vault for all the examples of a property; each example clears what it stored."""
    with new_profile(tmp_path_factory.mktemp("home"), "Rosa", PASSWORD, cost=FLOOR) as opened:
        yield opened


@pytest.fixture
def db(vault: Vault) -> Iterator[Connection]:
    with vault.cache() as opened:
        yield opened
