"""Immutable bytes by SHA-256, and who may read them."""

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import Connection, LargeBinary, bindparam, delete, func, insert, select

from central.store.bundle_tables import BlobCut
from central.store.schema import Blob, BlobReader
from documents.thin import Cut

# Built once: building a statement costs more than asking it.
_HELD = select(Blob.size).where(Blob.sha256 == bindparam("name"))
_READABLE = (
    select(Blob.size)
    .join(BlobReader, BlobReader.sha256 == Blob.sha256)
    .where(Blob.sha256 == bindparam("name"), BlobReader.feed == bindparam("feed"))
    .limit(1)
)
_PART = select(func.substr(Blob.content, bindparam("first"), bindparam("length"), type_=LargeBinary)).where(
    Blob.sha256 == bindparam("name")
)
_CUT = select(BlobCut.head, BlobCut.length).where(BlobCut.sha256 == bindparam("name"))
_READER = select(BlobReader.fact).where(
    BlobReader.sha256 == bindparam("name"),
    BlobReader.feed == bindparam("feed"),
    BlobReader.fact == bindparam("through"),
)


@dataclass(frozen=True, slots=True)
class Drawing:
    """A drawn PDF about to be kept for one fact of one feed."""

    sha256: str
    content: bytes
    feed: str
    fact: str
    cut: Cut | None = None  # what it can leave out on the line


def keep_blobs(db: Connection, drawings: Iterable[Drawing]) -> None:
    """Keep each content once and let its feed read it through its fact. Idempotent."""
    for drawing in drawings:
        if db.scalar(_HELD, {"name": drawing.sha256}) is None:
            db.execute(insert(Blob).values(sha256=drawing.sha256, size=len(drawing.content), content=drawing.content))
            if drawing.cut is not None:
                cut = {"head": drawing.cut.head, "length": drawing.cut.length}
                db.execute(insert(BlobCut).values(sha256=drawing.sha256, **cut))
        share_blob(db, drawing.feed, drawing.sha256, drawing.fact)


def release_blobs(db: Connection, fact: str) -> None:
    """Nobody reads a blob through this fact any more.

    The bytes stay: an answer under way may end, and they may be somebody else's too.
    """
    db.execute(delete(BlobReader).where(BlobReader.fact == fact))


def blob_size(db: Connection, feed: str, sha256: str) -> int | None:
    """Bytes of a blob that this feed may read; None when there is none such."""
    return db.scalar(_READABLE, {"name": sha256, "feed": feed})


def readable_blob(db: Connection, feed: str, sha256: str, *, most: int) -> bytes | None:
    """A blob that this feed may read, whole; None when there is none such, or it is larger than `most` bytes."""
    size = blob_size(db, feed, sha256)
    return None if size is None or size > most else blob_part(db, sha256, 0, size)


def blob_named(db: Connection, feed: str, prefix: str) -> str | None:
    """The SHA-256 that begins so, of a blob that this feed may read. `prefix`: hex digits only."""
    query = select(BlobReader.sha256).where(BlobReader.feed == feed, BlobReader.sha256.startswith(prefix))
    return db.scalar(query.limit(1))


def blob_part(db: Connection, sha256: str, start: int, length: int) -> bytes:
    """Some bytes out of the middle, without reading the rest into memory."""
    return bytes(db.execute(_PART, {"name": sha256, "first": start + 1, "length": length}).scalar_one())


def cut_of(db: Connection, sha256: str) -> Cut | None:
    """What this blob can leave out on the line."""
    row = db.execute(_CUT, {"name": sha256}).one_or_none()
    return None if row is None else Cut(bytes(row[0]), row[1])


def share_blob(db: Connection, feed: str, sha256: str, fact: str) -> None:
    """Let a feed read bytes that are here through one more of its facts. Idempotent."""
    if db.scalar(_READER, {"name": sha256, "feed": feed, "through": fact}) is None:
        db.execute(insert(BlobReader).values(sha256=sha256, feed=feed, fact=fact))
