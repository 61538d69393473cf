"""A server below HTTP: sends the bytes it was told to, closes or keeps silent. For what no honest server does."""

import datetime as dt
import socket
import ssl
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Self

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

Talk = Callable[["Talker"], None]


class Talker:
    """One connection, from the stub's side."""

    def __init__(self, sock: socket.socket, over: threading.Event) -> None:
        self.sock = sock
        self.over = over
        self.heard = b""

    def hear(self) -> str:
        """One request without a body, or as much of it as came before the end."""
        request = b""
        while b"\r\n\r\n" not in request and (data := self.sock.recv(4096)):
            request += data
        self.heard += request
        return request.decode("latin-1")

    def say(self, data: bytes | str) -> None:
        self.sock.sendall(data.encode("latin-1") if isinstance(data, str) else data)

    def answer(self, status: str, body: bytes = b"", **headers: str) -> None:
        """A whole answer with our header and its length, unless said otherwise ("" leaves a header out)."""
        fields = {"Chasqui-Api": "1", "Content-Type": "application/json", "Content-Length": str(len(body))}
        fields |= {name.replace("_", "-"): value for name, value in headers.items()}
        lines = "".join(f"{name}: {value}\r\n" for name, value in fields.items() if value)
        self.say(f"HTTP/1.1 {status}\r\n{lines}\r\n".encode("latin-1") + body)

    def keep_silent(self) -> None:
        """Until the test is over."""
        self.over.wait(30)

    def reset(self) -> None:
        """The hard way to close."""
        self.sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\x01\x00\x00\x00\x00\x00\x00\x00")
        self.sock.close()


class Stub:
    """Listens on loopback and lets `talk` have every connection, each on a thread of its own."""

    def __init__(self, talk: Talk, context: ssl.SSLContext | None = None) -> None:
        self._talk = talk
        self._context = context
        self._over = threading.Event()
        self._threads: list[threading.Thread] = []
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port = self._listener.getsockname()[1]
        self.talkers: list[Talker] = []
        self._start(self._listen)

    @property
    def url(self) -> str:
        return f"{'https' if self._context else 'http'}://localhost:{self.port}"

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_exception: object) -> None:
        self._over.set()
        self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        for talker in self.talkers:
            talker.sock.close()
        for thread in self._threads:
            thread.join(10)

    def _start(self, work: Callable[[], None]) -> None:
        thread = threading.Thread(target=work, daemon=True)
        self._threads.append(thread)
        thread.start()

    def _listen(self) -> None:
        while not self._over.is_set():
            try:
                sock, _ = self._listener.accept()
            except OSError:
                return
            talker = Talker(sock, self._over)
            self.talkers.append(talker)
            self._start(lambda talker=talker: self._serve(talker))  # type: ignore[misc]

    def _serve(self, talker: Talker) -> None:
        try:
            if self._context:
                talker.sock = self._context.wrap_socket(talker.sock, server_side=True)
            self._talk(talker)
        except OSError:
            pass  # the client went away, which is what many of these tests are about
        finally:
            talker.sock.close()


def make_certificate(
    folder: Path, *, name: str = "localhost", days: tuple[int, int] = (-1, 30)
) -> tuple[ssl.SSLContext, Path]:
    """A server's context with a self-signed certificate valid from and to these days from now, and the certificate."""
    key = ec.generate_private_key(ec.SECP256R1())
    now = dt.datetime.now(dt.UTC)
    begins, ends = (now + dt.timedelta(days=day) for day in days)
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    certificate = (
        x509.CertificateBuilder().subject_name(subject).issuer_name(subject).public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(begins).not_valid_after(ends)
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(name)]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )  # fmt: skip
    public, private = folder / "certificate.pem", folder / "key.pem"
    public.write_bytes(certificate.public_bytes(serialization.Encoding.PEM))
    private.write_bytes(
        key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    )
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(public, private)
    return context, public
