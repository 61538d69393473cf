"""Words of a page out of its glyphs: what stands together, where, and in which row. Geometry only, no meaning.

A page's text is cut by the gaps that are on it, not by the spaces in the file: software that writes a PDF anew keeps the
places of glyphs and is free with spaces.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from documents.seal.faces import metrics
from documents.fonts import Face
from documents.seal.pages import Box, Glyph

_GAP: Final = 0.16  # ems between glyphs of two words; kerning stays below, the space of these faces is 0.25
_TOGETHER: Final = 0.75  # ems between words of one segment
_ASIDE: Final = 0.12  # ems off the baseline that is still the same line
_USUAL: Final = 0.55  # ems: the advance of a letter that the bundled faces lack


@dataclass(frozen=True, slots=True)
class Word:
    """Letters without a gap between them. Upright coordinates: as if the text ran from left to right."""

    text: str
    x: float  # where the first glyph begins
    right: float
    y: float  # of the baseline
    em: float  # size in points
    page: int
    box: Box  # on the page as it is rendered
    first: int  # index of its first glyph on the page
    strange: bool = False  # in a typeface that is not one of ours


@dataclass(frozen=True, slots=True)
class Segment:
    """Words side by side as a reader takes them in one look."""

    words: tuple[Word, ...]

    @property
    def text(self) -> str:
        """The words with one space between them."""
        return " ".join(word.text for word in self.words)

    @property
    def x(self) -> float:
        """Where it begins."""
        return self.words[0].x

    @property
    def right(self) -> float:
        """Where it ends."""
        return self.words[-1].right

    @property
    def y(self) -> float:
        """Its baseline."""
        return self.words[0].y

    @property
    def page(self) -> int:
        """Its page, from 0."""
        return self.words[0].page


def words_of(glyphs: Iterable[Glyph], page: int, factors: dict[int, float], strange: frozenset[int]) -> list[Word]:
    """The words of one page in content order. `factors`: how much larger a font sets than it says, `strange`: see Word."""
    words: list[Word] = []
    pending: list[tuple[int, Glyph]] = []
    end = 0.0
    for index, glyph in enumerate(glyphs):
        if glyph.letter.isspace():
            words += _word(pending, page, factors, strange)
            pending = []
            continue
        if pending and not _joined(pending[-1][1], glyph, end, factors):
            words += _word(pending, page, factors, strange)
            pending = []
        pending.append((index, glyph))
        end = _along(glyph) + _advance(glyph, factors)
    return [*words, *_word(pending, page, factors, strange)]


def rows(words: Iterable[Word]) -> list[list[Word]]:
    """Words by baseline, from the top of the first page down, each row from left to right."""
    ordered = sorted(words, key=lambda word: (word.page, -word.y, word.x))
    found: list[list[Word]] = []
    for word in ordered:
        row = found[-1] if found else None
        if row and row[0].page == word.page and row[0].y - word.y <= _ASIDE * min(row[0].em, word.em):
            row.append(word)
        else:
            found.append([word])
    return [sorted(row, key=lambda word: word.x) for row in found]


def segments(row: list[Word]) -> Iterator[Segment]:
    """The segments of a row: a wide gap or another size of type parts them."""
    pending: list[Word] = []
    for word in row:
        last = pending[-1] if pending else None
        if last and (word.x - last.right > _TOGETHER * last.em or not 0.9 < word.em / last.em < 1.1):
            yield Segment(tuple(pending))
            pending = []
        pending.append(word)
    if pending:
        yield Segment(tuple(pending))


def _em(glyph: Glyph, factors: dict[int, float]) -> float:
    a, b, _, _ = glyph.style.matrix
    return glyph.style.size * float((a * a + b * b) ** 0.5) * factors.get(glyph.style.font, 1.0)


def _advance(glyph: Glyph, factors: dict[int, float]) -> float:
    return metrics(Face.REGULAR).advances.get(glyph.letter, _USUAL) * _em(glyph, factors)


def _direction(glyph: Glyph) -> tuple[float, float]:
    a, b, _, _ = glyph.style.matrix
    length = float((a * a + b * b) ** 0.5) or 1.0
    return a / length, b / length


def _along(glyph: Glyph) -> float:
    """Its place on the line of text it stands on."""
    across, up = _direction(glyph)
    return glyph.x * across + glyph.y * up


def _above(glyph: Glyph) -> float:
    across, up = _direction(glyph)
    return glyph.y * across - glyph.x * up


def _joined(last: Glyph, glyph: Glyph, end: float, factors: dict[int, float]) -> bool:
    """Whether a glyph goes on with the word that ends at `end`."""
    em = _em(last, factors)
    if last.style.matrix != glyph.style.matrix and _direction(last) != _direction(glyph):
        return False
    gap = _along(glyph) - end
    return -0.5 * em < gap < _GAP * em and abs(_above(glyph) - _above(last)) < _ASIDE * em


def _word(
    pending: list[tuple[int, Glyph]], page: int, factors: dict[int, float], strange: frozenset[int]
) -> list[Word]:
    if not pending:
        return []
    (number, first), (_, last) = pending[0], pending[-1]
    em = _em(first, factors)
    x, y, right = _along(first), _above(first), _along(last) + _advance(last, factors)
    across, up = _direction(first)
    corners = [(x, y - 0.22 * em), (right, y - 0.22 * em), (x, y + 0.78 * em), (right, y + 0.78 * em)]
    xs = [at * across - above * up for at, above in corners]
    ys = [at * up + above * across for at, above in corners]
    box = Box(min(xs), min(ys), max(xs), max(ys))
    text = "".join(glyph.letter for _, glyph in pending)
    unlike = any(glyph.style.font in strange for _, glyph in pending)
    return [Word(text, x, right, y, em, page, box, number, unlike)]
