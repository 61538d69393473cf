"""Packets as this computer opens them: which parts are for it, whether they are what the central API or an office sent.

Opening proves everything and keeps nothing: a manifest, and the names of the files. Taking in reads a second time and
must meet the same bytes.
"""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from typing import BinaryIO, TypeVar

import msgspec

from documents.stick.body import BodyReader
from documents.stick.errors import DamagedPacketError, StickError, UntrustedPacketError
from documents.stick.header import Header, PacketKind, Part, parts
from documents.stick.keys import DeviceKey
from documents.stick.sealing import OpenPart, SenderKey
from documents.stick.shipped import newest
from documents.stick.vouching import CentralKeys, OfficeCertificate, read_certificate
from sync.stick.shapes import WireDown, WireReceipt

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Proven:
    """A packet whose every byte was read and is good. `digest` names the bytes."""

    part: Part
    down: WireDown
    digest: bytes


@dataclass(frozen=True, slots=True)
class ProvenReceipt:
    """What an office says that it took in."""

    receipt: WireReceipt
    office: OfficeCertificate


def for_this(file: BinaryIO, kid: str, kind: PacketKind) -> tuple[Part, ...]:
    """The parts for a key, the oldest first. Raises StickError when the file is none, or is not whole."""
    found = [part for part in parts(file) if part.header.recipient == kid and part.header.kind is kind]
    return tuple(sorted(found, key=lambda part: part.header.created))


def prove(file: BinaryIO, part: Part, key: DeviceKey, kept: tuple[bytes, ...]) -> Proven:
    """Read all of a packet. `kept`: key lists that are here. Raises StickError."""
    opened = OpenPart(file, part, key, _central(kept))
    reader = BodyReader(opened.pieces())
    down = _read(reader.manifest(), WireDown)
    for _file in reader.files():
        pass
    return Proven(part, down, opened.digest)


def files_of(file: BinaryIO, proven: Proven, key: DeviceKey, kept: tuple[bytes, ...]) -> Iterator[tuple[str, bytes]]:
    """The files of a packet that was proven. DamagedPacketError, at the end, when the bytes are others by now."""
    opened = OpenPart(file, proven.part, key, _central(kept))
    reader = BodyReader(opened.pieces())
    reader.manifest()
    for carried in reader.files():
        yield carried.sha256, carried.content
    if opened.digest != proven.digest:
        raise DamagedPacketError("another packet than the one that was checked")


def prove_receipt(
    file: BinaryIO, part: Part, key: DeviceKey, kept: tuple[bytes, ...], now: datetime
) -> ProvenReceipt:  # fmt: skip
    """What a receipt says, and of which office. Raises StickError."""
    office = read_certificate(part.header.vouching, newest(*kept), min(now, part.header.created))
    if office.public.kid != part.header.sender:
        raise UntrustedPacketError("certificate of another key")
    reader = BodyReader(OpenPart(file, part, key, lambda _header: office.public.sign).pieces())
    receipt = _read(reader.manifest(), WireReceipt)
    for _file in reader.files():
        pass
    return ProvenReceipt(receipt, office)


def central_keys(header: Header, kept: tuple[bytes, ...]) -> CentralKeys:
    """The newest list that is believed: shipped, kept, or in the packet."""
    return newest(*kept, header.vouching)


def _central(kept: tuple[bytes, ...]) -> SenderKey:
    def key_of(header: Header) -> bytes:
        found = central_keys(header, kept).named(header.sender)
        if found is None:
            raise UntrustedPacketError("not a key of the central API")
        return found.sign

    return key_of


def _read(body: bytes, shape: type[T]) -> T:
    """Signed, and yet not understood: a later version made it."""
    try:
        return msgspec.json.decode(body, type=shape)
    except (msgspec.ValidationError, msgspec.DecodeError, UnicodeDecodeError) as error:
        raise DamagedPacketError(str(error)) from error


def recipients(file: BinaryIO) -> tuple[Header, ...]:
    """Headers of all parts that can be read; none when it is no packet."""
    found: list[Header] = []
    with suppress(StickError):
        found.extend(part.header for part in parts(file))
    return tuple(found)
