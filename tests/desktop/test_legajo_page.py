"""Mi legajo over a real profile: read, found, opened, marked, refreshed by sync, and never on the UI thread."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QWidget
from pytestqt.qtbot import QtBot

from desktop.opened import Opened
from desktop.pages.legajo_page import LegajoPage
from desktop.tasks.desk import Desk
from desktop.theme import Appearance, Look, Theme
from storage import drafts, legajo
from storage.profile import open_profile
from storage.records import Removal
from storage.request_records import RequestState
from tests.desktop.filling import PASSWORD, WHEN
from tests.desktop.legajo_scenes import (
    ADDRESS,
    LEAVE,
    RECORDS,
    SANCTION,
    TITLE,
    TRAININGS,
    Way,
    Wishes,
    content,
    document,
    file_legajo,
    office_request,
    shelve_legajo,
    uuid,
)
from tests.desktop.scenes import StillClock

Guard = Callable[[], AbstractContextManager[None]]


@pytest.fixture(scope="module")
def shelved(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return shelve_legajo(tmp_path_factory.mktemp("legajo"))


@pytest.fixture
def shelf(shelved: Path, tmp_path: Path, clock: StillClock) -> Iterator[Opened]:
    directory = tmp_path / shelved.name
    shutil.copytree(shelved, directory)
    with open_profile(directory, PASSWORD, now=WHEN) as vault:
        opened = Opened(vault, Desk(vault), clock)
        yield opened
        opened.desk.close()


@pytest.fixture
def way() -> Way:
    return Way()


@pytest.fixture
def make(shelf: Opened, way: Way, qtbot: QtBot) -> Callable[[], LegajoPage]:
    """The page at 1100 pixels, read and shown."""

    def made() -> LegajoPage:
        page = LegajoPage(shelf, way)  # type: ignore[arg-type] # what the page asks of the exchange
        qtbot.addWidget(page)
        page.resize(1140, 720)
        page.show()
        qtbot.waitUntil(lambda: page.reading is not None)
        return page

    return made


def read_again(qtbot: QtBot, page: LegajoPage) -> None:
    before = page.reading
    page.refresh()
    qtbot.waitUntil(lambda: page.reading is not before)


def open_record(qtbot: QtBot, page: LegajoPage, record: str) -> None:
    page.open_record(record)
    qtbot.waitUntil(lambda: page.record is not None and page.record.shown.shown.id == record)


def words(root: QWidget) -> str:
    return "\n".join(label.text() for label in root.findChildren(QLabel) if label.isVisible())


def listed(page: LegajoPage) -> list[str]:
    return [row.title for row in page.records.model.rows]


def test_the_page_shows(make: Callable[[], LegajoPage], grab: Callable[..., Path]) -> None:
    page = make()
    grab(page, "legajo-secciones", 1140, 720)
