"""The people of an office with their computers, for packets on sticks."""

from collections import defaultdict
from dataclasses import dataclass

from sqlalchemy import Connection, insert, select, update

from central.store.request_tables import Seat
from central.store.schema import Fact
from central.store.stick_tables import Device, School
from central.store.sticks import KeptDevice, devices_where


@dataclass(frozen=True, slots=True)
class OfficePerson:
    """One of an office's people. `document`: the person as JSON."""

    feed: str
    document: str
    school: str
    devices: tuple[KeptDevice, ...]


def note_school(db: Connection, feed: str, name: str, since: str) -> None:
    """The newest payslip says it."""
    known = db.scalar(select(School.since).where(School.feed == feed))
    if known is None:
        db.execute(insert(School).values(feed=feed, name=name[:200], since=since))
    elif since >= known:
        db.execute(update(School).where(School.feed == feed).values(name=name[:200], since=since))


def people_of_office(db: Connection, office: str, *, but: str) -> tuple[OfficePerson, ...]:
    """All of them, in no order; nobody's own."""
    devices = defaultdict[str, list[KeptDevice]](list)
    of_office = select(Seat.feed).where(Seat.office == office)
    for device in devices_where(db, Device.feed.in_(of_office), Device.revoked_at.is_(None)):
        devices[device.feed].append(device)
    query = select(Seat.feed, Fact.document, School.name).join(Fact, (Fact.kind == "person") & (Fact.id == Seat.feed))
    query = query.outerjoin(School, School.feed == Seat.feed).where(Seat.office == office, Seat.feed != but)
    return tuple(
        OfficePerson(feed, document, school or "", tuple(devices[feed]))
        for feed, document, school in db.execute(query)
        if document is not None
    )


def is_of_office(db: Connection, office: str, feed: str, *, but: str) -> bool:
    """Whether an office may pair computers of this person and take packets to them."""
    query = select(Seat.feed).join(Fact, (Fact.kind == "person") & (Fact.id == Seat.feed))
    return feed != but and db.scalar(query.where(Seat.feed == feed, Seat.office == office)) is not None
