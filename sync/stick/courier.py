"""What an office's person carries for others, without opening any of it: no key for that is on this computer.

from a stick   take_in: parts with wishes, each to a file of its own in the profile, and a receipt back to the stick
to the office  hand_over: when there is a connection, from wherever it stopped
for people     fetch: packets for their computers, kept until they are written; write_down: many in one file
"""

import hashlib
import io
import os
import shutil
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import BinaryIO

import msgspec

from documents.stick.body import pack_body
from documents.stick.errors import StickError
from documents.stick.header import MAGIC, Header, PacketKind, Part, begin_part, end_part, parts
from documents.stick.keys import Public, read_public
from documents.stick.sealing import seal_part
from storage import stick
from storage.connection import Connection
from storage.device import OwnDevice, own_device
from storage.files import disk_errors, move, settle_folder, write_whole
from storage.stick import Carried
from storage.vault import Vault
from sync.clock import Clock
from sync.identifiers import new_id
from sync.stick.counter import StickCounter, StickPerson
from sync.stick.errors import CarryError, of_packet
from sync.stick.media import WrittenFile, reading, write_file

BLOCK = 1 << 20
STATES: dict[str, stick.CarriedState] = {"done": "done", "unknown-device": "unknown-device"}
Report = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class TakenIn:
    """What came of a stick: packets that were not here, and those that were."""

    fresh: tuple[Carried, ...]
    known: tuple[Carried, ...]
    receipt: Path | None  # beside them on the stick; None: it could not be written, or nobody vouches for this computer


def carried_path(vault: Vault, sha256: str) -> Path:
    """Where the bytes of a carried packet lie."""
    return vault.directory / f"carried-{sha256}.chasqui"


# From a stick ------------------------------
def take_in(vault: Vault, path: Path, clock: Clock) -> TakenIn:
    """Copy the packets with wishes of a file into the profile, fsynced, and leave a receipt on the stick.

    Whether they are good is for the central API to say: nobody else can open them. CarryError, and nothing is here.
    """
    with vault.outbox() as box, reading(path) as file:
        device = own_device(box, clock.now())
        try:
            ups = [part for part in parts(file) if part.header.kind is PacketKind.UP]
        except StickError as error:
            raise of_packet(error) from error
        if not ups:
            raise CarryError("nothing-here")
        known = {each.sha256 for each in stick.carried(box, "up")}
        taken = [_copied(vault, file, part, clock.now()) for part in ups]
        for each in taken:
            stick.carry(box, each)
    receipt = _leave_receipt(path.parent, taken, device, clock)
    return TakenIn(
        tuple(each for each in taken if each.sha256 not in known),
        tuple(each for each in taken if each.sha256 in known), receipt,
    )  # fmt: skip


def _copied(vault: Vault, file: BinaryIO, part: Part, now: datetime) -> Carried:
    """One part as a file of its own, named by its digest."""
    beginning = vault.directory / f"carried-{part.header.packet.ljust(64, '0')}.chasqui.part"
    with disk_errors(vault.directory):
        digest, size = _copy_part(file, part, beginning)
        move(beginning, carried_path(vault, digest))
        settle_folder(vault.directory)
    return Carried(
        sha256=digest, direction="up", packet=part.header.packet, device=part.header.sender, size=size, taken_at=now,
        state="waiting", public=_public(part),
    )  # fmt: skip


def _public(part: Part) -> bytes | None:
    """The sender's key, when the part shows it."""
    raw = part.header.public
    return raw if raw and read_public(raw).kid == part.header.sender else None


def _copy_part(file: BinaryIO, part: Part, to: Path) -> tuple[str, int]:
    with to.open("w+b") as out:
        out.write(MAGIC)
        start = begin_part(out, part.raw)
        for block in _sealed(file, part):
            out.write(block)
        end_part(out, start)
        out.flush()
        os.fsync(out.fileno())
        out.seek(0)
        digest = hashlib.sha256()
        while block := out.read(BLOCK):
            digest.update(block)
        return digest.hexdigest(), out.tell()


def _sealed(file: BinaryIO, part: Part) -> Iterator[bytes]:
    left, at = part.length, part.start
    while left > 0:
        file.seek(at)
        block = file.read(min(BLOCK, left))
        if not block:
            raise CarryError("damaged", "cut short")
        left, at = left - len(block), at + len(block)
        yield block


def _leave_receipt(folder: Path, taken: Sequence[Carried], device: OwnDevice, clock: Clock) -> Path | None:
    """What was taken in, for each person's computer to read. A stick that takes no file is no reason to fail."""
    wanted = [each for each in taken if each.public is not None]
    if not wanted or device.certificate is None:
        return None

    def write(out: BinaryIO) -> None:
        out.write(MAGIC)
        for each in wanted:
            _seal_receipt(out, each, device, clock.now())

    with suppress(CarryError):
        needed = 64 * 1024 * len(wanted)
        return write_file(folder, f"chasqui-recibo-{new_id()[:8]}", write, needed=needed).path
    return None


def _seal_receipt(out: BinaryIO, each: Carried, device: OwnDevice, now: datetime) -> None:
    to = read_public(each.public or b"")
    manifest = msgspec.json.encode({"v": 1, "packet": each.packet, "sha256": each.sha256, "at": now})
    header = Header(
        kind=PacketKind.RECEIPT, packet=new_id().replace("-", ""), sender=device.key.public.kid, recipient=to.kid,
        ephemeral=b"", created=now, vouching=device.certificate or b"",
    )  # fmt: skip
    seal_part(out, header, pack_body(manifest, ()), device.key, to)


# To the office ------------------------------
def hand_over(vault: Vault, box: Connection, counter: StickCounter, clock: Clock, report: Report) -> int:
    """Everything that waits, the oldest first, each from where it stopped; how many the central API has done.

    Raises what the counter raises: the rest waits.
    """
    waiting = [each for each in reversed(stick.carried(box, "up")) if each.state in {"waiting", "unknown-device"}]
    done = 0
    for number, each in enumerate(waiting):
        report(number, len(waiting))
        path = carried_path(vault, each.sha256)
        if not path.exists():
            stick.settle_carried(box, each.sha256, "refused", "lost", clock.now())
            continue
        with path.open("rb") as file:
            arrival = counter.hand_over(each.sha256, each.size, file, lambda _at: None)
        state = STATES.get(arrival.state, "refused")
        stick.settle_carried(box, each.sha256, state, arrival.state, clock.now())
        if state in {"done", "refused"}:
            path.unlink(missing_ok=True)
        done += state == "done"
    report(len(waiting), len(waiting))
    return done


# For people ------------------------------
def fetch(
    vault: Vault, box: Connection, counter: StickCounter, people: Iterable[StickPerson], clock: Clock, report: Report
) -> tuple[Carried, ...]:  # fmt: skip
    """Packets for every computer of these people, kept until they are written. What came stays, however it ends."""
    wanted = [(person, device.kid) for person in people for device in person.devices if not device.revoked]
    ready: list[Carried] = []
    for number, (person, kid) in enumerate(wanted):
        report(number, len(wanted))
        ready.append(keep_ready(vault, box, counter.packet(kid), person, clock.now()))
    report(len(wanted), len(wanted))
    return tuple(ready)


def keep_ready(vault: Vault, box: Connection, content: bytes, person: StickPerson, now: datetime) -> Carried:
    """One packet for one computer; it takes the place of the one before."""
    try:
        (part,) = parts(io.BytesIO(content))
    except StickError as error:
        raise of_packet(error) from error
    digest = hashlib.sha256(content).hexdigest()
    path = carried_path(vault, digest)
    write_whole(path, content)
    ready = Carried(
        sha256=digest, direction="down", packet=part.header.packet, device=part.header.recipient, size=len(content),
        taken_at=now, state="ready", person=person.name, school=person.school,
    )  # fmt: skip
    for old in stick.carry(box, ready):
        carried_path(vault, old).unlink(missing_ok=True)
    return ready


def write_down(vault: Vault, folder: Path, ready: Sequence[Carried], name: str, report: Report) -> WrittenFile:
    """Packets of many people in one file: each finds their own in it, and can open no other. CarryError."""
    if not ready:
        raise CarryError("nothing-here")

    def write(out: BinaryIO) -> None:
        out.write(MAGIC)
        for number, each in enumerate(ready):
            report(number, len(ready))
            with carried_path(vault, each.sha256).open("rb") as file:
                file.seek(len(MAGIC))
                shutil.copyfileobj(file, out, BLOCK)
        report(len(ready), len(ready))

    return write_file(folder, name, write, needed=sum(each.size for each in ready))


def write_alone(folder: Path, content: bytes, name: str) -> WrittenFile:
    """One packet as it came: a first one under words."""
    return write_file(folder, name, lambda out: _put(out, content), needed=len(content))


def device_of(path: Path) -> Public:
    """Whose key a file from a stick shows: to pair it. CarryError."""
    with reading(path) as file:
        try:
            for part in parts(file):
                if part.header.kind is PacketKind.UP and part.header.public:
                    public = read_public(part.header.public)
                    if public.kid == part.header.sender:
                        return public
        except StickError as error:
            raise of_packet(error) from error
    raise CarryError("nothing-here")


def _put(out: BinaryIO, content: bytes) -> None:
    out.write(content)
