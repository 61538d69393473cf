"""Token rotation that survives lost answers, late copies and long absences."""

from dataclasses import dataclass
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import delete, func, select

from central.store import Store
from central.store.accounts import find_account
from central.store.schema import Grant
from central.store.sessions import (
    Lifetime,
    Refusal,
    Tokens,
    begin_sign_in,
    holder_of_access,
    mark_used,
    refresh,
)


def renew(api: Any, token: str) -> Any:
    return api.client.post("/v1/sessions/refresh", json={"refresh_token": token})


def sync(api: Any, token: str) -> Any:
    return api.client.get("/v1/sync", headers={"Authorization": f"Bearer {token}"})


def code(answer: Any) -> str | None:
    return None if answer.status_code == 200 else f"{answer.status_code} {answer.json()['code']}"


def test_a_lost_answer_signs_nobody_out(api: Any) -> None:
    first = api.sign_in().json()
    lost, received = renew(api, first["refresh_token"]).json(), renew(api, first["refresh_token"]).json()
    assert code(sync(api, received["access_token"])) is None
    assert code(renew(api, received["refresh_token"])) is None
    assert code(renew(api, lost["refresh_token"])) == "401 session-ended"


@pytest.mark.parametrize("how", ["access", "refresh"])
def test_using_a_successor_spends_the_refresh_token_before_it(api: Any, how: str) -> None:
    first = api.sign_in().json()
    second = renew(api, first["refresh_token"]).json()
    used = sync(api, second["access_token"]) if how == "access" else renew(api, second["refresh_token"])
    assert code(used) is None
    late_copy = renew(api, first["refresh_token"])
    assert code(late_copy) == "401 session-ended"
    assert code(renew(api, second["refresh_token"])) is None  # the late copy ended nothing


def test_an_access_token_expires_and_can_be_renewed(api: Any) -> None:
    first = api.sign_in().json()
    api.clock.pass_seconds(900)
    assert code(sync(api, first["access_token"])) == "401 token-expired"
    assert code(sync(api, renew(api, first["refresh_token"]).json()["access_token"])) is None


def test_a_year_without_connection_does_not_end_a_session(api: Any) -> None:
    first = api.sign_in().json()
    api.clock.pass_seconds(366 * 86_400)
    assert code(renew(api, first["refresh_token"])) is None
    api.clock.pass_seconds(401 * 86_400)
    assert code(renew(api, first["refresh_token"])) == "401 session-ended"


def test_the_access_token_before_a_renewal_lives_to_its_end(api: Any) -> None:
    first = api.sign_in().json()
    second = renew(api, first["refresh_token"]).json()
    assert code(sync(api, second["access_token"])) is None
    assert code(sync(api, first["access_token"])) is None


def test_signing_out_ends_the_session_and_can_be_said_twice(api: Any) -> None:
    first, other = api.sign_in().json(), api.sign_in().json()
    headers = {"Authorization": f"Bearer {first['access_token']}"}
    for _ in range(2):
        gone = api.client.delete("/v1/sessions/current", headers=headers)
        assert (gone.status_code, gone.content) == (204, b"")
    assert code(sync(api, first["access_token"])) == "401 session-ended"
    assert code(renew(api, first["refresh_token"])) == "401 session-ended"
    assert code(sync(api, other["access_token"])) is None


def test_signing_out_works_with_an_expired_token_and_shrugs_at_an_unknown_one(api: Any) -> None:
    first = api.sign_in().json()
    api.clock.pass_seconds(10_000)
    for token in (first["access_token"], "nunca-existió"):
        headers = {"Authorization": f"Bearer {token}".encode()}
        assert api.client.delete("/v1/sessions/current", headers=headers).status_code == 204
    assert code(renew(api, first["refresh_token"])) == "401 session-ended"


def test_without_a_token_there_is_no_session_and_an_unknown_one_asks_for_renewal(api: Any) -> None:
    assert code(api.client.get("/v1/sync")) == "401 session-ended"
    assert code(sync(api, "nunca-existio")) == "401 token-expired"
    assert api.client.get("/v1/sync").headers["www-authenticate"].startswith("Bearer")


def test_tokens_are_not_kept_as_they_are(api: Any, tmp_path: Any) -> None:
    tokens = api.sign_in().json()
    kept = b"".join(path.read_bytes() for path in tmp_path.iterdir())
    assert tokens["access_token"].encode() not in kept
    assert tokens["refresh_token"].encode() not in kept
    assert b"cerro-laguna-7" not in kept


@dataclass
class Phone:
    """A client that believes what it receives, in a network that loses answers and repeats requests."""

    tokens: Tokens
    asked: list[str]


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.sampled_from(["use", "renew", "lose", "copy"]), max_size=25), st.randoms(use_true_random=False))
def test_whatever_is_lost_or_repeated_the_last_tokens_received_are_good(
    store: Store, moves: list[str], chance: Any
) -> None:
    life = Lifetime(1_000, 2_000)
    with store.writing() as db:
        db.execute(delete(Grant))  # of the example before
        account = find_account(db, "ana")
        assert account is not None
        phone = Phone(begin_sign_in(db, account.id, "teléfono", now=0, life=life), [])

    def use(tokens: Tokens) -> None:
        with store.writing() as db:
            holder = holder_of_access(db, tokens.access, now=1)
            assert not isinstance(holder, Refusal)
            mark_used(db, holder)

    def ask(token: str) -> Tokens | Refusal:
        phone.asked.append(token)
        with store.writing() as db:
            return refresh(db, token, now=1, life=life)

    for move in [*moves, "renew", "use"]:
        if move == "use":
            use(phone.tokens)
        elif move == "copy":
            ask(chance.choice(phone.asked or [phone.tokens.refresh]))
        else:
            received = ask(phone.tokens.refresh)
            assert isinstance(received, Tokens)
            phone.tokens = received if move == "renew" else phone.tokens
    with store.reading() as db:  # what is over is cleared away
        assert db.scalar(select(func.count()).select_from(Grant)) <= 2 + moves.count("lose") + moves.count("copy")
