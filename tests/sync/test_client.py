"""The client against servers that are not honest, and lines that are not good. Everything gets its own name."""

import gzip
import socket
import threading
import time
from collections.abc import Callable, Iterator
from functools import partial

import pytest

from sync.client import CentralClient
from sync.core.gate import LONGEST_PAGE
from sync.errors import (
    BusyError,
    CutError,
    InterferenceError,
    OfflineError,
    PortalError,
    SessionEndedError,
    StallError,
    StoppedError,
    SyncError,
)
from sync.line import Patience
from tests.sync.office import StillClock
from tests.sync.stub import Stub, Talk, Talker

PAGE = (
    b'{"epoch":"e","cursor":"c","more":false,"server_time":"2026-11-13T08:00:00Z","next_sync_after":null,"changes":[]}'
)
SHA = "ab" * 32
Connect = Callable[[Talk], CentralClient]


class Bowl:
    """A sink that keeps what it gets."""

    def __init__(self) -> None:
        self.content = b""
        self.restarts = 0

    def __call__(self, data: bytes, /) -> None:
        self.content += data

    def restart(self) -> None:
        self.content, self.restarts = b"", self.restarts + 1


@pytest.fixture
def connect() -> Iterator[Connect]:
    opened: list[Stub | CentralClient] = []

    def connected(talk: Talk, stall: float = 0.5) -> CentralClient:
        stub = Stub(talk)
        patience = Patience(connect=0.5, stall=stall)
        client = CentralClient(stub.url, version="0", clock=StillClock(), patience=patience)
        opened.extend((stub, client))
        return client

    yield connected
    for one in reversed(opened):
        one.__exit__(None, None, None)


def says(*pieces: bytes | str) -> Talk:
    def talk(talker: Talker) -> None:
        talker.hear()
        for piece in pieces:
            talker.say(piece)

    return talk


def answers(status: str, body: bytes = b"", **headers: str) -> Talk:
    def talk(talker: Talker) -> None:
        while talker.hear():
            talker.answer(status, body, **headers)

    return talk


def refused(client: CentralClient, kind: type[SyncError]) -> SyncError:
    with pytest.raises(kind) as caught:
        client.ask_page("token", "cursor", '"etag"')
    return caught.value


def fetch(client: CentralClient, sink: Bowl, *, offset: int = 0, size: int = 10) -> None:
    client.fetch_blob("token", SHA, offset, size, sink)


def test_a_page_is_asked_for_with_what_is_needed_and_no_more(connect: Connect) -> None:
    heard: list[str] = []

    def talk(talker: Talker) -> None:
        heard.append(talker.hear())
        talker.answer("200 OK", PAGE, ETag='"e.1.1"')

    read = connect(talk).ask_page("T0k3n", "a b&c", '"e.0.1"')
    assert read is not None
    assert read.page.etag == '"e.1.1"'
    lines = heard[0].split("\r\n")
    assert lines[0] == "GET /v1/sync?since=a+b%26c HTTP/1.1"
    names = sorted(line.partition(":")[0].lower() for line in lines[1:] if line)
    assert names == ["accept-encoding", "authorization", "host", "if-none-match", "user-agent"]
    assert "Authorization: Bearer T0k3n" in lines


def test_nothing_changed_is_none(connect: Connect) -> None:
    assert connect(answers("304 Not Modified", Content_Type="", Content_Length="")).ask_page("t", "c", '"e"') is None


def test_nothing_changed_cannot_answer_a_call_without_etag(connect: Connect) -> None:
    client = connect(answers("304 Not Modified", Content_Type="", Content_Length=""))
    with pytest.raises(InterferenceError):
        client.ask_page("t", "c", None)


def test_the_connection_is_kept_and_everything_on_it_is_counted(connect: Connect) -> None:
    talkers: list[Talker] = []

    def talk(talker: Talker) -> None:
        talkers.append(talker)
        while talker.hear():
            talker.answer("200 OK", PAGE)

    client = connect(talk)
    client.ask_page("t", None, None)
    first = client.meter.received
    client.ask_page("t", None, None)
    assert len(talkers) == 1
    assert client.meter.requests == 2
    assert client.meter.sent == len(talkers[0].heard)
    assert client.meter.received == 2 * first > 2 * len(PAGE)


def test_a_redirect_is_a_portal_and_is_not_followed(connect: Connect) -> None:
    client = connect(answers("302 Found", b"x" * 100, Location="/elsewhere"))
    refused(client, PortalError)
    assert client.meter.requests == 1


def test_a_sign_in_page_is_a_portal(connect: Connect) -> None:
    refused(connect(answers("200 OK", b"<html>WiFi</html>", Chasqui_Api="", Content_Type="text/html")), PortalError)


def test_a_401_of_a_stranger_says_nothing_about_the_session(connect: Connect) -> None:
    refused(connect(answers("401 Unauthorized", b"{}", Chasqui_Api="")), InterferenceError)
    refused(connect(answers("401 Unauthorized", b"{}", Content_Type="application/problem+json")), InterferenceError)


def test_a_401_of_the_office_does(connect: Connect) -> None:
    problem = b'{"type":"urn:x","title":"t","status":401,"code":"session-ended","detail":"Ingrese.","retryable":false}'
    error = refused(
        connect(answers("401 Unauthorized", problem, Content_Type="application/problem+json")), SessionEndedError
    )
    assert error.detail == "Ingrese."


def test_retry_after_reaches_the_error(connect: Connect) -> None:
    error = refused(connect(answers("503 Busy", Retry_After="120")), BusyError)
    assert isinstance(error, BusyError)
    assert error.retry_after == 120


@pytest.mark.parametrize(
    "bytes_",
    [b"SSH-2.0-OpenSSH\r\n", b"HTTP/1.1 abc OK\r\n\r\n", b"HTTP/1.1 200 OK\r\n" + b"X: y\r\n" * 200 + b"\r\n",
     b"HTTP/1.1 200 OK\r\nX: " + b"y" * 70_000 + b"\r\n\r\n"],
)  # fmt: skip
def test_what_is_no_http_is_interference(connect: Connect, bytes_: bytes) -> None:
    refused(connect(says(bytes_)), InterferenceError)


@pytest.mark.parametrize("kept", [0, 1, 20, 60, -50, -1])
def test_an_answer_that_ends_too_early_is_a_cut(connect: Connect, kept: int) -> None:
    whole = (
        b"HTTP/1.1 200 OK\r\nChasqui-Api: 1\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n" % len(PAGE)
        + PAGE
    )
    refused(connect(says(whole[:kept])), CutError)


def test_a_reset_is_a_cut(connect: Connect) -> None:
    def talk(talker: Talker) -> None:
        talker.hear()
        talker.say("HTTP/1.1 200 OK\r\nCont")
        talker.reset()

    refused(connect(talk), CutError)


def test_a_truncated_chunk_is_a_cut(connect: Connect) -> None:
    head = "HTTP/1.1 200 OK\r\nChasqui-Api: 1\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n"
    refused(connect(says(head + '5\r\n{"epo')), CutError)


def test_a_chunked_page_is_read(connect: Connect) -> None:
    head = "HTTP/1.1 200 OK\r\nChasqui-Api: 1\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n"
    half = len(PAGE) // 2
    pieces = [b"%x\r\n%s\r\n" % (len(piece), piece) for piece in (PAGE[:half], PAGE[half:], b"")]
    assert connect(says(head, *pieces)).ask_page("t", None, None) is not None


def test_a_gzip_page_is_read(connect: Connect) -> None:
    client = connect(answers("200 OK", gzip.compress(PAGE), Content_Encoding="gzip"))
    assert client.ask_page("t", None, None) is not None


@pytest.mark.parametrize(
    ("body", "kind"),
    [(gzip.compress(PAGE)[:-12], CutError), (b"\x1f\x8b" + b"\xff" * 60, InterferenceError), (PAGE, InterferenceError),
     (gzip.compress(PAGE) + b"x", InterferenceError), (gzip.compress(PAGE) + gzip.compress(b"{}"), InterferenceError)],
)  # fmt: skip
def test_a_broken_gzip_is_no_page(connect: Connect, body: bytes, kind: type[SyncError]) -> None:
    refused(connect(answers("200 OK", body, Content_Encoding="gzip")), kind)


def test_a_gzip_bomb_is_refused_without_being_unpacked(connect: Connect) -> None:
    bomb = gzip.compress(b" " * 100_000_000)
    assert len(bomb) < LONGEST_PAGE
    error = refused(connect(answers("200 OK", bomb, Content_Encoding="gzip")), InterferenceError)
    assert isinstance(error, InterferenceError)
    assert error.step == "length"


def test_an_endless_body_is_refused(connect: Connect) -> None:
    def talk(talker: Talker) -> None:
        talker.hear()
        talker.say("HTTP/1.1 200 OK\r\nChasqui-Api: 1\r\nContent-Type: application/json\r\n\r\n")
        while True:
            talker.say(b" " * 65_536)

    client = connect(talk)
    refused(client, InterferenceError)
    assert client.meter.received < LONGEST_PAGE + 100_000


def test_a_pdf_reaches_the_sink_as_it_arrives(connect: Connect) -> None:
    seen = threading.Event()

    class Watching(Bowl):
        def __call__(self, data: bytes, /) -> None:
            super().__call__(data)
            seen.set()

    def talk(talker: Talker) -> None:
        talker.hear()
        talker.say(
            "HTTP/1.1 200 OK\r\nChasqui-Api: 1\r\nContent-Type: application/pdf\r\nContent-Length: 10\r\n\r\n%PDF"
        )
        seen.wait(5)
        talker.say("-1.7\n%")

    sink = Watching()
    fetch(connect(talk), sink)
    assert sink.content == b"%PDF-1.7\n%"


@pytest.mark.parametrize("ends", ["closed", "reset", "silent"])
def test_what_arrived_before_a_cut_is_kept(connect: Connect, ends: str) -> None:
    def talk(talker: Talker) -> None:
        talker.hear()
        talker.say(
            "HTTP/1.1 200 OK\r\nChasqui-Api: 1\r\nContent-Type: application/pdf\r\nContent-Length: 10\r\n\r\n%PDF-"
        )
        taken.wait(5)
        {"closed": lambda: None, "reset": talker.reset, "silent": talker.keep_silent}[ends]()

    taken = threading.Event()

    class Telling(Bowl):
        def __call__(self, data: bytes, /) -> None:
            super().__call__(data)
            taken.set()

    sink = Telling()
    with pytest.raises((CutError, StallError)):
        fetch(connect(talk), sink)
    assert sink.content == b"%PDF-"


def test_the_rest_of_a_pdf_is_asked_for_by_its_first_missing_byte(connect: Connect) -> None:
    heard: list[str] = []

    def talk(talker: Talker) -> None:
        heard.append(talker.hear())
        talker.answer("206 Partial", b"789A", Content_Type="application/pdf", Content_Range="bytes 6-9/10")

    sink = Bowl()
    fetch(connect(talk), sink, offset=6)
    assert sink.content == b"789A"
    assert "Range: bytes=6-\r\n" in heard[0]
    assert f'If-Range: "{SHA}"\r\n' in heard[0]
    assert "Accept-Encoding: identity\r\n" in heard[0]


def test_a_whole_pdf_in_place_of_its_rest_starts_again_and_is_never_appended(connect: Connect) -> None:
    sink = Bowl()
    sink(b"123456")
    fetch(connect(answers("200 OK", b"123456789A", Content_Type="application/pdf")), sink, offset=6)
    assert (sink.content, sink.restarts) == (b"123456789A", 1)


@pytest.mark.parametrize(
    "headers",
    [{"Content_Range": "bytes 0-9/10"}, {"Content_Range": "bytes 6-9/11"}, {"Content_Range": ""}, {"Chasqui_Api": ""}],
)
def test_another_part_than_asked_for_reaches_no_sink(connect: Connect, headers: dict[str, str]) -> None:
    sink = Bowl()
    right = {"Content_Type": "application/pdf", "Content_Range": "bytes 6-9/10"}
    with pytest.raises(InterferenceError):
        fetch(connect(answers("206 Partial", b"789A", **(right | headers))), sink, offset=6)
    assert (sink.content, sink.restarts) == (b"", 0)


def test_a_pdf_longer_than_announced_is_refused(connect: Connect) -> None:
    head = "HTTP/1.1 200 OK\r\nChasqui-Api: 1\r\nContent-Type: application/pdf\r\n\r\n"
    sink = Bowl()
    with pytest.raises(InterferenceError):
        fetch(connect(says(head, b"x" * 5000)), sink)
    assert sink.content == b"x" * 10


def test_a_server_that_is_gone_is_offline() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
    client = CentralClient(f"http://127.0.0.1:{port}", version="0", clock=StillClock())
    assert refused(client, OfflineError).detail == "refused"


def test_a_name_that_nobody_knows_is_offline() -> None:
    client = CentralClient("https://central.invalid", version="0", clock=StillClock())
    assert refused(client, OfflineError).detail == "name"


def test_a_server_that_never_answers_is_a_timeout(connect: Connect) -> None:
    def talk(talker: Talker) -> None:
        talker.hear()
        talker.keep_silent()

    assert refused(connect(talk), StallError).detail == "read"


def full_backlog() -> tuple[socket.socket, list[socket.socket]]:
    """A listener whose queue is full: a new connection waits for an answer that does not come."""
    listener = socket.socket()
    listener.bind(("127.0.0.1", 0))
    listener.listen(0)
    waiting = []
    for _ in range(4):
        sock = socket.socket()
        sock.setblocking(False)
        sock.connect_ex(listener.getsockname())
        waiting.append(sock)
    return listener, waiting


def test_a_server_that_cannot_be_reached_in_time_is_a_timeout() -> None:
    listener, waiting = full_backlog()
    with listener:
        url = f"http://127.0.0.1:{listener.getsockname()[1]}"
        client = CentralClient(url, version="0", clock=StillClock(), patience=Patience(connect=0.5))
        assert refused(client, StallError).detail == "connect"
    for sock in waiting:
        sock.close()


def stalls(talker: Talker) -> None:
    talker.hear()
    talker.keep_silent()


def trickles(talker: Talker) -> None:
    talker.hear()
    talker.say("HTTP/1.1 200 OK\r\nChasqui-Api: 1\r\nContent-Type: application/json\r\nContent-Length: 100000\r\n\r\n")
    while not talker.over.wait(0.02):
        talker.say(" ")


@pytest.mark.parametrize("talk", [stalls, trickles])
def test_stopping_takes_less_than_a_second_whatever_the_server_does(connect: Connect, talk: Talk) -> None:
    client = partial(connect, stall=60.0)(talk)
    stop = threading.Event()
    client.watch(stop)
    timer = threading.Timer(0.2, stop.set)
    timer.start()
    began = time.monotonic()
    refused(client, StoppedError)
    timer.join()
    assert time.monotonic() - began < 1.2


def test_stopping_ends_a_connection_attempt_too() -> None:
    listener, waiting = full_backlog()
    with listener:
        client = CentralClient(f"http://127.0.0.1:{listener.getsockname()[1]}", version="0", clock=StillClock())
        stop = threading.Event()
        client.watch(stop)
        timer = threading.Timer(0.2, stop.set)
        timer.start()
        refused(client, StoppedError)
        timer.join()
    for sock in waiting:
        sock.close()


def test_a_resolver_that_hangs_holds_up_nobody(monkeypatch: pytest.MonkeyPatch) -> None:
    over, stop = threading.Event(), threading.Event()

    def hang(*_arguments: object, **_more: object) -> list[object]:
        over.wait(30)
        return []

    monkeypatch.setattr(socket, "getaddrinfo", hang)
    patience = Patience(connect=0.5)
    client = CentralClient("https://central.invalid", version="0", clock=StillClock(), patience=patience)
    assert refused(client, StallError).detail == "name"
    patience.connect = 60.0
    client.watch(stop)
    timer = threading.Timer(0.2, stop.set)
    timer.start()
    refused(client, StoppedError)
    timer.join()
    over.set()


def test_a_client_that_was_stopped_before_sends_nothing(connect: Connect) -> None:
    client = connect(answers("200 OK", PAGE))
    stop = threading.Event()
    stop.set()
    client.watch(stop)
    refused(client, StoppedError)
    assert client.meter.requests == client.meter.sent == 0


def test_a_trickle_is_slow_but_no_failure(connect: Connect) -> None:
    def talk(talker: Talker) -> None:
        talker.hear()
        talker.say("HTTP/1.1 200 OK\r\nChasqui-Api: 1\r\nContent-Type: application/json\r\n")
        talker.say(f"Content-Length: {len(PAGE)}\r\n\r\n")
        for start in range(0, len(PAGE), 20):
            talker.over.wait(0.15)  # together longer than the stall time
            talker.say(PAGE[start : start + 20])

    assert connect(talk).ask_page("t", None, None) is not None


def test_the_servers_version_is_its_health(connect: Connect) -> None:
    assert connect(answers("200 OK", b'{"status":"ok","version":"1.2"}')).health() == "1.2"
