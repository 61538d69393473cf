"""A slow, breaking line on loopback: a TCP proxy that has a rate, a delay, losses and cuts, and counts what it carries.

What is counted: every payload byte of TCP, TLS handshakes included. What that is at the level of IP is reckoned
(`Tally.at_ip`), because a proxy sees no packets. Losses are imitated by time (a lost segment goes again and holds up
what is behind it by a round trip, by two at the end of a burst) and do not count in the bytes, which so stay the same
from run to run. Slow start is not imitated: ten segments are more than such a line holds.
"""

import asyncio
import random
import socket
import threading
from collections import deque
from dataclasses import dataclass, field
from typing import Any, Self

SEGMENT = 1460  # bytes of payload in a packet
HEADER = 40  # bytes of IP and TCP before them; an acknowledgement is nothing else
OPENING_AND_CLOSING = 7  # packets without payload: SYN, SYN, ACK; FIN, ACK, FIN, ACK
START_SECONDS = 10


@dataclass(frozen=True, slots=True)
class Link:
    """A line. `rate`: bytes a second each way, None = no limit; `round_trip`: seconds; `cut_every`: payload bytes,
    both ways together, after which a connection breaks; `loss`: share of segments."""

    rate: float | None = None
    round_trip: float = 0.0
    cut_every: int | None = None
    loss: float = 0.0


EDGE = Link(rate=60_000 / 8, round_trip=0.6, loss=0.05)
QUIET_EDGE = Link(rate=60_000 / 8, round_trip=0.6)
FREE = Link(round_trip=0.2)  # some distance: what one side says in one breath is not answered in the middle


@dataclass(slots=True)
class Flights:
    """What one connection carried, as runs of bytes in one direction: up, down, up, ..."""

    runs: list[tuple[str, int]] = field(default_factory=list)

    def add(self, way: str, count: int) -> None:
        """So many more bytes of payload this way."""
        if self.runs and self.runs[-1][0] == way:
            self.runs[-1] = way, self.runs[-1][1] + count
        else:
            self.runs.append((way, count))

    @property
    def carried(self) -> int:
        """Payload, both ways."""
        return sum(count for _, count in self.runs)


@dataclass(frozen=True, slots=True)
class Tally:
    """What a line carried. Bytes of payload; `at_ip` in bytes of IP packets."""

    connections: int
    up: int
    down: int
    at_ip: int


class ShapedLine:
    """Listens on loopback while it is entered and carries every connection to the port of the office."""

    def __init__(self, port: int, link: Link = FREE, *, seed: int = 1) -> None:
        self.link = link
        self.port = 0
        self._office = port
        self._chance = random.Random(seed)  # noqa: S311 - losses that are the same in every run
        self._flights: list[Flights] = []
        self._ready = threading.Event()
        self._thread = threading.Thread(target=self._serve, name="shaped line", daemon=True)

    @property
    def url(self) -> str:
        """Where the program should believe the office to be."""
        return f"https://localhost:{self.port}"

    def __enter__(self) -> Self:
        self._thread.start()
        if not self._ready.wait(START_SECONDS):
            raise RuntimeError("the line did not open")
        return self

    def __exit__(self, *_exception: object) -> None:
        self._loop.call_soon_threadsafe(self._over.set)
        self._thread.join(START_SECONDS)

    def tally(self) -> Tally:
        """What was carried so far."""
        flights = tuple(self._flights)
        ways = {way: sum(n for one in flights for at, n in one.runs if at == way) for way in ("up", "down")}
        return Tally(len(flights), ways["up"], ways["down"], sum(at_ip(one) for one in flights))

    def _serve(self) -> None:
        asyncio.run(self._listen())

    async def _listen(self) -> None:
        self._loop = asyncio.get_running_loop()
        self._over = asyncio.Event()
        server = await asyncio.start_server(self._connected, "127.0.0.1", 0, family=socket.AF_INET, limit=SEGMENT)
        self.port = server.sockets[0].getsockname()[1]
        self._ready.set()
        await self._over.wait()
        server.close()
        await asyncio.gather(*(asyncio.all_tasks() - {asyncio.current_task()}), return_exceptions=True)

    async def _connected(self, client: asyncio.StreamReader, back: asyncio.StreamWriter) -> None:
        flights = Flights()
        self._flights.append(flights)
        try:
            office, forth = await asyncio.open_connection("127.0.0.1", self._office, limit=SEGMENT)
        except OSError:
            back.transport.abort()
            return
        opened = self._loop.time() + self.link.round_trip  # SYN and its answer
        ways = (_Way("up", client, forth, opened), _Way("down", office, back, opened))
        pumps = [asyncio.ensure_future(self._carry(way, flights)) for way in ways]
        taken_down = asyncio.ensure_future(self._over.wait())
        await asyncio.wait((*pumps, taken_down), return_when=asyncio.FIRST_COMPLETED)
        await _end((*pumps, taken_down))
        for writer in (back, forth):
            writer.close()

    async def _carry(self, way: "_Way", flights: Flights) -> None:
        """Until one side is gone or the line breaks; then what was carried towards the other side has arrived there."""
        try:
            while self._room(flights) and (data := (await way.source.read(SEGMENT))[: self._room(flights)]):
                flights.add(way.name, len(data))
                await self._shape(way, data)
        except OSError:
            pass  # reset by one side: the same to the other as an end
        await way.empty.wait()

    def _room(self, flights: Flights) -> int:
        """How many bytes go before this connection breaks."""
        return SEGMENT if self.link.cut_every is None else max(0, self.link.cut_every - flights.carried)

    async def _shape(self, way: "_Way", data: bytes) -> None:
        """Hold up the reader for as long as the line is busy with this, the bytes for as long as they travel."""
        if self.link.rate is None and not self.link.round_trip:
            way.sink.write(data)
            await way.sink.drain()
            return
        now = self._loop.time()
        busy = (len(data) + HEADER) / self.link.rate if self.link.rate else 0.0
        lost = self._chance.random() < self.link.loss
        way.free_at = max(now, way.free_at) + busy * (1 + lost)
        held_up = self.link.round_trip * (1 if len(data) == SEGMENT else 2) if lost else 0.0
        way.arrive(self._loop, max(way.free_at + self.link.round_trip / 2 + held_up, way.last_arrival), data)
        await asyncio.sleep(max(0.0, way.free_at - now))


class _Way:
    """One direction of one connection."""

    def __init__(self, name: str, source: asyncio.StreamReader, sink: asyncio.StreamWriter, opened: float) -> None:
        self.name, self.source, self.sink = name, source, sink
        self.free_at = opened
        self.last_arrival = opened
        self.empty = asyncio.Event()  # nothing travels
        self.empty.set()
        self._travelling: deque[bytes] = deque()

    def arrive(self, loop: asyncio.AbstractEventLoop, at: float, data: bytes) -> None:
        """Hand these bytes over then, in order."""
        self.last_arrival = at
        self._travelling.append(data)
        self.empty.clear()
        loop.call_at(at, self._hand_over)

    def _hand_over(self) -> None:
        data = self._travelling.popleft()
        if not self.sink.transport.is_closing():
            self.sink.write(data)
        if not self._travelling:
            self.empty.set()


async def _end(tasks: tuple["asyncio.Future[Any]", ...]) -> None:
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)


def at_ip(flights: Flights) -> int:
    """Bytes of one connection at the level of IP: segments of 1460 with 40 bytes before each, one acknowledgement for
    every two segments of a run, and seven packets to open and to close. A lone acknowledgement that would ride on the
    answer is counted all the same."""
    segments = [-(-count // SEGMENT) for _, count in flights.runs]
    packets = sum(segments) + sum(-(-number // 2) for number in segments) + OPENING_AND_CLOSING
    return flights.carried + HEADER * packets
