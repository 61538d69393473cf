"""The keys of the demonstration. They prove nothing: every private key follows from a sentence that stands here.

So there is no file to leak and nothing to mistake for a secret. What they seal says PRUEBA on paper, and the root that
vouches for them is a test root (`documents.seal.trust_roots`), so every verdict that rests on them says PRUEBA too.
"""

from datetime import UTC, datetime, timedelta
from functools import cache
from hashlib import sha256
from typing import Final

from cryptography.hazmat.primitives.asymmetric import ec, ed25519

from central.samples.places import places
from documents.payslip import Payslip
from documents.seal.document_types import DocumentType
from documents.seal.issued_check import broken_promise
from documents.seal.issuing import issue_payslip
from documents.seal.keys import IssuerKey, SigningKey
from documents.seal.signatures import Algorithm, PrivateKey
from documents.seal.trust import AnnulledDocument, IssuerEntry, KeyEntry, KeyStatus, TrustList, key_entry
from documents.stick.keys import DeviceKey
from documents.stick.vouching import CentralKeys

# An invented office whose keys have met every fate, so that each can be shown.
FATES_CODE: Final = "PE/UGEL/999999"
ACTIVE, RETIRED, REVOKED, COMPROMISED, ACTIVE_P256 = range(1, 6)  # the numbers of its keys
ANNULLED: Final = sha256(b"PRUEBA: documento anulado").digest()[:8]

SENTENCE: Final = "PRUEBA: clave de demostración de Chasqui, pública, no acredita nada"
_BEGAN: Final = datetime(2000, 1, 1, tzinfo=UTC)
_VERSION: Final = 2  # grows when what is in the list does: here with the papers besides payslips
_ISSUED: Final = datetime(2026, 1, 1, tzinfo=UTC)
_NEXT: Final = datetime(2036, 1, 1, tzinfo=UTC)  # the demonstration does not grow old
_RETIRED_ON: Final = datetime(2024, 1, 1, tzinfo=UTC)
_LOST_ON: Final = datetime(2025, 6, 1, tzinfo=UTC)
_P256_ORDER: Final = 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551
_LIMA_NOON: Final = timedelta(hours=17)


def demo_root(number: int) -> SigningKey:
    """One of the two demonstration roots (1 or 2)."""
    return SigningKey(_private(f"raíz {number}", Algorithm.ED25519))


@cache
def demo_key(code: str, number: int = 1) -> IssuerKey:
    """A demonstration key of an issuer ("PE/UGEL/210001"). Only those in `demo_list` are vouched for."""
    algorithm = Algorithm.ESP256 if number == ACTIVE_P256 else Algorithm.ED25519
    return IssuerKey(_private(f"{code} {number}", algorithm), code, test=True)


@cache
def demo_stick_key(number: int = 1) -> DeviceKey:
    """A key of the demonstration's central API for packets on sticks; the first one is in use."""
    return DeviceKey(sha256(f"{SENTENCE}: memorias {number}".encode()).digest())


def demo_stick_keys() -> CentralKeys:
    """The list of them that is shipped."""
    return CentralKeys(1, _ISSUED, (demo_stick_key(1).public, demo_stick_key(2).public), test=True)


def issuer_code(codigo_ugel: str) -> str:
    """The issuer of a UGEL's payslips."""
    return f"PE/UGEL/{codigo_ugel}"


def draw_sealed(payslip: Payslip) -> bytes:
    """The PDF of a sample payslip under its UGEL's demonstration key: the same bytes each time.

    There are hundreds of them, so each gets the quick check; real offices keep the whole one.
    """
    day = payslip.fecha_pago
    paid = datetime(day.year, day.month, day.day, tzinfo=UTC) if day else _first_day(payslip)
    document_id = sha256(f"{SENTENCE}: {payslip.id}".encode()).digest()[:8]
    key = demo_key(issuer_code(payslip.codigo_ugel))
    return issue_payslip(payslip, key, issued=paid + _LIMA_NOON, document_id=document_id, check=broken_promise)


def demo_list() -> TrustList:
    """Every UGEL of the catalogue with one key, and the office of all fates."""
    entries = [
        IssuerEntry(code, place.ugel, place.dre, (_entry(code, 1),))
        for place in places()
        for code in [issuer_code(place.codigo_ugel)]
    ]
    entries.append(IssuerEntry(FATES_CODE, "UGEL DE PRUEBA", "DRE DE PRUEBA", _fates()))
    issuers = tuple(sorted(entries, key=lambda entry: entry.code))
    return TrustList(_VERSION, _ISSUED, _NEXT, issuers, (AnnulledDocument(ANNULLED, _LOST_ON),), test=True)


def _fates() -> tuple[KeyEntry, ...]:
    return (
        _entry(FATES_CODE, ACTIVE),
        _entry(FATES_CODE, RETIRED, KeyStatus.RETIRED, _RETIRED_ON),
        _entry(FATES_CODE, REVOKED, KeyStatus.REVOKED, _LOST_ON, "Prueba de una clave revocada"),
        _entry(FATES_CODE, COMPROMISED, KeyStatus.COMPROMISED, _LOST_ON, "Prueba de una clave en manos ajenas"),
        _entry(FATES_CODE, ACTIVE_P256),
    )


def _entry(
    code: str,
    number: int,
    status: KeyStatus = KeyStatus.ACTIVE,
    since: datetime | None = None,
    reason: str = "",
) -> KeyEntry:
    public = demo_key(code, number).public
    return key_entry(
        public, not_before=_BEGAN, not_after=None, types=DocumentType, status=status, since=since, reason=reason
    )


def _private(name: str, algorithm: Algorithm) -> PrivateKey:
    seed = sha256(f"{SENTENCE}: {name}".encode()).digest()
    if algorithm is Algorithm.ED25519:
        return ed25519.Ed25519PrivateKey.from_private_bytes(seed)
    return ec.derive_private_key(int.from_bytes(seed, "big") % (_P256_ORDER - 1) + 1, ec.SECP256R1())


def _first_day(payslip: Payslip) -> datetime:
    return datetime(payslip.periodo.year, payslip.periodo.month, 1, tzinfo=UTC)
