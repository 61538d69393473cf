"""Checking a packet that came from elsewhere, in a disposable process. Loads no PDF library here."""

from dataclasses import dataclass
from typing import Final

from documents.errors import DocumentError
from documents.packet.limits import MAX_PACKET_BYTES
from documents.packet.records import PacketState
from documents.packet.reference import Reference
from documents.worker.errands import Bounds, Worker, WorkerLostError

BOUNDS: Final = Bounds(blob=MAX_PACKET_BYTES, memory=4 * MAX_PACKET_BYTES)


class InspectError(DocumentError):
    """The process gave no answer."""


@dataclass(frozen=True, slots=True)
class PacketFound:
    """As `documents.packet.checking.PacketCheck`."""

    state: PacketState
    printed: Reference | None
    found: str


@dataclass(frozen=True, slots=True)
class Inspection:
    """Nothing is asked besides the bytes."""


def inspect_apart(content: bytes) -> PacketFound:
    """Whether one file of a packet is as it was made. Raises InspectError."""
    if not 0 < len(content) <= MAX_PACKET_BYTES:
        return PacketFound(PacketState.UNREADABLE, None, "")
    with Worker(BOUNDS) as worker:
        try:
            found, _ = worker.run("packet.inspect", Inspection(), [content], PacketFound)
        except WorkerLostError as error:
            raise InspectError(error.loss.value) from error
    return found
