"""A real central API on loopback and a real encrypted profile, both with a clock that is moved by hand."""

import secrets
from collections.abc import Iterator
from pathlib import Path

import pytest

from storage.layout import LOCK
from storage.lock import ProfileLock
from storage.profile import Vault
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
    """The two encrypted files of a profile, under a key that comes from no password: deriving one takes time."""
    directory = tmp_path / "profile"
    directory.mkdir()
    with Vault(directory, "Ana", secrets.token_bytes(32), ProfileLock(directory / LOCK)) as opened:
        opened.create_files()
        yield opened


@pytest.fixture
def desk(vault: Vault, office: Office, clock: StillClock) -> Desk:
    return Desk(vault, office, clock)
