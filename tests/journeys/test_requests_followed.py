"""A change asked for without a connection, followed until the office's last word, whatever that word is."""

from collections.abc import Callable
from contextlib import AbstractContextManager

import pytest

from desktop.presenters.requests_steps import Deed
from desktop.presenters.tray_case import Decision
from documents.working_days import bundled
from storage.request_records import RequestState
from tests.desktop.legajo_scenes import ADDRESS
from tests.journeys.request_scenery import Computer, Town
from tests.journeys.request_screens import Screen, read

pytestmark = pytest.mark.timeout(120)
Run = Callable[[Computer], AbstractContextManager[Screen]]
NEW_HOME = "Av. El Sol 45, Ñuñoa"


def see_address(screen: Screen, words: str) -> None:
    """Mi legajo says this of the address."""
    screen.see(screen.open_record(ADDRESS.id).view, words)


def test_a_request_made_offline_survives_closing_is_sent_attended_and_lands_in_the_legajo(run: Run, town: Town) -> None:
    town.server.stop()
    with run(town.casa) as rosa:
        confirmed = rosa.ask_change(ADDRESS.id, domicilio=NEW_HOME)
        assert ADDRESS.fields["domicilio"] in confirmed
        assert NEW_HOME in confirmed
        (queued,) = rosa.requests
        assert queued.own is not None
        assert (queued.code, queued.own.number) == ("", 1)
        assert "todavía sin código" in rosa.window.page("legajo").banner.text  # type: ignore[attr-defined]

    town.clock.forward(hours=9)
    town.server.start()
    with run(town.casa) as rosa:
        filed = rosa.wait_for(RequestState.FILED)  # of itself: nobody presses anything
        assert filed.code == "SOL-2026-000001"
        page = rosa.follow(filed.uuid, RequestState.FILED)
        rosa.see(page.view, filed.code)
        rosa.window.go("home")

        town.clock.forward(hours=3)
        with run(town.oficina) as ruth:
            tray = ruth.tray(filed.uuid)
            ruth.see(tray.view, "MAMANI ÑAUPARI, ROSA ÁNGELA")
            ruth.see(tray.view, NEW_HOME)
            ruth.decide(tray, Decision.ATTEND, "Atender")

        town.clock.forward(hours=1)
        rosa.exchange()
        rosa.wait(rosa.window.notice.isVisible)
        assert filed.code in rosa.window.notice.text
        page = rosa.follow(filed.uuid, RequestState.ATTENDED)
        rosa.see(page.view, "RUTH")
        see_address(rosa, NEW_HOME)
    (kept,) = town.casa.own()
    assert kept.state is RequestState.ATTENDED
    assert [one.state for one in town.filed()] == [RequestState.ATTENDED]


def test_a_rejected_request_is_corrected_by_another_one_and_attended(run: Run, town: Town) -> None:
    with run(town.casa) as rosa:
        rosa.ask_change(ADDRESS.id, domicilio=NEW_HOME)
        first = rosa.wait_for(RequestState.FILED)
        town.decide("rechazar", "Falta el número de la casa.")
        rosa.exchange()
        page = rosa.follow(first.uuid, RequestState.REJECTED)
        rosa.see(page.view, "Falta el número de la casa.")

        rosa.do(page, Deed.CORRECT)
        legajo = rosa.legajo()
        rosa.wait(legajo.editor.isVisible)
        assert legajo.editor.form is not None
        assert legajo.editor.form.fields["domicilio"].editor.value == NEW_HOME, "what was written is not lost"
        rosa.write(legajo, domicilio=f"{NEW_HOME}, casa 7")
        rosa.send(legajo)
        second = rosa.wait_for(RequestState.FILED)
        assert second.content.replaces == first.uuid
        town.decide("atender")
        rosa.exchange()
        rosa.follow(second.uuid, RequestState.ATTENDED)
        see_address(rosa, "casa 7")
        page = rosa.follow(first.uuid, RequestState.REJECTED)
        assert Deed.CORRECT not in page.view.buttons, "it is corrected already"


def test_an_observed_request_says_the_days_left_and_is_mended(run: Run, town: Town) -> None:
    with run(town.casa) as rosa:
        rosa.ask_change(ADDRESS.id, domicilio=NEW_HOME)
        first = rosa.wait_for(RequestState.FILED)
        observed = town.decide("observar", "No se entiende la dirección.")
        assert observed.deadline == bundled().after(town.clock.now().date(), 5)
        rosa.exchange()
        page = rosa.follow(first.uuid, RequestState.OBSERVED)
        rosa.see(page.view, "No se entiende la dirección.", "5 días hábiles")
        town.clock.forward(days=2)
        page.refresh()
        rosa.wait(lambda: "3 días hábiles" in read(page.view))

        rosa.do(page, Deed.CORRECT)
        legajo = rosa.legajo()
        rosa.wait(legajo.editor.isVisible)
        rosa.write(legajo, domicilio="Jr. Ñandú 10, Juliaca")
        rosa.send(legajo)
        second = rosa.wait_for(RequestState.FILED)
        rosa.follow(first.uuid, RequestState.CANCELLED)
        town.decide("atender")
        rosa.exchange()
        rosa.follow(second.uuid, RequestState.ATTENDED)
        see_address(rosa, "Jr. Ñandú 10, Juliaca")
