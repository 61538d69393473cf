"""«Generar contraseña»: a mail with a link, and the link's one use."""

import json
from typing import Annotated

from fastapi import APIRouter, Body, Response
from sqlalchemy import Connection

from central.contract import Accepted, MailRequest, NewPassword
from central.describing import refusals
from central.desk import Desk
from central.letters import file_letter, write_reset_letter
from central.passwords import hash_password, is_weak
from central.problems import Problem
from central.routes.captchas import require_captcha
from central.store.accounts import KeptAccount, account_by_id, accounts_by_email, person_document, set_password
from central.store.resets import (
    Letter,
    account_of_reset,
    keep_letter,
    make_reset,
    newest_reset,
    spend_resets,
)
from central.store.sessions import end_all_sign_ins


def make_router(desk: Desk) -> APIRouter:
    """`POST /v1/password-resets` and `POST /v1/password-resets/{token}`."""
    router = APIRouter()

    @router.post(
        "/v1/password-resets",
        name="reset_request",
        status_code=202,
        responses=refusals("wrong-captcha", "invalid-request"),
    )
    def ask_for_mail(wanted: Annotated[MailRequest, Body()]) -> Accepted:
        """Write to the address, if it is somebody's. The answer is the same if it is not."""
        require_captcha(desk, wanted.captcha_id, wanted.captcha_text)
        with desk.store.writing() as db:
            written = [_write_letter(desk, db, account) for account in accounts_by_email(db, wanted.email)]
        for number, letter in filter(None, written):
            file_letter(letter, number, desk.settings.mail_folder, desk.settings.clock())
        return Accepted(status="accepted")

    @router.post(
        "/v1/password-resets/{token}",
        name="reset",
        status_code=204,
        response_class=Response,
        responses=refusals("reset-link-spent", "weak-password", "invalid-request"),
    )
    def choose_password(token: str, wanted: Annotated[NewPassword, Body()]) -> Response:
        """A new password for whom the link was written to. Every session that the account had ends."""
        now = desk.now()
        with desk.store.reading() as db:
            _check_password(db, account_of_reset(db, token, now=now), wanted.password)
        hashed = hash_password(wanted.password, desk.settings.password_cost)
        with desk.store.writing() as db:
            account = account_of_reset(db, token, now=now)
            if account is None:
                raise Problem("reset-link-spent")
            set_password(db, account, hashed)
            spend_resets(db, account)
            end_all_sign_ins(db, account, now=now)
        return Response(status_code=204)

    return router


def _write_letter(desk: Desk, db: Connection, account: KeptAccount) -> tuple[int, Letter] | None:
    now, settings = desk.now(), desk.settings
    newest = newest_reset(db, account.id)
    if newest is not None and now - newest < settings.reset_pause_seconds:
        return None  # one is on its way: pressing twice must not fill a mailbox
    token = make_reset(db, account.id, ends=now + settings.reset_seconds, now=now)
    letter = write_reset_letter(account, f"{settings.public_url}/v1/password-resets/{token}", settings.reset_seconds)
    return keep_letter(db, letter, now=now), letter


def _check_password(db: Connection, account_id: int | None, password: str) -> None:
    if account_id is None:
        raise Problem("reset-link-spent")
    account = account_by_id(db, account_id)
    person = json.loads(person_document(db, account.feed))
    names = f"{person['apellidos']} {person['nombres']}".split()
    if is_weak(password, (account.user, person["doc_numero"], *names)):
        raise Problem("weak-password")
