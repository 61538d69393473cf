"""Foreign pages are drawn by a process of their own: the same pixels, and nothing of ours goes down with it."""

import threading
from collections.abc import Iterator

import pytest

from desktop.selftest import sample_payslip
from documents.errors import UnreadablePdfError, UnreadableReason
from documents.page_image import open_pages, render
from documents.page_image_apart import PagesApart
from documents.payslip_pdf import draw_payslip, reference_payload

PAYSLIP = draw_payslip(sample_payslip(), seal=reference_payload(sample_payslip()))


@pytest.fixture(scope="module")
def apart() -> Iterator[PagesApart]:
    pages = PagesApart()
    yield pages
    pages.close()


def test_a_page_drawn_apart_is_the_page_drawn_here(apart: PagesApart) -> None:
    assert apart.open_pages(PAYSLIP) == open_pages(PAYSLIP)
    assert apart.render(PAYSLIP, 0, 1.5) == render(PAYSLIP, 0, 1.5)


def test_what_is_no_pdf_is_refused_by_name_and_the_next_page_is_drawn(apart: PagesApart) -> None:
    for bytes_, reason in ((b"", UnreadableReason.EMPTY), (b"%PDF-1.7 nada", UnreadableReason.BROKEN)):
        with pytest.raises(UnreadablePdfError) as refused:
            apart.open_pages(bytes_)
        assert refused.value.reason is reason
    assert apart.open_pages(PAYSLIP).count == 1


def test_a_page_that_is_not_there_costs_the_process_and_nothing_else(apart: PagesApart) -> None:
    with pytest.raises(UnreadablePdfError):
        apart.render(PAYSLIP, 7, 1.0)
    assert apart.render(PAYSLIP, 0, 0.5).width == render(PAYSLIP, 0, 0.5).width


def test_closing_ends_the_process_and_a_later_page_starts_another(apart: PagesApart) -> None:
    apart.open_pages(PAYSLIP)
    first = apart._worker.process_id
    apart.close()
    assert apart._worker.process_id is None
    apart.open_pages(PAYSLIP)
    assert apart._worker.process_id not in {None, first}


def test_two_threads_may_ask_at_once(apart: PagesApart) -> None:
    answers: list[int] = []
    threads = [threading.Thread(target=lambda: answers.append(apart.render(PAYSLIP, 0, 0.3).width)) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert answers == [render(PAYSLIP, 0, 0.3).width] * 4
