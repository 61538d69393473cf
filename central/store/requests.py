"""Requests as they are kept. What may become of one is for `central.legajo` to say."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Select, bindparam, func, insert, select, update

from central.store.request_tables import Decision, Reception, Request, RequestCounter, Seat
from central.store.schema import BlobReader, Fact

OPEN = ("en_solicitud", "observado")
STATES = (*OPEN, "atendido", "rechazado", "anulado")


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptRequest:
    """One row. Instants in seconds; `body`, `expediente`, `history` and `reception` are JSON.

    `reception`: what the mesa de partes registered; `receiver`: the feed of whoever did.
    """

    uuid: str
    feed: str
    code: str
    digest: str
    body: str
    subject: str
    state: str
    expediente: str | None
    filed_at: int
    changed_at: int
    taken_by: str = ""
    taker: str = ""
    attended_by: str = ""
    reason: str = ""
    deadline: str | None = None
    history: str
    turn: str
    words: str
    reception: str | None = None
    receiver: str | None = None

    @property
    def is_open(self) -> bool:
        """Whether anything can still happen to it."""
        return self.state in OPEN


_NAMES = tuple(KeptRequest.__dataclass_fields__)
_OWN = _NAMES[:-2]  # of its own table
_ROWS = select(*(getattr(Request, name) for name in _OWN), Reception.body, Reception.by).outerjoin_from(
    Request, Reception, Reception.request == Request.uuid
)
_ONE = _ROWS.where(Request.uuid == bindparam("name"))  # built once: building it costs more than asking


def find_request(db: Connection, uuid: str) -> KeptRequest | None:
    """Whoever's it is."""
    row = db.execute(_ONE, {"name": uuid}).one_or_none()
    return None if row is None else _kept(tuple(row))


def add_request(db: Connection, kept: KeptRequest) -> None:
    """A new one."""
    db.execute(insert(Request).values(**_columns(kept)))


def replace_request(db: Connection, kept: KeptRequest) -> None:
    """What became of a known one."""
    db.execute(update(Request).where(Request.uuid == kept.uuid).values(**_columns(kept)))
    if kept.reception is not None:
        row = {"request": kept.uuid, "by": kept.receiver, "body": kept.reception}
        if not db.execute(update(Reception).where(Reception.request == kept.uuid).values(row)).rowcount:
            db.execute(insert(Reception).values(row))


def open_about(db: Connection, feed: str, subject: str) -> tuple[str, ...]:
    """The open requests of a person about one thing."""
    query = select(Request.uuid).where(Request.feed == feed, Request.subject == subject, Request.state.in_(OPEN))
    return tuple(db.scalars(query))


def next_number(db: Connection, year: int) -> int:
    """Counts from 1 each year."""
    last = db.scalar(select(RequestCounter.last).where(RequestCounter.year == year).with_for_update())
    if last is None:
        db.execute(insert(RequestCounter).values(year=year, last=1))
        return 1
    db.execute(update(RequestCounter).where(RequestCounter.year == year).values(last=last + 1))
    return last + 1


def note_seat(db: Connection, feed: str, office: str, since: str) -> str | None:
    """Which UGEL keeps the legajo; news older than what is known changes nothing. Returns the UGEL before."""
    known = db.execute(select(Seat.since, Seat.office).where(Seat.feed == feed)).one_or_none()
    if known is None:
        db.execute(insert(Seat).values(feed=feed, office=office, since=since))
        return None
    if known[0] <= since:
        db.execute(update(Seat).where(Seat.feed == feed).values(office=office, since=since))
    return str(known[1])


def seat_of(db: Connection, feed: str) -> str | None:
    """Which UGEL keeps somebody's legajo; None: nobody knows."""
    return db.scalar(select(Seat.office).where(Seat.feed == feed))


def requests_of(db: Connection, feed: str) -> tuple[KeptRequest, ...]:
    """All of a person, in the order they came."""
    query = _ROWS.where(Request.feed == feed).order_by(Request.filed_at, Request.uuid)
    return tuple(_kept(tuple(row)) for row in db.execute(query))


def requests_about(db: Connection, feed: str, subject: str) -> tuple[KeptRequest, ...]:
    """All of a person about one record."""
    query = _ROWS.where(Request.feed == feed, Request.subject == subject)
    return tuple(_kept(tuple(row)) for row in db.execute(query.order_by(Request.filed_at, Request.uuid)))


def requests_of_office(
    db: Connection, office: str, *, but: str, state: str, words: tuple[str, ...], after: str, limit: int
) -> tuple[KeptRequest, ...]:
    """By their turn, after one. `but`: the feed of whoever asks, nobody decides on their own."""
    query = _of_office(_ROWS, office, but).where(Request.turn > after)
    if state:
        query = query.where(Request.state == state)
    for word in words:
        query = query.where(Request.words.contains(word, autoescape=True))
    return tuple(_kept(tuple(row)) for row in db.execute(query.order_by(Request.turn).limit(limit)))


def request_of_office(db: Connection, office: str, uuid: str, *, but: str) -> KeptRequest | None:
    """One of its people's."""
    row = db.execute(_of_office(_ROWS, office, but).where(Request.uuid == uuid)).one_or_none()
    return None if row is None else _kept(tuple(row))


def office_may_read(db: Connection, office: str, sha256: str, *, but: str) -> tuple[str, str] | None:
    """The feed through which an office reads a file, and what it belongs to: the code of a request, "" for a legajo."""
    asked = _of_office(select(Request.uuid), office, but)
    filed = select(Fact.id).join(Seat, Seat.feed == Fact.feed)
    filed = filed.where(Fact.kind == "legajo_record", Fact.document.is_not(None))
    filed = filed.where(Seat.office == office, Fact.feed != but)
    query = select(BlobReader.feed, Request.code).where(BlobReader.sha256 == sha256)
    query = query.outerjoin(Request, Request.uuid == BlobReader.fact)
    query = query.where(BlobReader.fact.in_(asked) | BlobReader.fact.in_(filed)).order_by(Request.code.desc())
    row = db.execute(query.limit(1)).one_or_none()
    return None if row is None else (row[0], row[1] or "")


def paper_of_office(db: Connection, office: str, sha256: str, *, but: str, sealed: bool) -> str | None:
    """The feed through which an office reads a payslip or a constancia of its people; `sealed`: any paper of theirs."""
    kinds = Fact.kind == "payslip"
    if sealed:
        kinds |= Fact.kind == "paper"
    else:
        kinds |= (Fact.kind == "paper") & Fact.document.contains('"kind":"constancia"', autoescape=True)
    query = select(BlobReader.feed).join(Fact, Fact.id == BlobReader.fact).join(Seat, Seat.feed == Fact.feed)
    query = query.where(BlobReader.sha256 == sha256, kinds, Fact.document.is_not(None))
    return db.scalar(query.where(Seat.office == office, Fact.feed != but).limit(1))


def requests_with_file(db: Connection, office: str, sha256: str, *, but: str) -> tuple[KeptRequest, ...]:
    """The requests of an office's people that came with a file."""
    named = select(BlobReader.fact).where(BlobReader.sha256 == sha256)
    query = _of_office(_ROWS, office, but).where(Request.uuid.in_(named)).order_by(Request.filed_at)
    return tuple(_kept(tuple(row)) for row in db.execute(query))


def counts_of_office(db: Connection, office: str, *, but: str) -> dict[str, int]:
    """How many requests of each state."""
    query = _of_office(select(func.count()).select_from(Request), office, but)
    counts = {state: int(db.scalar(query.where(Request.state == state)) or 0) for state in STATES}
    return {state: count for state, count in counts.items() if count}


def due_of_office(db: Connection, office: str, *, but: str, until: str) -> int:
    """How many wait for the office with a term that ends by that day (YYYY-MM-DD)."""
    query = _of_office(select(func.count()).select_from(Request), office, but)
    return int(db.scalar(query.where(Request.state == OPEN[0], Request.deadline <= until)) or 0)


def unreceived_of_office(db: Connection, office: str, *, but: str) -> int:
    """How many open ones no mesa de partes has registered."""
    query = _of_office(select(func.count()).select_from(Request), office, but)
    query = query.outerjoin(Reception, Reception.request == Request.uuid)
    return int(db.scalar(query.where(Request.state.in_(OPEN), Reception.request.is_(None))) or 0)


def find_decision(db: Connection, uuid: str) -> tuple[str, str, str, str] | None:
    """Request, feed of whoever decided, digest, answer."""
    query = select(Decision.request, Decision.by, Decision.digest, Decision.answer).where(Decision.uuid == uuid)
    row = db.execute(query).one_or_none()
    return None if row is None else (row[0], row[1], row[2], row[3])


def add_decision(db: Connection, uuid: str, *, request: str, by: str, digest: str, answer: str) -> None:
    """What was decided and answered."""
    db.execute(insert(Decision).values(uuid=uuid, request=request, by=by, digest=digest, answer=answer))


def _of_office(query: Select[Any], office: str, but: str) -> Select[Any]:
    return query.join(Seat, Seat.feed == Request.feed).where(Seat.office == office, Request.feed != but)


def _columns(kept: KeptRequest) -> dict[str, Any]:
    return {name: getattr(kept, name) for name in _OWN}


def _kept(row: tuple[Any, ...]) -> KeptRequest:
    return KeptRequest(**dict(zip(_NAMES, row, strict=True)))
