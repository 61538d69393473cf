"""One connection at the level of sockets: waits that can be stopped, exact counts, faults named at their source.

A `Line` waits in slices of a quarter second and looks between them whether the person asked to stop. A slice is a wait
inside the system, not a loop: a stalled link costs four wake-ups a second. Waits are counted in slices, not by a clock,
so a computer that slept does not wake into a timeout.

Faults leave as `sync.errors`, which neither http.client, urllib3 nor requests catches: nothing has to be guessed from
wrapped exceptions. The meter counts what goes through the line: request line, headers and body in both directions, and
the CONNECT of a proxy. TLS, TCP and IP are not in it: `sync.traffic` reckons them. Not for HTTP.
"""

import io
import selectors
import socket
import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from queue import Empty, SimpleQueue
from typing import Any, TypeVar

from typing_extensions import Buffer, override

from sync.errors import CutError, Flaw, OfflineError, PortalError, StallError, StoppedError, TlsError

CONNECT = 15.0  # seconds for one address
STALL = 60.0  # seconds without a byte
SLICE = 0.25  # seconds: how long stopping may take
BLOCK = 4096  # bytes per read
PIECE = (
    1140  # bytes per send, a TLS record each: of a longer one, a break loses more of what had come (docs/figures.md)
)
FLAWS: dict[int, Flaw] = {  # of a certificate: OpenSSL's codes, Windows', macOS'
    **dict.fromkeys((18, 19, 20, 21, 0x800B0109, 0x800B010A, -67843), "issuer"),
    **dict.fromkeys((62, 64, 0x800B010F, -67602), "name"),
    **dict.fromkeys((9, -67819), "early"),
    **dict.fromkeys((10, 0x800B0101, -67818), "dates"),  # Windows does not say which end was passed
}
NO_TLS = frozenset({"WRONG_VERSION_NUMBER", "HTTP_REQUEST"})  # who answers on this port speaks something else

Addresses = list[tuple[Any, ...]]  # of socket.getaddrinfo
T = TypeVar("T")


@dataclass(slots=True)
class Meter:
    """What went over the lines of one client."""

    received: int = 0
    sent: int = 0
    requests: int = 0
    secured: int = 0  # handshakes of TLS, which are not in the bytes
    resumed: int = 0  # of these, those that went on with an earlier session


@dataclass(slots=True)
class Patience:
    """How long the lines of one client wait, and what ends the wait early."""

    stopped: threading.Event = field(default_factory=threading.Event)
    connect: float = CONNECT
    stall: float = STALL
    meter: Meter = field(default_factory=Meter)

    def look(self) -> None:
        """Raise StoppedError if the person asked to stop."""
        if self.stopped.is_set():
            raise StoppedError

    def wait(self, attempt: Callable[[], T], seconds: float, what: str) -> T:
        """The result of `attempt`, which gives up after a slice with TimeoutError, within so many seconds."""
        for _ in range(max(1, round(seconds / SLICE))):
            self.look()
            try:
                return attempt()
            except TimeoutError:
                continue
        raise StallError(what)


class Line:
    """A connected socket, plain or TLS, that waits with patience. Has what http.client and urllib3 use of a socket."""

    def __init__(
        self, sock: socket.socket, patience: Patience, leaving: Callable[[Any], None] = lambda _sock: None
    ) -> None:
        """`leaving` sees the socket just before it is closed."""
        self._sock = sock
        self._patience = patience
        self._leaving = leaving
        self._unsent = bytearray()
        self._readers = 0
        self._closing = False
        self.in_head = False  # while status line and headers are read: the end of the line is a cut then
        sock.settimeout(SLICE)

    def wrap(self, begin: Callable[[socket.socket], ssl.SSLSocket], leaving: Callable[[ssl.SSLSocket], None]) -> "Line":
        """TLS over this line. `begin` makes a TLS socket that has not shaken hands."""
        with _broken_line():
            secure = begin(self._sock)
        try:
            secure.settimeout(SLICE)
            with _broken_line():
                self._patience.wait(secure.do_handshake, self._patience.connect, "handshake")
            self._patience.meter.secured += 1
            self._patience.meter.resumed += bool(secure.session_reused)
        except BaseException:
            secure.close()
            raise
        return Line(secure, self._patience, leaving)

    def sendall(self, data: Buffer) -> None:
        """All of it, in blocks, each within the stall time; what fills no block goes when an answer is waited for:
        a head and a small body are one packet."""
        self._unsent += data
        while len(self._unsent) >= PIECE:
            self._send_some()

    def _send_some(self) -> None:
        with _broken_line():
            block = bytes(self._unsent[:PIECE])
            sent = self._patience.wait(partial(self._sock.send, block), self._patience.stall, "send")
        self._patience.meter.sent += sent
        del self._unsent[:sent]

    def receive_into(self, room: Buffer) -> int:
        """At least one byte, or 0 at the end."""
        while self._unsent:
            self._send_some()
        with _broken_line():
            count = self._patience.wait(partial(self._sock.recv_into, room), self._patience.stall, "read")
        self._patience.meter.received += count
        if not count and self.in_head:
            raise CutError("head")
        return count

    def makefile(self, _mode: str = "rb", _buffering: int = -1) -> io.BufferedReader:
        """What http.client reads an answer from. Keeps the socket open until it is closed itself."""
        self._readers += 1
        return io.BufferedReader(_LineReader(self), BLOCK)

    def settimeout(self, _seconds: float | None) -> None:
        """urllib3 sets timeouts here; the line has its own."""

    def fileno(self) -> int:
        """For urllib3's look whether a resting connection was closed."""
        return self._sock.fileno()

    def close(self) -> None:
        """Now, or when the last reader is closed."""
        self._closing = True
        if not self._readers:
            self._leaving(self._sock)
            self._sock.close()

    def reader_closed(self) -> None:
        """One reader less."""
        self._readers -= 1
        if self._closing:
            self.close()

    def __getattr__(self, name: str) -> Any:
        return getattr(self._sock, name)


class _LineReader(io.RawIOBase):
    def __init__(self, line: Line) -> None:
        self._line = line

    @override
    def readable(self) -> bool:
        return True

    @override
    def readinto(self, room: Buffer, /) -> int:
        return self._line.receive_into(room)

    @override
    def close(self) -> None:
        if not self.closed:
            super().close()
            self._line.reader_closed()


@contextmanager
def _broken_line() -> Iterator[None]:
    """Name what a socket raises. TimeoutError goes through: it ends a slice."""
    try:
        yield
    except ssl.SSLCertVerificationError as error:
        raise TlsError(str(error.verify_message), flaw=FLAWS.get(error.verify_code)) from error
    except TimeoutError:
        raise
    except ssl.SSLEOFError as error:
        raise CutError("tls") from error
    except ssl.SSLError as error:
        raise _no_tls(error) from error
    except OSError as error:
        raise CutError(type(error).__name__) from error


def _no_tls(error: ssl.SSLError) -> PortalError | TlsError:
    """A portal that takes every connection answers a handshake with its page."""
    return PortalError("tls") if error.reason in NO_TLS else TlsError(error.reason or "tls")


def dial(host: str, port: int, patience: Patience) -> Line:
    """A line to the first address of the host that answers."""
    fault: OfflineError | StallError = OfflineError("name")
    for family, kind, protocol, _, address in _look_up(host, port, patience):
        try:
            return _reach(socket.socket(family, kind, protocol), address, patience)
        except (OfflineError, StallError) as error:
            fault = error
        except OSError:  # a family of addresses that this computer does not have
            continue
    raise fault


def _look_up(host: str, port: int, patience: Patience) -> Addresses:
    """The host's addresses. The system's resolver cannot be stopped: it has a thread of its own and is left behind."""
    found: SimpleQueue[Addresses | Exception] = SimpleQueue()

    def ask() -> None:
        try:
            found.put(socket.getaddrinfo(host, port, type=socket.SOCK_STREAM))
        except (OSError, UnicodeError) as error:
            found.put(error)

    threading.Thread(target=ask, name="look up a name", daemon=True).start()
    answer = patience.wait(partial(_taken, found), patience.connect, "name")
    if isinstance(answer, Exception):
        raise OfflineError("name") from answer
    return answer


def _taken(found: "SimpleQueue[T]") -> T:
    try:
        return found.get(timeout=SLICE)
    except Empty:
        raise TimeoutError from None


def _reach(sock: socket.socket, address: Any, patience: Patience) -> Line:
    try:
        sock.setblocking(False)
        sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        _connect(sock, address, patience)
    except BaseException:
        sock.close()
        raise
    return Line(sock, patience)


def _connect(sock: socket.socket, address: Any, patience: Patience) -> None:
    try:
        sock.connect(address)
    except BlockingIOError:
        patience.wait(partial(_connected, sock), patience.connect, "connect")
    except OSError as error:
        raise OfflineError(_reason(error)) from error


def _connected(sock: socket.socket) -> None:
    with selectors.DefaultSelector() as selector:
        selector.register(sock, selectors.EVENT_WRITE)
        if not selector.select(SLICE):
            raise TimeoutError
    if number := sock.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR):
        error = OSError(number, "")
        if isinstance(error, TimeoutError):
            raise StallError("connect")
        raise OfflineError(_reason(error))


def _reason(error: OSError) -> str:
    return "refused" if isinstance(error, ConnectionRefusedError) else "unreachable"
