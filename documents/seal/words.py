"""Words of a page out of its glyphs: what stands together, where, and in which row. Geometry only, no meaning.

A page's text is cut by the gaps that are on it, not by the spaces in the file: software that writes a PDF anew keeps
the places of glyphs and is free with spaces.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from documents.fonts import Face
from documents.seal.boxes import Box
from documents.seal.faces import metrics
from documents.seal.pages import Glyph, Style

_GAP: Final = 0.16  # ems between glyphs of two words; kerning stays below, the space of these faces is 0.25
_OVER: Final = 0.15  # ems that a glyph may lie on the one before: kerning, not a point hidden under a digit
_SQUASHED: Final = 0.7  # of its width at least a letter's height, and the other way round
_SLANTED: Final = 0.4  # of its height; italics made of upright letters slant by a third
_TOGETHER: Final = 0.75  # ems between words of one segment
_ASIDE: Final = 0.12  # ems off the baseline that is still the same word
_LEVEL: Final = 0.06  # ems between baselines of one row; on our paper they differ by less than 0.01 or more than 0.11
_LEAST: Final = 0.01  # points: type of no size at all would divide by nothing
_USUAL: Final = 0.55  # ems: the advance of a letter that the bundled faces lack
_DESCENT, _ASCENT = 0.22, 0.78  # ems below and above the baseline: where a word's ink can be


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
    font: int  # number of its font on this page


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


class _Pen:
    """How one style sets text: its size, its direction, how wide its letters are."""

    def __init__(self, style: Style, factor: float) -> None:
        turn = -1.0 if style.size < 0 else 1.0
        a, b, c, d = (turn * part for part in style.matrix)
        length = float((a * a + b * b) ** 0.5)
        self.em = max(abs(style.size * length * factor), _LEAST) if _is_upright(a, b, c, d) else _LEAST
        self.across, self.up = (a / length, b / length) if length else (1.0, 0.0)
        self.font = style.font

    def along(self, glyph: Glyph) -> float:
        """How far on its line of text a glyph stands."""
        return glyph.x * self.across + glyph.y * self.up

    def above(self, glyph: Glyph) -> float:
        """The height of its baseline in upright coordinates."""
        return glyph.y * self.across - glyph.x * self.up


def _is_upright(a: float, b: float, c: float, d: float) -> bool:
    """Whether letters keep their form: not flattened, slanted away or mirrored, which makes others of them."""
    square = a * a + b * b
    return _SQUASHED * square <= a * d - b * c <= square / _SQUASHED and abs(a * c + b * d) <= _SLANTED * square


@dataclass(slots=True)
class _Pending:
    """A word in the making."""

    pen: _Pen
    text: str
    x: float
    y: float
    right: float

    def goes_on(self, pen: _Pen, x: float, y: float) -> bool:
        """Whether a glyph of that pen at that place belongs to it."""
        em = self.pen.em
        same = pen is self.pen or (pen.across == self.pen.across and pen.up == self.pen.up)
        alike = 0.9 < pen.em / em < 1.1
        return same and alike and -_OVER * em < x - self.right < _GAP * em and abs(y - self.y) < _ASIDE * em

    def word(self, page: int) -> Word:
        """The finished word."""
        em, across, up = self.pen.em, self.pen.across, self.pen.up
        low, high = self.y - _DESCENT * em, self.y + _ASCENT * em
        corners = ((self.x, low), (self.right, low), (self.x, high), (self.right, high))
        xs = [along * across - above * up for along, above in corners]
        ys = [along * up + above * across for along, above in corners]
        box = Box(min(xs), min(ys), max(xs), max(ys))
        return Word(self.text, self.x, self.right, self.y, em, page, box, self.pen.font)


def words_of(glyphs: Iterable[Glyph], page: int, factors: Mapping[int, float]) -> list[Word]:
    """The words of one page in content order. `factors`: how much larger a font sets than it says it does."""
    words: list[Word] = []
    pending: _Pending | None = None
    pens: dict[int, _Pen] = {}
    advances = metrics(Face.REGULAR).advances
    for glyph in glyphs:
        letter, style = glyph.letter, glyph.style
        if letter.isspace():
            words += [pending.word(page)] if pending else []
            pending = None
            continue
        pen = pens.get(id(style)) or pens.setdefault(id(style), _Pen(style, factors.get(style.font, 1.0)))
        x, y = pen.along(glyph), pen.above(glyph)
        right = x + advances.get(letter, _USUAL) * pen.em
        if pending and pending.goes_on(pen, x, y):
            pending.text += letter
            pending.right = right
        else:
            words += [pending.word(page)] if pending else []
            pending = _Pending(pen, letter, x, y, right)
    return [*words, pending.word(page)] if pending else words


def rows(words: Iterable[Word]) -> list[list[Word]]:
    """Words by baseline, from the top of the first page down, each row from left to right."""
    ordered = sorted(words, key=lambda word: (word.page, -word.y, word.x))
    found: list[list[Word]] = []
    for word in ordered:
        row = found[-1] if found else None
        if row and row[0].page == word.page and row[0].y - word.y <= _LEVEL * min(row[0].em, word.em):
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
