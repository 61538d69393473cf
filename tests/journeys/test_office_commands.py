"""An office's work without a window: the tray listed, shown, decided offline and sent; roles; the person's trace."""

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest
import requests

import main
from central.records import Oficina, Person
from tests.central.legajo_calls import body, document, sha, uuid
from tests.journeys.scenery import ACCOUNT_PASSWORD, CAPTCHA, LOCAL_PASSWORD, Answer, Central, draw

pytestmark = pytest.mark.timeout(120)
Run = Callable[..., Answer]


@pytest.fixture
def told(capsys: pytest.CaptureFixture[str]) -> Run:
    def run(*arguments: object, secrets: tuple[str, ...] = (LOCAL_PASSWORD,), as_json: bool = True) -> Answer:
        reading, writing = os.pipe()
        os.write(writing, "".join(f"{secret}\n" for secret in secrets).encode())
        os.close(writing)
        words = [str(argument).replace("FD", str(reading)) for argument in arguments]
        code = main.main([*words, "--password-fd", str(reading), *(["--json"] if as_json else [])])
        os.close(reading)
        said = capsys.readouterr()
        return Answer(code, [json.loads(line) for line in said.out.splitlines()] if as_json else [], said.out, said.err)

    return run


def settle_in(told: Run, central: Central, user: str, directory: Path) -> Path:
    told(
        "login", "--profile", directory, "--server", central.url, "--user", user, "--captcha-to",
        directory.with_suffix(".png"), "--captcha-fd", "FD", "--account-password-fd", "FD",
        secrets=(LOCAL_PASSWORD, CAPTCHA, ACCOUNT_PASSWORD),
    )  # fmt: skip
    return directory


def clerk(central: Central, *roles: str) -> Person:
    office = Oficina(central.payslips[0].codigo_ugel, "UGEL DE PRUEBA")
    return Person(
        doc_tipo="DNI", doc_numero="99900090", apellidos="ÑACA", nombres="RUTH", correo="r@ejemplo.pe", oficina=office,
        roles=roles,
    )  # fmt: skip


def ask(central: Central) -> str:
    """The person of the payslips asks for a course, over HTTP; its code."""
    captcha = requests.post(f"{central.url}/v1/captchas", timeout=10).json()["captcha_id"]
    given = {"user": central.user, "password": ACCOUNT_PASSWORD, "captcha_id": captcha, "captcha_text": CAPTCHA,
             "device": "x"}  # fmt: skip
    token = requests.post(f"{central.url}/v1/sessions", json=given, timeout=10).json()["access_token"]
    headers = {"Authorization": f"Bearer {token}"}
    held = draw(central.payslips[0])
    asked = body(documents=[document(held, sha256=sha(held), size=len(held))])
    answer = requests.put(f"{central.url}/v1/requests/{uuid(1)}", json=asked, headers=headers, timeout=10)
    assert answer.status_code == 201, answer.text
    return str(answer.json()["request"]["code"])


def test_the_tray_is_listed_decided_offline_and_sent_and_the_person_reads_who_looked(
    central: Central, told: Run, tmp_path: Path
) -> None:
    central.publisher.add_person(clerk(central, "escalafon", "administrador"), "ruth", ACCOUNT_PASSWORD)
    code = ask(central)
    profile = settle_in(told, central, "ruth", tmp_path / "ruth")
    assert "todavía no llegó" in told("office", "tray", "list", "--profile", profile, as_json=False).text
    assert told("sync", "--profile", profile).code == 0
    (line,) = told("office", "tray", "list", "--profile", profile, "--text", code).lines
    assert (line["code"], line["decidable"]) == (code, True)
    (shown,) = told("office", "tray", "show", code, "--profile", profile).lines
    assert "observar" in shown["decisions"]
    assert "Certificado" in told("office", "tray", "show", code, "--profile", profile, as_json=False).text

    central.server.stop()
    assert told("office", "tray", "decide", "observar", code, "--profile", profile).code == 64
    (kept,) = told(
        "office", "tray", "decide", "observar", code, "--reason", "Falta el reverso.", "--profile", profile
    ).lines
    assert (kept["code"], kept["deed"]) == (code, "observar")
    again = told("office", "tray", "decide", "tomar", "SOL-1999-000001", "--profile", profile)
    assert (again.code, again.lines[0]["error"]) == (1, "unknown-request")
    central.server.start()
    assert told("sync", "--profile", profile).code == 0
    (line,) = told("office", "tray", "list", "--view", "observed", "--profile", profile).lines
    assert line["state"] == "Observado"

    own = settle_in(told, central, central.user, tmp_path / "propio")
    assert "Nadie de una oficina" in told("legajo", "looks", "--profile", own, as_json=False).text
    assert told("sync", "--profile", own).code == 0
    found = told("legajo", "looks", "--profile", own).lines
    assert ("RUTH ÑACA", "solicitud", code) in {(look["who"], look["why"], look["what"]) for look in found}
    assert "Vio una solicitud suya" in told("legajo", "looks", "--profile", own, as_json=False).text


def test_roles_are_given_by_the_administrator_alone(central: Central, told: Run, tmp_path: Path) -> None:
    central.publisher.add_person(clerk(central, "administrador"), "ruth", ACCOUNT_PASSWORD)
    profile = settle_in(told, central, "ruth", tmp_path / "ruth")
    given = told("office", "roles", "set", central.user, "--role", "planillas", "--profile", profile)
    assert {line["document"]: line["roles"] for line in given.lines} == {
        central.user: ["planillas"], "99900090": ["administrador"],
    }  # fmt: skip
    refused = told("office", "roles", "set", "99900090", "--profile", profile)
    assert (refused.code, refused.lines[0]["error"]) == (1, "last-administrator")
    own = settle_in(told, central, central.user, tmp_path / "propio")
    assert told("office", "roles", "list", "--profile", own).lines[0]["error"] == "not-yours"


def test_a_mesa_de_partes_receives_and_an_administrator_is_told_figures(
    central: Central, told: Run, tmp_path: Path
) -> None:
    central.publisher.add_person(clerk(central, "mesa_partes", "administrador"), "ruth", ACCOUNT_PASSWORD)
    code = ask(central)
    profile = settle_in(told, central, "ruth", tmp_path / "ruth")
    assert told("sync", "--profile", profile).code == 0
    (line,) = told("office", "tray", "list", "--profile", profile).lines
    assert (line["code"], line["decidable"]) == (code, False)
    (shown,) = told("office", "tray", "show", code, "--profile", profile).lines
    assert (shown["whole"], shown["changes"], shown["decisions"]) == (False, [], ["recibir"])
    assert "Todavía sin número de expediente" in shown["checks"]
    refused = told("office", "tray", "decide", "atender", code, "--profile", profile)
    assert (refused.code, refused.lines[0]["error"]) == (1, "not-decidable")
    receive = ("office", "tray", "receive", code, "--profile", profile, "--expediente")
    assert told(*receive, "???").code == 64
    assert told(*receive, "77", "--desk", "planillas").lines[0]["error"] == "not-decidable"
    (counted,) = told("office", "counts", "--profile", profile).lines
    assert (counted["states"], counted["unreceived"]) == ({"en_solicitud": 1}, 1)
    (kept,) = told(*receive, "MPT-FUT2026-EXT-77", "--folios", "4", "--lacking", "firma").lines
    assert (kept["code"], kept["deed"]) == (code, "recibir")
    assert told("sync", "--profile", profile).code == 0
    assert told("office", "tray", "list", "--view", "lacking", "--profile", profile).lines[0]["code"] == code
    assert (
        "4 folios, derivada a Escalafón"
        in told("office", "tray", "show", code, "--profile", profile).lines[0]["reception"]
    )
    assert "Por recibir en mesa de partes: 0." in told("office", "counts", "--profile", profile, as_json=False).text
