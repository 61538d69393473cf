"""Packets as an office hands them over: in pieces that are kept, and done when the whole is what was announced."""

import hashlib
import tempfile
from dataclasses import dataclass

from central.desk import Desk
from central.problems import Problem
from central.stick.seat import StickSeat
from central.stick.up import Done, do_packet
from central.store.stick_arrivals import (
    arrived_piece,
    arrived_pieces,
    begin_arrival,
    forget_arrival,
    forget_old_arrivals,
    keep_arrived,
)

LARGEST = 512 * 2**20  # bytes of one packet
KEPT_SECONDS = 90 * 86_400
IN_MEMORY = 8 * 2**20


@dataclass(frozen=True, slots=True)
class Arriving:
    """Shared by all calls; holds no state. `own`: only of computers of whoever hands it over."""

    desk: Desk
    seat: StickSeat
    own: bool = False

    def expect(self, feed: str, sha256: str, size: int) -> tuple[int, Done | None]:
        """Bytes that are here, and what became of it when they are all. Problem `too-large`, `invalid-request`."""
        if size > LARGEST:
            raise Problem("too-large")
        now = self.desk.now()
        with self.desk.store.writing() as db:
            forget_old_arrivals(db, before=now - KEPT_SECONDS)
            known, received = begin_arrival(db, feed, sha256, size, now=now)
        if known != size:
            raise Problem("invalid-request")  # one name, two lengths
        return received, self._done(feed, sha256, size) if received == size else None

    def keep(self, feed: str, sha256: str, start: int, content: bytes) -> int:
        """How far it is after these bytes. Problem `not-found`: announce it first."""
        with self.desk.store.writing() as db:
            reached = keep_arrived(db, feed, sha256, start, content, now=self.desk.now())
        if reached is None:
            raise Problem("not-found")
        return reached

    def _done(self, feed: str, sha256: str, size: int) -> Done:
        """Opened from the pieces. What waits for a pairing keeps its bytes; everything else is over."""
        with tempfile.SpooledTemporaryFile(max_size=IN_MEMORY) as file:  # sealed, as it travelled
            digest = hashlib.sha256()
            with self.desk.store.reading() as db:
                for start in arrived_pieces(db, feed, sha256):
                    content = arrived_piece(db, feed, sha256, start)
                    digest.update(content)
                    file.write(content)
            if digest.hexdigest() == sha256 and file.tell() == size:
                only = feed if self.own else None
                done = do_packet(self.desk, self.seat, file, handed_by=feed, only=only)  # type: ignore[arg-type]  # seeks and reads
            else:
                done = Done(state="damaged")
        if done.state != "unknown-device":
            with self.desk.store.writing() as db:
                forget_arrival(db, feed, sha256)
        return done
