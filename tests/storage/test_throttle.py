"""Wrong passwords slow the next try down, across restarts and in spite of the clock."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from storage.errors import ThrottledError, WrongPasswordError
from storage.profile import Vault, open_profile
from storage.throttle import admit, count_try, forgive, wait_after
from tests.storage.people import NOW, PASSWORD


def seconds(number: float) -> timedelta:
    return timedelta(seconds=number)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "throttle.json"


def test_the_waits_are_0_0_1_2_4_up_to_60() -> None:
    assert [wait_after(failures) for failures in range(1, 11)] == [0, 0, 1, 2, 4, 8, 16, 32, 60, 60]
    assert wait_after(10**9) == 60


def test_nothing_is_held_back_before_a_wrong_password(path: Path) -> None:
    admit(path, NOW)
    assert not path.exists()


def test_the_wait_is_kept_on_disk_and_ends(path: Path) -> None:
    waits = [count_try(path, NOW) for _ in range(5)]
    assert waits == [0, 0, 1, 2, 4]
    with pytest.raises(ThrottledError) as raised:
        admit(path, NOW + seconds(1.5))
    assert raised.value.seconds == 2.5
    admit(path, NOW + seconds(4))


def test_a_clock_set_back_shortens_nothing(path: Path) -> None:
    for _ in range(5):
        count_try(path, NOW)
    earlier = NOW - timedelta(days=400)
    with pytest.raises(ThrottledError) as raised:
        admit(path, earlier)
    assert raised.value.seconds == 4
    with pytest.raises(ThrottledError) as raised:
        admit(path, earlier + seconds(3))
    assert raised.value.seconds == 1
    admit(path, earlier + seconds(4))


def test_a_clock_that_was_years_ahead_locks_nobody_out(path: Path) -> None:
    for _ in range(20):
        count_try(path, datetime(2099, 1, 1, tzinfo=UTC))
    with pytest.raises(ThrottledError) as raised:
        admit(path, NOW)
    assert raised.value.seconds == 60
    admit(path, NOW + seconds(60))


@pytest.mark.parametrize("content", [b"", b"{", b"null", b'{"failures":-1,"wait":0,"since":"2026-01-01T00:00:00Z"}',
                                     b'{"failures":9,"wait":1e9,"since":"2026-01-01T00:00:00Z"}',
                                     b'{"failures":9,"wait":60,"since":"2026-01-01T00:00:00"}'])  # fmt: skip
def test_an_edited_file_costs_the_longest_wait_once(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    with pytest.raises(ThrottledError) as raised:
        admit(path, NOW)
    assert raised.value.seconds == 60
    admit(path, NOW + seconds(60))


@settings(max_examples=25, deadline=None)  # every step is a write to the disk
@given(steps=st.lists(st.floats(-1e6, 1e6), max_size=8))
def test_no_walk_of_the_clock_makes_the_wait_longer_than_itself(
    tmp_path_factory: pytest.TempPathFactory, steps: list[float]
) -> None:
    path = tmp_path_factory.mktemp("walk") / "throttle.json"
    for _ in range(6):
        count_try(path, NOW)
    clock = NOW
    for step in steps:
        clock += seconds(step)
        assert 0 <= held_back(path, clock) <= 8
    assert held_back(path, clock + seconds(held_back(path, clock) + 0.001)) == 0


def held_back(path: Path, now: datetime) -> float:
    """Seconds still to wait."""
    try:
        admit(path, now)
    except ThrottledError as error:
        return error.seconds
    return 0.0


def test_forgiving_forgets(path: Path) -> None:
    for _ in range(8):
        count_try(path, NOW)
    forgive(path)
    admit(path, NOW)


def test_a_profile_is_throttled_across_restarts_and_the_right_password_forgives(vault: Vault) -> None:
    vault.close()
    for wait in (0, 0, 1):
        with pytest.raises(WrongPasswordError) as wrong:
            open_profile(vault.directory, "otra cosa", now=NOW)
        assert wrong.value.wait == wait
    with pytest.raises(ThrottledError):  # even with the right one
        open_profile(vault.directory, PASSWORD, now=NOW + seconds(0.5))
    open_profile(vault.directory, PASSWORD, now=NOW + seconds(1)).close()
    assert not (vault.directory / "throttle.json").exists()


def test_a_try_counts_before_it_is_looked_at(vault: Vault, monkeypatch: pytest.MonkeyPatch) -> None:
    """Killing the program while it derives the key gives no free try."""
    vault.close()

    def killed(*_: object) -> bytes:
        raise KeyboardInterrupt

    monkeypatch.setattr("storage.profile.open_envelope", killed)
    for _ in range(3):
        with pytest.raises(KeyboardInterrupt):
            open_profile(vault.directory, PASSWORD, now=NOW)
    with pytest.raises(ThrottledError):
        open_profile(vault.directory, PASSWORD, now=NOW)
