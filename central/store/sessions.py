"""Sign-ins and their tokens: rotation that survives lost answers.

A sign-in gives a grant: an access token and a refresh token. Refreshing gives a successor and leaves the grant it was
asked with as it was, because the answer may never arrive. The first use of either token of a successor proves that it
arrived: then its parent is spent, and the other successors of that parent (answers that got lost) are dropped. A spent
refresh token says that the session ended but ends nothing: a copy of a request that a slow network delivers late must
not sign anybody out. Tokens are 256 random bits, so a fast hash is enough to keep them.
"""

import hashlib
import secrets
from dataclasses import dataclass
from enum import Enum
from typing import Any

from sqlalchemy import Connection, bindparam, delete, insert, select, update
from sqlalchemy.orm import InstrumentedAttribute

from central.store.schema import Account, Grant, SignIn


@dataclass(frozen=True, slots=True)
class Tokens:
    """A grant as its owner gets it, once."""

    access: str
    refresh: str


class Refusal(Enum):
    """Why a token is not taken."""

    EXPIRED = "expired"  # or unknown: refreshing will tell
    ENDED = "ended"


@dataclass(frozen=True, slots=True)
class Holder:
    """Whose token it is."""

    grant: int
    parent: int | None
    sign_in: int
    feed: str
    used: bool


@dataclass(frozen=True, slots=True)
class Lifetime:
    """When tokens given now run out: instants in seconds."""

    access_ends: int
    refresh_ends: int


def begin_sign_in(db: Connection, account: int, device: str, *, now: int, life: Lifetime) -> Tokens:
    """A new session on a device."""
    begin = insert(SignIn).values(account=account, device=device[:200], began=now, ended=None).returning(SignIn.id)
    return _grant(db, db.execute(begin).scalar_one(), None, life)


def holder_of_access(db: Connection, token: str, *, now: int) -> Holder | Refusal:
    """Whom an access token speaks for. Reads only; the caller must `mark_used` what is not."""
    found = _find(db, _BY_ACCESS, token)
    if found is None:
        return Refusal.EXPIRED
    holder, ended, access_ends, _, _ = found
    if ended:
        return Refusal.ENDED
    return holder if now < access_ends else Refusal.EXPIRED


def refresh(db: Connection, token: str, *, now: int, life: Lifetime) -> Tokens | Refusal:
    """A successor for the grant of this refresh token."""
    found = _find(db, _BY_REFRESH, token)
    if found is None:
        return Refusal.ENDED
    holder, ended, _, refresh_ends, spent = found
    if ended or spent or now >= refresh_ends:
        return Refusal.ENDED
    mark_used(db, holder)
    return _grant(db, holder.sign_in, holder.grant, life)


def mark_used(db: Connection, holder: Holder) -> None:
    """The first use of a grant spends its parent, drops its siblings and forgets its grandparent."""
    if holder.used:
        return
    first = db.execute(update(Grant).where(Grant.id == holder.grant, Grant.used.is_(False)).values(used=True))
    if first.rowcount == 0 or holder.parent is None:  # somebody was faster, or it is the first of its session
        return
    db.execute(delete(Grant).where(Grant.parent == holder.parent, Grant.id != holder.grant))
    older = db.scalar(select(Grant.parent).where(Grant.id == holder.parent))
    db.execute(update(Grant).where(Grant.id == holder.parent).values(spent=True, parent=None))
    db.execute(delete(Grant).where(Grant.id == older))


def end_sign_in(db: Connection, token: str, *, now: int) -> None:
    """End the session of an access token, whatever its age. Unknown tokens change nothing."""
    sign_in = select(Grant.sign_in).where(Grant.access == _digest(token)).scalar_subquery()
    db.execute(update(SignIn).where(SignIn.id == sign_in, SignIn.ended.is_(None)).values(ended=now))


def end_all_sign_ins(db: Connection, account: int, *, now: int) -> None:
    """End every session of an account."""
    db.execute(update(SignIn).where(SignIn.account == account, SignIn.ended.is_(None)).values(ended=now))


def _grant(db: Connection, sign_in: int, parent: int | None, life: Lifetime) -> Tokens:
    tokens = Tokens(secrets.token_urlsafe(32), secrets.token_urlsafe(32))
    db.execute(
        insert(Grant).values(
            sign_in=sign_in,
            parent=parent,
            access=_digest(tokens.access),
            access_ends=life.access_ends,
            refresh=_digest(tokens.refresh),
            refresh_ends=life.refresh_ends,
            used=parent is None,  # nothing comes before the first: its use proves nothing
            spent=False,
        )
    )
    return tokens


def _find(db: Connection, query: Any, token: str) -> tuple[Holder, bool, int, int, bool] | None:
    """Holder, whether the session ended, both ends, whether it is spent."""
    row = db.execute(query, {"digest": _digest(token)}).one_or_none()
    return None if row is None else (Holder(*row[:5]), row[5] is not None, row[6], row[7], row[8])


def _of(column: InstrumentedAttribute[str]) -> Any:
    """Built once: building it costs more than asking, and every call asks."""
    return (
        select(
            Grant.id, Grant.parent, Grant.sign_in, Account.feed, Grant.used,
            SignIn.ended, Grant.access_ends, Grant.refresh_ends, Grant.spent,
        )
        .join(SignIn, SignIn.id == Grant.sign_in)
        .join(Account, Account.id == SignIn.account)
        .where(column == bindparam("digest"))
    )  # fmt: skip


_BY_ACCESS = _of(Grant.access)
_BY_REFRESH = _of(Grant.refresh).with_for_update(of=SignIn)


def _digest(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
