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

from sync.errors import OfflineError
from sync.line import BLOCK, Line, Patience, dial


class LineContext(truststore.SSLContext):
    """TLS 1.2 at least, by the system's certificate store; takes and gives lines instead of sockets."""

    def __init__(self) -> None:
        super().__init__(ssl.PROTOCOL_TLS_CLIENT)
        self.minimum_version = ssl.TLSVersion.TLSv1_2

    @override
    def wrap_socket(self, sock: Any, *_args: Any, server_hostname: str | None = None, **_kwargs: Any) -> ssl.SSLSocket:
        begin = partial(super().wrap_socket, do_handshake_on_connect=False, server_hostname=server_hostname)
        return cast("ssl.SSLSocket", cast("Line", sock).wrap(begin))


class _PlainConnection(HTTPConnection):
    def __init__(self, *args: Any, patience: Patience, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._patience = patience

    @override
    def _new_conn(self) -> socket.socket:
        return _dialled(self, self._patience)


class _TlsConnection(HTTPSConnection):
    def __init__(self, *args: Any, patience: Patience, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._patience = patience
        self.ca_certs = None  # requests would add its own bundle to the system's store

    @override
    def _new_conn(self) -> socket.socket:
        return _dialled(self, self._patience)


def _dialled(connection: HTTPConnection, patience: Patience) -> socket.socket:
    try:
        line = dial(connection._dns_host, connection.port, patience)  # noqa: SLF001 -- the name as DNS wants it
    except OfflineError as error:
        raise (OfflineError("proxy") if connection.proxy else error) from error
    return cast("socket.socket", line)


def pools(patience: Patience, proxy: str | None = None, proxy_headers: dict[str, str] | None = None) -> PoolManager:
    """Where requests gets its connections: straight, or through a tunnel of this proxy (http://host:port)."""
    context = LineContext()
    settings: dict[str, Any] = {"ssl_context": context, "num_pools": 2, "maxsize": 1, "blocksize": BLOCK}
    manager = ProxyManager(proxy, proxy_headers=proxy_headers, **settings) if proxy else PoolManager(**settings)
    plain = type("PlainPool", (HTTPConnectionPool,), {"ConnectionCls": partial(_PlainConnection, patience=patience)})
    secure = type("SecurePool", (HTTPSConnectionPool,), {"ConnectionCls": partial(_TlsConnection, patience=patience)})
    manager.pool_classes_by_scheme = {"http": plain, "https": secure}
    return manager
