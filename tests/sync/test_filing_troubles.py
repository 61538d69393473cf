"""What each answer makes of a wish, with the real office and the real outbox: the arrows of docs/protocol.md."""

from threading import Event

import pytest

from central.faults import (
    Fault,
    cut_request_after,
    dropped_request,
    empty_json,
    html_portal,
    lost_answer,
    status,
)
from central.legajo.archive import Archive
from central.store.uploads import forget_upload
from documents.legajo import LegajoRecord
from storage import drafts, legajo, outbox
from storage.errors import DiskFullError
from storage.request_records import RequestAction, RequestState
from sync.engine import Blocked, Engine, SessionNeeded, Updated
from tests.sync.office import ANA, Desk, Office
from tests.sync.wishes import COURSE, at_office, course, hoja_de_vida, own, pdf, queue, shown, state, uuid

READY, SESSION, NETWORK = RequestState.READY, RequestState.WAITS_SESSION, RequestState.WAITS_NETWORK


@pytest.mark.parametrize(
    ("route", "fault", "code", "after"),
    [
        ("request", dropped_request, "cut", READY),
        ("request", lost_answer, "cut", READY),
        ("request", status(500), "server-trouble", READY),
        ("request", status(503, retry_after=30), "busy", READY),
        ("request", status(429, retry_after=30), "too-many-attempts", READY),
        ("request", html_portal, "portal", NETWORK),
        ("request", empty_json, "interference", NETWORK),
        ("request", status(401, problem="session-ended"), "", SESSION),
        ("upload_create", dropped_request, "cut", READY),
        ("upload_patch", cut_request_after(20_000), "cut", READY),
        ("upload_patch", status(502), "server-trouble", READY),
        ("upload_create", html_portal, "portal", NETWORK),
        ("upload_patch", status(401, problem="session-ended"), "", SESSION),
    ],
)
def test_no_condition_of_the_network_or_the_session_loses_or_fails_a_wish(
    desk: Desk, office: Office, route: str, fault: Fault, code: str, after: RequestState
) -> None:
    name = queue(desk, 1, pdf(40_000))
    office.faults.add(route, fault)
    outcome = desk.run()
    assert outcome.code == code if isinstance(outcome, Blocked) else isinstance(outcome, SessionNeeded)
    assert state(desk, name) is after
    if isinstance(outcome, SessionNeeded):
        desk.sign_in()
    desk.clock.pass_seconds(3600)
    assert desk.engine.wait_seconds() == 0
    assert isinstance(desk.run(asked=False), Updated)
    assert state(desk, name) is RequestState.FILED
    assert at_office(office, name).code == own(desk, name).code


def test_a_wish_that_is_not_allowed_waits_for_a_session_and_delays_nobody(desk: Desk, office: Office) -> None:
    name = queue(desk, 1)
    other = queue(desk, 2, content=hoja_de_vida())
    office.faults.add("request", status(403, problem="not-yours"))
    desk.run()
    assert {state(desk, name), state(desk, other)} == {SESSION, RequestState.FILED}
    desk.run()
    assert state(desk, name) is RequestState.FILED


def test_a_refused_wish_is_kept_with_the_reason_and_its_section_goes_on(desk: Desk, office: Office) -> None:
    bad = queue(desk, 1, content=course(1, fields=COURSE | {"fecha_fin": "2022-01-01"}))
    good = queue(desk, 2)
    assert desk.run() == Updated(new_payslips=0, pdfs=0, filed=1)
    assert (state(desk, bad), own(desk, bad).reason) == (RequestState.QUARANTINE, "invalid-legajo")
    assert own(desk, bad).detail == (
        "La solicitud tiene datos que deben corregirse antes de registrarla. (fecha_fin: order)"
    )
    assert state(desk, good) is RequestState.FILED
    assert at_office(office, bad) is None
    with desk.vault.outbox() as box:
        drafts.edit_again(box, bad, uuid(3), desk.clock.now())
        drafts.queue(box, uuid(3), course(1), desk.clock.now())
    desk.run()
    assert state(desk, uuid(3)) is RequestState.FILED


def test_when_the_record_changed_meanwhile_both_versions_are_here(desk: Desk, office: Office) -> None:
    base = LegajoRecord(id=uuid(50), section="II", kind="capacitacion", version=1, fields=COURSE)
    Archive(office.store).file_records(ANA.doc_numero, [base])
    desk.run()
    known = desk.ask(legajo.shown_record, base.id).confirmed
    wanted = course(
        0, action=RequestAction.CHANGE, record=base.id, base=known, fields=COURSE | {"horas_lectivas": "90"}
    )
    name = queue(desk, 1, content=wanted)
    newer = LegajoRecord(
        id=base.id, section="II", kind="capacitacion", version=2, fields=COURSE | {"centro": "DRE Cusco"}
    )
    Archive(office.store).file_records(ANA.doc_numero, [newer])
    desk.run()
    refused = own(desk, name)
    assert (refused.state, refused.reason) == (RequestState.QUARANTINE, "record-changed")
    both = desk.ask(legajo.shown_record, base.id)
    assert both.confirmed.fields["centro"] == "DRE Cusco"
    assert refused.content.base.version == 1
    assert both.wish.content.fields["horas_lectivas"] == "90"


def test_files_that_the_office_has_forgotten_are_sent_again(desk: Desk, office: Office) -> None:
    content = pdf(40_000)
    name = queue(desk, 1, content)
    office.faults.add("request", dropped_request)
    desk.run()
    with office.store.writing() as db:
        forget_upload(db, ANA.doc_numero, own(desk, name).content.documents[0].sha256)
    office.faults.forget()
    desk.run()
    assert office.routes == ["request", "upload_create", "upload_patch", "request", "sync"]
    assert state(desk, name) is RequestState.FILED


def test_a_token_that_runs_out_amid_an_upload_is_renewed_and_no_byte_goes_twice(desk: Desk, office: Office) -> None:
    name = queue(desk, 1, pdf(200_000))
    hours = iter([4000])
    desk.on_progress = lambda now: desk.clock.pass_seconds(next(hours, 0) if now.bytes_done > 60_000 else 0)
    desk.run()
    assert state(desk, name) is RequestState.FILED
    assert office.routes.count("refresh") == 1
    statuses = [seen.status for seen in office.faults.of("upload_patch")]
    assert statuses.count(204) == 4
    assert sorted(set(statuses)) == [204, 401]


def test_two_troubles_end_the_sending_but_not_the_exchange(desk: Desk, office: Office) -> None:
    office.publish(0)
    names = [queue(desk, 1), queue(desk, 2, content=hoja_de_vida())]
    office.faults.add("request", status(500), times=9)
    outcome = desk.run()
    assert isinstance(outcome, Blocked)
    assert outcome.code == "server-trouble"
    assert office.routes.count("request") == 2
    assert desk.held == {"2026-11"}
    assert [own(desk, name).tries for name in names] == [1, 1]
    office.faults.clear()
    desk.clock.pass_seconds(3600)
    desk.run(asked=False)
    assert {state(desk, name) for name in names} == {RequestState.FILED}


def test_before_its_time_a_wish_is_not_sent_but_when_asked_it_is(desk: Desk, office: Office) -> None:
    name = queue(desk, 1)
    office.faults.add("request", dropped_request)
    desk.run()
    office.faults.forget()
    assert isinstance(desk.run(asked=False), Blocked)
    assert office.requests == ()
    desk.run()
    assert state(desk, name) is RequestState.FILED


def test_after_a_crash_amid_sending_the_engine_is_due_at_once(desk: Desk) -> None:
    desk.run()
    name = queue(desk, 1)
    with desk.vault.outbox() as box:
        outbox.note_sending(box, name)
    fresh = Engine(desk.vault, desk.client, desk.clock, desk.dice)
    assert fresh.wait_seconds() == 0
    desk.engine = fresh
    desk.run(asked=False)
    assert shown(desk, name).state is RequestState.FILED
    assert fresh.wait_seconds() > 60


def test_after_signing_in_again_a_wish_that_waited_for_it_is_due_at_once(desk: Desk, office: Office) -> None:
    desk.run()
    name = queue(desk, 1)
    office.faults.add("sync", status(401, problem="session-ended"))
    assert isinstance(desk.run(), SessionNeeded)
    assert desk.engine.wait_seconds() is None
    desk.sign_in()
    fresh = Engine(desk.vault, desk.client, desk.clock, desk.dice)  # the thread begins anew after signing in
    assert fresh.wait_seconds() == 0
    desk.engine = fresh
    desk.run(asked=False)
    assert state(desk, name) is RequestState.FILED


def test_stopping_leaves_it_in_the_queue_and_nothing_says_sending(desk: Desk, office: Office) -> None:
    name = queue(desk, 1, pdf(200_000))
    stopped = Event()
    desk.on_progress = lambda now: stopped.set() if now.bytes_done > 60_000 else None
    assert type(desk.run(cancelled=stopped)).__name__ == "Cancelled"
    assert (state(desk, name), own(desk, name).tries) == (READY, 0)
    desk.on_progress = lambda _now: None
    desk.run()
    assert state(desk, name) is RequestState.FILED
    assert office.routes.count("upload_patch") == 4


def test_a_disk_that_fills_up_as_the_session_ends_promises_no_time(
    desk: Desk, office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_arguments: object) -> bool:
        raise DiskFullError("no room")

    desk.run()
    name = queue(desk, 1)
    office.faults.add("request", status(401, problem="session-ended"))
    office.faults.add("sync", status(401, problem="session-ended"))
    monkeypatch.setattr(outbox, "note_waiting", full)
    assert isinstance(desk.run(), SessionNeeded)
    assert desk.engine.wait_seconds() is None
    monkeypatch.undo()
    desk.sign_in()
    desk.run()
    assert state(desk, name) is RequestState.FILED
