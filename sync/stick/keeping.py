"""A sealed copy of the queue beside the profile's files: what survives a forgotten password.

It is the packet that a stick would carry, sealed to the central API, so that whoever finds it reads nothing; and it is
the one thing of a profile that needs no password. Nothing leaves the queue by it: it is written anew after each change,
and handed in only when the profile can no longer be opened. What comes twice is once, by the UUID of each wish.
"""

import hashlib
import os
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

import msgspec

from documents.stick.errors import StickError
from documents.stick.header import parts
from storage.files import UNFINISHED_SUFFIX, disk_errors, move, settle_folder
from storage.given import mark_given
from storage.layout import QUEUED
from storage.vault import Vault
from sync.clock import Clock
from sync.stick.counter import OWN, StickCounter
from sync.stick.departing import SLACK, gather, sealed
from sync.stick.errors import CarryError
from sync.stick.media import WrittenFile, reading, write_file

CARRIED_AS = "chasqui-para-la-ugel-cola"  # the name on a stick
_BLOCK = 1 << 20


def keep_queue(vault: Vault, clock: Clock, *, name: str, before: str = "") -> str:
    """Write the copy anew, or remove it when nothing is in the queue. `before`: what this answered last; what is the
    same is not written again.

    StorageError; CarryError("no-keys") when there is nobody to seal to yet.
    """
    path = vault.directory / QUEUED
    with vault.outbox() as box, vault.cache() as db:
        load = gather(box, waking=False)
        if not load.commands:
            with disk_errors(path):
                path.unlink(missing_ok=True)
            return ""
        stamp = hashlib.sha256(msgspec.json.encode(load.commands)).hexdigest()
        if stamp != before or not path.exists():
            _replace(path, sealed(box, db, load, clock, name=name))
        return stamp


def carry_queue(directory: Path, folder: Path) -> WrittenFile:
    """Put the copy of a profile that nobody can open on a stick. CarryError, and nothing is left there."""
    path = directory / QUEUED
    with reading(path) as file:
        mark_given(directory)
        size = file.seek(0, os.SEEK_END)
        file.seek(0)
        return write_file(folder, CARRIED_AS, lambda out: _copy(file, out), needed=size + SLACK)


def hand_in_queues(copies: Iterable[Path], counter: StickCounter) -> int:
    """What computers of this person's had in their queue, of profiles that stand beside this one; how many were done.

    Whose a copy is tells its key, which the central API knows for this person; others are left alone. What was
    done is removed. SyncError, and the rest waits.
    """
    known = {device.kid for device in counter.own_devices()}
    return sum(_hand_in(path, counter) for path in copies if _sender(path) in known)


def _hand_in(path: Path, counter: StickCounter) -> bool:
    with reading(path) as file:
        mark_given(path.parent)
        digest, size = hashlib.sha256(), 0
        while block := file.read(_BLOCK):
            digest.update(block)
            size += len(block)
        arrival = counter.hand_over(digest.hexdigest(), size, file, lambda _at: None, OWN)
    if arrival.state == "done":
        with disk_errors(path):
            path.unlink(missing_ok=True)
    return arrival.state == "done"


def _sender(path: Path) -> str:
    """Whose key sealed it; "" when it is no packet."""
    with suppress(StickError, CarryError), reading(path) as file:
        return next(part.header.sender for part in parts(file))
    return ""


def _copy(file: BinaryIO, out: BinaryIO) -> None:
    while block := file.read(_BLOCK):
        out.write(block)


def _replace(path: Path, write: Callable[[BinaryIO], None]) -> None:
    part = path.with_name(path.name + UNFINISHED_SUFFIX)
    with disk_errors(path):
        with part.open("w+b") as out:
            write(out)
            out.flush()
            os.fsync(out.fileno())
        move(part, path)
        settle_folder(path.parent)
