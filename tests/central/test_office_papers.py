"""Documents of the office's people for packets: what there is, what central seals, who may ask, and that it is read."""

import hashlib
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
import requests

from central.app import create_app
from central.keys.demo import demo_list
from central.legajo.archive import Archive
from central.legajo.sealing import demo_papers
from central.publishing import Publisher
from central.records import Oficina
from central.records import Person as Servant
from central.server import Server
from central.settings import CHEAP, Settings
from central.store import Store
from documents.payslip import PayslipClass, Period
from documents.seal.checking import check
from documents.seal.limits import DEFAULT
from documents.seal.verdict import VerdictCode
from tests.central.conftest import ANA, LUZ, PASSWORD, StillClock, make_payslip
from tests.central.legajo_calls import PDF, UGEL, Person, body, course, sha, uuid

JUNE = {"desde": "2026-06", "hasta": "2026-11"}


def clerk(number: int, user: str, role: str) -> Servant:
    return Servant(
        doc_tipo="DNI", doc_numero=f"9990009{number}", apellidos="ÑAHUI", nombres=user.upper(),
        correo=f"{user}@correo.pe", oficina=Oficina(UGEL, "UGEL SAN ROMÁN"), roles=(role,),
    )  # fmt: skip


@pytest.fixture
def server(store: Store, publisher: Publisher) -> Iterator[Server]:
    """Ana's payslips of five months, one of them additional, none of July; Luz belongs to another office."""
    month = [replace(make_payslip(number), periodo=Period(2026, 11).earlier(number)) for number in (0, 1, 2, 3, 5)]
    extra = replace(make_payslip(9), periodo=Period(2026, 10), clase=PayslipClass.ADDITIONAL, secuencia=1)
    luz = {"doc_numero": LUZ.doc_numero, "apellidos": LUZ.apellidos, "nombres": LUZ.nombres, "codigo_ugel": "210002"}
    publisher.publish_payslips([*month, extra, replace(make_payslip(20), **luz)], draw=lambda one: one.id.encode())
    for number, (user, role) in enumerate((("rosa", "escalafon"), ("paz", "planillas"), ("sol", "mesa_partes"))):
        publisher.add_person(clerk(number, user, role), user, PASSWORD)
    Archive(store).file_records(ANA.doc_numero, [course(uuid(500))])
    settings = Settings(captcha=False, password_cost=CHEAP, clock=StillClock(), make_paper=demo_papers())
    with Server(create_app(settings, store)) as running:
        yield running


@pytest.fixture
def rosa(server: Server) -> Person:
    return Person.sign_in(server, "rosa")


def asked(who: Person, *kinds: str, **more: Any) -> requests.Response:
    members = {"doc_numero": ANA.doc_numero, "kinds": kinds, **JUNE, **more}
    return who.ask("POST", "/v1/office/papers", json=members)


def fetched(who: Person, row: dict[str, Any]) -> bytes:
    answer = who.ask("GET", f"/v1/office/blobs/{row['sha256']}")
    assert answer.status_code == 200
    return answer.content


def test_payslips_of_the_months_come_in_order_and_can_be_fetched(rosa: Person) -> None:
    told = asked(rosa, "boletas").json()
    months = [(row["periodo"], row["secuencia"]) for row in told["papers"]]
    assert months == [("2026-06", 0), ("2026-08", 0), ("2026-09", 0), ("2026-10", 0), ("2026-10", 1), ("2026-11", 0)]
    assert told["missing"] == []
    row = told["papers"][0]
    assert hashlib.sha256(fetched(rosa, row)).hexdigest() == row["sha256"]
    only = asked(rosa, "boletas", months=[10]).json()["papers"]
    assert [row["periodo"] for row in only] == ["2026-10", "2026-10"]


def test_what_is_missing_is_sealed_once_and_the_person_has_it_too(rosa: Person, server: Server) -> None:
    kinds = ("constancia", "hoja_de_vida", "informe_escalafonario")
    told = asked(rosa, *kinds, reason="concurso").json()
    assert sorted(row["kind"] for row in told["papers"]) == sorted(kinds)
    assert asked(rosa, *kinds).json()["papers"] == told["papers"]
    for row in told["papers"]:
        verdict = check(
            fetched(rosa, row), name="papel.pdf", trust=demo_list(), now=StillClock()(), copies=None, limits=DEFAULT
        )
        assert verdict.code is VerdictCode.AUTENTICA
    ana = Person.sign_in(server, "ana")
    papers = {change["paper"]["pdf"]["sha256"] for change in ana.changes() if change["kind"] == "paper"}
    assert papers == {row["sha256"] for row in told["papers"]}


def test_sustentos_are_those_of_open_requests_or_of_the_one_named(rosa: Person, server: Server) -> None:
    ana = Person.sign_in(server, "ana")
    ana.upload()
    filed = ana.file(1, body()).json()["request"]
    assert [row["sha256"] for row in asked(rosa, "sustentos").json()["papers"]] == [sha(PDF)]
    assert asked(rosa, "sustentos", request=filed["code"]).json()["papers"][0]["numero"] == filed["code"]
    none = asked(rosa, "sustentos", request="SOL-1999-000001").json()
    assert (none["papers"], none["missing"]) == ([], [{"kind": "sustentos", "code": "none"}])


def test_roles_and_offices_keep_people_s_files_apart(rosa: Person, server: Server) -> None:
    paz, sol, ana = (Person.sign_in(server, user) for user in ("paz", "sol", "ana"))
    assert asked(paz, "boletas", "constancia").status_code == 200
    refused = [
        asked(paz, "hoja_de_vida"), asked(sol, "boletas"), asked(ana, "boletas"),
        asked(rosa, "boletas", doc_numero=LUZ.doc_numero), asked(rosa, "boletas", doc_numero="00000000"),
    ]  # fmt: skip
    assert [(one.status_code, one.json()["code"]) for one in refused] == [
        (403, "not-yours"), (403, "not-yours"), (403, "not-yours"), (404, "not-found"), (404, "not-found"),
    ]  # fmt: skip
    wrong = [asked(rosa, "boletas", hasta="2020-01"), asked(rosa), asked(rosa, "boletas", desde="2026-13")]
    assert [one.status_code for one in wrong] == [422] * 3
    sheet = asked(rosa, "hoja_de_vida").json()["papers"][0]
    assert paz.ask("GET", f"/v1/office/blobs/{sheet['sha256']}").status_code == 404


def test_the_person_reads_who_asked_and_what_for(rosa: Person, server: Server) -> None:
    row = asked(rosa, "boletas", reason="reasignación").json()["papers"][0]
    fetched(rosa, row)
    looks = [each["look"] for each in Person.sign_in(server, "ana").changes() if each["kind"] == "look"]
    assert [(look["who"], look["why"], look["what"]) for look in looks] == [
        ("ROSA ÑAHUI", "paquete", "boletas (2026-06 a 2026-11): reasignación")
    ]


def test_a_payslip_is_not_read_before_its_list_was_asked_for(rosa: Person) -> None:
    name = hashlib.sha256(b"00000000-0000-4000-8000-000000000000").hexdigest()
    assert rosa.ask("GET", f"/v1/office/blobs/{name}").status_code == 404
    asked(rosa, "boletas")
    assert rosa.ask("GET", f"/v1/office/blobs/{name}").status_code == 200
