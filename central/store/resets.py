"""Links that let somebody choose a new password, once, and the mails that carry them. Nothing here sends anything."""

import hashlib
import secrets
from dataclasses import dataclass

from sqlalchemy import Connection, delete, func, insert, select

from central.store.schema import Mail, Reset


@dataclass(frozen=True, slots=True)
class Letter:
    """A mail, ready to be sent."""

    recipient: str
    subject: str
    body: str


def make_reset(db: Connection, account: int, *, ends: int, now: int) -> str:
    """A new token for this account."""
    db.execute(delete(Reset).where(Reset.ends <= now))
    token = secrets.token_urlsafe(32)
    db.execute(insert(Reset).values(token=_digest(token), account=account, made=now, ends=ends))
    return token


def newest_reset(db: Connection, account: int) -> int | None:
    """When the account's last link that still holds was made."""
    return db.scalar(select(func.max(Reset.made)).where(Reset.account == account))


def account_of_reset(db: Connection, token: str, *, now: int) -> int | None:
    """Whose password this token may change; None when it ran out, was used or never was."""
    return db.scalar(select(Reset.account).where(Reset.token == _digest(token), Reset.ends > now))


def spend_resets(db: Connection, account: int) -> None:
    """The account chose its password: none of its links holds any more."""
    db.execute(delete(Reset).where(Reset.account == account))


def keep_letter(db: Connection, letter: Letter, *, now: int) -> int:
    """Put a mail out for sending. Returns its number."""
    keep = insert(Mail).values(recipient=letter.recipient, subject=letter.subject, body=letter.body, written=now)
    return db.execute(keep.returning(Mail.id)).scalar_one()


def letters(db: Connection) -> tuple[Letter, ...]:
    """All mails, oldest first."""
    rows = db.execute(select(Mail.recipient, Mail.subject, Mail.body).order_by(Mail.id))
    return tuple(Letter(*row) for row in rows)


def _digest(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
