"""A real encrypted profile at the cheapest cost that is accepted."""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from storage.connection import Connection
from storage.files import make_private_folder
from storage.kdf import FLOOR
from storage.layout import LOCK, own_files
from storage.lock import ProfileLock
from storage.profile import Vault, new_profile
from tests.storage.people import PASSWORD


@dataclass(frozen=True)
class Made:
    """A closed profile and its key."""

    directory: Path
    data_key: bytes

    def opened_in(self, directory: Path) -> Vault:
        """A copy of it, opened as `open_profile` does after the password."""
        make_private_folder(directory)
        for path in own_files(self.directory):
            shutil.copy2(path, directory)
        vault = Vault(directory, "Rosa", self.data_key, ProfileLock(directory / LOCK))
        vault.prepare_files()
        return vault


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "perfiles"


@pytest.fixture(scope="session")
def made_once(tmp_path_factory: pytest.TempPathFactory) -> Made:
    """A real profile, made by the real function once; tests get copies of its files, which takes no Argon2."""
    with new_profile(tmp_path_factory.mktemp("once"), "Rosa", PASSWORD, cost=FLOOR) as vault:
        return Made(vault.directory, vault._data_key)


@pytest.fixture
def vault(home: Path, made_once: Made) -> Iterator[Vault]:
    with made_once.opened_in(home / "0123456789abcdef") as opened:
        yield opened


@pytest.fixture(scope="module")
def lasting(tmp_path_factory: pytest.TempPathFactory, made_once: Made) -> Iterator[Vault]:
    """One vault for all the examples of a property; each example clears what it stored."""
    with made_once.opened_in(tmp_path_factory.mktemp("home") / "lasting") as opened:
        yield opened


@pytest.fixture
def db(vault: Vault) -> Iterator[Connection]:
    with vault.cache() as opened:
        yield opened
