"""The log of Sincronización: what the person reads, what support gets to read, and what neither must ever hold."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from PySide6.QtGui import QGuiApplication

from desktop.opened import Opened
from desktop.pages.sync_page import SyncPage
from desktop.presenters import status
from desktop.presenters.errors import known_codes
from desktop.presenters.status import Connection, Situation
from desktop.presenters.sync_log import Ended, code_of, cost_words, support_text
from desktop.tasks.exchange import Exchange, spent
from desktop.theme import Appearance, Look, Theme
from documents.payslip import Period
from storage.records import SyncMark, Traffic
from sync.core.outcome import Blocked, Cancelled, Outcome, SessionNeeded, Updated, UpToDate
from sync.errors import SyncError
from tests.desktop.scenes import NOW
from tests.desktop.script import Script

MONTH = Traffic(Period(2026, 11), 391_000, 9_000, 14)
FULL = Situation(
    connection=Connection.BLOCKED, outcome=Blocked("portal", NOW + timedelta(minutes=5), "302"), reachable=True,
    succeeded_at=NOW - timedelta(hours=3), pending=2, refused=1, traffic=MONTH,
)  # fmt: skip
LOG = (
    Ended(NOW, Blocked("portal", NOW + timedelta(minutes=5), "302"), 2.34, 3_551),
    Ended(NOW - timedelta(hours=1), Updated(1, 1, 2), 8.0, 47_284),
    Ended(NOW - timedelta(hours=3), UpToDate()),
)


@pytest.fixture
def page(opened: Opened, exchange: Exchange, qtbot: Any) -> SyncPage:
    made = SyncPage(opened, exchange)
    qtbot.addWidget(made)
    exchange.start()
    qtbot.waitUntil(lambda: exchange.counts is not None)
    return made


def told(log: tuple[Ended, ...] = LOG, situation: Situation = FULL) -> str:
    return support_text(log, situation, version="1.2.3", system="Windows 10", now=NOW)


def test_support_reads_time_length_bytes_code_and_sentence() -> None:
    lines = told().splitlines()
    assert lines[0] == "Chasqui 1.2.3 · registro de sincronización"
    assert "Estado: blocked, network up" in lines
    assert "Por enviar: 1 · no aceptadas: 1" in lines
    assert "Datos de 2026-11: recibido 391000 B, enviado 9000 B, 14 pedidos" in lines
    stamp = NOW.astimezone().isoformat(" ", "seconds")
    assert f"{stamp} | 2.3 s | 3,551 B | portal (302) | " in told()
    assert "| 8.0 s | 47,284 B | updated (payslips 1, pdfs 1, filed 2) | La oficina recibió 2 solicitudes." in told()
    assert "| – s | – B | up-to-date | Todo estaba al día." in told()


@pytest.mark.parametrize(
    ("outcome", "code"),
    [
        (UpToDate(), "up-to-date"), (Cancelled(), "cancelled"), (SessionNeeded(), "session-ended"),
        (Blocked("interference", None, "digest: 0a1b2c"), "interference (digest)"),
        (Blocked("refused", None, "Doña Rosa Quispe no puede hacer eso."), "refused"),
        (Blocked("damaged-file", None, "C:\\Users\\Rosa Quispe\\Chasqui\\cache.db"), "damaged-file"),
        (Blocked("offline", None, "name"), "offline (name)"),
    ],
)  # fmt: skip
def test_a_detail_is_told_only_where_it_says_nothing_of_anybody(outcome: Outcome, code: str) -> None:
    assert code_of(outcome) == code


def test_what_nobody_has_counted_yet_is_left_out() -> None:
    assert cost_words(Ended(NOW, UpToDate())) == ""
    assert cost_words(LOG[0]) == "4 KB · 3 s"


def test_bytes_of_an_exchange_are_counted_across_the_end_of_a_month() -> None:
    later = replace(MONTH, received=391_500)
    assert spent(MONTH, later) == 500
    assert spent(MONTH, Traffic(Period(2026, 12), 300, 20, 1)) == 320


def every_condition() -> set[str]:
    waiting: list[type[SyncError]] = [SyncError]
    codes = {
        "too-many-attempts",
        "proxy-password",
        *(f"certificate-{one}" for one in ("issuer", "name", "early", "dates")),
    }
    while waiting:
        kind = waiting.pop()
        waiting += kind.__subclasses__()
        codes.add(kind.code)
    return codes


def test_every_condition_has_a_sentence_of_its_own() -> None:
    """What happened differs from code to code, so that who reads it aloud on the telephone is understood."""
    told_codes = known_codes()
    said = [told_codes[code][0] for code in every_condition()]
    assert len(set(said)) == len(said)


def test_every_condition_that_ends_an_exchange_is_told_with_what_is_safe_and_what_to_do() -> None:
    for code in every_condition():
        situation = status.finished(Situation(), Blocked(code, NOW + timedelta(minutes=5)))
        lines = status.blocking(situation, NOW)
        assert len(lines) == 4, code
        assert lines[3].startswith("Próximo intento: hoy"), code


def test_the_page_says_when_it_looks_again(page: SyncPage, exchange: Exchange, script: Script, qtbot: Any) -> None:
    script.outcomes.append(UpToDate())
    page.now.click()
    qtbot.waitUntil(lambda: bool(exchange.log))
    exchange._planned(1800.0)
    at = (NOW + timedelta(minutes=30)).astimezone()
    assert page.told.text() == f"Sus datos están al día. Se volverá a revisar solo: hoy {at:%H:%M}."
    exchange._planned(None)
    assert page.told.text() == "Sus datos están al día. Se volverá a revisar solo."


def test_the_thread_tells_when_it_goes_by_itself(exchange: Exchange, script: Script, qtbot: Any) -> None:
    script.seconds = 600.0
    with qtbot.waitSignal(exchange._thread.planned) as told_once:
        exchange.start()
    assert told_once.args == [600.0]
    qtbot.waitUntil(lambda: exchange.situation.planned_at == NOW + timedelta(seconds=600))


def test_each_line_of_the_log_gets_its_bytes_once_they_are_counted(
    page: SyncPage, exchange: Exchange, script: Script, opened: Opened, qtbot: Any,
) -> None:  # fmt: skip
    script.outcomes.append(UpToDate())
    page.now.click()
    qtbot.waitUntil(lambda: bool(exchange.log) and exchange.log[0].octets is not None)
    assert [page.log.itemAtPosition(0, 2).widget().text()] == ["0 KB · 0 s"]


def test_pending_requests_are_a_way_to_where_they_are(page: SyncPage, exchange: Exchange, qtbot: Any) -> None:
    assert page.pending.figure.text() == "Nada"
    assert page.to_requests.isHidden()
    exchange._now(status.counted(exchange.situation, SyncMark(), 2, MONTH))
    assert page.pending.figure.text() == "2 solicitudes"
    assert page.pending.below.text() == "Se enviarán solas al conectarse."
    with qtbot.waitSignal(page.wants) as wanted:
        page.to_requests.click()
    assert wanted.args == ["requests", ""]


def test_the_log_is_copied_whole_and_says_so(page: SyncPage, exchange: Exchange) -> None:
    exchange.log = LOG
    page.copy.click()
    assert "portal (302)" in QGuiApplication.clipboard().text()
    assert "no lleva sus datos personales" in page.copied.text()


@pytest.mark.parametrize("text_size", [100, 200])
def test_it_looks_as_it_should_with_something_in_the_way(
    text_size: int, opened: Opened, exchange: Exchange, look: Theme, grab: Any, qtbot: Any,
) -> None:  # fmt: skip
    look.apply(Look(Appearance.LIGHT, text_size))
    shown = SyncPage(opened, exchange)
    qtbot.addWidget(shown)
    exchange.count()
    qtbot.waitUntil(lambda: exchange.counts is not None)
    exchange.log = LOG
    exchange._now(FULL)
    shown.copy.click()
    assert grab(shown, f"sync-blocked-{text_size}", 1154, 728 if text_size == 100 else 2000).exists()
    assert shown.body.parentWidget().minimumSizeHint().width() <= 1154
