"""The two signatures of a seal, strictly: Ed25519 (RFC 8032) and ECDSA P-256 with SHA-256 in its COSE form r || s.

One message has one acceptable signature form: a non-canonical S, a high s (the other half of the same signature) and
keys of small order are refused here, whatever the library underneath would let pass.
"""

from enum import IntEnum
from typing import Final, TypeAlias

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, ed25519
from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature, encode_dss_signature
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

PrivateKey: TypeAlias = ed25519.Ed25519PrivateKey | ec.EllipticCurvePrivateKey
PublicKey: TypeAlias = ed25519.Ed25519PublicKey | ec.EllipticCurvePublicKey

SIZE: Final = 64  # bytes, of either signature

_FIELD: Final = 2**255 - 19
_ED_ORDER: Final = 2**252 + 27742317777372353535851937790883648493
_P256_ORDER: Final = 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551
# The y of the points of order 1, 2, 4 and 8 (two of them), whatever the sign of x.
_ORDER_8: Final = 0x05FC536D880238B13933C6D305ACDFD5F098EFF289F4C345B027B2C28F95E826
_SMALL_ORDER: Final = frozenset({1, _FIELD - 1, 0, _ORDER_8, _FIELD - _ORDER_8})


class Algorithm(IntEnum):
    """The fully specified numbers of the IANA COSE registry (RFC 9864). -7 and -8 are deprecated and not read."""

    ED25519 = -19
    ESP256 = -9


def sign(private: PrivateKey, message: bytes) -> bytes:
    """64 bytes, the same for the same key and message (RFC 6979 and low s for P-256)."""
    if isinstance(private, ed25519.Ed25519PrivateKey):
        return private.sign(message)
    r, s = decode_dss_signature(private.sign(message, ec.ECDSA(hashes.SHA256(), deterministic_signing=True)))
    return r.to_bytes(32, "big") + min(s, _P256_ORDER - s).to_bytes(32, "big")


def is_signed(public: PublicKey, message: bytes, signature: bytes) -> bool:
    """Whether this key made this signature of this message, in the one form that is accepted."""
    if len(signature) != SIZE:
        return False
    try:
        if isinstance(public, ed25519.Ed25519PublicKey):
            return _is_ed25519(public, message, signature)
        return _is_p256(public, message, signature)
    except InvalidSignature:
        return False


def _is_ed25519(public: ed25519.Ed25519PublicKey, message: bytes, signature: bytes) -> bool:
    if int.from_bytes(signature[32:], "little") >= _ED_ORDER or _is_weak(signature[:32]):
        return False
    public.verify(signature, message)
    return True


def _is_p256(public: ec.EllipticCurvePublicKey, message: bytes, signature: bytes) -> bool:
    r, s = int.from_bytes(signature[:32], "big"), int.from_bytes(signature[32:], "big")
    if not (0 < r < _P256_ORDER and 0 < s <= _P256_ORDER // 2):
        return False
    public.verify(encode_dss_signature(r, s), message, ec.ECDSA(hashes.SHA256()))
    return True


def algorithm_of(key: PrivateKey | PublicKey) -> Algorithm:
    """The only algorithm that a key is used with. Raises ValueError for a curve that is not P-256."""
    if isinstance(key, ed25519.Ed25519PrivateKey | ed25519.Ed25519PublicKey):
        return Algorithm.ED25519
    if not isinstance(key.curve, ec.SECP256R1):
        raise ValueError(f"curve {key.curve.name}")  # noqa: TRY004  # the type is right, the curve is not
    return Algorithm.ESP256


def write_public(public: PublicKey) -> bytes:
    """As trust lists hold it: 32 bytes of Ed25519, or the compressed point (33 bytes) of P-256."""
    if isinstance(public, ed25519.Ed25519PublicKey):
        return public.public_bytes_raw()
    return public.public_bytes(Encoding.X962, PublicFormat.CompressedPoint)


def read_public(algorithm: Algorithm, data: bytes) -> PublicKey:
    """The key. Raises ValueError: wrong length, not on the curve, not canonical, of small order."""
    if algorithm is Algorithm.ESP256:
        if len(data) != 33:
            raise ValueError(f"{len(data)} bytes of P-256")
        return ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), data)
    if len(data) != 32 or _is_weak(data):
        raise ValueError("not an Ed25519 key of full order in its canonical form")
    return ed25519.Ed25519PublicKey.from_public_bytes(data)


def _is_weak(point: bytes) -> bool:
    """Whether an encoded point of Ed25519 is of small order or not the canonical form of its y."""
    y = int.from_bytes(point, "little") & ((1 << 255) - 1)
    return y >= _FIELD or y in _SMALL_ORDER
