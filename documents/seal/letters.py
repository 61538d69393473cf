"""Letters whole: some producers write the accent of one drawn letter as a second character. Pure."""

from typing import TYPE_CHECKING
from unicodedata import combining, normalize

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from documents.seal.pages import Glyph


def whole_letters(glyphs: "Iterable[Glyph]") -> "Iterator[Glyph]":
    """The glyphs with each combining mark joined to the letter before it, composed."""
    pending: Glyph | None = None
    for glyph in glyphs:
        if pending is not None and combining(glyph.letter):
            pending = pending._replace(letter=normalize("NFC", pending.letter + glyph.letter))
            continue
        if pending is not None:
            yield pending
        pending = glyph
    if pending is not None:
        yield pending
