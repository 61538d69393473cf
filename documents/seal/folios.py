"""Folios on sealed paper: the number that every sheet gets when documents are bound for a mesa de partes. Pure.

A folio is no part of what was signed and says nothing about it. It is taken for one only where it can be read with
nothing else: a whole number and, below it, the same number in words, the last thing that was written on the page, in
its upper right corner and above everything else that stands there.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from documents.packet.letters import in_letters
from documents.seal.additions import added_words
from documents.seal.boxes import Box
from documents.seal.looks import Look
from documents.seal.outcomes import because
from documents.seal.signed import SignedClaims
from documents.seal.verdict import Reason, ReasonCode
from documents.seal.words import Word

_NUMBER: Final = re.compile(r"[1-9][0-9]{0,4}")
_WORDS: Final = 12  # of a number below a hundred thousand, each on its own
_LARGEST: Final = 20.0  # points: what is larger is a title
_ACROSS, _DOWN = 0.55, 0.15  # of the page, from its left and from its top: where the upper right corner is


@dataclass(frozen=True, slots=True)
class Folio:
    """The folio of one page (from 0). `plain`: it looks as it says, and no word of the page stands beside or above."""

    number: str
    page: int
    words: frozenset[Word]
    plain: bool

    @property
    def reason(self) -> Reason:
        """A remark where it is plain; otherwise an addition like any other."""
        code = ReasonCode.SHEET_NUMBERED if self.plain else ReasonCode.TEXT_ADDED
        return because(code, found=self.number, page=self.page + 1)


def folios_on(claims: SignedClaims, looks: Sequence[Look]) -> tuple[Folio, ...]:
    """The folios of a document, provided that its text without them is the signed one, or that and another addition."""
    found = tuple(folio for look in looks if (folio := _folio_of(look)))
    if not found:
        return ()
    laid = frozenset(word for folio in found for word in folio.words)
    own = [word for look in looks for word in look.words if word not in laid]
    return found if own and added_words(own, claims.text_digest) is not None else ()


def _folio_of(look: Look) -> Folio | None:
    for count in range(1, min(_WORDS, len(look.words)) + 1):
        number, *spelled = look.words[-count:]
        if _NUMBER.fullmatch(number.text) and _is_spelled(int(number.text), spelled):
            words = frozenset((number, *spelled))
            if not all(_in_corner(word, look.box) for word in words):
                return None
            plain = _is_alone(words, look.words) and _looks_as_it_says(look, count)
            return Folio(number.text, look.number, words, plain)
    return None


def _is_spelled(number: int, words: Sequence[Word]) -> bool:
    return not words or " ".join(word.text for word in words) == in_letters(number)


def _in_corner(word: Word, page: Box) -> bool:
    left = page.left + _ACROSS * (page.right - page.left)
    bottom = page.top - _DOWN * (page.top - page.bottom)
    return word.em <= _LARGEST and word.box.left >= left and word.box.bottom >= bottom


def _looks_as_it_says(look: Look, count: int) -> bool:
    """Whether the last words of a page are seen to the pixel as their text is set in our own faces, here and elsewhere.

    A font can draw anything for a figure.
    """
    last = range(len(look.words) - count, len(look.words))
    seen = look.seen is not None and not any(index in look.seen.sights for index in last)
    return seen and look.unembedded.isdisjoint(look.words[index].font for index in last)


def _is_alone(folio: frozenset[Word], words: Sequence[Word]) -> bool:
    lowest = min(word.box.bottom for word in folio)
    return all(word.box.top <= lowest for word in words if word not in folio)
