"""The acceptance gate, step by step. Nothing it refuses is a success or says anything about the account."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sync.core.gate import PDF, PROBLEM, Accepted, Expected, Head, Range, accept_head, accept_length
from sync.errors import (
    BusyError,
    InterferenceError,
    NetworkConditionError,
    PortalError,
    ServerTroubleError,
)

PAGE = Expected(statuses=frozenset({200, 304}), refusals=frozenset({401, 422}), longest=4_000_000)
PART = Expected(
    statuses=frozenset({200, 206}),
    refusals=frozenset({401, 404, 416}),
    content_type=PDF,
    range=Range(offset=60, size=100),
)
OURS = {"chasqui-api": "1", "content-type": "application/json"}


def head(status: int = 200, **changes: str | None) -> Head:
    headers = OURS | {name.replace("_", "-"): value for name, value in changes.items()}
    return Head(status, {name: value for name, value in headers.items() if value is not None})


def part(status: int = 206, **changes: str | None) -> Head:
    return head(status, **{"content_type": PDF, "content_range": "bytes 60-99/100", "content_length": "40"} | changes)


def refused(expected: Expected, answer: Head) -> NetworkConditionError:
    with pytest.raises(NetworkConditionError) as caught:
        accept_head(expected, answer)
    return caught.value


def step(error: NetworkConditionError) -> str:
    assert isinstance(error, InterferenceError)
    return error.step


def test_an_answer_of_the_office_passes() -> None:
    assert accept_head(PAGE, head(content_length="120")) == Accepted("body", "identity", 120, 4_000_000)
    assert accept_head(PAGE, head(content_encoding="gzip")) == Accepted("body", "gzip", None, 4_000_000)
    assert accept_head(PAGE, head(304, content_type=None)).kind == "empty"


@pytest.mark.parametrize("status", [300, 301, 302, 303, 305, 307, 308, 511])
def test_2_a_redirect_is_a_portal(status: int) -> None:
    assert isinstance(refused(PAGE, head(status)), PortalError)


@pytest.mark.parametrize("status", [100, 201, 202, 204, 206, 400, 403, 404, 407, 416, 451])
def test_3_a_status_that_the_call_does_not_allow_is_interference(status: int) -> None:
    assert step(refused(PAGE, head(status))) == "status"


@pytest.mark.parametrize(
    ("status", "kind"),
    [(500, ServerTroubleError), (502, ServerTroubleError), (504, ServerTroubleError), (408, ServerTroubleError),
     (425, ServerTroubleError), (503, BusyError), (429, BusyError)],
)  # fmt: skip
def test_3_trouble_is_trouble_whoever_says_it(status: int, kind: type[NetworkConditionError]) -> None:
    assert isinstance(refused(PAGE, Head(status, {})), kind)
    assert isinstance(refused(PAGE, head(status, content_type=PROBLEM)), kind)


def test_3_retry_after_comes_along() -> None:
    busy = refused(PAGE, head(429, retry_after="90"))
    assert isinstance(busy, BusyError)
    assert (busy.code, busy.retry_after) == ("too-many-attempts", 90)
    waiting = refused(PAGE, head(503))
    assert isinstance(waiting, BusyError)
    assert (waiting.code, waiting.retry_after) == ("busy", None)


@pytest.mark.parametrize("value", [None, "", "2", "1, 1", " 1"])
def test_4_without_our_header_nothing_is_believed(value: str | None) -> None:
    assert step(refused(PAGE, head(chasqui_api=value))) == "header"
    assert step(refused(PAGE, head(401, content_type=PROBLEM, chasqui_api=value))) == "header"


def test_4_a_web_page_in_place_of_data_is_a_portal() -> None:
    page = {"chasqui_api": None, "content_type": "text/html; charset=utf-8"}
    assert isinstance(refused(PAGE, head(**page)), PortalError)
    assert isinstance(refused(PAGE, head(401, **page)), PortalError)
    assert isinstance(refused(PAGE, head(404, **page)), PortalError)
    assert step(refused(PAGE, head(403, **page))) == "status"


@pytest.mark.parametrize("found", [None, "application/json; charset=utf-8", "text/json", PROBLEM, PDF])
def test_5_the_content_type_is_exact(found: str | None) -> None:
    assert step(refused(PAGE, head(content_type=found))) == "content-type"


def test_5_a_refusal_is_a_problem_document_or_nothing() -> None:
    assert accept_head(PAGE, head(401, content_type=PROBLEM)).kind == "problem"
    assert step(refused(PAGE, head(401))) == "content-type"


@pytest.mark.parametrize("length", ["-1", "1e3", "4000001", "12, 12", "", "9" * 5000])
def test_6_an_impossible_length_is_interference(length: str) -> None:
    assert step(refused(PAGE, head(content_length=length))) == "length"


@pytest.mark.parametrize("coding", ["br", "deflate", "gzip, gzip"])
def test_6_a_coding_that_was_not_asked_for_is_interference(coding: str) -> None:
    assert step(refused(PAGE, head(content_encoding=coding))) == "coding"


def test_6_a_body_has_the_announced_length() -> None:
    accepted = accept_head(PAGE, head(content_length="120"))
    accept_length(accepted, 120)
    with pytest.raises(InterferenceError):
        accept_length(accepted, 119)


def test_6_a_part_is_exactly_the_part_that_was_asked_for() -> None:
    assert accept_head(PART, part()) == Accepted("part", "identity", 40, 40)
    assert accept_head(PART, part(content_length=None)).longest == 40
    assert accept_head(PART, part(200, content_range=None, content_length="100")) == Accepted(
        "body", "identity", 100, 100
    )


@pytest.mark.parametrize(
    "changes",
    [
        {"content_range": "bytes 0-99/100"}, {"content_range": "bytes 60-98/100"}, {"content_range": "bytes 60-99/101"},
        {"content_range": "bytes 60-99/*"}, {"content_range": None}, {"content_range": "bytes=60-99/100"},
        {"content_length": "41"}, {"content_length": "100"},
    ],
)  # fmt: skip
def test_6_another_part_is_interference(changes: dict[str, str | None]) -> None:
    assert step(refused(PART, part(**changes))) == "length"


def test_6_a_pdf_is_never_coded() -> None:
    assert step(refused(PART, part(content_encoding="gzip"))) == "coding"


HEADERS = st.dictionaries(
    st.sampled_from(
        ["chasqui-api", "content-type", "content-length", "content-encoding", "content-range", "retry-after"]
    ),
    st.sampled_from(
        ["1", "application/json", PROBLEM, PDF, "text/html", "40", "100", "gzip", "bytes 60-99/100", "x", ""]
    ),
)


@given(st.sampled_from([PAGE, PART]), st.integers(100, 599), HEADERS)
def test_whatever_comes_is_accepted_or_a_network_condition(
    expected: Expected, status: int, headers: dict[str, str]
) -> None:
    try:
        accepted = accept_head(expected, Head(status, headers))
    except NetworkConditionError:
        return
    assert headers["chasqui-api"] == "1"
    assert status in expected.statuses | expected.refusals
    assert (accepted.kind == "problem") == (status in expected.refusals)
