"""PDFs arrive in parts, survive in parts, and are held only when whole and right."""

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from documents.payslip import Period
from storage.cache import append_pdf, finish_pdf, restart_pdf, store_page, wanted_pdfs
from storage.connection import Connection
from storage.errors import BugError
from storage.payslips import PayslipCount, PayslipQuery, count_payslips, payslip_row, pdf_bytes
from storage.records import PayslipFact, PdfReference, PdfState, Removal, WantedPdf
from storage.vault import Vault
from tests.storage.people import LUIS, ROSA, in_period, page, reference

PDF = b"%PDF-1.7 " + bytes(range(256)) * 20
NAMED = reference(PDF)


@pytest.fixture
def wanting(db: Connection) -> Connection:
    """A cache with one payslip whose PDF is not here yet."""
    store_page(db, page(PayslipFact(ROSA, NAMED)), etag="x")
    return db


def test_a_pdf_goes_from_awaited_over_partial_to_held(wanting: Connection) -> None:
    states = [payslip_row(wanting, ROSA.id)]
    append_pdf(wanting, NAMED.sha256, 0, PDF[:1000])
    states.append(payslip_row(wanting, ROSA.id))
    append_pdf(wanting, NAMED.sha256, 1000, PDF[1000:])
    assert pdf_bytes(wanting, NAMED.sha256) is None
    assert finish_pdf(wanting, NAMED.sha256)
    states.append(payslip_row(wanting, ROSA.id))
    assert [row.pdf_state for row in states] == [PdfState.AWAITED, PdfState.PARTIAL, PdfState.HELD]
    assert [row.pdf_received for row in states] == [0, 1000, len(PDF)]
    assert pdf_bytes(wanting, NAMED.sha256) == PDF
    assert wanted_pdfs(wanting) == ()
    assert wanting.number("SELECT count(*) FROM pdf_part") == 0
    assert count_payslips(wanting, PayslipQuery()) == PayslipCount(1, 1)


def test_what_arrived_is_never_asked_for_again_after_a_restart(vault: Vault) -> None:
    with vault.cache() as db:
        store_page(db, page(PayslipFact(ROSA, NAMED)), etag="x")
        append_pdf(db, NAMED.sha256, 0, PDF[:777])
    with vault.cache() as db:
        assert wanted_pdfs(db) == (WantedPdf(NAMED.sha256, NAMED.size, 777),)


def test_wrong_bytes_are_dropped_and_it_starts_again(wanting: Connection) -> None:
    append_pdf(wanting, NAMED.sha256, 0, PDF[:-1] + b"!")
    assert not finish_pdf(wanting, NAMED.sha256)
    assert wanted_pdfs(wanting) == (WantedPdf(NAMED.sha256, NAMED.size, 0),)
    assert pdf_bytes(wanting, NAMED.sha256) is None
    append_pdf(wanting, NAMED.sha256, 0, PDF)
    assert finish_pdf(wanting, NAMED.sha256)


@pytest.mark.parametrize(("offset", "data"), [(1, b"x"), (0, PDF + b"x"), (5, PDF), (10**9, b"x"), (-1, b"x")])
def test_bytes_that_do_not_follow_are_refused(wanting: Connection, offset: int, data: bytes) -> None:
    with pytest.raises(BugError):
        append_pdf(wanting, NAMED.sha256, offset, data)
    assert payslip_row(wanting, ROSA.id).pdf_received == 0


def test_unknown_and_unfinished_pdfs_are_refused(wanting: Connection) -> None:
    with pytest.raises(BugError):
        append_pdf(wanting, "0" * 64, 0, b"x")
    append_pdf(wanting, NAMED.sha256, 0, PDF[:10])
    with pytest.raises(BugError):
        finish_pdf(wanting, NAMED.sha256)
    assert payslip_row(wanting, ROSA.id).pdf_received == 10


def test_restarting_drops_parts_but_never_what_is_held(wanting: Connection) -> None:
    append_pdf(wanting, NAMED.sha256, 0, PDF[:10])
    restart_pdf(wanting, NAMED.sha256)
    assert payslip_row(wanting, ROSA.id).pdf_state is PdfState.AWAITED
    append_pdf(wanting, NAMED.sha256, 0, PDF)
    finish_pdf(wanting, NAMED.sha256)
    restart_pdf(wanting, NAMED.sha256)
    assert pdf_bytes(wanting, NAMED.sha256) == PDF
    assert finish_pdf(wanting, NAMED.sha256), "finishing twice is harmless"


def test_nothing_arrived_is_stored_as_nothing(wanting: Connection) -> None:
    append_pdf(wanting, NAMED.sha256, 0, b"")
    assert payslip_row(wanting, ROSA.id).pdf_state is PdfState.AWAITED


def test_an_empty_pdf_can_be_finished_too(db: Connection) -> None:
    store_page(db, page(PayslipFact(ROSA, reference(b""))), etag="x")
    assert finish_pdf(db, reference(b"").sha256)
    assert pdf_bytes(db, reference(b"").sha256) == b""


def test_the_newest_payslip_is_wanted_first_and_each_pdf_once(db: Connection) -> None:
    contents = {year: f"boleta {year}".encode() for year in (2020, 2026, 2023)}
    facts = [PayslipFact(in_period(ROSA, Period(year, 5)), reference(content)) for year, content in contents.items()]
    again = PayslipFact(in_period(LUIS, Period(2021, 5)), reference(contents[2026]))
    without = PayslipFact(in_period(LUIS, Period(2022, 5)), None)
    store_page(db, page(*facts, again, without), etag="x")
    assert [wanted.sha256 for wanted in wanted_pdfs(db)] == [
        reference(contents[year]).sha256 for year in (2026, 2023, 2020)
    ]


def test_two_payslips_with_one_pdf_are_both_held(db: Connection) -> None:
    store_page(db, page(PayslipFact(ROSA, NAMED), PayslipFact(LUIS, NAMED)), etag="x")
    append_pdf(db, NAMED.sha256, 0, PDF)
    finish_pdf(db, NAMED.sha256)
    assert count_payslips(db, PayslipQuery()) == PayslipCount(2, 2)
    store_page(db, page(Removal("payslip", ROSA.id)), etag="x")
    assert pdf_bytes(db, NAMED.sha256) == PDF
    store_page(db, page(Removal("payslip", LUIS.id)), etag="x")
    assert pdf_bytes(db, NAMED.sha256) is None
    assert db.number("SELECT count(*) FROM pdf_content") == 0


def test_a_held_pdf_survives_a_new_epoch_and_a_late_payslip_finds_it(db: Connection) -> None:
    store_page(db, page(PayslipFact(ROSA, NAMED)), etag="x")
    append_pdf(db, NAMED.sha256, 0, PDF)
    finish_pdf(db, NAMED.sha256)
    store_page(db, page(PayslipFact(ROSA, NAMED), PayslipFact(LUIS, NAMED), epoch="e2"), etag="x")
    assert [payslip_row(db, one.id).pdf_state for one in (ROSA, LUIS)] == [PdfState.HELD, PdfState.HELD]
    assert wanted_pdfs(db) == ()


def test_a_replaced_pdf_is_wanted_anew_and_the_old_one_forgotten(db: Connection) -> None:
    store_page(db, page(PayslipFact(ROSA, NAMED)), etag="x")
    append_pdf(db, NAMED.sha256, 0, PDF)
    finish_pdf(db, NAMED.sha256)
    store_page(db, page(PayslipFact(ROSA, reference(b"nueva"))), etag="x")
    assert payslip_row(db, ROSA.id).pdf_state is PdfState.AWAITED
    assert pdf_bytes(db, NAMED.sha256) is None
    store_page(db, page(PayslipFact(ROSA, None)), etag="x")
    assert payslip_row(db, ROSA.id).pdf_state is PdfState.NONE
    assert db.number("SELECT count(*) FROM pdf") == 0


def test_a_size_that_the_office_corrects_starts_the_pdf_again(wanting: Connection) -> None:
    append_pdf(wanting, NAMED.sha256, 0, PDF[:100])
    store_page(wanting, page(PayslipFact(ROSA, PdfReference(NAMED.sha256, 50))), etag="x")
    assert wanted_pdfs(wanting) == (WantedPdf(NAMED.sha256, 50, 0),)


@settings(max_examples=30, deadline=None)
@given(cuts=st.lists(st.integers(0, len(PDF)), max_size=12))
def test_any_division_into_parts_gives_the_same_pdf(lasting: Vault, cuts: list[int]) -> None:
    edges = [0, *sorted(cuts), len(PDF)]
    with lasting.cache() as db:
        store_page(db, page(PayslipFact(ROSA, NAMED)), etag="x")
        for start, end in itertools.pairwise(edges):
            append_pdf(db, NAMED.sha256, start, PDF[start:end])
        assert finish_pdf(db, NAMED.sha256)
        assert pdf_bytes(db, NAMED.sha256) == PDF
        store_page(db, page(Removal("payslip", ROSA.id)), etag="x")
