"""The scenery's fixtures, for every journey."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from functools import partial

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.theme import Appearance, Look, load_fonts, theme
from tests.journeys.request_scenery import Computer, founded, town
from tests.journeys.request_screens import Screen, running
from tests.journeys.scenery import central, chasqui

__all__ = ["central", "chasqui", "founded", "town"]


@pytest.fixture
def run(qtbot: QtBot, qapp: QApplication) -> Callable[[Computer], AbstractContextManager[Screen]]:
    """`with run(town.casa) as screen:` is one run of the program on that computer."""
    load_fonts()
    theme().apply(Look(Appearance.LIGHT, 100))
    return partial(running, qtbot)
