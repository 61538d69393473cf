"""The connection as one state machine, and the words that strip, notices and the page Sincronización take from it."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from desktop.presenters import status
from desktop.presenters.status import Connection, Situation, blocking, next_try, pending_words, strip_words, used_words
from desktop.presenters.sync_progress import detail_words, news_words, outcome_words, part_done, stage_words
from desktop.tokens import DARK, LIGHT
from desktop.widgets.strip import StatusStrip
from documents.payslip import Period
from storage.records import SyncMark, Traffic
from sync.core.outcome import Blocked, Cancelled, Outcome, Progress, SessionNeeded, Updated, UpToDate
from tests.desktop.scenes import NOW

HALF = Progress(
    stage="pdfs", pdfs_done=3, pdfs_total=12, bytes_done=500_000, bytes_total=1_000_000, payslips_known=12,
    newest=Period(2026, 11),
)  # fmt: skip
LISTING = replace(HALF, stage="facts", pdfs_done=0, bytes_done=0, bytes_total=0)
OFFLINE = Blocked("offline", NOW + timedelta(minutes=2))


@pytest.mark.parametrize(
    ("outcome", "connection"),
    [
        (UpToDate(), Connection.CONNECTED),
        (Updated(1, 1), Connection.CONNECTED),
        (Cancelled(), Connection.UNKNOWN),
        (OFFLINE, Connection.OFFLINE),
        (Blocked("busy", None), Connection.BLOCKED),
        (SessionNeeded(), Connection.SESSION),
    ],
)
def test_every_outcome_leaves_one_connection(outcome: Outcome, connection: Connection) -> None:
    assert status.finished(status.began(Situation()), outcome).connection is connection


def test_the_operating_system_can_say_offline_but_never_connected() -> None:
    gone = status.reachability_changed(status.finished(Situation(), UpToDate()), False)
    assert gone.connection is Connection.OFFLINE
    assert status.reachability_changed(gone, True).connection is Connection.UNKNOWN
    assert status.reachability_changed(Situation(), True).connection is Connection.UNKNOWN


def test_an_exchange_under_way_is_not_interrupted_by_a_hint() -> None:
    assert status.reachability_changed(status.began(Situation()), False).connection is Connection.SYNCING


def test_a_session_that_ended_stays_told_until_somebody_signs_in() -> None:
    ended = status.finished(Situation(), SessionNeeded())
    assert status.reachability_changed(ended, False).connection is Connection.SESSION


def test_offline_is_never_red_in_any_theme() -> None:
    for outcome in (OFFLINE, Blocked("server-trouble", None), SessionNeeded()):
        words = strip_words(status.finished(Situation(), outcome), NOW)
        assert words.tone == "field"
    assert LIGHT.field != LIGHT.bad
    assert DARK.field != DARK.bad


def test_the_strip_answers_in_one_line() -> None:
    mark = SyncMark(succeeded_at=NOW - timedelta(hours=5))
    counted = status.counted(
        status.finished(Situation(), OFFLINE), mark, pending=2, traffic=Traffic(Period(2026, 11), 400_000, 20_000, 9)
    )
    words = strip_words(counted, NOW)
    assert words.lead == "Sin conexión"
    assert words.facts[0].startswith("sus datos de hoy")
    assert words.facts[1] == "2 solicitudes por enviar · se enviarán solas al conectarse"
    assert words.used == "Usado este mes: 0.4 MB"
    assert (words.button, words.cancels) == ("Sincronizar ahora", False)


def test_while_it_runs_the_button_cancels_and_the_bar_shows_how_far() -> None:
    words = strip_words(status.progressed(status.began(Situation()), HALF), NOW)
    assert (words.button, words.cancels, words.part) == ("Cancelar", True, 0.5)
    assert words.lead == "Descargando boletas: 3 de 12"
    listing = strip_words(status.progressed(Situation(), LISTING), NOW)
    assert listing.part is None
    assert "12 boletas" in listing.lead


def test_one_waiting_request_is_told_in_the_singular() -> None:
    words = strip_words(replace(Situation(), pending=1), NOW)
    assert "1 solicitud por enviar · se enviará sola" in words.facts[1]


def test_requests_that_wait_are_told_as_they_stand() -> None:
    def facts(connection: Connection, pending: int, refused: int = 0) -> tuple[str, ...]:
        situation = replace(Situation(), connection=connection, pending=pending, refused=refused)
        return strip_words(situation, NOW).facts[1:]

    assert facts(Connection.SESSION, 1) == ("1 solicitud por enviar · se enviará al volver a ingresar",)
    assert facts(Connection.SESSION, 2) == ("2 solicitudes por enviar · se enviarán al volver a ingresar",)
    assert facts(Connection.SYNCING, 1) == ("1 solicitud por enviar",)
    assert facts(Connection.CONNECTED, 1, refused=1) == ("1 solicitud no se pudo enviar: véala en Mis solicitudes",)
    assert len(facts(Connection.OFFLINE, 3, refused=2)) == 2


def test_sending_says_how_far_it_is_and_that_a_cut_loses_nothing() -> None:
    sending = replace(LISTING, stage="requests", requests_done=1, requests_total=3, bytes_done=500, bytes_total=1000)
    assert stage_words(sending) == "Enviando la solicitud 2 de 3: 1 KB de 1 KB"
    assert stage_words(replace(sending, requests_total=1, bytes_total=0)) == "Enviando su solicitud…"
    assert part_done(sending) == 0.5
    assert "continúa donde quedó y no se duplica" in detail_words(sending)
    assert "no se duplica" in detail_words(replace(sending, bytes_total=0))
    assert outcome_words(Updated(0, 0, filed=1)) == "La oficina recibió 1 solicitud."
    assert outcome_words(Updated(0, 0, filed=1, forgotten=1)) == (
        "La oficina restauró una copia de sus datos y le faltaba 1 solicitud: se le envía otra vez, la misma. "
        "La oficina recibió 1 solicitud."
    )
    assert "le faltaban 3 solicitudes" in outcome_words(Updated(0, 0, forgotten=3))
    decided = Updated(0, 0, decided=2, refused=1, of_office=3)
    assert outcome_words(decided) == (
        "La oficina registró 2 decisiones suyas. 1 decisión no se aplicó: véala en la Bandeja. La bandeja está al día."
    )
    assert outcome_words(Updated(1, 0, filed=2)) == "La oficina recibió 2 solicitudes. Llegó: 1 boleta nueva."


def test_what_blocks_says_what_is_safe_what_to_do_and_when_it_is_tried_again() -> None:
    lines = blocking(status.finished(Situation(), OFFLINE), NOW)
    assert lines[0] == "No hay conexión a internet."
    assert "sigue aquí" in lines[1]
    assert lines[-1].startswith("Próximo intento: hoy")
    assert blocking(status.finished(Situation(), UpToDate()), NOW) == ()
    assert "ingresar" in " ".join(blocking(status.finished(Situation(), SessionNeeded()), NOW))


def test_a_wait_that_the_server_named_is_told_in_figures() -> None:
    blocked = Blocked("too-many-attempts", NOW + timedelta(seconds=90))
    said = " ".join(blocking(status.finished(Situation(), blocked), NOW))
    assert "en 1 min 30 s" in said
    assert "intentos" not in said, "the person did nothing wrong"


def test_the_next_try_is_told_even_when_its_time_is_now() -> None:
    assert next_try(None, NOW) == ""
    assert "en seguida" in next_try(NOW - timedelta(seconds=1), NOW)


def test_the_month_costs_nothing_before_anything_was_exchanged() -> None:
    assert used_words(None) == "Usado este mes: 0 KB"


@pytest.mark.parametrize(
    ("outcome", "words"),
    [
        (UpToDate(), "Todo estaba al día."),
        (Updated(1, 1), "Llegó: 1 boleta nueva, 1 PDF descargado."),
        (Updated(14, 12), "Llegó: 14 boletas nuevas, 12 PDF descargados."),
        (Updated(0, 0), "Datos al día."),
        (Cancelled(), "Usted la detuvo. Lo que ya había llegado quedó guardado."),
        (OFFLINE, "No hay conexión a internet."),
    ],
)
def test_the_log_tells_how_an_exchange_ended(outcome: Outcome, words: str) -> None:
    assert outcome_words(outcome) == words


def test_only_new_payslips_are_news() -> None:
    assert news_words(Updated(1, 1)) == "Llegó una boleta nueva."
    assert news_words(Updated(3, 0)) == "Llegaron 3 boletas."
    assert news_words(Updated(0, 4)) == ""
    assert news_words(UpToDate()) == ""


@pytest.mark.parametrize(
    ("done", "total", "sent", "of", "words"),
    [
        (0, 1, 340_000, 1_200_000, "Enviando su solicitud: 0.3 MB de 1.2 MB"),
        (1, 3, 340_000, 1_200_000, "Enviando la solicitud 2 de 3: 0.3 MB de 1.2 MB"),
        (0, 1, 0, 0, "Enviando su solicitud…"),
        (1, 2, 0, 0, "Enviando la solicitud 2 de 2…"),
        (2, 2, 0, 0, "Enviando la solicitud 2 de 2…"),
    ],
)
def test_sending_says_how_much_of_the_request_under_way_is_there(
    done: int, total: int, sent: int, of: int, words: str
) -> None:
    now = replace(HALF, stage="requests", requests_done=done, requests_total=total, bytes_done=sent, bytes_total=of)
    assert stage_words(now) == words
    assert "no se duplica" in detail_words(now)
    assert part_done(now) == (sent / of if of else None)


def test_a_stage_without_figures_has_no_share() -> None:
    assert part_done(None) is None
    assert part_done(LISTING) is None
    assert part_done(replace(HALF, bytes_done=2_000_000)) == 1.0
    assert stage_words(None) == "Conectando…"


def test_the_strip_signals_what_was_pressed(qtbot: Any) -> None:
    strip = StatusStrip()
    qtbot.addWidget(strip)
    strip.show_words(strip_words(Situation(), NOW))
    with qtbot.waitSignal(strip.sync_wanted):
        strip.button.click()
    strip.show_words(strip_words(status.began(Situation()), NOW))
    with qtbot.waitSignal(strip.cancel_wanted):
        strip.button.click()


def test_the_strip_tells_screen_readers_the_whole_line(qtbot: Any) -> None:
    strip = StatusStrip()
    qtbot.addWidget(strip)
    strip.show_words(strip_words(status.finished(Situation(), OFFLINE), NOW))
    assert strip.accessibleName().startswith("Sin conexión")


def test_with_large_text_the_strip_takes_more_rows_instead_of_cutting(qtbot: Any, look: Any) -> None:
    from desktop.theme import Appearance, Look

    heights = []
    for size in (100, 200):
        look.apply(Look(Appearance.LIGHT, size))
        strip = StatusStrip()
        qtbot.addWidget(strip)
        strip.show_words(strip_words(replace(status.finished(Situation(), OFFLINE), pending=2), NOW))
        strip.resize(1024, strip.heightForWidth(1024))
        strip.show()
        flow = strip.lead.parentWidget()
        assert flow is not None
        assert all(fact.geometry().right() <= flow.width() for fact in strip.facts if fact.isVisible())
        heights.append(strip.heightForWidth(1024))
    assert heights[1] > heights[0]


def test_behind_a_request_that_was_not_accepted_the_others_are_told_too() -> None:
    waiting = replace(Situation(), connection=Connection.OFFLINE, pending=3, refused=1)
    assert pending_words(waiting) == (
        "1 solicitud no se pudo enviar: véala en Mis solicitudes. Las otras 2 se enviarán solas al conectarse."
    )
    assert pending_words(replace(waiting, pending=2)).endswith("La otra se enviará sola al conectarse.")
    assert pending_words(replace(waiting, pending=1)).endswith("véala en Mis solicitudes.")
