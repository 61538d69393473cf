"""Signing in: credentials, waiting, captchas."""

import base64
from collections.abc import Callable
from typing import Any

PNG = b"\x89PNG\r\n\x1a\n"


def offer(api: Any) -> dict[str, Any]:
    answer = api.client.post("/v1/captchas")
    assert answer.status_code == 201
    return answer.json()  # type: ignore[no-any-return]


def problem(answer: Any) -> tuple[int, str]:
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.json()["status"] == answer.status_code
    return answer.status_code, answer.json()["code"]


def test_the_right_password_gives_tokens_and_the_person(api: Any) -> None:
    answer = api.sign_in()
    assert answer.status_code == 201
    assert answer.headers["content-type"] == "application/json"
    assert answer.json()["access_expires_in"] == 900
    assert answer.json()["person"] == {
        "doc_tipo": "DNI", "doc_numero": "99900001", "apellidos": "ÑAUPARI QUISPE", "nombres": "ANA",
        "correo": "ana@correo.pe",
    }  # fmt: skip


def test_a_user_name_is_the_same_in_any_case_and_with_spaces_around(api: Any) -> None:
    assert api.sign_in("  ANA ").status_code == 201


def test_a_wrong_password_and_an_unknown_user_get_the_same_answer(api: Any) -> None:
    wrong, unknown = api.sign_in(password="otra-cosa-9"), api.sign_in("nadie")
    assert problem(wrong) == (401, "wrong-credentials")
    assert wrong.json() == unknown.json()


def test_after_five_failures_even_the_right_password_must_wait(api: Any) -> None:
    for _ in range(5):
        assert problem(api.sign_in(password="no-es-esta")) == (401, "wrong-credentials")
    refused = api.sign_in()
    assert problem(refused) == (429, "too-many-attempts")
    assert refused.headers["retry-after"] == "30"
    assert api.sign_in("luz").status_code == 201
    api.clock.pass_seconds(30)
    assert api.sign_in().status_code == 201


def test_waits_double_up_to_their_limit_and_a_success_forgets_them(api: Any) -> None:
    waits = []
    for _ in range(12):
        api.sign_in(password="no-es-esta")
        refused = api.sign_in(password="no-es-esta")
        waits.append(int(refused.headers.get("retry-after", "0")))
        api.clock.pass_seconds(waits[-1])
    assert waits == [0, 0, 30, 60, 120, 240, 480, 900, 900, 900, 900, 900]
    assert api.sign_in().status_code == 201
    assert problem(api.sign_in(password="no-es-esta")) == (401, "wrong-credentials")
    assert api.sign_in().status_code == 201


def test_an_unknown_name_must_wait_like_a_known_one(api: Any) -> None:
    for _ in range(5):
        api.sign_in("nadie")
    assert problem(api.sign_in("nadie")) == (429, "too-many-attempts")


def test_no_captcha_is_required_when_the_settings_say_so(api: Any) -> None:
    assert offer(api) == {"required": False, "captcha_id": None, "image": None, "expires_in": None}


def test_a_captcha_is_an_image_and_its_text_lets_in_whatever_the_case(make_api: Callable[..., Any]) -> None:
    api = make_api(captcha=True, captcha_text=lambda: "ACDE7")
    given = offer(api)
    assert base64.b64decode(given["image"]).startswith(PNG)
    assert given["expires_in"] == 300
    assert api.sign_in(captcha_id=given["captcha_id"], captcha_text=" acd E7").status_code == 201


def test_a_captcha_serves_once(make_api: Callable[..., Any]) -> None:
    api = make_api(captcha=True, captcha_text=lambda: "ACDE7")
    id_ = offer(api)["captcha_id"]
    assert problem(api.sign_in(captcha_id=id_, captcha_text="XXXXX")) == (422, "wrong-captcha")
    assert problem(api.sign_in(captcha_id=id_, captcha_text="ACDE7")) == (422, "wrong-captcha")


def test_a_captcha_expires(make_api: Callable[..., Any]) -> None:
    api = make_api(captcha=True, captcha_text=lambda: "ACDE7")
    id_ = offer(api)["captcha_id"]
    api.clock.pass_seconds(300)
    assert problem(api.sign_in(captcha_id=id_, captcha_text="ACDE7")) == (422, "wrong-captcha")


def test_a_wrong_captcha_tells_nothing_of_the_password_and_counts_no_failure(make_api: Callable[..., Any]) -> None:
    api = make_api(captcha=True, captcha_text=lambda: "ACDE7")
    answers = [api.sign_in(password=word, captcha_id="no", captcha_text="no") for word in ("cerro-laguna-7", "x") * 4]
    assert {problem(answer) for answer in answers} == {(422, "wrong-captcha")}
    assert len({answer.text for answer in answers}) == 1
    assert api.sign_in(captcha_id=offer(api)["captcha_id"], captcha_text="ACDE7").status_code == 201


def test_a_mistyped_request_is_a_problem_that_repeats_no_password(api: Any) -> None:
    answer = api.client.post("/v1/sessions", json={"user": "ana", "password": {"oculta": "clave-secreta-1"}})
    assert problem(answer) == (422, "invalid-request")
    assert "secreta" not in answer.text


def test_members_that_are_not_known_are_ignored(api: Any) -> None:
    assert api.sign_in(futuro={"a": 1}).status_code == 201
