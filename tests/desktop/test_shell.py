"""The main window as a whole: going from page to page, the strip, notices, locking, leaving, erasing, restarting."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton

from desktop.preferences import load
from desktop.presenters.status import Situation, strip_words
from desktop.windows.closing import Leaving
from desktop.windows.main_window import MainWindow
from documents.payslip import Payslip
from storage import cache
from storage.connection import Connection
from storage.payslips import PayslipQuery, count_payslips
from storage.profile import Vault, list_profiles
from sync.clock import SystemClock
from sync.core.outcome import Blocked, SessionNeeded, Updated
from tests.desktop.scenes import NOW, Central, Lived, to_the_front


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
    pages = tuple(window._makers)
    assert {"home", "payslips", "requests", "verify", "sync", "settings"} <= set(pages)
    for number, page in enumerate(pages, 1):
        qtbot.keyClick(window, Qt.Key(Qt.Key.Key_0 + number), Qt.KeyboardModifier.ControlModifier)
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


def test_a_new_payslip_is_told_and_leads_to_the_list(window: MainWindow) -> None:
    window.say_news(Updated(new_payslips=1, pdfs=1))
    assert window.notice.text == "Llegó una boleta nueva."
    window.notice._action.click()
    assert window.current == "payslips"
    assert window.notice.isHidden()


def test_pressing_for_an_exchange_that_cannot_be_says_why_until_one_can(
    qtbot: Any, lived: Lived, window: MainWindow
) -> None:
    exchange = lived.custody().exchange
    exchange._finished(Blocked("offline", NOW + timedelta(minutes=5)))
    assert window.notice.isHidden()  # nobody asked for that one
    window.strip.sync_wanted.emit()
    exchange._finished(Blocked("offline", NOW + timedelta(minutes=5)))
    assert window.notice.text.startswith("No hay conexión a internet. Todo lo guardado")
    assert "Próximo intento: " in window.notice.text
    exchange._finished(Updated(new_payslips=0, pdfs=0))
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
    with qtbot.waitSignal(exchange.news, timeout=30_000):  # from before publishing: an exchange may be under way
        central.publish(payslips[:3])
        exchange.sync_now()
    assert not window.notice.isHidden()


def test_closing_the_window_ends_the_program_without_a_restart(qtbot: Any, lived: Lived, window: MainWindow) -> None:
    window.show()
    window.close()
    assert lived.restarts == []
    assert not lived.custody()._thread.isRunning()


def test_waiting_requests_are_remembered_for_the_unlock_window(qtbot: Any, lived: Lived, home: Path) -> None:
    lived.program.choices.choose(waiting={"x": 3})
    qtbot.waitUntil(lambda: load(home).waiting == {"x": 3})


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
