"""Whose keys seal documents, and what has become of them: records and judgements, pure.

Knows no bytes: a list is read and written by `documents.seal.trust_file`; what is pinned and shipped is
`documents.seal.trust_roots`. Records hold bytes and dates only, so that they compare, hash and go to another process.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import IntEnum, StrEnum

from documents.seal.errors import TrustListError, TrustListTrouble
from documents.seal.keys import kid_of
from documents.seal.signatures import Algorithm, PublicKey, algorithm_of, write_public


class KeyStatus(IntEnum):
    """What has become of a key. It never goes back to an earlier one."""

    ACTIVE = 1
    RETIRED = 2  # replaced in good order: what it sealed before stays good for ever
    REVOKED = 3  # withdrawn by the office
    COMPROMISED = 4  # somebody else may have it: not even its dates can be believed


class Standing(StrEnum):
    """How far a seal made by a key at its stated time can be believed."""

    GOOD = "good"
    OUTSIDE_VALIDITY = "outside-validity"  # before the key was good, or after its time
    AFTER_RETIREMENT = "after-retirement"
    REVOKED = "revoked"
    COMPROMISED = "compromised"
    WRONG_TYPE = "wrong-type"  # a key that does not seal this type of document


@dataclass(frozen=True, slots=True)
class KeyEntry:
    """A public key in a trust list."""

    kid: bytes  # 8, the beginning of a digest of the key
    algorithm: Algorithm
    public: bytes  # as `documents.seal.signatures.write_public` writes it
    not_before: datetime
    not_after: datetime | None  # None: until further notice
    types: frozenset[int]  # of DocumentType; numbers that this program does not know are kept
    status: KeyStatus = KeyStatus.ACTIVE
    since: datetime | None = None  # when it ceased to be active
    reason: str = ""  # in Spanish, for people; blank when nothing was said


@dataclass(frozen=True, slots=True)
class IssuerEntry:
    """An office that seals documents, with all the keys it ever had."""

    code: str  # "PE/UGEL/210001"
    name: str  # "UGEL PUNO"
    region: str  # "DRE PUNO"
    keys: tuple[KeyEntry, ...]


@dataclass(frozen=True, slots=True)
class AnnulledDocument:
    """A document that its office took back."""

    document_id: bytes
    since: datetime


@dataclass(frozen=True, slots=True)
class TrustList:
    """All issuers at one version. `test` follows from the root that signed it, not from anything it says."""

    version: int
    issued: datetime
    next_update: datetime  # after it the list is old: a remark beside a verdict, never a verdict
    issuers: tuple[IssuerEntry, ...]  # sorted by code
    revoked_documents: tuple[AnnulledDocument, ...]  # sorted by id
    test: bool


def key_entry(
    public: PublicKey,
    *,
    not_before: datetime,
    not_after: datetime | None,
    types: Iterable[int],
    status: KeyStatus = KeyStatus.ACTIVE,
    since: datetime | None = None,
    reason: str = "",
) -> KeyEntry:
    """The entry of a public key."""
    return KeyEntry(
        kid_of(public), algorithm_of(public), write_public(public), not_before, not_after,
        frozenset(int(each) for each in types), status, since, reason,
    )  # fmt: skip


def candidates(trust: TrustList, kid: bytes) -> tuple[tuple[IssuerEntry, KeyEntry], ...]:
    """Every key with this kid: 8 bytes can meet by chance, so all of them are tried."""
    return tuple((issuer, key) for issuer in trust.issuers for key in issuer.keys if key.kid == kid)


def issuer_of(trust: TrustList, code: str) -> IssuerEntry | None:
    """The issuer of a code."""
    return next((issuer for issuer in trust.issuers if issuer.code == code), None)


def annulled_since(trust: TrustList, document_id: bytes) -> datetime | None:
    """When a document was annulled; None when it was not."""
    return next((each.since for each in trust.revoked_documents if each.document_id == document_id), None)


def standing(key: KeyEntry, document_type: int, issued: datetime) -> Standing:
    """Whether a seal stated to be made at `issued` rests on a key in order. Uses no clock but the seal's own."""
    if key.status is KeyStatus.COMPROMISED:
        return Standing.COMPROMISED
    if key.status is KeyStatus.REVOKED:
        return Standing.REVOKED
    if document_type not in key.types:
        return Standing.WRONG_TYPE
    if issued < key.not_before or (key.not_after is not None and issued > key.not_after):
        return Standing.OUTSIDE_VALIDITY
    if key.since is not None and issued > key.since:
        return Standing.AFTER_RETIREMENT
    return Standing.GOOD


def newer(current: TrustList, offered: TrustList) -> TrustList:
    """The one to use from now on. Raises TrustListError: rollback, or a test list instead of a real one.

    The same list again is no trouble; another list of the same version is.
    """
    if current.test is not offered.test:
        raise TrustListError(TrustListTrouble.OTHER_WORLD)
    if offered.version < current.version or (offered.version == current.version and offered != current):
        raise TrustListError(TrustListTrouble.ROLLBACK, f"{offered.version} offered, {current.version} in use")
    return offered
