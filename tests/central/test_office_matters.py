"""What each role of an office sees of requests, and what a mesa de partes registers; the rest is refused."""

from collections.abc import Iterator
from typing import Any

import pytest

from central.app import create_app
from central.publishing import Publisher
from central.server import Server
from central.settings import CHEAP, Settings
from central.store import Store
from tests.central.conftest import ANA, PASSWORD, StillClock, make_payslip
from tests.central.legajo_calls import COURSE, PDF, Person, document, paper, sha, uuid
from tests.central.test_office_feed import clerk, filed, looks, named, walk

NUMBER = {"numero": "MPT-FUT2026-EXT-77", "clave": "", "fecha": "2026-11-11"}
PAY = {
    "concepto": "pago_indebido", "importe": "150.00", "fecha_beneficio": "2025-03-01",
    "numero_resolucion": "RD N° 12-2025-UGEL", "fecha_resolucion": "2025-03-01",
}  # fmt: skip
SECRET = b"%PDF-1.7\n" + bytes(9_000)


@pytest.fixture
def clock() -> StillClock:
    return StillClock()


@pytest.fixture
def server(store: Store, publisher: Publisher, clock: StillClock) -> Iterator[Server]:
    publisher.publish_payslips([make_payslip(1)])
    staff = {
        "rosa": "escalafon",
        "paz": "planillas",
        "mesa": "mesa_partes",
        "otro": "mesa_partes",
        "sol": "administrador",
    }
    for number, (user, role) in enumerate(staff.items()):
        publisher.add_person(clerk(number, user, role), user, PASSWORD)
    settings = Settings(captcha=False, password_cost=CHEAP, clock=clock, access_seconds=10**7)
    with Server(create_app(settings, store)) as running:
        yield running


@pytest.fixture
def ana(server: Server) -> Person:
    person = Person.sign_in(server, "ana")
    person.upload()
    person.upload(SECRET)
    return person


def received(person: Person, request: dict[str, Any], number: int, **changes: Any) -> Any:
    reception = {"expediente": NUMBER, "folios": 3, "desk": "escalafon", "lacking": []} | changes
    members = {"action": "recibir", "seen": request["changed_at"], "reception": reception}
    return person.put(f"/v1/office/requests/{request['uuid']}/decisions/{uuid(number)}", members)


def about_pay(person: Person, number: int = 2) -> dict[str, Any]:
    changes = {"section": "V", "kind": "pago_indebido", "fields": PAY, "documents": [document(SECRET)]}
    return filed(person, number, **changes)


def test_each_role_is_given_what_is_its_matter_and_no_more(server: Server, ana: Person) -> None:
    course, pay = filed(ana, note="Me urge."), about_pay(ana)
    given = {user: walk(Person.sign_in(server, user))[0] for user in ("rosa", "paz", "mesa", "sol")}
    assert given["sol"] == []
    assert named(given["paz"]) == [("case", uuid(2), False), ("servant", ANA.doc_numero, False)]
    assert given["paz"][0]["case"]["request"] == pay
    assert given["paz"][0]["case"]["whole"]
    cover = next(one["case"] for one in given["mesa"] if one["id"] == uuid(1))
    assert (cover["whole"], cover["current"]) == (False, None)
    assert cover["request"] == course | {"fields": {}, "note": ""}
    whole = [one["case"]["whole"] for one in given["rosa"] if one["kind"] == "case"]
    assert whole == [True, True]


def test_a_mesa_de_partes_receives_and_the_person_and_the_office_read_it(server: Server, ana: Person) -> None:
    made = filed(ana)
    mesa, rosa = Person.sign_in(server, "mesa"), Person.sign_in(server, "rosa")
    _, cursor, _ = walk(rosa)
    answer = received(mesa, made, 60, lacking=["firma"])
    assert answer.status_code == 200, answer.text
    told = answer.json()["request"]
    assert (told["fields"], told["state"], told["expediente"]) == ({}, "en_solicitud", NUMBER)
    assert told["reception"]["until"] == "2026-11-17"
    assert received(mesa, made, 60, lacking=["firma"]).json() == answer.json()
    seen = walk(rosa, cursor)[0][0]["case"]["request"]
    assert seen["reception"] == told["reception"]
    assert seen["history"][-1]["note"] == (
        "Recibida en mesa de partes: expediente MPT-FUT2026-EXT-77, 3 folios. Derivada a Escalafón."
        " Falta la firma en el FUT. Puede completarlo hasta el 17/11/2026."
    )
    assert seen["deadline"] == made["deadline"]
    assert ana.put(f"/v1/requests/{uuid(1)}/expediente", NUMBER | {"numero": "OTRO"}).json()["request"] == seen
    assert rosa.decide(seen, "atender", 61).json()["request"]["state"] == "atendido"


def test_two_who_receive_one_request_never_both_win_and_the_taker_is_no_obstacle(server: Server, ana: Person) -> None:
    made = filed(ana)
    rosa, mesa, otro = (Person.sign_in(server, user) for user in ("rosa", "mesa", "otro"))
    assert rosa.decide(made, "tomar", 60).status_code == 200
    first = received(mesa, made, 61)
    assert first.status_code == 200
    late = received(otro, made, 62, expediente=NUMBER | {"numero": "78"})
    assert (late.status_code, late.json()["code"]) == (409, "changed-meanwhile")
    assert late.json()["request"]["reception"]["who"] == "MESA ÑAHUI"
    assert late.json()["request"]["fields"] == {}
    again = received(otro, late.json()["request"], 63, expediente=NUMBER | {"numero": "78"})
    assert again.json()["request"]["expediente"]["numero"] == "78"
    rosa.decide(walk(rosa)[0][0]["case"]["request"], "observar", 64, "Falta el reverso.")
    assert received(mesa, made, 65).json()["code"] == "changed-meanwhile"
    history = ana.ask("GET", "/v1/sync").json()
    notes = [one["request"]["history"][-1] for one in history["changes"] if one["kind"] == "request"]
    assert [note["note"] for note in notes] == ["Falta el reverso."]
    covers = [one["case"]["request"] for one in walk(mesa)[0] if one["kind"] == "case"]
    assert [covers[0]["reason"], *(event["note"] for event in covers[0]["history"][-1:])] == ["", ""]


def test_what_is_none_of_their_matter_is_refused(server: Server, ana: Person) -> None:
    made, pay = filed(ana), about_pay(ana)
    mesa, paz, rosa, sol = (Person.sign_in(server, user) for user in ("mesa", "paz", "rosa", "sol"))
    for person, action in ((mesa, "atender"), (mesa, "tomar"), (paz, "atender"), (paz, "recibir"), (rosa, "recibir"),
                           (sol, "recibir"), (ana, "recibir")):  # fmt: skip
        answer = received(person, pay, 70) if action == "recibir" else person.decide(pay, action, 70)
        assert (answer.status_code, answer.json()["code"]) == (403, "not-yours"), (person, action)
    assert received(mesa, made, 71, desk="planillas").json()["code"] == "invalid-request"
    assert received(mesa, made, 71, lacking=["ganas"]).json()["code"] == "invalid-request"
    assert mesa.decide(made, "recibir", 72).json()["code"] == "invalid-request"
    assert received(mesa, pay, 73, desk="planillas").json()["request"]["reception"]["desk"] == "planillas"
    ana.put(f"/v1/requests/{uuid(1)}/cancellation", {})
    assert received(mesa, made, 74).json()["code"] == "already-decided"


def test_files_and_single_requests_follow_the_same_rule_and_leave_a_trace(server: Server, ana: Person) -> None:
    filed(ana)
    about_pay(ana)
    mesa, paz = Person.sign_in(server, "mesa"), Person.sign_in(server, "paz")
    assert mesa.ask("GET", f"/v1/office/blobs/{sha(PDF)}").json()["code"] == "not-yours"
    assert paz.ask("GET", f"/v1/office/blobs/{sha(PDF)}").json()["code"] == "unknown-blob"
    assert paz.ask("GET", f"/v1/office/blobs/{sha(SECRET)}").content == SECRET
    assert paz.ask("GET", f"/v1/office/requests/{uuid(1)}").json()["code"] == "not-found"
    assert paz.ask("GET", f"/v1/office/requests/{uuid(2)}").json()["request"]["fields"] == PAY
    cover = mesa.ask("GET", f"/v1/office/requests/{uuid(2)}").json()
    assert (cover["whole"], cover["request"]["fields"]) == (False, {})
    assert sorted((look["who"], look["why"]) for look in looks(ana)) == [
        ("MESA ÑAHUI", "solicitud"), ("PAZ ÑAHUI", "documento"), ("PAZ ÑAHUI", "solicitud"),
    ]  # fmt: skip


def test_another_role_walks_anew_and_is_given_only_what_it_may_see(
    server: Server, ana: Person, publisher: Publisher
) -> None:
    filed(ana)
    about_pay(ana)
    mesa = Person.sign_in(server, "mesa")
    _, cursor, _ = walk(mesa)
    office = clerk(2, "mesa").oficina
    for roles, expected in ((("planillas",), [True]), (("planillas", "mesa_partes"), [True, False]),
                            (("administrador",), []), (("escalafon", "mesa_partes"), [True, True])):  # fmt: skip
        publisher.appoint("99900092", office, roles)
        changes, cursor, _ = walk(mesa, cursor)
        whole = sorted((one["case"]["whole"] for one in changes if one["kind"] == "case"), reverse=True)
        assert whole == expected, roles
        assert bool([one for one in changes if one["kind"] == "servant"]) == (roles != ("administrador",))


def test_who_administers_is_told_figures(server: Server, ana: Person, clock: StillClock) -> None:
    made = filed(ana)
    about_pay(ana)
    ana.file(3, paper())
    sol, mesa, rosa = (Person.sign_in(server, user) for user in ("sol", "mesa", "rosa"))
    received(mesa, made, 80)
    rosa.decide(walk(rosa)[0][0]["case"]["request"], "tomar", 81)
    counts = sol.ask("GET", "/v1/office/counts").json()
    assert counts == {"states": {"en_solicitud": 3}, "overdue": 0, "soon": 0, "unreceived": 2}
    clock.pass_seconds(13 * 86_400)
    assert sol.ask("GET", "/v1/office/counts").json()["soon"] == 3
    clock.pass_seconds(9 * 86_400)
    assert sol.ask("GET", "/v1/office/counts").json()["overdue"] == 3
    for person in (mesa, rosa, ana):
        assert person.ask("GET", "/v1/office/counts").json()["code"] == "not-yours"
    assert COURSE["materia"] not in sol.ask("GET", "/v1/office/counts").text
