"""Signing in and out against the real central API."""

from pathlib import Path

import pytest
from sqlalchemy import text

from central.faults import html_portal, lost_answer, status
from sync.accounts import refresh, request_captcha, request_password_mail, sign_in, sign_out
from sync.client import CentralClient
from sync.errors import (
    BusyError,
    CutError,
    PortalError,
    RefusedError,
    SessionEndedError,
    TokenExpiredError,
    WrongCaptchaError,
    WrongCredentialsError,
)
from tests.sync.office import ANA, PASSWORD, Office, StillClock


@pytest.fixture
def client(office: Office, clock: StillClock) -> CentralClient:
    return CentralClient(office.server.url, version="0", clock=clock)


def test_signing_in_gives_a_session_and_whose_it_is(client: CentralClient, clock: StillClock, office: Office) -> None:
    signed = sign_in(client, "ana", PASSWORD, None, None, "prueba")
    assert signed.person.doc_numero == ANA.doc_numero
    assert (signed.session.server, signed.session.user) == (office.server.url, "ana")
    assert (signed.session.access_expires_at - clock.now()).total_seconds() == 3600
    assert client.ask_page(signed.session.access_token, None, None) is not None


def test_a_wrong_password_is_said_and_signs_nobody_in(client: CentralClient) -> None:
    with pytest.raises(WrongCredentialsError) as caught:
        sign_in(client, "ana", "otra", None, None, "prueba")
    assert "contraseña" in caught.value.detail


def test_too_many_tries_name_a_time(client: CentralClient) -> None:
    error: Exception | None = None
    for _ in range(8):
        try:
            sign_in(client, "ana", "otra", None, None, "prueba")
        except (WrongCredentialsError, BusyError) as caught:
            error = caught
    assert isinstance(error, BusyError)
    assert error.code == "too-many-attempts"
    assert error.retry_after is not None
    assert error.retry_after >= 1


def test_without_captcha_none_is_shown(client: CentralClient) -> None:
    assert request_captcha(client) is None


def test_a_captcha_is_an_image_that_must_be_read_right(tmp_path: Path, clock: StillClock) -> None:
    (tmp_path / "strict").mkdir()
    office = Office(tmp_path / "strict", clock, captcha=True, captcha_text=lambda: "ACDEF")
    with CentralClient(office.server.url, version="0", clock=clock) as client:
        captcha = request_captcha(client)
        assert captcha is not None
        assert captcha.image.startswith(b"\x89PNG")
        with pytest.raises(WrongCaptchaError):
            sign_in(client, "ana", PASSWORD, captcha.captcha_id, "XXXXX", "prueba")
        again = request_captcha(client)
        assert again is not None
        assert sign_in(client, "ana", PASSWORD, again.captcha_id, "ACDEF", "prueba").session.user == "ana"
    office.close()


def test_refreshing_changes_both_tokens(client: CentralClient) -> None:
    old = sign_in(client, "ana", PASSWORD, None, None, "prueba").session
    new = refresh(client, old)
    assert new.server == old.server
    assert {new.access_token, new.refresh_token}.isdisjoint({old.access_token, old.refresh_token})


def test_a_lost_refresh_logs_nobody_out(client: CentralClient, office: Office) -> None:
    old = sign_in(client, "ana", PASSWORD, None, None, "prueba").session
    office.faults.add("refresh", lost_answer)
    with pytest.raises(CutError):
        refresh(client, old)
    assert client.ask_page(refresh(client, old).access_token, None, None) is not None


def test_signing_out_ends_the_session_and_may_be_repeated(client: CentralClient) -> None:
    session = sign_in(client, "ana", PASSWORD, None, None, "prueba").session
    sign_out(client, session)
    sign_out(client, session)
    with pytest.raises(SessionEndedError):
        client.ask_page(session.access_token, None, None)
    with pytest.raises(SessionEndedError):
        refresh(client, session)


def test_an_access_token_grows_old(client: CentralClient, clock: StillClock) -> None:
    session = sign_in(client, "ana", PASSWORD, None, None, "prueba").session
    clock.pass_seconds(3601)
    with pytest.raises(TokenExpiredError):
        client.ask_page(session.access_token, None, None)


def test_a_portal_is_never_a_wrong_password(client: CentralClient, office: Office) -> None:
    office.faults.add("sign_in", html_portal)
    with pytest.raises(PortalError):
        sign_in(client, "ana", PASSWORD, None, None, "prueba")


def test_a_mail_is_asked_for_without_learning_whether_the_address_is_known(
    client: CentralClient, office: Office
) -> None:
    request_password_mail(client, ANA.correo, None, None)
    request_password_mail(client, "nadie@correo.pe", None, None)
    with office.store.reading() as db:
        assert db.execute(text("SELECT count(*) FROM mail")).scalar_one() == 1


def test_any_other_refusal_carries_the_servers_sentence(client: CentralClient, office: Office) -> None:
    office.faults.add("sign_in", status(422, problem="invalid-request"))
    with pytest.raises(RefusedError) as caught:
        sign_in(client, "ana", PASSWORD, None, None, "prueba")
    assert caught.value.problem.code == "invalid-request"
    assert caught.value.detail
