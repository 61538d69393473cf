"""When the next exchange is: on disk, after failures with jitter, as the server asks, and whatever the clock does."""

from datetime import timedelta
from pathlib import Path

import pytest

from central.faults import dropped_request, status
from storage import cache
from storage.profile import Vault
from storage.records import RetryMark, Session
from sync.clock import SystemClock
from sync.engine import INTERVAL, Blocked, Cancelled, Engine, Updated
from tests.sync.office import Desk, Office, StillClock

FIRST_TIME = Updated(0, 0)  # the person came, and no payslip is published yet


def left(desk: Desk) -> float:
    seconds = desk.engine.wait_seconds()
    assert seconds is not None
    return seconds


def another_start(desk: Desk) -> None:
    desk.engine = Engine(desk.vault, desk.client, desk.clock, desk.dice)


def test_before_the_first_exchange_it_is_due_at_once(desk: Desk) -> None:
    assert left(desk) == 0


def test_after_a_success_the_next_is_in_half_an_hour_even_after_a_new_start(desk: Desk) -> None:
    desk.run()
    desk.clock.pass_seconds(600)
    assert left(desk) == INTERVAL - 600
    another_start(desk)
    assert left(desk) == INTERVAL - 600
    desk.clock.pass_seconds(1200)
    assert left(desk) == 0


def test_a_failure_is_waited_for_and_the_plan_survives_a_new_start(desk: Desk, office: Office) -> None:
    office.faults.add("sync", dropped_request, times=3)
    for _ in range(3):
        desk.run()
    another_start(desk)
    assert left(desk) == 4  # half of 8: the dice
    outcome = desk.run(asked=False)
    assert outcome == Blocked("cut", desk.clock.now() + timedelta(seconds=4))
    assert len(office.requests) == 3
    desk.clock.pass_seconds(4)
    assert left(desk) == 0
    assert desk.run(asked=False) == FIRST_TIME
    assert desk.ask(cache.retry_mark) is None


def test_the_persons_wish_does_not_wait_for_the_backoff(desk: Desk, office: Office) -> None:
    office.faults.add("sync", status(503, retry_after=3600))
    desk.run()
    assert left(desk) == 3600 * 1.05
    assert desk.run(asked=True) == FIRST_TIME


def test_even_the_persons_wish_waits_for_what_a_429_asks(desk: Desk, office: Office) -> None:
    office.faults.add("sync", status(429, retry_after=120))
    desk.run()
    outcome = desk.run(asked=True)
    assert outcome == Blocked("too-many-attempts", desk.clock.now() + timedelta(seconds=126))
    assert len(office.requests) == 1
    desk.clock.pass_seconds(126)
    assert desk.run(asked=True) == FIRST_TIME


@pytest.mark.parametrize(("asked", "seconds"), [(0, 1.05), (10**9, 21600), ("nonsense", 1.0)])
def test_retry_after_is_clamped(desk: Desk, office: Office, asked: int | str, seconds: float) -> None:
    office.faults.add("sync", status(503, retry_after=asked))
    desk.run()
    assert left(desk) == pytest.approx(seconds)


@pytest.mark.parametrize("years", [-2, 10])
def test_a_clock_that_jumps_stops_nothing_for_longer_than_a_plan(desk: Desk, office: Office, years: int) -> None:
    office.faults.add("sync", dropped_request)
    desk.run()
    desk.clock.time += timedelta(days=365 * years)
    assert left(desk) == 0
    desk.clock.time -= timedelta(days=365 * years)
    desk.clock.pass_seconds(900)
    assert desk.run(asked=False) == FIRST_TIME
    desk.clock.time += timedelta(days=365 * years)
    assert left(desk) == 0


def test_three_weeks_asleep_make_it_due(desk: Desk) -> None:
    desk.run()
    desk.clock.pass_seconds(21 * 86_400)
    assert left(desk) == 0


@pytest.mark.parametrize(("named", "seconds"), [(7200, 7200), (1, 60), (10**7, 86_400)])
def test_the_server_may_name_the_next_time(
    tmp_path: Path, vault: Vault, clock: StillClock, named: int, seconds: float
) -> None:
    (tmp_path / "calm").mkdir()
    office = Office(tmp_path / "calm", clock, next_sync_after=named)
    desk = Desk(vault, office, clock)
    desk.run()
    assert left(desk) == seconds
    desk.run()  # 304 names no time
    assert left(desk) == seconds
    office.close()


def test_after_stopping_it_does_not_start_again_at_once(desk: Desk) -> None:
    from threading import Event

    stop = Event()
    stop.set()
    assert desk.run(cancelled=stop) == Cancelled()
    assert left(desk) == INTERVAL


def test_without_a_session_only_the_person_can_bring_it_about(desk: Desk) -> None:
    desk.ask(cache.end_session)
    desk.ask(cache.set_retry_mark, RetryMark(attempt=1, not_before=desk.clock.now(), condition="cut"))
    assert desk.engine.wait_seconds() is None


@pytest.fixture
def misled(desk: Desk) -> Desk:
    session = Session(
        server="http://central.pe", user="ana", access_token="t", access_expires_at=desk.clock.now() + timedelta(1),
        refresh_token="r",
    )  # fmt: skip
    desk.ask(cache.store_session, session)
    return desk


def test_an_address_that_may_not_be_spoken_to_is_blocked_and_not_hammered(misled: Desk) -> None:
    outcome = misled.run()
    assert isinstance(outcome, Blocked)
    assert outcome.code == "address"
    assert left(misled) > 0


def test_the_engine_of_the_program_may_speak_to_another_address_once(desk: Desk, office: Office) -> None:
    from threading import Event

    session = desk.ask(cache.session)
    desk.ask(cache.store_session, Session(
        server="https://central.invalid", user="ana", access_token=session.access_token,
        access_expires_at=session.access_expires_at, refresh_token=session.refresh_token,
    ))  # fmt: skip
    engine = Engine.for_vault(desk.vault, version="0", clock=desk.clock, server=office.server.url)
    assert engine.run(report=lambda _progress: None, cancelled=Event(), asked=True) == FIRST_TIME
    assert desk.ask(cache.session).server == "https://central.invalid"


def test_the_systems_clock_is_aware_and_goes_forward() -> None:
    clock = SystemClock()
    first, started = clock.now(), clock.monotonic()
    assert first.utcoffset() == timedelta(0)
    assert clock.monotonic() >= started
