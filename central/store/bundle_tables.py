"""The tables of bundles and of what PDFs can leave out of them. See `central.store.schema`."""

from sqlalchemy import BigInteger, ForeignKey, Index, LargeBinary
from sqlalchemy.orm import Mapped, mapped_column

from central.store.schema import DIGEST, Table


class Bundle(Table):
    """The PDFs of one person's payslips in one stream. `contents` is the digest of the list of them."""

    __tablename__ = "bundle"
    feed: Mapped[str] = mapped_column(ForeignKey("feed.name"), primary_key=True)
    id: Mapped[str] = mapped_column(DIGEST, primary_key=True)
    contents: Mapped[str] = mapped_column(DIGEST)
    size: Mapped[int] = mapped_column(BigInteger)
    count: Mapped[int]
    made: Mapped[int] = mapped_column(BigInteger)
    content: Mapped[bytes] = mapped_column(LargeBinary)
    __table_args__ = (Index("bundle_by_contents", "feed", "contents"),)


class BlobCut(Table):
    """What a PDF can leave out on the line (`documents.thin.Cut`), found when it is published."""

    __tablename__ = "blob_cut"
    sha256: Mapped[str] = mapped_column(ForeignKey("blob.sha256"), primary_key=True)
    head: Mapped[bytes] = mapped_column(LargeBinary)
    length: Mapped[int] = mapped_column(BigInteger)
