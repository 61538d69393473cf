"""How urllib3 and requests come to speak over a `sync.line.Line`: connections, pools, the TLS context. No HTTP.

Certificates are judged by the system's store (truststore), never by a bundle of ours; names are checked. Nothing global
is patched: the context and the connections belong to one client.
"""

import socket
import ssl
from functools import partial
from typing import Any, cast

import truststore
from typing_extensions import override
from urllib3 import HTTPConnectionPool, HTTPSConnectionPool, PoolManager, ProxyManager
from urllib3.connection import HTTPConnection, HTTPSConnection

from sync.errors import OfflineError, ProxyError
from sync.line import BLOCK, Line, Patience, dial


class LineContext(truststore.SSLContext):
    """Judges by the system's certificate store; takes and gives lines instead of sockets.

    The last session of TLS with each host is kept, in memory alone: a later connection goes on with it and carries no
    certificates, also after one that broke. Only what was verified once, under this name, is gone on with; the server
    refuses it after two hours.
    """

    def __init__(self, protocol: int) -> None:
        super().__init__(protocol)
        self._sessions: dict[str | None, ssl.SSLSession] = {}

    @override
    def wrap_socket(self, sock: Any, *_args: Any, server_hostname: str | None = None, **_kwargs: Any) -> ssl.SSLSocket:
        session = self._sessions.pop(server_hostname, None)  # once: what went wrong with it does so once
        begin = partial(
            super().wrap_socket, do_handshake_on_connect=False, server_hostname=server_hostname, session=session
        )
        return cast("ssl.SSLSocket", cast("Line", sock).wrap(begin, partial(self._remember, server_hostname)))

    def _remember(self, host: str | None, secure: ssl.SSLSocket) -> None:
        session = secure.session
        if session is not None and session.has_ticket:
            self._sessions[host] = session


class _OverLine(HTTPConnection):
    """What both kinds of connection have in common."""

    patience: Patience

    @override
    def _new_conn(self) -> socket.socket:
        try:
            line = dial(self._dns_host, self.port, self.patience)
        except OfflineError as error:
            raise (ProxyError(error.detail) if self.proxy else error) from error
        return cast("socket.socket", line)

    @override
    def getresponse(self) -> Any:
        """http.client takes a connection that closes amid the headers for the end of the headers. It is a cut."""
        line = cast("Line", self.sock)
        line.in_head = True
        try:
            return super().getresponse()
        finally:
            line.in_head = False


class _PlainConnection(_OverLine):
    def __init__(self, *args: Any, patience: Patience, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.patience = patience


class _TlsConnection(_OverLine, HTTPSConnection):
    def __init__(self, *args: Any, patience: Patience, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.patience = patience
        self.ca_certs = None  # requests would add its own bundle to the system's store


def make_context() -> LineContext:
    """What judges the office's certificate."""
    context = LineContext(ssl.PROTOCOL_TLS_CLIENT)
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    return context


def pools(
    patience: Patience, context: LineContext | None, proxy: str | None = None,
    proxy_headers: dict[str, str] | None = None,
) -> PoolManager:  # fmt: skip
    """Where requests gets its connections: straight, or through a tunnel of this proxy (http://host:port).

    `context` None: for plain http, which only ever speaks to this computer.
    """
    settings: dict[str, Any] = {"ssl_context": context, "num_pools": 2, "maxsize": 1, "blocksize": BLOCK}
    manager = ProxyManager(proxy, proxy_headers=proxy_headers, **settings) if proxy else PoolManager(**settings)
    plain = type("PlainPool", (HTTPConnectionPool,), {"ConnectionCls": partial(_PlainConnection, patience=patience)})
    secure = type("SecurePool", (HTTPSConnectionPool,), {"ConnectionCls": partial(_TlsConnection, patience=patience)})
    manager.pool_classes_by_scheme = {"http": plain, "https": secure}
    return manager


def open_ahead(pool: Any) -> None:
    """Connect now and let the connection rest, so that the next call goes out over it. TLS is verified by then."""
    connection = pool._get_conn()  # noqa: SLF001 -- urllib3 opens a connection only for a call
    try:
        if not connection.is_connected:
            if connection.proxy is not None and pool.scheme == "https":
                pool._prepare_proxy(connection)  # noqa: SLF001
            else:
                connection.connect()
    except BaseException:
        connection.close()
        raise
    finally:
        pool._put_conn(connection)  # noqa: SLF001


def close_pools(manager: PoolManager) -> None:
    """Close the resting connections now; urllib3 leaves it to the garbage collector."""
    for key in list(manager.pools.keys()):
        pool = manager.pools.get(key)
        if pool is not None:
            pool.close()
    manager.clear()
