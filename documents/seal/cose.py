"""COSE_Sign1 (RFC 9052) as seals and trust lists use it: tag 18, `alg` and `kid` protected, nothing unprotected.

This module knows the envelope and no content. Everything about the envelope is checked before a signature is.
"""

from dataclasses import dataclass
from typing import Final

from documents.seal import cbor, signatures
from documents.seal.errors import MalformedSealError
from documents.seal.signatures import Algorithm, PrivateKey

KID_SIZE: Final = 8
_TAG_18: Final = b"\xd2"
_ALG: Final = 1
_KID: Final = 4
_HEADER_LIMITS: Final = cbor.Limits(size=32, depth=1, items=2)
_NO_EXTERNAL_DATA: Final = b""


@dataclass(frozen=True, slots=True)
class Signed:
    """One envelope, parsed and not yet believed."""

    kid: bytes
    algorithm: Algorithm
    payload: bytes
    signature: bytes
    to_be_signed: bytes


def seal(payload: bytes, private: PrivateKey, kid: bytes) -> bytes:
    """The signed envelope around a payload."""
    algorithm = signatures.algorithm_of(private)
    protected = cbor.encode({_ALG: int(algorithm), _KID: kid})
    signature = signatures.sign(private, sig_structure(protected, payload))
    return _TAG_18 + cbor.encode([protected, {}, payload, signature])


def unseal(data: bytes, max_size: int) -> Signed:
    """The parts of an envelope. Raises MalformedSealError; no signature is checked."""
    if len(data) > max_size:
        raise MalformedSealError("size", f"{len(data)} bytes")
    if not data.startswith(_TAG_18):
        raise MalformedSealError("tag", "not a COSE_Sign1 with its tag")
    message = cbor.decode(data[1:], cbor.Limits(max_size, depth=2, items=4))
    match message:
        case [bytes(protected), {**unprotected}, bytes(payload), bytes(signature)]:
            pass
        case _:
            raise MalformedSealError("sign1", "not four parts of the right kinds")
    if unprotected:
        raise MalformedSealError("unprotected-header")
    if len(signature) != signatures.SIZE:
        raise MalformedSealError("signature-size", f"{len(signature)} bytes")
    algorithm, kid = _read_header(protected)
    return Signed(kid, algorithm, payload, signature, sig_structure(protected, payload))


def sig_structure(protected: bytes, payload: bytes) -> bytes:
    """What is signed: Sig_structure of RFC 9052, 4.4, without external data."""
    return cbor.encode(["Signature1", protected, _NO_EXTERNAL_DATA, payload])


def _read_header(protected: bytes) -> tuple[Algorithm, bytes]:
    header = cbor.decode(protected, _HEADER_LIMITS)
    if not isinstance(header, dict) or set(header) != {_ALG, _KID}:
        raise MalformedSealError("protected-header")
    algorithm, kid = header[_ALG], header[_KID]
    if not isinstance(kid, bytes) or len(kid) != KID_SIZE:
        raise MalformedSealError("kid")
    if type(algorithm) is not int or algorithm not in set(Algorithm):
        raise MalformedSealError("algorithm", f"{algorithm!r}")
    return Algorithm(algorithm), kid
