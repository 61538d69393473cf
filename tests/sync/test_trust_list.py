"""The trust list comes by sync: after the payslips, only when a newer one is announced, and whatever becomes of it,
the payslips are here.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from threading import Event

import pytest

from central.faults import Fault, cut_body_after, html_portal, status
from central.keys.demo import demo_list, demo_root
from central.trust import PublishedList
from documents.seal.keys import SigningKey, new_private
from documents.seal.signatures import Algorithm
from documents.seal.trust import bundled, write_trust_list
from storage import trust
from sync.core.cycle import State, step
from sync.core.moves import Begun, Failed, FetchTrust, Finish, NothingNew, RecordSuccess, Shelf, TrustSettled
from sync.core.outcome import Cancelled, Updated, UpToDate
from sync.errors import StoppedError
from tests.sync.office import Desk, Office

SHIPPED = bundled().version


def signed(version: int, root: SigningKey | None = None) -> bytes:
    return write_trust_list(replace(demo_list(), version=version), root or demo_root(1))


def publish_list(office: Office, announced: int, file: bytes | None = None) -> None:
    """From now on the office announces this version and serves this file."""
    object.__setattr__(office.settings, "trust_list", PublishedList(announced, file or signed(announced)))


def in_use(desk: Desk) -> int:
    found = desk.ask(trust.trust_in_use).version
    assert isinstance(found, int)
    return found


def test_the_list_that_came_with_the_program_is_not_fetched(desk: Desk, office: Office) -> None:
    office.publish(0)
    assert desk.run() == Updated(new_payslips=1, pdfs=1)
    assert "trust_list" not in office.routes


def test_a_newer_list_comes_after_the_payslips_and_once(desk: Desk, office: Office) -> None:
    office.publish(0, 1)
    publish_list(office, 5)
    assert desk.run() == Updated(new_payslips=2, pdfs=2)
    assert office.routes == ["sync", "blob", "blob", "trust_list"]
    assert in_use(desk) == 5
    office.faults.forget()
    assert desk.run() == UpToDate()
    assert office.routes == ["sync"]


def test_a_list_alone_is_news_that_no_304_hides(desk: Desk, office: Office) -> None:
    office.publish(0)
    desk.run()
    publish_list(office, 6)
    assert desk.run() == UpToDate()
    assert in_use(desk) == 6


def test_an_older_announcement_fetches_nothing(desk: Desk, office: Office) -> None:
    publish_list(office, 6)
    desk.run()
    publish_list(office, 2)
    office.faults.forget()
    assert desk.run() == UpToDate()
    assert office.routes == ["sync"]
    assert in_use(desk) == 6


def test_an_older_list_under_a_newer_announcement_is_refused(desk: Desk, office: Office) -> None:
    publish_list(office, 6)
    desk.run()
    publish_list(office, 9, signed(2))
    assert desk.run() == UpToDate()
    assert in_use(desk) == 6


@pytest.mark.parametrize(
    "spoiled",
    [
        lambda: signed(5, SigningKey(new_private(Algorithm.ED25519))),
        lambda: signed(5)[:-1] + b"\0",
        lambda: b"not a list",
        lambda: b"\0" * 600_000,
    ],
    ids=["another root", "bad signature", "no list", "too long"],
)
def test_a_bad_list_is_not_stored_and_the_payslips_come_all_the_same(
    desk: Desk, office: Office, clock: object, spoiled: Callable[[], bytes]
) -> None:
    office.publish(0, 1)
    publish_list(office, 5, spoiled())
    assert desk.run() == Updated(new_payslips=2, pdfs=2)
    assert len(desk.held) == 2
    assert desk.ask(trust.kept_list) is None
    assert in_use(desk) == SHIPPED

    office.faults.forget()
    publish_list(office, 5)
    assert desk.run() == UpToDate()
    assert "trust_list" not in office.routes, "not on the same day"
    desk.clock.pass_seconds(timedelta(hours=25).total_seconds())
    desk.run()
    assert in_use(desk) == 5


@pytest.mark.parametrize(
    "fault", [status(500), status(429, retry_after=60), html_portal, cut_body_after(900)],
    ids=["500", "429", "portal", "cut"],
)  # fmt: skip
def test_a_broken_way_to_the_list_holds_up_nothing_and_the_next_exchange_tries_again(
    desk: Desk, office: Office, fault: Fault
) -> None:
    office.publish(0, 1)
    publish_list(office, 5)
    office.faults.add("trust_list", fault)
    assert desk.run() == Updated(new_payslips=2, pdfs=2)
    assert in_use(desk) == SHIPPED
    assert desk.run() == UpToDate(), "304 for the payslips, and the list"
    assert in_use(desk) == 5


def test_an_office_without_trust_lists_is_none_the_worse(desk: Desk, office: Office) -> None:
    office.publish(0)
    publish_list(office, 5)
    office.faults.add("trust_list", status(404), times=3)
    assert desk.run() == Updated(new_payslips=1, pdfs=1)
    assert in_use(desk) == SHIPPED


OFFERED = Shelf(known=1, held=1, wanted=(), trust=5)


def asking() -> State:
    from storage.records import SyncMark

    state, _ = step(State(), Begun(mark=SyncMark(cursor="c", etag="e"), shelf=OFFERED, signed_in=True))
    state, effects = step(state, NothingNew())
    assert effects == (FetchTrust(),)
    return state


def test_one_try_an_exchange_even_when_the_offer_stands() -> None:
    _, effects = step(asking(), TrustSettled())
    assert effects == (RecordSuccess(), Finish(UpToDate()))


def test_a_person_who_stops_during_the_list_is_obeyed() -> None:
    _, effects = step(asking(), Failed(StoppedError()))
    assert effects == (Finish(Cancelled()),)


def test_stopping_before_the_list_keeps_what_is_here(desk: Desk, office: Office) -> None:
    office.publish(0)
    publish_list(office, 5)
    stop = Event()

    def on_progress(progress: object) -> None:
        if getattr(progress, "pdfs_done", 0):
            stop.set()

    desk.on_progress = on_progress
    assert desk.run(cancelled=stop) == Cancelled()
    assert len(desk.held) == 1
    assert desk.ask(trust.kept_list) is None
