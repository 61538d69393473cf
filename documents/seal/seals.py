"""One seal's text into what it proves: claims, who sealed, in what standing, and the reasons that follow. Pure."""

from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from typing import Final

from documents.seal import codec
from documents.seal.errors import BadSignatureError, MalformedSealError, UnknownIssuerError
from documents.seal.outcomes import because
from documents.seal.paper_claims import PaperClaims
from documents.seal.signed import SignedClaims
from documents.seal.trust_list import KeyEntry, Standing, TrustList, annulled_since, issuer_of, standing
from documents.seal.verdict import KeyMark, Reason, ReasonCode, TrustMark

_LIMA: Final = timezone(timedelta(hours=-5))  # whose days a paper is good for; no summer time
_AHEAD: Final = timedelta(hours=48)  # a clock may be wrong by a day; it is never a reason to call a seal false
_STANDINGS: Final = {
    Standing.REVOKED: ReasonCode.KEY_REVOKED,
    Standing.COMPROMISED: ReasonCode.KEY_COMPROMISED,
    Standing.OUTSIDE_VALIDITY: ReasonCode.KEY_OUT_OF_TIME,
    Standing.AFTER_RETIREMENT: ReasonCode.KEY_OUT_OF_TIME,
    Standing.WRONG_TYPE: ReasonCode.KEY_WRONG_TYPE,
}


@dataclass(frozen=True, slots=True)
class ReadSeal:
    """What became of one seal. Claims are there only when the signature is good."""

    text: str
    claims: SignedClaims | None
    key: KeyMark | None
    reasons: tuple[Reason, ...]

    @property
    def false(self) -> bool:
        """Whether the signature is broken: then nothing of the content may be shown."""
        return any(reason.code in {ReasonCode.SIGNATURE_BAD, ReasonCode.SEAL_MALFORMED} for reason in self.reasons)


def read_seal(text: str, trust: TrustList, now: datetime, page: int) -> ReadSeal:
    """The seal of a page (from 0): first the signature, then everything else."""
    signed = False
    try:
        sealed = codec.parse(text)
        signed = True
        claims, key = codec.verify(sealed, trust)
    except UnknownIssuerError as error:
        return _refused(text, because(ReasonCode.KEY_UNKNOWN, found=error.kid.hex(), page=page + 1))
    except BadSignatureError:
        return _refused(text, because(ReasonCode.SIGNATURE_BAD, page=page + 1))
    except MalformedSealError as error:
        later = signed and error.reason == "schema"
        code = ReasonCode.SCHEMA_UNKNOWN if later else ReasonCode.SEAL_MALFORMED
        return _refused(text, because(code, found=error.reason, page=page + 1))
    return ReadSeal(text, claims, _mark(key, claims, trust), tuple(_judged(claims, key, trust, now, page)))


def _refused(text: str, reason: Reason) -> ReadSeal:
    return ReadSeal(text, None, None, (reason,))


def _judged(claims: SignedClaims, key: KeyEntry, trust: TrustList, now: datetime, page: int) -> list[Reason]:
    reasons = []
    if code := _STANDINGS.get(standing(key, int(claims.type), claims.issued)):
        when = key.since or (claims.issued if code is ReasonCode.KEY_OUT_OF_TIME else None)
        reasons.append(because(code, expected=key.reason, found=when.isoformat() if when else "", page=page + 1))
    if since := annulled_since(trust, claims.document_id):
        reasons.append(because(ReasonCode.DOCUMENT_ANNULLED, found=since.isoformat(), page=page + 1))
    if isinstance(claims, PaperClaims) and claims.valid_until and claims.valid_until < now.astimezone(_LIMA).date():
        reasons.append(because(ReasonCode.DOCUMENT_EXPIRED, found=claims.valid_until.isoformat(), page=page + 1))
    if claims.issued > now + _AHEAD:
        reasons.append(because(ReasonCode.ISSUED_IN_FUTURE, found=claims.issued.isoformat(), page=page + 1))
    return reasons


def _mark(key: KeyEntry, claims: SignedClaims, trust: TrustList) -> KeyMark:
    issuer = issuer_of(trust, claims.issuer)
    name = issuer.name if issuer else claims.issuer
    return KeyMark(claims.issuer, name, key.kid.hex(), key.status.name.lower(), key.since, key.reason)


def trust_mark(trust: TrustList, now: datetime) -> TrustMark:
    """Which list, and how old it is today."""
    age = max(0, (now - trust.issued).days)
    return TrustMark(trust.version, trust.issued, trust.next_update, age, trust.test)


def list_remarks(trust: TrustList, now: datetime) -> tuple[Reason, ...]:
    """That the list is old is said beside a verdict; it changes none."""
    if now <= trust.next_update:
        return ()
    return (because(ReasonCode.TRUST_LIST_OLD, found=trust.next_update.isoformat()),)
