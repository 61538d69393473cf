"""The main window as a whole: going from page to page, the strip, notices, locking, leaving, erasing, restarting."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication, QPushButton

from desktop.preferences import Preferences, load, save
from desktop.presenters.status import Situation, strip_words
from desktop.tasks.idle import IdleWatch
from desktop.tasks.restart import restart_command
from desktop.windows.closing import Leaving
from desktop.windows.main_window import MainWindow
from documents.payslip import Payslip
from storage import cache
from storage.connection import Connection
from storage.payslips import PayslipQuery, count_payslips
from storage.profile import Vault, list_profiles
from sync.clock import SystemClock
from sync.core.outcome import SessionNeeded, Updated
from tests.desktop.scenes import NOW, PASSWORD, SESSION, Central, Lived, StillClock


@pytest.fixture
def lived(live: Callable[..., Lived], vault: Vault, qtbot: Any) -> Lived:
    """The program with the filled profile open; its server is out of reach."""
    made = live()
    made.program.open(vault)
    exchange = made.custody().exchange
    qtbot.waitUntil(lambda: exchange.counts is not None and bool(exchange.log))
    return made


@pytest.fixture
def window(lived: Lived) -> MainWindow:
    return lived.custody().window


def to_the_front(qtbot: Any, window: MainWindow) -> None:
    """Shortcuts belong to the active window; whatever another test left on the screen goes first."""
    for other in QApplication.topLevelWidgets():
        if other is not window and other.isVisible():
            other.hide()
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()


def test_pages_are_made_when_they_are_first_visited(window: MainWindow) -> None:
    assert set(window._pages) == {"home"}
    window.go("sync")
    assert set(window._pages) == {"home", "sync"}
    first = window.page("sync")
    window.go("home")
    window.go("sync")
    assert window.page("sync") is first


def test_the_keyboard_goes_everywhere(qtbot: Any, window: MainWindow) -> None:
    to_the_front(qtbot, window)
    for key, page in ((Qt.Key.Key_2, "payslips"), (Qt.Key.Key_3, "sync"), (Qt.Key.Key_4, "settings")):
        qtbot.keyClick(window, key, Qt.KeyboardModifier.ControlModifier)
        assert window.current == page
    items = list(window.navigation._items.values())
    items[0].setFocus()
    qtbot.keyClick(items[0], Qt.Key.Key_Down)
    assert items[1].hasFocus()
    qtbot.keyClick(items[1], Qt.Key.Key_Space)
    assert window.current == "payslips"
    qtbot.keyClick(items[0], Qt.Key.Key_Up)


def test_the_strip_is_grey_and_calm_without_a_connection(window: MainWindow) -> None:
    strip = window.strip
    assert strip.lead.text() == "Sin conexión"
    assert strip._dot.tone == "field"
    assert any("sus datos" in fact.text() for fact in strip.facts)
    assert strip.used.text() == "Usado este mes: 0.4 MB"
    assert strip.button.text() == "Sincronizar ahora"


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


def test_a_new_payslip_is_told_and_leads_to_the_list(window: MainWindow) -> None:
    window.say_news(Updated(new_payslips=1, pdfs=1))
    assert window.notice.text == "Llegó una boleta nueva."
    window.notice._action.click()
    assert window.current == "payslips"
    assert window.notice.isHidden()


def test_a_session_that_ended_asks_to_sign_in_and_says_that_all_is_here(
    qtbot: Any, lived: Lived, window: MainWindow
) -> None:
    lived.custody().exchange._finished(SessionNeeded())
    assert "todo lo guardado sigue aquí" in window.notice.text
    with qtbot.waitSignal(window.sign_in_wanted):
        window.notice._action.click()


def test_leaving_explains_and_offers_to_lock_only(qtbot: Any) -> None:
    box = Leaving(None)
    qtbot.addWidget(box)
    assert box.choice == "stay"
    box.lock.click()
    assert box.choice == "lock"


def test_closing_the_session_revokes_it_at_the_office_and_locks(
    qtbot: Any, central: Central, live: Callable[..., Lived], vault: Vault, monkeypatch: pytest.MonkeyPatch
) -> None:
    lived, _token = signed_in(qtbot, central, live, vault)
    monkeypatch.setattr("desktop.custody.ask_to_leave", lambda _parent: "leave")
    lived.custody().close_session()
    qtbot.waitUntil(lambda: lived.restarts == ["restart"])
    assert any(seen.path.endswith("/v1/sessions/current") for seen in central.faults.requests)


def test_leaving_the_account_keeps_the_payslips(
    qtbot: Any,
    central: Central,
    live: Callable[..., Lived],
    vault: Vault,
    payslips: tuple[Payslip, ...],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    central.publish(payslips[:5])
    lived, _token = signed_in(qtbot, central, live, vault)
    monkeypatch.setattr("desktop.custody.ask", lambda *_words: True)
    lived.custody().leave_account()
    exchange = lived.custody().exchange
    qtbot.waitUntil(lambda: exchange._thread.isRunning() and "settings" in lived.custody().window._pages)
    with vault.cache() as db:
        session = cache.session(db)
        assert session is not None
        assert session.refresh_token is None
        assert payslips_held(db) == 5


def payslips_held(db: Connection) -> int:
    return count_payslips(db, PayslipQuery(None, None)).total


def signed_in(qtbot: Any, central: Central, live: Callable[..., Lived], vault: Vault) -> tuple[Lived, str]:
    """The filled profile with a session that the office knows."""
    from sync.accounts import request_captcha, sign_in
    from sync.client import CentralClient
    from tests.desktop.scenes import ACCOUNT_PASSWORD, CAPTCHA, USER

    with CentralClient(central.url, version="0", clock=SystemClock()) as client, vault.cache() as db:
        captcha = request_captcha(client)
        assert captcha is not None
        session = sign_in(client, USER, ACCOUNT_PASSWORD, captcha.captcha_id, CAPTCHA, "prueba").session
        cache.store_session(db, session)
    lived = live(server=central.url, ticking=SystemClock())
    lived.program.open(vault)
    exchange = lived.custody().exchange
    exchange.sync_now()
    qtbot.waitUntil(lambda: bool(exchange.log))
    return lived, session.access_token


def test_closing_the_session_without_a_connection_locks_all_the_same(
    qtbot: Any, lived: Lived, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("desktop.custody.ask_to_leave", lambda _parent: "leave")
    lived.custody().close_session()
    qtbot.waitUntil(lambda: lived.restarts == ["restart"])


def test_erasing_destroys_the_profile_and_begins_anew(qtbot: Any, lived: Lived, home: Path) -> None:
    lived.custody().erase_everything()
    qtbot.waitUntil(lambda: lived.restarts == ["restart"])
    assert list_profiles(home) == ()


def test_news_arrive_while_the_window_is_open_and_the_page_reads_again(
    qtbot: Any, central: Central, live: Callable[..., Lived], vault: Vault, payslips: tuple[Payslip, ...]
) -> None:
    lived, _token = signed_in(qtbot, central, live, vault)
    exchange, window = lived.custody().exchange, lived.custody().window
    central.publish(payslips[:3])
    with qtbot.waitSignal(exchange.news):
        window.strip.button.click()
    assert not window.notice.isHidden()


def test_closing_the_window_ends_the_program_without_a_restart(qtbot: Any, lived: Lived, window: MainWindow) -> None:
    window.show()
    window.close()
    assert lived.restarts == []
    assert not lived.custody()._thread.isRunning()


def test_waiting_requests_are_remembered_for_the_unlock_window(qtbot: Any, lived: Lived, home: Path) -> None:
    lived.program.choices.choose(waiting={"x": 3})
    qtbot.waitUntil(lambda: load(home).waiting == {"x": 3})


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


def test_the_whole_window_at_its_smallest_cuts_nothing_off(window: MainWindow) -> None:
    window.show()
    window.resize(1024, 600)
    QApplication.processEvents()
    assert (window.width(), window.height()) == (1024, 600)
    for key in ("sync", "settings"):
        window.go(key)
        QApplication.processEvents()
        assert (window.width(), window.height()) == (1024, 600)
        for button in window.page(key).findChildren(QPushButton):
            if button.isVisible():
                assert button.width() >= button.minimumSizeHint().width(), (key, button.text())


def test_an_exchange_that_never_ran_says_so() -> None:
    words = strip_words(Situation(), NOW)
    assert words.lead == "Aún no se conecta"
    assert words.facts == ("todavía no se completó la primera sincronización",)


def test_an_unlocked_program_holds_a_session_that_never_reaches_the_disk_in_the_clear(lived: Lived, home: Path) -> None:
    for file in home.rglob("*"):
        if file.is_file():
            content = file.read_bytes()
            for marker in (SESSION.access_token, "MAMANI", PASSWORD, "99900017"):
                assert marker.encode() not in content, file.name
