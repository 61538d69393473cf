"""What is sealed in a part: a zstd stream and the sender's signature, in chunks for one recipient's key.

    shared   X25519(a key made for this part alone, the recipient's)
    key      HKDF-SHA256(shared, salt: both public keys, info: "chasqui packet 1" and SHA-256 of the header)
    chunks   ChaCha20-Poly1305 of 64 KiB each under that key; the nonce is the chunk's number and whether it is the last
    inside   the zstd stream, then 64 bytes: Ed25519 over "chasqui packet 1", SHA-256 of the header and of the stream

So no chunk can be changed, left out, moved or added, the header cannot be exchanged, and what was signed for one
recipient proves nothing in a part for another. Streams both ways: neither side holds more than a chunk.
"""

import hashlib
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, BinaryIO, Final

from documents.stick.errors import DamagedPacketError, UntrustedPacketError
from documents.stick.header import Header, Part, begin_part, end_part, write_header
from documents.stick.keys import DeviceKey, Public, is_signed_by

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

CHUNK: Final = 64 * 1024
TAG: Final = 16
SIGNATURE: Final = 64
DOMAIN: Final = b"chasqui packet 1\0"
SenderKey = Callable[[Header], bytes]  # the Ed25519 key of whoever sent it; raises UntrustedPacketError


def seal_part(out: BinaryIO, header: Header, stream: Iterable[bytes], sender: DeviceKey, recipient: Public) -> None:
    """Write one part. `header` without its ephemeral key; `stream`: the zstd stream. `out` can seek."""
    from dataclasses import replace

    from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey

    once = X25519PrivateKey.generate()
    raw = write_header(replace(header, ephemeral=once.public_key().public_bytes_raw()))
    shared = once.exchange(X25519PublicKey.from_public_bytes(recipient.box))
    cipher = _cipher(shared, once.public_key().public_bytes_raw(), recipient.box, raw)
    start = begin_part(out, raw)
    _write_chunks(out, cipher, _signed(stream, raw, sender))
    end_part(out, start)


def _signed(stream: Iterable[bytes], raw: bytes, sender: DeviceKey) -> Iterator[bytes]:
    digest = hashlib.sha256()
    for piece in stream:
        digest.update(piece)
        yield piece
    yield sender.signing.sign(_to_be_signed(raw, digest.digest()))


def _write_chunks(out: BinaryIO, cipher: "ChaCha20Poly1305", pieces: Iterable[bytes]) -> None:
    waiting, number = bytearray(), 0
    for piece in pieces:
        waiting += piece
        while len(waiting) > CHUNK:  # the last one is never empty
            out.write(cipher.encrypt(_nonce(number, last=False), bytes(waiting[:CHUNK]), None))
            del waiting[:CHUNK]
            number += 1
    out.write(cipher.encrypt(_nonce(number, last=True), bytes(waiting), None))


class OpenPart:
    """A part while it is read. `digest` is there once `pieces` came to its end: then all of it is proven."""

    def __init__(self, file: BinaryIO, part: Part, key: DeviceKey, sender: SenderKey) -> None:
        self._file, self._part, self._key = file, part, key
        self._sender = sender
        self.digest = b""

    def pieces(self) -> Iterator[bytes]:
        """The zstd stream. Each piece is authentic as it comes; who signed the whole is known at the end only.

        DamagedPacketError; UntrustedPacketError when the signature is not the sender's.
        """
        header = self._part.header
        sender = self._sender(header)
        digest, tail = hashlib.sha256(), b""
        for chunk in self._chunks(_opening_cipher(self._key, header, self._part.raw)):
            tail += chunk
            piece, tail = tail[:-SIGNATURE], tail[-SIGNATURE:]
            digest.update(piece)
            yield piece
        if len(tail) != SIGNATURE or not is_signed_by(sender, _to_be_signed(self._part.raw, digest.digest()), tail):
            raise UntrustedPacketError("signature")
        self.digest = digest.digest()

    def _chunks(self, cipher: "ChaCha20Poly1305") -> Iterator[bytes]:
        from cryptography.exceptions import InvalidTag

        left, number, at = self._part.length, 0, self._part.start
        while left > 0:
            self._file.seek(at)
            sealed = self._file.read(min(left, CHUNK + TAG))
            if not sealed:
                raise DamagedPacketError("cut short")
            left, at = left - len(sealed), at + len(sealed)
            try:
                yield cipher.decrypt(_nonce(number, last=left == 0), sealed, None)
            except InvalidTag as error:
                raise DamagedPacketError(f"chunk {number}") from error
            number += 1
        if number == 0:
            raise DamagedPacketError("nothing sealed")


def _opening_cipher(key: DeviceKey, header: Header, raw: bytes) -> "ChaCha20Poly1305":
    from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PublicKey

    try:
        shared = key.opening.exchange(X25519PublicKey.from_public_bytes(header.ephemeral))
    except ValueError as error:  # a point of small order
        raise DamagedPacketError("ephemeral key") from error
    return _cipher(shared, header.ephemeral, key.public.box, raw)


def _cipher(shared: bytes, ephemeral: bytes, recipient: bytes, raw: bytes) -> "ChaCha20Poly1305":
    from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
    from cryptography.hazmat.primitives.hashes import SHA256
    from cryptography.hazmat.primitives.kdf.hkdf import HKDF

    info = DOMAIN + hashlib.sha256(raw).digest()
    return ChaCha20Poly1305(HKDF(SHA256(), 32, salt=ephemeral + recipient, info=info).derive(shared))


def _nonce(number: int, *, last: bool) -> bytes:
    return number.to_bytes(11, "big") + bytes([last])


def _to_be_signed(raw: bytes, digest: bytes) -> bytes:
    return DOMAIN + hashlib.sha256(raw).digest() + digest
