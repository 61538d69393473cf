"""The tables. Typed for queries only: no unit of work, no lazy loading.

Instants are whole seconds since 1970 (UTC): every database keeps integers alike. Secrets are kept as SHA-256 of 256
random bits, passwords as Argon2id strings.
"""

from sqlalchemy import BigInteger, ForeignKey, Index, LargeBinary, String, Text
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

COMMONS = ""  # the name of the feed that belongs to everybody
DIGEST = String(64)  # lower-case hex


class Table(DeclarativeBase):
    """What all tables share."""


class Origin(Table):
    """One row: which store this is. A restored backup must get a new epoch (`python -m central new-epoch`)."""

    __tablename__ = "origin"
    id: Mapped[int] = mapped_column(primary_key=True)
    epoch: Mapped[str] = mapped_column(String(32))


class Feed(Table):
    """One person's sequence (named by the document number), or everybody's (`COMMONS`).

    `key` is random, so that the words the client carries about name no person.
    """

    __tablename__ = "feed"
    name: Mapped[str] = mapped_column(String(32), primary_key=True)
    key: Mapped[str] = mapped_column(String(32))
    seq: Mapped[int] = mapped_column(BigInteger)


class Fact(Table):
    """The newest state of one thing, at the sequence of its last change. `document` null = withdrawn (a tombstone).

    `rank` orders a kind inside the first walk, the greatest first.
    """

    __tablename__ = "fact"
    kind: Mapped[str] = mapped_column(String(16), primary_key=True)
    id: Mapped[str] = mapped_column(String(64), primary_key=True)
    feed: Mapped[str] = mapped_column(ForeignKey("feed.name"))
    seq: Mapped[int] = mapped_column(BigInteger)
    rank: Mapped[str] = mapped_column(String(80))
    document: Mapped[str | None] = mapped_column(Text)
    __table_args__ = (
        Index("fact_in_sequence", "feed", "seq", unique=True),
        Index("fact_in_walk", "feed", "kind", "rank"),
    )


class Blob(Table):
    """Immutable bytes, named by their SHA-256."""

    __tablename__ = "blob"
    sha256: Mapped[str] = mapped_column(DIGEST, primary_key=True)
    size: Mapped[int] = mapped_column(BigInteger)
    content: Mapped[bytes] = mapped_column(LargeBinary)


class BlobReader(Table):
    """Who may read a blob, and through which fact."""

    __tablename__ = "blob_reader"
    sha256: Mapped[str] = mapped_column(ForeignKey("blob.sha256"), primary_key=True)
    feed: Mapped[str] = mapped_column(ForeignKey("feed.name"), primary_key=True)
    fact: Mapped[str] = mapped_column(String(64), primary_key=True)
    __table_args__ = (Index("blob_reader_by_fact", "fact"),)


class Account(Table):
    """Who may sign in, and whose feed they read."""

    __tablename__ = "account"
    id: Mapped[int] = mapped_column(primary_key=True)
    user: Mapped[str] = mapped_column(String(128), unique=True)  # folded
    email: Mapped[str] = mapped_column(String(254), index=True)  # folded
    password: Mapped[str] = mapped_column(String(256))
    feed: Mapped[str] = mapped_column(ForeignKey("feed.name"), unique=True)


class SignIn(Table):
    """One sign-in on one device, until it ends."""

    __tablename__ = "sign_in"
    id: Mapped[int] = mapped_column(primary_key=True)
    account: Mapped[int] = mapped_column(ForeignKey("account.id"), index=True)
    device: Mapped[str] = mapped_column(String(200))
    began: Mapped[int] = mapped_column(BigInteger)
    ended: Mapped[int | None] = mapped_column(BigInteger)


class Grant(Table):
    """One pair of tokens. See `central.store.sessions` for the rotation."""

    __tablename__ = "token_grant"
    id: Mapped[int] = mapped_column(primary_key=True)
    sign_in: Mapped[int] = mapped_column(ForeignKey("sign_in.id"), index=True)
    parent: Mapped[int | None] = mapped_column(BigInteger, index=True)  # the grant it was had with
    access: Mapped[str] = mapped_column(DIGEST, unique=True)
    access_ends: Mapped[int] = mapped_column(BigInteger)
    refresh: Mapped[str] = mapped_column(DIGEST, unique=True)
    refresh_ends: Mapped[int] = mapped_column(BigInteger)
    used: Mapped[bool]
    spent: Mapped[bool]  # a successor has been used


class Attempt(Table):
    """Failed sign-ins in a row under one name, whether or not anybody has that name."""

    __tablename__ = "attempt"
    user: Mapped[str] = mapped_column(DIGEST, primary_key=True)
    count: Mapped[int]
    not_before: Mapped[int] = mapped_column(BigInteger)
    last: Mapped[int] = mapped_column(BigInteger, index=True)


class Captcha(Table):
    """An image that waits for its answer."""

    __tablename__ = "captcha"
    id: Mapped[str] = mapped_column(String(43), primary_key=True)
    text: Mapped[str] = mapped_column(String(16))
    ends: Mapped[int] = mapped_column(BigInteger, index=True)


class Reset(Table):
    """A link that lets an account choose a new password, once."""

    __tablename__ = "reset"
    token: Mapped[str] = mapped_column(DIGEST, primary_key=True)
    account: Mapped[int] = mapped_column(ForeignKey("account.id"), index=True)
    made: Mapped[int] = mapped_column(BigInteger)
    ends: Mapped[int] = mapped_column(BigInteger)


class Mail(Table):
    """A mail to be sent by somebody else."""

    __tablename__ = "mail"
    id: Mapped[int] = mapped_column(primary_key=True)
    recipient: Mapped[str] = mapped_column(String(254))
    subject: Mapped[str] = mapped_column(String(200))
    body: Mapped[str] = mapped_column(Text)
    written: Mapped[int] = mapped_column(BigInteger)
