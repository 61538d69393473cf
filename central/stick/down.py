"""A packet for one computer: the pages that the network would answer, the PDFs they name, the fate of its wishes."""

import base64
import io
import json
import secrets
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from central.cursors import Resting, read_cursor, write_cursor
from central.desk import Desk
from central.inlining import named_pdfs
from central.pages import ServedPage, page_text, serve_page
from central.stick.seat import StickSeat
from central.store.blobs import readable_blob
from central.store.sticks import KeptDevice, last_ups, results_after
from documents.stick.body import LARGEST_FILE, pack_body
from documents.stick.header import MAGIC, Header, Lock, PacketKind
from documents.stick.keys import Public
from documents.stick.sealing import seal_part

LONGEST_PAGES = 24 * 2**20  # bytes of JSON; what is more comes with the next packet
MOST_PDFS = 96 * 2**20  # bytes
MOST_RESULTS = 500
UPS_TOLD = 20


@dataclass(frozen=True, slots=True)
class Aim:
    """Who a packet is for. `device` None: somebody who has no computer that we know, and opens it with words."""

    feed: str
    public: Public
    device: KeptDevice | None = None
    lock: Lock | None = None
    enrolment: bytes = b""


@dataclass(slots=True)
class _Gathered:
    pages: list[str] = field(default_factory=list)
    pdfs: list[str] = field(default_factory=list)
    size: int = 0
    epoch: str = ""


def make_down(desk: Desk, seat: StickSeat, aim: Aim) -> bytes:
    """The packet, as a file of its own."""
    since = aim.device.cursor if aim.device else None
    gathered = _gather(desk, aim.feed, since)
    since = since if _epoch_of(since) == gathered.epoch else None  # of another epoch: everything was given
    manifest = _manifest(desk, seat, aim, since, gathered)
    header = Header(
        kind=PacketKind.DOWN, packet=secrets.token_hex(16), sender=seat.current.public.kid, recipient=aim.public.kid,
        ephemeral=b"", created=datetime.fromtimestamp(desk.now(), UTC), vouching=seat.file, lock=aim.lock,
    )  # fmt: skip
    wanted = json.loads(aim.device.wants) if aim.device else []
    out = io.BytesIO(MAGIC)
    out.seek(0, io.SEEK_END)
    files = _pdfs(desk, aim.feed, dict.fromkeys([*wanted, *gathered.pdfs]))
    seal_part(out, header, pack_body(manifest, files), seat.current, aim.public)
    return out.getvalue()


def _gather(desk: Desk, feed: str, since: str | None) -> _Gathered:
    """Page after page, to the end or to what fits; each page's cursor is a resting point."""
    found = _Gathered()
    while found.size < LONGEST_PAGES:
        served = serve_page(desk, feed, since, None, bundles=False)
        if not isinstance(served, ServedPage):
            break
        text = f'{{"etag":{json.dumps(served.etag)},"page":{{{page_text(desk, served, 0)}}}}}'
        found.pages.append(text)
        found.epoch = served.page.heads.epoch
        found.size += len(text)
        found.pdfs += named_pdfs(served.page.facts)
        if not served.page.more:
            break
        since = write_cursor(served.page.cursor)
    return found


def _manifest(desk: Desk, seat: StickSeat, aim: Aim, since: str | None, gathered: _Gathered) -> bytes:
    settings, device = desk.settings, aim.device
    head: dict[str, Any] = {
        "v": 1, "since": since, "from": _position(since),
        "server_time": settings.clock().isoformat(timespec="seconds"), "keys": base64.b64encode(seat.file).decode(),
        "trust_list": None, "legajo_catalogue": None, "results": [], "carried": [],
        "enrolment": aim.enrolment.hex() or None,
    }  # fmt: skip
    if device is None or device.trust < settings.trust_list.version:
        head["trust_list"] = base64.b64encode(settings.trust_list.file).decode()
    if device is None or device.catalogue < settings.legajo_catalogue.version:
        head["legajo_catalogue"] = base64.b64encode(settings.legajo_catalogue.content).decode()
    if device is not None:
        with desk.store.reading() as db:
            results = results_after(db, device.kid, device.results, most=MOST_RESULTS)
            head["results"] = [{"number": number, **result} for number, result in results]
            head["carried"] = [{"packet": packet, "received": _instant(at)} for packet, at in
                               last_ups(db, device.kid, most=UPS_TOLD)]  # fmt: skip
    text = json.dumps(head, ensure_ascii=False, separators=(",", ":"))
    return f'{text[:-1]},"pages":[{",".join(gathered.pages)}]}}'.encode()


def _pdfs(desk: Desk, feed: str, names: dict[str, None]) -> Iterator[bytes]:
    """What this person may read, as much as fits."""
    room = MOST_PDFS
    for name in names:
        with desk.store.reading() as db:
            content = readable_blob(db, feed, name, most=min(LARGEST_FILE, room))
        if content is not None:
            room -= len(content)
            yield content


def _epoch_of(since: str | None) -> str | None:
    return None if since is None else read_cursor(since).epoch


def _position(since: str | None) -> dict[str, Any] | None:
    """Where the changes begin; None: with everything, or in the middle of a walk that only its own cursor names."""
    cursor = None if since is None else read_cursor(since)
    if not isinstance(cursor, Resting):
        return None
    return {"epoch": cursor.epoch, "seq": cursor.seq, "commons": cursor.commons}


def _instant(seconds: int) -> str:
    return datetime.fromtimestamp(seconds, UTC).isoformat(timespec="seconds")
