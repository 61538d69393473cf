"""The names of the files in a profile's folder, and removing them. What has another name is not ours and stays.

vault.json       the wrapped key            cache.db    facts, can be fetched again
throttle.json    wrong passwords            outbox.db   wishes, exist nowhere else
lis.db           an office's old payroll files, made at the first import; can be imported again
office.db        what an office knows of its people, made at the first exchange of one; can be fetched again
checks.db        what an office checked by the folder, made at the first time; can be checked again
device.kid       the opaque name of its key     carried-*   sealed packets that an office's person carries for others
queued.chasqui   what is in the queue, sealed to the central API: the one thing that needs no password
queued.given     that copy has left, or may have: see storage.given
lock             one process at a time      unfinished  here while the profile is being made
"""

import re
from collections.abc import Iterator
from pathlib import Path

from storage.files import UNFINISHED_SUFFIX, disk_errors, settle_folder

ENVELOPE = "vault.json"
THROTTLE = "throttle.json"
LOCK = "lock"
UNFINISHED = "unfinished"
CACHE = "cache.db"
OUTBOX = "outbox.db"
LIS = "lis.db"
OFFICE = "office.db"
DEVICE = "device.kid"
CHECKS = "checks.db"
QUEUED = "queued.chasqui"
GIVEN = "queued.given"
COMPANIONS = ("-wal", "-shm", "-journal")

_OURS = re.compile(
    r"(vault\.json|throttle\.json|unfinished|device\.kid|queued\.chasqui|queued\.given|carried-[0-9a-f]{64}\.chasqui)(\.part)?|"
    r"(cache|outbox|lis|office|checks)(\.damaged-\d+)?\.db(\.part)?(-wal|-shm|-journal)?"
)


def own_files(directory: Path) -> tuple[Path, ...]:
    """Every file of the profile but the lock, the envelope first."""
    with disk_errors(directory):
        found = [entry for entry in directory.iterdir() if _OURS.fullmatch(entry.name)]
    return tuple(sorted(found, key=lambda path: (not path.name.startswith(ENVELOPE), path.name)))


def is_profile(directory: Path) -> bool:
    """Whether the folder holds an envelope."""
    with disk_errors(directory):
        return (directory / ENVELOPE).is_file()


def is_unfinished(directory: Path) -> bool:
    """Whether a profile was being made here when the program ended: no key was ever handed out for it."""
    with disk_errors(directory):
        return (directory / UNFINISHED).exists() and not (directory / ENVELOPE).exists()


def with_companions(path: Path) -> Iterator[Path]:
    """The companions of a database that exist, then the database itself: the order in which they may be moved."""
    for suffix in COMPANIONS:
        companion = path.with_name(path.name + suffix)
        if companion.exists():
            yield companion
    if path.exists():
        yield path


def remove_files(directory: Path, files: tuple[Path, ...]) -> None:
    """Remove, the marker of an unfinished profile last, so that a crash in between can be taken up again."""
    with disk_errors(directory):
        for path in sorted(files, key=lambda path: path.name == UNFINISHED):
            path.unlink(missing_ok=True)
        settle_folder(directory)


def remove_leftovers(directory: Path) -> None:
    """Of an existing profile: half-written files of a crash, none of which was ever the current one, and the marker."""
    leftovers = tuple(
        path for path in own_files(directory) if UNFINISHED_SUFFIX in path.name or path.name == UNFINISHED
    )
    if leftovers:
        remove_files(directory, leftovers)


def remove_folder(directory: Path) -> None:
    """Remove the lock, and the folder when nothing else is in it."""
    with disk_errors(directory):
        (directory / LOCK).unlink(missing_ok=True)
        if not any(directory.iterdir()):
            directory.rmdir()
