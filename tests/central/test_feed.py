"""The change feed, page by page: order, tops, rest, epochs, other people."""

import base64
import hashlib
import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from sqlalchemy import event, update

from central.records import Concept, PayDay, Person
from central.store.schema import Feed
from documents.payslip import Payslip, Period

MakePayslip = Callable[..., Payslip]


def get(api: Any, headers: dict[str, str], since: str | None = None, etag: str | None = None) -> Any:
    more = {"If-None-Match": etag} if etag else {}
    params = {"since": since} if since else {}
    return api.client.get("/v1/sync", params=params, headers=headers | more)


def walk(api: Any, headers: dict[str, str], since: str | None = None) -> list[dict[str, Any]]:
    pages = [get(api, headers, since).json()]
    while pages[-1]["more"]:
        pages.append(get(api, headers, pages[-1]["cursor"]).json())
    return pages


def brought(pages: list[dict[str, Any]]) -> list[tuple[str, str]]:
    return [(change["kind"], change["id"]) for page in pages for change in page["changes"]]


def pay_day(month: int, day: int = 13) -> PayDay:
    return PayDay(periodo=Period(2026, month), fecha=date(2026, month, day), norma="RVM 001-2026-EF/11.01")


def concept(codigo: str) -> Concept:
    return Concept(codigo=codigo, nombre=codigo, explicacion="…", norma="", desde=Period(2024, 1))


def test_the_first_walk_brings_the_person_the_commons_and_then_payslips_newest_first(
    api: Any, payslips: MakePayslip
) -> None:
    api.publisher.publish_payslips(payslips(number) for number in (3, 1, 2))
    api.publisher.publish_payslips([payslips(101, periodo=Period(2026, 10), secuencia=1)])
    api.publisher.publish_pay_days([pay_day(11), pay_day(12)])
    api.publisher.publish_concepts([concept("rim")])
    pages = walk(api, api.bearer())
    assert brought(pages) == [
        ("person", "99900001"),
        ("pay_day", "2026-12"),
        ("pay_day", "2026-11"),
        ("concept", "rim@2024-01"),
        *(("payslip", payslips(number).id) for number in (101, 1, 2, 3)),
    ]
    assert len(pages) == 1
    assert not pages[0]["more"]


@pytest.mark.parametrize("size", [1, 2, 7, 50])
def test_pages_of_any_size_bring_everything_once(
    make_api: Callable[..., Any], payslips: MakePayslip, size: int
) -> None:
    api = make_api(page_size=size)
    api.publisher.publish_payslips(payslips(number) for number in range(20))
    api.publisher.publish_pay_days(pay_day(month) for month in range(1, 8))
    pages = walk(api, api.bearer())
    assert all(len(page["changes"]) <= size for page in pages)
    assert len(brought(pages)) == len(set(brought(pages))) == 28


def test_a_page_holds_fifty_changes_at_most(api: Any, payslips: MakePayslip) -> None:
    api.publisher.publish_payslips(payslips(number) for number in range(120))
    assert [len(page["changes"]) for page in walk(api, api.bearer())] == [50, 50, 21]


def test_what_changes_during_the_walk_comes_after_it(make_api: Callable[..., Any], payslips: MakePayslip) -> None:
    api = make_api(page_size=2)
    api.publisher.publish_payslips(payslips(number) for number in range(4))
    headers = api.bearer()
    first = get(api, headers).json()
    api.publisher.publish_payslips([payslips(9, periodo=Period(2030, 1))])
    api.publisher.replace_payslip(payslips(3, liquido=1))
    api.publisher.withdraw_payslip(payslips(0).id)
    rest = walk(api, headers, first["cursor"])
    assert brought(rest) == [("payslip", payslips(number).id) for number in (1, 2, 9, 3, 0)]
    last = rest[-1]["changes"][-1]
    assert last == {"kind": "payslip", "id": payslips(0).id, "deleted": True, "payslip": None}


def test_a_payslip_has_every_member_of_the_record_and_its_pdf(api: Any, payslips: MakePayslip) -> None:
    api.publisher.publish_payslips([payslips(1)], draw=lambda _: b"%PDF")
    change = walk(api, api.bearer())[0]["changes"][-1]
    assert list(change) == ["kind", "id", "deleted", "payslip"]
    payslip = change["payslip"]
    assert set(payslip) == set(Payslip.__dataclass_fields__) | {"pdf"}
    assert payslip["periodo"] == "2026-10"
    assert payslip["fecha_nacimiento"] == "1980-02-29"
    assert payslip["haberes"] == [{"codigo": "rim", "monto": 410_800}]
    assert payslip["ugel"] == "UGEL SAN ROMÁN"
    assert payslip["titular"] is None
    assert payslip["pdf"]["size"] == 4


def test_a_client_at_rest_gets_304_until_something_of_its_own_or_of_all_changes(
    api: Any, payslips: MakePayslip
) -> None:
    headers = api.bearer()
    answer = get(api, headers)
    for change in (
        lambda: api.publisher.publish_payslips([payslips(1)]),
        lambda: api.publisher.publish_pay_days([pay_day(3)]),
    ):
        cursor, etag = answer.json()["cursor"], answer.headers["etag"]
        same = get(api, headers, cursor, etag)
        assert (same.status_code, same.content, same.headers["etag"]) == (304, b"", etag)
        assert same.headers["chasqui-api"] == "1"
        api.publisher.publish_payslips([replace(payslips(hash(etag) % 10_000 + 100), doc_numero="99900002")])
        assert get(api, headers, cursor, etag).status_code == 304
        change()
        answer = get(api, headers, cursor, etag)
        assert answer.status_code == 200
        assert len(answer.json()["changes"]) == 1
        assert answer.headers["etag"] != etag


def test_the_etag_names_epoch_sequence_commons_trust_list_and_catalogue(api: Any) -> None:
    answer = get(api, api.bearer())
    page = answer.json()
    announced = f"{page['trust_list']['version']}.{page['legajo_catalogue']['version']}"
    named = hashlib.sha256(f"{page['epoch']}.1.0.{announced}".encode()).digest()[:9]
    assert answer.headers["etag"] == f'"{base64.urlsafe_b64encode(named).decode()}"'
    assert answer.headers["cache-control"] == "no-store"


def test_304_is_never_given_to_a_client_that_has_not_everything(
    make_api: Callable[..., Any], payslips: MakePayslip
) -> None:
    api = make_api(page_size=2)
    api.publisher.publish_payslips(payslips(number) for number in range(4))
    headers = api.bearer()
    first = get(api, headers)
    etag = first.headers["etag"]
    assert get(api, headers, None, etag).status_code == 200
    assert get(api, headers, first.json()["cursor"], etag).status_code == 200


def test_an_etag_made_weak_or_listed_with_others_still_counts(api: Any) -> None:
    headers = api.bearer()
    answer = get(api, headers)
    cursor, etag = answer.json()["cursor"], answer.headers["etag"]
    assert get(api, headers, cursor, f'"otro", W/{etag}').status_code == 304


def test_publishing_the_same_words_again_is_no_change(api: Any) -> None:
    api.publisher.publish_concepts([concept("rim")])
    headers = api.bearer()
    answer = get(api, headers)
    api.publisher.publish_concepts([concept("rim")])
    assert get(api, headers, answer.json()["cursor"], answer.headers["etag"]).status_code == 304


def test_a_new_epoch_starts_the_walk_anew_without_an_error(api: Any, payslips: MakePayslip) -> None:
    api.publisher.publish_payslips([payslips(1)])
    headers = api.bearer()
    old = get(api, headers)
    api.store.change_epoch()
    new = get(api, headers, old.json()["cursor"], old.headers["etag"])
    assert new.status_code == 200
    assert new.json()["epoch"] != old.json()["epoch"]
    assert brought([new.json()]) == brought([old.json()])


def test_a_cursor_of_another_person_starts_the_walk_anew(api: Any, payslips: MakePayslip) -> None:
    api.publisher.publish_payslips([payslips(1)])
    api.publisher.publish_payslips([payslips(2, doc_numero="99900002")])
    anas = get(api, api.bearer()).json()
    luzs = get(api, api.bearer("luz"), anas["cursor"]).json()
    assert luzs["epoch"] != anas["epoch"]
    assert brought([luzs]) == [("person", "99900002"), ("payslip", payslips(2).id)]


def test_a_cursor_from_the_future_means_a_restored_store_and_starts_anew(api: Any, payslips: MakePayslip) -> None:
    api.publisher.publish_payslips([payslips(1), payslips(2)])
    headers = api.bearer()
    ahead = get(api, headers)
    with api.store.writing() as db:  # as if yesterday's copy had been put back, and nobody changed the epoch
        db.execute(update(Feed).where(Feed.name == "99900001").values(seq=2))
    new = get(api, headers, ahead.json()["cursor"], ahead.headers["etag"])
    assert new.json()["epoch"] != ahead.json()["epoch"]
    assert not new.json()["more"]
    assert get(api, headers, new.json()["cursor"], new.headers["etag"]).status_code == 304


@pytest.mark.parametrize("bad", ["", "x", "AAAA", "bnVsbA", "W10", "WyJhIiwxXQ", "a" * 600, "ñ", "WyJlIiwxLDEsOSwiIl0"])
def test_a_cursor_that_is_not_ours_is_a_problem(api: Any, bad: str) -> None:
    headers = api.bearer()
    answer = api.client.get("/v1/sync", params={"since": bad}, headers=headers)
    if bad == "WyJlIiwxLDEsOSwiIl0":  # well made, of another epoch
        assert answer.status_code == 200
    else:
        assert answer.json()["code"] == "bad-cursor"


def test_a_stage_that_does_not_exist_is_a_problem(api: Any) -> None:
    headers = api.bearer()
    epoch = get(api, headers).json()["epoch"]
    forged = base64.urlsafe_b64encode(f'["{epoch}",1,0,99,null]'.encode()).decode().rstrip("=")
    assert get(api, headers, forged).json()["code"] == "bad-cursor"


def test_nothing_personal_is_in_a_cursor(api: Any, payslips: MakePayslip) -> None:
    api.publisher.publish_payslips([payslips(1)])
    resting = get(api, api.bearer()).json()["cursor"]
    assert "99900001" not in resting
    api.publisher.publish_payslips([payslips(number) for number in range(2, 60)])
    walking = get(api, api.bearer()).json()["cursor"]
    assert "99900001" not in base64.urlsafe_b64decode(walking + "==").decode()


def test_what_was_published_before_the_account_waits_for_it(api: Any, payslips: MakePayslip) -> None:
    api.publisher.publish_payslips([payslips(1, doc_numero="99900009")])
    person = Person(doc_tipo="DNI", doc_numero="99900009", apellidos="HUANCA", nombres="RUTH", correo="r@correo.pe")
    api.publisher.add_person(person, "ruth", "cerro-laguna-7")
    assert brought(walk(api, api.bearer("ruth"))) == [("person", "99900009"), ("payslip", payslips(1).id)]


def test_a_nothing_changed_sync_is_three_look_ups(api: Any, payslips: MakePayslip) -> None:
    api.publisher.publish_payslips(payslips(number) for number in range(200))
    headers = api.bearer()
    pages = walk(api, headers)
    etag = get(api, headers, pages[-1]["cursor"]).headers["etag"]
    asked: list[str] = []

    def note(_db: object, _cursor: object, statement: str, *_rest: object) -> None:
        asked.append(statement)

    event.listen(api.store._engine, "before_cursor_execute", note)
    assert get(api, headers, pages[-1]["cursor"], etag).status_code == 304
    assert sum(statement.startswith("SELECT") for statement in asked) == 3
    assert all(statement.startswith(("SELECT", "BEGIN")) for statement in asked)


def test_no_page_reads_a_table_from_end_to_end(make_api: Callable[..., Any], payslips: MakePayslip) -> None:
    api = make_api(page_size=10)
    api.publisher.publish_payslips(payslips(number) for number in range(100))
    headers = api.bearer()
    plans: list[str] = []

    def explain(_db: Any, cursor: Any, statement: str, parameters: Any, *_rest: object) -> None:
        if statement.startswith("SELECT"):
            plan = cursor.connection.execute(f"EXPLAIN QUERY PLAN {statement}", parameters)
            plans.extend(f"{row[3]}" for row in plan.fetchall())

    event.listen(api.store._engine, "before_cursor_execute", explain)
    walk(api, headers)
    assert len(plans) > 30
    assert [plan for plan in plans if not plan.startswith("SEARCH") and plan != "SCAN origin"] == []


def test_json_is_compact_and_compressed_for_who_takes_it(api: Any, payslips: MakePayslip) -> None:
    api.publisher.publish_payslips(payslips(number) for number in range(49))
    headers = api.bearer()
    packed = get(api, headers | {"Accept-Encoding": "gzip"})
    plain = get(api, headers | {"Accept-Encoding": "gzip;q=0, identity"})
    assert packed.headers["content-encoding"] == "gzip"
    assert "content-encoding" not in plain.headers
    assert plain.json()["changes"] == packed.json()["changes"]
    assert int(packed.headers["content-length"]) * 10 < int(plain.headers["content-length"])
    assert json.dumps(plain.json(), ensure_ascii=False, separators=(",", ":")) == plain.text
    assert packed.headers["vary"] == "Accept-Encoding"
