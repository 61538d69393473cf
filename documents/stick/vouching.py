"""Who vouches for whom: a root for the central API's keys, the central API for an office's device.

The key list is a COSE_Sign1 by a root that the program has pinned, like the trust list and unlike it inside, so that
neither can stand in for the other. An office's certificate is a short CBOR under the central API's signature.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final

from documents.seal import cbor, cose, signatures
from documents.seal.errors import MalformedSealError
from documents.seal.keys import SigningKey
from documents.seal.trust_file import Root
from documents.stick.errors import DamagedPacketError, UntrustedPacketError
from documents.stick.keys import PUBLIC, DeviceKey, Public, is_signed_by, read_public

LIST: Final = "chasqui-stick-keys"
CERTIFICATE: Final = "chasqui-office-device"
LONGEST_LIST: Final = 8 * 1024
LONGEST_CERTIFICATE: Final = 1024
_LIMITS: Final = cbor.Limits(LONGEST_LIST, depth=4, items=32)
_SIGNATURE: Final = 64


@dataclass(frozen=True, slots=True)
class CentralKeys:
    """The keys that the central API signs and opens packets with. The first one is what others seal to."""

    version: int
    issued: datetime
    keys: tuple[Public, ...]
    test: bool = False

    @property
    def current(self) -> Public:
        """The one in use."""
        return self.keys[0]

    def named(self, kid: str) -> Public | None:
        """The key of this short name."""
        return next((key for key in self.keys if key.kid == kid), None)


def write_central_keys(keys: CentralKeys, root: SigningKey) -> bytes:
    """The signed file."""
    payload = cbor.encode(
        {1: LIST, 2: keys.version, 3: int(keys.issued.timestamp()), 4: [each.bytes for each in keys.keys]}
    )
    return cose.seal(payload, root.private, root.kid)


def read_central_keys(data: bytes, roots: Iterable[Root]) -> CentralKeys:
    """Raises UntrustedPacketError: not signed by any of these roots, or not such a list."""
    try:
        signed = cose.unseal(data, LONGEST_LIST)
        root = next((root for root in roots if root.kid == signed.kid and _signed_by(root, signed)), None)
        if root is None:
            raise UntrustedPacketError("root")
        return _keys(cbor.decode(signed.payload, _LIMITS), test=root.test)
    except (MalformedSealError, DamagedPacketError, ValueError, OverflowError, OSError) as error:
        raise UntrustedPacketError("key list") from error


def _signed_by(root: Root, signed: cose.Signed) -> bool:
    return signatures.algorithm_of(root.public) is signed.algorithm and signatures.is_signed(
        root.public, signed.to_be_signed, signed.signature
    )


def _keys(content: cbor.Value, *, test: bool) -> CentralKeys:
    match content:
        case {1: str(name), 2: int(version), 3: int(issued), 4: [_, *_] as raws, **rest} if name == LIST and not rest:
            keys = tuple(read_public(raw) for raw in raws if isinstance(raw, bytes) and len(raw) == PUBLIC)
            if not keys or version < 1:
                raise ValueError("keys")
            return CentralKeys(version, datetime.fromtimestamp(issued, UTC), keys, test)
        case _:
            raise ValueError("members")


@dataclass(frozen=True, slots=True)
class OfficeCertificate:
    """That a device belongs to somebody of an office."""

    public: Public
    codigo: str  # of the UGEL
    nombre: str
    until: datetime


def write_certificate(certificate: OfficeCertificate, central: DeviceKey) -> bytes:
    """Signed by the central API."""
    content: list[cbor.Value] = [CERTIFICATE, certificate.public.bytes, certificate.codigo, certificate.nombre,
               int(certificate.until.timestamp())]  # fmt: skip
    payload = cbor.encode(content)
    return payload + central.signing.sign(payload)


def read_certificate(data: bytes, keys: CentralKeys, at: datetime) -> OfficeCertificate:
    """Raises UntrustedPacketError: of nobody in `keys`, or over at `at`."""
    payload, signature = data[:-_SIGNATURE], data[-_SIGNATURE:]
    if not any(is_signed_by(key.sign, payload, signature) for key in keys.keys):
        raise UntrustedPacketError("certificate")
    try:
        match cbor.decode(payload, cbor.Limits(LONGEST_CERTIFICATE, depth=1, items=5)):
            case [str(kind), bytes(public), str(codigo), str(nombre), int(until)] if kind == CERTIFICATE:
                found = OfficeCertificate(read_public(public), codigo, nombre, datetime.fromtimestamp(until, UTC))
            case _:
                raise UntrustedPacketError("certificate")
    except (MalformedSealError, DamagedPacketError, ValueError, OverflowError, OSError) as error:
        raise UntrustedPacketError("certificate") from error
    if found.until < at:
        raise UntrustedPacketError("certificate over")
    return found
