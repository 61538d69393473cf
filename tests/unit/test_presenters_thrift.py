"""Saving data in words."""

from desktop.presenters.thrift import choices, used_words
from documents.payslip import Period
from storage.records import Traffic
from storage.thrift import Thrift


def spent(received: int) -> Traffic:
    return Traffic(Period(2026, 11), received, 1_000, 3)


def test_every_choice_is_another_and_the_first_saves_nothing() -> None:
    options = choices()
    assert options[0][1] == Thrift()
    assert options[-1][1] == Thrift(saver=True)
    assert len({words for words, _ in options}) == len({one for _, one in options}) == 6


def test_who_saves_nothing_is_told_nothing() -> None:
    assert used_words(Thrift(), spent(10**9)) == ""


def test_the_saver_says_how_a_pdf_comes() -> None:
    assert used_words(Thrift(saver=True), None) == "Ahorro de datos: los PDF vienen solo si los pide."


def test_a_budget_says_when_it_is_reached() -> None:
    budget = Thrift(budget=5_000_000)
    assert "se traen solos" in used_words(budget, spent(4_000_000))
    assert "Llegó a su tope" in used_words(budget, spent(4_999_500))
    assert "se traen solos" in used_words(budget, None)
