"""Signing in and out, staying signed in, asking for a password mail. Stores nothing: the caller does, or does not.

The password goes into one call and is kept nowhere.
"""

from dataclasses import dataclass, replace
from datetime import timedelta

from storage.records import PersonFact, Session
from sync.client import CentralClient
from sync.core.gate import Expected
from sync.errors import InterferenceError, SessionEndedError
from sync.shapes import WireCaptcha, WireSignedIn, WireTokens, read
from sync.wire import write

CAPTCHA = Expected(statuses=frozenset({201}), refusals=frozenset({404, 422}))
SIGN_IN = Expected(statuses=frozenset({201}), refusals=frozenset({401, 422}))
REFRESH = Expected(statuses=frozenset({200}), refusals=frozenset({401, 422}))
SIGN_OUT = Expected(statuses=frozenset({204}), refusals=frozenset({401}), content_type=None)
PASSWORD_MAIL = Expected(statuses=frozenset({202}), refusals=frozenset({422}))


@dataclass(frozen=True, slots=True)
class Captcha:
    """An image to read."""

    captcha_id: str
    image: bytes  # PNG
    expires_in: int  # seconds


@dataclass(frozen=True, slots=True)
class SignedIn:
    """A new session, and whose it is."""

    session: Session
    person: PersonFact


def request_captcha(client: CentralClient) -> Captcha | None:
    """A new image, or None when the server wants none. Raises NetworkConditionError."""
    wire = read(client.ask("POST", "/v1/captchas", CAPTCHA).body, WireCaptcha)
    if not wire.required:
        return None
    if wire.captcha_id is None or wire.image is None or wire.expires_in is None:
        raise InterferenceError("schema", "a captcha without its image")
    return Captcha(wire.captcha_id, wire.image, wire.expires_in)


def sign_in(
    client: CentralClient, user: str, password: str, captcha_id: str | None, captcha_text: str | None, device: str
) -> SignedIn:
    """A session of its own for this device. `device`: what the person calls this computer.

    Raises WrongCredentialsError, WrongCaptchaError (ask for a new image after either), BusyError("too-many-attempts"),
    RefusedError, NetworkConditionError.
    """
    body = write(user=user, password=password, captcha_id=captcha_id, captcha_text=captcha_text, device=device)
    wire = read(client.ask("POST", "/v1/sessions", SIGN_IN, body=body).body, WireSignedIn)
    return SignedIn(_session(client, user, wire), wire.person)


def refresh(client: CentralClient, session: Session) -> Session:
    """The session with new tokens, to be stored at once. Raises SessionEndedError, NetworkConditionError.

    A lost answer does no harm: the token that was used stays good until one of its successors has been used.
    """
    if session.refresh_token is None:
        raise SessionEndedError
    body = write(refresh_token=session.refresh_token)
    wire = read(client.ask("POST", "/v1/sessions/refresh", REFRESH, body=body).body, WireTokens)
    return replace(_session(client, session.user, wire), server=session.server)


def sign_out(client: CentralClient, session: Session) -> None:
    """Revoke this session's tokens at the server. A session that has ended already is no error."""
    try:
        client.ask("DELETE", "/v1/sessions/current", SIGN_OUT, token=session.access_token)
    except SessionEndedError:
        return


def request_password_mail(client: CentralClient, email: str, captcha_id: str | None, captcha_text: str | None) -> None:
    """Ask for a mail with a link. The server's answer never says whether it knows the address.

    Raises WrongCaptchaError, RefusedError, NetworkConditionError.
    """
    body = write(email=email, captcha_id=captcha_id, captcha_text=captcha_text)
    client.ask("POST", "/v1/password-resets", PASSWORD_MAIL, body=body)


def _session(client: CentralClient, user: str, wire: WireTokens) -> Session:
    until = client.clock.now() + timedelta(seconds=wire.access_expires_in)
    return Session(
        server=client.server, user=user, access_token=wire.access_token,
        access_expires_at=until, refresh_token=wire.refresh_token,
    )  # fmt: skip
