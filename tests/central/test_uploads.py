"""Files arrive piece by piece over bad lines: no byte that came is asked for again, and nobody meets another's file."""

import socket
import threading
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
import requests

from central.app import create_app
from central.faults import Faults, cut_request_after, lost_answer
from central.line import Line
from central.publishing import Publisher
from central.server import Server
from central.settings import CHEAP, Settings
from central.store import Store
from central.store.uploads import keep_piece
from tests.central.conftest import StillClock
from tests.central.legajo_calls import PDF, Person, sha

NAME = sha(PDF)


@pytest.fixture
def ana(server: Server) -> Person:
    return Person.sign_in(server, "ana")


def test_a_file_comes_in_pieces_and_is_the_persons_blob(ana: Person) -> None:
    answer = ana.begin(PDF)
    assert (answer.status_code, answer.headers["location"]) == (201, f"/v1/uploads/{NAME}")
    assert (answer.headers["upload-offset"], answer.headers["tus-resumable"], answer.content) == ("0", "1.0.0", b"")
    first = ana.send(NAME, 0, PDF[:20_000])
    assert (first.status_code, first.headers["upload-offset"]) == (204, "20000")
    assert ana.held(NAME) == 20_000
    assert ana.ask("GET", f"/v1/blobs/{NAME}").status_code == 404
    assert ana.send(NAME, 20_000, PDF[20_000:]).headers["upload-offset"] == str(len(PDF))
    assert ana.ask("GET", f"/v1/blobs/{NAME}").content == PDF
    again = ana.begin(PDF)
    assert (again.status_code, again.headers["upload-offset"]) == (200, str(len(PDF)))


@pytest.mark.parametrize("count", [1, 700, 16_384, 40_001])
def test_every_byte_before_a_cut_is_kept(ana: Person, faults: Faults, count: int) -> None:
    ana.begin(PDF)
    faults.add("upload_patch", cut_request_after(count))
    with pytest.raises(requests.exceptions.ConnectionError):
        ana.send(NAME, 0, PDF)
    assert ana.held(NAME) == count
    assert ana.send(NAME, count, PDF[count:]).status_code == 204
    assert ana.ask("GET", f"/v1/blobs/{NAME}").content == PDF


def patch_head(person: Person) -> bytes:
    """Of a request that sends the whole file."""
    token = person.session.headers["Authorization"]
    return (
        f"PATCH /v1/uploads/{NAME} HTTP/1.1\r\nHost: x\r\nAuthorization: {token!s}\r\n"
        "Tus-Resumable: 1.0.0\r\nUpload-Offset: 0\r\nContent-Type: application/offset+octet-stream\r\n"
        f"Content-Length: {len(PDF)}\r\n\r\n"
    ).encode()


@pytest.mark.parametrize("count", [1, 5_000, 49_999])
def test_every_byte_of_a_client_that_dies_is_kept(server: Server, ana: Person, faults: Faults, count: int) -> None:
    over = threading.Event()

    async def noted(line: Line) -> None:
        await line.pass_on()
        over.set()

    faults.add("upload_patch", noted)
    ana.begin(PDF)
    with socket.create_connection((server.host, server.port)) as line:
        line.sendall(patch_head(ana) + PDF[:count])
    assert over.wait(10)
    assert ana.held(NAME) == count


def test_bytes_of_a_connection_that_hangs_are_kept_when_somebody_asks(server: Server, ana: Person) -> None:
    ana.begin(PDF)
    with socket.create_connection((server.host, server.port)) as line:
        line.sendall(patch_head(ana) + PDF[:5_000])
        assert any(ana.held(NAME) == 5_000 for _ in range(1_000))
        assert ana.send(NAME, 5_000, PDF[5_000:]).status_code == 204  # the other connection is still open
    assert ana.ask("GET", f"/v1/blobs/{NAME}").content == PDF


def test_a_server_that_starts_again_knows_what_had_come(server: Server, ana: Person) -> None:
    ana.begin(PDF)
    ana.send(NAME, 0, PDF[:30_000])
    server.stop()
    server.start()
    assert ana.held(NAME) == 30_000


def test_a_lost_answer_is_found_out_by_asking(ana: Person, faults: Faults) -> None:
    faults.add("upload_create", lost_answer)
    with pytest.raises(requests.exceptions.ConnectionError):
        ana.begin(PDF)
    assert ana.begin(PDF).status_code == 200
    faults.add("upload_patch", lost_answer)
    with pytest.raises(requests.exceptions.ConnectionError):
        ana.send(NAME, 0, PDF)
    assert ana.held(NAME) == len(PDF)
    assert ana.send(NAME, len(PDF), b"").status_code == 204


def test_another_offset_is_told_where_to_go_on(ana: Person) -> None:
    ana.begin(PDF)
    ana.send(NAME, 0, PDF[:500])
    answer = ana.send(NAME, 400, PDF[400:])
    assert (answer.status_code, answer.json()["code"], answer.headers["upload-offset"]) == (409, "wrong-offset", "500")
    assert ana.held(NAME) == 500


def test_a_whole_that_is_not_what_was_named_begins_again(ana: Person) -> None:
    ana.begin(PDF)
    answer = ana.send(NAME, 0, PDF[:-1] + b"!")
    assert (answer.status_code, answer.json()["code"]) == (422, "wrong-digest")
    assert ana.held(NAME) is None
    assert ana.upload() == NAME


def test_what_is_no_pdf_is_refused_at_its_first_bytes(ana: Person) -> None:
    content = b"MZ" + b"\x00" * 5_000
    ana.begin(content)
    answer = ana.send(sha(content), 0, content[:2_000])
    assert (answer.status_code, answer.json()["code"]) == (422, "not-a-pdf")
    assert ana.held(sha(content)) is None


def test_more_than_was_announced_is_refused_and_the_announced_kept(ana: Person) -> None:
    ana.begin(PDF)
    assert ana.send(NAME, 0, PDF + b"more").json()["code"] == "too-large"
    assert ana.held(NAME) == 0


def test_files_over_the_limit_of_the_catalogue_are_refused(ana: Person) -> None:
    answer = ana.begin(PDF, length=8 * 2**20 + 1)
    assert (answer.status_code, answer.json()["code"]) == (413, "too-large")
    assert ana.begin(PDF, length=8 * 2**20).status_code == 201


@pytest.mark.parametrize(
    "headers",
    [
        {"Tus-Resumable": "0.2.0"},
        {"Upload-Length": "0"},
        {"Upload-Length": "x"},
        {"Upload-Metadata": "sha256 !!"},
        {"Upload-Metadata": "filename eA=="},
        {"Upload-Metadata": "sha256 QUJD"},
    ],
)  # fmt: skip
def test_a_malformed_creation_is_an_invalid_request(ana: Person, headers: dict[str, str]) -> None:
    good = {"Tus-Resumable": "1.0.0", "Upload-Length": "5", "Upload-Metadata": "sha256 QUJD"}
    answer = ana.ask("POST", "/v1/uploads", headers=good | headers)
    assert (answer.status_code, answer.json()["code"]) == (422, "invalid-request")


def test_a_file_of_somebody_else_is_not_here(server: Server, ana: Person) -> None:
    ana.upload()
    luz = Person.sign_in(server, "luz")
    assert luz.held(NAME) is None
    assert luz.ask("GET", f"/v1/blobs/{NAME}").status_code == 404
    assert luz.send(NAME, 0, PDF).status_code == 404
    assert luz.begin(PDF).headers["upload-offset"] == "0"
    assert luz.upload() == NAME


def test_without_a_session_nothing_is_taken(server: Server) -> None:
    nobody = Person(server.url, requests.Session())
    assert [nobody.begin(PDF).status_code, nobody.send(NAME, 0, PDF).status_code] == [401, 401]
    assert nobody.held(NAME) is None


@pytest.fixture
def make_server(store: Store, publisher: Publisher) -> Callable[..., Server]:
    def make(**chosen: Any) -> Server:
        return Server(create_app(Settings(captcha=False, password_cost=CHEAP, **chosen), store))

    return make


def test_one_person_fills_their_quota_and_nobody_elses(make_server: Callable[..., Server]) -> None:
    with make_server(upload_quota=60_000) as server:
        ana, luz = Person.sign_in(server, "ana"), Person.sign_in(server, "luz")
        ana.upload()
        answer = ana.begin(PDF + b"x")
        assert (answer.status_code, answer.json()["code"]) == (413, "quota-exceeded")
        assert luz.begin(PDF + b"x").status_code == 201


def test_a_file_waits_ninety_days(make_server: Callable[..., Server]) -> None:
    clock = StillClock()
    with make_server(clock=clock, access_seconds=10**8) as server:
        ana = Person.sign_in(server, "ana")
        ana.begin(PDF)
        ana.send(NAME, 0, PDF[:500])
        clock.time += timedelta(days=90)
        ana.begin(PDF[:100])
        assert ana.held(NAME) == 500
        clock.time += timedelta(seconds=1)
        ana.begin(PDF[:200])
        assert ana.held(NAME) is None


def test_bytes_of_an_upload_that_lost_its_answer_at_the_end_are_judged_at_the_next_creation(
    ana: Person, store: Store
) -> None:
    ana.begin(PDF)
    with store.writing() as db:  # a server that died in between
        assert keep_piece(db, "99900001", NAME, 0, PDF, now=10**10)
    assert ana.begin(PDF).headers["upload-offset"] == str(len(PDF))
    assert ana.ask("GET", f"/v1/blobs/{NAME}").content == PDF
