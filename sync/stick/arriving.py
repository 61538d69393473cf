"""A stick from the office, taken in: staged, every byte proven, then one transaction; or nothing at all.

The answers to wishes are written first (each is right by itself, and again is the same), then pages, PDFs and the mark
that this packet is here, together, through `sync.applying`, as the network does. A crash in between is mended by taking
the packet in once more.
"""

from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path
from typing import BinaryIO, Literal

from documents.legajo_catalogue import LegajoCatalogueError
from documents.seal.errors import TrustListError
from documents.stick.errors import StickError
from documents.stick.header import Header, PacketKind, Part
from storage import cache, catalogues, stick, trust
from storage.connection import Connection
from storage.device import OwnDevice, note_results, own_device
from storage.vault import Vault
from sync import applying
from sync.clock import Clock
from sync.core.position import Fate, Offer, Position, judge, position_of
from sync.errors import InterferenceError
from sync.noting import Writing, follow
from sync.stick.departing import leave_word
from sync.stick.errors import CarryError, of_packet
from sync.stick.media import reading
from sync.stick.packets import Proven, central_keys, files_of, for_this, prove, prove_receipt, recipients
from sync.stick.results import write_result
from sync.stick.shapes import WireDown
from sync.wire import ReadPage, read_page

State = Literal["new", "already", "old"]
Report = Callable[[int, int], None]  # files done, and how many there are about


@dataclass(frozen=True, slots=True, kw_only=True)
class Brought:
    """What came of it."""

    state: State = "new"
    facts: int = 0
    pdfs: int = 0
    answers: int = 0  # wishes that the office answered
    receipts: int = 0  # packets that an office took in
    more: bool = False  # there is more at the office than fitted
    office: str = ""  # whose receipt
    left: str = ""  # the name of the file that says how far this computer is


def bring_in(
    vault: Vault, path: Path, clock: Clock, profiles: Callable[[str], str] = lambda _kid: "", name: str = ""
) -> Brought:
    """Take in what a file has for this profile, and leave word beside it of how far this computer is.

    `profiles`: alias of the profile of this computer with that key, or ""; `name`: what this computer is called.
    CarryError, and nothing has changed.
    """
    with vault.one_carrier, vault.outbox() as box, vault.cache() as db, reading(path) as file:
        device = own_device(box, clock.now())
        desk = _Desk(box, db, device, clock)
        try:
            downs = for_this(file, device.key.public.kid, PacketKind.DOWN)
            receipts = for_this(file, device.key.public.kid, PacketKind.RECEIPT)
            if not downs and not receipts:
                raise _for_whom(recipients(file), device, profiles)
            told = [_take_receipt(desk, file, part) for part in receipts]
            brought = _sum([_take_down(desk, file, part) for part in downs])
        except StickError as error:
            raise of_packet(error) from error
        except CarryError as error:
            if error.code == "gap":  # the office thinks that more is here than is
                leave_word(box, db, path.parent, clock, name)
            raise
        left = leave_word(box, db, path.parent, clock, name) if downs else None
        offices = [office for office in told if office]
        return replace(brought, receipts=len(offices), office=next(iter(offices), ""), left=left.name if left else "")


@dataclass(frozen=True, slots=True)
class _Desk:
    box: Connection
    db: Connection
    device: OwnDevice
    clock: Clock


def _for_whom(headers: Iterable[Header], device: OwnDevice, profiles: Callable[[str], str]) -> CarryError:
    """Why there is nothing for us in it."""
    for header in headers:
        if header.sender == device.key.public.kid:
            return CarryError("own")
        if header.lock is not None:
            return CarryError("passphrase-needed")
        if alias := profiles(header.recipient):
            return CarryError("other-profile", alias)
    return CarryError("foreign")


def _take_receipt(desk: _Desk, file: BinaryIO, part: Part) -> str:
    proven = prove_receipt(file, part, desk.device.key, stick.kept_keys(desk.db), desk.clock.now())
    ours = stick.note_delivered(desk.box, proven.receipt.packet, proven.office.nombre, proven.receipt.at)
    return proven.office.nombre if ours else ""


def _take_down(desk: _Desk, file: BinaryIO, part: Part) -> Brought:
    proven = prove(file, part, desk.device.key, stick.kept_keys(desk.db))
    return take_proven(desk.box, desk.db, file, proven, desk.device, desk.clock)


def take_proven(
    box: Connection, db: Connection, file: BinaryIO, proven: Proven, device: OwnDevice, clock: Clock
) -> Brought:  # fmt: skip
    """Apply a packet that was proven. CarryError("gap"), and nothing has changed."""
    packet = proven.part.header.packet
    kept = stick.kept_keys(db)
    pages = _pages(proven.down)
    mark = cache.sync_mark(db)
    if stick.was_taken(db, packet):
        return Brought(state="already")
    offer = _offer(proven.down, pages)
    fate = judge(mark, offer) if offer is not None else Fate.APPLY
    if fate is Fate.GAP:
        raise CarryError("gap")
    if fate is Fate.OLD:
        return Brought(state="old")
    answers = _answer(box, db, proven.down, device, clock)
    _keep_published(db, proven, clock)
    anew = offer is not None and offer.is_whole and mark.cursor is not None
    applied = _apply(db, file, proven, _Bringing(pages, device, kept, anew), clock)
    _settle(box, db, proven.down, pages, clock)
    return Brought(
        facts=applied.facts, pdfs=len(applied.pdfs), answers=answers, more=bool(pages and pages[-1].page.more)
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Bringing:
    pages: tuple[ReadPage, ...]
    device: OwnDevice
    kept: tuple[bytes, ...]
    anew: bool


def _apply(db: Connection, file: BinaryIO, proven: Proven, bringing: _Bringing, clock: Clock) -> applying.Applied:
    counted = sum(len(page.page.facts) for page in bringing.pages)
    pdfs: list[str] = []

    def arriving() -> Iterable[tuple[str, bytes]]:
        for sha256, content in files_of(file, proven, bringing.device.key, bringing.kept):
            pdfs.append(sha256)
            yield sha256, content

    def mark() -> None:
        stick.put_taken(
            db,
            stick.TakenDown(
                packet=proven.part.header.packet, made_at=proven.down.server_time, taken_at=clock.now(), facts=counted,
                pdfs=len(pdfs),
            ),
        )  # fmt: skip

    return applying.apply(db, bringing.pages, arriving(), mark=mark, anew=bringing.anew)


def _pages(down: WireDown) -> tuple[ReadPage, ...]:
    try:
        return tuple(read_page(bytes(carried.page), carried.etag) for carried in down.pages)
    except InterferenceError as error:  # signed, and not understood: a later office
        raise CarryError("newer", error.detail) from error


def _offer(down: WireDown, pages: tuple[ReadPage, ...]) -> Offer | None:
    if not pages:
        return None
    last = pages[-1].page
    start = Position(down.start.epoch, down.start.seq, down.start.commons) if down.start else None
    return Offer(
        epoch=last.epoch, since=down.since, start=start, made=down.server_time,
        end=position_of(last.cursor),
    )  # fmt: skip


def _answer(box: Connection, db: Connection, down: WireDown, device: OwnDevice, clock: Clock) -> int:
    """What the office said to wishes that travelled up. Those that were told before are passed over."""
    epoch = cache.sync_mark(db).epoch or ""
    how = Writing(clock.now(), epoch, lambda tries: clock.now() + timedelta(minutes=min(60, 2**tries)))
    fresh = [result for result in down.results if result.number > device.results]
    told = sum(write_result(box, result, how) for result in fresh)
    if fresh:
        note_results(box, max(result.number for result in fresh))
    return told


def _keep_published(db: Connection, proven: Proven, clock: Clock) -> None:
    """Lists that everybody gets. Each carries its own proof; one that is not believed changes nothing."""
    header, down = proven.part.header, proven.down
    if header.vouching and central_keys(header, stick.kept_keys(db)) == central_keys(header, ()):
        stick.keep_keys(db, header.vouching)  # unless what is kept is newer than what came
    if down.trust_list is not None:
        with suppress(TrustListError):
            trust.keep_trust_list(db, down.trust_list, clock.now())
    if down.legajo_catalogue is not None:
        with suppress(LegajoCatalogueError):
            catalogues.keep_legajo_catalogue(db, down.legajo_catalogue, clock.now())


def _settle(box: Connection, db: Connection, down: WireDown, pages: tuple[ReadPage, ...], clock: Clock) -> None:
    follow(box, db, clock.now())
    stick.note_answered(box, [(done.packet, done.received) for done in down.carried])
    if pages and applying.differs(db, pages[-1].page, clock.now()):
        cache.restart_walk(db)


def _sum(all_brought: list[Brought]) -> Brought:
    if not all_brought:
        return Brought(state="new")
    new = [each for each in all_brought if each.state == "new"]
    if not new:
        return all_brought[-1]
    return Brought(
        facts=sum(each.facts for each in new), pdfs=sum(each.pdfs for each in new),
        answers=sum(each.answers for each in new), more=new[-1].more,
    )  # fmt: skip
