"""A real central API on loopback and a real encrypted profile, both with a clock that is moved by hand."""

import secrets
from collections.abc import Iterator
from contextlib import contextmanager
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


@contextmanager
def make_vault(directory: Path) -> Iterator[Vault]:
    """The two encrypted files of a profile, under a key that comes from no password: deriving one takes time."""
    directory.mkdir()
    with Vault(directory, "Ana", secrets.token_bytes(32), ProfileLock(directory / LOCK)) as opened:
        opened.create_files()
        yield opened


@pytest.fixture
def vault(tmp_path: Path) -> Iterator[Vault]:
    with make_vault(tmp_path / "profile") as opened:
        yield opened


@pytest.fixture
def second_desk(tmp_path: Path, office: Office, clock: StillClock) -> Iterator[Desk]:
    """Ana's other computer."""
    with make_vault(tmp_path / "other profile") as opened:
        yield Desk(opened, office, clock)


@pytest.fixture
def desk(vault: Vault, office: Office, clock: StillClock) -> Desk:
    return Desk(vault, office, clock)
