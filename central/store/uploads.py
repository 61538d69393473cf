"""Files on their way: every piece is kept as it comes, until the whole is a blob of its person or is forgotten.

Keyed by person and SHA-256: what somebody else has sent is not known here, whatever its name.
"""

import hashlib
from dataclasses import dataclass

from sqlalchemy import Connection, Select, and_, delete, func, insert, select, update

from central.store.blobs import Drawing, blob_size, keep_blobs
from central.store.request_tables import Upload, UploadPiece
from central.store.schema import Blob, BlobReader

READER = "upload"  # the fact through which a person reads what they sent


@dataclass(frozen=True, slots=True)
class KeptUpload:
    """How far a file is. Bytes."""

    length: int
    received: int

    @property
    def is_whole(self) -> bool:
        return self.received == self.length


def find_upload(db: Connection, feed: str, sha256: str) -> KeptUpload | None:
    """What is here of a file; one that is a blob of the person's is here whole."""
    size = blob_size(db, feed, sha256)
    if size is not None:
        return KeptUpload(size, size)
    query = select(Upload.length, Upload.received).where(Upload.feed == feed, Upload.sha256 == sha256)
    row = db.execute(query).one_or_none()
    return None if row is None else KeptUpload(*row)


def bytes_promised(db: Connection, feed: str) -> int:
    """What a person's uploads take, or will when they are whole."""
    return db.scalar(select(func.sum(Upload.length)).where(Upload.feed == feed)) or 0


def begin_upload(db: Connection, feed: str, sha256: str, length: int, *, now: int) -> None:
    """Expect a file. It is not known yet."""
    db.execute(insert(Upload).values(feed=feed, sha256=sha256, length=length, received=0, complete=False, touched=now))


def touch_upload(db: Connection, feed: str, sha256: str, *, now: int) -> None:
    """Somebody still wants it."""
    db.execute(update(Upload).where(Upload.feed == feed, Upload.sha256 == sha256).values(touched=now))


def keep_piece(db: Connection, feed: str, sha256: str, start: int, content: bytes, *, now: int) -> bool:
    """Keep bytes that follow what is here. False when they do not: another connection was faster."""
    end = start + len(content)
    grown = db.execute(
        update(Upload)
        .where(Upload.feed == feed, Upload.sha256 == sha256, Upload.received == start, Upload.length >= end)
        .values(received=end, touched=now)
    )
    if grown.rowcount == 0:
        return False
    db.execute(insert(UploadPiece).values(feed=feed, sha256=sha256, start=start, content=content))
    return True


def head_of(db: Connection, feed: str, sha256: str, size: int) -> bytes:
    """The first bytes of what is here, `size` at most."""
    head = b""
    for content in db.scalars(_pieces(feed, sha256)):
        head += content
        if len(head) >= size:
            break
    return head[:size]


def finish_upload(db: Connection, feed: str, sha256: str) -> bool:
    """Make the pieces a blob of the person's. False when they are not what was named: then they are forgotten."""
    content = b"".join(db.scalars(_pieces(feed, sha256)))
    if hashlib.sha256(content).hexdigest() != sha256:
        forget_upload(db, feed, sha256)
        return False
    keep_blobs(db, [Drawing(sha256, content, feed, READER)])
    _drop_pieces(db, feed, sha256)
    db.execute(update(Upload).where(Upload.feed == feed, Upload.sha256 == sha256).values(complete=True))
    return True


def forget_upload(db: Connection, feed: str, sha256: str) -> None:
    """It begins again at nothing, if it does. What a request took with it stays with the request."""
    _drop_pieces(db, feed, sha256)
    db.execute(delete(Upload).where(Upload.feed == feed, Upload.sha256 == sha256))
    mine = (BlobReader.feed == feed, BlobReader.sha256 == sha256, BlobReader.fact == READER)
    if db.execute(delete(BlobReader).where(*mine)).rowcount:
        read = select(BlobReader.sha256).where(BlobReader.sha256 == sha256).exists()
        db.execute(delete(Blob).where(and_(Blob.sha256 == sha256, ~read)))


def forget_old_uploads(db: Connection, *, before: int) -> None:
    """All that nobody touched since then."""
    old = db.execute(select(Upload.feed, Upload.sha256).where(Upload.touched < before)).all()
    for feed, sha256 in old:
        forget_upload(db, feed, sha256)


def _pieces(feed: str, sha256: str) -> Select[bytes]:
    query = select(UploadPiece.content).where(UploadPiece.feed == feed, UploadPiece.sha256 == sha256)
    return query.order_by(UploadPiece.start)


def _drop_pieces(db: Connection, feed: str, sha256: str) -> None:
    db.execute(delete(UploadPiece).where(UploadPiece.feed == feed, UploadPiece.sha256 == sha256))
