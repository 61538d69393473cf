"""Bytes of one PATCH between the line and the store: what came is kept, however the connection ends.

The line is always being read; a thread keeps what has come meanwhile, in the order it came. Whatever is left is kept
when the body is over, when the client is gone, and when the server stops.
"""

import asyncio
import threading
from collections.abc import Callable

from fastapi import Request
from starlette.concurrency import run_in_threadpool
from starlette.requests import ClientDisconnect

PIECE = 16 * 1024  # bytes that are worth a transaction
Keep = Callable[[int, bytes], bool]


class Arrivals:
    """One body. `keep(start, content)` says False when the bytes do not follow what is here."""

    def __init__(self, start: int, most: int, keep: Keep) -> None:
        """`most`: bytes that may come."""
        self.offset = start  # up to where it is kept
        self.refused = False  # somebody else went on with this file
        self.too_long = False
        self.gone = False  # the client went away before the end
        self._most = most
        self._keep = keep
        self._waiting = bytearray()
        self._lock = threading.Lock()

    async def receive(self, request: Request) -> None:
        """Take the whole body. Returns when all of it that came is kept."""
        writing: asyncio.Task[None] | None = None
        try:
            async for piece in request.stream():
                self._take(piece)
                if len(self._waiting) >= PIECE and (writing is None or writing.done()):
                    writing = asyncio.create_task(run_in_threadpool(self.drain))
        except ClientDisconnect:
            self.gone = True
        except asyncio.CancelledError:  # the server stops: nothing can be waited for any more
            self.drain()
            raise
        await run_in_threadpool(self.drain)

    def _take(self, piece: bytes) -> None:
        room = self._most - len(piece)
        self.too_long = self.too_long or room < 0
        if not self.refused:
            self._waiting += piece[: self._most]
        self._most = max(0, room)

    def drain(self) -> None:
        """Keep what has come, on whatever thread. Whoever asks how far the file is makes sure of it first."""
        with self._lock:
            while self._waiting and not self.refused:
                content = bytes(self._waiting)
                del self._waiting[: len(content)]
                self.refused = not self._keep(self.offset, content)
                self.offset += 0 if self.refused else len(content)
