"""The one door to the content of seals, whatever its schema: a payslip's claims (1) or a paper's (2)."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final, TypeAlias

from documents.seal import cbor
from documents.seal.claims import Claims, Content, read_content, written_content
from documents.seal.claims_rules import MAX_LINES, MAX_PAYLOAD, one_form
from documents.seal.document_types import SealContent
from documents.seal.errors import MalformedSealError
from documents.seal.paper_claims import PAPER_SCHEMA, PaperClaims, paper_content, read_paper_claims

if TYPE_CHECKING:
    SignedClaims: TypeAlias = Claims | PaperClaims
else:
    SignedClaims = SealContent


_LIMITS: Final = cbor.Limits(MAX_PAYLOAD, depth=4, items=MAX_LINES)
_ISSUER, _ISSUED, _DOCUMENT, _CONTENT = 1, 6, 7, -65537  # iss, iat, cti of RFC 8392, and our private claim


def write_claims(claims: SignedClaims) -> bytes:
    """The payload. Raises MalformedSealError when a rule is broken: nothing that a reader would refuse is signed."""
    content = written_content(claims) if isinstance(claims, Claims) else paper_content(claims)
    payload: dict[int | str, cbor.Value] = {
        _ISSUER: claims.issuer,
        _ISSUED: int(claims.issued.timestamp()),
        _DOCUMENT: claims.document_id,
        _CONTENT: content,
    }
    written = cbor.encode(payload)
    if len(written) > MAX_PAYLOAD:
        raise MalformedSealError("size", f"{len(written)} bytes")
    return written


def read_claims(payload: bytes) -> SignedClaims:
    """The claims of a payload whose signature is good. Raises MalformedSealError."""
    outer = cbor.decode(payload, _LIMITS)
    if not isinstance(outer, dict) or set(outer) != {_ISSUER, _ISSUED, _DOCUMENT, _CONTENT}:
        raise MalformedSealError("claims", "not the four claims")
    content = outer[_CONTENT]
    if not isinstance(content, dict):
        raise MalformedSealError("claims", "no content")
    schema = content.get(1)
    if type(schema) is not int or schema not in _READERS:
        raise MalformedSealError("schema", f"{schema!r}")
    try:
        issued = datetime.fromtimestamp(one_form(outer[_ISSUED], int), UTC)
    except (ValueError, OverflowError, OSError) as error:
        raise MalformedSealError("claims", str(error)) from error
    return _READERS[schema](one_form(outer[_ISSUER], str), issued, one_form(outer[_DOCUMENT], bytes), content)


_READERS: Final[dict[int, Callable[[str, datetime, bytes, Content], SignedClaims]]] = {
    1: read_content,
    PAPER_SCHEMA: read_paper_claims,
}
