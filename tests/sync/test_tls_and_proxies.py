"""Who may be believed over TLS, and how the system's proxy is used. Real handshakes on loopback."""

import ssl
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from sync.client import CentralClient
from sync.errors import CutError, ProxyError, StallError, StoppedError, SyncError, TlsError
from sync.line import Patience
from tests.sync.office import StillClock
from tests.sync.proxies import Proxy
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


def test_tls_below_1_2_is_refused(trusted: ssl.SSLContext) -> None:
    trusted.set_ciphers("DEFAULT:@SECLEVEL=0")
    with pytest.warns(DeprecationWarning, match="TLSv1_1"):
        trusted.minimum_version = ssl.TLSVersion.TLSv1_1
    with pytest.warns(DeprecationWarning, match="TLSv1_1"):
        trusted.maximum_version = ssl.TLSVersion.TLSv1_1
    with Stub(healthy, trusted) as stub:
        assert isinstance(fault(stub.url), TlsError)


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


@pytest.mark.parametrize(
    ("refusal", "code"),
    [("407 Proxy Authentication Required", "proxy-password"), ("403 Forbidden", "proxy"), ("502 Bad Gateway", "proxy")],
)
def test_a_proxy_that_refuses_says_whether_it_wants_a_password(
    monkeypatch: pytest.MonkeyPatch, refusal: str, code: str
) -> None:
    with Proxy(1, refusal) as proxy:
        monkeypatch.setenv("https_proxy", f"http://127.0.0.1:{proxy.port}")
        error = fault("https://central.invalid")
    assert isinstance(error, ProxyError)
    assert error.code == code


def test_a_proxy_that_is_gone_is_not_taken_for_no_internet(monkeypatch: pytest.MonkeyPatch) -> None:
    with Proxy(1) as proxy:
        port = proxy.port
    monkeypatch.setenv("https_proxy", f"127.0.0.1:{port}")
    error = fault("https://central.invalid")
    assert isinstance(error, ProxyError)
    assert (error.code, error.detail) == ("proxy", "refused")


def test_a_proxy_of_a_kind_we_do_not_speak_is_told_as_a_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("https_proxy", "socks5://127.0.0.1:1")
    error = fault("https://central.invalid")
    assert (error.code, error.detail) == ("proxy", "kind")


def test_the_proxy_of_the_windows_registry_is_used_like_any_other(
    far_server: Stub, monkeypatch: pytest.MonkeyPatch
) -> None:
    """There urllib reads the registry, and requests asks urllib: nothing of ours stands between."""
    with Proxy(far_server.port) as proxy:
        found = {"https": f"http://127.0.0.1:{proxy.port}"}
        monkeypatch.setattr("requests.utils.getproxies", lambda: found)
        with client_for("https://central.invalid") as client:
            assert client.health() == "1.2"
        assert proxy.asked[0].startswith("CONNECT central.invalid:443 ")


def test_a_server_that_the_registry_excepts_is_asked_straight(
    far_server: Stub, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Proxy(far_server.port) as proxy:
        monkeypatch.setattr("requests.utils.getproxies", lambda: {"https": f"http://127.0.0.1:{proxy.port}"})
        monkeypatch.setattr("requests.utils.proxy_bypass", lambda host: host == "central.invalid")
        assert fault("https://central.invalid").code == "offline"
        assert proxy.asked == []
