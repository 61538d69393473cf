"""A bad line on loopback: carries so many bytes of each connection towards the office, and then it breaks. Counts."""

import selectors
import socket
import threading
from typing import Self


class CuttingLine:
    """Listens on loopback. What the client had handed to its system beyond the cut never counts as carried."""

    def __init__(self, port: int, *, cut_after: int) -> None:
        self._port = port
        self._cut_after = cut_after
        self._listener = socket.create_server(("127.0.0.1", 0))
        self._thread = threading.Thread(target=self._listen, daemon=True)
        self.url = f"http://127.0.0.1:{self._listener.getsockname()[1]}"
        self.carried = 0  # bytes, both ways
        self.connections = 0

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_exception: object) -> None:
        self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        self._thread.join(10)

    def _listen(self) -> None:
        while True:
            try:
                client, _ = self._listener.accept()
            except OSError:
                return
            self.connections += 1
            with client, socket.create_connection(("127.0.0.1", self._port)) as office:
                self._carry(client, office)

    def _carry(self, client: socket.socket, office: socket.socket) -> None:
        """One connection at a time: the client has only one."""
        left = self._cut_after
        with selectors.DefaultSelector() as ready:
            ready.register(client, selectors.EVENT_READ, office)
            ready.register(office, selectors.EVENT_READ, client)
            while left > 0:
                for key, _ in ready.select():
                    data = _received(key.fileobj, min(4096, left) if key.fileobj is client else 4096)
                    if not data:
                        return
                    key.data.sendall(data)
                    self.carried += len(data)
                    left -= len(data) if key.fileobj is client else 0


def _received(sock: object, size: int) -> bytes:
    assert isinstance(sock, socket.socket)
    try:
        return sock.recv(size)
    except ConnectionError:
        return b""
