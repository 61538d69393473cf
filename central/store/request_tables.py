"""The tables of requests to change a legajo and of the files that come with them. See `central.store.schema`."""

from sqlalchemy import BigInteger, ForeignKey, Index, LargeBinary, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from central.store import bundle_tables, office_tables, stick_tables  # noqa: F401 -- theirs are among ALL_TABLES
from central.store.schema import DIGEST, Table

UUID = String(36)


class Request(Table):
    """One request, for ever: its uuid never means another. What it asks (`body`) is never changed."""

    __tablename__ = "request"
    uuid: Mapped[str] = mapped_column(UUID, primary_key=True)
    feed: Mapped[str] = mapped_column(ForeignKey("feed.name"), index=True)
    code: Mapped[str] = mapped_column(String(20), unique=True)
    digest: Mapped[str] = mapped_column(DIGEST)  # of the canonical body
    body: Mapped[str] = mapped_column(Text)
    subject: Mapped[str] = mapped_column(String(36))  # the record it is about; of papers, the action
    state: Mapped[str] = mapped_column(String(16))
    expediente: Mapped[str | None] = mapped_column(Text)
    filed_at: Mapped[int] = mapped_column(BigInteger)
    changed_at: Mapped[int] = mapped_column(BigInteger)  # grows with every change: clients name it to say what they saw
    taken_by: Mapped[str] = mapped_column(String(200))
    taker: Mapped[str] = mapped_column(String(32))  # the feed of whoever took it, or ""
    attended_by: Mapped[str] = mapped_column(String(200))
    reason: Mapped[str] = mapped_column(Text)
    deadline: Mapped[str | None] = mapped_column(String(10))
    history: Mapped[str] = mapped_column(Text)
    turn: Mapped[str] = mapped_column(String(64), index=True)  # its place in an office's list
    words: Mapped[str] = mapped_column(Text)  # what an office may look for, folded
    __table_args__ = (Index("request_about", "feed", "subject"),)


class RequestCounter(Table):
    """The last number given in a year. Official codes have no gaps: it moves in the transaction that files."""

    __tablename__ = "request_counter"
    year: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    last: Mapped[int]


class Decision(Table):
    """A decision of an office and what it was answered, for ever."""

    __tablename__ = "decision"
    uuid: Mapped[str] = mapped_column(UUID, primary_key=True)
    request: Mapped[str] = mapped_column(ForeignKey("request.uuid"))
    by: Mapped[str] = mapped_column(String(32))  # the feed of whoever decided
    digest: Mapped[str] = mapped_column(DIGEST)  # of the canonical body
    answer: Mapped[str] = mapped_column(Text)


class Reception(Table):
    """What a mesa de partes registered of a request; the newest."""

    __tablename__ = "reception"
    request: Mapped[str] = mapped_column(ForeignKey("request.uuid"), primary_key=True)
    by: Mapped[str] = mapped_column(String(32))  # the feed of whoever registered it
    body: Mapped[str] = mapped_column(Text)  # JSON, as it is served


class Seat(Table):
    """Which UGEL keeps a person's legajo: the one of the newest payslip, unless somebody says otherwise."""

    __tablename__ = "seat"
    feed: Mapped[str] = mapped_column(ForeignKey("feed.name"), primary_key=True)
    office: Mapped[str] = mapped_column(String(6), index=True)
    since: Mapped[str] = mapped_column(String(7))  # YYYY-MM of the payslip that said so


class Upload(Table):
    """A file on its way, or whole (`complete`: it is a blob now). Forgotten some time after it was last touched."""

    __tablename__ = "upload"
    feed: Mapped[str] = mapped_column(ForeignKey("feed.name"), primary_key=True)
    sha256: Mapped[str] = mapped_column(DIGEST, primary_key=True)
    length: Mapped[int] = mapped_column(BigInteger)
    received: Mapped[int] = mapped_column(BigInteger)
    complete: Mapped[bool]
    touched: Mapped[int] = mapped_column(BigInteger, index=True)


class UploadPiece(Table):
    """Some bytes of an upload, as they came."""

    __tablename__ = "upload_piece"
    feed: Mapped[str] = mapped_column(String(32), primary_key=True)
    sha256: Mapped[str] = mapped_column(DIGEST, primary_key=True)
    start: Mapped[int] = mapped_column(BigInteger, primary_key=True)
    content: Mapped[bytes] = mapped_column(LargeBinary)


ALL_TABLES = Table.metadata  # those of `central.store.schema` too
