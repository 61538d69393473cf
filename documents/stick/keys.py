"""The keys of a device: one pair that signs (Ed25519) and one that is sealed to (X25519), both from one secret seed.

What a person sees of them: a short number to compare aloud, and a text that a scanner or a keyboard can carry.
"""

import base64
import binascii
import hashlib
import secrets
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Final

from documents.stick.errors import DamagedPacketError

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
    from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

SEED: Final = 32  # bytes
PUBLIC: Final = 64
KID: Final = 16
TEXT: Final = "CHASQUI1:"
_CHECK: Final = 4  # bytes of a checksum, against a slip of the finger and not against anybody


@dataclass(frozen=True, slots=True)
class Public:
    """The public halves."""

    sign: bytes  # 32
    box: bytes  # 32

    @property
    def bytes(self) -> bytes:
        """Both in a row."""
        return self.sign + self.box

    @property
    def kid(self) -> str:
        """The short name: 32 hex digits, which say nothing of whose it is."""
        return hashlib.sha256(b"chasqui device\0" + self.bytes).digest()[:KID].hex()

    @property
    def number(self) -> str:
        """Twenty digits to compare aloud, in fours: 66 bits, the same on both screens."""
        whole = int.from_bytes(hashlib.sha256(b"chasqui number\0" + self.bytes).digest(), "big") % 10**20
        digits = f"{whole:020d}"
        return " ".join(digits[at : at + 4] for at in range(0, 20, 4))

    @property
    def text(self) -> str:
        """For a QR, a scanner or a patient typist: CHASQUI1: and 109 letters and digits without 0, 1, 8, 9."""
        return TEXT + base64.b32encode(self.bytes + _checksum(self.bytes)).decode().rstrip("=")


@dataclass(frozen=True)
class DeviceKey:
    """The secret of a device. Lives in a vault, or in the memory of whoever makes packets."""

    seed: bytes

    @classmethod
    def new(cls) -> "DeviceKey":
        """From the system's randomness."""
        return cls(secrets.token_bytes(SEED))

    @cached_property
    def signing(self) -> "Ed25519PrivateKey":
        """What it signs with."""
        from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

        return Ed25519PrivateKey.from_private_bytes(self._derived(b"sign"))

    @cached_property
    def opening(self) -> "X25519PrivateKey":
        """What it opens with."""
        from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

        return X25519PrivateKey.from_private_bytes(self._derived(b"box"))

    @cached_property
    def public(self) -> Public:
        """The public halves."""
        return Public(
            self.signing.public_key().public_bytes_raw(), self.opening.public_key().public_bytes_raw()
        )  # fmt: skip

    def _derived(self, purpose: bytes) -> bytes:
        return hashlib.sha256(b"chasqui device key 1\0" + purpose + b"\0" + self.seed).digest()


def read_public(raw: bytes) -> Public:
    """Both halves from 64 bytes. DamagedPacketError unless there are so many."""
    if len(raw) != PUBLIC:
        raise DamagedPacketError("a public key of another length")
    return Public(raw[:32], raw[32:])


def read_text(typed: str) -> Public | None:
    """What `Public.text` wrote, however it was spaced; None for anything else."""
    tidy = "".join(typed.split()).replace("-", "").upper()
    body = tidy.removeprefix(TEXT.replace("-", ""))
    try:
        raw = base64.b32decode(body + "=" * (-len(body) % 8))
    except (binascii.Error, ValueError):
        return None
    public, check = raw[:PUBLIC], raw[PUBLIC:]
    return Public(public[:32], public[32:]) if len(raw) == PUBLIC + _CHECK and check == _checksum(public) else None


def is_signed_by(public: bytes, content: bytes, signature: bytes) -> bool:
    """Whether this Ed25519 key signed these bytes."""
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    try:
        Ed25519PublicKey.from_public_bytes(public).verify(signature, content)
    except (InvalidSignature, ValueError):
        return False
    return True


def _checksum(public: bytes) -> bytes:
    return hashlib.sha256(b"chasqui text\0" + public).digest()[:_CHECK]
