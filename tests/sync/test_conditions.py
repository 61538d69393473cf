"""What the world does to an exchange, and that nothing is lost, doubled, believed or half stored because of it."""

import threading
from itertools import pairwise

import pytest

from central.faults import (
    Fault,
    corrupt_gzip,
    cut_body_after,
    dropped_request,
    empty_json,
    html_portal,
    ignored_range,
    lost_answer,
    missing_api_header,
    plain_500_html,
    redirect_portal,
    slow,
    status,
    wrong_content_type,
    wrong_digest,
    wrong_length,
)
from storage import cache
from storage.errors import DiskFullError
from sync.engine import Blocked, Cancelled, Progress, SessionNeeded, Updated, UpToDate
from tests.sync.office import Desk, Office, draw, make_payslip

SIZE = len(draw(make_payslip(0)))
REFUSED_BY_THE_GATE: list[tuple[Fault, str]] = [
    (html_portal, "portal"), (redirect_portal, "portal"), (plain_500_html, "server-trouble"),
    (empty_json, "interference"), (missing_api_header, "interference"), (wrong_content_type, "interference"),
    (corrupt_gzip, "interference"), (dropped_request, "cut"), (lost_answer, "cut"), (cut_body_after(10), "cut"),
    (status(500), "server-trouble"), (status(502), "server-trouble"), (status(503, retry_after=5), "busy"),
    (status(429, retry_after=5), "too-many-attempts"), (status(410, problem="reset-link-spent"), "interference"),
]  # fmt: skip


def blocked(desk: Desk, **more: bool) -> Blocked:
    outcome = desk.run(**more)
    assert isinstance(outcome, Blocked), outcome
    return outcome


def stored(desk: Desk) -> tuple[object, ...]:
    return desk.known, desk.held, desk.wanted, desk.ask(cache.sync_mark), desk.ask(cache.session)


@pytest.mark.parametrize(("fault", "code"), REFUSED_BY_THE_GATE)
def test_a_page_that_fails_the_gate_changes_nothing_and_the_next_exchange_goes_on(
    desk: Desk, office: Office, fault: Fault, code: str
) -> None:
    office.publish(0, 1)
    desk.run()
    office.publish(2)
    before = stored(desk)
    office.faults.add("sync", fault)
    assert blocked(desk).code == code
    assert stored(desk) == before
    desk.clock.pass_seconds(10)
    assert desk.run() == Updated(new_payslips=1, pdfs=1)
    assert desk.held == {"2026-11", "2026-10", "2026-09"}


@pytest.mark.parametrize(
    ("fault", "code"),
    [(html_portal, "portal"), (redirect_portal, "portal"), (missing_api_header, "interference"), (lost_answer, "cut"),
     (wrong_content_type, "interference"), (plain_500_html, "server-trouble"), (status(503, retry_after=5), "busy")],
)  # fmt: skip
def test_a_pdf_that_fails_the_gate_is_not_stored_and_comes_the_next_time(
    desk: Desk, office: Office, fault: Fault, code: str
) -> None:
    office.publish(0)
    office.faults.add("blob", fault)
    assert blocked(desk).code == code
    assert desk.held == set()
    desk.clock.pass_seconds(10)
    desk.run()
    assert desk.held == {"2026-11"}


@pytest.mark.parametrize(("fault", "code"), [(wrong_digest, "interference"), (wrong_length, "interference"),
                                             (status(404, problem="unknown-blob"), "refused")])  # fmt: skip
def test_a_wrong_pdf_is_dropped_holds_up_no_other_and_is_no_success(
    desk: Desk, office: Office, fault: Fault, code: str
) -> None:
    office.publish(0, 1, 2)
    office.faults.add("blob", fault)
    outcome = blocked(desk)
    assert outcome.code == code
    assert outcome.retry_at is not None
    assert desk.held == {"2026-10", "2026-09"}
    assert [pdf.received for pdf in desk.wanted] == [0]
    desk.run()
    assert desk.held == {"2026-11", "2026-10", "2026-09"}


def test_a_server_that_is_gone_is_offline_and_everything_stays(desk: Desk, office: Office) -> None:
    office.publish(0, 1)
    desk.run()
    before = stored(desk)
    office.server.stop()
    assert blocked(desk).code == "offline"
    assert stored(desk) == before
    office.server.start()
    assert desk.run() == UpToDate()


@pytest.mark.parametrize("count", [0, 1, 9, 16_384, SIZE - 1])
def test_a_cut_pdf_goes_on_at_the_byte_where_it_was_cut(desk: Desk, office: Office, count: int) -> None:
    office.publish(0)
    office.faults.add("blob", cut_body_after(count))
    assert blocked(desk).code == "cut"
    (wanted,) = desk.wanted
    assert wanted.received == count
    desk.run()
    first, second = office.faults.of("blob")
    assert first.range is None
    assert second.range == (f"bytes={count}-" if count else None)
    assert first.sent + second.sent == SIZE  # no byte twice
    assert desk.held == {"2026-11"}


def test_a_pdf_cut_again_and_again_arrives_and_no_byte_comes_twice(desk: Desk, office: Office) -> None:
    office.publish(0)
    office.faults.add("blob", cut_body_after(7_000), times=5)
    outcomes = [desk.run() for _ in range(6)]
    assert [type(outcome) for outcome in outcomes] == [Blocked] * 5 + [Updated]
    assert sum(seen.sent for seen in office.faults.of("blob")) == SIZE
    assert desk.held == {"2026-11"}


def test_a_link_that_breaks_but_moves_forward_is_not_made_to_wait_longer(desk: Desk, office: Office) -> None:
    office.publish(0)
    office.faults.add("blob", cut_body_after(5_000), times=4)
    for _ in range(4):
        blocked(desk)
        assert desk.ask(cache.retry_mark).attempt == 1


def test_a_link_that_breaks_and_brings_nothing_is_left_alone_for_longer(desk: Desk, office: Office) -> None:
    office.faults.add("sync", dropped_request, times=6)
    waits = []
    for _ in range(6):
        outcome = blocked(desk)
        assert outcome.retry_at is not None
        waits.append((outcome.retry_at - desk.clock.now()).total_seconds())
    assert waits == [1, 2, 4, 8, 16, 32]


def test_a_proxy_that_strips_range_starts_the_pdf_again_and_never_appends(desk: Desk, office: Office) -> None:
    office.publish(0)
    office.faults.add("blob", cut_body_after(7_000), ignored_range)
    blocked(desk)
    desk.run()
    assert desk.held == {"2026-11"}


def test_a_cut_between_pages_resumes_at_the_page(desk: Desk, office: Office) -> None:
    office.publish(*range(12))
    office.faults.add("blob", status(500))
    blocked(desk)
    office.faults.forget()
    first = desk.known
    assert desk.run() == Updated(new_payslips=12 - first, pdfs=12)
    assert len(desk.held) == 12


def test_the_person_stops_in_the_middle_and_goes_on_later(desk: Desk, office: Office) -> None:
    office.publish(0, 1, 2)
    gate, cancelled = threading.Event(), threading.Event()
    office.faults.add("blob", slow(gate, piece=20_000))
    desk.on_progress = lambda progress: cancelled.set() if progress.bytes_done else None
    assert desk.run(cancelled=cancelled) == Cancelled()
    gate.set()
    received = desk.wanted[0].received
    assert 16_384 <= received <= 20_000
    assert desk.ask(cache.retry_mark) is None
    desk.on_progress = lambda _progress: None
    assert desk.run() == Updated(new_payslips=0, pdfs=3)
    assert [seen.range for seen in office.faults.of("blob")] == [None, f"bytes={received}-", None, None]
    assert desk.held == {"2026-11", "2026-10", "2026-09"}


@pytest.mark.parametrize("after", [0, 2, 5, 9])
def test_stopping_anywhere_keeps_what_came_and_asks_for_nothing_twice(desk: Desk, office: Office, after: int) -> None:
    office.publish(*range(7))
    cancelled = threading.Event()
    seen: list[Progress] = []

    def stop(progress: Progress) -> None:
        seen.append(progress)
        if len(seen) > after:
            cancelled.set()

    desk.on_progress = stop
    assert desk.run(cancelled=cancelled) == Cancelled()
    desk.on_progress = lambda _progress: None
    desk.run()
    assert len(desk.held) == len(set(office.served("blob"))) == 7
    ranges = [(seen.path, seen.range) for seen in office.faults.of("blob")]
    assert len(set(ranges)) == len(ranges)


def test_an_expired_token_is_refreshed_on_the_way(desk: Desk, office: Office) -> None:
    office.publish(0, 1, 2)
    hours = iter([4000])
    desk.on_progress = lambda progress: desk.clock.pass_seconds(next(hours, 0) if progress.pdfs_done == 1 else 0)
    assert desk.run() == Updated(new_payslips=3, pdfs=3)
    assert office.routes == ["sync", "blob", "blob", "refresh", "blob", "blob"]


def test_a_token_known_to_be_old_is_refreshed_before_anything_is_asked(desk: Desk, office: Office) -> None:
    desk.clock.pass_seconds(4000)
    desk.run()
    assert office.routes == ["refresh", "sync"]
    desk.run()
    assert office.routes == ["refresh", "sync", "sync"]  # the new tokens were stored


def test_a_refresh_whose_answer_is_lost_logs_nobody_out(desk: Desk, office: Office) -> None:
    office.publish(0)
    desk.clock.pass_seconds(4000)
    office.faults.add("refresh", lost_answer)
    assert blocked(desk).code == "cut"
    assert desk.run() == Updated(new_payslips=1, pdfs=1)


def test_a_session_that_ended_is_said_and_everything_stays(desk: Desk, office: Office) -> None:
    office.publish(0, 1)
    desk.run()
    held = desk.held
    office.faults.add("sync", status(401, problem="session-ended"))
    assert desk.run() == SessionNeeded()
    assert desk.held == held
    session = desk.ask(cache.session)
    assert (session.server, session.user, session.refresh_token) == (office.server.url, "ana", None)
    assert desk.engine.wait_seconds() is None
    office.faults.forget()
    assert desk.run() == SessionNeeded()
    assert office.requests == ()
    desk.sign_in()
    assert desk.run() == UpToDate()
    assert office.routes == ["sync"]


def test_a_session_that_ends_amid_a_pdf_keeps_the_bytes(desk: Desk, office: Office) -> None:
    office.publish(0)
    office.faults.add("blob", cut_body_after(7_000), status(401, problem="session-ended"))
    blocked(desk)
    assert desk.run() == SessionNeeded()
    assert desk.wanted[0].received == 7_000


def test_a_cursor_the_office_does_not_know_begins_a_new_walk_without_losing_anything(
    desk: Desk, office: Office
) -> None:
    office.publish(0, 1)
    desk.run()
    office.faults.forget()
    office.publish(2)
    office.faults.add("sync", status(422, problem="bad-cursor"))
    assert desk.run() == Updated(new_payslips=1, pdfs=1)
    assert desk.held == {"2026-11", "2026-10", "2026-09"}


def test_a_full_disk_is_said_and_what_was_stored_stays(
    desk: Desk, office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    office.publish(0, 1)
    fill_the_disk(monkeypatch, pages_left=12)
    outcome = blocked(desk)
    assert outcome.code == "disk-full"
    assert outcome.retry_at is not None
    assert desk.engine.wait_seconds() == pytest.approx(60)
    monkeypatch.undo()
    assert isinstance(desk.run(), Updated)
    assert desk.held == {"2026-11", "2026-10"}
    assert desk.engine.wait_seconds() == 1800


def fill_the_disk(monkeypatch: pytest.MonkeyPatch, *, pages_left: int) -> None:
    """Every connection from now on may make the file so many pages longer: SQLite itself says that the disk is full."""
    from storage import vault

    open_database = vault.open_database

    def opened(*arguments: object, **more: object) -> object:
        db = open_database(*arguments, **more)  # type: ignore[arg-type]
        db.run(f"PRAGMA main.max_page_count = {db.number('PRAGMA main.page_count') + pages_left}")
        return db

    monkeypatch.setattr(vault, "open_database", opened)


def test_a_full_disk_within_a_pdf_is_said_too(desk: Desk, office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    real = cache.append_pdf

    def full(*arguments: object) -> None:
        if arguments[2]:
            raise DiskFullError("no room")
        real(*arguments)

    office.publish(0)
    monkeypatch.setattr(cache, "append_pdf", full)
    assert blocked(desk).code == "disk-full"
    monkeypatch.undo()
    assert desk.wanted[0].received > 0
    desk.run()
    assert desk.held == {"2026-11"}


def test_a_damaged_cache_blocks_and_nothing_is_asked(desk: Desk, office: Office) -> None:
    path = desk.vault.directory / "cache.db"
    content = bytearray(path.read_bytes())
    content[:4096] = bytes(4096)
    path.write_bytes(content)
    assert blocked(desk).code == "damaged-file"
    assert office.requests == ()


def test_nothing_is_readable_on_the_disk(desk: Desk, office: Office) -> None:
    office.publish(0, 1)
    office.faults.add("blob", cut_body_after(7_000))
    blocked(desk)
    for file in desk.vault.directory.rglob("*"):
        content = file.read_bytes()
        assert b"%PDF" not in content
        assert "ÑAUPARI".encode() not in content
        assert b"99900001" not in content


def test_progress_never_goes_back_when_nothing_is_restarted(desk: Desk, office: Office) -> None:
    office.publish(*range(8))
    office.faults.add("blob", cut_body_after(20_000))
    desk.run()
    desk.run()
    cuts = [index for index, progress in enumerate(desk.progress) if progress.stage == "facts"]
    assert all(
        first.bytes_done <= second.bytes_done
        for index, (first, second) in enumerate(pairwise(desk.progress))
        if index + 1 not in cuts
    )
