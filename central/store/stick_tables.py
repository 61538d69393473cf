"""The tables of devices and of packets on memory sticks. See `central.store.schema`."""

from sqlalchemy import BigInteger, ForeignKey, LargeBinary, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from central.store.schema import DIGEST, Table

KID = String(32)


class Device(Table):
    """The public key of one computer of one person's, and how far that computer said it was.

    `paired_by` is the feed of whoever of an office registered it, or "" when the person did; `how` says what that
    somebody looked at. A revoked key is never accepted again.
    """

    __tablename__ = "device"
    kid: Mapped[str] = mapped_column(KID, primary_key=True)
    feed: Mapped[str] = mapped_column(ForeignKey("feed.name"), index=True)
    public: Mapped[bytes] = mapped_column(LargeBinary(64))
    name: Mapped[str] = mapped_column(String(80))
    paired_at: Mapped[int] = mapped_column(BigInteger)
    paired_by: Mapped[str] = mapped_column(String(32))
    how: Mapped[str] = mapped_column(String(200))
    revoked_at: Mapped[int | None] = mapped_column(BigInteger)
    revoked_by: Mapped[str] = mapped_column(String(32))
    cursor: Mapped[str | None] = mapped_column(Text)
    trust: Mapped[int]
    catalogue: Mapped[int]
    results: Mapped[int] = mapped_column(BigInteger)  # the last result that it has
    wants: Mapped[str] = mapped_column(Text)  # JSON: PDFs that it lacks
    told_at: Mapped[int] = mapped_column(BigInteger)  # by the device's clock: an old packet does not set it back


class StickUp(Table):
    """A packet with a person's wishes that was opened and done, for ever."""

    __tablename__ = "stick_up"
    packet: Mapped[str] = mapped_column(KID, primary_key=True)
    device: Mapped[str] = mapped_column(ForeignKey("device.kid"), index=True)
    received: Mapped[int] = mapped_column(BigInteger)
    handed_by: Mapped[str] = mapped_column(String(32))
    commands: Mapped[int]


class StickResult(Table):
    """What became of one wish of a packet; travels back until the device says that it has it."""

    __tablename__ = "stick_result"
    number: Mapped[int] = mapped_column(primary_key=True)
    device: Mapped[str] = mapped_column(ForeignKey("device.kid"), index=True)
    result: Mapped[str] = mapped_column(Text)  # JSON


class StickArrival(Table):
    """A packet on its way from an office, by its SHA-256."""

    __tablename__ = "stick_arrival"
    sha256: Mapped[str] = mapped_column(DIGEST, primary_key=True)
    feed: Mapped[str] = mapped_column(String(32), primary_key=True)  # of whoever hands it over
    size: Mapped[int] = mapped_column(BigInteger)
    received: Mapped[int] = mapped_column(BigInteger)
    touched: Mapped[int] = mapped_column(BigInteger, index=True)


class StickPiece(Table):
    """Some bytes of it, as they came."""

    __tablename__ = "stick_piece"
    sha256: Mapped[str] = mapped_column(DIGEST, primary_key=True)
    feed: Mapped[str] = mapped_column(String(32), primary_key=True)
    start: Mapped[int] = mapped_column(BigInteger, primary_key=True)
    content: Mapped[bytes] = mapped_column(LargeBinary)


class Enrolment(Table):
    """A first packet under words: whoever opens it may pair one computer, once, until `ends`."""

    __tablename__ = "enrolment"
    token: Mapped[str] = mapped_column(DIGEST, primary_key=True)
    feed: Mapped[str] = mapped_column(ForeignKey("feed.name"))
    made_by: Mapped[str] = mapped_column(String(32))
    ends: Mapped[int] = mapped_column(BigInteger)
    spent_by: Mapped[str | None] = mapped_column(KID)


class School(Table):
    """Where the newest payslip of a person says that they work: an office takes packets to a whole school."""

    __tablename__ = "school"
    feed: Mapped[str] = mapped_column(ForeignKey("feed.name"), primary_key=True)
    name: Mapped[str] = mapped_column(String(200))
    since: Mapped[str] = mapped_column(String(7))
