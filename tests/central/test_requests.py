"""Requests: filed once however often they are sent, judged before they are kept, and nobody else's business."""

import json
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
import requests

from central.app import create_app
from central.faults import Faults, lost_answer, status
from central.legajo.archive import Archive
from central.legajo.catalogue import bundled_catalogue, published_catalogue
from central.server import Server
from central.settings import CHEAP, Settings
from central.store import Store
from documents.legajo import LegajoRecord
from documents.legajo_catalogue import read_catalogue
from tests.central.conftest import StillClock
from tests.central.legajo_calls import COURSE, PDF, Person, body, course, document, paper, sha, uuid

ANA, LUZ = "99900001", "99900002"


@pytest.fixture
def ana(server: Server) -> Person:
    person = Person.sign_in(server, "ana")
    person.upload()
    return person


@pytest.fixture
def archive(store: Store) -> Archive:
    return Archive(store)


def refused(answer: requests.Response, status_: int, code: str) -> dict[str, Any]:
    members: dict[str, Any] = answer.json()
    assert (answer.status_code, members["code"]) == (status_, code)
    return members


def test_a_request_is_filed_with_code_deadline_and_history_and_the_feed_brings_it(store: Store, faults: Faults) -> None:
    clock = StillClock(datetime(2026, 11, 13, 3, 0, tzinfo=UTC))  # still Thursday in Peru
    settings = Settings(captcha=False, password_cost=CHEAP, clock=clock)
    with Server(create_app(settings, store, faults=faults)) as server:
        ana = Person.sign_in(server, "ana")
        ana.upload()
        mark = ana.mark()
        answer = ana.file(1, body())
        assert answer.status_code == 201
        made = answer.json()["request"]
        assert (made["code"], made["state"], made["uuid"]) == ("SOL-2026-000001", "en_solicitud", uuid(1))
        assert made["filed_at"] == made["changed_at"] == "2026-11-13T03:00:00+00:00"
        assert made["deadline"] == "2026-11-26"
        assert made["history"] == [{"at": made["filed_at"], "state": "en_solicitud", "who": "", "note": ""}]
        assert {name: made[name] for name in body()} == body()
        [change] = ana.changes(mark)
        assert change == {"kind": "request", "id": uuid(1), "deleted": False, "request": made}


def test_the_same_request_again_is_the_same_for_ever(ana: Person, faults: Faults) -> None:
    faults.add("request", lost_answer)
    with pytest.raises(requests.exceptions.ConnectionError):
        ana.file(1, body())
    mark = ana.mark()
    again = [ana.file(1, body()) for _ in range(2)]
    assert [answer.status_code for answer in again] == [200, 200]
    assert again[0].json() == again[1].json()
    ana.put(f"/v1/requests/{uuid(1)}/cancellation", {})
    assert ana.file(1, body()).json()["request"]["state"] == "anulado"
    assert [change["id"] for change in ana.changes(mark)] == [uuid(1)]


def test_a_refusal_of_a_tired_server_files_nothing(ana: Person, faults: Faults) -> None:
    faults.add("request", status(503, retry_after=2))
    assert ana.file(1, body()).status_code == 503
    assert ana.file(1, body()).status_code == 201


def test_another_body_under_a_known_uuid_is_refused(ana: Person) -> None:
    ana.file(1, body())
    refused(ana.file(1, body(note="otra")), 422, "other-body")
    assert ana.file(1, body()).status_code == 200


def test_members_of_a_newer_client_do_not_make_another_body(ana: Person) -> None:
    ana.file(1, body())
    assert ana.file(1, body(futuro=1)).status_code == 200


def test_codes_have_no_gaps_and_begin_anew_each_year(store: Store) -> None:
    clock = StillClock(datetime(2026, 12, 31, 12, 0, tzinfo=UTC))
    settings = Settings(captcha=False, password_cost=CHEAP, clock=clock, access_seconds=10**8)
    with Server(create_app(settings, store)) as server:
        ana = Person.sign_in(server, "ana")
        ana.upload()
        codes = [ana.file(1, body(uuid(901))), ana.file(2, body(uuid(901))), ana.file(3, body(uuid(902)))]
        clock.pass_seconds(86_400)
        codes.append(ana.file(4, body(uuid(903))))
        assert [answer.json().get("request", answer.json())["code"] for answer in codes] == [
            "SOL-2026-000001", "request-open", "SOL-2026-000002", "SOL-2027-000001",
        ]  # fmt: skip


def test_a_request_waits_for_all_its_files_byte_for_byte(ana: Person) -> None:
    other = b"%PDF-1.7 other"
    two = body(documents=[document(), document(other)])
    assert refused(ana.file(1, two), 422, "missing-attachments")["missing"] == [sha(other)]
    ana.begin(other)
    ana.send(sha(other), 0, other[:5])
    refused(ana.file(1, two), 422, "missing-attachments")
    ana.send(sha(other), 5, other[5:])
    lies = body(documents=[document(), document(other, size=len(other) + 1)])
    refused(ana.file(1, lies), 422, "missing-attachments")
    assert ana.changes(ana.mark()) == []
    assert ana.file(1, two).status_code == 201


def test_files_of_somebody_else_do_not_count(server: Server, ana: Person) -> None:
    luz = Person.sign_in(server, "luz")
    refused(luz.file(1, body()), 422, "missing-attachments")


def test_hard_problems_are_told_and_doubts_are_not(ana: Person) -> None:
    late = COURSE | {"fecha_fin": "2023-01-01", "horas_lectivas": "0"}
    found = refused(ana.file(1, body(fields=late, documents=[])), 422, "invalid-legajo")["problems"]
    assert {"field": "fecha_fin", "code": "order"} in found
    assert {"field": "horas_lectivas", "code": "too-small"} in found
    assert "no-document" not in {problem["code"] for problem in found}
    found = refused(ana.file(1, body(documents=[document(folios=None)])), 422, "invalid-legajo")["problems"]
    assert found == [{"field": "documents/0/folios", "code": "required"}]


def test_sections_that_are_only_read_take_no_request(ana: Person, archive: Archive) -> None:
    fields = {"tipo_demerito": "amonestacion", "demerito": "x y", "fecha_inicio": "2020-01-02", "documento": "RD 1"}
    archive.file_records(ANA, [LegajoRecord(id=uuid(800), section="VIII", kind="demerito", version=1, fields=fields)])
    asked = {"section": "VIII", "kind": "demerito", "documents": []}
    new = body(fields=fields, **asked)
    gone = body(uuid(800), action="retirar", base_version=1, fields={}, **asked)
    for number, members in enumerate((new, gone)):
        found = refused(ana.file(number, members), 422, "invalid-legajo")["problems"]
        assert found == [{"field": "", "code": "read-only"}]


@pytest.mark.parametrize(
    "changes",
    [
        {"action": "borrar"},
        {"record": "x"},
        {"record": ""},
        {"base_version": 3},
        {"action": "modificar"},
        {"fields": {"tipo": 3}},
        {"documents": [document(fecha_emision="2023-02-30")]},
        {"action": "hoja_de_vida"},
        {"expediente": {"numero": "", "clave": "", "fecha": None}},
    ],
)  # fmt: skip
def test_what_makes_no_sense_is_an_invalid_request(ana: Person, changes: dict[str, Any]) -> None:
    refused(ana.file(1, body(**changes)), 422, "invalid-request")


def test_a_change_of_a_record_that_changed_meanwhile_is_refused(ana: Person, archive: Archive) -> None:
    archive.file_records(ANA, [course(uuid(900), 2)])
    change = {"action": "modificar"}
    for number, version in enumerate((1, 3)):
        refused(ana.file(number, body(base_version=version, **change)), 409, "record-changed")
    refused(ana.file(3, body()), 409, "record-changed")
    assert ana.file(4, body(base_version=2, **change)).status_code == 201
    archive.remove_record(ANA, uuid(900))
    refused(ana.file(5, body(base_version=2, **change)), 409, "record-changed")


def test_the_record_of_somebody_else_is_as_good_as_none(ana: Person, archive: Archive) -> None:
    archive.file_records(LUZ, [course(uuid(900))])
    for number, members in enumerate((body(), body(action="modificar", base_version=1))):
        refused(ana.file(number, members), 409, "record-changed")


def test_one_thing_has_one_open_request(ana: Person) -> None:
    ana.file(1, body())
    refused(ana.file(2, body(note="otra")), 409, "request-open")
    ana.put(f"/v1/requests/{uuid(1)}/cancellation", {})
    assert ana.file(2, body(note="otra")).status_code == 201
    assert [ana.file(3, paper()).status_code, ana.file(4, paper("informe_escalafonario")).status_code] == [201, 201]
    refused(ana.file(5, paper()), 409, "request-open")


def test_cancelling_is_idempotent_and_only_for_ones_own(server: Server, ana: Person) -> None:
    path = f"/v1/requests/{uuid(1)}/cancellation"
    refused(ana.put(path, {}), 404, "not-found")
    ana.file(1, body())
    luz = Person.sign_in(server, "luz")
    refused(luz.put(path, {}), 404, "not-found")
    first, second = ana.put(path, {}), ana.put(path, {})
    assert (first.status_code, first.json()) == (200, second.json())
    made = first.json()["request"]
    assert (made["state"], made["deadline"], made["history"][-1]["who"]) == ("anulado", None, "")


def test_the_last_expediente_wins_until_the_request_ends(server: Server, ana: Person) -> None:
    path = f"/v1/requests/{uuid(1)}/expediente"
    one, other = ({"numero": f"MPT-2026-EXT-{n}", "clave": "K1", "fecha": "2026-11-13"} for n in (1, 2))
    refused(ana.put(path, one), 404, "not-found")
    ana.file(1, body())
    refused(Person.sign_in(server, "luz").put(path, one), 404, "not-found")
    assert [ana.put(path, given).json()["request"]["expediente"] for given in (one, other, other)] == [
        one,
        other,
        other,
    ]
    assert ana.file(1, body()).json()["request"]["expediente"] == other
    ana.put(f"/v1/requests/{uuid(1)}/cancellation", {})
    assert refused(ana.put(path, one), 409, "already-decided")["request"]["expediente"] == other


def test_the_uuid_of_somebody_elses_request_tells_nothing(server: Server, ana: Person) -> None:
    ana.file(1, body())
    luz = Person.sign_in(server, "luz")
    luz.upload()
    assert set(refused(luz.file(1, body()), 422, "other-body")) <= {
        "type", "title", "status", "code", "detail", "retryable",
    }  # fmt: skip
    refused(luz.file(2, body(replaces=uuid(1))), 422, "invalid-request")
    assert luz.changes(luz.mark()) == []


def test_a_request_that_mends_one_this_store_does_not_know_any_more_is_filed(ana: Person) -> None:
    assert ana.file(1, body(replaces=uuid(77))).json()["request"]["replaces"] == uuid(77)
    assert ana.file(1, body(replaces=uuid(77))).status_code == 200


def test_the_walk_brings_the_legajo_by_section_before_requests_and_payslips(
    ana: Person, archive: Archive, publisher: Any, payslips: Callable[..., Any]
) -> None:
    publisher.publish_payslips([payslips(1)])
    other = LegajoRecord(id=uuid(1), section="X", kind="otro", version=1, fields={"descripcion": "x"})
    archive.file_records(ANA, [other, course(uuid(2), content=PDF)], {sha(PDF): PDF})
    ana.file(1, body())
    changes = ana.changes()
    assert [change["kind"] for change in changes] == ["person", *2 * ["legajo_record"], "request", "payslip"]
    record = changes[1]["legajo_record"]
    assert (record["id"], record["section"], record["registered"]) == (uuid(2), "II", "2023-08-01")
    assert (record["fields"], record["documents"]) == (COURSE, [document()])


def test_a_removed_record_is_a_tombstone_and_its_file_is_gone(ana: Person, archive: Archive) -> None:
    content = b"%PDF-1.7 filed"
    archive.file_records(ANA, [course(uuid(2), content=content)], {sha(content): content})
    assert ana.ask("GET", f"/v1/blobs/{sha(content)}").content == content
    mark = ana.mark()
    archive.remove_record(ANA, uuid(2))
    [change] = ana.changes(mark)
    assert change == {"kind": "legajo_record", "id": uuid(2), "deleted": True, "legajo_record": None}
    assert ana.ask("GET", f"/v1/blobs/{sha(content)}").status_code == 404


def test_the_catalogue_is_announced_and_served_by_its_version(ana: Person) -> None:
    version = ana.ask("GET", "/v1/sync").json()["legajo_catalogue"]["version"]
    answer = ana.ask("GET", "/v1/legajo-catalogue")
    assert (answer.json()["version"], answer.headers["etag"]) == (version, f'"{version}"')
    assert read_catalogue(answer.content).version == version
    held = {"If-None-Match": f'"{version}"'}
    assert ana.ask("GET", "/v1/legajo-catalogue", headers=held).status_code == 304
    assert requests.get(f"{ana.url}/v1/legajo-catalogue", timeout=10).status_code == 401


def test_a_newer_catalogue_is_news_though_no_fact_changed(store: Store, tmp_path: Path) -> None:
    members = json.loads(bundled_catalogue().content)
    newer = tmp_path / "legajo.json"
    newer.write_text(json.dumps(members | {"version": members["version"] + 1}), encoding="utf-8")
    with Server(create_app(Settings(captcha=False, password_cost=CHEAP), store)) as server:
        page = Person.sign_in(server, "ana").ask("GET", "/v1/sync")
    settings = Settings(captcha=False, password_cost=CHEAP, legajo_catalogue=published_catalogue(newer))
    with Server(create_app(settings, store)) as server:
        ana = Person.sign_in(server, "ana")
        held = {"If-None-Match": page.headers["etag"]}
        news = ana.ask("GET", "/v1/sync", params={"since": page.json()["cursor"]}, headers=held)
        assert (news.status_code, news.json()["changes"]) == (200, [])
        assert news.json()["legajo_catalogue"] == {"version": members["version"] + 1}
        assert ana.ask("GET", "/v1/legajo-catalogue").content == newer.read_bytes()


def test_no_call_has_anything_personal_in_its_address(server: Server, ana: Person, faults: Faults) -> None:
    ana.file(1, body())
    ana.put(f"/v1/requests/{uuid(1)}/cancellation", {})
    assert not [seen.path for seen in faults.requests if ANA in seen.path or "?" in seen.path]
