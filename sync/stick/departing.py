"""A packet with the person's wishes, written on a stick: sealed to the central API, signed by this computer.

Everything in the queue goes, in its order, with its files; nothing leaves the queue by that. The stick may be lost: the
same wishes go by the network or by another stick, and at the office each is one. A packet without wishes is a request
for news: it says how far this computer is, and whose key it is.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

import msgspec

from documents.stick.body import pack_body
from documents.stick.errors import StickError
from documents.stick.header import MAGIC, Header, PacketKind
from documents.stick.sealing import seal_part
from documents.stick.shipped import newest
from documents.stick.vouching import CentralKeys
from storage import attachments, cache, outbox
from storage.catalogues import legajo_catalogue
from storage.connection import Connection
from storage.device import OwnDevice, own_device
from storage.request_records import OwnRequest
from storage.stick import WrittenUp, kept_keys, note_written
from storage.trust import trust_in_use
from storage.vault import Vault
from sync.clock import Clock
from sync.identifiers import new_id
from sync.legajo_wire import expediente_body, request_body
from sync.noting import WAITS
from sync.stick.errors import CarryError, of_packet
from sync.stick.media import packets_in, write_file

MOST_FILES = 256 * 2**20  # bytes of one packet; what is more goes with the next
MOST_COMMANDS = 900
MOST_WANTS = 1000
SLACK = 256 * 1024  # bytes of a packet besides its files
NAMED_BY = 8  # hex digits in the name of a file
WORD = "chasqui-acuse"  # how the files begin that say no more than how far a computer is


@dataclass(frozen=True, slots=True)
class Load:
    """What goes: commands in their order, the wishes they are about, the files they name."""

    commands: tuple[dict[str, Any], ...]
    wishes: tuple[OwnRequest, ...]
    files: tuple[str, ...]
    size: int  # bytes of the files


def write_up(vault: Vault, folder: Path, clock: Clock, *, name: str) -> WrittenUp:
    """Write what waits. `name`: what this computer is called. CarryError, and nothing has changed."""
    now = clock.now()
    packet = new_id().replace("-", "")
    with vault.outbox() as box, vault.cache() as db:
        load = gather(box)
        write = sealed(box, db, load, clock, name=name, packet=packet)
        epoch = cache.sync_mark(db).epoch or ""

        def leave() -> None:
            _note_leaving(box, load.wishes, clock, epoch)

        written = write_file(
            folder, f"chasqui-para-la-ugel-{packet[:NAMED_BY]}", write, needed=load.size + SLACK, good=leave
        )
        up = WrittenUp(
            packet=packet, written_at=now, place=written.path.name, wishes=tuple(own.uuid for own in load.wishes),
            size=written.size,
        )  # fmt: skip
        note_written(box, up)
        return up


def leave_word(box: Connection, db: Connection, folder: Path, clock: Clock, name: str) -> Path | None:
    """A packet without wishes that says how far this computer is, so that the next one from the office has only what is
    new: nobody has to think of it. It takes the place of this computer's last. None when the stick takes no file.
    """
    write = sealed(box, db, Load((), (), (), 0), clock, name=name)
    called = f"{WORD}-{own_device(box, clock.now()).key.public.kid[:NAMED_BY]}"
    with suppress(CarryError, OSError):
        before = [path for path in packets_in(folder) if path.name.startswith(called)]
        written = write_file(folder, called, write, needed=SLACK)
        for path in before:
            path.unlink(missing_ok=True)
        return written.path
    return None


def sealed(
    box: Connection, db: Connection, load: Load, clock: Clock, *, name: str, packet: str = ""
) -> Callable[[BinaryIO], None]:
    """What writes the packet, sealed to the central API. CarryError("no-keys")."""
    now = clock.now()
    device, keys = own_device(box, now), _keys(db)
    manifest = msgspec.json.encode(_manifest(db, device, load, name, int(now.timestamp())))
    header = Header(
        kind=PacketKind.UP, packet=packet or new_id().replace("-", ""), sender=device.key.public.kid,
        recipient=keys.current.kid, ephemeral=b"", created=now, public=device.key.public.bytes,
    )  # fmt: skip

    def write(out: BinaryIO) -> None:
        out.write(MAGIC)
        seal_part(out, header, pack_body(manifest, _contents(box, load.files)), device.key, keys.current)

    return write


def _keys(db: Connection) -> CentralKeys:
    try:
        return newest(*kept_keys(db))
    except StickError as error:
        raise of_packet(error) from error


def gather(box: Connection, *, waking: bool = True) -> Load:
    """Cancellations first, because they hold back their section; then wishes in their order; then expedientes.

    `waking`: what waits for a network or a login goes by itself again from now on.
    """
    commands: list[dict[str, Any]] = [_cancellation(own) for own in outbox.cancellations_due(box)]
    wishes: list[OwnRequest] = []
    files: dict[str, int] = {}
    for state in WAITS.values() if waking else ():  # whatever they wait for, it is not this
        outbox.wake_waiting(box, state)
    for own in outbox.unsettled(box):
        more = files | _files(box, own)
        if wishes and (sum(more.values()) > MOST_FILES or len(commands) > MOST_COMMANDS):
            break
        files = more
        wishes.append(own)
        commands += _of_wish(own)
    commands += [_expediente(own) for own in outbox.expedientes_due(box)]
    return Load(tuple(commands), tuple(wishes), tuple(files), sum(files.values()))


def _of_wish(own: OwnRequest) -> list[dict[str, Any]]:
    found = [{"kind": "request", "uuid": own.uuid, "body": msgspec.Raw(request_body(own.content))}]
    if own.expediente is not None and own.expediente_waits:
        found.append(_expediente(own))
    if own.cancel_wanted:
        found.append(_cancellation(own))
    return found


def _cancellation(own: OwnRequest) -> dict[str, Any]:
    return {"kind": "cancellation", "uuid": own.uuid, "body": {}}


def _expediente(own: OwnRequest) -> dict[str, Any]:
    body = expediente_body(own.expediente) if own.expediente else b"{}"
    return {"kind": "expediente", "uuid": own.uuid, "body": msgspec.Raw(body)}


def _files(box: Connection, own: OwnRequest) -> dict[str, int]:
    sizes = {document.sha256: attachments.file_size(box, document.sha256) for document in own.content.documents}
    return {sha256: size for sha256, size in sizes.items() if size is not None}


def _manifest(db: Connection, device: OwnDevice, load: Load, name: str, at: int) -> dict[str, Any]:
    return {
        "v": 1, "name": name[:80] or "Chasqui", "enrolment": device.enrolment, "commands": load.commands,
        "device": device_state(db, device, at),
    }  # fmt: skip


def device_state(db: Connection, device: OwnDevice, at: int) -> dict[str, Any]:
    """How far this computer is. Whoever lacks PDFs names them; the newest first."""
    wanted = [pdf.sha256 for pdf in cache.wanted_pdfs(db)]
    return {
        "cursor": cache.sync_mark(db).cursor, "trust": trust_in_use(db).version,
        "catalogue": legajo_catalogue(db).version, "results": device.results, "wants": wanted[:MOST_WANTS], "at": at,
    }  # fmt: skip


def _contents(box: Connection, names: Sequence[str]) -> Iterator[bytes]:
    for name in names:
        content = attachments.file_bytes(box, name)
        if content is not None:
            yield content


def _note_leaving(box: Connection, wishes: Sequence[OwnRequest], clock: Clock, epoch: str) -> None:
    """From now on the outcome is unknown: who withdraws one of these has to tell the office. Still due by network."""
    for own in wishes:
        if outbox.note_sending(box, own.uuid, epoch):
            outbox.note_retry(box, own.uuid, own.tries, own.next_try_at or clock.now())
