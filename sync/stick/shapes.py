"""What the manifests of packets say, as msgspec structs. Strict types, unknown members ignored (docs/protocol.md)."""

from datetime import datetime
from typing import Annotated

import msgspec
from msgspec import Meta, Struct

Sequence = Annotated[int, Meta(ge=0, le=2**53)]
PacketName = Annotated[str, Meta(pattern=r"\A[0-9a-f]{32}\Z")]
Instant = Annotated[datetime, Meta(tz=True)]


class WirePosition(Struct):
    """Where changes begin."""

    epoch: str
    seq: Sequence
    commons: Sequence


class WireCarriedPage(Struct):
    """A page as the network would answer it, with its ETag."""

    etag: str
    page: msgspec.Raw


class WireCarriedResult(Struct):
    """What became of a wish."""

    number: Sequence
    kind: str
    uuid: str
    status: int
    answer: msgspec.Raw


class WireDone(Struct):
    """A packet of ours that the central API did."""

    packet: PacketName
    received: Instant


class WireDown(Struct, rename={"start": "from"}):
    """The manifest of a packet for a device."""

    v: Annotated[int, Meta(ge=1, le=1)]
    since: str | None
    start: WirePosition | None
    server_time: Instant
    pages: tuple[WireCarriedPage, ...]
    results: tuple[WireCarriedResult, ...] = ()
    carried: tuple[WireDone, ...] = ()
    keys: bytes = b""  # base64 on the wire
    trust_list: bytes | None = None
    legajo_catalogue: bytes | None = None
    enrolment: PacketName | None = None


class WireReceipt(Struct):
    """The manifest of an office's receipt."""

    v: Annotated[int, Meta(ge=1, le=1)]
    packet: PacketName
    sha256: str
    at: Instant
