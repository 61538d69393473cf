"""Builds the packet: the request, its index and the documents, foliated as the destination asks, in files it accepts.

Pure over files: no window, no network, no clock (dates are the request's own), and the same input gives the same
bytes. Foreign files are read by native code here (qpdf, PDFium, libjpeg): call it from a process that may die.
"""

import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from threading import Event

from documents.packet.composing import Packet, compose
from documents.packet.errors import (
    FutIncompleteError,
    PacketCancelledError,
    PacketTooLargeError,
    PacketTooLongError,
)
from documents.packet.fut import Fut, missing
from documents.packet.heading import Front
from documents.packet.limits import LEVELS, MAX_ITEMS, MAX_OWN_ITEMS, MAX_PAGES, Density
from documents.packet.preparing import Prepared, prepare, prepare_drawn, without_source
from documents.packet.profiles import Profile
from documents.packet.records import PacketItem, PacketProgress, PacketResult, Stage
from documents.packet.stamping import LETTERS_ROOM, NUMBER_ROOM
from documents.packet.writing import working_folder

_TRIES = 6  # at packing files tighter, when they come out larger than their pages promised


@dataclass(frozen=True, slots=True)
class _Run:
    """What one building is told by its caller."""

    progress: Callable[[PacketProgress], None] | None
    cancelled: Event | None

    def step(self, stage: Stage, done: int, total: int) -> None:
        """Tell how far it is. Raises PacketCancelledError."""
        if self.cancelled is not None and self.cancelled.is_set():
            raise PacketCancelledError
        if self.progress is not None:
            self.progress(PacketProgress(stage, done, total))


def build_packet(  # the request, what is attached, for whom, where to, and how to follow it
    cover: Front,
    items: Sequence[PacketItem],
    profile: Profile,
    *,
    folder: Path,
    stem: str = "",
    progress: Callable[[PacketProgress], None] | None = None,
    cancelled: Event | None = None,
) -> PacketResult:
    """Write the packet into `folder`, which must exist; `stem` "": a name from the request.

    Raises PacketError (see `documents.packet.errors`); then no file is left. An existing file is never replaced.
    """
    if lacking := missing(cover) if isinstance(cover, Fut) else ():
        raise FutIncompleteError(lacking)
    most = MAX_ITEMS if isinstance(cover, Fut) else MAX_OWN_ITEMS
    if len(items) > most:
        raise PacketTooLongError("documents", len(items), most)
    run = _Run(progress, cancelled)
    with working_folder(folder) as work:
        packet = Packet(cover, profile, folder, safe_name(stem) or suggested_name(cover), work, run.step)
        return _build(packet, items, run)


def _build(packet: Packet, items: Sequence[PacketItem], run: _Run) -> PacketResult:
    """From the pictures as they are down to the floor of legibility, until the destination takes it."""
    prepared: list[Prepared] = []
    refused: PacketTooLargeError | None = None
    for level in LEVELS:
        if level is not None and not any(each.reducible for each in prepared):
            break
        prepared = _prepared(packet, items, prepared, level, run)
        try:
            return _fitted(packet, prepared, level)
        except PacketTooLargeError as error:
            refused = error
    raise refused or AssertionError("no level was tried")


def _prepared(
    packet: Packet, items: Sequence[PacketItem], before: Sequence[Prepared], level: Density | None, run: _Run
) -> list[Prepared]:
    """All documents at a level; what holds no pictures is not done again."""
    room = LETTERS_ROOM if packet.profile.foliation.in_letters else NUMBER_ROOM
    made: list[Prepared] = []
    pages = 0
    for at, item in enumerate(items):
        run.step(Stage.READING, at, len(items))
        if before and not before[at].reducible:
            made.append(before[at])
        else:
            file = packet.work / f"{at:03d}-{_dpi(level) or 0}.pdf"
            made.append(
                prepare_drawn(item, file) if item.drawn_here else without_source(prepare(item, file, room, level))
            )
        pages += len(made[-1].faces)
        if pages > MAX_PAGES:
            raise PacketTooLongError("pages", pages, MAX_PAGES)
    run.step(Stage.READING, len(items), len(items))
    return made


def _fitted(packet: Packet, prepared: Sequence[Prepared], level: Density | None) -> PacketResult:
    """Pack, write, weigh; tighter when files came out too large and more of them are allowed."""
    target = int(packet.profile.max_file_bytes * 0.97)
    for left in reversed(range(_TRIES)):
        try:
            return compose(packet, prepared, target, _dpi(level))
        except PacketTooLargeError as error:
            if packet.profile.max_files == 1 or error.files > error.most_files or error.size <= error.limit or not left:
                raise
            target = int(target * 0.9 * error.limit / error.size)
    raise AssertionError("no try was made")


def _dpi(level: Density | None) -> int | None:
    return level.dpi if level else None


def suggested_name(fut: Front) -> str:
    """ "2026-11-23_FUT_QUISPE_MAMANI": plain letters, so that every mesa de partes takes the name."""
    person = fut.solicitante
    surnames = f"{person.apellido_paterno} {person.apellido_materno}"
    return safe_name(f"{fut.fecha.isoformat()}_FUT_{surnames}")


def safe_name(text: str) -> str:
    """Letters and figures of English, hyphens and underscores; at most 80 characters."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode("ascii")
    return "_".join("".join(c if c.isalnum() or c in "-_" else " " for c in plain).split())[:80]
