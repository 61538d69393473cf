"""The office's feed brings its people and their requests and no others; every look is in the person's own feed."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from central.app import create_app
from central.legajo.archive import Archive
from central.publishing import Publisher
from central.records import Oficina
from central.records import Person as Servant
from central.server import Server
from central.settings import CHEAP, Settings
from central.store import Store
from documents.payslip import PayslipClass, Period
from tests.central.conftest import ANA, LUZ, PASSWORD, StillClock, make_payslip
from tests.central.legajo_calls import PDF, UGEL, Person, body, course, sha, uuid

OTHER = "210002"


def clerk(number: int, user: str, *roles: str, codigo: str = UGEL) -> Servant:
    return Servant(
        doc_tipo="DNI", doc_numero=f"9990009{number}", apellidos="ÑAHUI", nombres=user.upper(),
        correo=f"{user}@correo.pe", oficina=Oficina(codigo, "UGEL SAN ROMÁN"), roles=roles,
    )  # fmt: skip


@pytest.fixture
def clock() -> StillClock:
    return StillClock()


@pytest.fixture
def server(store: Store, publisher: Publisher, clock: StillClock) -> Iterator[Server]:
    """Ana belongs to San Román, Luz to Azángaro; five people work for San Román and one for Azángaro."""
    luz = {"doc_numero": LUZ.doc_numero, "apellidos": LUZ.apellidos, "nombres": LUZ.nombres, "codigo_ugel": OTHER}
    publisher.publish_payslips([make_payslip(1), replace(make_payslip(2), **luz)])
    for number, (user, role) in enumerate(
        (("rosa", "escalafon"), ("juan", "escalafon"), ("paz", "planillas"), ("sol", "administrador"))
    ):
        publisher.add_person(clerk(number, user, role), user, PASSWORD)
    publisher.add_person(clerk(5, "otra", "escalafon", codigo=OTHER), "otra", PASSWORD)
    settings = Settings(captcha=False, password_cost=CHEAP, clock=clock, office_page_size=2, access_seconds=10**6)
    with Server(create_app(settings, store)) as running:
        yield running


@pytest.fixture
def ana(server: Server) -> Person:
    person = Person.sign_in(server, "ana")
    person.upload()
    return person


@pytest.fixture
def rosa(server: Server) -> Person:
    return Person.sign_in(server, "rosa")


def page(person: Person, since: str | None = None, **headers: str) -> Any:
    return person.ask("GET", "/v1/office/sync", params={"since": since} if since else None, headers=headers)


def walk(person: Person, since: str | None = None) -> tuple[list[dict[str, Any]], str, str]:
    """All changes after a cursor, the cursor then, and the entity tag."""
    found: list[dict[str, Any]] = []
    while True:
        answer = page(person, since)
        members = answer.json()
        found += members["changes"]
        since = members["cursor"]
        if not members["more"]:
            return found, members["cursor"], answer.headers["ETag"]


def named(changes: list[dict[str, Any]]) -> list[tuple[str, str, bool]]:
    return [(change["kind"], change["id"], change["deleted"]) for change in changes]


def filed(person: Person, number: int = 1, **changes: Any) -> dict[str, Any]:
    answer = person.file(number, body(uuid(900 + number), **changes))
    assert answer.status_code == 201
    return dict(answer.json()["request"])


def looks(person: Person) -> list[dict[str, Any]]:
    return [change["look"] for change in person.changes() if change["kind"] == "look"]


def test_the_first_walk_brings_requests_and_people_and_rest_is_told_by_its_tag(ana: Person, rosa: Person) -> None:
    made = filed(ana)
    changes, cursor, etag = walk(rosa)
    assert named(changes) == [("case", uuid(1), False), ("servant", ANA.doc_numero, False)]
    assert changes[0]["case"]["request"] == made
    assert changes[0]["case"]["person"] == {
        "doc_tipo": "DNI", "doc_numero": ANA.doc_numero, "apellidos": ANA.apellidos, "nombres": ANA.nombres,
    }  # fmt: skip
    assert changes[1]["servant"] == changes[0]["case"]["person"] | {
        "codigo_modular": "1099900001", "cargo": "PROFESOR", "codigo_ie": "0000000", "institucion": "IE 70000",
        "regimen": "LEY 29944",
    }  # fmt: skip
    assert page(rosa, cursor, **{"If-None-Match": etag}).status_code == 304
    assert page(rosa, cursor).json()["changes"] == []
    assert page(rosa, "x").json()["code"] == "bad-cursor"


def test_what_becomes_of_a_request_or_of_its_record_is_news(ana: Person, rosa: Person, store: Store) -> None:
    archive = Archive(store)
    archive.file_records(ANA.doc_numero, [course(uuid(901), 1)])
    made = filed(ana, action="modificar", base_version=1)
    _, cursor, etag = walk(rosa)
    archive.file_records(ANA.doc_numero, [course(uuid(901), 2)])
    changes, cursor, _ = walk(rosa, cursor)
    assert [change["case"]["current"]["version"] for change in changes] == [2]
    assert page(rosa, cursor, **{"If-None-Match": etag}).status_code == 200
    rosa.decide(made, "tomar", 50)
    changes, cursor, _ = walk(rosa, cursor)
    assert [change["case"]["request"]["taken_by"] for change in changes] == ["ROSA ÑAHUI"]
    ana.put(f"/v1/requests/{uuid(1)}/cancellation", {})
    assert [change["case"]["request"]["state"] for change in walk(rosa, cursor)[0]] == ["anulado"]


def test_pages_are_bounded_and_every_cursor_is_a_resting_point(ana: Person, rosa: Person) -> None:
    for number in range(1, 6):
        filed(ana, number)
    sizes, since = [], None
    while since is None or sizes[-1][1]:
        members = page(rosa, since).json()
        sizes.append((len(members["changes"]), members["more"]))
        since = members["cursor"]
    assert sizes == [(2, True), (2, True), (2, False)]
    assert len({change["id"] for change in walk(rosa)[0]}) == 6


def test_who_moves_away_leaves_tombstones_and_comes_whole_to_the_other_office(
    ana: Person, rosa: Person, server: Server, publisher: Publisher
) -> None:
    filed(ana)
    otra = Person.sign_in(server, "otra")
    _, here, _ = walk(rosa)
    _, there, _ = walk(otra)
    publisher.publish_payslips([replace(make_payslip(3), periodo=Period(2026, 12), codigo_ugel=OTHER)])
    assert named(walk(rosa, here)[0]) == [("servant", ANA.doc_numero, True), ("case", uuid(1), True)]
    assert sorted(named(walk(otra, there)[0])) == [("case", uuid(1), False), ("servant", ANA.doc_numero, False)]


def test_a_new_name_or_post_is_news_and_the_same_payslip_again_is_none(
    ana: Person, rosa: Person, publisher: Publisher
) -> None:
    filed(ana)
    _, cursor, _ = walk(rosa)
    publisher.publish_payslips([replace(make_payslip(3), periodo=Period(2026, 12))])
    assert walk(rosa, cursor)[0] == []
    publisher.publish_payslips([replace(make_payslip(4), periodo=Period(2027, 1), cargo="DIRECTOR")])
    publisher.replace_person(replace(ANA, nombres="ANA LUCÍA"))
    changes, _, _ = walk(rosa, cursor)
    assert named(changes) == [("servant", ANA.doc_numero, False), ("case", uuid(1), False)]
    assert (changes[0]["servant"]["cargo"], changes[1]["case"]["person"]["nombres"]) == ("DIRECTOR", "ANA LUCÍA")


def test_a_beneficiary_of_a_retention_is_none_of_the_offices_people(rosa: Person, publisher: Publisher) -> None:
    other = replace(make_payslip(7), doc_numero="99900077", clase=PayslipClass.JUDICIAL)
    publisher.publish_payslips([other])
    assert named(walk(rosa)[0]) == [("servant", ANA.doc_numero, False)]


def test_nobody_is_given_requests_of_their_own(rosa: Person, publisher: Publisher, server: Server) -> None:
    mine = replace(make_payslip(8), doc_numero="99900090", apellidos="ÑAHUI", nombres="ROSA")
    publisher.publish_payslips([mine])
    rosa.upload()
    filed(rosa)
    assert [change["kind"] for change in walk(rosa)[0]] == ["servant", "servant"]
    assert [change["kind"] for change in walk(Person.sign_in(server, "juan"))[0]] == ["case", "servant", "servant"]


def test_each_call_asks_for_its_role(server: Server, ana: Person, rosa: Person) -> None:
    made = filed(ana)
    paz, sol = Person.sign_in(server, "paz"), Person.sign_in(server, "sol")
    assert [change["kind"] for change in walk(paz)[0]] == ["servant"]
    for person in (paz, sol):
        refused = [
            person.ask("POST", "/v1/office/searches", json={}), person.decide(made, "atender", 50),
            person.decide(made, "recibir", 51), rosa.decide(made, "recibir", 52),
        ]  # fmt: skip
        assert {(answer.status_code, answer.json()["code"]) for answer in refused} == {(403, "not-yours")}
    one = [person.ask("GET", f"/v1/office/requests/{uuid(1)}").json()["code"] for person in (paz, sol)]
    assert one == ["not-found", "not-yours"], "a course is no matter of planillas"
    files = [person.ask("GET", f"/v1/office/blobs/{sha(PDF)}").json()["code"] for person in (paz, sol)]
    assert files == ["unknown-blob", "not-yours"], "planillas has papers of its own to ask for, and no sustentos"
    for call in (page(ana), ana.ask("POST", "/v1/office/looks", json={"looks": []}), ana.ask("GET", "/v1/office/roles"),
                 rosa.ask("GET", "/v1/office/roles"), ana.ask("GET", "/v1/office/reasons")):  # fmt: skip
        assert (call.status_code, call.json()["code"]) == (403, "not-yours")


def test_a_decision_that_follows_an_own_one_needs_no_news_between_them(
    server: Server, ana: Person, rosa: Person
) -> None:
    made = filed(ana)
    path = f"/v1/office/requests/{uuid(1)}/decisions/"
    seen = {"reason": "", "seen": made["changed_at"]}
    assert rosa.put(path + uuid(50), seen | {"action": "tomar"}).status_code == 200
    assert rosa.put(path + uuid(51), seen | {"action": "atender"}).json()["code"] == "changed-meanwhile"
    follows = seen | {"action": "observar", "reason": "Falta el reverso", "after": uuid(50)}
    answer = rosa.put(path + uuid(52), follows)
    assert answer.json()["request"]["state"] == "observado"
    assert rosa.put(path + uuid(52), follows).json() == answer.json()
    juan = Person.sign_in(server, "juan")
    late = juan.put(path + uuid(53), seen | {"action": "atender", "after": uuid(50)}).json()
    assert (late["code"], late["request"]["taken_by"]) == ("changed-meanwhile", "ROSA ÑAHUI")


def test_looks_come_to_the_person_and_those_within_a_short_time_are_one(
    ana: Person, rosa: Person, clock: StillClock
) -> None:
    made = filed(ana)
    for _ in range(2):
        rosa.ask("GET", f"/v1/office/requests/{uuid(1)}")
        clock.pass_seconds(60)
    rosa.ask("GET", f"/v1/office/blobs/{sha(PDF)}")
    rosa.ask("GET", f"/v1/office/blobs/{sha(PDF)}", headers={"Sec-Purpose": "prefetch"})
    clock.pass_seconds(3_600)
    rosa.ask("GET", f"/v1/office/requests/{uuid(1)}")
    found = sorted(looks(ana), key=lambda look: (look["at"], look["why"]))
    assert [(look["why"], look["what"], look["times"]) for look in found] == [
        ("solicitud", made["code"], 2), ("copia", made["code"], 1), ("documento", made["code"], 1),
        ("solicitud", made["code"], 1),
    ]  # fmt: skip
    assert {(look["who"], look["office"]) for look in found} == {("ROSA ÑAHUI", "UGEL SAN ROMÁN")}
    assert found[0]["at"] < found[0]["until"]


def test_a_look_without_a_connection_counts_once_and_never_in_the_future(
    ana: Person, rosa: Person, clock: StillClock
) -> None:
    look = {
        "uuid": uuid(70), "doc_numero": ANA.doc_numero, "why": "legajo", "what": "Ficha", "at": "2026-11-10T10:00:00Z",
    }  # fmt: skip
    ahead = look | {"uuid": uuid(71), "why": "paquete", "at": "2031-01-01T00:00:00Z"}
    nobody = look | {"uuid": uuid(72), "doc_numero": "00000000"}
    for _ in range(2):
        answer = rosa.ask("POST", "/v1/office/looks", json={"looks": [look, ahead, nobody]})
        assert answer.json() == {"taken": [uuid(70), uuid(71), uuid(72)]}
    found = {each["why"]: each for each in looks(ana)}
    assert (found["legajo"]["at"], found["legajo"]["times"]) == ("2026-11-10T10:00:00+00:00", 1)
    assert found["paquete"]["at"] == clock.time.isoformat()
    wrong = rosa.ask("POST", "/v1/office/looks", json={"looks": [look | {"uuid": uuid(73), "at": "ayer"}]})
    assert wrong.json()["code"] == "invalid-request"


def test_roles_given_by_the_administrator_outlive_a_corrected_name(
    server: Server, ana: Person, publisher: Publisher
) -> None:
    sol = Person.sign_in(server, "sol")
    sol.ask("POST", "/v1/office/roles", json={"doc_numero": ANA.doc_numero, "roles": ["planillas"]})
    publisher.replace_person(replace(ANA, nombres="ANA LUCÍA"))
    publisher.replace_person(clerk(0, "rosa", "administrador"))
    roles = {one["nombres"]: one["roles"] for one in sol.ask("GET", "/v1/office/roles").json()["people"]}
    assert (roles["ANA LUCÍA"], roles["ROSA"]) == (["planillas"], ["escalafon"])
    publisher.appoint(ANA.doc_numero, None)
    assert page(ana).json()["code"] == "not-yours"


def test_the_administrator_gives_roles_and_every_change_is_kept(server: Server, ana: Person, rosa: Person) -> None:
    sol = Person.sign_in(server, "sol")
    _, cursor, _ = walk(rosa)
    given = sol.ask("POST", "/v1/office/roles", json={"doc_numero": ANA.doc_numero, "roles": ["escalafon"]}).json()
    assert {person["nombres"]: person["roles"] for person in given["people"]}["ANA"] == ["escalafon"]
    assert [(each["by"], each["before"], each["after"]) for each in given["changes"]] == [
        ("SOL ÑAHUI", [], ["escalafon"])
    ]
    assert page(ana).status_code == 200
    taken = {"doc_numero": "99900090", "roles": ["planillas"]}
    sol.ask("POST", "/v1/office/roles", json=taken)
    changes, _, _ = walk(rosa, cursor)
    assert {change["kind"] for change in changes} == {"servant"}, "another role walks anew, without requests"
    assert len(sol.ask("POST", "/v1/office/roles", json=taken).json()["changes"]) == 2
    last = sol.ask("POST", "/v1/office/roles", json={"doc_numero": "99900093", "roles": []})
    assert (last.status_code, last.json()["code"]) == (409, "last-administrator")
    for stranger in (LUZ.doc_numero, "99900095", "00000000"):
        refused = sol.ask("POST", "/v1/office/roles", json={"doc_numero": stranger, "roles": ["planillas"]})
        assert refused.json()["code"] == "not-found"


def test_reasons_are_served_with_their_version(rosa: Person) -> None:
    assert page(rosa).json()["decision_reasons"] == {"version": 1}
    answer = rosa.ask("GET", "/v1/office/reasons")
    assert (answer.headers["ETag"], answer.json()["version"]) == ('"1"', 1)
    assert rosa.ask("GET", "/v1/office/reasons", headers={"If-None-Match": '"1"'}).status_code == 304


def test_a_course_of_somebody_elses_is_no_news_here(rosa: Person, store: Store) -> None:
    _, cursor, _ = walk(rosa)
    Archive(store).file_records(LUZ.doc_numero, [course(uuid(905), 1)])
    assert walk(rosa, cursor)[0] == []
