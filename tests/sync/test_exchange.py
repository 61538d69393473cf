"""One exchange when nothing goes wrong: what it asks for, in which order, and what is here afterwards."""

import itertools

import pytest

from storage import cache, payslips
from sync.engine import Updated, UpToDate
from tests.sync.office import EVERYTHING, Desk, Office, make_payslip


def test_a_first_exchange_brings_everything(desk: Desk, office: Office) -> None:
    office.publish(*range(12))
    assert desk.run() == Updated(new_payslips=12, pdfs=12)
    assert desk.known == 12
    assert len(desk.held) == 12
    assert desk.ask(payslips.payslip, make_payslip(3).id) == make_payslip(3)
    assert desk.ask(payslips.person).doc_numero == "99900001"


def test_the_newest_three_pdfs_come_before_the_second_page(desk: Desk, office: Office) -> None:
    office.publish(*range(12))  # pages of five, the first of which begins with the person
    desk.run()
    assert office.routes[:6] == ["sync", "blob", "blob", "blob", "sync", "sync"]


def test_pdfs_come_newest_first(desk: Desk, office: Office) -> None:
    office.publish(*range(12))
    desk.run()
    rows = desk.ask(payslips.search_payslips, EVERYTHING)
    assert office.served("blob") == [row.pdf.sha256 for row in rows]


def test_nothing_changed_is_one_request_without_a_byte_of_body(desk: Desk, office: Office) -> None:
    office.publish(0, 1)
    desk.run()
    office.faults.forget()
    assert desk.run() == UpToDate()
    assert [(seen.route, seen.status, seen.sent) for seen in office.requests] == [("sync", 204, 0)]


def test_a_new_payslip_costs_two_requests(desk: Desk, office: Office) -> None:
    office.publish(1, 2, 3)
    desk.run()
    office.faults.forget()
    office.publish(0)
    assert desk.run() == Updated(new_payslips=1, pdfs=1)
    assert office.routes == ["sync", "blob"]


def test_what_is_held_is_never_fetched_again(desk: Desk, office: Office) -> None:
    office.publish(0, 1, 2)
    desk.run()
    office.faults.forget()
    office.publish(3)
    office.store.change_epoch()
    desk.run()
    newest = desk.ask(payslips.payslip_row, make_payslip(3).id)
    assert office.served("blob") == [newest.pdf.sha256]


def test_a_corrected_payslip_is_an_update_without_a_new_payslip(desk: Desk, office: Office) -> None:
    office.publish(0, 1)
    desk.run()
    office.publisher.replace_payslip(make_payslip(1, cargo="DIRECTOR"))
    assert desk.run() == Updated(new_payslips=0, pdfs=0)
    assert desk.ask(payslips.payslip, make_payslip(1).id).cargo == "DIRECTOR"


def test_a_withdrawn_payslip_goes(desk: Desk, office: Office) -> None:
    office.publish(0, 1)
    desk.run()
    office.publisher.withdraw_payslip(make_payslip(1).id)
    desk.run()
    assert desk.held == {"2026-11"}
    assert desk.known == 1


def test_a_new_epoch_removes_what_vanished_only_when_the_walk_is_over(desk: Desk, office: Office) -> None:
    office.publish(*range(12))
    desk.run()
    office.publisher.withdraw_payslip(make_payslip(0).id)
    office.store.change_epoch()
    counts: list[int] = []
    desk.on_progress = lambda progress: counts.append(progress.payslips_known)
    assert desk.run() == Updated(new_payslips=0, pdfs=0)
    assert counts[0] == 12
    assert counts[-1] == 11
    assert all(first >= second for first, second in itertools.pairwise(counts))
    assert len(desk.held) == 11


def test_progress_says_what_is_done_and_what_is_left(desk: Desk, office: Office) -> None:
    office.publish(*range(4))
    desk.run()
    first, last = desk.progress[0], desk.progress[-1]
    assert (first.stage, first.payslips_known, first.newest) == ("facts", 0, None)
    assert (last.stage, last.pdfs_done, last.pdfs_total, str(last.newest)) == ("pdfs", 4, 4, "2026-11")
    assert last.bytes_done == last.bytes_total == 4 * 40_009
    done = [progress.bytes_done for progress in desk.progress]
    assert done == sorted(done)


def test_bytes_and_requests_are_added_to_the_month(desk: Desk, office: Office) -> None:
    office.publish(0, 1)
    desk.run()
    month = desk.ask(cache.traffic, make_payslip(0).periodo)
    assert month.requests == len(office.requests)
    assert 80_018 < month.received < 84_000
    assert 0 < month.sent < 1_500


def test_one_connection_serves_a_whole_exchange(desk: Desk, office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    dialled: list[int] = []
    import sync.transport

    dial = sync.transport.dial
    monkeypatch.setattr(sync.transport, "dial", lambda *arguments: dialled.append(1) or dial(*arguments))
    office.publish(*range(6))
    desk.run()
    assert len(dialled) == 1


def test_nobody_signed_in_means_no_request(desk: Desk, office: Office) -> None:
    desk.ask(cache.end_session)
    assert type(desk.run()).__name__ == "SessionNeeded"
    assert desk.engine.wait_seconds() is None
    assert office.requests == ()
