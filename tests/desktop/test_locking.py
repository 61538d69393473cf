"""Locking: by hand, by idleness, by a new process; and what stays on disk in the clear (nothing personal)."""

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication

from desktop.preferences import Preferences, load, save
from desktop.tasks.idle import IdleWatch
from desktop.tasks.restart import restart_command
from desktop.tasks.session_watch import means_leaving
from desktop.windows.main_window import MainWindow
from storage.profile import Vault
from tests.desktop.scenes import PASSWORD, SESSION, Lived, StillClock, to_the_front


def test_f12_locks_and_locking_closes_everything(qtbot: Any, lived: Lived, window: MainWindow, vault: Vault) -> None:
    to_the_front(qtbot, window)
    qtbot.keyClick(window, Qt.Key.Key_F12)
    assert lived.restarts == ["restart"]
    assert not lived.custody()._thread.isRunning()
    assert vault._closed


def test_idleness_warns_visibly_and_then_locks(qtbot: Any, lived: Lived, window: MainWindow, clock: StillClock) -> None:
    window.show()
    clock.forward(5 * 60 - 20)
    lived.custody().idle.look()
    assert "se bloqueará en 20 s" in window.countdown.text
    assert window.countdown.isVisible()
    clock.forward(21)
    lived.custody().idle.look()
    assert lived.restarts == ["restart"]


def test_when_windows_says_that_the_session_is_locked_the_profile_locks(qtbot: Any, lived: Lived, vault: Vault) -> None:
    watch = lived.custody().session
    watch.hear(0x02B1, 0x8)  # unlocked: nobody left
    watch.hear(0x02B1, 0x7)
    watch.hear(0x02B1, 0x7)
    qtbot.waitUntil(lambda: vault._closed)
    QApplication.processEvents()
    assert lived.restarts == ["restart"]


@pytest.mark.parametrize(
    ("message", "what", "leaves"),
    [
        (0x02B1, 0x7, True), (0x02B1, 0x2, True), (0x02B1, 0x4, True), (0x02B1, 0x6, True), (0x0218, 0x4, True),
        (0x02B1, 0x1, False), (0x02B1, 0x5, False), (0x02B1, 0x8, False), (0x0218, 0x7, False), (0x0100, 0x7, False),
    ],
)  # fmt: skip
def test_what_windows_says_of_the_session_is_understood(message: int, what: int, leaves: bool) -> None:
    assert means_leaving(message, what) is leaves


def test_a_key_takes_the_warning_away(qtbot: Any, lived: Lived, window: MainWindow, clock: StillClock) -> None:
    window.show()
    clock.forward(5 * 60 - 20)
    lived.custody().idle.look()
    qtbot.keyClick(window, Qt.Key.Key_Shift)
    assert window.countdown.isHidden()
    clock.forward(60)
    lived.custody().idle.look()
    assert lived.restarts == []


def test_a_sleep_of_the_machine_counts_as_idleness(qapp: QApplication, clock: StillClock) -> None:
    watch, over = IdleWatch(clock, 5), []
    watch.elapsed.connect(lambda: over.append(True))
    clock.at = clock.at.replace(hour=20)  # the wall clock went on, the other one stood still
    QApplication.sendEvent(qapp, QEvent(QEvent.Type.MouseMove))
    assert over == [True]
    watch.stop()


def test_a_clock_set_back_does_not_keep_it_open(qapp: QApplication, clock: StillClock) -> None:
    watch, over = IdleWatch(clock, 1), []
    watch.elapsed.connect(lambda: over.append(True))
    clock.at = clock.at.replace(year=2025)
    clock.seconds += 61
    watch.look()
    assert over == [True]


def test_preferences_survive_and_nonsense_becomes_the_default(tmp_path: Path) -> None:
    save(tmp_path, Preferences(appearance="dark", text_size=150, lock_minutes=12))
    assert load(tmp_path).appearance == "dark"
    (tmp_path / "preferences.json").write_text('{"appearance": "pink", "text_size": 900, "lock_minutes": 0}')
    assert (load(tmp_path).appearance, load(tmp_path).text_size, load(tmp_path).lock_minutes) == ("system", 200, 1)
    (tmp_path / "preferences.json").write_text("{")
    assert load(tmp_path) == Preferences()
    assert load(tmp_path / "nowhere") == Preferences()


def test_the_same_program_starts_again_with_the_same_arguments() -> None:
    original = ["/usr/bin/python3", "-X", "dev", "main.py", "--home", "p"]
    again = restart_command(["--home", "p"], frozen=False, executable="/v/python", original=original, given=2)
    assert again == ["/v/python", "-X", "dev", "main.py", "--home", "p"]
    packed = restart_command(["--home", "p"], frozen=True, executable="/o/chasqui", original=["/o/chasqui"], given=2)
    assert packed == ["/o/chasqui", "--home", "p"]


def test_locking_really_becomes_a_new_process_and_forbids_core_dumps(tmp_path: Path) -> None:
    script = tmp_path / "again.py"
    script.write_text(
        "import os, resource, sys\n"
        "from desktop.tasks.restart import forbid_core_dumps, restart_process\n"
        "forbid_core_dumps()\n"
        "print(os.getpid(), sys.argv[1:], resource.getrlimit(resource.RLIMIT_CORE), flush=True)\n"
        "if sys.argv[1] == 'first':\n"
        "    restart_process(['second'])\n"
    )
    root = Path(__file__).parents[2]
    ran = subprocess.run(
        [sys.executable, str(script), "first"],
        capture_output=True, text=True, timeout=60, check=True, env={"PYTHONPATH": str(root)},
    )  # fmt: skip
    first, second = ran.stdout.splitlines()
    assert first.endswith("['first'] (0, 0)")
    assert second.endswith("['second'] (0, 0)")


def test_what_the_process_needs_for_the_first_window_is_little(tmp_path: Path) -> None:
    script = (
        "import sys\nimport desktop.app, desktop.windows.unlock_window\n"
        "print([name for name in ('requests', 'reportlab', 'pypdfium2', 'cryptography', 'PySide6.QtNetwork',"
        " 'sqlcipher3')"
        " if name in sys.modules])"
    )
    root = Path(__file__).parents[2]
    ran = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, timeout=60, check=True, cwd=root
    )
    assert ran.stdout.strip() == "[]"


def test_an_unlocked_program_holds_a_session_that_never_reaches_the_disk_in_the_clear(lived: Lived, home: Path) -> None:
    for file in home.rglob("*"):
        if file.is_file():
            content = file.read_bytes()
            for marker in (SESSION.access_token, "MAMANI", PASSWORD, "99900017"):
                assert marker.encode() not in content, file.name
