"""A packet from a person's computer, handed over by an office: opened here and nowhere else, done as the network does.

Each wish goes through `central.commands`, each file through `central.receiving`: by whichever way it comes, and however
often, it is done once. A packet that is cut off in the middle of this is done again whole.
"""

from contextlib import suppress
from dataclasses import dataclass
from typing import Any, BinaryIO

from pydantic import ValidationError

from central.commands import result_of
from central.contract_stick import UpManifest
from central.desk import Desk
from central.problems import Problem
from central.receiving import Receiving
from central.stick.pairing import enrol, note_state
from central.stick.seat import StickSeat
from central.store.sticks import KeptDevice, add_up, find_device, find_up
from documents.stick.body import BodyReader
from documents.stick.errors import StickError, UntrustedPacketError
from documents.stick.header import Header, PacketKind, Part, parts
from documents.stick.keys import DeviceKey, Public, read_public
from documents.stick.sealing import OpenPart


@dataclass(frozen=True, slots=True, kw_only=True)
class Done:
    """What became of a packet. `state` as `central.contract_stick.Arrival` has it."""

    state: str
    packet: str | None = None
    device: str | None = None
    commands: int = 0
    at: int | None = None


def do_packet(desk: Desk, seat: StickSeat, file: BinaryIO, *, handed_by: str, only: str | None = None) -> Done:
    """Open it and do what it asks. `only`: of this person's computers. Never raises for a bad file."""
    try:
        found = next((part for part in parts(file) if _is_ours(seat, part)), None)
        if found is None:
            return Done(state="not-for-us")
        key = seat.key_of(found.header.recipient)
        if only is not None and not _is_of(desk, read_public(found.header.public), only):
            return Done(state="not-for-us")
        return _do(desk, file, found, key or seat.current, handed_by)
    except (StickError, ValidationError):
        return Done(state="damaged")


def _is_ours(seat: StickSeat, part: Part) -> bool:
    return part.header.kind is PacketKind.UP and seat.key_of(part.header.recipient) is not None


def _is_of(desk: Desk, public: Public, feed: str) -> bool:
    with desk.store.reading() as db:
        known = find_device(db, public.kid)
    return known is not None and known.feed == feed


def _do(desk: Desk, file: BinaryIO, part: Part, key: DeviceKey, handed_by: str) -> Done:
    packet, public = part.header.packet, read_public(part.header.public)
    with desk.store.reading() as db:
        before = find_up(db, packet)
    if before is not None and before[0] == public.kid:
        return Done(state="done", packet=packet, device=before[0], commands=before[2], at=before[1])
    manifest = _proven(file, part, key)
    device = _device(desk, public, manifest)
    if device is None or device.revoked_at is not None:
        state = "unknown-device" if device is None else "revoked-device"
        return Done(state=state, packet=packet, device=public.kid, commands=len(manifest.commands))
    _keep_files(desk, device.feed, file, part, key)
    results = [result_of(desk, device.feed, each.kind, each.uuid, each.body) for each in manifest.commands]
    return _written(desk, device, manifest, part.header, results, handed_by)


def _proven(file: BinaryIO, part: Part, key: DeviceKey) -> UpManifest:
    """The manifest, when all of the packet has been read and its signature is good. Raises StickError."""
    reader = BodyReader(OpenPart(file, part, key, _sender).pieces())
    manifest = UpManifest.model_validate_json(reader.manifest())
    for _file in reader.files():
        pass
    return manifest


def _sender(header: Header) -> bytes:
    public = read_public(header.public)
    if public.kid != header.sender:
        raise UntrustedPacketError("sender")
    return public.sign


def _device(desk: Desk, public: Public, manifest: UpManifest) -> KeptDevice | None:
    with desk.store.reading() as db:
        known = find_device(db, public.kid)
    if known is not None or manifest.enrolment is None:
        return known
    with desk.store.writing() as db:
        try:
            return enrol(db, public, manifest.name, bytes.fromhex(manifest.enrolment), desk.now())
        except Problem:  # too many computers
            return None


def _keep_files(desk: Desk, feed: str, file: BinaryIO, part: Part, key: DeviceKey) -> None:
    """As the network's uploads: same limits, same checks. One that is refused is missed by the wish that names it."""
    receiving = Receiving(desk.settings, desk.store, desk.now)
    reader = BodyReader(OpenPart(file, part, key, _sender).pieces())
    reader.manifest()
    for carried in reader.files():
        with suppress(Problem):
            receiving.take_whole(feed, carried.sha256, carried.content)


def _written(
    desk: Desk, device: KeptDevice, manifest: UpManifest, header: Header, results: list[dict[str, Any]], handed_by: str
) -> Done:
    now = desk.now()
    with desk.store.writing() as db:
        note_state(db, device.kid, manifest.device)
        before = find_up(db, header.packet)
        if before is None:
            add_up(db, header.packet, device=device.kid, handed_by=handed_by, results=results, now=now)
    at = now if before is None else before[1]
    return Done(state="done", packet=header.packet, device=device.kid, commands=len(results), at=at)
