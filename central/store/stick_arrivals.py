"""Packets on their way from an office: every piece is kept as it comes, until the whole is done."""

from sqlalchemy import Connection, delete, insert, select, update

from central.store.stick_tables import StickArrival, StickPiece


def begin_arrival(db: Connection, feed: str, sha256: str, size: int, *, now: int) -> tuple[int, int]:
    """Size and bytes that are here; expected from now on if it was not."""
    here = (StickArrival.feed == feed, StickArrival.sha256 == sha256)
    row = db.execute(select(StickArrival.size, StickArrival.received).where(*here)).one_or_none()
    if row is None:
        db.execute(insert(StickArrival).values(feed=feed, sha256=sha256, size=size, received=0, touched=now))
        return size, 0
    db.execute(update(StickArrival).where(*here).values(touched=now))
    return row[0], row[1]


def keep_arrived(db: Connection, feed: str, sha256: str, start: int, content: bytes, *, now: int) -> int | None:
    """How far it is after these bytes. They are kept if they follow what is here; None: nothing is expected."""
    grown = db.execute(
        update(StickArrival)
        .where(
            StickArrival.feed == feed, StickArrival.sha256 == sha256, StickArrival.received == start,
            StickArrival.size >= start + len(content),
        )
        .values(received=start + len(content), touched=now)
    )  # fmt: skip
    if grown.rowcount and content:
        db.execute(insert(StickPiece).values(feed=feed, sha256=sha256, start=start, content=content))
    query = select(StickArrival.received).where(StickArrival.feed == feed, StickArrival.sha256 == sha256)
    return db.scalar(query)


def arrived_pieces(db: Connection, feed: str, sha256: str) -> list[int]:
    """Where each begins, in order."""
    query = select(StickPiece.start).where(StickPiece.feed == feed, StickPiece.sha256 == sha256)
    return list(db.scalars(query.order_by(StickPiece.start)))


def arrived_piece(db: Connection, feed: str, sha256: str, start: int) -> bytes:
    """The bytes that begin there."""
    query = select(StickPiece.content).where(
        StickPiece.feed == feed, StickPiece.sha256 == sha256, StickPiece.start == start
    )
    return db.execute(query).scalar_one()


def forget_arrival(db: Connection, feed: str, sha256: str) -> None:
    """It is done, or spoiled."""
    db.execute(delete(StickPiece).where(StickPiece.feed == feed, StickPiece.sha256 == sha256))
    db.execute(delete(StickArrival).where(StickArrival.feed == feed, StickArrival.sha256 == sha256))


def forget_old_arrivals(db: Connection, *, before: int) -> None:
    """All that nobody touched since then."""
    old = db.execute(select(StickArrival.feed, StickArrival.sha256).where(StickArrival.touched < before)).all()
    for feed, sha256 in old:
        forget_arrival(db, feed, sha256)
