"""Bundles as they were made: immutable, so that a download of one may go on at any byte, weeks later."""

from dataclasses import dataclass

from sqlalchemy import Connection, LargeBinary, delete, func, insert, select

from central.store.bundle_tables import Bundle
from central.store.schema import Blob, BlobReader, Fact

KEPT_SECONDS = 60 * 86_400  # of one that a newer one has replaced


@dataclass(frozen=True, slots=True)
class BundleMark:
    """What a page says of a bundle."""

    id: str  # SHA-256 of its bytes
    size: int
    count: int  # PDFs


def payslip_pdfs(db: Connection, feed: str) -> list[tuple[str, int]]:
    """SHA-256 and size of the PDF of each living payslip of a feed, the newest payslip first, each PDF once."""
    readable = (
        select(Blob.sha256, Blob.size, Fact.document)
        .join(BlobReader, BlobReader.sha256 == Blob.sha256)
        .join(Fact, (Fact.id == BlobReader.fact) & (Fact.kind == "payslip"))
        .where(BlobReader.feed == feed, Fact.feed == feed, Fact.document.is_not(None))
        .order_by(Fact.rank.desc())
    )
    # A payslip that was published again has its earlier PDF too: only the one that it names now is wanted.
    named = ((sha256, size) for sha256, size, document in db.execute(readable) if f'"{sha256}"' in (document or ""))
    return list(dict.fromkeys(named))


def find_bundle(db: Connection, feed: str, contents: str) -> BundleMark | None:
    """The bundle of this list of PDFs."""
    query = select(Bundle.id, Bundle.size, Bundle.count).where(Bundle.feed == feed, Bundle.contents == contents)
    row = db.execute(query.limit(1)).one_or_none()
    return None if row is None else BundleMark(*row)


def keep_bundle(db: Connection, feed: str, contents: str, mark: BundleMark, content: bytes, now: int) -> None:
    """Keep a bundle; those that it replaced long ago go."""
    db.execute(delete(Bundle).where(Bundle.feed == feed, Bundle.made < now - KEPT_SECONDS))
    if find_bundle(db, feed, contents) is None:
        values = {"id": mark.id, "size": mark.size, "count": mark.count}
        db.execute(insert(Bundle).values(feed=feed, contents=contents, made=now, content=content, **values))


def bundle_size(db: Connection, feed: str, id_: str) -> int | None:
    """Bytes of a bundle of this feed; None when there is none such."""
    return db.scalar(select(Bundle.size).where(Bundle.feed == feed, Bundle.id == id_))


def bundle_part(db: Connection, feed: str, id_: str, start: int, length: int) -> bytes:
    """Some bytes out of the middle; none when it is gone."""
    part = func.substr(Bundle.content, start + 1, length, type_=LargeBinary)
    return bytes(db.scalar(select(part).where(Bundle.feed == feed, Bundle.id == id_)) or b"")
