"""Who stands between the program and the office, and is not the office. Real handshakes with real chains on loopback.

Whoever it is gets no byte of a request, and the person a sentence of its own.
"""

import socket
import ssl
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from bench.certificates import Chain, make_chain
from desktop.presenters.errors import explain
from sync.client import CentralClient
from sync.errors import PortalError, SyncError, TlsError
from sync.line import Patience
from tests.sync.office import StillClock
from tests.sync.proxies import Interceptor
from tests.sync.stub import Stub, Talker

HEALTH = b'{"status":"ok","version":"1.2"}'
Make = Callable[..., Chain]


@pytest.fixture
def make(tmp_path: Path) -> Make:
    """Chains, each with files of its own."""
    made: list[Chain] = []

    def chain(name: str = "localhost", **more: Any) -> Chain:
        folder = tmp_path / str(len(made))
        folder.mkdir()
        made.append(make_chain(folder, name, **more))
        return made[-1]

    return chain


@pytest.fixture
def believe(monkeypatch: pytest.MonkeyPatch) -> Callable[[Chain], None]:
    """From now on the system's store holds the root of this chain alone."""
    for name in ("http_proxy", "https_proxy", "all_proxy", "no_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)
    return lambda chain: monkeypatch.setenv("SSL_CERT_FILE", str(chain.root))


def healthy(talker: Talker) -> None:
    while talker.hear():
        talker.answer("200 OK", HEALTH)


def fault(url: str) -> SyncError:
    patience = Patience(connect=1.0, stall=1.0)
    with (
        CentralClient(url, version="0", clock=StillClock(), patience=patience) as client,
        pytest.raises(SyncError) as caught,
    ):
        client.ask_page("S3cr3t", None, None)
    return caught.value


def test_a_chain_that_the_systems_store_vouches_for_is_believed(make: Make, believe: Callable[[Chain], None]) -> None:
    chain = make()
    believe(chain)
    with Stub(healthy, chain.server) as stub, CentralClient(stub.url, version="0", clock=StillClock()) as client:
        assert client.health() == "1.2"


def test_a_chain_of_an_unknown_root_is_refused(make: Make, believe: Callable[[Chain], None]) -> None:
    believe(make())
    with Stub(healthy, make(issuer="Otra raiz").server) as stub:
        assert fault(stub.url).code == "certificate-issuer"
        assert stub.talkers[0].heard == b""


def test_a_root_of_the_same_name_with_another_key_is_no_better(make: Make, believe: Callable[[Chain], None]) -> None:
    believe(make())
    with Stub(healthy, make().server) as stub:
        assert isinstance(fault(stub.url), TlsError)


@pytest.mark.parametrize(("days", "code"), [((-30, -1), "certificate-dates"), ((1, 30), "certificate-early")])
def test_a_certificate_of_another_time_points_at_the_clock(
    make: Make, believe: Callable[[Chain], None], days: tuple[int, int], code: str
) -> None:
    chain = make(days=days)
    believe(chain)
    with Stub(healthy, chain.server) as stub:
        error = fault(stub.url)
    assert error.code == code
    assert "fecha de esta computadora" in explain(error).what


def test_a_name_server_that_leads_to_another_host_is_found_out(
    make: Make, believe: Callable[[Chain], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A public network's portal: its own certificate is good, but for its own name."""
    portal = make("portal.invalid")
    believe(portal)
    real = socket.getaddrinfo
    with Stub(healthy, portal.server) as stub:
        monkeypatch.setattr(socket, "getaddrinfo", lambda _host, _port, **more: real("127.0.0.1", stub.port, **more))
        error = fault("https://central.invalid")
        assert error.code == "certificate-name"
        assert stub.talkers[0].heard == b""
    assert "navegador" in explain(error).todo


def test_a_proxy_that_opens_what_passes_reads_nothing(
    make: Make, believe: Callable[[Chain], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    believe(make("central.invalid"))
    pretended = make("central.invalid", issuer="Filtro de la institucion")
    with Interceptor(1, pretended.server) as proxy:
        monkeypatch.setenv("https_proxy", f"http://127.0.0.1:{proxy.port}")
        error = fault("https://central.invalid")
        assert proxy.read == b""
    assert error.code == "certificate-issuer"
    assert "antivirus" in explain(error).todo


PORTALS: dict[str, Callable[[Talker], None]] = {
    "redirect": lambda talker: talker.answer("302 Found", Location="http://wifi.invalid/", Chasqui_Api=""),
    "page": lambda talker: talker.answer("200 OK", b"<html>WiFi</html>", Content_Type="text/html", Chasqui_Api=""),
    "511": lambda talker: talker.answer("511 Network Authentication Required", b"<html>", Content_Type="text/html"),
}


@pytest.mark.parametrize("kind", PORTALS)
def test_a_portal_behind_a_believed_certificate_is_still_a_portal(
    make: Make, believe: Callable[[Chain], None], kind: str
) -> None:
    chain = make()
    believe(chain)

    def talk(talker: Talker) -> None:
        talker.hear()
        PORTALS[kind](talker)

    with Stub(talk, chain.server) as stub:
        assert isinstance(fault(stub.url), PortalError)


@pytest.mark.parametrize("says", ["HTTP/1.1 302 Found\r\nLocation: http://wifi.invalid/\r\n\r\n", "<html>WiFi</html>"])
def test_a_portal_that_answers_a_handshake_with_its_page_is_a_portal(
    make: Make, believe: Callable[[Chain], None], says: str
) -> None:
    believe(make())

    def talk(talker: Talker) -> None:
        talker.sock.recv(4096)
        talker.say(says)

    with Stub(talk) as stub:
        error = fault(stub.url.replace("http:", "https:"))
    assert isinstance(error, PortalError)


def test_every_impostor_has_words_of_its_own() -> None:
    told = {explain(TlsError(flaw=flaw)).what for flaw in ("issuer", "name", "early", "dates", None)}
    assert len(told) == 5


def test_verification_can_be_turned_off_by_no_setting_of_ours(
    make: Make, believe: Callable[[Chain], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    """What other programs listen to does not reach this one: an environment is not the person's wish."""
    believe(make())
    other = make(issuer="Otra raiz")
    for name in ("REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE"):
        monkeypatch.setenv(name, str(other.root))
    monkeypatch.setenv("PYTHONHTTPSVERIFY", "0")
    with Stub(healthy, other.server) as stub:
        assert fault(stub.url).code == "certificate-issuer"
        assert not isinstance(stub.talkers[0].sock, ssl.SSLSocket)
