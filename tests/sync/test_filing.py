"""Wishes queued without a network reach the real office: whole, once, in order; and their facts come back with it."""

from central.faults import lost_answer, status
from central.store.blobs import blob_part
from storage import attachments, drafts, legajo, outbox
from storage.request_records import Expediente, RequestState
from sync.engine import Updated, UpToDate
from tests.sync.office import Desk, Office
from tests.sync.wishes import at_office, cancel, course, hoja_de_vida, own, paper, pdf, queue, shown, state, uuid


def test_a_wish_queued_offline_gets_its_code_and_its_fact_in_one_exchange(desk: Desk, office: Office) -> None:
    assert isinstance(desk.run(), Updated)
    name = queue(desk, 1, pdf(90_000))
    assert state(desk, name) is RequestState.READY
    assert desk.ask(outbox.pending_count) == 1
    office.faults.forget()
    outcome = desk.run()
    assert outcome == Updated(new_payslips=0, pdfs=0, filed=1)
    assert own(desk, name).code.startswith("SOL-2026-")
    assert shown(desk, name).fact is not None
    assert shown(desk, name).state is RequestState.FILED
    assert desk.ask(outbox.pending_count) == 0
    assert office.routes == ["upload_create", "upload_patch", "upload_patch", "request", "sync"]
    assert office.requests[-1].status == 200
    office.faults.forget()
    assert desk.run() == UpToDate()
    assert office.routes == ["sync"]


def test_files_go_smallest_first_and_arrive_byte_for_byte(desk: Desk, office: Office) -> None:
    large, small = pdf(70_000, 1), pdf(900, 2)
    name = queue(desk, 1, large, small)
    desk.run()
    assert office.served("upload_patch") == [paper(small).sha256, paper(large).sha256, paper(large).sha256]
    assert at_office(office, name).state == "en_solicitud"
    with office.store.reading() as db:
        for file in (large, small):
            assert blob_part(db, paper(file).sha256, 0, len(file)) == file


def test_a_section_goes_in_order_and_a_light_one_does_not_wait_for_a_heavy_one(desk: Desk, office: Office) -> None:
    names = [queue(desk, 1, pdf(5_000)), queue(desk, 2), queue(desk, 3)]
    light = queue(desk, 4, content=hoja_de_vida())
    assert desk.run() == Updated(new_payslips=0, pdfs=0, filed=4)
    assert office.served("request") == [light, *names]


def test_a_lost_answer_files_it_once_under_one_code(desk: Desk, office: Office) -> None:
    name = queue(desk, 1)
    office.faults.add("request", lost_answer)
    outcome = desk.run()
    assert type(outcome).__name__ == "Blocked"
    assert state(desk, name) is RequestState.READY
    assert own(desk, name).sent
    code = at_office(office, name).code
    desk.clock.pass_seconds(60)
    assert desk.run(asked=False) == Updated(new_payslips=0, pdfs=0, filed=1)
    assert own(desk, name).code == code
    assert [seen.status for seen in office.faults.of("request")][-1] == 200
    assert len(desk.ask(legajo.shown_requests)) == 1


def test_a_lost_answer_is_settled_by_the_feed_too(desk: Desk, office: Office) -> None:
    name = queue(desk, 1)
    office.faults.add("request", lost_answer)
    desk.run()
    with desk.vault.outbox() as box, desk.vault.cache() as cache:
        cache.run("UPDATE sync_mark SET etag = NULL")
        box.run("UPDATE update_request SET next_try_at = '2026-11-13T09:00:00.000000+00:00'")
    desk.clock.pass_seconds(60)
    desk.run(asked=False)
    assert state(desk, name) is RequestState.FILED
    assert office.served("request") == [name]


def test_withdrawn_before_it_was_sent_nothing_is_sent(desk: Desk, office: Office) -> None:
    name = queue(desk, 1)
    assert cancel(desk, name).state is RequestState.CANCELLED
    desk.run()
    assert at_office(office, name) is None
    assert "request" not in office.routes


def test_withdrawn_after_a_try_that_found_no_connection_nothing_is_sent(desk: Desk, office: Office) -> None:
    name = queue(desk, 1)
    office.server.stop()
    assert type(desk.run()).__name__ == "Blocked"
    assert not own(desk, name).sent
    assert cancel(desk, name).state is RequestState.CANCELLED
    office.server.start()
    desk.run()
    assert at_office(office, name) is None
    assert "request" not in office.routes


def test_withdrawn_while_its_file_was_on_the_way_nothing_more_is_sent(desk: Desk, office: Office) -> None:
    name = queue(desk, 1, pdf(200_000))
    desk.on_progress = lambda now: cancel(desk, name) if now.stage == "requests" and now.bytes_done > 0 else None
    desk.run()
    assert state(desk, name) is RequestState.CANCELLED
    assert at_office(office, name) is None
    assert office.routes.count("upload_patch") == 1


def test_outcome_unknown_and_withdrawn_it_is_filed_first_and_then_cancelled(desk: Desk, office: Office) -> None:
    name = queue(desk, 1)
    office.faults.add("request", lost_answer)
    desk.run()
    assert cancel(desk, name).cancel_wanted
    office.faults.forget()
    desk.run()
    assert office.routes[:2] == ["request", "cancellation"]
    assert at_office(office, name).state == "anulado"
    assert shown(desk, name).state is RequestState.CANCELLED
    assert state(desk, name) is RequestState.CANCELLED


def test_a_cancellation_whose_answer_is_lost_is_sent_again(desk: Desk, office: Office) -> None:
    name = queue(desk, 1)
    desk.run()
    cancel(desk, name)
    office.faults.add("sync", lost_answer)
    desk.run()
    assert own(desk, name).cancel_wanted
    assert at_office(office, name).state == "anulado"
    desk.run()
    assert state(desk, name) is RequestState.CANCELLED


def test_a_cancellation_that_comes_too_late_is_given_up_and_the_office_is_right(desk: Desk, office: Office) -> None:
    name = queue(desk, 1)
    desk.run()
    cancel(desk, name)
    office.faults.add("sync", status(405))  # an office that knows no loop
    office.faults.add("cancellation", status(409, problem="already-decided"))
    desk.run()
    assert not own(desk, name).cancel_wanted
    assert state(desk, name) is RequestState.FILED


def test_an_expediente_travels_by_itself(desk: Desk, office: Office) -> None:
    name = queue(desk, 1)
    desk.run()
    given = Expediente("MPT2026-EXT-000123", "9F2K", None)
    with desk.vault.outbox() as box:
        drafts.set_expediente(box, name, given, desk.clock.now())
    office.faults.add("expediente", lost_answer)
    desk.run()
    desk.run()
    assert not own(desk, name).expediente_waits
    assert shown(desk, name).expediente == given
    assert "MPT2026-EXT-000123" in at_office(office, name).expediente


def test_the_files_of_a_cancelled_wish_leave_this_computer(desk: Desk, office: Office) -> None:
    content = pdf(3_000)
    name = queue(desk, 1, content)
    desk.run()
    cancel(desk, name)
    desk.run()
    with desk.vault.outbox() as box:
        assert attachments.file_bytes(box, paper(content).sha256) is None


def test_two_computers_of_one_person_know_each_others_wishes(desk: Desk, second_desk: Desk, office: Office) -> None:
    here = queue(desk, 1)
    there = queue(second_desk, 2)
    desk.run()
    second_desk.run()
    desk.run()
    for computer in (desk, second_desk):
        known = {one.uuid: one.code for one in computer.ask(legajo.shown_requests)}
        assert set(known) == {here, there}
        assert len(set(known.values())) == 2


def test_the_same_record_from_two_computers_one_is_filed_and_the_other_says_why(
    desk: Desk, second_desk: Desk, office: Office
) -> None:
    first = queue(desk, 1)
    second = queue(second_desk, 2, content=course(1))
    desk.run()
    second_desk.run()
    assert state(desk, first) is RequestState.FILED
    refused = own(second_desk, second)
    assert (refused.state, refused.reason) == (RequestState.QUARANTINE, "request-open")
    assert refused.detail
    assert at_office(office, uuid(2)) is None


def test_progress_says_how_much_of_the_file_is_sent(desk: Desk) -> None:
    queue(desk, 1, pdf(150_000))
    desk.run()
    sending = [now for now in desk.progress if now.stage == "requests"]
    assert [now.bytes_done for now in sending] == [0, 0, 65_536, 131_072, 150_000, 150_000]
    assert {now.bytes_total for now in sending} == {150_000}
    assert (sending[0].requests_done, sending[-1].requests_done, sending[-1].requests_total) == (0, 1, 1)


def test_a_damaged_outbox_stops_no_payslip(desk: Desk, office: Office) -> None:
    office.publish(0)
    (desk.vault.directory / "outbox.db").write_bytes(b"no es una base de datos" * 400)
    desk.vault.prepare_files()
    assert desk.run() == Updated(new_payslips=1, pdfs=1)
    assert desk.engine.wait_seconds() is not None
