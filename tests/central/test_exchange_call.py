"""POST /v1/sync: the commands' own answers, the page that follows, small PDFs along with it."""

import base64
import hashlib
from collections.abc import Callable
from typing import Any

import pytest
import requests
import zstandard

from central.server import Server
from documents.payslip import Payslip
from tests.central.legajo_calls import Person, paper, uuid

MakePayslip = Callable[..., Payslip]
COMMON = hashlib.shake_256(b"what payslips have in common").digest(9_000)


def draw(payslip: Payslip) -> bytes:
    return b"%PDF-1.7\n" + COMMON + f"{payslip.id} {payslip.cargo}".encode()


def digest_of(payslip: Payslip) -> str:
    return hashlib.sha256(draw(payslip)).hexdigest()


def command(kind: str, number: int, members: dict[str, Any]) -> dict[str, Any]:
    return {"kind": kind, "uuid": uuid(number), "body": members}


@pytest.fixture
def ana(server: Server) -> Person:
    return Person.sign_in(server, "ana")


def exchange(person: Person, **members: Any) -> requests.Response:
    return person.ask("POST", "/v1/sync", json=members)


def test_nothing_changed_is_204_without_a_byte(ana: Person) -> None:
    page = exchange(ana)
    assert page.status_code == 200
    assert page.json()["results"] == page.json()["inline"] == []
    again = exchange(ana, since=page.json()["cursor"], etag=page.headers["etag"])
    assert again.status_code == 204
    assert again.content == b""
    assert not {"etag", "cache-control"} & set(again.headers)
    assert again.headers["chasqui-api"] == "1"


def test_it_gives_the_page_that_get_gives(ana: Person, publisher: Any, payslips: MakePayslip) -> None:
    publisher.publish_payslips([payslips(number) for number in range(3)], draw=draw)
    asked, written = ana.ask("GET", "/v1/sync").json(), exchange(ana).json()
    assert {name: written[name] for name in asked if name != "server_time"} == {
        name: asked[name] for name in asked if name != "server_time"
    }


def test_a_request_and_its_fact_come_in_one_answer(ana: Person) -> None:
    since = ana.mark()
    answer = exchange(ana, since=since, commands=[command("request", 1, paper())]).json()
    [result] = answer["results"]
    assert (result["kind"], result["uuid"], result["status"]) == ("request", uuid(1), 201)
    [change] = answer["changes"]
    assert change["request"] == result["answer"]["request"]
    repeated = exchange(ana, since=answer["cursor"], commands=[command("request", 1, paper())]).json()
    assert repeated["results"] == [{**result, "status": 200}]
    assert repeated["changes"] == []
    assert ana.file(1, paper()).json() == result["answer"]


def test_each_command_stands_for_itself(ana: Person) -> None:
    commands = [
        command("request", 1, paper()),
        command("request", 2, paper()),  # open about the same already
        command("request", 3, {"action": "nada"}),
        command("cancellation", 9, {}),
        command("expediente", 1, {"numero": "MPT2026-1", "clave": "", "fecha": None}),
        command("cancellation", 1, {}),
    ]
    results = exchange(ana, since=ana.mark(), commands=commands).json()["results"]
    assert [result["status"] for result in results] == [201, 409, 422, 404, 200, 200]
    assert [result["answer"].get("code") for result in results[1:4]] == ["request-open", "invalid-request", "not-found"]
    assert results[4]["answer"]["request"]["expediente"]["numero"] == "MPT2026-1"
    assert results[5]["answer"]["request"]["state"] == "anulado"
    direct = ana.put(f"/v1/requests/{uuid(2)}", {"action": "nada"}).json()
    assert direct == results[2]["answer"]


def test_a_bad_cursor_is_told_before_anything_is_done(ana: Person) -> None:
    answer = exchange(ana, since="nonsense", commands=[command("request", 1, paper())])
    assert answer.status_code == 422
    assert answer.json()["code"] == "bad-cursor"
    assert ana.file(1, paper()).status_code == 201


def test_another_s_request_cannot_be_touched(ana: Person, server: Server) -> None:
    ana.file(1, paper())
    luz = Person.sign_in(server, "luz")
    results = exchange(luz, commands=[command("cancellation", 1, {}), command("request", 1, paper())]).json()
    assert [result["status"] for result in results["results"]] == [404, 422]


def test_a_new_payslip_brings_its_pdf_along_packed(ana: Person, publisher: Any, payslips: MakePayslip) -> None:
    publisher.publish_payslips([payslips(1)], draw=draw)
    since = ana.mark()
    publisher.publish_payslips([payslips(0)], draw=draw)
    answer = exchange(ana, since=since, have=[digest_of(payslips(1))[:16]], inline=16_384).json()
    [pdf] = answer["inline"]
    assert (pdf["sha256"], pdf["coding"], pdf["dictionary"]) == (
        digest_of(payslips(0)), "dcz", digest_of(payslips(1))
    )  # fmt: skip
    packed = base64.b64decode(pdf["content"])
    raw = zstandard.ZstdCompressionDict(draw(payslips(1)), dict_type=zstandard.DICT_TYPE_RAWCONTENT)
    assert zstandard.ZstdDecompressor(dict_data=raw).decompress(packed[40:]) == draw(payslips(0))


def test_what_does_not_fit_or_was_not_asked_for_stays_out(ana: Person, publisher: Any, payslips: MakePayslip) -> None:
    since = ana.mark()
    publisher.publish_payslips([payslips(number) for number in range(3)], draw=draw)
    assert exchange(ana, since=since).json()["inline"] == []
    assert exchange(ana, since=since, inline=5_000).json()["inline"] == []
    named = [pdf["sha256"] for pdf in exchange(ana, since=since, inline=20_000).json()["inline"]]
    assert named == [digest_of(payslips(0)), digest_of(payslips(1))]


def test_another_s_payslip_is_no_dictionary(ana: Person, server: Server, publisher: Any, payslips: MakePayslip) -> None:
    publisher.publish_payslips([payslips(1)], draw=draw)
    luz = Person.sign_in(server, "luz")
    since = luz.mark()
    of_luz = payslips(0, doc_numero="99900002", apellidos="CONDORI MAMANI", nombres="LUZ")
    publisher.publish_payslips([of_luz], draw=draw)
    [pdf] = exchange(luz, since=since, have=[digest_of(payslips(1))], inline=16_384).json()["inline"]
    assert pdf["dictionary"] is None


@pytest.mark.parametrize(
    "members",
    [{"have": ["xyz"]}, {"have": ["%" * 16]}, {"inline": -1}, {"commands": [command("otro", 1, {})]}],
)
def test_what_has_no_sense_is_refused_whole(ana: Person, members: dict[str, Any]) -> None:
    answer = exchange(ana, **members)
    assert answer.status_code == 422
    assert answer.json()["code"] == "invalid-request"


def test_without_a_session_nothing_is_done(server: Server) -> None:
    answer = requests.post(f"{server.url}/v1/sync", json={"commands": [command("request", 1, paper())]}, timeout=10)
    assert answer.status_code == 401
