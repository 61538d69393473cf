"""One loop says and hears everything: a new payslip is one call, a small request is one call, no news cost little."""

import json

import pytest

from central.contract_legajo import RequestBody
from central.faults import Fault, cut_body_after, html_portal, lost_answer, status
from central.legajo.filing import Filing, file_request
from storage import cache, drafts
from storage.request_records import Expediente, RequestState
from sync.engine import Blocked, Engine, Updated, UpToDate
from sync.legajo_wire import request_body
from tests.sync.bundles import held_alike, publish_alike
from tests.sync.office import Desk, Office
from tests.sync.wishes import at_office, cancel, hoja_de_vida, own, pdf, queue, shown, state, uuid


@pytest.fixture
def settled(desk: Desk, office: Office) -> Desk:
    """Everything is here, and the session has been used."""
    publish_alike(office, 1, 2)
    assert isinstance(desk.run(), Updated)
    office.faults.forget()
    return desk


def test_nothing_changed_is_one_small_call(settled: Desk, office: Office) -> None:
    with settled.client(office.server.url) as client:
        settled.engine = Engine(settled.vault, lambda _server: client, settled.clock, settled.dice)
        assert settled.run() == UpToDate()
        assert client.meter.requests == 1
        assert client.meter.received + client.meter.sent < 600
    assert [(seen.method, seen.status, seen.sent) for seen in office.requests] == [("POST", 204, 0)]


def test_a_new_payslip_is_one_call(desk: Desk, office: Office) -> None:
    publish_alike(office, 1)
    desk.run()
    office.faults.forget()
    publish_alike(office, 0)
    assert desk.run() == Updated(new_payslips=1, pdfs=1)
    assert office.routes == ["sync"]
    assert office.requests[0].sent < 4_000
    assert held_alike(desk, 2) == {0, 1}


def test_a_request_without_files_is_one_call(settled: Desk, office: Office) -> None:
    name = queue(settled, 1, content=hoja_de_vida())
    assert settled.run() == Updated(new_payslips=0, pdfs=0, filed=1)
    assert office.routes == ["sync"]
    assert own(settled, name).code == at_office(office, name).code
    assert shown(settled, name).fact is not None
    assert state(settled, name) is RequestState.FILED


def test_a_request_and_a_new_payslip_are_two_calls_and_the_request_is_first(settled: Desk, office: Office) -> None:
    name = queue(settled, 1, content=hoja_de_vida())
    publish_alike(office, 0)
    assert settled.run() == Updated(new_payslips=1, pdfs=1, filed=1)
    assert office.routes == ["sync", "blob"]
    assert state(settled, name) is RequestState.FILED


def test_cancelling_and_an_expediente_are_one_call_each(settled: Desk, office: Office) -> None:
    name = queue(settled, 1, content=hoja_de_vida())
    settled.run()
    office.faults.forget()
    with settled.vault.outbox() as box:
        drafts.set_expediente(box, name, Expediente("MPT2026-00001", "", None), settled.clock.now())
    assert isinstance(settled.run(), Updated)
    assert office.routes == ["sync"]
    assert "MPT2026-00001" in at_office(office, name).expediente
    office.faults.forget()
    cancel(settled, name)
    assert isinstance(settled.run(), Updated)
    assert office.routes == ["sync"]
    assert at_office(office, name).state == "anulado"
    assert state(settled, name) is RequestState.CANCELLED


def test_a_request_with_a_file_goes_by_its_own_calls(settled: Desk, office: Office) -> None:
    queue(settled, 1, pdf(900))
    assert settled.run() == Updated(new_payslips=0, pdfs=0, filed=1)
    assert office.routes == ["upload_create", "upload_patch", "request", "sync"]


def test_facts_of_wishes_that_went_both_ways_come_in_the_same_exchange(settled: Desk, office: Office) -> None:
    light = queue(settled, 1, content=hoja_de_vida())
    heavy = queue(settled, 2, pdf(900))
    assert settled.run() == Updated(new_payslips=0, pdfs=0, filed=2)
    assert office.routes == ["sync", "upload_create", "upload_patch", "request", "sync"]
    assert shown(settled, light).fact is not None
    assert shown(settled, heavy).fact is not None


@pytest.mark.parametrize("fault", [lost_answer, cut_body_after(40)])
def test_an_answer_that_is_lost_is_asked_for_by_the_request_s_own_call(
    settled: Desk, office: Office, fault: Fault
) -> None:
    name = queue(settled, 1, content=hoja_de_vida())
    office.faults.add("sync", fault)
    assert isinstance(settled.run(), Blocked)
    assert own(settled, name).sent
    code = at_office(office, name).code
    settled.clock.pass_seconds(60)
    assert isinstance(settled.run(asked=False), Updated)
    assert office.routes == ["sync", "request", "sync"]
    assert own(settled, name).code == code


def test_a_refused_request_is_in_quarantine_with_the_office_s_sentence(settled: Desk, office: Office) -> None:
    with office.store.writing() as db:
        asked = RequestBody.model_validate(json.loads(request_body(hoja_de_vida())))
        filing = Filing("99900001", 1_800_000_000, office.settings.legajo_catalogue.catalogue)
        file_request(db, filing, uuid(1), asked)  # from another computer of hers
    second = queue(settled, 2, content=hoja_de_vida())
    settled.run()
    assert state(settled, second) is RequestState.QUARANTINE
    assert own(settled, second).reason == "request-open"


def test_a_portal_in_place_of_the_answer_changes_nothing(settled: Desk, office: Office) -> None:
    name = queue(settled, 1, content=hoja_de_vida())
    before = settled.ask(cache.sync_mark)
    office.faults.add("sync", html_portal)
    outcome = settled.run()
    assert isinstance(outcome, Blocked)
    assert outcome.code == "portal"
    assert state(settled, name) is RequestState.WAITS_NETWORK
    assert settled.ask(cache.sync_mark) == before


@pytest.mark.parametrize("code", [404, 405])
def test_an_office_that_knows_no_loop_is_asked_the_old_way(settled: Desk, office: Office, code: int) -> None:
    name = queue(settled, 1, content=hoja_de_vida())
    publish_alike(office, 0)
    office.faults.add("sync", status(code))
    assert settled.run() == Updated(new_payslips=1, pdfs=1, filed=1)
    assert [(seen.route, seen.method) for seen in office.requests] == [
        ("sync", "POST"), ("request", "PUT"), ("sync", "GET"), ("blob", "GET")
    ]  # fmt: skip
    assert state(settled, name) is RequestState.FILED


def test_a_bad_cursor_never_counts_against_a_wish(settled: Desk, office: Office) -> None:
    name = queue(settled, 1, content=hoja_de_vida())
    office.faults.add("sync", status(422, problem="bad-cursor"))
    assert isinstance(settled.run(), Updated)
    assert state(settled, name) is RequestState.FILED


def test_a_token_that_runs_out_during_a_loop_is_renewed_and_the_wish_goes_once(settled: Desk, office: Office) -> None:
    name = queue(settled, 1, content=hoja_de_vida())
    office.faults.add("sync", status(401, problem="token-expired"))
    assert settled.run() == Updated(new_payslips=0, pdfs=0, filed=1)
    assert office.routes == ["sync", "refresh", "sync"]
    assert state(settled, name) is RequestState.FILED
