"""The trust list as the central API serves it, and how a client hears of a new one."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import requests

from central.app import create_app
from central.keys import demo
from central.publishing import Publisher
from central.records import Person
from central.server import Server
from central.settings import CHEAP, Settings
from central.store import Store
from central.trust import PublishedList, bundled_list
from documents.seal.trust import bundled, demo_roots, newer, read_trust_list, write_trust_list

PERSON = Person(doc_tipo="DNI", doc_numero="99900081", apellidos="QUISPE", nombres="ANA", correo="ana@correo.pe")
VERSION = demo.demo_list().version
NEXT = replace(demo.demo_list(), version=VERSION + 1)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store(f"sqlite:///{tmp_path / 'central.db'}") as opened:
        Publisher(opened, cost=CHEAP).add_person(PERSON, "ana", "quinua-de-altura")
        yield opened


def serve(store: Store, trust: PublishedList) -> Server:
    return Server(create_app(Settings(captcha=False, password_cost=CHEAP, trust_list=trust), store))


def get(server: Server, path: str, **headers: str) -> requests.Response:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return requests.get(server.url + path, headers=named, timeout=10)


def access(server: Server) -> str:
    body: dict[str, Any] = {"user": "ana", "password": "quinua-de-altura", "device": "x"}
    answer = requests.post(server.url + "/v1/sessions", json=body, timeout=10)
    return f"Bearer {answer.json()['access_token']}"


def test_the_list_is_served_as_it_was_signed_to_whoever_asks(store: Store) -> None:
    with serve(store, bundled_list()) as server:
        answer = get(server, "/v1/trust-list")
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "application/cose"
    assert answer.headers["etag"] == f'"{VERSION}"'
    assert answer.headers["chasqui-api"] == "1"
    assert read_trust_list(answer.content, demo_roots()) == bundled()


def test_who_has_the_version_is_not_given_it_again(store: Store) -> None:
    with serve(store, bundled_list()) as server:
        assert get(server, "/v1/trust-list", If_None_Match=f'"{VERSION}"').status_code == 304
        assert get(server, "/v1/trust-list", If_None_Match='"0"').status_code == 200


def test_a_client_at_rest_hears_of_a_new_list_though_no_fact_changed(store: Store) -> None:
    with serve(store, bundled_list()) as server:
        page = get(server, "/v1/sync", Authorization=access(server))
        assert page.json()["trust_list"] == {"version": VERSION}
        rest = {"If_None_Match": page.headers["etag"]}
        path = f"/v1/sync?since={page.json()['cursor']}"
        assert get(server, path, Authorization=access(server), **rest).status_code == 304
    renewed = PublishedList(VERSION + 1, write_trust_list(NEXT, demo.demo_root(2)))
    with serve(store, renewed) as server:
        news = get(server, path, Authorization=access(server), **rest)
        assert news.status_code == 200
        assert (news.json()["changes"], news.json()["more"]) == ([], False)
        assert news.json()["trust_list"] == {"version": VERSION + 1}
        offered = read_trust_list(get(server, "/v1/trust-list").content, demo_roots())
    assert newer(bundled(), offered) == NEXT
