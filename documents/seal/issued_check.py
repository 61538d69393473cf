"""The floor under issuing: what was just drawn is read back from its pixels and its text before anyone gets it.

Two checks, both from pixels and extracted text: `broken_promise` finds our own mistakes in milliseconds;
`not_authentic` asks the pipeline that every reader runs (`documents.seal.checking`) for a green verdict. What is green
from a little further away is let go at once: nobody but this program has drawn the page, so that what such a look
cannot see is not there. Anything else is looked at as closely as a stranger's paper.
"""

from dataclasses import replace
from datetime import timedelta
from itertools import chain
from typing import TYPE_CHECKING, Final

from documents.figures import printed_amount, printed_date
from documents.page_image import PDFIUM, opened
from documents.page_text import page_texts
from documents.seal import codec
from documents.seal.claims import Claims
from documents.seal.errors import SealError
from documents.seal.keys import IssuerKey
from documents.seal.paper_claims import PaperClaims
from documents.seal.paper_judging import layout_digest
from documents.seal.printed import printed_words
from documents.seal.signed import SignedClaims
from documents.seal.text import canonical_tokens, text_digest
from documents.seal.trust_list import IssuerEntry, TrustList, key_entry

if TYPE_CHECKING:
    import zxingcpp

    from documents.seal.limits import Limits
    from documents.seal.verdict import Verdict

_PATIENCE: Final = 120.0  # seconds: a slow machine is no reason to refuse our own paper
_GLANCE: Final = 144.0  # dpi in greys, of the 240 with which a stranger's paper is looked at
_GLANCE_FOR_COLOURS: Final = 72.0
_RESOLUTIONS: Final = (200, 300)  # dpi; at 200 the smallest module, 0.40 mm, is 3 pixels


def broken_promise(pdf: bytes, claims: SignedClaims, key: IssuerKey) -> str | None:
    """What is wrong with drawn paper; None when its seal is readable and says what the paper says."""
    texts = page_texts(pdf)
    if len(texts) != claims.pages:
        return f"{len(texts)} pages, {claims.pages} signed"
    if text_digest("\n".join(texts)) != claims.text_digest:
        return "another text than the one signed"
    if layout_digest(claims, printed_words(pdf)) != claims.place_digest:
        return "the text in other places than the ones signed"
    if missing := _signed_tokens(claims) - set(chain.from_iterable(map(canonical_tokens, texts))):
        return f"signed but not printed: {sorted(missing)}"
    for page in range(len(texts)):
        if broken := _broken_code(pdf, page, claims, key):
            return f"page {page + 1}: {broken}"
    return None


def not_authentic(pdf: bytes, claims: SignedClaims, key: IssuerKey) -> str | None:
    """What would keep a reader with today's trust list from a green verdict; None when nothing would."""
    from documents.seal.limits import DEFAULT
    from documents.seal.verdict import VerdictCode

    closely = replace(DEFAULT, seconds=_PATIENCE)
    glance = _verdict(pdf, claims, key, replace(closely, eye=_GLANCE, eye_for_colours=_GLANCE_FOR_COLOURS))
    if glance.code is VerdictCode.AUTENTICA and glance.claims == claims:
        return None
    if broken := broken_promise(pdf, claims, key):
        return broken
    verdict = _verdict(pdf, claims, key, closely)
    if verdict.code is VerdictCode.AUTENTICA:
        return None
    found = [f"{reason.code.value} ({reason.expected!r}, {reason.found!r})" for reason in verdict.reasons]
    return f"{verdict.code.value}: {', '.join(found)}"


def _verdict(pdf: bytes, claims: SignedClaims, key: IssuerKey, limits: "Limits") -> "Verdict":
    from documents.seal.checking import check

    with PDFIUM:
        return check(pdf, name="", trust=_trusting(key, claims), now=claims.issued, limits=limits)


def _signed_tokens(claims: SignedClaims) -> set[str]:
    words = [claims.doc_numero, claims.apellidos_y_nombres.replace(",", " ")]
    words += _payslip_words(claims) if isinstance(claims, Claims) else _paper_words(claims)
    return set(canonical_tokens(" ".join(words)))


def _payslip_words(claims: Claims) -> list[str]:
    amounts = [claims.total_haberes, claims.total_descuentos, claims.liquido, claims.monto_imponible]
    amounts += [line.monto for line in (*claims.haberes, *claims.descuentos)]
    return [claims.periodo.printed, *map(printed_amount, amounts)]


def _paper_words(claims: PaperClaims) -> list[str]:
    words = [claims.office, printed_date(claims.valid_until), *(period.printed for period in claims.span or ())]
    totals = claims.totals
    amounts = (totals.haberes, totals.descuentos, totals.liquido) if totals else ()
    return [*words, *map(printed_amount, amounts)]


def _broken_code(pdf: bytes, page: int, claims: SignedClaims, key: IssuerKey) -> str | None:
    found = next((found for dpi in _RESOLUTIONS if (found := _codes(pdf, page, dpi))), [])
    if len(found) != 1:
        return f"{len(found)} codes are readable"
    try:
        read, _ = codec.verify(codec.parse(found[0].text), _trusting(key, claims))
    except SealError as error:
        return str(error)
    return None if read == claims else "the code says something else"


def _codes(pdf: bytes, page: int, dpi: int) -> "list[zxingcpp.Barcode]":
    """The codes in the bottom third, where ours stands, from a rendering in greys."""
    import zxingcpp

    with opened(pdf) as document:
        cut = (0, 0, 0, document.get_page_size(page)[1] * 2 / 3)
        bitmap = document[page].render(scale=dpi / 72, crop=cut, grayscale=True)
        rows = memoryview(bytes(bitmap.buffer)).cast("B", (bitmap.height, bitmap.stride))
        bitmap.close()
    return list(zxingcpp.read_barcodes(rows, formats=zxingcpp.BarcodeFormats([zxingcpp.BarcodeFormat.QRCode])))


def _trusting(key: IssuerKey, claims: SignedClaims) -> TrustList:
    """A list of this one key: whether others trust it is not the question here."""
    entry = key_entry(key.public, not_before=claims.issued, not_after=None, types=(int(claims.type),))
    issuer = IssuerEntry(key.code, key.code, key.code, (entry,))
    return TrustList(1, claims.issued, claims.issued + timedelta(days=1), (issuer,), (), key.test)
