"""Everything that goes wrong is a problem document under our header, and tells nothing it should not."""

import logging
from typing import Any

import pytest
from sqlalchemy.exc import OperationalError

from central.answers import takes_gzip
from central.problems import KINDS
from central.routes import sessions


def check(answer: Any, status: int, code: str) -> None:
    body = answer.json()
    assert answer.status_code == body["status"] == status
    assert body["code"] == code
    assert body["type"] == f"urn:chasqui:problem:{code}"
    assert body["retryable"] is KINDS[code].retryable
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.headers["chasqui-api"] == "1"
    assert answer.headers["cache-control"] == "no-store"


def test_health_says_who_answers(api: Any) -> None:
    answer = api.client.get("/v1/health")
    assert answer.json() == {"status": "ok", "version": "0.1.0"}
    assert answer.headers["chasqui-api"] == "1"


@pytest.mark.parametrize("path", ["/", "/v1", "/v1/sync/", "/docs", "/openapi.json", "/v1/blobs/", "/v2/sync"])
def test_an_address_that_is_not_is_a_problem(api: Any, path: str) -> None:
    check(api.client.get(path), 404, "not-found")


def test_another_method_is_a_problem_that_names_the_right_one(api: Any) -> None:
    answer = api.client.delete("/v1/trust-list")
    check(answer, 405, "method-not-allowed")
    assert answer.headers["allow"] == "GET"


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b'"x"', b"null", b"\xff\xfe", b"[" * 30_000, b"{}"])
def test_a_body_that_is_not_what_it_should_be_is_a_problem(api: Any, content: bytes) -> None:
    headers = {"Content-Type": "application/json"}
    check(api.client.post("/v1/sessions", content=content, headers=headers), 422, "invalid-request")


def test_a_body_that_is_too_long_is_a_problem(api: Any) -> None:
    body = {"user": "ana", "password": "x", "device": "d", "futuro": "x" * 70_000}
    check(api.client.post("/v1/sessions", json=body), 422, "invalid-request")


def test_what_nobody_foresaw_is_a_problem_without_a_stack(
    api: Any, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise ZeroDivisionError("secreto")

    monkeypatch.setattr(sessions, "find_account", fail)
    with caplog.at_level(logging.ERROR, logger="central"):
        answer = api.sign_in()
    check(answer, 500, "internal")
    assert "secreto" not in answer.text
    assert "ZeroDivisionError" in caplog.text  # for whoever keeps the server


def test_a_database_that_does_not_let_us_in_is_busy(api: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise OperationalError("SELECT", {}, Exception("database is locked"))

    monkeypatch.setattr(sessions, "find_account", fail)
    answer = api.sign_in()
    check(answer, 503, "busy")
    assert answer.headers["retry-after"] == "5"


def test_short_answers_are_not_compressed(api: Any) -> None:
    assert "content-encoding" not in api.client.get("/v1/health", headers={"Accept-Encoding": "gzip"}).headers


@pytest.mark.parametrize("offer", ["gzip", "br, gzip;q=0.5", "*", "GZIP"])
def test_gzip_is_for_who_asks_for_it(offer: str) -> None:
    assert takes_gzip(offer)


@pytest.mark.parametrize("offer", ["", "identity", "gzip;q=0", "br, gzip; q=0.0", "xgzip"])
def test_gzip_is_not_for_who_does_not(offer: str) -> None:
    assert not takes_gzip(offer)


@pytest.mark.parametrize("code", sorted(KINDS))
def test_every_problem_speaks_spanish_sentences(code: str) -> None:
    kind = KINDS[code]
    assert kind.detail.endswith(".")
    assert kind.title
    assert not kind.title.endswith(".")
    assert 400 <= kind.status < 600
