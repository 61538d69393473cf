"""What an office's person carries for others, without opening any of it: no key for that is on this computer.

from a stick   take_in, take_all: parts with wishes, into the profile, and a receipt back to the stick
to the office  hand_over: when there is a connection, from wherever it stopped
for people     fetch: packets for their computers, kept until they are written; write_down: many in one file
"""

import io
import shutil
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import BinaryIO

import msgspec

from documents.stick.body import pack_body
from documents.stick.errors import StickError
from documents.stick.header import MAGIC, Header, PacketKind, Part, parts
from documents.stick.keys import Public, read_public
from documents.stick.sealing import seal_part
from storage import stick
from storage.connection import Connection
from storage.device import OwnDevice, own_device
from storage.stick import Carried
from storage.vault import Vault
from sync.clock import Clock
from sync.identifiers import new_id
from sync.stick.counter import StickCounter, StickPerson
from sync.stick.errors import CarryError, of_packet
from sync.stick.media import WrittenFile, reading, write_file
from sync.stick.packs import Pack, drop, opened, packing

BLOCK = 1 << 20
MOST_UNSETTLED = 32 * 2**20  # bytes that a power cut may cost: they are fetched, or taken in, once more
STATES: dict[str, stick.CarriedState] = {"done": "done", "unknown-device": "unknown-device"}
Report = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class TakenIn:
    """What came of a stick: packets that were not here, and those that were."""

    fresh: tuple[Carried, ...]
    known: tuple[Carried, ...]
    receipt: Path | None  # beside them on the stick; None: it could not be written, or nobody vouches for this computer
    refused: tuple[tuple[str, CarryError], ...] = ()  # files that had nothing for the office, and why


# From a stick ------------------------------
def take_in(vault: Vault, path: Path, clock: Clock) -> TakenIn:
    """Copy the packets with wishes of a file into the profile, fsynced, and leave a receipt on the stick.

    Whether they are good is for the central API to say: nobody else can open them. CarryError, and nothing is here.
    """
    taken = take_all(vault, (path,), clock)
    for _name, error in taken.refused:
        raise error
    return taken


def take_all(vault: Vault, paths: Sequence[Path], clock: Clock, report: Report = lambda _done, _all: None) -> TakenIn:
    """The same of many files at once, with one receipt: each in turn, and what is wrong with one delays no other."""
    with vault.outbox() as box, packing(vault, box) as pack:
        device = own_device(box, clock.now())
        fresh: list[Carried] = []
        known: list[Carried] = []
        refused: list[tuple[str, CarryError]] = []
        for number, path in enumerate(paths):
            report(number, len(paths))
            try:
                for row, new in _copied(pack, path, clock.now()):
                    (fresh if new else known).append(row)
            except CarryError as error:
                refused.append((path.name, error))
            if pack.size > MOST_UNSETTLED:
                pack.settle()
        pack.settle()
    report(len(paths), len(paths))
    receipt = _leave_receipt(paths[0].parent, [*fresh, *known], device, clock)
    return TakenIn(tuple(fresh), tuple(known), receipt, tuple(refused))


def _copied(pack: Pack, path: Path, now: datetime) -> list[tuple[Carried, bool]]:
    """All packets with wishes of one file, or none of it."""
    with reading(path) as file:
        try:
            ups = [part for part in parts(file) if part.header.kind is PacketKind.UP]
        except StickError as error:
            raise of_packet(error) from error
        if not ups:
            raise CarryError("nothing-here")
        return [pack.add(file, part, _carried_up(part, now)) for part in ups]


def _carried_up(part: Part, now: datetime) -> Carried:
    return Carried(
        sha256="", direction="up", packet=part.header.packet, device=part.header.sender, size=0, taken_at=now,
        state="waiting", public=_public(part),
    )  # fmt: skip


def _public(part: Part) -> bytes | None:
    """The sender's key, when the part shows it."""
    raw = part.header.public
    return raw if raw and read_public(raw).kid == part.header.sender else None


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
        try:
            with opened(vault, each) as file:
                arrival = counter.hand_over(each.sha256, each.size, file, lambda _at: None)
        except FileNotFoundError:
            stick.settle_carried(box, each, "refused", stick.LOST, clock.now())
            continue
        state = STATES.get(arrival.state, "refused")
        if stick.settle_carried(box, each, state, arrival.state, clock.now()):
            drop(vault, each.file)
        done += state == "done"
    report(len(waiting), len(waiting))
    return done


# For people ------------------------------
def fetch(
    vault: Vault, box: Connection, counter: StickCounter, people: Iterable[StickPerson], clock: Clock, report: Report
) -> tuple[Carried, ...]:  # fmt: skip
    """Packets for every computer of these people, kept until they are written. What came stays, however it ends."""
    wanted = [(person, device.kid) for person in people for device in person.devices if not device.revoked]
    with packing(vault, box) as pack:
        ready: list[Carried] = []
        try:
            for number, (person, kid) in enumerate(wanted):
                report(number, len(wanted))
                add_ready(pack, counter.packet(kid), person, clock.now())
                if pack.size > MOST_UNSETTLED:
                    ready += pack.settle()
        finally:
            ready += pack.settle()
    report(len(wanted), len(wanted))
    return tuple(ready)


def add_ready(pack: Pack, content: bytes, person: StickPerson, now: datetime) -> None:
    """One packet for one computer; once it is settled it takes the place of the one before."""
    file = io.BytesIO(content)
    try:
        (part,) = parts(file)
    except StickError as error:
        raise of_packet(error) from error
    like = Carried(
        sha256="", direction="down", packet=part.header.packet, device=part.header.recipient, size=0, taken_at=now,
        state="ready", person=person.name, school=person.school,
    )  # fmt: skip
    pack.add(file, part, like)


def write_down(vault: Vault, folder: Path, ready: Sequence[Carried], name: str, report: Report) -> WrittenFile:
    """Packets of many people in one file: each finds their own in it, and can open no other. CarryError."""
    if not ready:
        raise CarryError("nothing-here")

    def write(out: BinaryIO) -> None:
        out.write(MAGIC)
        for number, each in enumerate(ready):
            report(number, len(ready))
            with opened(vault, each) as file:
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
