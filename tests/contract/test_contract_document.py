"""The committed OpenAPI document is the generated one, and what a running server answers has the shapes it promises."""

from collections.abc import Iterator
from dataclasses import fields
from datetime import date
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from central import contract
from central.app import create_app
from central.describing import contract_text
from central.faults import Faults, status
from central.problems import KINDS
from central.publishing import Publisher
from central.records import Concept, PayDay, Person
from central.server import Server
from central.settings import CHEAP, Settings
from central.store import Store
from documents.payslip import ConceptLine, Holder, Payslip, PayslipClass, Period
from tests.contract.checking import COMMITTED, DOCUMENT, Caller

PERSON = Person(doc_tipo="DNI", doc_numero="99900071", apellidos="ÑAHUI", nombres="SOL", correo="sol@correo.pe")


def a_payslip(number: int, **changes: Any) -> Payslip:
    """Every optional member filled, unless changed."""
    texts = {field.name: f"texto {field.name}" for field in fields(Payslip)}
    members: dict[str, Any] = {
        "id": f"00000000-0000-4000-8000-{number:012d}", "clase": PayslipClass.JUDICIAL, "periodo": Period(2026, 5),
        "secuencia": number, "doc_numero": PERSON.doc_numero, "horas": 30, "afp_cfija": 1, "afp_cvariable": 2,
        "afp_seguro": 3, "haberes": (ConceptLine("rim", 5),), "descuentos": (), "total_haberes": 5,
        "total_descuentos": 0, "liquido": 5, "monto_imponible": 5, "mensajes": ("hola",),
        "titular": Holder("99900072", "RÍOS", "JOSÉ"),
    }  # fmt: skip
    days = ("fecha_pago", "fecha_nacimiento", "fecha_registro_ingreso", "fecha_registro_termino", "f_afiliacion",
            "f_devengue")  # fmt: skip
    return Payslip(**(texts | members | dict.fromkeys(days, date(2026, 5, 13)) | changes))


@pytest.fixture(scope="module")
def faults() -> Faults:
    return Faults()


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with Store(f"sqlite:///{tmp_path_factory.mktemp('central') / 'central.db'}") as opened:
        yield opened


@pytest.fixture(scope="module")
def office(store: Store) -> Publisher:
    made = Publisher(store, cost=CHEAP)
    made.add_person(PERSON, "sol", "quinua-de-altura")
    nothing = dict.fromkeys(("fecha_pago", "fecha_nacimiento", "horas", "afp_cfija", "f_devengue", "titular"))
    made.publish_payslips([a_payslip(1)], draw=lambda _: b"%PDF-1.7 contract")
    made.publish_payslips([a_payslip(2, **nothing)])
    made.publish_pay_days([PayDay(periodo=Period(2026, 5), fecha=date(2026, 5, 13))])
    made.publish_concepts([Concept(codigo="rim", nombre="RIM", explicacion="…", norma="", desde=Period(2012, 1))])
    return made


@pytest.fixture(scope="module")
def server(store: Store, office: Publisher, faults: Faults) -> Iterator[Server]:
    settings = Settings(captcha=True, captcha_text=lambda: "ACDE7", password_cost=CHEAP)
    with Server(create_app(settings, store, faults=faults)) as running:
        yield running


@pytest.fixture
def caller(server: Server) -> Caller:
    return Caller(server)


def test_the_committed_document_is_the_generated_one() -> None:
    with Store("sqlite://") as store:
        assert contract_text(create_app(Settings(), store)) == COMMITTED.read_text(encoding="utf-8")


def test_the_document_is_openapi_3_1_with_sound_schemas() -> None:
    assert DOCUMENT["openapi"].startswith("3.1")
    for schema in DOCUMENT["components"]["schemas"].values():
        Draft202012Validator.check_schema(schema)


def test_every_reference_in_the_document_leads_somewhere() -> None:
    def references(node: Any) -> Iterator[str]:
        if isinstance(node, dict):
            if isinstance(node.get("$ref"), str):
                yield node["$ref"]
            yield from (found for child in node.values() for found in references(child))
        elif isinstance(node, list):
            yield from (found for child in node for found in references(child))

    names = {reference.rpartition("/")[2] for reference in references(DOCUMENT)}
    assert names <= set(DOCUMENT["components"]["schemas"])
    assert set(DOCUMENT["components"]["schemas"]) - names == set()


def test_the_payslip_of_the_document_has_every_field_of_the_record() -> None:
    assert set(contract.Payslip.model_fields) == {field.name for field in fields(Payslip)} | {"pdf"}


def test_every_problem_code_is_in_the_document_or_belongs_to_no_call() -> None:
    named = {
        code.strip()
        for operations in DOCUMENT["paths"].values()
        for operation in operations.values()
        for status_, response in operation["responses"].items()
        if status_ >= "400"
        for code in response["description"].split(",")
    }
    assert named == set(KINDS) - {"method-not-allowed"}


def test_signing_in_and_out_answers_as_promised(caller: Caller) -> None:
    given = caller.sign_in().json()
    caller.ask("POST", "/v1/sessions/refresh", json={"refresh_token": given["refresh_token"]})
    caller.ask("DELETE", "/v1/sessions/current")
    assert caller.ask("POST", "/v1/sessions/refresh", json={"refresh_token": "x"}).status_code == 401
    caller.headers = {}
    assert caller.ask("DELETE", "/v1/sessions/current").status_code == 401


def test_refused_sign_ins_answer_as_promised(caller: Caller) -> None:
    assert caller.ask("POST", "/v1/sessions", json={}).status_code == 422
    seen = set()
    for _ in range(6):
        id_ = caller.ask("POST", "/v1/captchas").json()["captcha_id"]
        body = {"user": "nadie", "password": "x", "captcha_id": id_, "captcha_text": "ACDE7", "device": "x"}
        seen.add(caller.ask("POST", "/v1/sessions", json=body).status_code)
    assert seen == {401, 429}


def test_the_feed_answers_as_promised(caller: Caller, office: Publisher) -> None:
    caller.sign_in()
    page = caller.ask("GET", "/v1/sync")
    assert {change["kind"] for change in page.json()["changes"]} == {"person", "pay_day", "concept", "payslip"}
    same = caller.ask("GET", f"/v1/sync?since={page.json()['cursor']}", headers={"If-None-Match": page.headers["etag"]})
    assert same.status_code == 304
    office.publish_payslips([a_payslip(3)])
    office.withdraw_payslip(a_payslip(3).id)
    [change] = caller.ask("GET", f"/v1/sync?since={page.json()['cursor']}").json()["changes"]
    assert change == {"kind": "payslip", "id": a_payslip(3).id, "deleted": True, "payslip": None}
    assert caller.ask("GET", "/v1/sync?since=x").status_code == 422
    assert caller.ask("GET", "/v1/sync", headers={"Authorization": ""}).status_code == 401


def test_blobs_answer_as_promised(caller: Caller) -> None:
    caller.sign_in()
    pdfs = [change["payslip"]["pdf"] for change in caller.ask("GET", "/v1/sync").json()["changes"][-2:]]
    [pdf] = filter(None, pdfs)
    path, template = f"/v1/blobs/{pdf['sha256']}", "/v1/blobs/{sha256}"
    asked = [None, "bytes=3-5", "bytes=99-"]
    answers = [caller.ask("GET", path, template, headers={"Range": range_} if range_ else {}) for range_ in asked]
    assert [answer.status_code for answer in answers] == [200, 206, 416]
    assert caller.ask("GET", "/v1/blobs/x", template).status_code == 404


def test_password_resets_answer_as_promised(caller: Caller) -> None:
    id_ = caller.ask("POST", "/v1/captchas").json()["captcha_id"]
    body = {"email": "nadie@correo.pe", "captcha_id": id_, "captcha_text": "ACDE7"}
    assert caller.ask("POST", "/v1/password-resets", json=body).status_code == 202
    assert caller.ask("POST", "/v1/password-resets", json=body).status_code == 422
    template = "/v1/password-resets/{token}"
    assert caller.ask("POST", "/v1/password-resets/x", template, json={"password": "x"}).status_code == 410


def test_the_trust_list_answers_as_promised(caller: Caller) -> None:
    held = caller.ask("GET", "/v1/trust-list")
    assert held.status_code == 200
    again = caller.ask("GET", "/v1/trust-list", headers={"If-None-Match": held.headers["etag"]})
    assert again.status_code == 304


def test_health_and_its_troubles_answer_as_promised(caller: Caller, faults: Faults) -> None:
    faults.add("health", status(500), status(503, retry_after=3))
    assert [caller.ask("GET", "/v1/health").status_code for _ in range(3)] == [500, 503, 200]
