"""The page Sincronización over a real exchange object; and the thread that exchanges."""

import threading
from datetime import timedelta
from typing import Any

import pytest
from PySide6.QtWidgets import QLabel

from desktop.opened import Opened
from desktop.pages.sync_page import SyncPage
from desktop.tasks.exchange import Exchange
from sync.core.outcome import Blocked, Cancelled, Outcome, Progress, SessionNeeded, Updated
from tests.desktop.scenes import NOW
from tests.desktop.script import Script


@pytest.fixture
def page(opened: Opened, exchange: Exchange, qtbot: Any) -> SyncPage:
    made = SyncPage(opened, exchange)
    qtbot.addWidget(made)
    exchange.start()
    qtbot.waitUntil(lambda: exchange.counts is not None)
    return made


def words_of(page: SyncPage) -> str:
    return "\n".join(label.text() for label in page.findChildren(QLabel) if not label.isHidden())


def test_it_tells_last_success_what_is_here_and_what_the_month_cost(page: SyncPage) -> None:
    assert page.last.figure.text().startswith("hoy")
    assert page.held.figure.text() == "15 boletas"
    assert "2 con su PDF" in page.held.below.text()
    assert page.used.figure.text() == "0.4 MB"
    assert "Recibido 0.4 MB · enviado 9 KB" in page.used.below.text()


def test_an_exchange_that_ended_becomes_a_line_of_the_log(
    page: SyncPage, exchange: Exchange, script: Script, qtbot: Any
) -> None:
    script.outcomes.append(Updated(2, 2))
    page.now.click()
    qtbot.waitUntil(lambda: bool(exchange.log))
    assert "Llegó: 2 boletas nuevas, 2 PDF descargados." in words_of(page)
    assert page.verdict.text() == "Con conexión"


def test_what_blocks_is_told_in_plain_words(page: SyncPage, exchange: Exchange, script: Script, qtbot: Any) -> None:
    script.outcomes.append(Blocked("portal", NOW + timedelta(minutes=5)))
    assert page.blocking.isHidden()
    page.now.click()
    qtbot.waitUntil(lambda: bool(exchange.log))
    said = words_of(page)
    assert "La red pide algo antes de dejar pasar" in said
    assert "Próximo intento" in said
    assert not page.blocking.isHidden()


def test_a_running_exchange_can_be_cancelled_from_the_page(
    page: SyncPage, exchange: Exchange, script: Script, qtbot: Any
) -> None:
    script.hold.clear()
    page.now.click()
    qtbot.waitUntil(lambda: not page.progress.isHidden())
    page.progress.cancel.click()
    qtbot.waitUntil(lambda: bool(exchange.log))
    assert isinstance(exchange.log[0].outcome, Cancelled)
    assert page.progress.isHidden()


def test_progress_is_shown_with_its_figures(page: SyncPage, exchange: Exchange) -> None:
    exchange._progressed(
        Progress(stage="pdfs", pdfs_done=4, pdfs_total=9, bytes_done=4, bytes_total=9, payslips_known=9, newest=None)
    )
    assert page.verdict.text() == "Descargando boletas: 4 de 9"
    assert "continúa donde quedó" in page.progress.words


def test_a_wish_is_told_to_the_engine_as_a_wish_and_a_plan_as_a_plan(
    page: SyncPage, exchange: Exchange, script: Script, qtbot: Any
) -> None:
    page.now.click()
    qtbot.waitUntil(lambda: script.ran == [True])
    assert exchange.stop()
    script.seconds = 0.0
    exchange.resume()
    qtbot.waitUntil(lambda: script.ran == [True, False])
    assert script.thread != threading.main_thread().name


def test_a_network_that_comes_back_starts_an_exchange(
    page: SyncPage, exchange: Exchange, script: Script, qtbot: Any
) -> None:
    exchange.hear(reachable=False)
    assert page.verdict.text() == "Sin conexión"
    exchange.hear(reachable=True)
    qtbot.waitUntil(lambda: bool(script.ran))


def test_the_thread_stops_promptly_while_it_exchanges(exchange: Exchange, script: Script, qtbot: Any) -> None:
    script.hold.clear()
    exchange.start()
    exchange.sync_now()
    qtbot.waitUntil(lambda: bool(script.ran))
    assert exchange.stop()


def test_an_engine_that_breaks_is_shown_and_not_lost(exchange: Exchange, script: Script, qtbot: Any) -> None:
    def broken(**_given: Any) -> Outcome:
        raise ZeroDivisionError

    script.run = broken  # type: ignore[method-assign]
    with qtbot.captureExceptions() as raised:
        exchange.start()
        exchange.sync_now()
        qtbot.waitUntil(lambda: bool(raised))
    assert raised[0][0] is ZeroDivisionError


def test_it_looks_as_it_should(page: SyncPage, grab: Any) -> None:
    assert grab(page, "sync", 1154, 728).exists()


def test_who_has_to_sign_in_again_is_led_there(page: SyncPage, exchange: Exchange, script: Script, qtbot: Any) -> None:
    script.outcomes.append(SessionNeeded())
    page.now.click()
    qtbot.waitUntil(lambda: bool(exchange.log))
    assert page.now.isHidden()
    with qtbot.waitSignal(page.sign_in_wanted):
        page.again.click()
