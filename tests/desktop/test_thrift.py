"""Saving data, at the window: chosen in Ajustes, said in Sincronización, a PDF asked for in Mis boletas."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from desktop.choices import Choices
from desktop.opened import Opened
from desktop.pages.payslips_page import PayslipsPage
from desktop.pages.settings_page import SettingsPage
from desktop.preferences import Preferences
from desktop.tasks.desk import Desk
from documents.payslip import Period
from storage import cache
from storage.thrift import Thrift, set_thrift, thrift
from tests.desktop.filling import file_career, make_vault, open_career
from tests.desktop.scenes import StillClock
from tests.desktop.test_settings_page import Recorder

Grab = Callable[..., Path]
AWAITED = Period(2025, 5)


@pytest.fixture
def shelf(tmp_path: Path, clock: StillClock) -> Any:
    """27 payslips, one PDF of which has not come; data is saved."""
    with make_vault(tmp_path / "made") as made, made.cache() as db:
        file_career(db, without_pdf=[AWAITED])
        set_thrift(db, Thrift(saver=True))
    with open_career(made.directory, tmp_path / "profiles") as vault:
        opened = Opened(vault, Desk(vault), clock)
        yield opened
        opened.desk.close()


def test_the_choice_is_kept_with_the_profile(opened: Opened, home: Path, desk: Desk, qtbot: QtBot, grab: Grab) -> None:
    page = SettingsPage(opened, Choices(home, Preferences(appearance="light"), desk), Recorder())
    qtbot.addWidget(page)
    box = page.thrift.choice
    qtbot.waitUntil(box.isEnabled)
    assert box.currentText() == "Se traen solos"
    box.setCurrentIndex(box.count() - 1)
    box.activated.emit(box.count() - 1)

    def kept() -> bool:
        with opened.vault.cache() as db:
            return thrift(db) == Thrift(saver=True)

    qtbot.waitUntil(kept)
    page.refresh()
    qtbot.waitUntil(lambda: box.currentText() == "Ahorro: solo si los pido")
    grab(page, "settings-thrift")


def test_a_missing_pdf_is_asked_for_and_promised(shelf: Opened, qtbot: QtBot, grab: Grab) -> None:
    page = PayslipsPage(shelf)
    qtbot.addWidget(page)
    page.resize(1154, 728)
    page.show()
    qtbot.waitUntil(lambda: page.reading is not None)
    assert page.reading is not None
    awaited = next(row for row in page.reading.every if row.periodo == AWAITED)
    page.open_item(awaited.id)
    qtbot.waitUntil(lambda: page.view.reading is not None and page.view.reading.row.id == awaited.id)
    button = next(one for one in page.view.findChildren(QPushButton) if "Traer este PDF" in one.text())
    assert button.isVisible()
    grab(page, "payslips-thrift")
    with qtbot.waitSignal(page.wish.wanted):
        button.click()
    assert not button.isVisible()
    with shelf.vault.cache() as db:
        assert awaited.pdf is not None
        assert [pdf.sha256 for pdf in cache.asked_pdfs(db)] == [awaited.pdf.sha256]
