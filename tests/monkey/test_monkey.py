"""A short walk of the hands in the ordinary suite; the long one is `make monkey`."""

import pytest

from tests.monkey.__main__ import lives


@pytest.mark.parametrize("office", [False, True], ids=["servant", "office"])
def test_nothing_breaks_under_hands_that_know_nothing(office: bool) -> None:
    assert lives(1, 250, office=office)
