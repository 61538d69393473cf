"""This computer's own key for memory sticks, in the encrypted outbox: it never leaves the vault. `db`: the outbox.

Each function that writes is one transaction; times are handed in.
"""

from dataclasses import dataclass
from datetime import datetime

from documents.stick.keys import DeviceKey
from storage.connection import Connection, transaction
from storage.rows import to_instant

_READ = "SELECT seed, registered, certificate, results, enrolment FROM device"
_KEEP = "INSERT OR IGNORE INTO device (only, seed, made_at, enrolment) VALUES (1, :seed, :at, :enrolment)"


@dataclass(frozen=True, slots=True)
class OwnDevice:
    """The key, and what is known of it elsewhere."""

    key: DeviceKey
    registered: str  # the server that knows it; "": none yet
    certificate: bytes | None  # that it belongs to somebody of an office
    results: int  # the last answer that came on a stick
    enrolment: str | None  # pairs this computer, when it travels with its first packet


def own_device(db: Connection, at: datetime, *, enrolment: str | None = None) -> OwnDevice:
    """The key of this profile, made at the first call. `enrolment`: out of a first packet."""
    found = known_device(db)
    if found is not None and enrolment is None:
        return found
    with transaction(db):
        db.run(_KEEP, seed=DeviceKey.new().seed, at=to_instant(at), enrolment=enrolment)
        if enrolment is not None:
            db.run("UPDATE device SET enrolment = :enrolment", enrolment=enrolment)
    made = known_device(db)
    if made is None:
        raise KeyError("device")
    return made


def known_device(db: Connection) -> OwnDevice | None:
    """The key, if there is one. Takes a connection to the cache too."""
    row = db.row(_READ)
    if row is None:
        return None
    return OwnDevice(
        DeviceKey(bytes(row["seed"])), row["registered"], row["certificate"], row["results"], row["enrolment"]
    )


def note_registered(db: Connection, server: str, certificate: bytes | None) -> None:
    """This server knows the key now."""
    with transaction(db):
        db.run(
            "UPDATE device SET registered = :server, certificate = :certificate", server=server, certificate=certificate
        )


def note_results(db: Connection, number: int) -> None:
    """Every answer up to this one is here."""
    with transaction(db):
        db.run("UPDATE device SET results = max(results, :number)", number=number)


def forget_key(db: Connection) -> None:
    """It was revoked: the next call of `own_device` makes another one, to be paired anew."""
    with transaction(db):
        db.run("DELETE FROM device")
