"""A request is taken back at every station of its way, and not any more when the office has granted it."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import replace

import pytest

from central.faults import lost_answer
from desktop.presenters.requests_steps import Deed
from storage.request_records import RequestState, ShownRequest
from tests.desktop.legajo_scenes import ADDRESS
from tests.journeys.request_scenery import Computer, Town
from tests.journeys.request_screens import Screen

pytestmark = pytest.mark.timeout(120)
Run = Callable[[Computer], AbstractContextManager[Screen]]


def ask(rosa: Screen, town: Town, *, plugged: bool = True) -> ShownRequest:
    """One request about her address."""
    if not plugged:
        town.server.stop()
    rosa.ask_change(ADDRESS.id, domicilio="Av. El Sol 45, Ñuñoa")
    (made,) = rosa.requests
    return made


def cancelled(rosa: Screen, request: ShownRequest, words: str = "") -> None:
    """The page says so at last, and these words."""
    page = rosa.follow(request.uuid, RequestState.CANCELLED)
    assert Deed.CANCEL not in page.view.buttons
    rosa.see(page.view, words)


def test_a_draft_is_discarded_and_nothing_of_it_ever_leaves(run: Run, town: Town) -> None:
    with run(town.casa) as rosa:
        page = rosa.change(ADDRESS.id, domicilio="Jr. Uno 1")
        rosa.click(page.editor.save)
        rosa.wait(lambda: rosa.requests)
        (draft,) = rosa.requests
        assert "no se puede recuperar" in rosa.cancel(draft.uuid)
        rosa.wait(lambda: rosa.requests == ())
        rosa.exchange()
    assert town.faults.of("request") == ()
    assert town.filed() == ()


def test_what_is_queued_offline_is_cancelled_here_and_never_sent(run: Run, town: Town) -> None:
    with run(town.casa) as rosa:
        request = ask(rosa, town, plugged=False)
        assert "la oficina no la recibirá" in rosa.cancel(request.uuid)
        cancelled(rosa, request)
        town.server.start()
        rosa.exchange()
        assert rosa.requests[0].state is RequestState.CANCELLED
    assert town.faults.of("request") == ()
    assert town.filed() == ()


def test_what_may_have_arrived_is_sent_first_and_then_cancelled(run: Run, town: Town) -> None:
    with run(town.casa) as rosa:
        rosa.at_rest()
        town.faults.forget()
        town.faults.add("sync", lost_answer)  # it goes together with the question for its fact
        request = ask(rosa, town)
        rosa.wait(lambda: town.faults.waiting == 0)
        rosa.at_rest()
        assert rosa.requests[0].code == "", "the answer never came"
        assert "Primero se confirma el envío" in rosa.cancel(request.uuid)
        rosa.wait_for(RequestState.CANCELLED)
        cancelled(rosa, request, "SOL-2026-000001")
    assert [seen.status for seen in town.faults.of("request")] == [200], "the same one again, not another"
    calls = [seen.route for seen in town.faults.requests]
    assert calls[:3] == ["sync", "request", "sync"], "confirmed by its own call; then cancelled with the next loop"
    (filed,) = town.filed()
    assert [event.state for event in filed.history] == [RequestState.FILED, RequestState.CANCELLED]


def test_what_the_office_has_is_cancelled_there(run: Run, town: Town) -> None:
    with run(town.casa) as rosa:
        request = ask(rosa, town)
        filed = rosa.wait_for(RequestState.FILED)
        assert filed.code in rosa.cancel(request.uuid)
        cancelled(rosa, request)
    assert [one.state for one in town.filed()] == [RequestState.CANCELLED]


def test_what_the_office_did_not_accept_is_cancelled_here(run: Run, town: Town) -> None:
    with run(town.casa) as rosa:
        request = ask(rosa, town, plugged=False)
        changed = {**ADDRESS.fields, "domicilio": "Jr. Lima 5, Puno"}
        town.file_record(replace(ADDRESS, version=3, fields=changed))
        town.server.start()
        rosa.exchange()
        page = rosa.follow(request.uuid, RequestState.QUARANTINE)
        rosa.see(page.view, "la oficina cambió ese mismo registro")
        assert "allá no hay nada que anular" in rosa.cancel(request.uuid)
        cancelled(rosa, request)
    assert town.filed() == ()


def test_what_was_granted_meanwhile_is_not_taken_back_and_the_person_is_told(run: Run, town: Town) -> None:
    with run(town.casa) as rosa:
        request = ask(rosa, town)
        rosa.wait_for(RequestState.FILED)
        town.decide("atender")
        assert "Si la atiende antes, ya no se podrá anular" in rosa.cancel(request.uuid)
        page = rosa.follow(request.uuid, RequestState.ATTENDED)
        rosa.see(page.view, "ya no se pudo anular")
        assert Deed.CANCEL not in page.view.buttons
    assert [one.state for one in town.filed()] == [RequestState.ATTENDED]
