"""What is judged otherwise on a paper than on a payslip: order, additions among its rows, imitated pages. Pure."""

from collections.abc import Iterable, Sequence
from statistics import median
from typing import Final

from documents.seal.additions import added_words, shown
from documents.seal.amounts import holds_amount, normal
from documents.seal.claims import Claims
from documents.seal.order import order_digest
from documents.seal.outcomes import because
from documents.seal.paper_claims import PaperClaims
from documents.seal.paper_fields import PAGE_NUMBER, page_number
from documents.seal.places import place_digest
from documents.seal.signed import SignedClaims
from documents.seal.table import Table
from documents.seal.text import text_digest
from documents.seal.verdict import Field, Reason, ReasonCode
from documents.seal.words import Word

_SHOWN: Final = 200  # characters of an addition that are repeated to people
_LARGE: Final = 1.4  # times the size of a usual row
_AROUND: Final = 10.0  # points beside the rows that are read with them


def layout_digest(claims: SignedClaims, words: Iterable[Word]) -> bytes:
    """Where words stand, in the way of the document: neighbours of a payslip, all rows in order of a paper."""
    return place_digest(words) if isinstance(claims, Claims) else order_digest(words)


def paper_additions(claims: PaperClaims, words: Sequence[Word], plain: str) -> tuple[frozenset[Word], list[Reason]]:
    """Words that were not there when it was sealed, and what follows from them and from the order of the others."""
    indexes = added_words(words, claims.text_digest)
    if indexes is None:
        same = text_digest(plain) == claims.text_digest  # in PDFium's own reading: where words end is unsure
        return frozenset(), [because(ReasonCode.PLACES_CHANGED if same else ReasonCode.TEXT_CHANGED)]
    added = frozenset(words[index] for index in indexes)
    own = [word for word in words if word not in added]
    reasons = [] if order_digest(own) == claims.place_digest else [because(ReasonCode.ORDER_CHANGED)]
    if not added:
        return added, reasons
    said, page = shown(words, indexes)[:_SHOWN], min(word.page for word in added) + 1
    if any(holds_amount(word.text) for word in added):
        return added, [*reasons, because(ReasonCode.AMOUNT_UNSIGNED, found=said, page=page)]
    if any(_among(word, own) for word in added):
        return added, [*reasons, because(ReasonCode.LINE_UNSIGNED, found=said, page=page, field=Field.CONTENT)]
    return added, [*reasons, because(ReasonCode.TEXT_ADDED, found=said, page=page)]


def _among(word: Word, own: Sequence[Word]) -> bool:
    """Whether it is read as a row: between the first row of its page and the last, which says that the paper ends.

    On a page that goes on also below, down to the foot, where it is as small as a row; a stamp is larger.
    """
    page = [each for each in own if each.page == word.page]
    number = page_number(Table(page))
    rows = [each for each in page if number is None or each.y > number.y + _AROUND]
    if not rows:
        return False
    goes_on = any(each.page > word.page for each in own)
    low = min(each.y for each in rows)
    if goes_on and number and word.em <= _LARGE * median(each.em for each in rows):
        low = number.y + _AROUND
    high = max(each.y for each in rows)
    left, right = min(each.x for each in rows), max(each.right for each in rows)
    return low <= word.y <= high and left - _AROUND < word.right and word.x < right + _AROUND


def imitates(text: str, claims: PaperClaims) -> bool:
    """Whether a page without a seal passes itself off as one of the paper's: numbers of the person and of a page."""
    bare = normal(text)
    return normal(claims.doc_numero) in bare and PAGE_NUMBER.search(bare) is not None
