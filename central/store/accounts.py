"""Accounts: who signs in under which name, and whose feed they read."""

from dataclasses import dataclass

from sqlalchemy import Connection, insert, select, update

from central.store.schema import Account, Fact


@dataclass(frozen=True, slots=True)
class KeptAccount:
    """What signing in needs to know."""

    id: int
    user: str
    password: str
    feed: str
    email: str


_ACCOUNT = (Account.id, Account.user, Account.password, Account.feed, Account.email)


def fold(name: str) -> str:
    """User names and mail addresses are the same whatever their case and the spaces around them."""
    return name.strip().casefold()


def add_account(db: Connection, *, feed: str, user: str, email: str, password: str) -> None:
    """A new account; `password` is hashed already."""
    db.execute(insert(Account).values(feed=feed, user=fold(user), email=fold(email), password=password))


def find_account(db: Connection, user: str) -> KeptAccount | None:
    """By user name."""
    row = db.execute(select(*_ACCOUNT).where(Account.user == fold(user))).one_or_none()
    return None if row is None else KeptAccount(*row)


def account_by_id(db: Connection, id_: int) -> KeptAccount:
    """By number; it exists."""
    return KeptAccount(*db.execute(select(*_ACCOUNT).where(Account.id == id_)).one())


def accounts_by_email(db: Connection, email: str) -> tuple[KeptAccount, ...]:
    """All that receive their mail there: a family may share one address."""
    return tuple(KeptAccount(*row) for row in db.execute(select(*_ACCOUNT).where(Account.email == fold(email))))


def set_password(db: Connection, id_: int, hashed: str) -> None:
    """Choose another password."""
    db.execute(update(Account).where(Account.id == id_).values(password=hashed))


def person_document(db: Connection, feed: str) -> str:
    """The person as JSON."""
    return db.execute(select(Fact.document).where(Fact.kind == "person", Fact.id == feed)).scalar_one() or "null"
