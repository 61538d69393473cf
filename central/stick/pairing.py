"""Which computers belong to whom: registered by the person, by an office that looked at who it is, or by a token."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from sqlalchemy import Connection

from central.contract_stick import DeviceState
from central.cursors import BadCursorError, read_cursor
from central.problems import Problem
from central.records import Oficina
from central.stick.seat import StickSeat
from central.store.sticks import (
    KeptDevice,
    Told,
    add_device,
    count_devices,
    find_device,
    note_told,
    rename_device,
    spend_enrolment,
)
from documents.stick.keys import Public
from documents.stick.vouching import OfficeCertificate, write_certificate

MOST_DEVICES = 20  # of one person's at a time
CERTIFIED = timedelta(days=400)


def pair(db: Connection, wanted: KeptDevice) -> tuple[KeptDevice, bool]:
    """The device, and whether it is new. The same again changes no more than its name.

    Problem `not-yours` for a key of somebody else's, `device-revoked`, `too-many-devices`.
    """
    known = find_device(db, wanted.kid)
    if known is None:
        if count_devices(db, wanted.feed) >= MOST_DEVICES:
            raise Problem("too-many-devices")
        add_device(db, wanted)
        return wanted, True
    if known.feed != wanted.feed or known.public != wanted.public:
        raise Problem("not-yours")
    if known.revoked_at is not None:
        raise Problem("device-revoked")
    rename_device(db, known.kid, wanted.name)
    return replace(known, name=wanted.name), False


def enrol(db: Connection, public: Public, name: str, token: bytes, now: int) -> KeptDevice | None:
    """The device of whoever opened a first packet; None when its token is no good any more."""
    spent = spend_enrolment(db, token, public.kid, now=now)
    if spent is None:
        return None
    feed, made_by = spent
    wanted = KeptDevice(
        kid=public.kid, feed=feed, public=public.bytes, name=name, paired_at=now, paired_by=made_by,
        how="paquete inicial con palabras",
    )  # fmt: skip
    return pair(db, wanted)[0]


def told_by(state: DeviceState) -> Told:
    """What a device says of itself. A cursor that is none of ours: it gets everything."""
    return Told(
        cursor=_ours(state.cursor), trust=state.trust, catalogue=state.catalogue, results=state.results,
        wants=state.wants, at=state.at,
    )  # fmt: skip


def note_state(db: Connection, kid: str, state: DeviceState) -> None:
    """Keep it, unless it has said something later."""
    note_told(db, kid, told_by(state))


def certificate_of(seat: StickSeat | None, device: KeptDevice, office: Oficina | None, now: int) -> bytes | None:
    """For the computer of somebody of an office."""
    if seat is None or office is None:
        return None
    until = datetime.fromtimestamp(now, UTC) + CERTIFIED
    public = Public(device.public[:32], device.public[32:])
    return write_certificate(OfficeCertificate(public, office.codigo, office.nombre, until), seat.current)


def _ours(cursor: str | None) -> str | None:
    try:
        if cursor is not None:
            read_cursor(cursor)
    except BadCursorError:
        return None
    return cursor
