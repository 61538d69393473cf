"""An office sees the requests of its people only, decides each once, and what it grants is in the legajo at once."""

import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
import requests

from central.app import create_app
from central.faults import Faults, lost_answer
from central.legajo.archive import Archive
from central.legajo.papers import MadePaper, PaperOrder
from central.legajo.sealing import demo_papers
from central.publishing import Publisher
from central.records import Oficina, Paper
from central.records import Person as Servant
from central.server import Server
from central.settings import CHEAP, Settings
from central.store import Store
from documents.page_text import page_texts
from documents.payslip import Period
from tests.central.conftest import StillClock, make_payslip
from tests.central.legajo_calls import COURSE, PASSWORD, PDF, UGEL, Person, body, course, document, paper, sha, uuid

ANA, LUZ = "99900001", "99900002"
PAPER = b"%PDF-1.7 hoja de vida"
CLERKS = ("rosa", "juan")


def clerk(number: int, name: str, codigo: str = UGEL) -> Servant:
    office = Oficina(codigo, "UGEL SAN ROMÁN")
    return Servant(
        doc_tipo="DNI", doc_numero=f"9990009{number}", apellidos="ÑAHUI", nombres=name.upper(),
        correo=f"{name}@correo.pe", oficina=office,
    )  # fmt: skip


@pytest.fixture
def offices(publisher: Publisher) -> None:
    """Ana belongs to San Román, Luz elsewhere; two people work for San Román and one for Azángaro."""
    publisher.publish_payslips([make_payslip(1), replace(make_payslip(2), doc_numero=LUZ, codigo_ugel="210002")])
    for number, name in enumerate(CLERKS):
        publisher.add_person(clerk(number, name), name, PASSWORD)
    publisher.add_person(clerk(5, "otra", "210002"), "otra", PASSWORD)


def make_paper(order: PaperOrder) -> MadePaper:
    assert (order.person.nombres, order.office.codigo, order.who) == ("ANA", UGEL, "ROSA ÑAHUI")
    made = Paper(
        id=order.request, kind=order.kind, titulo=f"Hoja de vida de {len(order.records)} registros", numero="",
        emitido=date(2026, 11, 13), vigente_hasta=None, request=order.request,
    )  # fmt: skip
    return MadePaper(made, PAPER)


@pytest.fixture
def office_server(store: Store, faults: Faults, offices: None) -> Iterator[Server]:
    assert offices is None
    settings = Settings(captcha=False, password_cost=CHEAP, make_paper=make_paper)
    with Server(create_app(settings, store, faults=faults)) as running:
        yield running


@pytest.fixture
def ana(office_server: Server) -> Person:
    person = Person.sign_in(office_server, "ana")
    person.upload()
    return person


@pytest.fixture
def rosa(office_server: Server) -> Person:
    return Person.sign_in(office_server, "rosa")


@pytest.fixture
def juan(office_server: Server) -> Person:
    return Person.sign_in(office_server, "juan")


@pytest.fixture
def archive(store: Store) -> Archive:
    return Archive(store)


def filed(person: Person, number: int = 1, **changes: Any) -> dict[str, Any]:
    answer = person.file(number, body(uuid(900 + number), **changes))
    assert answer.status_code == 201
    return dict(answer.json()["request"])


def search(person: Person, **wanted: Any) -> list[str]:
    rows = person.ask("POST", "/v1/office/searches", json=wanted).json()["requests"]
    return [row["uuid"] for row in rows]


def test_roles_and_office_come_with_the_person_and_only_for_those_who_have_them(rosa: Person, ana: Person) -> None:
    assert rosa.changes()[0]["person"]["roles"] == ["escalafon"]
    assert rosa.changes()[0]["person"]["oficina"] == {"codigo": UGEL, "nombre": "UGEL SAN ROMÁN"}
    assert "roles" not in ana.changes()[0]["person"]
    signed_in = {"user": "rosa", "password": PASSWORD, "device": "x"}
    given = rosa.ask("POST", "/v1/sessions", json=signed_in).json()["person"]
    assert (given["roles"], given["oficina"]["codigo"]) == (["escalafon"], UGEL)
    assert "roles" not in rosa.ask("POST", "/v1/sessions", json=signed_in | {"user": "ana"}).json()["person"]


def test_people_without_the_role_are_turned_away_from_every_call(ana: Person, rosa: Person) -> None:
    made = filed(ana)
    answers = [
        ana.ask("POST", "/v1/office/searches", json={}),
        ana.ask("GET", f"/v1/office/requests/{uuid(1)}"),
        ana.ask("GET", f"/v1/office/blobs/{sha(PDF)}"),
        ana.decide(made, "atender", 50),
    ]
    assert [(answer.status_code, answer.json()["code"]) for answer in answers] == [(403, "not-yours")] * 4
    assert search(rosa) == [uuid(1)]


def test_an_office_sees_the_people_of_its_ugel_and_no_others(office_server: Server, ana: Person, rosa: Person) -> None:
    luz, otra = Person.sign_in(office_server, "luz"), Person.sign_in(office_server, "otra")
    luz.upload(b"%PDF-1.7 luz")
    made = filed(luz, 2, documents=[document(b"%PDF-1.7 luz")])
    filed(ana)
    assert (search(rosa), search(otra)) == ([uuid(1)], [uuid(2)])
    assert rosa.ask("GET", f"/v1/office/requests/{uuid(2)}").status_code == 404
    assert rosa.ask("GET", f"/v1/office/blobs/{sha(b'%PDF-1.7 luz')}").status_code == 404
    assert rosa.decide(made, "atender", 50).status_code == 404
    assert otra.ask("GET", f"/v1/office/blobs/{sha(b'%PDF-1.7 luz')}").content == b"%PDF-1.7 luz"


def test_a_person_who_moves_is_seen_by_the_new_office(publisher: Publisher, ana: Person, rosa: Person) -> None:
    filed(ana)
    later = replace(make_payslip(3), periodo=Period(2026, 12), codigo_ugel="210002")
    older = replace(make_payslip(4), periodo=Period(2020, 5), codigo_ugel=UGEL)
    publisher.publish_payslips([later])
    publisher.publish_payslips([older])
    assert search(rosa) == []


def test_nobody_of_an_office_sees_or_decides_their_own(publisher: Publisher, rosa: Person, juan: Person) -> None:
    publisher.publish_payslips([replace(make_payslip(7), doc_numero="99900090")])
    rosa.upload()
    made = filed(rosa)
    assert (search(rosa), search(juan)) == ([], [uuid(1)])
    assert rosa.decide(made, "atender", 50).status_code == 404


def test_an_office_reads_documents_of_requests_and_legajos_but_no_payslip(
    ana: Person, rosa: Person, archive: Archive, publisher: Publisher
) -> None:
    kept, drawn = b"%PDF-1.7 filed", b"%PDF-1.7 boleta"
    archive.file_records(ANA, [course(uuid(800), content=kept)], {sha(kept): kept})
    publisher.publish_payslips([make_payslip(9)], draw=lambda _: drawn)
    assert rosa.ask("GET", f"/v1/office/blobs/{sha(PDF)}").status_code == 404  # sent, asked for nothing yet
    filed(ana)
    part = rosa.ask("GET", f"/v1/office/blobs/{sha(PDF)}", headers={"Range": "bytes=5-9"})
    assert (part.status_code, part.content) == (206, PDF[5:10])
    assert rosa.ask("GET", f"/v1/office/blobs/{sha(kept)}").content == kept
    assert rosa.ask("GET", f"/v1/office/blobs/{sha(drawn)}").status_code == 404
    assert rosa.ask("GET", f"/v1/blobs/{sha(PDF)}").status_code == 404


def test_the_list_is_by_deadline_found_by_words_and_state_and_comes_in_pages(ana: Person, rosa: Person) -> None:
    for number in range(53):
        filed(ana, number)
    ana.put(f"/v1/requests/{uuid(0)}/cancellation", {})
    page = rosa.ask("POST", "/v1/office/searches", json={}).json()
    rest = rosa.ask("POST", "/v1/office/searches", json={"after": page["next"]}).json()
    rows = page["requests"] + rest["requests"]
    assert (len(page["requests"]), rest["next"]) == (50, None)
    assert sorted(row["uuid"] for row in rows) == sorted(uuid(number) for number in range(53))
    assert rows[-1]["uuid"] == uuid(0)  # what is settled comes last
    assert rows[0]["person"] == {
        "doc_tipo": "DNI", "doc_numero": ANA, "apellidos": "ÑAUPARI QUISPE", "nombres": "ANA",
    }  # fmt: skip
    assert search(rosa, text="naupari 000008") == [uuid(7)]
    assert search(rosa, text="%") == []
    assert search(rosa, state="anulado") == [uuid(0)]
    assert rosa.ask("POST", "/v1/office/searches", json={"after": "!"}).json()["code"] == "invalid-request"


def test_attending_files_the_record_with_its_document_and_the_feed_brings_both(ana: Person, rosa: Person) -> None:
    made = filed(ana)
    mark = ana.mark()
    decided = rosa.decide(made, "atender", 50).json()["request"]
    assert (decided["state"], decided["attended_by"], decided["deadline"]) == ("atendido", "ROSA ÑAHUI", None)
    record, request = ana.changes(mark)
    assert request["request"] == decided
    assert (record["legajo_record"]["version"], record["legajo_record"]["fields"]) == (1, COURSE)
    assert record["legajo_record"]["documents"] == [document()]
    assert record["legajo_record"]["registered"] == record["legajo_record"]["updated"] != None  # noqa: E711
    assert ana.ask("GET", f"/v1/blobs/{sha(PDF)}").content == PDF


def test_a_granted_change_counts_the_version_and_a_granted_removal_leaves_a_tombstone(
    ana: Person, rosa: Person, archive: Archive
) -> None:
    archive.file_records(ANA, [course(uuid(901), 4)])
    change = filed(ana, 1, action="modificar", base_version=4, fields=COURSE | {"materia": "Escritura"})
    mark = ana.mark()
    shown = rosa.ask("GET", f"/v1/office/requests/{uuid(1)}").json()
    assert (shown["current"]["version"], shown["current"]["fields"]["materia"]) == (4, COURSE["materia"])
    rosa.decide(change, "atender", 50)
    assert [change["kind"] for change in ana.changes(mark)] == ["look", "legajo_record", "request"]
    record = ana.changes(mark)[1]["legajo_record"]
    assert (record["version"], record["fields"]["materia"], record["registered"]) == (5, "Escritura", "2023-08-01")
    gone = ana.file(2, body(uuid(901), action="retirar", base_version=5, documents=[])).json()["request"]
    mark = ana.mark()
    rosa.decide(gone, "atender", 51)
    assert ana.changes(mark)[0] == {
        "kind": "legajo_record", "id": uuid(901), "deleted": True, "legajo_record": None,
    }  # fmt: skip
    assert rosa.ask("GET", f"/v1/office/requests/{uuid(2)}").json()["current"] is None


def test_a_request_that_can_have_no_effect_any_more_is_not_attended(
    ana: Person, rosa: Person, archive: Archive
) -> None:
    archive.file_records(ANA, [course(uuid(901), 1)])
    made = filed(ana, 1, action="modificar", base_version=1)
    archive.file_records(ANA, [course(uuid(901), 2)])
    mark = ana.mark()
    answer = rosa.decide(made, "atender", 50)
    assert (answer.status_code, answer.json()["code"]) == (409, "record-changed")
    assert ana.changes(mark) == []
    assert rosa.decide(made, "rechazar", 51, "El registro cambió").status_code == 200


def test_an_observation_says_why_gives_five_working_days_and_is_mended_by_another_request(
    ana: Person, rosa: Person
) -> None:
    made = filed(ana)
    assert rosa.decide(made, "observar", 50, "  ").json()["code"] == "reason-missing"
    observed = rosa.decide(made, "observar", 51, "Falta el reverso").json()["request"]
    assert (observed["state"], observed["reason"]) == ("observado", "Falta el reverso")
    assert observed["history"][-1]["note"] == "Falta el reverso"
    assert date.fromisoformat(observed["deadline"]) > date.fromisoformat(observed["changed_at"][:10])
    mark = ana.mark()
    mended = ana.file(2, body(uuid(901), replaces=uuid(1))).json()["request"]
    assert mended["replaces"] == uuid(1)
    assert [(change["id"], change["request"]["state"]) for change in ana.changes(mark)] == [
        (uuid(1), "anulado"), (uuid(2), "en_solicitud"),
    ]  # fmt: skip
    again = ana.file(3, body(uuid(901), replaces=uuid(1)))
    assert (again.status_code, again.json()["code"]) == (409, "already-decided")


def test_a_rejected_request_stays_rejected_when_it_is_mended(ana: Person, rosa: Person) -> None:
    made = filed(ana)
    rejected = rosa.decide(made, "rechazar", 50, "No es del legajo").json()["request"]
    assert (rejected["state"], rejected["reason"], rejected["attended_by"]) == (
        "rechazado", "No es del legajo", "ROSA ÑAHUI",
    )  # fmt: skip
    assert ana.put(f"/v1/requests/{uuid(1)}/cancellation", {}).json()["request"]["state"] == "rechazado"
    mark = ana.mark()
    assert ana.file(2, body(uuid(901), replaces=uuid(1))).status_code == 201
    assert [change["id"] for change in ana.changes(mark)] == [uuid(2)]


def test_the_same_decision_again_gives_the_same_answer_and_does_nothing(
    ana: Person, rosa: Person, juan: Person, faults: Faults
) -> None:
    made = filed(ana)
    faults.add("decision", lost_answer)
    with pytest.raises(requests.exceptions.ConnectionError):
        rosa.decide(made, "observar", 50, "Falta algo")
    mark = ana.mark()
    first, second = (rosa.decide(made, "observar", 50, "Falta algo") for _ in range(2))
    assert (first.status_code, first.json()) == (200, second.json())
    rosa.decide(first.json()["request"], "atender", 51)
    assert rosa.decide(made, "observar", 50, "Falta algo").json() == first.json()
    assert rosa.decide(made, "observar", 50, "Otra cosa").json()["code"] == "other-body"
    assert juan.decide(made, "observar", 50, "Falta algo").json()["code"] == "other-body"
    assert len(ana.changes(mark)) == 2


def test_what_somebody_has_taken_others_cannot_decide_until_it_is_left(ana: Person, rosa: Person, juan: Person) -> None:
    made = filed(ana)
    taken = rosa.decide(made, "tomar", 50).json()["request"]
    assert (taken["taken_by"], taken["state"]) == ("ROSA ÑAHUI", "en_solicitud")
    for number, (seen, action) in enumerate(((taken, "atender"), (taken, "soltar"), (made, "tomar"))):
        answer = juan.decide(seen, action, 60 + number)
        assert (answer.status_code, answer.json()["code"]) == (409, "changed-meanwhile")
        assert answer.json()["request"] == taken
    left = rosa.decide(taken, "soltar", 51).json()["request"]
    assert left["taken_by"] == ""
    assert juan.decide(left, "atender", 63).json()["request"]["attended_by"] == "JUAN ÑAHUI"


def test_a_decision_on_what_the_person_cancelled_is_refused(ana: Person, rosa: Person) -> None:
    made = filed(ana)
    ana.put(f"/v1/requests/{uuid(1)}/cancellation", {})
    answer = rosa.decide(made, "atender", 50)
    assert (answer.status_code, answer.json()["code"]) == (409, "already-decided")
    assert answer.json()["request"]["state"] == "anulado"


def test_a_change_of_the_expediente_is_news_to_whoever_decides(ana: Person, rosa: Person) -> None:
    made = filed(ana)
    ana.put(f"/v1/requests/{uuid(1)}/expediente", {"numero": "MPT-1", "clave": "", "fecha": None})
    assert rosa.decide(made, "tomar", 50).json()["code"] == "changed-meanwhile"


def test_of_two_people_who_decide_at_once_one_wins(ana: Person, rosa: Person, juan: Person) -> None:
    made = filed(ana)
    mark = ana.mark()
    together = threading.Barrier(2)

    def decide(who: Person, action: str, number: int) -> int:
        together.wait(10)
        return who.decide(made, action, number, "Un motivo").status_code

    with ThreadPoolExecutor(2) as pool:
        codes = pool.map(decide, (rosa, juan), ("atender", "rechazar"), (50, 51))
    assert sorted(codes) == [200, 409]
    last = ana.changes(mark)[-1]["request"]
    assert len(last["history"]) == 2
    assert last["state"] in {"atendido", "rechazado"}


def test_attending_a_request_for_a_paper_publishes_it_with_its_file(
    ana: Person, rosa: Person, archive: Archive
) -> None:
    archive.file_records(ANA, [course(uuid(901)), course(uuid(902))])
    made = ana.file(1, paper()).json()["request"]
    mark = ana.mark()
    assert rosa.decide(made, "atender", 50).json()["request"]["state"] == "atendido"
    published, request = ana.changes(mark)
    assert published["paper"] == {
        "id": uuid(1), "kind": "hoja_de_vida", "titulo": "Hoja de vida de 2 registros", "numero": "",
        "emitido": "2026-11-13", "vigente_hasta": None, "request": uuid(1),
        "pdf": {"sha256": sha(PAPER), "size": len(PAPER)}, "replaced_by": "",
    }  # fmt: skip
    assert request["request"]["state"] == "atendido"
    assert ana.ask("GET", f"/v1/blobs/{sha(PAPER)}").content == PAPER
    again = ana.file(2, paper()).json()["request"]
    mark = ana.mark()
    rosa.decide(again, "atender", 51)
    papers = {one["paper"]["id"]: one["paper"]["replaced_by"] for one in ana.changes(mark) if one["kind"] == "paper"}
    assert papers == {uuid(1): uuid(2), uuid(2): ""}, "the one before is told to be replaced, and stays readable"
    assert ana.ask("GET", f"/v1/blobs/{sha(PAPER)}").content == PAPER


def test_a_paper_that_nobody_can_make_waits(store: Store, offices: None) -> None:
    assert offices is None
    with Server(create_app(Settings(captcha=False, password_cost=CHEAP), store)) as server:
        ana, rosa = Person.sign_in(server, "ana"), Person.sign_in(server, "rosa")
        made = ana.file(1, paper()).json()["request"]
        answer = rosa.decide(made, "atender", 50)
        assert (answer.status_code, answer.json()["code"]) == (503, "busy")
        assert rosa.ask("GET", f"/v1/office/requests/{uuid(1)}").json()["request"]["state"] == "en_solicitud"


def test_the_papers_of_the_demonstration_are_sealed_and_an_informe_is_good_for_six_months(
    store: Store, archive: Archive, offices: None
) -> None:
    assert offices is None
    archive.file_records(ANA, [course(uuid(901))])
    clock = StillClock()
    settings = Settings(captcha=False, password_cost=CHEAP, make_paper=demo_papers(), clock=clock)
    with Server(create_app(settings, store)) as server:
        ana, rosa = Person.sign_in(server, "ana"), Person.sign_in(server, "rosa")
        made = ana.file(1, paper("informe_escalafonario", note="Reasignación")).json()["request"]
        mark = ana.mark()
        assert rosa.decide(made, "atender", 50).status_code == 200
        published = ana.changes(mark)[0]["paper"]
        assert (published["numero"], published["emitido"]) == ("000001-2026", "2026-11-13")
        assert published["vigente_hasta"] == "2027-05-13"
        pdf = ana.ask("GET", f"/v1/blobs/{published['pdf']['sha256']}").content
    text = " ".join(page_texts(pdf))
    assert "PRUEBA" in text
    assert "Lectura en aulas multigrado" in text
