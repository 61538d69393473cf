"""Devices, and the packets that come from them, as rows. What they mean is `central.stick`'s."""

import hashlib
import json
import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, func, insert, select, update

from central.store.stick_tables import Device, Enrolment, StickResult, StickUp


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptDevice:
    """One row. Instants in seconds."""

    kid: str
    feed: str
    public: bytes
    name: str
    paired_at: int
    paired_by: str = ""
    how: str = ""
    revoked_at: int | None = None
    revoked_by: str = ""
    cursor: str | None = None
    trust: int = 0
    catalogue: int = 0
    results: int = 0
    wants: str = "[]"
    told_at: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """How far a device says it is. `at`: by its own clock, seconds."""

    cursor: str | None
    trust: int
    catalogue: int
    results: int
    wants: Sequence[str]
    at: int


_NAMES = tuple(KeptDevice.__dataclass_fields__)
_COLUMNS = tuple(getattr(Device, name) for name in _NAMES)


def find_device(db: Connection, kid: str) -> KeptDevice | None:
    """Revoked ones too."""
    return next(iter(devices_where(db, Device.kid == kid)), None)


def devices_where(db: Connection, *conditions: ColumnElement[bool]) -> tuple[KeptDevice, ...]:
    """The oldest first."""
    rows = db.execute(select(*_COLUMNS).where(*conditions).order_by(Device.paired_at, Device.kid))
    return tuple(KeptDevice(**dict(zip(_NAMES, row, strict=True))) for row in rows)


def devices_of(db: Connection, feed: str) -> tuple[KeptDevice, ...]:
    """A person's, revoked ones too."""
    return devices_where(db, Device.feed == feed)


def add_device(db: Connection, device: KeptDevice) -> None:
    """A new one."""
    db.execute(insert(Device).values(**{name: getattr(device, name) for name in _NAMES}))


def rename_device(db: Connection, kid: str, name: str) -> None:
    """What the person calls the computer."""
    db.execute(update(Device).where(Device.kid == kid).values(name=name))


def revoke_device(db: Connection, kid: str, *, by: str, now: int) -> None:
    """For good. The first time counts."""
    db.execute(
        update(Device).where(Device.kid == kid, Device.revoked_at.is_(None)).values(revoked_at=now, revoked_by=by)
    )


def note_told(db: Connection, kid: str, told: Told) -> None:
    """Keep what the device says of itself, unless it has said something later."""
    db.execute(
        update(Device)
        .where(Device.kid == kid, Device.told_at <= told.at)
        .values(
            cursor=told.cursor, trust=told.trust, catalogue=told.catalogue, wants=json.dumps(list(told.wants)),
            results=told.results, told_at=told.at,
        )
    )  # fmt: skip


def find_up(db: Connection, packet: str) -> tuple[str, int, int] | None:
    """Device, when, how many wishes, of a packet that was done."""
    row = db.execute(
        select(StickUp.device, StickUp.received, StickUp.commands).where(StickUp.packet == packet)
    ).one_or_none()
    return None if row is None else (row[0], row[1], row[2])


def add_up(
    db: Connection, packet: str, *, device: str, handed_by: str, results: Sequence[dict[str, Any]], now: int
) -> None:
    """A packet is done; what became of its wishes waits for the device."""
    db.execute(
        insert(StickUp).values(packet=packet, device=device, received=now, handed_by=handed_by, commands=len(results))
    )
    for result in results:
        text = json.dumps(result, ensure_ascii=False, separators=(",", ":"))
        db.execute(insert(StickResult).values(device=device, result=text))


def results_after(db: Connection, kid: str, number: int, *, most: int) -> list[tuple[int, dict[str, Any]]]:
    """What the device does not have yet, in order."""
    query = select(StickResult.number, StickResult.result).where(StickResult.device == kid, StickResult.number > number)
    return [(row[0], json.loads(row[1])) for row in db.execute(query.order_by(StickResult.number).limit(most))]


def last_ups(db: Connection, kid: str, *, most: int) -> list[tuple[str, int]]:
    """The packets of a device that were done last, with when."""
    query = select(StickUp.packet, StickUp.received).where(StickUp.device == kid)
    return [(row[0], row[1]) for row in db.execute(query.order_by(StickUp.received.desc()).limit(most))]


def count_devices(db: Connection, feed: str) -> int:
    """A person's that are good."""
    return db.scalar(select(func.count()).where(Device.feed == feed, Device.revoked_at.is_(None))) or 0


def add_enrolment(db: Connection, feed: str, *, made_by: str, ends: int) -> bytes:
    """A token that pairs one device of this person's, once."""
    token = secrets.token_bytes(16)
    db.execute(
        insert(Enrolment).values(token=_digest(token), feed=feed, made_by=made_by, ends=ends, spent_by=None)
    )  # fmt: skip
    return token


def spend_enrolment(db: Connection, token: bytes, kid: str, *, now: int) -> tuple[str, str] | None:
    """Feed, and who made it; None when it is spent by another device, over or unknown."""
    digest = _digest(token)
    good = (
        Enrolment.token == digest,
        Enrolment.ends >= now,
        (Enrolment.spent_by.is_(None)) | (Enrolment.spent_by == kid),
    )
    if not db.execute(update(Enrolment).where(*good).values(spent_by=kid)).rowcount:
        return None
    row = db.execute(select(Enrolment.feed, Enrolment.made_by).where(Enrolment.token == digest)).one()
    return row[0], row[1]


def _digest(token: bytes) -> str:
    return hashlib.sha256(token).hexdigest()
