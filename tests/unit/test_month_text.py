"""Months as people type them, and nothing guessed that could be another month."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.presenters.month_text import FIRST_YEAR, LAST_YEAR, month_text, read_month
from documents.payslip import Period


@pytest.mark.parametrize(
    "typed",
    ["enero 2025", "Enero de 2025", "ENERO DEL 2025", "ene-2025", "ene 25", "01/2025", "1/2025", "2025-01", "01-25",
     "2025/1", "202501", "  enero,2025 ", "2025 enero"],
)  # fmt: skip
def test_january_is_understood_however_it_is_written(typed: str) -> None:
    assert read_month(typed) == Period(2025, 1)


@pytest.mark.parametrize(
    ("typed", "month"), [("set-2019", 9), ("Septiembre 2019", 9), ("sept 2019", 9), ("dic 2019", 12)]
)
def test_names_of_months_as_offices_cut_them(typed: str, month: int) -> None:
    assert read_month(typed) == Period(2019, month)


def test_two_figures_of_a_year_are_of_the_century_that_had_payrolls() -> None:
    assert read_month("03/98") == Period(1998, 3)
    assert read_month("03/25") == Period(2025, 3)


@pytest.mark.parametrize(
    "typed",
    ["", "2025", "enero", "ma 2025", "13/2025", "0/2025", "enero febrero 2025", "01/01/2025", "25/2025", "1/20255"],
)
def test_what_is_no_month_or_may_be_two_is_none(typed: str) -> None:
    assert read_month(typed) is None


@given(st.integers(FIRST_YEAR, LAST_YEAR), st.integers(1, 12))
def test_what_is_written_is_read_back(year: int, month: int) -> None:
    assert read_month(month_text(Period(year, month))) == Period(year, month)
