"""Signing in, staying signed in, signing out."""

import json
from typing import Annotated

from fastapi import APIRouter, Body, Response

from central import contract
from central.describing import refusals
from central.desk import CHALLENGE, Bearer, Desk
from central.passwords import is_right
from central.problems import Problem
from central.routes.captchas import require_captcha
from central.store.accounts import KeptAccount, find_account, person_document
from central.store.attempts import Patience, charge_attempt, forgive_attempts, seconds_to_wait
from central.store.sessions import Refusal, Tokens, begin_sign_in, end_sign_in, refresh


def make_router(desk: Desk) -> APIRouter:
    """`POST /v1/sessions`, `POST /v1/sessions/refresh`, `DELETE /v1/sessions/current`."""
    router = APIRouter()

    @router.post(
        "/v1/sessions",
        name="sign_in",
        status_code=201,
        response_model_exclude_unset=True,  # a person of no office has neither role nor office in their object
        responses=refusals("wrong-credentials", "wrong-captcha", "invalid-request", "too-many-attempts"),
    )
    def sign_in(wanted: Annotated[contract.SignInRequest, Body()]) -> contract.SignInAnswer:
        """User, password and captcha for tokens."""
        account = _check_sign_in(desk, wanted)
        now = desk.now()
        with desk.store.writing() as db:
            forgive_attempts(db, wanted.user)
            tokens = begin_sign_in(db, account.id, wanted.device, now=now, life=desk.lifetime(now))
            person = contract.Person.model_validate(json.loads(person_document(db, account.feed)))
        return contract.SignInAnswer(**_answer(desk, tokens).model_dump(), person=person)

    @router.post("/v1/sessions/refresh", name="refresh", responses=refusals("session-ended", "invalid-request"))
    def renew(wanted: Annotated[contract.RefreshRequest, Body()]) -> contract.RefreshAnswer:
        """New tokens for a refresh token. Asking again with the same one is safe until its successor was used."""
        now = desk.now()
        with desk.store.writing() as db:
            tokens = refresh(db, wanted.refresh_token, now=now, life=desk.lifetime(now))
        if isinstance(tokens, Refusal):
            raise Problem("session-ended", headers=CHALLENGE)
        return _answer(desk, tokens)

    @router.delete(
        "/v1/sessions/current",
        name="sign_out",
        status_code=204,
        response_class=Response,
        responses=refusals("session-ended"),
    )
    def sign_out(bearer: Bearer) -> Response:
        """End the session of this access token, whatever its age. Idempotent."""
        if bearer is None:
            raise Problem("session-ended", headers=CHALLENGE)
        with desk.store.writing() as db:
            end_sign_in(db, bearer.credentials, now=desk.now())
        return Response(status_code=204)

    return router


def _check_sign_in(desk: Desk, wanted: contract.SignInRequest) -> KeptAccount:
    """The account, or Problem. Waiting first, then the captcha, then the password: none tells about the next."""
    settings, now = desk.settings, desk.now()
    patience = Patience(settings.failures_allowed, settings.first_wait_seconds, settings.longest_wait_seconds)
    with desk.store.reading() as db:
        wait = seconds_to_wait(db, wanted.user, now=now)
    if wait:
        raise Problem("too-many-attempts", headers={"Retry-After": str(wait)})
    require_captcha(desk, wanted.captcha_id, wanted.captcha_text)
    with desk.store.writing() as db:
        charge_attempt(db, wanted.user, patience, now=now)
        account = find_account(db, wanted.user)
    right = is_right(wanted.password, account.password if account else None, settings.password_cost)
    if account is None or not right:
        raise Problem("wrong-credentials", headers=CHALLENGE)
    return account


def _answer(desk: Desk, tokens: Tokens) -> contract.RefreshAnswer:
    return contract.RefreshAnswer(
        access_token=tokens.access,
        access_expires_in=desk.settings.access_seconds,
        refresh_token=tokens.refresh,
    )
