"""Everything the checker takes from one page at once: words, ink, annotations, codes. Worker process only."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Final

from documents.seal.boxes import Box
from documents.seal.clean import Setting, clean_copy, settings
from documents.seal.limits import Limits
from documents.seal.pages import Glyph, Mark, OpenPdf, Page, open_pdf
from documents.seal.pixels import Seen, see
from documents.seal.reading import Code, read_rendering
from documents.seal.symbols import Symbol, symbol_of
from documents.seal.words import Word, words_of

_SCARCE: Final = 20  # letters: a page with fewer has no text to speak of
_COVERED: Final = 0.5  # of the page under one image: then the page is a picture
_CODE_SIDE: Final = 28.0  # points: unexplained ink this wide and high may be another code
_CODES: Final = 8  # of one page are looked at closely; ink of others is ink
_AGREED: Final = 0.8  # of the words look as they should: then the text is not just laid under a picture


@dataclass(frozen=True, slots=True)
class Look:
    """One page. `seen` is None where there is no text to look for."""

    number: int  # from 0
    box: Box
    glyphs: tuple[Glyph, ...]
    chosen: dict[int, Setting]
    words: tuple[Word, ...]
    seen: Seen | None
    marks: tuple[Mark, ...]
    codes: tuple[Code, ...]
    symbols: tuple[Symbol, ...]  # of the codes that were read first
    covered: bool
    shrunk: bool

    @property
    def has_text(self) -> bool:
        """Whether there is enough text to compare with."""
        return sum(len(word.text) for word in self.words) >= _SCARCE

    @property
    def is_picture(self) -> bool:
        """Whether an image is what is seen, and the text only lies under it."""
        return self.covered and (self.seen is None or self.seen.agreement < _AGREED)

    @property
    def strange(self) -> bool:
        """Whether most of the page is set in a typeface that is not ours."""
        unlike = sum(len(word.text) for word in self.words if self.chosen[word.font].strange)
        return 2 * unlike > sum(len(word.text) for word in self.words)

    @property
    def unembedded(self) -> frozenset[int]:
        """The fonts that every viewer replaces as it likes."""
        return frozenset(glyph.style.font for glyph in self.glyphs if not glyph.style.embedded)


def look_at(page: Page, codes: Sequence[Code], limits: Limits) -> Look:
    """All that is to be known of a page; `codes` are those already read on it."""
    glyphs = page.glyphs()
    chosen = settings(glyphs)
    words = tuple(words_of(glyphs, page.number, {font: each.factor for font, each in chosen.items()}))
    covered = _is_covered(page)
    picture = page.render(limits.eye)
    symbols = tuple(symbol_of(page, code) for code in codes[:_CODES])
    seen = None
    if words:
        with _copied(page, glyphs, chosen, limits) as copy:
            seen = see(page, picture, copy, words, [symbol.corners for symbol in symbols], hasty=covered)
    if covered or seen is None or any(_may_be_code(spot) for spot in (*seen.spots, *seen.tints, *seen.pale)):
        fresh = read_rendering(page, picture, limits.eye)
        codes = [*codes, *(code for code in fresh if not _is_known(code, codes))]
    return Look(
        page.number, page.box, glyphs, chosen, words, seen, page.marks(), tuple(codes), symbols, covered, page.shrunk
    )


def look_again(other: OpenPdf, look: Look, limits: Limits) -> Seen | None:
    """The same words looked for in another version of the file; None where that has no such page."""
    if look.number >= other.count or not look.words:
        return None
    with other.page(look.number) as page, _copied(page, look.glyphs, look.chosen, limits) as copy:
        return see(page, page.render(limits.eye), copy, look.words, [symbol.corners for symbol in look.symbols])


@contextmanager
def _copied(page: Page, glyphs: Sequence[Glyph], chosen: dict[int, Setting], limits: Limits) -> Iterator[Page]:
    """The clean copy of a page, open and drawn in the same way: PDFium places letters otherwise in colours."""
    with open_pdf(clean_copy(page.box, glyphs, chosen), limits) as document, document.page(0) as copy:
        copy.coloured = page.coloured
        yield copy


def _is_covered(page: Page) -> bool:
    area = (page.box.right - page.box.left) * (page.box.top - page.box.bottom)
    return any(_common(box, page.box) > _COVERED * area for box in page.pictures())


def _common(one: Box, other: Box) -> float:
    wide = min(one.right, other.right) - max(one.left, other.left)
    high = min(one.top, other.top) - max(one.bottom, other.bottom)
    return max(0.0, wide) * max(0.0, high)


def _may_be_code(spot: Box) -> bool:
    return spot.right - spot.left > _CODE_SIDE and spot.top - spot.bottom > _CODE_SIDE


def _is_known(code: Code, codes: Sequence[Code]) -> bool:
    """Read before, at the same place."""
    return any(code.text == each.text and code.box.meets(each.box) for each in codes)
