"""Issues sealed paper: lays it out, digests the text of that layout, signs, draws the QR, checks what came out.

The same paper, key, moment and document id give the same bytes. Paper whose own check fails is never returned.
"""

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import datetime
from typing import Final

from documents.errors import SheetFullError
from documents.fonts import printable
from documents.page_text import page_texts
from documents.paper import Paper
from documents.paper_pdf import draw_paper, draw_paper_to_be_sealed
from documents.payslip import Payslip
from documents.payslip_frame import SealNote
from documents.payslip_pdf import draw_payslip, draw_to_be_sealed
from documents.seal import codec
from documents.seal.claims import Claims, claims_of, printed_document_id, without_lines
from documents.seal.claims_rules import clean
from documents.seal.errors import IssuingError, MalformedSealError
from documents.seal.issued_check import not_authentic
from documents.seal.keys import IssuerKey
from documents.seal.order import order_digest
from documents.seal.paper_claims import PaperClaims, paper_claims_of
from documents.seal.places import place_digest
from documents.seal.printed import printed_words
from documents.seal.signed import SignedClaims
from documents.seal.text import DIGEST_SIZE, text_digest

Check = Callable[[bytes, SignedClaims, IssuerKey], str | None]  # what is wrong with drawn paper, None when nothing is

_UNKNOWN: Final = bytes(DIGEST_SIZE)


def issue_payslip(
    payslip: Payslip, key: IssuerKey, *, issued: datetime, document_id: bytes, check: Check = not_authentic
) -> bytes:
    """The sealed PDF of a payslip. `issued` is aware; `document_id` is 8 random bytes, never used before.

    `check` says what is wrong with what was drawn; nothing is returned with which anything is wrong.
    Lines that fit no QR are left out of the seal, never off the paper: then the digest alone speaks for them.
    Raises IssuingError, and what `documents.payslip_pdf.draw_payslip` raises (PayslipSumsError, SheetFullError).
    """
    _require_printable(payslip)
    claims = claims_of(
        payslip, issuer=key.code, issued=issued, document_id=document_id,
        text_digest=_UNKNOWN, place_digest=_UNKNOWN, pages=1,
    )  # fmt: skip
    note = SealNote(printed_document_id(document_id), key.test)
    try:
        claims = _settled(payslip, _fitting(claims, key), key, note)
        pdf = draw_payslip(payslip, seal=codec.sign(claims, key), note=note)
    except MalformedSealError as error:
        raise IssuingError(f"payslip {payslip.id}: {error}") from error
    if broken := check(pdf, claims, key):
        raise IssuingError(f"payslip {payslip.id} as printed: {broken}")
    return pdf


def issue_paper(
    paper: Paper, key: IssuerKey, *, issued: datetime, document_id: bytes, check: Check = not_authentic
) -> bytes:
    """The sealed PDF of a constancia, hoja de vida or informe, with the same QR on every page.

    As `issue_payslip`; raises IssuingError, SealTooLongError and SheetFullError.
    """
    person = paper.person
    _require_printed(paper.title, (person.apellidos_y_nombres, person.doc_numero, paper.office.nombre))
    claims = paper_claims_of(
        paper, issuer=key.code, issued=issued, document_id=document_id,
        text_digest=_UNKNOWN, place_digest=_UNKNOWN, pages=1,
    )  # fmt: skip
    note = SealNote(printed_document_id(document_id), key.test)
    try:
        claims = _settled_paper(paper, claims, key, note)
        pdf = draw_paper(paper, seal=codec.sign(claims, key), note=note)
    except MalformedSealError as error:
        raise IssuingError(f"{paper.title}: {error}") from error
    if broken := check(pdf, claims, key):
        raise IssuingError(f"{paper.title} as printed: {broken}")
    return pdf


def _settled_paper(paper: Paper, claims: PaperClaims, key: IssuerKey, note: SealNote) -> PaperClaims:
    """The claims with what only the layout tells. More pages than 23 make a longer seal, and that never fewer pages."""
    unsealed = draw_paper_to_be_sealed(paper, like=codec.sign(claims, key), note=note)
    texts = page_texts(unsealed)
    if len(texts) != claims.pages:
        return _settled_paper(paper, replace(claims, pages=len(texts)), key, note)
    places = order_digest(printed_words(unsealed))
    return replace(claims, text_digest=text_digest("\n".join(texts)), place_digest=places)


def _settled(payslip: Payslip, claims: Claims, key: IssuerKey, note: SealNote) -> Claims:
    """The claims with what only the layout tells. It depends on the length of the seal, which is known before it.

    Where long names and a large QR together fill the page, the lines leave the seal too.
    """
    try:
        unsealed = draw_to_be_sealed(payslip, like=codec.sign(claims, key), note=note)
    except SheetFullError:
        if not (claims.haberes or claims.descuentos):
            raise
        return _settled(payslip, without_lines(claims), key, note)
    texts = page_texts(unsealed)
    places = place_digest(printed_words(unsealed))
    return replace(claims, text_digest=text_digest("\n".join(texts)), place_digest=places, pages=len(texts))


def _fitting(claims: Claims, key: IssuerKey) -> Claims:
    """With lines if the largest QR holds them, without them if not."""
    try:
        codec.sign(claims, key)
    except MalformedSealError as error:
        if error.reason not in {"line-count", "size"}:
            raise
        return without_lines(claims)
    return claims


def _require_printable(payslip: Payslip) -> None:
    codes = [line.codigo for line in (*payslip.haberes, *payslip.descuentos)]
    named = (payslip.apellidos_y_nombres, payslip.doc_numero, payslip.codigo_modular_servidor)
    _require_printed(f"payslip {payslip.id}", (*named, *codes))


def _require_printed(what: str, texts: Iterable[str]) -> None:
    """What is signed must be what is seen: a letter that the faces lack would be printed as "?"."""
    for text in texts:
        if printable(text) != clean(text):
            raise IssuingError(f"{what}: {text!r} cannot be printed as it is")
