"""What is here is what the office has, or a new walk mends it: never a question, at most once a day."""

import hashlib
import json
from typing import Any

import pytest

from central.line import Line
from storage import cache, payslips
from storage.digests import state_digest
from sync.engine import Updated, UpToDate
from sync.wire import read_page
from tests.sync.office import EVERYTHING, Desk, Office, make_payslip
from tests.sync.wishes import hoja_de_vida, queue


@pytest.fixture
def settled(desk: Desk, office: Office) -> Desk:
    office.publish(*range(7))
    desk.run()
    office.faults.forget()
    return desk


def at_office(desk: Desk, office: Office) -> str:
    """What the office says of everything."""
    session = desk.ask(cache.session)
    with desk.client(office.server.url) as client:
        since = None
        while True:
            page = client.ask_page(session.access_token, since, None)
            assert page is not None
            if not page.page.more:
                return page.page.state
            assert page.page.state == ""
            since = page.page.cursor


def spoil(desk: Desk, statement: str) -> None:
    with desk.vault.cache() as db:
        assert db.run(statement) == 1


def test_after_an_exchange_both_have_the_same_digest(settled: Desk, office: Office) -> None:
    assert settled.ask(state_digest) == at_office(settled, office)


def test_changes_withdrawals_and_requests_keep_it_the_same(settled: Desk, office: Office) -> None:
    before = settled.ask(state_digest)
    office.publisher.replace_payslip(make_payslip(1, cargo="DIRECTOR"))
    office.publisher.withdraw_payslip(make_payslip(2).id)
    queue(settled, 1, content=hoja_de_vida())
    assert isinstance(settled.run(), Updated)
    after = settled.ask(state_digest)
    assert after == at_office(settled, office)
    assert after != before
    assert "bundle" not in office.routes
    office.store.change_epoch()
    settled.run()
    assert settled.ask(state_digest) == after


def test_a_row_that_is_missing_or_too_much_is_mended_by_a_new_walk(settled: Desk, office: Office) -> None:
    spoil(settled, "DELETE FROM payslip WHERE periodo = 202608")
    office.publish(7)
    assert isinstance(settled.run(), Updated)
    assert [seen.method for seen in office.faults.of("sync")] == ["POST", "GET", "GET"]
    assert settled.ask(payslips.count_payslips, EVERYTHING).total == 8
    assert settled.ask(state_digest) == at_office(settled, office)


def test_it_is_mended_once_a_day_at_most(settled: Desk, office: Office) -> None:
    for number in (7, 8):
        spoil(settled, "DELETE FROM payslip WHERE periodo = 202608")
        office.publish(number)
        settled.run()
    assert settled.known == 8  # the second time nothing was walked again
    assert len(office.faults.of("sync")) == 4
    settled.clock.pass_seconds(86_401)
    office.publish(9)
    settled.run()
    assert settled.known == 10
    assert settled.ask(state_digest) == at_office(settled, office)


def test_rows_of_a_version_without_digests_are_left_in_peace(settled: Desk, office: Office) -> None:
    spoil(settled, "UPDATE payslip SET digest = NULL WHERE periodo = 202608")
    assert settled.ask(state_digest) is None
    office.publish(7)
    settled.run()
    assert len(office.faults.of("sync")) == 1


async def _of_tomorrow(line: Line) -> None:
    """The real page with a change of a kind that nobody knows yet, counted by the office."""
    answer = (await line.ask()).without("content-encoding")
    page = json.loads(answer.body)
    raw = json.dumps({"nuevo": "ñ"}, ensure_ascii=False, separators=(",", ":"))
    number = int.from_bytes(hashlib.sha256(f"aviso\0a1\0{raw}".encode()).digest()[:16], "big")
    page["digest"] = f"{(int(page['digest'], 16) + number) % 2**128:032x}"
    page["changes"].append({"kind": "aviso", "id": "a1", "deleted": False, "aviso": {"nuevo": "ñ"}})
    await line.give(answer.having(json.dumps(page, ensure_ascii=False, separators=(",", ":")).encode()))


def test_a_fact_of_a_kind_that_is_not_known_counts_too(settled: Desk, office: Office) -> None:
    office.publish(7)
    office.faults.add("sync", ungzipped(_of_tomorrow))
    settled.run()
    assert len(office.faults.of("sync")) == 1
    with settled.vault.cache() as db:
        assert db.number("SELECT count(*) FROM skipped_fact") == 1


def ungzipped(fault: Any) -> Any:
    async def plain(line: Line) -> None:
        line.forget_header(b"accept-encoding")
        await fault(line)

    return plain


def test_a_page_without_a_digest_is_a_page_of_an_office_of_before() -> None:
    head = '"epoch":"e","cursor":"c","more":false,"server_time":"2026-11-13T08:00:00+00:00","next_sync_after":null'
    read = read_page(f'{{{head},"changes":[]}}'.encode(), '"e"')
    assert (read.page.state, read.page.digests) == ("", ())


def test_no_news_compares_nothing(settled: Desk) -> None:
    spoil(settled, "DELETE FROM payslip WHERE periodo = 202608")
    assert settled.run() == UpToDate()
