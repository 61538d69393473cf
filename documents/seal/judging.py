"""One sealed payslip judged: its claims against everything that was taken from its pages. Pure.

Every check runs, whatever the others found: nothing is cut short by a bad result, only by having nothing to compare.
"""

from collections.abc import Sequence
from typing import Final

from documents.seal.additions import added_words, shown
from documents.seal.amounts import holds_amount
from documents.seal.boxes import Box
from documents.seal.codec import PREFIX
from documents.seal.compared import Compared
from documents.seal.fields import compare
from documents.seal.folios import folios_on
from documents.seal.looks import Look
from documents.seal.outcomes import because
from documents.seal.paper_claims import PaperClaims
from documents.seal.paper_judging import paper_additions
from documents.seal.pixels import Seen
from documents.seal.places import place_digest
from documents.seal.rules import too_many_rules
from documents.seal.sights import Sight
from documents.seal.signed import SignedClaims
from documents.seal.structure import judge_marks
from documents.seal.table import Table
from documents.seal.text import text_digest
from documents.seal.verdict import Field, Reason, ReasonCode
from documents.seal.words import Word

_BESIDE: Final = 1.3  # ems left and right of a signed value where ink would be read with it
_ABOVE: Final = 0.35
_THROUGH: Final = (2.0, -0.3)  # ems of a rule: also before "S/", but only as high as the letters' middle
_PLAIN_TEXT_LIMIT: Final = 200  # characters of an addition that are repeated to people


def judge(claims: SignedClaims, looks: Sequence[Look], plain: str) -> list[Reason]:
    """The reasons of one payslip. `plain` is the text of its pages as PDFium reads it: a second way to the digest."""
    reasons = _codes(looks)
    if len(looks) < claims.pages:
        reasons.append(because(ReasonCode.PAGE_MISSING, expected=str(claims.pages), found=str(len(looks))))
    blind = [reason for look in looks if (reason := _nothing_to_compare(look))]
    if blind:
        return [*reasons, *blind, *_marks(looks, Compared())]
    words = [word for look in looks for word in look.words]
    folios = folios_on(claims, looks)
    laid = frozenset(word for folio in folios for word in folio.words)
    own = [word for word in words if word not in laid]
    compared = compare(claims, own, [look.number for look in looks])
    if any(reason.code is ReasonCode.TEXT_UNREADABLE for reason in compared.reasons):
        return [*reasons, *compared.reasons, *_marks(looks, compared)]
    added, changes = _additions(claims, own, plain)
    compared.release(added)
    added |= laid
    reasons += [folio.reason for folio in folios]
    reasons += [*compared.reasons, *changes, *_overprinted(words, compared), *_marks(looks, compared)]
    for look in looks:
        reasons += _fonts(look, added, words)
        if look.seen and not look.strange:
            reasons += sight_reasons(look, look.seen, compared, added)
    return reasons


def signed_on(look: Look, compared: Compared) -> dict[Word, Field]:
    """The words of a page that carry signed values."""
    return {word: of for word, of in compared.signed if word.page == look.number}


def sight_reasons(look: Look, seen: Seen, compared: Compared, added: frozenset[Word]) -> list[Reason]:
    """What the eye found: on signed values red, elsewhere what was taken away is red and what was added amber."""
    signed = signed_on(look, compared)
    page = look.number + 1
    heavy = [spot for spot in seen.spots if not any(stamp.holds(spot) for stamp in seen.stamps)]
    reasons = [
        because(_meaning(sight, signed=word in signed), expected=word.text, page=page, field=signed.get(word))
        for index, sight in seen.sights.items()
        if (word := look.words[index]) not in added
        and not (sight is Sight.OVERDRAWN and _is_stamped(word, seen, heavy))
    ]
    overprinted = [_of_ink(spot, (_BESIDE, _ABOVE), signed, page) for spot in heavy]
    struck = [_of_ink(rule, _THROUGH, signed, page) for rule in seen.rules]
    more = [because(ReasonCode.INK_ADDED, page=page)] if None in overprinted or _is_more_ink(look, seen) else []
    return [*reasons, *more, *(reason for reason in (*overprinted, *struck) if reason)]


def _is_stamped(word: Word, seen: Seen, heavy: Sequence[Box]) -> bool:
    """Whether what lies over a word is a stamp and nothing else."""
    return any(stamp.meets(word.box) for stamp in seen.stamps) and not any(spot.meets(word.box) for spot in heavy)


def _is_more_ink(look: Look, seen: Seen) -> bool:
    """Whether there is ink beside that of words, besides what is measured against signed values."""
    spoilt = not all(symbol.clean for symbol in look.symbols)
    return bool(seen.stamps or seen.tints or seen.pale) or spoilt or too_many_rules(seen.rules, look.words)


def _of_ink(spot: Box, reach: tuple[float, float], signed: dict[Word, Field], page: int) -> Reason | None:
    """What ink means that would be read with a signed value; its reach in ems, across and along."""
    across, along = reach
    near = next((word for word in signed if spot.meets(word.box.grown(across * word.em, along * word.em))), None)
    if near is None:
        return None
    return because(ReasonCode.VALUE_LOOKS_DIFFERENT, expected=near.text, page=page, field=signed[near])


def _meaning(sight: Sight, *, signed: bool) -> ReasonCode:
    if sight is Sight.GONE:
        return ReasonCode.VALUE_NOT_SEEN if signed else ReasonCode.TEXT_NOT_SEEN
    if sight is Sight.BROKEN:
        return ReasonCode.VALUE_LOOKS_DIFFERENT if signed else ReasonCode.TEXT_NOT_SEEN
    if sight is Sight.OVERDRAWN and signed:
        return ReasonCode.VALUE_LOOKS_DIFFERENT
    return ReasonCode.INK_ADDED


def _nothing_to_compare(look: Look) -> Reason | None:
    page = look.number + 1
    if not look.has_text:
        return because(ReasonCode.NO_TEXT, page=page)
    if look.is_picture:
        return because(ReasonCode.PICTURE_OF_PAGE, page=page)
    return None


def _codes(looks: Sequence[Look]) -> list[Reason]:
    """More than one code on a page: two seals contradict each other, anything else is an addition."""
    reasons = []
    for look in looks:
        seals = {code.text for code in look.codes if code.text.startswith(PREFIX)}
        if len(seals) > 1:
            reasons.append(because(ReasonCode.SEALS_DISAGREE, page=look.number + 1))
        elif len(look.codes) > 1:
            reasons.append(because(ReasonCode.CODE_ADDED, page=look.number + 1))
    return reasons


def _additions(claims: SignedClaims, words: Sequence[Word], plain: str) -> tuple[frozenset[Word], list[Reason]]:
    """Words that were not there when it was sealed, and what follows from them."""
    if isinstance(claims, PaperClaims):
        return paper_additions(claims, words, plain)
    indexes = added_words(words, claims.text_digest)
    if indexes is None and text_digest(plain) == claims.text_digest:
        indexes = frozenset()
    if indexes is None:
        return frozenset(), [because(ReasonCode.TEXT_CHANGED)]
    added = frozenset(words[index] for index in indexes)
    moved = place_digest(word for word in words if word not in added) != claims.place_digest
    changes = [because(ReasonCode.PLACES_CHANGED)] if moved else []
    if not indexes:
        return frozenset(), changes
    money = any(holds_amount(word.text) or _in_lists(word, words) for word in added)
    code = ReasonCode.AMOUNT_UNSIGNED if money else ReasonCode.TEXT_ADDED
    page = min(word.page for word in added) + 1
    return added, [*changes, because(code, found=shown(words, indexes)[:_PLAIN_TEXT_LIMIT], page=page)]


def _in_lists(word: Word, words: Sequence[Word]) -> bool:
    """Whether a word with a digit stands between the headings of the two lists and their totals."""
    if not any(letter.isdigit() for letter in word.text):
        return False
    table = Table([each for each in words if each.page == word.page])
    tops = [heading.y for _, heading in table.headings]
    ends = [label.y for _, label in table.total_labels]
    return bool(tops) and max(tops) > word.y > (max(ends) if ends else -1e9)


def _overprinted(words: Sequence[Word], compared: Compared) -> list[Reason]:
    """Signed values that share their ground with other words: the text layer itself is written over."""
    reasons = []
    rows: dict[tuple[int, int], list[Word]] = {}
    for word in words:
        for row in range(int(word.box.bottom // 24), int(word.box.top // 24) + 1):
            rows.setdefault((word.page, row), []).append(word)
    for word, of in compared.signed:
        core = word.box.grown(-0.02 * word.em, -0.2 * word.em)
        near = {
            other for row in range(int(core.bottom // 24), int(core.top // 24) + 1) for other in rows[word.page, row]
        }
        for other in near - {word}:
            if core.meets(other.box.grown(-0.02 * other.em, -0.2 * other.em)):
                code = ReasonCode.VALUE_LOOKS_DIFFERENT
                reasons.append(because(code, expected=word.text, found=other.text, page=word.page + 1, field=of))
    return reasons


def _marks(looks: Sequence[Look], compared: Compared) -> list[Reason]:
    return [
        reason
        for look in looks
        for reason in judge_marks(look.marks, (word.box for word in signed_on(look, compared)), look.number)
    ]


def _fonts(look: Look, added: frozenset[Word], words: Sequence[Word]) -> list[Reason]:
    own = [word for word in words if word.page == look.number and word not in added]
    reasons = []
    if look.strange:
        reasons.append(because(ReasonCode.TYPEFACE_UNKNOWN, page=look.number + 1))
    if not look.unembedded.isdisjoint(word.font for word in own):
        reasons.append(because(ReasonCode.FONT_NOT_EMBEDDED, page=look.number + 1))
    return reasons
