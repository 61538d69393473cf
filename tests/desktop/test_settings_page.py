"""The page Ajustes, with a real profile."""

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QPlainTextEdit, QPushButton

from desktop.choices import Choices
from desktop.dialogs.licences import LicencesDialog
from desktop.opened import Opened
from desktop.pages.settings_page import SettingsPage
from desktop.preferences import Preferences, load
from desktop.presenters.errors import Told
from desktop.tasks.desk import Desk
from desktop.theme import Theme
from desktop.widgets.dialogs import trouble_box, typing_box
from desktop.windows.profile_dialogs import ChangePassword, Rename, erase_words
from storage import cache
from storage.errors import WrongPasswordError
from storage.profile import list_profiles, open_profile
from tests.desktop.scenes import NOW, PASSWORD


class Recorder:
    """Stands where the composition root stands and notes what the page asks of it."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def leave_account(self) -> None:
        self.asked.append("leave")

    def sign_in_again(self) -> None:
        self.asked.append("again")

    def erase_everything(self) -> None:
        self.asked.append("erase")

    def renamed(self, alias: str) -> None:
        self.asked.append(alias)


@pytest.fixture
def choices(home: Path, desk: Desk) -> Choices:
    return Choices(home, Preferences(appearance="light"), desk)


@pytest.fixture
def recorder() -> Recorder:
    return Recorder()


@pytest.fixture
def page(opened: Opened, choices: Choices, recorder: Recorder, qtbot: Any) -> SettingsPage:
    made = SettingsPage(opened, choices, recorder)
    qtbot.addWidget(made)
    qtbot.waitUntil(lambda: bool(made.account.text()))
    return made


def test_a_choice_of_colours_shows_at_once_and_is_kept(
    page: SettingsPage, choices: Choices, look: Theme, home: Path, qtbot: Any
) -> None:
    page.appearance.setCurrentIndex(page.appearance.findData("dark"))
    assert look.dark
    qtbot.waitUntil(lambda: load(home).appearance == "dark")


def test_the_text_grows_up_to_double(page: SettingsPage, look: Theme, qtbot: Any, home: Path) -> None:
    page.text_size.setCurrentIndex(page.text_size.findData(200))
    assert look.look.text_size == 200
    qtbot.waitUntil(lambda: load(home).text_size == 200)


def test_minutes_to_lock_can_be_one_to_fifteen(page: SettingsPage, choices: Choices, home: Path, qtbot: Any) -> None:
    offered = [page.lock_minutes.itemData(row) for row in range(page.lock_minutes.count())]
    assert offered == list(range(1, 16))
    assert page.lock_minutes.currentData() == 5
    page.lock_minutes.setCurrentIndex(0)
    qtbot.waitUntil(lambda: load(home).lock_minutes == 1)


def test_the_account_shows_user_and_server(page: SettingsPage) -> None:
    assert page.account.text() == "Usuario rosa.ejemplo · http://127.0.0.1:9"
    assert page.leave.isEnabled()
    assert page.again_row.isHidden()


def test_an_ended_session_offers_to_sign_in_again(
    page: SettingsPage, opened: Opened, recorder: Recorder, qtbot: Any
) -> None:
    with opened.vault.cache() as db:
        cache.end_session(db)
    page.refresh()
    qtbot.waitUntil(lambda: not page.leave.isEnabled())
    assert not page.again_row.isHidden()
    page.again.click()
    assert recorder.asked == ["again"]


def test_another_password_opens_the_profile_and_the_old_one_does_not(opened: Opened, qtbot: Any) -> None:
    box = ChangePassword(None, opened)
    qtbot.addWidget(box)
    new = "otra frase con sal y viento"
    box.old.put(PASSWORD)
    box.new.put(new)
    box.again.put(new)
    with qtbot.waitSignal(box.accepted):
        box.submit()
    directory = opened.vault.directory
    opened.vault.close()
    with pytest.raises(WrongPasswordError):
        open_profile(directory, PASSWORD, now=NOW)
    open_profile(directory, new, now=NOW).close()


def test_a_wrong_old_password_is_said_beside_its_field(opened: Opened, qtbot: Any) -> None:
    box = ChangePassword(None, opened)
    qtbot.addWidget(box)
    box.old.put("no era esta")
    box.new.put("otra frase con sal y viento")
    box.again.put("otra frase con sal y viento")
    box.submit()
    qtbot.waitUntil(lambda: "no es correcta" in box.old.below)


def test_a_weak_or_different_new_password_is_not_even_tried(opened: Opened, qtbot: Any) -> None:
    box = ChangePassword(None, opened)
    qtbot.addWidget(box)
    box.old.put(PASSWORD)
    box.new.put("corta")
    box.submit()
    assert "10" in box.new.below
    box.new.put("otra frase con sal y viento")
    box.again.put("otra")
    box.submit()
    assert "No es igual" in box.again.below


def test_the_alias_can_be_changed(opened: Opened, qtbot: Any, home: Path) -> None:
    box = Rename(None, opened)
    qtbot.addWidget(box)
    box.alias.put("   ")
    box.submit()
    assert "Póngale un nombre" in box.alias.below
    box.alias.put("Casa")
    with qtbot.waitSignal(box.renamed):
        box.submit()
    assert [card.alias for card in list_profiles(home)] == ["Casa"]


def test_erasing_waits_for_the_typed_word(qtbot: Any) -> None:
    box = typing_box(None, "Borrar", ("Se pierde esto.",), "BORRAR", "Borrar para siempre")
    qtbot.addWidget(box)
    go = next(button for button in box.findChildren(QPushButton) if button.property("role") == "danger")
    assert not go.isEnabled()
    field = box.focusWidget() or box
    qtbot.keyClicks(field, "borra")
    assert not go.isEnabled()
    qtbot.keyClicks(field, "r")
    assert go.isEnabled()


def test_erasing_says_what_is_lost_and_what_is_not() -> None:
    words = " ".join(erase_words(0))
    assert "Se destruye la llave" in words
    assert "se vuelven a descargar" in words
    assert "3 solicitudes" in erase_words(3)[0]
    assert "1 solicitud " in erase_words(1)[0]
    assert "1 borrador " in erase_words(0, 1)[0]
    assert "2 borradores" in erase_words(3, 2)[1]


def test_trouble_keeps_its_technical_part_folded(qtbot: Any) -> None:
    box = trouble_box(None, Told("disk-full", "No hay espacio.", "Lo guardado sigue.", "Libere espacio.", "OSError 28"))
    qtbot.addWidget(box)
    details = box.findChild(QPlainTextEdit)
    assert details is not None
    assert details.isHidden()
    more = next(button for button in box.findChildren(QPushButton) if button.text() == "&Detalles")
    more.click()
    assert not details.isHidden()
    assert details.toPlainText() == "disk-full\nOSError 28"


def test_it_looks_as_it_should(page: SettingsPage, grab: Any) -> None:
    assert grab(page, "settings", 1154, 1200).exists()


def test_the_licences_are_read_where_the_program_says_what_it_is(page: SettingsPage, qtbot: Any) -> None:
    next(button for button in page.findChildren(QPushButton) if button.text() == "&Licencias").click()
    box = page.findChild(LicencesDialog)
    assert isinstance(box, LicencesDialog)
    qtbot.waitUntil(lambda: bool(box.text.toPlainText()))
    text = box.text.toPlainText()
    assert text.startswith("LICENCIAS DE LO QUE VIENE CON CHASQUI")
    assert "GNU LESSER GENERAL PUBLIC LICENSE" in text
    assert "ZETETIC" in text
