"""The API on a real port, served from a thread: for tests, demonstrations and `python -m central serve`.

Not for production: there uvicorn is run by its own command behind something that speaks TLS.
"""

import asyncio
import contextlib
import os
import socket
import ssl
import threading
from types import TracebackType
from typing import Any, Self

import uvicorn
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from typing_extensions import override

HANG_UP = "chasqui.hang_up"  # ASGI extension: closes the connection at once; `central.faults` asks for it
START_SECONDS = 10


def economical(context: ssl.SSLContext) -> None:
    """Make what a server's TLS says short: one ticket a connection, and one that carries the session itself.

    A name for what the server remembers would be 120 bytes shorter each way, but a server forgets the session of a
    connection that broke: on a line that breaks all the time that costs 1.4 kB a connection.
    """
    context.num_tickets = 1


class Server:
    """Serves `app` while it is entered, or between `start` and `stop`. Starts again on the port it had."""

    def __init__(
        self, app: ASGIApp, host: str = "127.0.0.1", port: int = 0, *, tls: ssl.SSLContext | None = None
    ) -> None:
        """Port 0 = any free one, chosen at the first start. `tls`: speak https with this key and chain."""
        self.host = host
        self.port = port
        self._app = app
        self._tls = tls
        self._running: tuple[_Uvicorn, threading.Thread] | None = None

    @property
    def url(self) -> str:
        """Where it is, without a slash at the end. Known once it was started."""
        return f"{'https' if self._tls else 'http'}://{self.host}:{self.port}"

    def start(self) -> None:
        """Listen, and return once answers can be had. Does nothing when running."""
        if self._running is not None:
            return
        listener = _listen(self.host, self.port)
        self.port = listener.getsockname()[1]
        server = _Uvicorn(_configure(_Line(self._app), self._tls))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]}, name="central", daemon=True)
        thread.start()
        if not server.ready.wait(START_SECONDS):
            raise RuntimeError("the server did not start")
        self._running = server, thread

    def stop(self) -> None:
        """Cut what is under way and wait until the port is free. Does nothing when stopped."""
        if self._running is None:
            return
        (server, thread), self._running = self._running, None
        server.ask_to_exit()
        thread.join()

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()


class _Uvicorn(uvicorn.Server):
    """Says when it is ready, and stops at once: uvicorn's own way polls, and waits for clients to leave."""

    def __init__(self, config: uvicorn.Config) -> None:
        super().__init__(config)
        self.ready = threading.Event()
        self._loop: asyncio.AbstractEventLoop | None = None
        self._leave = asyncio.Event()

    def ask_to_exit(self) -> None:
        """From any thread."""
        if self._loop is not None:
            self._loop.call_soon_threadsafe(self._leave.set)

    @override
    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        self._loop = asyncio.get_running_loop()
        self.ready.set()

    @override
    async def main_loop(self) -> None:
        tenths = 0
        while not self._leave.is_set():
            await self.on_tick(tenths)  # once a second: it writes the Date header
            tenths += 10
            with contextlib.suppress(asyncio.TimeoutError):
                await asyncio.wait_for(self._leave.wait(), 1)

    @override
    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        for server in self.servers:
            server.close()
        for listener in sockets or []:
            listener.close()
        for connection in list(self.server_state.connections):
            connection.transport.abort()
        tasks = list(self.server_state.tasks)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        for server in self.servers:
            await server.wait_closed()


class _Line:
    """Lets the application close the connection it answers on, as a bad line would; loses no byte that came.

    When the client goes away uvicorn forgets what it has read of the body and not yet handed on.
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        transport = getattr(getattr(send, "__self__", None), "transport", None)
        if transport is not None:
            scope.setdefault("extensions", {})[HANG_UP] = transport.abort
        await self._app(scope, _with_the_rest(receive), send)


def _with_the_rest(receive: Receive) -> Receive:
    cycle: Any = getattr(receive, "__self__", None)

    async def received() -> Message:
        message = await receive()
        rest = getattr(cycle, "body", b"") if message["type"] == "http.disconnect" else b""
        if not rest:
            return message
        cycle.body = b""
        return {"type": "http.request", "body": bytes(rest), "more_body": True}

    return received


def _configure(app: Any, tls: ssl.SSLContext | None) -> uvicorn.Config:
    return uvicorn.Config(
        app,
        ssl_context_factory=None if tls is None else lambda _config, _default: tls,
        interface="asgi3",
        http="h11",
        ws="none",
        loop="asyncio",
        lifespan="off",
        log_config=None,
        log_level="critical",
        access_log=False,
        server_header=False,
        proxy_headers=False,
        timeout_keep_alive=75,  # longer than a slow link's pauses: a new connection costs more than the call
    )


def _listen(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    # The protocol is named because asyncio turns Nagle off only for sockets that say TCP; without it every answer
    # waits 40 ms for the other side's delayed acknowledgement.
    listener = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    try:
        if os.name == "posix":  # elsewhere it would let two servers share a port
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind((host, port))
        listener.listen(128)
    except OSError:
        listener.close()
        raise
    return listener
