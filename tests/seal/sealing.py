"""Keys, claims and trust lists for tests of the seal. Everything is invented; keys follow from numbers."""

from datetime import UTC, datetime, timedelta
from hashlib import sha256

from cryptography.hazmat.primitives.asymmetric import ec, ed25519

from documents.payslip import Payslip
from documents.seal.claims import Claims, claims_of
from documents.seal.keys import IssuerKey, SigningKey
from documents.seal.signatures import Algorithm, PrivateKey
from documents.seal.trust import IssuerEntry, KeyEntry, Root, TrustList, key_entry
from tests.documents.people import TEACHER

ISSUER = "PE/UGEL/210011"
NOON = datetime(2026, 11, 12, 17, 0, tzinfo=UTC)
DOCUMENT_ID = bytes.fromhex("0123456789abcdef")
PAYSLIP_TYPES = (1, 2, 3)


def private(number: int, algorithm: Algorithm = Algorithm.ED25519) -> PrivateKey:
    seed = sha256(f"seal tests {number}".encode()).digest()
    if algorithm is Algorithm.ED25519:
        return ed25519.Ed25519PrivateKey.from_private_bytes(seed)
    return ec.derive_private_key(int.from_bytes(seed[:31], "big"), ec.SECP256R1())


def issuer_key(number: int = 1, algorithm: Algorithm = Algorithm.ED25519, code: str = ISSUER) -> IssuerKey:
    return IssuerKey(private(number, algorithm), code)


ROOT = SigningKey(private(1000))
ROOTS = (Root(ROOT.public, test=False),)


def entry(key: SigningKey, **more: object) -> KeyEntry:
    validity: dict[str, object] = {"not_before": NOON - timedelta(days=400), "not_after": None, "types": PAYSLIP_TYPES}
    return key_entry(key.public, **(validity | more))  # type: ignore[arg-type]  # tests give what it takes


def trusting(*keys: IssuerKey, version: int = 1) -> TrustList:
    codes = sorted({key.code for key in keys})
    issuers = tuple(
        IssuerEntry(code, "UGEL SAN ROMÁN", "DRE PUNO", tuple(entry(key) for key in keys if key.code == code))
        for code in codes
    )
    return TrustList(version, NOON, NOON + timedelta(days=90), issuers, (), test=False)


def claims(payslip: Payslip = TEACHER, *, code: str = ISSUER) -> Claims:
    return claims_of(
        payslip,
        issuer=code,
        issued=NOON,
        document_id=DOCUMENT_ID,
        text_digest=b"0123456789abcdef",
        place_digest=b"fedcba9876543210",
        pages=1,
    )
