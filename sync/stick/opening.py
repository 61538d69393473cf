"""The first run without any connection: a packet opened with words that were said in person makes the profile.

The words are good for opening; what is inside pairs this computer once, with the first packet that it sends.
"""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from documents.stick.errors import StickError
from documents.stick.header import PacketKind, Part, parts
from documents.stick.keys import DeviceKey
from documents.stick.passphrase import key_of
from storage.device import OwnDevice, own_device
from storage.errors import StorageError
from storage.kdf import KdfCost
from storage.profile import erase_profile, new_profile
from storage.records import PersonFact
from storage.vault import Vault
from sync.clock import Clock
from sync.errors import SyncError
from sync.stick.arriving import take_proven
from sync.stick.departing import leave_word
from sync.stick.errors import CarryError, of_packet
from sync.stick.media import reading
from sync.stick.packets import Proven, prove
from sync.wire import read_page


@dataclass(frozen=True, slots=True)
class FirstPacket:
    """A packet that the words open, every byte of it proven."""

    path: Path
    proven: Proven
    key: DeviceKey
    person: PersonFact


def open_first(path: Path, words: str) -> FirstPacket:
    """Look into it. CarryError: "passphrase" for other words, "foreign" when nothing in it is opened by words."""
    with reading(path) as file:
        try:
            part = next((each for each in parts(file) if _is_first(each)), None)
            if part is None or part.header.lock is None:
                raise CarryError("foreign")
            key = key_of(words, part.header.lock)
            if key.public.kid != part.header.recipient:
                raise CarryError("passphrase")
            proven = prove(file, part, key, ())
        except StickError as error:
            raise of_packet(error) from error
    return FirstPacket(path, proven, key, _person(proven))


def make_profile(
    home: Path, alias: str, password: str, first: FirstPacket, clock: Clock, *,
    cost: KdfCost | None = None, directory: Path | None = None,
) -> Vault:  # fmt: skip
    """The profile with all that the packet holds, or none. CarryError, StorageError."""
    made = new_profile(home, alias, password, directory=directory, cost=cost)
    return _filled(made, lambda vault: _fill(vault, first, clock))


def _filled(vault: Vault, fill: Callable[[Vault], None]) -> Vault:
    try:
        fill(vault)
    except BaseException:
        vault.close()
        with suppress(StorageError):
            erase_profile(vault.directory)
        raise
    return vault


def _fill(vault: Vault, first: FirstPacket, clock: Clock) -> None:
    with vault.outbox() as box, vault.cache() as db, reading(first.path) as file:
        own_device(box, clock.now(), enrolment=first.proven.down.enrolment)
        try:
            take_proven(box, db, file, first.proven, OwnDevice(first.key, "", None, 0, None), clock)
        except StickError as error:
            raise of_packet(error) from error
        leave_word(box, db, first.path.parent, clock, "")


def _is_first(part: Part) -> bool:
    return part.header.kind is PacketKind.DOWN and part.header.lock is not None


def _person(proven: Proven) -> PersonFact:
    try:
        for carried in proven.down.pages:
            for fact in read_page(bytes(carried.page), carried.etag).page.facts:
                if isinstance(fact, PersonFact):
                    return fact
    except SyncError as error:
        raise CarryError("newer", str(error)) from error
    raise CarryError("damaged", "nobody in it")
