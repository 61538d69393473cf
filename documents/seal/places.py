"""Which words stand beside which, as a digest: the same words in other places are another document. Pure.

The text digest (`documents.seal.text`) takes words out of their places, so that another producer's order does no harm.
Alone it would let a date of birth and a date of entry change places. This one holds the neighbours: on each line of the
paper every piece of text with the piece left of it. It rests on where glyphs are, not on their order in the file.
"""

from collections.abc import Iterable

from documents.seal.text import canonical_tokens, digest_of_tokens
from documents.seal.words import Word, rows, segments

_BESIDE = "\u241f"  # between a piece and its neighbour; no payslip prints it


def place_digest(words: Iterable[Word]) -> bytes:
    """16 bytes over the sorted pairs of neighbours; the first piece of a line has an empty neighbour."""
    pairs: list[str] = []
    for row in rows(words):
        left = ""
        for segment in segments(row):
            text = "".join(canonical_tokens(segment.text))
            pairs.append(left + _BESIDE + text)
            left = text
    return digest_of_tokens(sorted(pairs))
