"""Keys that sign: of an issuer and of a root, their short names (kid), and their files.

A private key's file is PKCS#8 in PEM under a password. Where the files lie and who holds them is docs/seal.md.
"""

from dataclasses import dataclass
from hashlib import sha256
from typing import Final

from cryptography.hazmat.primitives.asymmetric import ec, ed25519
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    PrivateFormat,
    PublicFormat,
    load_pem_private_key,
    load_pem_public_key,
)

from documents.seal import signatures
from documents.seal.cose import KID_SIZE
from documents.seal.signatures import Algorithm, PrivateKey, PublicKey

SHORTEST_PASSWORD: Final = 16  # characters; PKCS#8 stretches a password only a little, so it must be long


class KeyFileError(Exception):
    """A file is not the key it should be, or the password is wrong."""


@dataclass(frozen=True, slots=True)
class SigningKey:
    """A private key and how it signs. Roots are no more than this."""

    private: PrivateKey

    @property
    def algorithm(self) -> Algorithm:
        """The only one this key is used with."""
        return signatures.algorithm_of(self.private)

    @property
    def public(self) -> PublicKey:
        """Its public half."""
        return self.private.public_key()

    @property
    def kid(self) -> bytes:
        """Its short name."""
        return kid_of(self.public)


@dataclass(frozen=True, slots=True)
class IssuerKey(SigningKey):
    """The key of one issuer. `test` keys print PRUEBA on what they seal."""

    code: str  # "PE/UGEL/210001"
    test: bool = False


def kid_of(public: PublicKey) -> bytes:
    """The first 8 bytes of SHA-256 of the SubjectPublicKeyInfo (DER)."""
    info = public.public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)
    return sha256(info).digest()[:KID_SIZE]


def new_private(algorithm: Algorithm) -> PrivateKey:
    """A fresh key from the system's randomness."""
    if algorithm is Algorithm.ED25519:
        return ed25519.Ed25519PrivateKey.generate()
    return ec.generate_private_key(ec.SECP256R1())


def write_private(private: PrivateKey, password: str) -> bytes:
    """Encrypted PEM. Raises ValueError for a password shorter than SHORTEST_PASSWORD."""
    if len(password) < SHORTEST_PASSWORD:
        raise ValueError(f"a key's password has at least {SHORTEST_PASSWORD} characters")
    return private.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, BestAvailableEncryption(password.encode()))


def read_private(pem: bytes, password: str) -> PrivateKey:
    """The key of an encrypted PEM. Raises KeyFileError: wrong password, another kind of key, not encrypted."""
    try:
        key = load_pem_private_key(pem, password.encode())
    except (ValueError, TypeError) as error:
        raise KeyFileError(str(error)) from error
    if not isinstance(key, ed25519.Ed25519PrivateKey | ec.EllipticCurvePrivateKey):
        raise KeyFileError(f"{type(key).__name__} does not sign seals")
    _require_known_curve(key)
    return key


def write_public(public: PublicKey) -> bytes:
    """SubjectPublicKeyInfo in PEM."""
    return public.public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)


def read_public(pem: bytes) -> PublicKey:
    """The key of a PEM, as strict as a trust list's. Raises KeyFileError."""
    try:
        key = load_pem_public_key(pem)
    except ValueError as error:
        raise KeyFileError(str(error)) from error
    if not isinstance(key, ed25519.Ed25519PublicKey | ec.EllipticCurvePublicKey):
        raise KeyFileError(f"{type(key).__name__} does not sign seals")
    _require_known_curve(key)
    return key


def _require_known_curve(key: PrivateKey | PublicKey) -> None:
    """Also refuses weak points: what comes back has been through the strict reading."""
    try:
        algorithm = signatures.algorithm_of(key)
        public = key if isinstance(key, PublicKey) else key.public_key()
        signatures.read_public(algorithm, signatures.write_public(public))
    except ValueError as error:
        raise KeyFileError(str(error)) from error
