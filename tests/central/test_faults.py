"""Each named fault does on a real wire what its name says, once, and is listed."""

import gzip
import json
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import requests

from central.faults import (
    Fault,
    Faults,
    corrupt_gzip,
    cut_body_after,
    dropped_request,
    empty_json,
    html_portal,
    ignored_range,
    lost_answer,
    missing_api_header,
    passes,
    plain_500_html,
    redirect_portal,
    slow,
    status,
    wrong_content_type,
    wrong_digest,
    wrong_length,
)
from central.publishing import Publisher
from central.server import Server
from documents.payslip import Payslip

LATER = "Fri, 13 Nov 2026 08:00:00 GMT"
CONTENT = bytes(index * 11 % 253 for index in range(100_000))


@pytest.fixture
def line(server: Server) -> Iterator["OpenLine"]:
    with requests.Session() as session:
        yield OpenLine(server, session)


class OpenLine:
    """A signed-in client on loopback."""

    def __init__(self, server: Server, session: requests.Session) -> None:
        self.url, self.session = server.url, session

    def sign_in(self) -> dict[str, Any]:
        body = {"user": "ana", "password": "cerro-laguna-7", "device": "prueba"}
        given: dict[str, Any] = self.session.post(f"{self.url}/v1/sessions", json=body).json()
        self.session.headers["Authorization"] = f"Bearer {given['access_token']}"
        return given

    def get(self, path: str, **headers: str) -> requests.Response:
        return self.session.get(self.url + path, headers=headers, allow_redirects=False, timeout=10)


@pytest.fixture
def blob(line: OpenLine, publisher: Publisher, payslips: Callable[..., Payslip]) -> str:
    publisher.publish_payslips([payslips(1)], draw=lambda _: CONTENT)
    line.sign_in()
    changes = line.get("/v1/sync").json()["changes"]
    return f"/v1/blobs/{changes[-1]['payslip']['pdf']['sha256']}"


def test_a_fault_happens_once_and_the_next_answer_is_sound(line: OpenLine, faults: Faults) -> None:
    faults.add("health", html_portal)
    assert faults.waiting == 1
    assert line.get("/v1/health").headers["content-type"] == "text/html; charset=utf-8"
    assert faults.waiting == 0
    assert line.get("/v1/health").json()["status"] == "ok"


def test_faults_queue_by_route_in_order_and_any_comes_second(line: OpenLine, faults: Faults) -> None:
    faults.add("any", status(503))
    faults.add("health", passes, status(500), times=2)
    assert [line.get("/v1/health").status_code for _ in range(6)] == [200, 500, 200, 500, 503, 200]
    with pytest.raises(ValueError, match="not a route"):
        faults.add("helth", passes)


def test_portals_and_proxies_answer_without_our_header(line: OpenLine, faults: Faults) -> None:
    faults.add("health", html_portal, redirect_portal, plain_500_html, missing_api_header)
    answers = [line.get("/v1/health") for _ in range(4)]
    assert [answer.status_code for answer in answers] == [200, 302, 500, 200]
    assert not any("chasqui-api" in answer.headers for answer in answers)
    assert answers[3].json()["status"] == "ok"


def test_answers_of_ours_can_be_empty_or_of_another_type(line: OpenLine, faults: Faults) -> None:
    faults.add("health", empty_json, wrong_content_type)
    empty, other = line.get("/v1/health"), line.get("/v1/health")
    assert (empty.json(), empty.headers["chasqui-api"]) == ({}, "1")
    assert other.headers["content-type"] == "text/plain"


@pytest.mark.parametrize(
    ("fault", "code", "name", "retry_after"),
    [
        (status(503, retry_after=7), 503, "busy", "7"),
        (status(429, retry_after=LATER), 429, "too-many-attempts", LATER),
        (status(401), 401, "session-ended", None),
        (status(401, problem="token-expired"), 401, "token-expired", None),
        (status(502), 502, "internal", None),
        (status(500), 500, "internal", None),
    ],
)  # fmt: skip
def test_a_status_comes_as_a_proper_problem(
    line: OpenLine, faults: Faults, fault: Fault, code: int, name: str, retry_after: str | None
) -> None:
    faults.add("sync", fault)
    answer = line.get("/v1/sync")
    assert (answer.status_code, answer.json()["code"], answer.json()["status"]) == (code, name, code)
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.headers["chasqui-api"] == "1"
    assert answer.headers.get("retry-after") == retry_after


@pytest.mark.parametrize("count", [0, 1, 4_096, 99_999])
def test_a_cut_really_closes_the_connection_after_so_many_bytes(
    line: OpenLine, faults: Faults, blob: str, count: int
) -> None:
    faults.add("blob", cut_body_after(count))
    answer = line.session.get(line.url + blob, stream=True, timeout=10)
    assert answer.headers["content-length"] == "100000"
    assert answer.raw.read(count) == CONTENT[:count]
    with pytest.raises(requests.exceptions.RequestException):
        for _ in answer.iter_content(4_096):
            pass
    assert faults.of("blob")[-1].sent == count
    assert line.get(blob, Range=f"bytes={count}-").content == CONTENT[count:]
    assert [(seen.range, seen.sent) for seen in faults.of("blob")] == [
        (None, count),
        (f"bytes={count}-", 100_000 - count),
    ]


def test_a_cut_json_answer_can_not_be_taken_for_a_whole_one(line: OpenLine, faults: Faults, blob: str) -> None:
    assert blob
    faults.add("sync", cut_body_after(40))
    with pytest.raises(requests.exceptions.ChunkedEncodingError):
        line.get("/v1/sync")


def test_wrong_bytes_come_with_a_right_length_and_short_ones_with_their_own(
    line: OpenLine, faults: Faults, blob: str
) -> None:
    faults.add("blob", wrong_digest, wrong_length)
    turned, short = line.get(blob).content, line.get(blob).content
    assert len(turned) == 100_000
    assert sum(left != right for left, right in zip(turned, CONTENT, strict=True)) == 1
    assert short == CONTENT[:-7]


def test_gzip_can_be_corrupt(line: OpenLine, faults: Faults) -> None:
    faults.add("health", corrupt_gzip)
    with pytest.raises(requests.exceptions.ContentDecodingError):
        line.get("/v1/health")


def test_a_proxy_can_strip_the_range(line: OpenLine, faults: Faults, blob: str) -> None:
    faults.add("blob", ignored_range)
    answer = line.get(blob, Range="bytes=5-")
    assert (answer.status_code, answer.content) == (200, CONTENT)
    assert faults.of("blob")[-1].range == "bytes=5-"


@pytest.mark.parametrize(("fault", "happened"), [(dropped_request, False), (lost_answer, True)])
def test_a_call_can_vanish_before_it_happens_or_after(
    line: OpenLine, faults: Faults, fault: Fault, happened: bool
) -> None:
    token = line.sign_in()["refresh_token"]
    faults.add("sign_out", fault)
    with pytest.raises(requests.exceptions.ConnectionError):
        line.session.delete(f"{line.url}/v1/sessions/current", timeout=10)
    assert faults.of("sign_out")[-1].status is None
    renewed = line.session.post(f"{line.url}/v1/sessions/refresh", json={"refresh_token": token})
    assert renewed.status_code == (401 if happened else 200)


def test_a_slow_answer_waits_at_its_gate_and_comes_whole(line: OpenLine, faults: Faults, blob: str) -> None:
    gate = threading.Event()
    faults.add("blob", slow(gate, piece=30_000))
    answer = line.session.get(line.url + blob, stream=True, timeout=10)
    assert answer.raw.read(30_000) == CONTENT[:30_000]
    assert faults.of("blob")[-1].sent == 30_000
    gate.set()
    assert answer.raw.read() == CONTENT[30_000:]


def test_a_client_that_leaves_a_slow_answer_holds_nothing_up(line: OpenLine, faults: Faults, blob: str) -> None:
    faults.add("blob", slow(threading.Event()))
    line.session.get(line.url + blob, stream=True, timeout=10).close()
    assert line.get(blob).content == CONTENT


def test_every_request_is_listed_with_what_went_out(line: OpenLine, faults: Faults, blob: str) -> None:
    faults.forget()
    line.get("/v1/sync?since=x")
    line.get(blob, Range="bytes=0-9")
    line.get("/nada")
    assert [(seen.route, seen.method, seen.path, seen.range, seen.status) for seen in faults.requests] == [
        ("sync", "GET", "/v1/sync", None, 422),
        ("blob", "GET", blob, "bytes=0-9", 206),
        ("other", "GET", "/nada", None, 404),
    ]
    assert faults.requests[1].sent == 10


def test_what_is_counted_is_what_went_over_the_wire(line: OpenLine, faults: Faults, blob: str) -> None:
    assert blob
    answer = line.session.get(f"{line.url}/v1/sync", headers={"Accept-Encoding": "gzip"}, stream=True, timeout=10)
    packed = answer.raw.read(decode_content=False)
    assert gzip.decompress(packed).startswith(b'{"epoch"')
    assert faults.of("sync")[-1].sent == len(packed)


def test_clearing_leaves_no_fault_behind(line: OpenLine, faults: Faults) -> None:
    faults.add("health", status(500), times=3)
    faults.clear()
    assert line.get("/v1/health").status_code == 200


def test_every_call_of_the_contract_has_a_queue(line: OpenLine, server: Server, faults: Faults) -> None:
    faults.forget()
    document = json.loads((Path(__file__).parents[2] / "resources" / "contract" / "openapi.json").read_bytes())
    calls = [(method.upper(), path) for path, found in document["paths"].items() for method in found]
    for method, path in calls:
        line.session.request(method, server.url + path.replace("{", "").replace("}", ""), timeout=10)
    routes = [seen.route for seen in faults.requests]
    assert "other" not in routes
    assert len(set(routes)) == len(calls) - 1  # both calls of /v1/sync share one: which of them asks is the client's
