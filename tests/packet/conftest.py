"""Folders and requests for packets; the papers themselves are made in `papers`."""

from pathlib import Path

import pytest

from documents.packet.fut import Fut
from documents.packet.profiles import Profile, load
from tests.packet.papers import FUT


@pytest.fixture
def fut() -> Fut:
    return FUT


@pytest.fixture
def general(fut: Fut) -> Profile:
    """The careful default."""
    return load().find("general", fut.fecha)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "paquete"
    made.mkdir()
    return made
