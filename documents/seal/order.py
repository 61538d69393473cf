"""In which order the rows of a paper stand, as a digest: page after page, row after row, piece after piece. Pure.

A paper is a list of records. That each word stands beside its neighbours (`documents.seal.places`) would let the years
of one record and those of another change places; here nothing may. It rests on where glyphs are, not on their order in
the file, so a file that was only saved again keeps it.
"""

from collections.abc import Iterable

from documents.seal.text import canonical_tokens, digest_of_tokens
from documents.seal.words import Word, rows, segments

_BESIDE = "\u241f"  # between the pieces of a row; nothing of ours prints it
_PAGE = "\u241e"  # where a page begins


def order_digest(words: Iterable[Word]) -> bytes:
    """16 bytes over all rows as they are read."""
    lines: list[str] = []
    page = None
    for row in rows(words):
        if row[0].page != page:
            page = row[0].page
            lines.append(_PAGE)
        lines.append(_BESIDE.join("".join(canonical_tokens(each.text)) for each in segments(row)))
    return digest_of_tokens(lines)
