"""Which words of a text were not there when it was signed. Pure.

The seal holds a digest of the whole text, so this asks: without which few words is it the signed text? Additions are
written together, in one place of the content or in a font of their own; that is where the search looks.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from documents.seal.text import canonical_tokens, digest_of_tokens
from documents.seal.words import Word

_LONGEST: Final = 14  # words of an addition in the midst of the content
_ENDS: Final = 120  # words of an addition at its beginning or end
_TRIES: Final = 3_000


def added_words(words: Sequence[Word], digest: bytes) -> frozenset[int] | None:
    """The indexes of words without which the text is the signed one; empty where it is; None where nothing fits."""
    text = _Text(words)
    for removed in _guesses(words):
        if text.digest_without(removed) == digest:
            return removed
    return None


def _guesses(words: Sequence[Word]) -> Iterator[frozenset[int]]:
    count = len(words)
    yield frozenset()
    yield from _font_groups(words)
    for length in range(1, min(_ENDS, count - 1) + 1):
        yield frozenset(range(count - length, count))
        yield frozenset(range(length))
    tries = 0
    for length in range(1, _LONGEST + 1):
        for start in range(1, count - length):
            tries += 1
            if tries > _TRIES:
                return
            yield frozenset(range(start, start + length))


def _font_groups(words: Sequence[Word]) -> Iterator[frozenset[int]]:
    """The words of each font of each page, those of rare fonts first."""
    groups: dict[tuple[int, int], set[int]] = {}
    for index, word in enumerate(words):
        groups.setdefault((word.page, word.font), set()).add(index)
    for group in sorted(groups.values(), key=len):
        if len(group) <= len(words) // 2:
            yield frozenset(group)


class _Text:
    """The sorted tokens of all words, from which those of some words can be taken quickly."""

    def __init__(self, words: Sequence[Word]) -> None:
        self._of = [canonical_tokens(word.text) for word in words]
        self._all = sorted(token for tokens in self._of for token in tokens)

    def digest_without(self, removed: Iterable[int]) -> bytes:
        left = list(self._all)
        for index in removed:
            for token in self._of[index]:
                del left[bisect_left(left, token)]
        return digest_of_tokens(left)


def shown(words: Sequence[Word], removed: frozenset[int]) -> str:
    """The additions as they stand there, for people."""
    return " ".join(words[index].text for index in sorted(removed))
