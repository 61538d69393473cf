"""What anybody who holds a packet can read of it: kinds, keys by their short names, a time. No person.

A file is `MAGIC` and then one part after the other; a part is

    u32 length of the header   the header (deterministic CBOR)   u64 length of what is sealed   what is sealed

The header is bound to what is sealed (`documents.stick.sealing`); the two lengths only say where to read.
"""

import os
import struct
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import IntEnum
from typing import BinaryIO, Final

from documents.seal import cbor
from documents.seal.errors import MalformedSealError
from documents.stick.errors import DamagedPacketError, NewerPacketError, NotAPacketError
from documents.stick.keys import KID, PUBLIC

MAGIC: Final = b"CHQPKT1\n"
SUFFIX: Final = ".chasqui"
FORMAT: Final = 1
LONGEST_HEADER: Final = 16 * 1024
MOST_PARTS: Final = 20_000  # of one file
_LIMITS: Final = cbor.Limits(LONGEST_HEADER, depth=3, items=16)
_NEEDED: Final = frozenset({1, 2, 3, 4, 6, 7, 11})
_SIZE: Final = struct.Struct(">I")
_LENGTH: Final = struct.Struct(">Q")


class PacketKind(IntEnum):
    """Where a part goes, and what for."""

    UP = 1  # from a device to the central API: wishes
    DOWN = 2  # from the central API to a device: facts
    RECEIPT = 3  # from an office's device to a device: it was handed in


@dataclass(frozen=True, slots=True)
class Lock:
    """How words open a part: what Argon2id is given beside them."""

    salt: bytes
    memory: int  # KiB
    passes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Header:
    """One part's. Keys by their short names."""

    kind: PacketKind
    packet: str  # 32 hex digits
    sender: str
    recipient: str
    ephemeral: bytes
    created: datetime  # by the sender's clock, seconds
    public: bytes = b""  # both public halves of the sender, when the recipient may not know them
    vouching: bytes = b""  # what vouches for the sender: a key list, or a certificate
    lock: Lock | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """Where a part lies in its file."""

    header: Header
    raw: bytes  # the header as it is written
    start: int  # of what is sealed
    length: int


def write_header(header: Header) -> bytes:
    """Deterministic CBOR."""
    members: dict[int | str, cbor.Value] = {
        1: FORMAT, 2: int(header.kind), 3: bytes.fromhex(header.packet), 4: bytes.fromhex(header.sender),
        6: bytes.fromhex(header.recipient), 7: header.ephemeral, 11: int(header.created.timestamp()),
    }  # fmt: skip
    if header.public:
        members[5] = header.public
    if header.vouching:
        members[9] = header.vouching
    if header.lock:
        members[10] = [header.lock.salt, header.lock.memory, header.lock.passes]
    return cbor.encode(members)


def read_header(raw: bytes) -> Header:
    """DamagedPacketError, NewerPacketError."""
    try:
        content = cbor.decode(raw, _LIMITS)
    except MalformedSealError as error:
        raise DamagedPacketError(str(error)) from error
    if not isinstance(content, dict):
        raise DamagedPacketError("header")
    if isinstance(content.get(1), int) and content[1] != FORMAT:
        raise NewerPacketError(str(content[1]))
    try:
        return _header(content)
    except (ValueError, OverflowError, OSError) as error:
        raise DamagedPacketError("header") from error


def parts(file: BinaryIO) -> Iterator[Part]:
    """Every part of a file, in order. Nothing is opened; a file that ends too early is damaged."""
    size = file.seek(0, os.SEEK_END)
    file.seek(0)
    magic = file.read(len(MAGIC))
    if magic != MAGIC:
        newer = magic.startswith(b"CHQPKT") and magic.endswith(b"\n")
        raise NewerPacketError(magic.decode()) if newer else NotAPacketError
    at, count = len(MAGIC), 0
    while at < size or count == 0:
        part = _part(file, at, size)
        yield part
        at, count = part.start + part.length, count + 1
        if count > MOST_PARTS:
            raise DamagedPacketError("parts without end")


def _part(file: BinaryIO, at: int, size: int) -> Part:
    file.seek(at)
    (length,) = _SIZE.unpack(_exactly(file, 4))
    if length > LONGEST_HEADER:
        raise DamagedPacketError("header")
    raw = _exactly(file, length)
    (sealed,) = _LENGTH.unpack(_exactly(file, 8))
    start = at + 4 + length + 8
    if sealed > size - start:
        raise DamagedPacketError("cut short")
    return Part(read_header(raw), raw, start, sealed)


def begun(raw: bytes, length: int) -> bytes:
    """What stands before the sealed bytes of a part, so many of them."""
    return _SIZE.pack(len(raw)) + raw + _LENGTH.pack(length)


def begin_part(out: BinaryIO, raw: bytes) -> int:
    """Write a header and room for the length; where what is sealed begins."""
    out.write(begun(raw, 0))
    return out.tell()


def end_part(out: BinaryIO, start: int) -> None:
    """Fill in the length of what was written since `start`, and go back to the end."""
    end = out.tell()
    out.seek(start - 8)
    out.write(_LENGTH.pack(end - start))
    out.seek(end)


def _exactly(file: BinaryIO, size: int) -> bytes:
    found = file.read(size)
    if len(found) != size:
        raise DamagedPacketError("cut short")
    return found


def _header(content: dict[int | str, cbor.Value]) -> Header:
    if not set(content) >= _NEEDED:
        raise ValueError("members")
    return Header(
        kind=PacketKind(_number(content[2])), packet=_bytes(content[3], KID).hex(),
        sender=_bytes(content[4], KID).hex(), recipient=_bytes(content[6], KID).hex(), ephemeral=_bytes(content[7], 32),
        created=datetime.fromtimestamp(_number(content[11]), UTC),
        public=_bytes(content[5], PUBLIC) if 5 in content else b"",
        vouching=_bytes(content[9]) if 9 in content else b"", lock=_lock(content.get(10)),
    )  # fmt: skip


def _lock(value: cbor.Value) -> Lock | None:
    match value:
        case None:
            return None
        case [bytes(salt), int(memory), int(passes)] if len(salt) == 16:
            return Lock(salt, memory, passes)
        case _:
            raise ValueError("lock")


def _number(value: cbor.Value) -> int:
    if type(value) is not int:
        raise ValueError("not a number")
    return value


def _bytes(value: cbor.Value, size: int | None = None) -> bytes:
    if not isinstance(value, bytes) or (size is not None and len(value) != size):
        raise ValueError("not so many bytes")
    return value
