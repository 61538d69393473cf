"""The text of a seal: `BP1:` and base45 of a COSE_Sign1. Written from claims, read in steps.

`parse` checks the form and believes nothing; `verify` checks the signature and only then reads the claims. Nobody gets
a claim out of a seal whose signature is not good.
"""

from typing import Final, TypeAlias

from documents.seal import base45, cose, signatures
from documents.seal.claims_rules import MAX_PAYLOAD
from documents.seal.errors import BadSignatureError, MalformedSealError, UnknownIssuerError, WrongIssuerError
from documents.seal.keys import IssuerKey
from documents.seal.signed import SignedClaims, read_claims, write_claims
from documents.seal.trust_list import KeyEntry, TrustList, candidates

PREFIX: Final = "BP1:"
MAX_TEXT: Final = 3391  # characters: a QR 40-M in alphanumeric mode
_MAX_BYTES: Final = MAX_PAYLOAD + 90  # header, signature and their lengths

Sealed: TypeAlias = cose.Signed


def sign(claims: SignedClaims, key: IssuerKey) -> str:
    """The text of the QR. Raises MalformedSealError for claims that a reader would refuse, WrongIssuerError."""
    if claims.issuer != key.code:
        raise WrongIssuerError(f"the key of {key.code} does not sign for {claims.issuer}")
    return PREFIX + base45.encode(cose.seal(write_claims(claims), key.private, key.kid))


def parse(text: str) -> Sealed:
    """The parts of a seal, none of them believed. Raises MalformedSealError."""
    if not text.startswith(PREFIX):
        raise MalformedSealError("prefix")
    if len(text) > MAX_TEXT:
        raise MalformedSealError("size", f"{len(text)} characters")
    return cose.unseal(base45.decode(text.removeprefix(PREFIX)), _MAX_BYTES)


def verify(sealed: Sealed, trust: TrustList) -> tuple[SignedClaims, KeyEntry]:
    """The claims and the key that signed them; whether that key is still in good standing is the caller's to judge.

    Raises UnknownIssuerError, BadSignatureError (WrongIssuerError), and MalformedSealError for signed claims that break
    the rules.
    """
    found = candidates(trust, sealed.kid)
    if not found:
        raise UnknownIssuerError(sealed.kid)
    for issuer, key in found:
        if _made(key, sealed):
            claims = read_claims(sealed.payload)
            if claims.issuer != issuer.code:
                raise WrongIssuerError(f"signed by {issuer.code} in the name of {claims.issuer}")
            return claims, key
    raise BadSignatureError(sealed.kid.hex())


def _made(key: KeyEntry, sealed: Sealed) -> bool:
    """The algorithm is a property of the key; the message may only agree with it."""
    if key.algorithm is not sealed.algorithm:
        return False
    public = signatures.read_public(key.algorithm, key.public)
    return signatures.is_signed(public, sealed.to_be_signed, sealed.signature)
