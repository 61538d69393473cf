"""Who may be believed over TLS, and how the system's proxy is used. Real handshakes on loopback."""

import ssl
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from sync.client import CentralClient
from sync.errors import CutError, InterferenceError, OfflineError, StallError, StoppedError, SyncError, TlsError
from sync.line import Patience
from tests.sync.office import StillClock
from tests.sync.stub import Stub, Talker, make_certificate

HEALTH = b'{"status":"ok","version":"1.2"}'


@pytest.fixture(autouse=True)
def _no_proxy_of_this_computer(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("http_proxy", "https_proxy", "all_proxy", "no_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)


@pytest.fixture
def trusted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ssl.SSLContext:
    context, certificate = make_certificate(tmp_path)
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    return context


def healthy(talker: Talker) -> None:
    while talker.hear():
        talker.answer("200 OK", HEALTH)


def client_for(url: str, *, connect: float = 1.0, stall: float = 1.0) -> CentralClient:
    return CentralClient(url, version="0", clock=StillClock(), patience=Patience(connect=connect, stall=stall))


def fault(url: str, **times: float) -> SyncError:
    with client_for(url, **times) as client, pytest.raises(SyncError) as caught:
        client.health()
    return caught.value


def test_a_server_that_the_system_trusts_is_believed(trusted: ssl.SSLContext) -> None:
    with Stub(healthy, trusted) as stub, client_for(stub.url) as client:
        assert client.health() == "1.2"
        assert client.health() == "1.2"
        assert len(stub.talkers) == 1
        assert client.meter.sent == len(stub.talkers[0].heard)  # without TLS


def test_a_certificate_nobody_vouches_for_is_not_offline(tmp_path: Path) -> None:
    context, _ = make_certificate(tmp_path)
    with Stub(healthy, context) as stub:
        error = fault(stub.url)
    assert isinstance(error, TlsError)
    assert error.code == "certificate"


def test_another_name_in_the_certificate_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    context, certificate = make_certificate(tmp_path, name="otro.pe")
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    with Stub(healthy, context) as stub:
        assert fault(stub.url).code == "certificate"


@pytest.mark.parametrize("days", [(-30, -1), (1, 30)])
def test_a_certificate_of_another_time_points_at_the_clock(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, days: tuple[int, int]
) -> None:
    context, certificate = make_certificate(tmp_path, days=days)
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    with Stub(healthy, context) as stub:
        assert fault(stub.url).code == "certificate-dates"


def test_tls_below_1_2_is_refused(trusted: ssl.SSLContext) -> None:
    trusted.set_ciphers("DEFAULT:@SECLEVEL=0")
    with pytest.warns(DeprecationWarning, match="TLSv1_1"):
        trusted.minimum_version = ssl.TLSVersion.TLSv1_1
    with pytest.warns(DeprecationWarning, match="TLSv1_1"):
        trusted.maximum_version = ssl.TLSVersion.TLSv1_1
    with Stub(healthy, trusted) as stub:
        assert isinstance(fault(stub.url), TlsError)


def test_a_portal_on_the_tls_port_is_no_offline(trusted: ssl.SSLContext) -> None:
    with Stub(lambda talker: talker.say("HTTP/1.1 302 Found\r\nLocation: http://portal\r\n\r\n")) as stub:
        assert isinstance(fault(stub.url.replace("http:", "https:")), TlsError | CutError)


def test_a_handshake_that_stalls_is_a_timeout_and_can_be_stopped(trusted: ssl.SSLContext) -> None:
    with Stub(Talker.keep_silent) as stub:
        url = stub.url.replace("http:", "https:")
        error = fault(url, connect=0.5)
        assert isinstance(error, StallError)
        assert error.detail == "handshake"
        stop = threading.Event()
        timer = threading.Timer(0.2, stop.set)
        timer.start()
        with client_for(url, connect=30) as client:
            client.watch(stop)
            with pytest.raises(StoppedError):
                client.health()
        timer.join()


def test_a_read_over_tls_stalls_and_stops_like_any_other(trusted: ssl.SSLContext) -> None:
    def silent(talker: Talker) -> None:
        talker.hear()
        talker.keep_silent()

    with Stub(silent, trusted) as stub:
        assert fault(stub.url, stall=0.5).detail == "read"
        stop = threading.Event()
        timer = threading.Timer(0.2, stop.set)
        timer.start()
        with client_for(stub.url, stall=30) as client:
            client.watch(stop)
            with pytest.raises(StoppedError):
                client.health()
        timer.join()


def test_a_cut_over_tls_is_a_cut(trusted: ssl.SSLContext) -> None:
    def cut(talker: Talker) -> None:
        talker.hear()
        talker.say("HTTP/1.1 200 OK\r\nChasqui-Api: 1\r\nContent-Type: application/json\r\nContent-Length: 31\r\n\r\n{")
        talker.reset()

    with Stub(cut, trusted) as stub:
        assert isinstance(fault(stub.url), CutError)


class Proxy(Stub):
    """A proxy that tunnels to a stub, or answers what it is told to."""

    def __init__(self, target: int, refusal: str | None = None) -> None:
        self.asked: list[str] = []
        self._target = target
        self._refusal = refusal
        super().__init__(self._tunnel)

    def _tunnel(self, talker: Talker) -> None:
        import socket

        self.asked.append(talker.hear())
        if self._refusal:
            talker.say(f"HTTP/1.1 {self._refusal}\r\n\r\n")
            return
        talker.say("HTTP/1.1 200 Connection established\r\n\r\n")
        with socket.create_connection(("127.0.0.1", self._target)) as further:
            back = threading.Thread(target=pump, args=(further, talker.sock), daemon=True)
            back.start()
            pump(talker.sock, further)
            back.join(5)


def pump(source: "ssl.socket.socket", target: "ssl.socket.socket") -> None:
    import socket

    try:
        while data := source.recv(4096):
            target.sendall(data)
        target.shutdown(socket.SHUT_WR)
    except OSError:
        pass  # one side has gone; the other notices


@pytest.fixture
def far_server(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Stub]:
    """A server that cannot be reached but through a proxy."""
    context, certificate = make_certificate(tmp_path, name="central.invalid")
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    with Stub(healthy, context) as stub:
        yield stub


def test_the_systems_proxy_is_used_as_a_tunnel(far_server: Stub, monkeypatch: pytest.MonkeyPatch) -> None:
    with Proxy(far_server.port) as proxy:
        monkeypatch.setenv("https_proxy", f"http://ana:clave@127.0.0.1:{proxy.port}")
        with client_for("https://central.invalid") as client:
            assert client.health() == "1.2"
        assert proxy.asked[0].startswith("CONNECT central.invalid:443 ")
        assert "Proxy-Authorization: Basic " in proxy.asked[0]


def test_a_proxy_never_comes_before_this_computer_itself(
    trusted: ssl.SSLContext, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Proxy(1) as proxy, Stub(healthy) as plain, Stub(healthy, trusted) as secure:
        monkeypatch.setenv("http_proxy", f"http://127.0.0.1:{proxy.port}")
        monkeypatch.setenv("https_proxy", f"http://127.0.0.1:{proxy.port}")
        for stub in (plain, secure):
            with client_for(stub.url) as client:
                assert client.health() == "1.2"
        assert proxy.asked == []


def test_a_proxy_that_refuses_is_interference(monkeypatch: pytest.MonkeyPatch) -> None:
    with Proxy(1, "407 Proxy Authentication Required") as proxy:
        monkeypatch.setenv("https_proxy", f"http://127.0.0.1:{proxy.port}")
        error = fault("https://central.invalid")
    assert isinstance(error, InterferenceError)
    assert error.step == "proxy"


def test_a_proxy_that_is_gone_is_offline(monkeypatch: pytest.MonkeyPatch) -> None:
    with Proxy(1) as proxy:
        port = proxy.port
    monkeypatch.setenv("https_proxy", f"127.0.0.1:{port}")
    error = fault("https://central.invalid")
    assert isinstance(error, OfflineError)
    assert error.detail == "proxy"


def test_a_proxy_of_a_kind_we_do_not_speak_is_offline(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("https_proxy", "socks5://127.0.0.1:1")
    assert fault("https://central.invalid").detail == "proxy"
