"""The window that opens a profile, with real profiles on disk."""

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit

from desktop.preferences import Preferences
from desktop.windows.forgotten import Forgotten, aside_alias
from desktop.windows.main_window import MainWindow
from desktop.windows.sign_in_window import SignInWindow
from desktop.windows.unlock_window import UnlockWindow, queue_words
from storage.kdf import FLOOR
from storage.layout import OUTBOX, QUEUED
from storage.profile import list_profiles, new_profile, open_profile
from tests.desktop.scenes import NOW, PASSWORD, Lived, StillClock


@pytest.fixture
def profile(home: Path, filled_profile: Path) -> Path:
    directory = home / filled_profile.name
    shutil.copytree(filled_profile, directory)
    return directory


@pytest.fixture
def window(profile: Path, live: Callable[..., Lived]) -> tuple[Lived, UnlockWindow]:
    lived = live(preferences=Preferences(appearance="light", waiting={profile.name: 2}))
    assert isinstance(lived.program.window, UnlockWindow)
    return lived, lived.program.window


def type_password(qtbot: Any, window: UnlockWindow, password: str) -> None:
    window.password.edit.clear()
    qtbot.keyClicks(window.password.edit, password)
    qtbot.keyClick(window.password.edit, Qt.Key.Key_Return)


def said(window: UnlockWindow, qtbot: Any) -> str:
    qtbot.waitUntil(lambda: bool(window.said.text()))
    return window.said.text()


def test_the_right_password_opens_the_main_window(qtbot: Any, window: tuple[Lived, UnlockWindow]) -> None:
    lived, unlock = window
    type_password(qtbot, unlock, PASSWORD)
    qtbot.waitUntil(lambda: isinstance(lived.program.window, MainWindow))
    assert lived.custody().window.navigation.current == "home"
    assert unlock.password.text == ""


def test_it_shows_alias_and_waiting_requests_and_nothing_about_the_person(window: tuple[Lived, UnlockWindow]) -> None:
    _lived, unlock = window
    words = " ".join(label.text() for label in unlock.findChildren(QLabel))
    names = " ".join(face.accessibleName() for face in unlock.cards.faces)
    assert "Mi perfil" in names
    assert "Hay 2 solicitudes por enviar: no se perderán" in words
    for personal in ("MAMANI", "ROSA", "99900017", "rosa.ejemplo"):
        assert personal not in words + names + unlock.windowTitle()


def test_a_wrong_password_changes_nothing_and_says_so(
    qtbot: Any, window: tuple[Lived, UnlockWindow], home: Path
) -> None:
    lived, unlock = window
    type_password(qtbot, unlock, "otra cosa distinta")
    assert "no es correcta" in said(unlock, qtbot)
    assert lived.program.window is unlock
    assert len(list_profiles(home)) == 1


def test_after_wrong_passwords_it_counts_down_and_then_lets_try_again(
    qtbot: Any, window: tuple[Lived, UnlockWindow], clock: StillClock
) -> None:
    lived, unlock = window
    for _ in range(4):
        qtbot.waitUntil(unlock.open.isEnabled)
        type_password(qtbot, unlock, "otra cosa distinta")
        qtbot.waitUntil(lambda: not unlock.busy.isVisible() and bool(unlock.said.text()))
        clock.forward(1.01)
        unlock._tick()
    type_password(qtbot, unlock, "otra cosa distinta")
    qtbot.waitUntil(lambda: "Espere" in unlock.said.text())
    assert not unlock.open.isEnabled()
    clock.forward(60)
    unlock._tick()
    assert unlock.open.isEnabled()
    assert "volver a intentar" in unlock.said.text()
    type_password(qtbot, unlock, PASSWORD)
    qtbot.waitUntil(lambda: isinstance(lived.program.window, MainWindow))


def test_an_empty_password_is_not_even_tried(qtbot: Any, window: tuple[Lived, UnlockWindow]) -> None:
    _lived, unlock = window
    unlock.password.edit.clear()
    qtbot.mouseClick(unlock.open, Qt.MouseButton.LeftButton)
    assert "Escriba la contraseña" in unlock.password.below
    assert unlock.busy.isHidden()


def test_a_profile_that_is_open_elsewhere_has_its_own_sentence(
    qtbot: Any, window: tuple[Lived, UnlockWindow], profile: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = told_troubles(monkeypatch)
    _lived, unlock = window
    with open_profile(profile, PASSWORD, now=NOW):
        type_password(qtbot, unlock, PASSWORD)
        assert "ya está abierto en otra ventana" in said(unlock, qtbot)
    assert told == ["profile-busy"]


def test_a_damaged_envelope_has_its_own_sentence(
    qtbot: Any, window: tuple[Lived, UnlockWindow], profile: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = told_troubles(monkeypatch)
    _lived, unlock = window
    (profile / "vault.json").write_bytes(b"{")
    type_password(qtbot, unlock, PASSWORD)
    assert "está dañado" in said(unlock, qtbot)
    assert told == ["damaged-file"]


def told_troubles(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The codes of the troubles that a dialog would have told."""
    told: list[str] = []
    monkeypatch.setattr("desktop.windows.unlock_window.tell_trouble", lambda _parent, words: told.append(words.code))
    return told


def test_opening_does_no_work_on_the_ui_thread(
    qtbot: Any, window: tuple[Lived, UnlockWindow], ui_thread_guard: Any
) -> None:
    lived, unlock = window
    with ui_thread_guard():
        type_password(qtbot, unlock, PASSWORD)
        qtbot.waitUntil(lambda: isinstance(lived.program.window, MainWindow))
        exchange = lived.custody().exchange
        qtbot.waitUntil(lambda: exchange.counts is not None)


def test_the_password_can_be_shown_and_hidden(qtbot: Any, window: tuple[Lived, UnlockWindow]) -> None:
    _lived, unlock = window
    line = unlock.password.edit
    button = line.button  # type: ignore[attr-defined]
    assert line.echoMode() == QLineEdit.EchoMode.Password
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert line.echoMode() == QLineEdit.EchoMode.Normal
    assert button.text() == "Ocultar"
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert line.echoMode() == QLineEdit.EchoMode.Password


def test_capitals_without_shift_bring_the_caps_lock_hint(qtbot: Any, window: tuple[Lived, UnlockWindow]) -> None:
    _lived, unlock = window
    qtbot.keyClick(unlock.password.edit, Qt.Key.Key_A, Qt.KeyboardModifier.NoModifier)
    assert not unlock.password.warns_of_capitals
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QApplication

    press = QKeyEvent(QKeyEvent.Type.KeyPress, Qt.Key.Key_A, Qt.KeyboardModifier.NoModifier, "A")
    QApplication.sendEvent(unlock.password.edit, press)
    assert unlock.password.warns_of_capitals


def test_another_profile_empties_what_was_typed(
    qtbot: Any, home: Path, profile: Path, live: Callable[..., Lived]
) -> None:
    new_profile(home, "Director", PASSWORD, cost=FLOOR).close()
    unlock = live().program.window
    assert isinstance(unlock, UnlockWindow)
    qtbot.keyClicks(unlock.password.edit, "abc")
    qtbot.mouseClick(unlock.cards.faces[1], Qt.MouseButton.LeftButton)
    assert unlock.password.text == ""


def test_another_person_gets_the_sign_in_window_and_can_come_back(
    qtbot: Any, window: tuple[Lived, UnlockWindow]
) -> None:
    lived, unlock = window
    qtbot.mouseClick(unlock.cards.stranger, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: isinstance(lived.program.window, SignInWindow))
    lived.program.window.returned.emit()  # type: ignore[union-attr]
    qtbot.waitUntil(lambda: isinstance(lived.program.window, UnlockWindow))


def test_a_forgotten_password_sets_the_profile_aside_and_erases_nothing(
    qtbot: Any, window: tuple[Lived, UnlockWindow], home: Path, profile: Path
) -> None:
    lived, unlock = window
    before = {file.name for file in profile.iterdir()}
    box = Forgotten(unlock, unlock._card, lived.program.desk)
    with qtbot.waitSignal(box.set_aside):
        qtbot.mouseClick(box.go, Qt.MouseButton.LeftButton)
    assert [card.alias for card in list_profiles(home)] == ["Mi perfil (apartado)"]
    assert before <= {file.name for file in profile.iterdir()}
    open_profile(profile, PASSWORD, now=NOW).close()


def test_a_forgotten_password_lets_what_was_queued_be_taken_to_the_office(
    qtbot: Any, window: tuple[Lived, UnlockWindow], home: Path, profile: Path, tmp_path: Path, grab: Any
) -> None:
    lived, unlock = window
    box = Forgotten(unlock, unlock._card, lived.program.desk)
    assert box.carry.isHidden()
    (profile / QUEUED).write_bytes(b"CHQPKT1\nsealed")
    (card,) = list_profiles(home)
    box = Forgotten(unlock, card, lived.program.desk)
    qtbot.addWidget(box)
    grab(box, "olvido-con-pendientes", 620, 420)
    box.ask_folder = lambda: tmp_path
    box.carry.click()
    qtbot.waitUntil(lambda: "Entréguela en su UGEL" in box.told.text(), timeout=20_000)
    assert (tmp_path / "chasqui-para-la-ugel-cola.chasqui").read_bytes() == b"CHQPKT1\nsealed"


def test_setting_aside_twice_marks_once() -> None:
    assert aside_alias("Mi perfil (apartado)") == "Mi perfil (apartado)"


def test_the_line_below_counts_requests() -> None:
    assert "cifradas en esta computadora" in queue_words(0)
    assert "1 solicitud por enviar" in queue_words(1)


def test_a_damaged_cache_is_put_aside_when_the_person_agrees(
    qtbot: Any, window: tuple[Lived, UnlockWindow], profile: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("desktop.windows.mending.ask", lambda *_words: True)
    lived, unlock = window
    from storage.layout import CACHE

    whole = (profile / CACHE).read_bytes()
    (profile / CACHE).write_bytes(b"x" * len(whole))
    type_password(qtbot, unlock, PASSWORD)
    qtbot.waitUntil(lambda: isinstance(lived.program.window, MainWindow))
    assert any("damaged" in file.name for file in profile.iterdir())


def test_a_damaged_outbox_is_salvaged_and_the_person_is_told(
    qtbot: Any, window: tuple[Lived, UnlockWindow], profile: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    monkeypatch.setattr("desktop.windows.mending.tell", lambda _parent, *words, icon: told.extend(words))
    lived, unlock = window
    (profile / OUTBOX).write_bytes(b"x" * 40_960)
    type_password(qtbot, unlock, PASSWORD)
    qtbot.waitUntil(lambda: isinstance(lived.program.window, MainWindow) and bool(told))
    assert told[0] == "El archivo de sus solicitudes estaba dañado"
    assert (profile / "outbox.damaged-1.db").read_bytes() == b"x" * 40_960
    assert (profile / OUTBOX).read_bytes()[:9] != b"x" * 9, "a new one is in its place"


def test_it_looks_as_it_should(window: tuple[Lived, UnlockWindow], grab: Any) -> None:
    _lived, unlock = window
    assert grab(unlock, "unlock").exists()
