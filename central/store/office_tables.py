"""The tables of an office's trace: looks at files, reports of looks, changes of roles. See `central.office`."""

from sqlalchemy import BigInteger, ForeignKey, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from central.store.schema import Table


class Look(Table):
    """Somebody of an office looked at a person's file, once or more within a short time."""

    __tablename__ = "look"
    id: Mapped[str] = mapped_column(String(36), primary_key=True)
    feed: Mapped[str] = mapped_column(ForeignKey("feed.name"))
    clerk: Mapped[str] = mapped_column(String(32))  # the feed of whoever looked
    why: Mapped[str] = mapped_column(String(16))
    what: Mapped[str] = mapped_column(String(200))
    first: Mapped[int] = mapped_column(BigInteger)
    last: Mapped[int] = mapped_column(BigInteger)
    times: Mapped[int]
    __table_args__ = (Index("look_at", "feed", "clerk", "last"),)


class LookReport(Table):
    """A look that was reported: not counted again when the report comes twice."""

    __tablename__ = "look_report"
    uuid: Mapped[str] = mapped_column(String(36), primary_key=True)


class RoleChange(Table):
    """Who gave or took which roles, for ever."""

    __tablename__ = "role_change"
    id: Mapped[int] = mapped_column(primary_key=True)
    office: Mapped[str] = mapped_column(String(6), index=True)
    at: Mapped[int] = mapped_column(BigInteger)
    by: Mapped[str] = mapped_column(String(200))  # as a history names people
    whom: Mapped[str] = mapped_column(String(200))
    doc_numero: Mapped[str] = mapped_column(String(32))
    before: Mapped[str] = mapped_column(Text)  # JSON
    after: Mapped[str] = mapped_column(Text)
