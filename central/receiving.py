"""What the office does with files on their way: limits, places, and whether the whole is what was named. No HTTP."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import ParamSpec, TypeVar

from sqlalchemy import Connection
from starlette.concurrency import run_in_threadpool

from central.arrivals import Arrivals, Keep
from central.problems import Problem
from central.settings import Settings
from central.store import Store
from central.store.uploads import (
    KeptUpload,
    begin_upload,
    bytes_promised,
    find_upload,
    finish_upload,
    forget_old_uploads,
    forget_upload,
    head_of,
    keep_piece,
    touch_upload,
)
from documents.file_types import HEAD, FileType, sniff

PIECE = 256 * 1024  # bytes of a row
P = ParamSpec("P")
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Receiving:
    """Shared by all calls. Remembers only which bodies are under way: their connections may be dead and not know it."""

    settings: Settings
    store: Store
    now: Callable[[], int]
    under_way: dict[tuple[str, str], tuple[Arrivals, ...]] = field(default_factory=dict)
    _guard: threading.Lock = field(default_factory=threading.Lock)

    def begin(self, feed: str, sha256: str, length: int) -> tuple[KeptUpload, bool]:
        """What is here of a file, and whether it was expected only now. Raises Problem."""
        if length > self.settings.legajo_catalogue.catalogue.limits.max_bytes:
            raise Problem("too-large")
        self._keep_what_came(feed, sha256)
        with self.store.writing() as db:
            return self._begun(db, feed, sha256, length)

    def _begun(self, db: Connection, feed: str, sha256: str, length: int) -> tuple[KeptUpload, bool]:
        forget_old_uploads(db, before=self.now() - self.settings.upload_seconds)
        known = find_upload(db, feed, sha256)
        if known is not None and known.is_whole and _settle_file(db, feed, sha256, known):
            known = None  # the server ended before it could look: what it had was wrong
        if known is not None and known.length == length:
            touch_upload(db, feed, sha256, now=self.now())
            return known, False
        if known is not None and known.is_whole:
            raise Problem("invalid-request")  # one name, two lengths: one of them cannot be
        if known is not None:
            forget_upload(db, feed, sha256)
        if bytes_promised(db, feed) + length > self.settings.upload_quota:
            raise Problem("quota-exceeded")
        begin_upload(db, feed, sha256, length, now=self.now())
        return KeptUpload(length, 0), True

    def find(self, feed: str, sha256: str) -> KeptUpload:
        """What is here. Problem `not-found`."""
        self._keep_what_came(feed, sha256)
        with self.store.reading() as db:
            known = find_upload(db, feed, sha256)
        if known is None:
            raise Problem("not-found")
        return known

    def expect(self, feed: str, sha256: str, offset: int) -> KeptUpload:
        """Ready for more of a file from there on. Raises Problem."""
        known = self.find(feed, sha256)
        if offset != known.received:
            raise _wrong_offset(known.received)
        return known

    def keeper(self, feed: str, sha256: str) -> Keep:
        """Keeps pieces of one file, each in a transaction of its own."""

        def keep(start: int, content: bytes) -> bool:
            with self.store.writing() as db:
                return keep_piece(db, feed, sha256, start, content, now=self.now())

        return keep

    @contextmanager
    def listed(self, feed: str, sha256: str, arrivals: Arrivals) -> Iterator[None]:
        """While a body comes, others may have its bytes kept."""
        key = feed, sha256
        with self._guard:
            self.under_way[key] = (*self.under_way.get(key, ()), arrivals)
        try:
            yield
        finally:
            with self._guard:
                rest = tuple(each for each in self.under_way.pop(key) if each is not arrivals)
                if rest:
                    self.under_way[key] = rest

    def _keep_what_came(self, feed: str, sha256: str) -> None:
        for arrivals in self.under_way.get((feed, sha256), ()):
            arrivals.drain()

    def settle(self, feed: str, sha256: str, arrivals: Arrivals) -> int:
        """How far the file is after a body; a whole one becomes a blob. Raises Problem."""
        with self.store.writing() as db:
            known = find_upload(db, feed, sha256)
            if known is None:
                raise Problem("not-found")
            fault = "" if arrivals.refused else _settle_file(db, feed, sha256, known)
        # Raised out here: what was forgotten stays forgotten.
        if fault:
            raise Problem(fault)
        if arrivals.refused:
            raise _wrong_offset(known.received)
        if arrivals.too_long:
            raise Problem("too-large")
        return known.received

    def take_whole(self, feed: str, sha256: str, content: bytes) -> None:
        """A file that came otherwise than by a body, in one transaction. Problem, and what is spoiled is forgotten."""
        if len(content) > self.settings.legajo_catalogue.catalogue.limits.max_bytes:
            raise Problem("too-large")
        self._keep_what_came(feed, sha256)
        with self.store.writing() as db:
            kept, _is_new = self._begun(db, feed, sha256, len(content))
            for start in range(kept.received, len(content), PIECE):
                if not keep_piece(db, feed, sha256, start, content[start : start + PIECE], now=self.now()):
                    return  # somebody sends it over the network right now
            known = find_upload(db, feed, sha256)
            fault = _settle_file(db, feed, sha256, known) if known is not None else "not-found"
        if fault:
            raise Problem(fault)

    async def aside(self, work: Callable[P, T], *arguments: P.args, **named: P.kwargs) -> T:
        """Let a thread do what may wait for the disk."""
        return await run_in_threadpool(work, *arguments, **named)


def _settle_file(db: Connection, feed: str, sha256: str, known: KeptUpload) -> str:
    """Look at the beginning as soon as it is here, at the whole when it is: the code of what is wrong, or ""."""
    if not known.is_whole and known.received < HEAD:
        return ""
    head = head_of(db, feed, sha256, HEAD)
    if head and sniff(head) is not FileType.PDF:
        forget_upload(db, feed, sha256)
        return "not-a-pdf"
    if head and known.is_whole and not finish_upload(db, feed, sha256):
        return "wrong-digest"
    return ""


def _wrong_offset(offset: int) -> Problem:
    return Problem("wrong-offset", headers={"Upload-Offset": str(offset), "Tus-Resumable": "1.0.0"})
