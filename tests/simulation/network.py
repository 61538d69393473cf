"""The line between a computer and the office, in the place of `sync.line`'s socket. Nothing waits, all is drawn.

The client's own line, urllib3 and http.client run above it, so that a cut at any byte means what it means outside.
"""

import os
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from sync.errors import OfflineError, StallError, TlsError
from sync.line import SLICE, Line, Patience
from tests.simulation.serving import Asked, read_request
from tests.simulation.weather import Mail, Stream, Weather

ROUND_TRIP = 0.6  # seconds
_QUIET, _KEPT_OPEN = os.pipe()  # nothing ever comes: what urllib3 finds when it looks whether a line still stands


@dataclass(frozen=True, slots=True)
class Exchanged:
    """One call as it went."""

    asked: Asked
    fault: str
    stream: Stream
    persisted: int  # bytes of the PDF that were on the disk when it was asked for
    at: float  # true seconds


@dataclass
class Network:
    """One computer's way to the office."""

    weather: Weather
    mail: Mail
    note: Callable[[str], None]
    on_call: Callable[[str, Asked], None] = lambda _when, _asked: None
    calls: list[Exchanged] = field(default_factory=list)
    dead: bool = False  # an outage
    persisted: int = 0

    def dial(self, _host: str, _port: int, patience: Patience) -> Line:
        """In the place of `sync.line.dial`."""
        if self.dead or self.weather.draw() == "unreachable":
            self.note("  no line")
            if self.weather.rng.random() < 0.3:
                self.weather.time.pass_seconds(15)
                raise StallError("connect")
            raise OfflineError(self.weather.rng.choice(("name", "refused", "unreachable")))
        if self.weather.draw() == "impostor":
            self.note("  an impostor")
            raise TlsError("self-signed certificate")
        self.weather.time.pass_seconds(ROUND_TRIP)
        return Line(_Socket(self), patience)  # type: ignore[arg-type]

    def carry(self, data: bytes) -> Stream:
        """One call: to the office, and what comes back."""
        asked = read_request(data)
        assert asked is not None, "a request without its head"
        self.on_call("before", asked)
        kind = "lost_request" if self.dead else self.weather.draw(asked.method)
        stream = self.weather.apply(kind, self.mail, asked)
        self.weather.time.pass_seconds(ROUND_TRIP + len(data) / 7500 + len(stream.data) / 7500)
        self.calls.append(Exchanged(asked, kind, stream, self.persisted, self.weather.time.seconds))
        told = f"{stream.status or '---'}{'' if stream.end == 'open' else ' ' + stream.end}"
        self.note(
            f"  {asked.method} {asked.target[:80]} {len(asked.body)} -> {told} {len(stream.data)} {kind}".rstrip()
        )
        self.on_call("after", asked)
        return stream


class _Socket:
    """One connection."""

    def __init__(self, network: Network) -> None:
        self._network = network
        self._written = bytearray()
        self._stream: Stream | None = None
        self._read = 0

    def send(self, data: Any) -> int:
        if self._stream is not None:
            self._gone_over()
        self._written += data
        return len(data)

    def _gone_over(self) -> None:
        """The next request on the same connection."""
        assert self._stream is not None
        if self._stream.end != "open":
            raise ConnectionResetError
        self._stream, self._read = None, 0

    def recv_into(self, room: Any) -> int:
        if self._stream is None:
            data = bytes(self._written)
            self._written.clear()
            self._stream = self._network.carry(data)
        piece = self._stream.data[self._read : self._read + len(room)]
        if not piece:
            return self._end(self._stream.end)
        room[: len(piece)] = piece
        self._read += len(piece)
        return len(piece)

    def _end(self, end: str) -> int:
        if end == "eof":
            return 0
        if end == "reset":
            raise ConnectionResetError
        self._network.weather.time.pass_seconds(SLICE)
        raise TimeoutError  # the line asks again and again, and then gives up

    def settimeout(self, _seconds: float | None) -> None:
        """Nothing waits here."""

    def fileno(self) -> int:
        return _QUIET

    def close(self) -> None:
        """Nothing to close."""
