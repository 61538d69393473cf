"""The files of a profile are read over weekly and after a crash; damage is told, and mended at the next opening."""

import shutil
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from desktop.preferences import FilesCheck, Preferences, load
from desktop.presenters.examined import damage_words
from desktop.tasks.examining import Examining, is_due
from storage.layout import CACHE, OFFICE, OUTBOX
from storage.profile import Vault, open_profile
from tests.desktop.scenes import NOW, PASSWORD, Lived

TODAY = NOW.date()
SOUND = FilesCheck(looked=TODAY.isoformat())
PAGE = 4096


def spoil(path: Path) -> None:
    """A page near the end."""
    content = bytearray(path.read_bytes())
    content[-PAGE - 99] ^= 1
    path.write_bytes(content)


def known(lived: Lived, vault: Vault) -> FilesCheck:
    return lived.program.choices.preferences.files[vault.directory.name]


@pytest.fixture
def examining(lived: Lived) -> Examining:
    return lived.custody().examining


@pytest.mark.parametrize(
    ("check", "due"),
    [
        (FilesCheck(), True),
        (SOUND, False),
        (FilesCheck(looked=(TODAY - timedelta(days=6)).isoformat()), False),
        (FilesCheck(looked=(TODAY - timedelta(days=7)).isoformat()), True),
        (FilesCheck(looked=(TODAY + timedelta(days=2)).isoformat()), True),
        (FilesCheck(looked=TODAY.isoformat(), owed=True), True),
    ],
)
def test_a_check_is_owed_after_a_week_after_a_crash_and_by_a_clock_set_back(check: FilesCheck, due: bool) -> None:
    assert is_due(check, TODAY) == due


def test_sound_files_are_noted_and_nobody_is_disturbed(
    qtbot: Any, lived: Lived, vault: Vault, examining: Examining, ui_thread_guard: Callable[[], Any]
) -> None:
    assert examining.waiting, "never checked before"
    with ui_thread_guard():
        examining.look()
        qtbot.waitUntil(lambda: known(lived, vault).looked == TODAY.isoformat())
    assert known(lived, vault) == FilesCheck(looked=TODAY.isoformat(), opened=True)
    assert lived.custody().window.notice.isHidden()


def test_a_profile_that_was_closed_as_it_should_owes_nothing_until_a_week_has_passed(
    lived: Lived, vault: Vault, home: Path
) -> None:
    lived.program.choices.choose(files={vault.directory.name: SOUND})
    lived.custody().examining.begin()
    lived.program.shut_down()
    assert load(home).files == {vault.directory.name: SOUND}
    assert not lived.custody().examining.waiting


def test_a_profile_that_was_never_closed_is_checked_though_it_was_checked_today(
    live: Callable[..., Lived], vault: Vault, home: Path
) -> None:
    crashed = FilesCheck(looked=TODAY.isoformat(), opened=True)
    lived = live(preferences=Preferences(appearance="light", files={vault.directory.name: crashed}))
    lived.program.open(vault)
    assert lived.custody().examining.waiting
    lived.program.shut_down()
    assert load(home).files[vault.directory.name].owed, "a sitting that was too short leaves it owed"


def test_damage_is_told_in_a_notice_that_leads_to_mending(
    qtbot: Any, lived: Lived, vault: Vault, examining: Examining, monkeypatch: pytest.MonkeyPatch, grab: Any
) -> None:
    monkeypatch.setattr(vault, "find_damage", lambda: (vault.directory / CACHE,))
    examining.look()
    notice = lived.custody().window.notice
    qtbot.waitUntil(lambda: not notice.isHidden())
    assert "dañada" in notice.text
    assert "Sus solicitudes están bien" in notice.text
    assert known(lived, vault).damaged
    assert grab(lived.custody().window, "examined").exists()
    notice._act()
    assert lived.restarts == ["restart"]


def test_a_check_that_is_hindered_is_tried_again(
    qtbot: Any, lived: Lived, vault: Vault, examining: Examining, monkeypatch: pytest.MonkeyPatch
) -> None:
    from storage.errors import ProfileBusyError

    def busy() -> tuple[Path, ...]:
        raise ProfileBusyError

    examining._timer.stop()
    monkeypatch.setattr(vault, "find_damage", busy)
    examining.look()
    qtbot.waitUntil(lambda: examining.waiting)
    assert known(lived, vault).looked == ""


def test_what_was_found_is_mended_at_the_next_opening(
    qtbot: Any, live: Callable[..., Lived], home: Path, filled_profile: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[bool] = []
    monkeypatch.setattr("desktop.windows.mending.ask", lambda *_words: asked.append(True) or True)
    directory = Path(shutil.copytree(filled_profile, home / filled_profile.name))
    spoil(directory / CACHE)
    found = FilesCheck(looked=TODAY.isoformat(), damaged=True)
    lived = live(preferences=Preferences(appearance="light", files={directory.name: found}))
    vault = open_profile(directory, PASSWORD, now=NOW)
    assert vault.damaged == (), "opening alone does not see a page deep in the cache"
    lived.program.open(vault)
    qtbot.waitUntil(lambda: lived.program.custody is not None)
    assert asked == [True]
    assert (directory / "cache.damaged-1.db").exists()
    assert not known(lived, vault).damaged


def test_each_file_has_its_own_words() -> None:
    assert "nada se borrará" in damage_words((CACHE, OUTBOX), OUTBOX, CACHE)
    assert "se descarga otra vez" in damage_words((CACHE,), OUTBOX, CACHE)
    assert "Se rehace con lo que se pueda leer" in damage_words(("office.db",), OUTBOX, CACHE)


def test_a_damaged_file_of_an_office_is_begun_anew_at_the_next_opening_and_told(
    qtbot: Any, live: Callable[..., Lived], home: Path, filled_profile: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    monkeypatch.setattr("desktop.windows.mending.tell", lambda _parent, *words, **_icon: told.extend(words))
    directory = Path(shutil.copytree(filled_profile, home / filled_profile.name))
    with open_profile(directory, PASSWORD, now=NOW) as before:
        before.office().close()
    spoil(directory / OFFICE)
    found = FilesCheck(looked=TODAY.isoformat(), damaged=True)
    lived = live(preferences=Preferences(appearance="light", files={directory.name: found}))
    vault = open_profile(directory, PASSWORD, now=NOW)
    lived.program.open(vault)
    qtbot.waitUntil(lambda: bool(told))
    assert told[0] == "Se reparó un archivo de la oficina"
    assert "decisiones por enviar no se tocaron" in told[-1]
    assert (directory / "office.damaged-1.db").exists()
    assert vault.damaged == ()
    vault.office().close()
