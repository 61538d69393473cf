"""What a running server answers about legajos, requests and uploads has the shapes that the document promises."""

import base64
from collections.abc import Iterator
from typing import Any

import pytest
import requests

from central.app import create_app
from central.legajo.archive import Archive
from central.legajo.sealing import demo_papers
from central.publishing import Publisher
from central.records import Oficina, Person
from central.server import Server
from central.settings import CHEAP, Settings
from central.store import Store
from central.store.requests import note_seat
from tests.central.legajo_calls import PDF, body, course, document, paper, sha, uuid
from tests.contract.checking import Caller

SOL = Person(doc_tipo="DNI", doc_numero="99900071", apellidos="ÑAHUI", nombres="SOL", correo="sol@correo.pe")
ROSA = Person(
    doc_tipo="DNI", doc_numero="99900072", apellidos="RÍOS", nombres="ROSA", correo="rosa@correo.pe",
    oficina=Oficina("210011", "UGEL SAN ROMÁN"), roles=("escalafon", "administrador"),
)  # fmt: skip
TUS = {"Tus-Resumable": "1.0.0"}
PIECE = TUS | {"Content-Type": "application/offset+octet-stream"}
UPLOAD, REQUEST = "/v1/uploads/{sha256}", "/v1/requests/{uuid}"
DECISION = "/v1/office/requests/{uuid}/decisions/{decision}"


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    folder = tmp_path_factory.mktemp("central")
    with Store(f"sqlite:///{folder / 'central.db'}") as store:
        publisher = Publisher(store, cost=CHEAP)
        publisher.add_person(SOL, "sol", "quinua-de-altura")
        publisher.add_person(ROSA, "rosa", "quinua-de-altura")
        Archive(store).file_records(SOL.doc_numero, [course(uuid(700), content=PDF)], {sha(PDF): PDF})
        with store.writing() as db:
            note_seat(db, SOL.doc_numero, "210011", "2026-11")
        settings = Settings(captcha=False, password_cost=CHEAP, make_paper=demo_papers())
        with Server(create_app(settings, store)) as running:
            yield running


def signed_in(server: Server, user: str) -> Caller:
    caller = Caller(server)
    credentials = {"user": user, "password": "quinua-de-altura", "device": "x"}
    answer = caller.ask("POST", "/v1/sessions", json=credentials)
    caller.headers = {"Authorization": f"Bearer {answer.json()['access_token']}"}
    return caller


@pytest.fixture(scope="module")
def sol(server: Server) -> Caller:
    return signed_in(server, "sol")


@pytest.fixture(scope="module")
def rosa(server: Server) -> Caller:
    return signed_in(server, "rosa")


def codes(*answers: requests.Response) -> list[tuple[int, str]]:
    return [(answer.status_code, answer.json().get("code", "")) for answer in answers]


def decide(rosa: Caller, made: dict[str, Any], action: str, number: int, reason: str = "") -> requests.Response:
    path = f"/v1/office/requests/{made['uuid']}/decisions/{uuid(number)}"
    return rosa.ask("PUT", path, DECISION, json={"action": action, "reason": reason, "seen": made["changed_at"]})


def test_uploads_answer_as_promised(sol: Caller) -> None:
    content = b"%PDF-1.7 contract of uploads"
    name, path = sha(content), f"/v1/uploads/{sha(content)}"
    meta = {"Upload-Metadata": f"sha256 {base64.b64encode(name.encode()).decode()}", "Upload-Length": str(len(content))}
    begun = [sol.ask("POST", "/v1/uploads", headers=TUS | meta) for _ in range(2)]
    large = sol.ask("POST", "/v1/uploads", headers=TUS | meta | {"Upload-Length": str(2**40)})
    assert [answer.status_code for answer in (*begun, large)] == [201, 200, 413]
    sent = [
        sol.ask("PATCH", path, UPLOAD, headers=PIECE | {"Upload-Offset": at}, data=piece)
        for at, piece in (("0", content[:9]), ("0", content), ("9", content[9:]))
    ]
    assert [answer.status_code for answer in sent] == [204, 409, 204]
    assert sol.ask("HEAD", path, UPLOAD, headers=TUS).headers["upload-length"] == str(len(content))
    assert (
        sol.ask("PATCH", f"/v1/uploads/{'0' * 64}", UPLOAD, headers=PIECE | {"Upload-Offset": "0"}).status_code == 404
    )


def test_requests_and_what_becomes_of_them_answer_as_promised(sol: Caller, rosa: Caller) -> None:
    path = f"/v1/requests/{uuid(1)}"
    filed = [sol.ask("PUT", path, REQUEST, json=body()) for _ in range(2)]
    assert [answer.status_code for answer in filed] == [201, 200]
    refused = [
        sol.ask("PUT", path, REQUEST, json=body(note="otra")),
        sol.ask("PUT", f"/v1/requests/{uuid(2)}", REQUEST, json=body(uuid(902), documents=[document(b"%PDF x")])),
        sol.ask("PUT", f"/v1/requests/{uuid(2)}", REQUEST, json=body(uuid(902), fields={})),
        sol.ask("PUT", f"/v1/requests/{uuid(2)}", REQUEST, json=body(uuid(700))),
        sol.ask("PUT", f"/v1/requests/{uuid(2)}", REQUEST, json=body()),
        sol.ask("PUT", f"/v1/requests/{uuid(2)}", REQUEST, json={}),
    ]
    assert codes(*refused) == [
        (422, "other-body"), (422, "missing-attachments"), (422, "invalid-legajo"), (409, "record-changed"),
        (409, "request-open"), (422, "invalid-request"),
    ]  # fmt: skip
    given = {"numero": "MPT-2026-EXT-1", "clave": "K1", "fecha": None}
    made = sol.ask("PUT", f"{path}/expediente", f"{REQUEST}/expediente", json=given).json()["request"]
    shown = rosa.ask("GET", f"/v1/office/requests/{uuid(1)}", "/v1/office/requests/{uuid}")
    assert shown.json()["request"] == made
    assert codes(decide(rosa, made, "observar", 50), decide(rosa, filed[0].json()["request"], "tomar", 51)) == [
        (422, "reason-missing"), (409, "changed-meanwhile"),
    ]  # fmt: skip
    assert decide(rosa, made, "atender", 52).status_code == 200
    ended = [
        sol.ask("PUT", f"{path}/cancellation", f"{REQUEST}/cancellation", json={}),
        sol.ask("PUT", f"{path}/expediente", f"{REQUEST}/expediente", json=given | {"clave": "K2"}),
        sol.ask("PUT", f"/v1/requests/{uuid(9)}/cancellation", f"{REQUEST}/cancellation", json={}),
        decide(rosa, made, "rechazar", 53, "Tarde"),
    ]
    assert codes(*ended) == [(409, "already-decided")] * 2 + [(404, "not-found"), (409, "already-decided")]


def test_the_office_answers_as_promised(sol: Caller, rosa: Caller) -> None:
    made = sol.ask("PUT", f"/v1/requests/{uuid(5)}", REQUEST, json=paper()).json()["request"]
    found = rosa.ask("POST", "/v1/office/searches", json={"text": "sol", "state": "en_solicitud"}).json()
    assert uuid(5) in {row["uuid"] for row in found["requests"]}
    assert decide(rosa, made, "atender", 60).status_code == 200
    path, template = f"/v1/office/blobs/{sha(PDF)}", "/v1/office/blobs/{sha256}"
    answers = [rosa.ask("GET", path, template, headers=more) for more in ({}, {"Range": "bytes=0-4"})]
    assert [answer.status_code for answer in answers] == [200, 206]
    assert rosa.ask("GET", "/v1/office/blobs/x", template).status_code == 404
    assert codes(sol.ask("GET", path, template), sol.ask("POST", "/v1/office/searches", json={})) == [
        (403, "not-yours"), (403, "not-yours"),
    ]  # fmt: skip


def test_the_feed_and_the_catalogue_answer_as_promised(sol: Caller, rosa: Caller) -> None:
    made = sol.ask("PUT", f"/v1/requests/{uuid(6)}", REQUEST, json=paper("informe_escalafonario")).json()["request"]
    assert decide(rosa, made, "atender", 70).status_code == 200
    rosa.ask("GET", f"/v1/office/requests/{uuid(6)}", "/v1/office/requests/{uuid}")
    kinds = {change["kind"] for change in sol.ask("GET", "/v1/sync").json()["changes"]}
    assert kinds == {"person", "legajo_record", "paper", "request", "look"}
    assert rosa.ask("GET", "/v1/sync").json()["changes"][0]["person"]["oficina"]["codigo"] == "210011"
    held = sol.ask("GET", "/v1/legajo-catalogue")
    again = sol.ask("GET", "/v1/legajo-catalogue", headers={"If-None-Match": held.headers["etag"]})
    assert (held.status_code, again.status_code) == (200, 304)


def test_the_feed_of_the_office_its_trace_and_its_roles_answer_as_promised(sol: Caller, rosa: Caller) -> None:
    sol.ask("PUT", f"/v1/requests/{uuid(8)}", REQUEST, json=body(uuid(908)))
    page = rosa.ask("GET", "/v1/office/sync")
    assert {change["kind"] for change in page.json()["changes"]} == {"case", "servant"}
    rest = {"since": page.json()["cursor"]}
    tag = {"If-None-Match": page.headers["etag"]}
    assert rosa.ask("GET", "/v1/office/sync", params=rest, headers=tag).status_code == 304
    reasons = rosa.ask("GET", "/v1/office/reasons")
    again = rosa.ask("GET", "/v1/office/reasons", headers={"If-None-Match": reasons.headers["etag"]})
    assert (reasons.status_code, again.status_code) == (200, 304)
    look = {"uuid": uuid(80), "doc_numero": SOL.doc_numero, "why": "legajo", "what": "", "at": "2026-11-10T10:00:00Z"}
    assert rosa.ask("POST", "/v1/office/looks", json={"looks": [look]}).status_code == 200
    roles = rosa.ask("POST", "/v1/office/roles", json={"doc_numero": SOL.doc_numero, "roles": ["mesa_partes"]}).json()
    assert (len(roles["people"]), len(roles["changes"])) == (2, 1)
    assert rosa.ask("GET", "/v1/office/roles").json() == roles
    refused = [
        rosa.ask("GET", "/v1/office/sync", params={"since": "x"}),
        sol.ask("GET", "/v1/office/roles"),
        rosa.ask("POST", "/v1/office/roles", json={"doc_numero": ROSA.doc_numero, "roles": ["escalafon"]}),
        rosa.ask("POST", "/v1/office/roles", json={"doc_numero": "0", "roles": ["escalafon"]}),
    ]
    assert codes(*refused) == [
        (422, "bad-cursor"), (403, "not-yours"), (409, "last-administrator"), (404, "not-found"),
    ]  # fmt: skip


def test_documents_for_packets_answer_as_promised(sol: Caller, rosa: Caller) -> None:
    wanted = {
        "doc_numero": SOL.doc_numero,
        "kinds": ["hoja_de_vida", "boletas"],
        "desde": "2026-01",
        "hasta": "2026-12",
    }
    told = rosa.ask("POST", "/v1/office/papers", json=wanted)
    assert told.status_code == 200
    assert {row["kind"] for row in (*told.json()["papers"], *told.json()["missing"])} == {"hoja_de_vida", "boletas"}
    refused = [
        sol.ask("POST", "/v1/office/papers", json=wanted),
        rosa.ask("POST", "/v1/office/papers", json=wanted | {"doc_numero": "0"}),
        rosa.ask("POST", "/v1/office/papers", json=wanted | {"hasta": "2025-01"}),
    ]
    assert codes(*refused) == [(403, "not-yours"), (404, "not-found"), (422, "invalid-request")]
