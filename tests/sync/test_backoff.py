"""When to try again: spread, limits, and clocks that jump."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sync.core.backoff import BASE, CAP, FLOOR, LONGEST_PLEA, delay, read_plea, wait_left

NOW = datetime(2026, 11, 13, 8, 0, tzinfo=UTC)
SHARES = st.floats(0, 1, exclude_max=True)


@given(st.integers(1, 10**6), SHARES)
def test_a_delay_is_never_nothing_and_never_above_the_cap(attempt: int, share: float) -> None:
    assert FLOOR <= delay(attempt, share) <= CAP


@pytest.mark.parametrize(("attempt", "widest"), [(1, 2), (2, 4), (3, 8), (9, 512), (10, 900), (1000, 900)])
def test_the_spread_doubles_up_to_the_cap(attempt: int, widest: float) -> None:
    assert delay(attempt, 0.999999) == pytest.approx(widest, rel=1e-4)
    assert BASE == 2


@given(st.floats(-1e9, 1e9), SHARES)
def test_a_plea_is_never_cut_short_within_its_limits(asked: float, share: float) -> None:
    seconds = delay(3, share, asked)
    assert FLOOR <= seconds <= LONGEST_PLEA
    assert seconds >= min(asked, LONGEST_PLEA)


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("7", 7), (" 7 ", 7), ("0", 1), ("999999999999999999999", 21600), ("7.5", None), ("-3", None), ("", None),
        ("soon", None), ("٣", None),
        ("Fri, 13 Nov 2026 08:02:00 GMT", 120), ("Fri, 13 Nov 2020 08:02:00 GMT", 1),
        ("Fri, 13 Nov 2099 08:02:00 GMT", 21600), ("Fri, 99 Nov 2026 08:02:00 GMT", None),
    ],
)  # fmt: skip
def test_every_form_of_retry_after_is_read_or_ignored(text: str, seconds: float | None) -> None:
    assert read_plea(text, "Fri, 13 Nov 2026 08:00:00 GMT") == seconds


def test_a_retry_after_date_needs_the_servers_own_date() -> None:
    assert read_plea("Fri, 13 Nov 2026 08:02:00 GMT", None) is None


@given(st.timedeltas(timedelta(days=-9000), timedelta(days=9000)))
def test_no_clock_jump_makes_anybody_wait_longer_than_the_longest_plan(jump: timedelta) -> None:
    left = wait_left(NOW + timedelta(seconds=300), NOW + jump, CAP)
    assert 0 <= left <= CAP


def test_the_wait_is_what_is_left_of_it() -> None:
    assert wait_left(NOW + timedelta(seconds=300), NOW + timedelta(seconds=100), CAP) == 200
