"""One sealed payslip in an open file: its pages, and the other versions of them that a file may hold."""

from collections import Counter
from collections.abc import Sequence
from typing import Final

from PIL import ImageChops

from documents.seal.amounts import holds_amount
from documents.seal.fields import compare
from documents.seal.judging import judge, sight_reasons
from documents.seal.looks import Look, look_again, look_at
from documents.seal.outcomes import because
from documents.seal.pages import OpenPdf, UnreadableFileError, open_pdf
from documents.seal.reading import Code
from documents.seal.signed import SignedClaims
from documents.seal.structure import Structure
from documents.seal.verdict import Reason, ReasonCode
from documents.seal.words import words_of

_SHOWN: Final = 200  # characters of an addition that are repeated to people
_VERSION_DPI: Final = 100
_SAME: Final = 48  # levels: two parsers' renderings of one page differ by nothing
_TROUBLE: Final = frozenset({ReasonCode.VALUE_NOT_SEEN, ReasonCode.VALUE_LOOKS_DIFFERENT})


def judge_part(
    pdf: OpenPdf, claims: SignedClaims, pages: Sequence[int], codes: Sequence[Sequence[Code]], structure: Structure
) -> list[Reason]:
    """The reasons of the payslip that stands on these pages (from 0)."""
    looks, plain = [], []
    for number, found in zip(pages, codes, strict=True):
        with pdf.page(number) as page:
            looks.append(look_at(page, found, pdf.limits))
            plain.append(page.text())
    reasons = judge(claims, looks, "\n".join(plain))
    try:
        reasons += _other_version(pdf, looks, structure.rewritten)
        reasons += _layers(claims, pdf, looks, structure.layers_on, lost_counts=True)
        reasons += _layers(claims, pdf, looks, structure.layers_off, lost_counts=False)
        reasons += [reason for look in looks if look.marks for reason in _text_of_marks(pdf, look)]
    except UnreadableFileError as error:
        reasons.append(because(ReasonCode.STRUCTURE_UNCLEAR, found=error.code))
    return reasons


def _text_of_marks(pdf: OpenPdf, look: Look) -> list[Reason]:
    """What annotations and fields write on the page: money there is money that nobody signed.

    The last thing done with a page: it is changed by it.
    """
    with pdf.page(look.number) as page:
        page.flatten()
    with pdf.page(look.number) as page:
        words = words_of(page.glyphs(), look.number, {})
    more = list((Counter(word.text for word in words) - Counter(word.text for word in look.words)).elements())
    if not more:
        return []
    money = any(holds_amount(text) for text in more)
    code = ReasonCode.AMOUNT_UNSIGNED if money else ReasonCode.TEXT_ADDED
    return [because(code, found=" ".join(more)[:_SHOWN], page=look.number + 1)]


def _other_version(pdf: OpenPdf, looks: Sequence[Look], data: bytes | None) -> list[Reason]:
    """Whether the second parser reads another document out of the same bytes."""
    if data is None:
        return []
    with open_pdf(data, pdf.limits) as other:
        if other.count != pdf.count:
            return [because(ReasonCode.STRUCTURE_UNCLEAR, expected=str(pdf.count), found=str(other.count))]
        return [
            because(ReasonCode.STRUCTURE_UNCLEAR, page=look.number + 1)
            for look in looks
            if not _agree(pdf, other, look.number)
        ]


def _agree(pdf: OpenPdf, other: OpenPdf, number: int) -> bool:
    with pdf.page(number) as one, other.page(number) as two:
        first, second = one.render(_VERSION_DPI), two.render(_VERSION_DPI)
    if first.size != second.size:
        return False
    return not any(ImageChops.difference(first, second).histogram()[_SAME:])


def _layers(
    claims: SignedClaims, pdf: OpenPdf, looks: Sequence[Look], data: bytes | None, *, lost_counts: bool
) -> list[Reason]:
    """What a signed value looks like when a reader shows or hides all layers."""
    if data is None:
        return []
    words = [word for look in looks for word in look.words]
    compared = compare(claims, words, [look.number for look in looks])
    reasons = []
    with open_pdf(data, pdf.limits) as other:
        for look in looks:
            seen = look_again(other, look, pdf.limits)
            if seen is None:
                continue
            for reason in sight_reasons(look, seen, compared, frozenset()):
                gone = reason.code is ReasonCode.VALUE_NOT_SEEN
                if reason.code in _TROUBLE and (lost_counts or not gone):
                    code = ReasonCode.LAYER_CHANGES_VALUE
                    reasons.append(because(code, expected=reason.expected, page=reason.page, field=reason.field))
    return reasons
