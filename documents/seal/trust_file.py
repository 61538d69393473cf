"""A trust list as one file: a COSE_Sign1 by an offline root around deterministic CBOR. The format is docs/seal.md."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import pairwise
from typing import Final

from documents.seal import cbor, cose, signatures
from documents.seal.claims_rules import clean, is_issuer, one_form
from documents.seal.errors import MalformedSealError, TrustListError, TrustListTrouble
from documents.seal.keys import SigningKey, kid_of
from documents.seal.signatures import Algorithm, PublicKey
from documents.seal.trust_list import AnnulledDocument, IssuerEntry, KeyEntry, KeyStatus, TrustList

MAX_BYTES: Final = 512 * 1024
SCHEMA: Final = 1

_LIMITS: Final = cbor.Limits(MAX_BYTES, depth=6, items=8192)
_LONGEST_NAME: Final = 120
_LONGEST_REASON: Final = 200
_KEY_MEMBERS: Final = frozenset({1, 2, 3, 4, 6, 8})
_KEY_OPTIONS: Final = frozenset({5, 7, 9})


@dataclass(frozen=True, slots=True)
class Root:
    """A public key that may sign trust lists. What a `test` root signs is a test list, whatever it says."""

    public: PublicKey
    test: bool

    @property
    def kid(self) -> bytes:
        """Its short name."""
        return kid_of(self.public)


def read_trust_list(data: bytes, roots: Iterable[Root]) -> TrustList:
    """The list of a file. Raises TrustListError: malformed, unknown-root, bad-signature. Its age is not looked at."""
    try:
        signed = cose.unseal(data, MAX_BYTES)
        root = _signing_root(signed, roots)
        return _list(cbor.decode(signed.payload, _LIMITS), test=root.test)
    except (MalformedSealError, ValueError, OverflowError, OSError) as error:
        raise TrustListError(TrustListTrouble.MALFORMED, str(error)) from error


def write_trust_list(trust: TrustList, root: SigningKey) -> bytes:
    """The signed file. Raises TrustListError("malformed") for a list that `read_trust_list` would refuse."""
    payload: dict[int | str, cbor.Value] = {
        1: SCHEMA,
        2: trust.version,
        3: _seconds(trust.issued),
        4: _seconds(trust.next_update),
        5: [_write_issuer(issuer) for issuer in trust.issuers],
        6: [[each.document_id, _seconds(each.since)] for each in trust.revoked_documents],
    }
    data = cose.seal(cbor.encode(payload), root.private, root.kid)
    read_trust_list(data, [Root(root.public, test=trust.test)])
    return data


def _signing_root(signed: cose.Signed, roots: Iterable[Root]) -> Root:
    found = [root for root in roots if root.kid == signed.kid]
    if not found:
        raise TrustListError(TrustListTrouble.UNKNOWN_ROOT, signed.kid.hex())
    for root in found:
        agreed = signatures.algorithm_of(root.public) is signed.algorithm
        if agreed and signatures.is_signed(root.public, signed.to_be_signed, signed.signature):
            return root
    raise TrustListError(TrustListTrouble.BAD_SIGNATURE, signed.kid.hex())


def _list(value: cbor.Value, *, test: bool) -> TrustList:
    content = _members(value, frozenset(range(1, 7)))
    if one_form(content[1], int) != SCHEMA:
        raise MalformedSealError("schema", f"{content[1]!r}")
    issuers = tuple(_read_issuer(each) for each in one_form(content[5], list))
    annulled = tuple(_read_annulled(each) for each in one_form(content[6], list))
    _require_sorted([issuer.code for issuer in issuers])
    _require_sorted([each.document_id for each in annulled])
    trust = TrustList(one_form(content[2], int), _time(content[3]), _time(content[4]), issuers, annulled, test)
    if not (0 < trust.version < 2**53 and trust.issued < trust.next_update):
        raise MalformedSealError("version-or-dates")
    return trust


def _write_issuer(issuer: IssuerEntry) -> cbor.Value:
    return {1: issuer.code, 2: issuer.name, 3: issuer.region, 4: [_write_key(key) for key in issuer.keys]}


def _read_issuer(value: cbor.Value) -> IssuerEntry:
    content = _members(value, frozenset(range(1, 5)))
    code, name, region = (one_form(content[member], str) for member in (1, 2, 3))
    if not (is_issuer(code) and _is_text(name, _LONGEST_NAME) and _is_text(region, _LONGEST_NAME)):
        raise MalformedSealError("issuer", code)
    keys = tuple(key for each in one_form(content[4], list) if (key := _read_key(each)))
    return IssuerEntry(code, name, region, keys)


def _write_key(key: KeyEntry) -> cbor.Value:
    members: dict[int | str, cbor.Value] = {
        1: key.kid,
        2: int(key.algorithm),
        3: key.public,
        4: _seconds(key.not_before),
        6: int(key.status),
        8: list(sorted(key.types)),  # noqa: C413  # mypy: a list of exactly this type
    }
    if key.not_after is not None:
        members[5] = _seconds(key.not_after)
    if key.since is not None:
        members[7] = _seconds(key.since)
    if key.reason:
        members[9] = key.reason
    return members


def _read_key(value: cbor.Value) -> KeyEntry | None:
    """None for an algorithm that this program does not know: its seals are then by an unknown issuer, no more."""
    content = _members(value, _KEY_MEMBERS, _KEY_OPTIONS)
    number = one_form(content[2], int)
    if number not in set(Algorithm):
        return None
    algorithm, public = Algorithm(number), one_form(content[3], bytes)
    if kid_of(signatures.read_public(algorithm, public)) != content[1]:
        raise MalformedSealError("kid")
    types = [one_form(each, int) for each in one_form(content[8], list)]
    _require_sorted(types)
    not_after, since = (_time(content[member]) if member in content else None for member in (5, 7))
    reason = one_form(content.get(9, ""), str)
    key = KeyEntry(
        one_form(content[1], bytes), algorithm, public, _time(content[4]), not_after, frozenset(types),
        KeyStatus(one_form(content[6], int)), since, reason,
    )  # fmt: skip
    _require_sense(key)
    return key


def _require_sense(key: KeyEntry) -> None:
    dated = (key.status is KeyStatus.ACTIVE) is (key.since is None)
    in_order = key.not_after is None or key.not_before < key.not_after
    if not (dated and in_order and (not key.reason or _is_text(key.reason, _LONGEST_REASON))):
        raise MalformedSealError("key", key.kid.hex())


def _read_annulled(value: cbor.Value) -> AnnulledDocument:
    match value:
        case [bytes(document_id), since] if len(document_id) == 8:
            return AnnulledDocument(document_id, _time(since))
        case _:
            raise MalformedSealError("revoked-document")


def _members(
    value: cbor.Value, needed: frozenset[int], allowed: frozenset[int] = frozenset()
) -> dict[int | str, cbor.Value]:
    if not isinstance(value, dict) or not needed <= set(value) <= needed | allowed:
        raise MalformedSealError("members", "missing or unknown")
    return value


def _require_sorted(values: Sequence[str] | Sequence[bytes] | Sequence[int]) -> None:
    """One form of each list, and nothing twice."""
    if not all(before < after for before, after in pairwise(values)):  # type: ignore[operator]  # of one kind each
        raise MalformedSealError("order")


def _is_text(text: str, longest: int) -> bool:
    return 0 < len(text) <= longest and clean(text) == text and text.isprintable()


def _time(value: cbor.Value) -> datetime:
    return datetime.fromtimestamp(one_form(value, int), UTC)


def _seconds(moment: datetime) -> int:
    return int(moment.timestamp())
