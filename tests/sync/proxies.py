"""Proxies on loopback: one that tunnels, one that refuses, one that opens what passes with a certificate of its own."""

import socket
import ssl
import threading

from tests.sync.stub import Stub, Talker


class Proxy(Stub):
    """A proxy that tunnels to a stub, or answers what it is told to."""

    def __init__(self, target: int, refusal: str | None = None) -> None:
        self.asked: list[str] = []
        self._target = target
        self._refusal = refusal
        super().__init__(self._tunnel)

    def _tunnel(self, talker: Talker) -> None:
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


def pump(source: socket.socket, target: socket.socket) -> None:
    try:
        while data := source.recv(4096):
            target.sendall(data)
        target.shutdown(socket.SHUT_WR)
    except OSError:
        pass  # one side has gone; the other notices


class Interceptor(Proxy):
    """Ends every TLS inside its tunnel, with certificates of its own, and reads along."""

    def __init__(self, target: int, pretended: ssl.SSLContext) -> None:
        self.read = b""
        self._pretended = pretended
        super().__init__(target)

    def _tunnel(self, talker: Talker) -> None:
        self.asked.append(talker.hear())
        talker.say("HTTP/1.1 200 Connection established\r\n\r\n")
        talker.sock = self._pretended.wrap_socket(talker.sock, server_side=True)
        self.read += talker.sock.recv(4096)
        talker.answer("200 OK", b'{"status":"ok","version":"9.9"}')
