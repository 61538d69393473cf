"""Every fault at every call, one after another, while wishes keep coming: at the end each is at the office once.

What I2, I4, I8, I9 and I12 of the design say, with the real handlers, the real outbox and real HTTP.
"""

import pytest

from central.faults import (
    corrupt_gzip,
    cut_request_after,
    dropped_request,
    empty_json,
    html_portal,
    lost_answer,
    missing_api_header,
    plain_500_html,
    redirect_portal,
    status,
    wrong_content_type,
    wrong_digest,
    wrong_length,
)
from storage.request_records import QUEUED, RequestState
from sync.engine import SessionNeeded
from tests.sync.office import Desk, Office
from tests.sync.wishes import at_office, own, pdf, queue, state

ROUTES = ["upload_patch", "request", "sync"]
FAULTS = [
    dropped_request, lost_answer, html_portal, redirect_portal, plain_500_html, empty_json, missing_api_header,
    wrong_content_type, wrong_length, wrong_digest, corrupt_gzip, cut_request_after(300), status(500),
    status(503, retry_after=9), status(429, retry_after=9), status(403), status(401, problem="token-expired"),
    status(401, problem="session-ended"),
]  # fmt: skip


@pytest.mark.parametrize("route", ROUTES)
def test_no_fault_at_any_call_loses_doubles_or_fails_a_wish(desk: Desk, office: Office, route: str) -> None:
    names: list[str] = []
    for number, fault in enumerate(FAULTS, start=1):
        names.append(queue(desk, number, pdf(700, number)))
        office.faults.add(route, fault)
        desk.clock.pass_seconds(600)
        outcome = desk.run(asked=False)
        assert {state(desk, name) for name in names} <= QUEUED | {RequestState.FILED}
        assert all(at_office(office, name) for name in names if state(desk, name) is RequestState.FILED)
        if isinstance(outcome, SessionNeeded):
            desk.sign_in()
    office.faults.clear()
    desk.clock.pass_seconds(600)
    desk.run(asked=False)
    assert {state(desk, name) for name in names} == {RequestState.FILED}
    codes = [at_office(office, name).code for name in names]
    assert codes == sorted(set(codes))
    assert [own(desk, name).code for name in names] == codes
