"""What the seal of a paper says (schema 2): constancia, hoja de vida, informe escalafonario.

A paper has pages of text that fit no QR: the seal names the person, the office, and the few values that readers act
on, never sanctions or relatives. Two digests over all pages bind the rest (`documents.seal.text`, `.order`).
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Final

from documents.paper import Paper, PaperKind, PaperTotals
from documents.payslip import Period
from documents.seal import cbor
from documents.seal.claims_rules import (
    broken_frame,
    clean,
    is_amount,
    is_document_number,
    is_name,
    one_form,
)
from documents.seal.document_types import PAPERS, DocumentType, SealContent
from documents.seal.errors import MalformedSealError

PAPER_SCHEMA: Final = 2
_KEYS: Final = frozenset({1, 2, 3, 4, 5, 14, 15, 16})
_UNTIL: Final = 6
_PAID: Final = frozenset({7, 8, 9, 10})  # months and totals: all of them or none
_LONGEST_VALIDITY: Final = 186  # days: six months, counted on the day before the seal's in UTC
_TYPES: Final = {
    PaperKind.CONSTANCIA: DocumentType.CONSTANCIA,
    PaperKind.HOJA_DE_VIDA: DocumentType.HOJA_DE_VIDA,
    PaperKind.INFORME_ESCALAFONARIO: DocumentType.INFORME_ESCALAFONARIO,
}
Content = dict[int | str, cbor.Value]


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperClaims(SealContent):
    """The signed content of one seal. Money is céntimos; text is in its canonical form (NFC, single spaces)."""

    issuer: str  # "PE/UGEL/210001"
    issued: datetime  # UTC, whole seconds
    document_id: bytes  # 8
    type: DocumentType
    schema: int
    doc_numero: str
    apellidos_y_nombres: str
    office: str  # as printed: "UGEL SAN ROMÁN"
    valid_until: date | None  # the last day; of an informe, and only of one
    span: tuple[Period, Period] | None  # first and last month of a constancia de haberes
    totals: PaperTotals | None  # goes with `span`
    text_digest: bytes  # 16: which words all pages have
    place_digest: bytes  # 16: in which order their rows stand
    pages: int


def paper_claims_of(
    paper: Paper,
    *,
    issuer: str,
    issued: datetime,
    document_id: bytes,
    text_digest: bytes,
    place_digest: bytes,
    pages: int,
) -> PaperClaims:
    """What a paper says. `issued` is cut to whole seconds. Checks nothing."""
    return PaperClaims(
        issuer=issuer,
        issued=issued.astimezone(UTC).replace(microsecond=0),
        document_id=document_id,
        type=_TYPES[paper.kind],
        schema=PAPER_SCHEMA,
        doc_numero=clean(paper.person.doc_numero),
        apellidos_y_nombres=clean(paper.person.apellidos_y_nombres),
        office=clean(paper.office.nombre),
        valid_until=paper.valid_until,
        span=paper.span,
        totals=paper.totals,
        text_digest=text_digest,
        place_digest=place_digest,
        pages=pages,
    )


def paper_content(claims: PaperClaims) -> Content:
    """The private claim. Raises MalformedSealError when a rule is broken."""
    _require_rules(claims)
    content: Content = {
        1: claims.schema,
        2: int(claims.type),
        3: claims.doc_numero,
        4: claims.office,
        5: claims.apellidos_y_nombres,
        14: claims.text_digest,
        15: claims.place_digest,
        16: claims.pages,
    }
    if claims.valid_until:
        day = claims.valid_until
        content[_UNTIL] = day.year * 10_000 + day.month * 100 + day.day
    if claims.span and claims.totals:
        content[7] = [period.year * 100 + period.month for period in claims.span]
        content |= {8: claims.totals.haberes, 9: claims.totals.descuentos, 10: claims.totals.liquido}
    return content


def read_paper_claims(issuer: str, issued: datetime, document_id: bytes, content: Content) -> PaperClaims:
    """The claims of a private claim of schema 2 whose signature is good. Raises MalformedSealError."""
    spare = set(content) - _KEYS
    if not set(content) >= _KEYS or spare not in (set(), {_UNTIL}, set(_PAID)):
        raise MalformedSealError("claims", "members missing or unknown")
    try:
        claims = PaperClaims(
            issuer=issuer,
            issued=issued,
            document_id=document_id,
            type=DocumentType(one_form(content[2], int)),
            schema=PAPER_SCHEMA,
            doc_numero=one_form(content[3], str),
            apellidos_y_nombres=one_form(content[5], str),
            office=one_form(content[4], str),
            valid_until=_day(one_form(content[_UNTIL], int)) if _UNTIL in spare else None,
            span=_span(one_form(content[7], list)) if 7 in spare else None,
            totals=_totals(content) if 8 in spare else None,
            text_digest=one_form(content[14], bytes),
            place_digest=one_form(content[15], bytes),
            pages=one_form(content[16], int),
        )
    except ValueError as error:
        raise MalformedSealError("claims", str(error)) from error
    _require_rules(claims)
    return claims


def _day(number: int) -> date:
    rest, day = divmod(number, 100)
    return date(*divmod(rest, 100), day)


def _span(months: list[cbor.Value]) -> tuple[Period, Period]:
    match months:
        case [first, last]:
            return Period(*divmod(one_form(first, int), 100)), Period(*divmod(one_form(last, int), 100))
        case _:
            raise MalformedSealError("claims", "not two months")


def _totals(content: Content) -> PaperTotals:
    return PaperTotals(one_form(content[8], int), one_form(content[9], int), one_form(content[10], int))


def _require_rules(claims: PaperClaims) -> None:
    """The first rule that the claims break; the same when signing and when reading."""
    informe = claims.type is DocumentType.INFORME_ESCALAFONARIO
    paid = claims.span is not None
    rules = (
        ("type", claims.type in PAPERS),
        ("document-number", is_document_number(claims.doc_numero)),
        ("name", is_name(claims.apellidos_y_nombres)),
        ("office", is_name(claims.office)),
        ("validity", informe is (claims.valid_until is not None) and _holds_for_long_enough(claims)),
        ("period", _is_span(claims.span)),
        ("totals", paid is (claims.totals is not None) and (not paid or claims.type is DocumentType.CONSTANCIA)),
        ("amount", claims.totals is None or _are_amounts(claims.totals)),
        ("arithmetic", claims.totals is None or _adds_up(claims.totals)),
    )
    broken = broken_frame(claims) or next((rule for rule, holds in rules if not holds), None)
    if broken:
        raise MalformedSealError(broken)


def _holds_for_long_enough(claims: PaperClaims) -> bool:
    """No informe is good for more than six months, whatever an office writes; the day of the seal is that of UTC."""
    if claims.valid_until is None:
        return True
    return -1 <= (claims.valid_until - claims.issued.date()).days <= _LONGEST_VALIDITY


def _is_span(span: tuple[Period, Period] | None) -> bool:
    return span is None or (span[0].year >= 1950 and span[0] <= span[1] and span[1].year < 2200)


def _are_amounts(totals: PaperTotals) -> bool:
    return is_amount(totals.haberes) and is_amount(totals.descuentos) and is_amount(abs(totals.liquido))


def _adds_up(totals: PaperTotals) -> bool:
    return totals.haberes - totals.descuentos == totals.liquido
