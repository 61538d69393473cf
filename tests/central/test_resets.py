"""«Generar contraseña»: the mail, the link, its one use."""

import re
from collections.abc import Callable
from email import message_from_bytes
from email.policy import default
from pathlib import Path
from typing import Any

import pytest

from central.records import Person
from central.store.resets import letters

GOOD = "puya-raimondi-42"


def ask(api: Any, email: str = "ana@correo.pe", **more: Any) -> Any:
    body = {"email": email, "captcha_id": None, "captcha_text": None} | more
    return api.client.post("/v1/password-resets", json=body)


def choose(api: Any, token: str, password: str = GOOD) -> Any:
    return api.client.post(f"/v1/password-resets/{token}", json={"password": password})


def sent(api: Any) -> list[tuple[str, str]]:
    """Recipient and token of each mail."""
    with api.store.reading() as db:
        return [(mail.recipient, re.findall(r"/v1/password-resets/(\S+)", mail.body)[0]) for mail in letters(db)]


def test_the_link_in_the_mail_changes_the_password_once(api: Any) -> None:
    assert ask(api).json() == {"status": "accepted"}
    [(recipient, token)] = sent(api)
    assert recipient == "ana@correo.pe"
    done = choose(api, token)
    assert (done.status_code, done.content) == (204, b"")
    assert api.sign_in().json()["code"] == "wrong-credentials"
    assert api.sign_in(password=GOOD).status_code == 201
    again = choose(api, token, "otra-buena-clave-8")
    assert (again.status_code, again.json()["code"]) == (410, "reset-link-spent")


def test_an_unknown_address_gets_the_same_answer_and_no_mail(api: Any) -> None:
    known, unknown = ask(api), ask(api, "nadie@correo.pe")
    assert (known.status_code, known.content) == (unknown.status_code, unknown.content) == (202, known.content)
    assert len(sent(api)) == 1


def test_an_address_is_the_same_in_any_case(api: Any) -> None:
    ask(api, " ANA@Correo.PE ")
    assert len(sent(api)) == 1


def test_a_family_that_shares_an_address_gets_a_mail_for_each_account(api: Any) -> None:
    person = Person(doc_tipo="DNI", doc_numero="99900003", apellidos="CHURA", nombres="EVA", correo="ana@correo.pe")
    api.publisher.add_person(person, "eva", "x")
    ask(api)
    assert len(sent(api)) == 2


def test_pressing_twice_sends_one_mail(api: Any) -> None:
    ask(api)
    ask(api)
    assert len(sent(api)) == 1
    api.clock.pass_seconds(61)
    ask(api)
    assert len(sent(api)) == 2


def test_a_link_expires(api: Any) -> None:
    ask(api)
    api.clock.pass_seconds(2 * 3600)
    assert choose(api, sent(api)[0][1]).json()["code"] == "reset-link-spent"


def test_choosing_a_password_spends_the_other_links_and_ends_the_sessions(api: Any) -> None:
    bearer = api.bearer()
    ask(api)
    api.clock.pass_seconds(61)
    ask(api)
    older, newer = (token for _, token in sent(api))
    assert choose(api, newer).status_code == 204
    assert choose(api, older).status_code == 410
    assert api.client.get("/v1/sync", headers=bearer).json()["code"] == "session-ended"


@pytest.mark.parametrize("weak", ["corta-1", "x" * 129, "aaaaaaaaaaaa", "soy-Ñaupari-1980", "clave-99900001"])
def test_a_weak_password_is_refused_and_the_link_stays_good(api: Any, weak: str) -> None:
    ask(api)
    token = sent(api)[0][1]
    refused = choose(api, token, weak)
    assert (refused.status_code, refused.json()["code"]) == (422, "weak-password")
    assert choose(api, token).status_code == 204


def test_a_link_that_never_was_is_spent_whatever_the_password(api: Any) -> None:
    assert choose(api, "nunca", "corta").json()["code"] == "reset-link-spent"


def test_a_captcha_is_required_like_for_signing_in(make_api: Callable[..., Any]) -> None:
    api = make_api(captcha=True, captcha_text=lambda: "ACDE7")
    assert ask(api).json()["code"] == "wrong-captcha"
    id_ = api.client.post("/v1/captchas").json()["captcha_id"]
    assert ask(api, captcha_id=id_, captcha_text="acde7").status_code == 202


def test_the_link_is_not_kept_where_it_could_be_used(api: Any) -> None:
    from sqlalchemy import select

    from central.store.schema import Reset

    ask(api)
    with api.store.reading() as db:
        assert db.scalars(select(Reset.token)).all() != [sent(api)[0][1]]


def test_a_folder_gets_a_copy_as_eml(make_api: Callable[..., Any], tmp_path: Path) -> None:
    api = make_api(mail_folder=tmp_path / "correos", public_url="https://central.invalid")
    ask(api)
    [file] = (tmp_path / "correos").iterdir()
    mail = message_from_bytes(file.read_bytes(), policy=default)
    assert mail["To"] == "ana@correo.pe"
    assert mail["Subject"] == "Genere su contraseña"
    body = mail.get_body()
    assert body is not None
    assert f"https://central.invalid/v1/password-resets/{sent(api)[0][1]}" in body.get_content()
