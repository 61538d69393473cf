"""PDFs over HTTP: whole, in ranges, from the middle, and only to their owner."""

import hashlib
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from central.ranges import read_range
from documents.payslip import Payslip

CONTENT = bytes(index * 7 % 251 for index in range(200_000))  # more than two pieces
DIGEST = hashlib.sha256(CONTENT).hexdigest()
MakePayslip = Callable[..., Payslip]


@pytest.fixture
def get(api: Any, payslips: MakePayslip) -> Callable[..., Any]:
    api.publisher.publish_payslips([payslips(1)], draw=lambda _: CONTENT)
    bearer = api.bearer()

    def ask(**headers: str) -> Any:
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        plain = {"Accept-Encoding": "identity"}
        return api.client.get(f"/v1/blobs/{DIGEST}", headers=bearer | plain | named)

    return ask


def test_the_whole_pdf_is_what_was_drawn(get: Callable[..., Any]) -> None:
    answer = get()
    assert answer.status_code == 200
    assert answer.content == CONTENT
    assert answer.headers["content-type"] == "application/pdf"
    assert answer.headers["etag"] == f'"{DIGEST}"'
    assert answer.headers["accept-ranges"] == "bytes"
    assert answer.headers["cache-control"] == "private, immutable"
    assert answer.headers["content-length"] == "200000"


@pytest.mark.parametrize(
    ("asked", "start", "stop"),
    [
        ("bytes=0-0", 0, 1),
        ("bytes=100-199", 100, 200),
        ("bytes=199999-", 199_999, 200_000),
        ("bytes=70000-999999", 70_000, 200_000),
        ("bytes=-5", 199_995, 200_000),
        ("bytes=-999999", 0, 200_000),
        ("Bytes=5-6", 5, 7),
    ],
)
def test_a_range_gives_exactly_its_bytes(get: Callable[..., Any], asked: str, start: int, stop: int) -> None:
    answer = get(Range=asked)
    assert answer.status_code == 206
    assert answer.content == CONTENT[start:stop]
    assert answer.headers["content-range"] == f"bytes {start}-{stop - 1}/200000"
    assert answer.headers["content-length"] == str(stop - start)
    assert answer.headers["etag"] == f'"{DIGEST}"'


@pytest.mark.parametrize("asked", ["bytes=200000-", "bytes=200000-200001", "bytes=-0"])
def test_a_range_outside_is_a_problem_that_names_the_size(get: Callable[..., Any], asked: str) -> None:
    answer = get(Range=asked)
    assert answer.status_code == 416
    assert answer.json()["code"] == "range-not-satisfiable"
    assert answer.headers["content-range"] == "bytes */200000"


@pytest.mark.parametrize(
    "asked", ["bytes=0-1,5-6", "items=0-1", "bytes=5-4", "bytes=-", "bytes=a-b", "bytes", "bytes=0-" + "9" * 40]
)
def test_a_range_that_makes_no_sense_is_ignored(get: Callable[..., Any], asked: str) -> None:
    assert get(Range=asked).status_code == 200


def test_a_range_of_another_entity_gives_the_whole(get: Callable[..., Any]) -> None:
    assert get(Range="bytes=5-", If_Range=f'"{DIGEST}"').status_code == 206
    assert get(Range="bytes=5-", If_Range='"otro"').content == CONTENT
    assert get(Range="bytes=5-", If_Range=f'W/"{DIGEST}"').status_code == 200


def test_pdfs_are_never_compressed(get: Callable[..., Any]) -> None:
    assert "content-encoding" not in get(Accept_Encoding="gzip").headers


def test_another_person_s_blob_is_unknown_and_so_is_one_that_never_was(get: Callable[..., Any], api: Any) -> None:
    assert get().status_code == 200
    luz = api.bearer("luz")
    theirs = api.client.get(f"/v1/blobs/{DIGEST}", headers=luz)
    never = api.client.get(f"/v1/blobs/{'0' * 64}", headers=luz)
    assert (theirs.status_code, theirs.json()["code"]) == (404, "unknown-blob")
    assert theirs.json() == never.json()


def test_without_a_session_there_is_no_blob(api: Any) -> None:
    assert api.client.get(f"/v1/blobs/{DIGEST}").json()["code"] == "session-ended"


def test_two_people_with_the_same_pdf_both_read_it_and_it_is_kept_once(
    get: Callable[..., Any], api: Any, payslips: MakePayslip
) -> None:
    api.publisher.publish_payslips([payslips(2, doc_numero="99900002")], draw=lambda _: CONTENT)
    assert api.client.get(f"/v1/blobs/{DIGEST}", headers=api.bearer("luz")).content == CONTENT
    api.publisher.withdraw_payslip(payslips(1).id)
    assert get().status_code == 404
    assert api.client.get(f"/v1/blobs/{DIGEST}", headers=api.bearer("luz")).status_code == 200


def test_a_replaced_pdf_can_still_be_finished_and_a_withdrawn_one_can_not(
    get: Callable[..., Any], api: Any, payslips: MakePayslip
) -> None:
    api.publisher.replace_payslip(payslips(1, liquido=5), draw=lambda _: b"%PDF new")
    assert get(Range="bytes=5-").status_code == 206
    api.publisher.withdraw_payslip(payslips(1).id)
    assert get().status_code == 404


@given(st.integers(1, 10_000), st.integers(0, 12_000), st.integers(0, 12_000))
def test_a_range_never_names_bytes_that_are_not_there(size: int, first: int, last: int) -> None:
    for header in (f"bytes={first}-{last}", f"bytes={first}-", f"bytes=-{last}"):
        wanted = read_range(header, size)
        if wanted:
            assert 0 <= wanted.start < wanted.stop <= size
