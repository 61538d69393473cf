"""What was carried on memory sticks. Facts (`stick_down`, keys) are the cache's, everything else the outbox's.

Each function that writes is one transaction unless it says otherwise; times are handed in, aware.
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from storage.connection import Connection, transaction
from storage.rows import from_instant, to_instant

Direction = Literal["up", "down"]
CarriedState = Literal["waiting", "done", "unknown-device", "refused", "ready"]
SHOWN = 200
LOST = "lost"  # told of a packet whose bytes are gone

_UPS = (
    "SELECT packet, written_at, place, wishes, size, delivered_at, office, answered_at FROM stick_up"
    " ORDER BY written_at DESC, rowid DESC LIMIT :most"
)
_OLDER = (
    "DELETE FROM carried WHERE direction = 'down' AND device = :device AND sha256 <> :sha256 RETURNING sha256, pack"
)
_NEEDED = "SELECT 1 FROM carried WHERE pack = :name AND state IN ('waiting', 'unknown-device', 'ready')"
_CARRIED = (
    "SELECT sha256, direction, packet, device, size, taken_at, person, school, state, told, public, done_at, pack,"
    " start FROM carried WHERE direction = :direction ORDER BY taken_at DESC, sha256"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenUp:
    """A packet with wishes that was written on a stick."""

    packet: str
    written_at: datetime
    place: str  # the file's name
    wishes: tuple[str, ...]  # uuids
    size: int
    delivered_at: datetime | None = None  # an office took it in
    office: str = ""
    answered_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TakenDown:
    """A packet whose facts are here."""

    packet: str
    made_at: datetime
    taken_at: datetime
    facts: int
    pdfs: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Carried:
    """A sealed packet that an office's person carries for somebody."""

    sha256: str
    direction: Direction
    packet: str
    device: str
    size: int
    taken_at: datetime
    state: CarriedState
    person: str = ""
    school: str = ""
    told: str = ""  # a code, when it was refused
    public: bytes | None = None
    done_at: datetime | None = None
    pack: str = ""
    start: int = 8  # of its part in the file

    @property
    def file(self) -> str:
        """The name of the file in the profile's folder that has its bytes."""
        return self.pack or _alone(self.sha256)


# The servant's side, `db`: the outbox ------------------------------
def note_written(db: Connection, up: WrittenUp) -> None:
    """A packet is on a stick, written and read back."""
    with transaction(db):
        db.run(
            "INSERT OR REPLACE INTO stick_up (packet, written_at, place, wishes, size)"
            " VALUES (:packet, :at, :place, :wishes, :size)",
            packet=up.packet, at=to_instant(up.written_at), place=up.place, wishes=json.dumps(up.wishes), size=up.size,
        )  # fmt: skip


def note_delivered(db: Connection, packet: str, office: str, at: datetime) -> bool:
    """An office says that it took the packet in. False: it is not one of ours."""
    with transaction(db):
        return bool(
            db.run(
                "UPDATE stick_up SET delivered_at = coalesce(delivered_at, :at), office = :office"
                " WHERE packet = :packet",
                packet=packet, office=office, at=to_instant(at),
            )
        )  # fmt: skip


def note_answered(db: Connection, packets: Iterable[tuple[str, datetime]]) -> None:
    """The central API did what these asked."""
    with transaction(db):
        for packet, at in packets:
            db.run(
                "UPDATE stick_up SET answered_at = :at, delivered_at = coalesce(delivered_at, :at)"
                " WHERE packet = :packet AND answered_at IS NULL",
                packet=packet, at=to_instant(at),
            )  # fmt: skip


def written_ups(db: Connection, most: int = SHOWN) -> tuple[WrittenUp, ...]:
    """The newest first. Takes a connection to the cache too."""
    return tuple(
        WrittenUp(
            packet=row["packet"], written_at=datetime.fromisoformat(row["written_at"]), place=row["place"],
            wishes=tuple(json.loads(row["wishes"])), size=row["size"], office=row["office"],
            delivered_at=from_instant(row["delivered_at"]), answered_at=from_instant(row["answered_at"]),
        )
        for row in db.rows(_UPS, most=most)
    )  # fmt: skip


# Facts, `db`: the cache ------------------------------
def was_taken(db: Connection, packet: str) -> bool:
    """Whether the facts of this packet are here."""
    return db.row("SELECT 1 FROM stick_down WHERE packet = :packet", packet=packet) is not None


def put_taken(db: Connection, down: TakenDown) -> None:
    """The facts of a packet are here; part of the transaction that brings them."""
    db.run(
        "INSERT OR REPLACE INTO stick_down (packet, made_at, taken_at, facts, pdfs)"
        " VALUES (:packet, :made_at, :taken_at, :facts, :pdfs)",
        packet=down.packet, made_at=to_instant(down.made_at), taken_at=to_instant(down.taken_at), facts=down.facts,
        pdfs=down.pdfs,
    )  # fmt: skip


def taken_downs(db: Connection, most: int = SHOWN) -> tuple[TakenDown, ...]:
    """The newest first."""
    rows = db.rows(
        "SELECT packet, made_at, taken_at, facts, pdfs FROM stick_down ORDER BY taken_at DESC LIMIT :most", most=most
    )
    return tuple(
        TakenDown(
            packet=row["packet"], made_at=datetime.fromisoformat(row["made_at"]),
            taken_at=datetime.fromisoformat(row["taken_at"]), facts=row["facts"], pdfs=row["pdfs"],
        )
        for row in rows
    )  # fmt: skip


def kept_keys(db: Connection) -> tuple[bytes, ...]:
    """The central API's keys as they were kept last, not verified."""
    row = db.row("SELECT content FROM stick_keys")
    return () if row is None else (bytes(row["content"]),)


def keep_keys(db: Connection, content: bytes) -> None:
    """Keep a newer list. Verified by the caller, and again at each use."""
    with transaction(db):
        db.run("INSERT OR REPLACE INTO stick_keys (only, content) VALUES (1, :content)", content=content)


# The office's side, `db`: the outbox ------------------------------
def carry(db: Connection, taken: Iterable[Carried]) -> tuple[str, ...]:
    """Their bytes lie in the profile's folder. A packet for a device takes the place of the one before.

    Names of files that nothing needs any more.
    """
    with transaction(db):
        old: set[str] = set()
        for each in taken:
            if each.direction == "down":
                before = db.rows(_OLDER, device=each.device, sha256=each.sha256)
                old |= {row["pack"] or _alone(row["sha256"]) for row in before}
            _put(db, each)
        return tuple(name for name in sorted(old) if not _is_needed(db, name))


def _put(db: Connection, carried: Carried) -> None:
    db.run(
        "INSERT INTO carried (sha256, direction, packet, device, size, taken_at, person, school, state, public, pack,"
        " start) VALUES (:sha256, :direction, :packet, :device, :size, :at, :person, :school, :state, :public, :pack,"
        " :start) ON CONFLICT (sha256) DO UPDATE SET state = excluded.state, told = '', done_at = NULL,"
        " pack = excluded.pack, start = excluded.start WHERE carried.told = :lost OR carried.direction = 'down'",
        sha256=carried.sha256, direction=carried.direction, packet=carried.packet, device=carried.device,
        size=carried.size, at=to_instant(carried.taken_at), person=carried.person, school=carried.school,
        state=carried.state, public=carried.public, pack=carried.pack, start=carried.start, lost=LOST,
    )  # fmt: skip


def _is_needed(db: Connection, name: str) -> bool:
    return db.row(_NEEDED, name=name) is not None


def _alone(sha256: str) -> str:
    return f"carried-{sha256}.chasqui"


def carried(db: Connection, direction: Direction) -> tuple[Carried, ...]:
    """The newest first."""
    rows = db.rows(_CARRIED, direction=direction)
    return tuple(
        Carried(
            sha256=row["sha256"], direction=row["direction"], packet=row["packet"], device=row["device"],
            size=row["size"], taken_at=datetime.fromisoformat(row["taken_at"]), state=row["state"],
            person=row["person"], school=row["school"], told=row["told"], public=row["public"],
            done_at=from_instant(row["done_at"]), pack=row["pack"], start=row["start"],
        )
        for row in rows
    )  # fmt: skip


def settle_carried(db: Connection, carried: Carried, state: CarriedState, told: str, at: datetime | None) -> bool:
    """What became of a packet at the central API. Whether nothing needs its file any more."""
    with transaction(db):
        db.run(
            "UPDATE carried SET state = :state, told = :told, done_at = :at WHERE sha256 = :sha256",
            sha256=carried.sha256, state=state, told=told, at=to_instant(at) if at else None,
        )  # fmt: skip
        return state in {"done", "refused"} and not _is_needed(db, carried.file)
