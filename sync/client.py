"""The only HTTP of the program: one server, its calls, every answer through the acceptance gate.

One client belongs to one thread. Redirects are never followed, cookies and .netrc never used, nothing personal goes
into a URL. requests is used at its adapter (one connection, kept alive): its Session would follow, remember and
authenticate by itself, and read the body of a redirect without limit. It is imported at the first call: start-up time
matters.

Timeouts: 15 s to connect, 60 s without a byte, none in total; `watch` names the event that stops any wait within a
quarter second. What crosses the line is counted in `meter` (`sync.line` says what that is).
"""

import http.client
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import cached_property
from threading import Event
from typing import TYPE_CHECKING, Any, Self
from urllib.parse import urlencode, urlsplit

from documents.seal.trust_file import MAX_BYTES
from storage.dictionaries import Dictionary
from sync.address import check_server, is_loopback
from sync.body import Sink, pour_body, read_body
from sync.clock import Clock
from sync.core.gate import LONGEST_PAGE, PDF, ZSTD, Accepted, Expected, Head, Range, accept_head
from sync.errors import CutError, InterferenceError, NetworkConditionError, ProxyError, error_of
from sync.line import CONNECT, STALL, Meter, Patience
from sync.packed import dictionary_headers, pour_packed
from sync.shapes import WireHealth, read
from sync.wire import ReadPage, read_page, read_problem

if TYPE_CHECKING:
    from requests.adapters import HTTPAdapter

    from sync.transport import LineContext

REST = 30.0  # seconds that a connection may rest between calls; who keeps it longer finds it gone on many networks
PAGE = Expected(statuses=frozenset({200}), refusals=frozenset({401, 422}), longest=LONGEST_PAGE)
PAGE_OR_NOTHING = Expected(statuses=frozenset({200, 304}), refusals=frozenset({401, 422}), longest=LONGEST_PAGE)
BLOB = Expected(statuses=frozenset({200}), refusals=frozenset({401, 403, 404}), content_type=PDF)
PACKED = replace(BLOB, packed=frozenset({"zstd", "dcz"}))
PART = Expected(statuses=frozenset({200, 206}), refusals=frozenset({401, 403, 404, 416}), content_type=PDF)
BUNDLE = Expected(statuses=frozenset({200, 206}), refusals=frozenset({401, 403, 404, 416}), content_type=ZSTD)
TRUST = Expected(
    statuses=frozenset({200}), refusals=frozenset({404}), content_type="application/cose", longest=MAX_BYTES
)
HEALTH = Expected(statuses=frozenset({200}), refusals=frozenset({404}))


@dataclass(frozen=True, slots=True)
class Reply:
    """A success that passed the gate."""

    status: int
    headers: Mapping[str, str]  # names in lower case
    body: bytes


class CentralClient:
    """The calls of docs/protocol.md. Raises `sync.errors` only."""

    def __init__(self, server: str, *, version: str, clock: Clock, patience: Patience | None = None) -> None:
        self.server = check_server(server)
        self.clock = clock
        self._version = version
        self._patience = patience or Patience()
        self._proxy: str | None = None
        self._used_at = clock.monotonic()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_exception: object) -> None:
        self.close()

    @property
    def meter(self) -> Meter:
        """Bytes and requests since the client was made."""
        return self._patience.meter

    def watch(self, stopped: Event) -> None:
        """From now on this event stops every wait, with StoppedError."""
        self._patience.stopped = stopped

    def refresh(self) -> None:
        """Before an exchange: a connection that has rested too long is closed, and another proxy of the system is used
        from now on."""
        if "_adapter" in self.__dict__ and self._has_another_proxy():
            self.close()
            del self._adapter
        if self.clock.monotonic() - self._used_at > REST:
            self.close()

    def _has_another_proxy(self) -> bool:
        try:
            return _system_proxy(self.server) != self._proxy
        except ProxyError:  # of a kind that is told with the next call
            return True

    def close(self) -> None:
        """Close the connection. The client may be used again."""
        if "_adapter" in self.__dict__:
            from sync.transport import close_pools

            for manager in (self._adapter.poolmanager, *self._adapter.proxy_manager.values()):
                close_pools(manager)

    def health(self) -> str:
        """The server's version."""
        return read(self.ask("GET", "/v1/health", HEALTH).body, WireHealth).version

    def reach(self) -> None:
        """Make sure of the way to the office without sending it anything: the next call goes out over it."""
        import requests

        from sync.transport import open_ahead

        self._patience.look()
        with _http_faults():
            adapter = self._adapter
            request = requests.Request("GET", self.server).prepare()
            proxies = {"https": self._proxy} if self._proxy else {}
            open_ahead(adapter.get_connection_with_tls_context(request, verify=True, proxies=proxies))

    def ask_page(self, token: str, since: str | None, etag: str | None) -> ReadPage | None:
        """The next page of the feed; None when nothing changed, which can only be the answer when `etag` is given."""
        path = "/v1/sync" + (f"?{urlencode({'since': since})}" if since else "")
        headers = {"If-None-Match": etag} if etag else {}
        reply = self.ask("GET", path, PAGE_OR_NOTHING if etag else PAGE, token=token, headers=headers)
        return None if reply.status == 304 else read_page(reply.body, reply.headers.get("etag", ""))

    def fetch_blob(
        self, token: str, sha256: str, offset: int, size: int, sink: Sink, *, of: str = "/v1/blobs", ahead: bool = False
    ) -> None:
        """A PDF of `size` bytes from `offset` on. Whatever arrives reaches the sink, however the call ends. `ahead`:
        nobody looks at it yet.
        """
        headers = {"Accept-Encoding": "identity"} | ({"Sec-Purpose": "prefetch"} if ahead else {})
        if offset:
            headers |= {"Range": f"bytes={offset}-", "If-Range": f'"{sha256}"'}
        expected = replace(PART if offset else BLOB, range=Range(offset=offset, size=size))
        with self._answer("GET", f"{of}/{sha256}", expected, token=token, headers=headers) as answer:
            head, accepted, raw = answer
            self._refuse(head, accepted, raw)
            if accepted.kind == "body" and offset:
                sink.restart()
            pour_body(raw, accepted, sink)

    def fetch_packed(self, token: str, sha256: str, size: int, sink: Sink, dictionary: Dictionary | None) -> bool:
        """A whole PDF of `size` bytes in as few as the office can make of it; `dictionary`: a held one like it.

        Whether it came packed. UnpackError when it cannot be unpacked: `fetch_blob` brings it plain.
        """
        expected = replace(PACKED, range=Range(offset=0, size=size))
        headers = dictionary_headers(dictionary)
        with self._answer("GET", f"/v1/blobs/{sha256}", expected, token=token, headers=headers) as answer:
            head, accepted, raw = answer
            self._refuse(head, accepted, raw)
            if accepted.coding == "identity":
                pour_body(raw, accepted, sink)
                return False
            pour_packed(raw, accepted, dictionary, sink)
            return True

    def fetch_bundle(self, token: str, name: str, wanted: Range, sink: Sink) -> None:
        """These bytes of a bundle. Whatever arrives reaches the sink, however the call ends."""
        headers = {"Accept-Encoding": "identity"}
        if wanted.offset or wanted.stop is not None:
            headers |= {"Range": f"bytes={wanted.offset}-{wanted.end - 1}", "If-Range": f'"{name}"'}
        expected = replace(BUNDLE, range=wanted)
        with self._answer("GET", f"/v1/bundles/{name}", expected, token=token, headers=headers) as answer:
            head, accepted, raw = answer
            self._refuse(head, accepted, raw)
            if accepted.kind == "body" and wanted.offset:
                sink.restart()
            pour_body(raw, accepted, sink)

    def fetch_trust_list(self) -> bytes:
        """The trust list in force, as a root signed it; not verified. Needs no token."""
        return self.ask("GET", "/v1/trust-list", TRUST).body

    def ask(
        self, method: str, path: str, expected: Expected, *,
        token: str | None = None, body: bytes | None = None, headers: Mapping[str, str] | None = None,
    ) -> Reply:  # fmt: skip
        """One call whose answer is small. Raises the error of a problem document."""
        with self._answer(method, path, expected, token=token, body=body, headers=headers) as (head, accepted, raw):
            self._refuse(head, accepted, raw)
            return Reply(head.status, head.headers, read_body(raw, accepted))

    def _refuse(self, head: Head, accepted: Accepted, raw: Any) -> None:
        if accepted.kind == "problem":
            raise error_of(read_problem(read_body(raw, accepted), head.status))

    @contextmanager
    def _answer(
        self, method: str, path: str, expected: Expected, *,
        token: str | None, body: bytes | None = None, headers: Mapping[str, str] | None = None,
    ) -> Iterator[tuple[Head, Accepted, Any]]:  # fmt: skip
        import requests

        self._patience.look()
        self._used_at = self.clock.monotonic()
        fields = {"User-Agent": f"Chasqui/{self._version}", "Accept-Encoding": "gzip"}
        fields |= {"Authorization": f"Bearer {token}"} if token else {}
        fields |= {"Content-Type": "application/json"} if body is not None else {}
        request = requests.Request(
            method, self.server + path, headers=fields | dict(headers or {}), data=body
        ).prepare()
        with _http_faults():
            adapter = self._adapter
            self.meter.requests += 1
            proxies = {"https": self._proxy} if self._proxy else {}
            raw = adapter.send(request, stream=True, timeout=(CONNECT, STALL), verify=True, proxies=proxies).raw
            try:
                head = Head(raw.status, {name.lower(): value for name, value in raw.headers.items()})
                yield head, accept_head(expected, head), raw
            except BaseException:
                raw.close()
                raise
            raw.drain_conn()
            raw.release_conn()
            self._used_at = self.clock.monotonic()

    @cached_property
    def _adapter(self) -> "HTTPAdapter":
        from requests.adapters import HTTPAdapter

        from sync.transport import pools

        adapter = HTTPAdapter(max_retries=0)
        adapter.poolmanager = pools(self._patience, self._context)
        self._proxy = _system_proxy(self.server)
        if self._proxy:
            adapter.proxy_manager[self._proxy] = pools(
                self._patience, self._context, self._proxy, adapter.proxy_headers(self._proxy)
            )  # fmt: skip
        return adapter

    @cached_property
    def _context(self) -> "LineContext | None":
        from sync.transport import make_context

        return make_context() if self.server.startswith("https:") else None


def _system_proxy(server: str) -> str | None:
    """The proxy that the system has for this server, or None. Only proxies that are reached over http."""
    from requests.utils import get_environ_proxies, select_proxy

    if is_loopback(urlsplit(server).hostname or ""):
        return None
    found = select_proxy(server, get_environ_proxies(server))
    if not found:
        return None
    proxy = found if "://" in found else f"http://{found}"
    if not proxy.startswith("http://"):
        raise ProxyError("kind")
    return proxy


@contextmanager
def _http_faults() -> Iterator[None]:
    """Name what http.client, urllib3 and requests raise by themselves; the line has named the rest."""
    import requests
    import urllib3

    try:
        yield
    except requests.exceptions.ProxyError as error:
        raise ProxyError("refused", password=" 407 " in str(error)) from error
    except (requests.RequestException, urllib3.exceptions.HTTPError, http.client.HTTPException) as error:
        raise _condition(error) from error


def _condition(error: BaseException) -> NetworkConditionError:
    """An answer that ended too early is a cut; one that is no HTTP is interference."""
    chain: list[Any] = [error]
    for link in chain:
        chain += [arg for arg in (*link.args, link.__cause__) if isinstance(arg, BaseException) and arg not in chain]
    if any(isinstance(link, (ConnectionError, http.client.IncompleteRead)) for link in chain):
        return CutError(type(chain[-1]).__name__)
    return InterferenceError("http", type(chain[-1]).__name__)
