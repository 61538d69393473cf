"""Building a packet inside the disposable process (`documents.worker.process`). The other side is `apart`."""

from documents.packet.apart import Failure, PacketAnswer, PacketRequest
from documents.packet.assembling import build_packet, suggested_name
from documents.packet.checking import check_packet
from documents.packet.errors import PacketError
from documents.packet.inspecting import PacketFound
from documents.packet.records import PacketItem, PacketProgress
from documents.packet.words import told
from documents.worker import frames
from documents.worker.errands import Progress
from documents.worker.process import Report


def build(request: bytes, blobs: list[bytes], report: Report) -> tuple[PacketAnswer, list[bytes]]:
    """The packet, written into the folder that the request names."""
    asked = frames.read_as(PacketRequest, request)
    items = [PacketItem(head.title, blob, None, head.two_sided) for head, blob in zip(asked.items, blobs, strict=True)]

    def tell(now: PacketProgress) -> None:
        report(Progress(now.stage.value, now.done, now.total))

    try:
        stem = free_stem(suggested_name(asked.cover), asked.taken)
        made = build_packet(asked.cover, items, asked.profile, folder=asked.folder, stem=stem, progress=tell)
    except PacketError as error:
        what, safe, todo = told(error)
        return PacketAnswer(None, Failure(type(error).__name__, what, safe, todo)), []
    return PacketAnswer(made, None), []


def inspect(_request: bytes, blobs: list[bytes], _report: Report) -> tuple[PacketFound, list[bytes]]:
    """Whether a packet is as it was made."""
    checked = check_packet(blobs[0])
    return PacketFound(checked.state, checked.printed, checked.found), []


def free_stem(stem: str, taken: tuple[str, ...]) -> str:
    """The name, or with the first number behind it that no file of the folder begins with."""
    number, free = 1, stem
    while any(name.startswith((f"{free}.", f"{free}_1-de-")) for name in taken):
        number += 1
        free = f"{stem}_v{number}"
    return free
