"""The servant's side of memory sticks, as the page asks for it: on the pool, with connections of its own. No Qt."""

import platform
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING

from desktop.version import VERSION
from documents.stick.header import PacketKind
from storage import cache, outbox
from storage.device import forget_key, known_device, own_device
from storage.errors import ProfileBusyError
from storage.files import write_whole
from storage.layout import DEVICE, LOCK, QUEUED
from storage.listing import list_profiles, profile_of_device
from storage.lock import ProfileLock
from storage.stick import TakenDown, WrittenUp, taken_downs, written_ups
from sync.client import CentralClient
from sync.stick.arriving import Brought, bring_in
from sync.stick.counter import StickCounter
from sync.stick.departing import write_up
from sync.stick.keeping import hand_in_queues
from sync.stick.media import reading
from sync.stick.packets import recipients

if TYPE_CHECKING:
    from documents.stick.keys import Public
    from storage.connection import Connection
    from storage.vault import Vault
    from sync.clock import Clock


@dataclass(frozen=True, slots=True)
class StickReading:
    """What the card shows."""

    waiting: int  # wishes in the queue
    registered: bool  # the central API knows this computer's key, as far as is known here
    ups: tuple[WrittenUp, ...]
    downs: tuple[TakenDown, ...]


def read_sticks(db: "Connection") -> StickReading:
    """From the cache, with the outbox beneath."""
    downs = taken_downs(db)
    if db.missing is not None:
        return StickReading(0, registered=False, ups=(), downs=downs)
    device = known_device(db)
    paired = device is not None and (bool(device.registered) or bool(downs))
    return StickReading(outbox.pending_count(db), registered=paired, ups=written_ups(db), downs=downs)


def computer_name() -> str:
    """What this computer is called, for whoever has several."""
    return (platform.node() or "Chasqui")[:80]


class StickDoor:
    """Raises CarryError, StorageError, SyncError."""

    def __init__(self, vault: "Vault", clock: "Clock") -> None:
        self._vault, self._clock = vault, clock

    def write(self, folder: Path) -> WrittenUp:
        """What waits, onto the stick."""
        self.show_key()
        return write_up(self._vault, folder, self._clock, name=computer_name())

    def bring(self, path: Path) -> Brought:
        """What a file has for this profile."""
        home = self._vault.directory.parent
        self.show_key()
        return bring_in(self._vault, path, self._clock, lambda kid: profile_of_device(home, kid), name=computer_name())

    def show_key(self) -> "Public":
        """This computer's public key; its opaque name is noted beside the profile, for whoever opens a packet in
        another one."""
        with self._vault.outbox() as box:
            public = own_device(box, self._clock.now()).key.public
        path = self._vault.directory / DEVICE
        if not path.exists():
            write_whole(path, public.kid.encode())
        return public

    def renew_key(self) -> "Public":
        """Another key, to be paired anew: the one before was revoked, or somebody may have it."""
        with self._vault.outbox() as box:
            forget_key(box)
        (self._vault.directory / DEVICE).unlink(missing_ok=True)
        return self.show_key()

    def rescue(self, cancelled: Event) -> int:
        """Hand in what profiles of this person's that are beside this one had in their queue: they may be those whose
        password is forgotten. How many were done."""
        copies = _copies_beside(self._vault.directory)
        with self._vault.cache() as db:
            session = cache.session(db)
            if not copies or session is None or session.refresh_token is None:
                return 0
            with CentralClient(session.server, version=VERSION, clock=self._clock) as client, ExitStack() as held:
                client.watch(cancelled)
                closed = [path for path in copies if _holds(path, held)]
                return hand_in_queues(closed, StickCounter(client, db))

    def register(self, cancelled: Event, *, news: bool = False) -> bool:
        """Tell the central API of this computer, when somebody is signed in and it does not know it; with `news`, of a
        computer that sticks are brought to, also how far it is now. Whether it was told."""
        with self._vault.outbox() as box, self._vault.cache() as db:
            session = cache.session(db)
            device = own_device(box, self._clock.now())
            if session is None or session.refresh_token is None:
                return False
            if device.registered == session.server and not (news and taken_downs(db, 1)):
                return False
            with CentralClient(session.server, version=VERSION, clock=self._clock) as client:
                client.watch(cancelled)
                counter = StickCounter(client, db)
                counter.register(box, device, computer_name(), int(self._clock.now().timestamp()))
        self.show_key()
        return True


def _copies_beside(directory: Path) -> tuple[Path, ...]:
    """Of the queues of other profiles on this computer."""
    cards = list_profiles(directory.parent)
    return tuple(Path(card.directory) / QUEUED for card in cards if card.has_copy and Path(card.directory) != directory)


def _holds(copy: Path, held: ExitStack) -> bool:
    """Keep the copy's profile from being opened meanwhile. False: it is open, and its queue goes by itself."""
    try:
        held.callback(ProfileLock(copy.parent / LOCK).release)
    except ProfileBusyError:
        return False
    return True


def is_for_offices(path: Path) -> bool:
    """Whether somebody brought it to an office: nothing of it is opened."""
    with reading(path) as file:
        return any(header.kind is PacketKind.UP for header in recipients(file))
