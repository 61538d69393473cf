"""On a line that costs: the list always, PDFs when they are asked for, or as far as the month's budget goes."""

import pytest

from documents.payslip import Period
from storage import cache, payslips
from storage.records import PdfState
from storage.request_records import RequestState
from storage.thrift import Thrift, is_saving, set_thrift, thrift, want_pdf
from sync.engine import Updated, UpToDate
from tests.sync.bundles import held_alike, publish_alike
from tests.sync.office import Desk, Office, make_payslip
from tests.sync.wishes import hoja_de_vida, queue, state

NOVEMBER = Period(2026, 11)


@pytest.fixture
def saver(desk: Desk, office: Office) -> Desk:
    publish_alike(office, *range(9))
    desk.ask(set_thrift, Thrift(saver=True))
    return desk


def test_nothing_is_saved_unless_the_person_says_so(desk: Desk) -> None:
    assert desk.ask(thrift) == Thrift()
    assert not desk.ask(is_saving, NOVEMBER)


def test_saving_brings_the_list_and_no_pdf(saver: Desk, office: Office) -> None:
    assert saver.run() == Updated(new_payslips=9, pdfs=0)
    assert set(office.routes) == {"sync"}
    assert saver.known == 9
    assert held_alike(saver, 9) == set()
    office.faults.forget()
    assert saver.run() == UpToDate()
    publish_alike(office, 9)
    assert saver.run() == Updated(new_payslips=1, pdfs=0)
    assert set(office.routes) == {"sync"}


def test_a_pdf_comes_when_it_is_asked_for(saver: Desk, office: Office) -> None:
    saver.run()
    wanted = make_payslip(4).id
    assert saver.ask(want_pdf, wanted)
    office.publisher.replace_payslip(make_payslip(8, cargo="DIRECTOR"))  # a page more, which must not forget the wish
    assert isinstance(saver.run(), Updated)
    assert held_alike(saver, 8) == {4}
    assert office.routes.count("blob") == 1
    assert saver.ask(payslips.payslip_row, wanted).pdf_state is PdfState.HELD
    assert not saver.ask(want_pdf, wanted)


def test_requests_go_as_ever(saver: Desk) -> None:
    saver.run()
    name = queue(saver, 1, content=hoja_de_vida())
    saver.run()
    assert state(saver, name) is RequestState.FILED


def test_when_saving_ends_what_is_missing_comes(saver: Desk) -> None:
    saver.run()
    saver.ask(set_thrift, Thrift())
    assert isinstance(saver.run(), Updated)
    assert held_alike(saver, 9) == set(range(9))


def test_a_budget_ends_in_the_middle_of_an_exchange_and_begins_anew_with_the_month(desk: Desk, office: Office) -> None:
    office.publish(*range(7))  # 40 kB each, one by one
    desk.ask(set_thrift, Thrift(budget=130_000))
    assert isinstance(desk.run(), Updated)
    assert 3 <= len(desk.held) <= 4
    assert desk.known == 7
    used = desk.ask(cache.traffic, NOVEMBER)
    assert used.received + used.sent < 130_000 + 45_000
    assert desk.run() == UpToDate()
    desk.clock.pass_seconds(20 * 86_400)
    assert isinstance(desk.run(), Updated)
    assert len(desk.held) > 5
