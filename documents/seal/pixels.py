"""What the eye sees against what the page says: a rendering, annotations and forms drawn, against a clean copy.

Not a comparison with our own layout: the copy is made of the page's own text layer. Whoever drew or rewrote the page,
every stroke on it must come from a letter that the text layer names, from a code that was read, or from a plain line.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from PIL import Image, ImageChops

from documents.seal.clean import Setting, clean_copy
from documents.seal.limits import Limits
from documents.seal.pages import Box, Glyph, Page, open_pdf
from documents.seal.sights import DPI, Sight, look
from documents.seal.spots import spots
from documents.seal.words import Word

_ADDED: Final = 40  # levels darker than the clean copy: more than a band behind a table, less than pale grey letters
_LOST: Final = 170  # levels lighter than the clean copy: a stroke's ink that is not there
_PAPER: Final = range(130, 256)  # levels that can be the paper
_SMALLEST: Final = 2.5  # points: smaller type is not meant to be read
_EDGE: Final = 1.5  # points around a code that belong to it
_MARGIN: Final = 2  # pixels around a word


@dataclass(frozen=True, slots=True)
class Seen:
    """What the eye made of one page. `sights` holds only words that are not simply the same, by their index."""

    sights: dict[int, Sight]
    spots: tuple[Box, ...]  # ink that nothing explains
    words: int  # how many were looked at

    @property
    def agreement(self) -> float:
        """Which share of the words looks as it should."""
        wrong = sum(sight in {Sight.OVERDRAWN, Sight.BROKEN, Sight.GONE} for sight in self.sights.values())
        return 1 - wrong / self.words if self.words else 0.0


def clean_rendering(box: Box, glyphs: Sequence[Glyph], chosen: dict[int, Setting], limits: Limits) -> Image.Image:
    """The clean copy as pixels."""
    with open_pdf(clean_copy(box, glyphs, chosen), limits) as copy, copy.page(0) as page:
        return page.render(DPI)


def see(page: Page, seen: Image.Image, clean: Image.Image, words: Sequence[Word], codes: Iterable[Box]) -> Seen:
    """Every word and all other ink of a page. Both pictures are renderings at `sights.DPI`."""
    scale = page.scale(DPI)
    if seen.size != clean.size:
        clean = clean.resize(seen.size)
    seen = _on_white(seen)
    added = ImageChops.subtract(clean, seen, 1.0, -_ADDED)
    lost = ImageChops.subtract(seen, clean, 1.0, -_LOST)
    for code in codes:
        added.paste(0, _pixels(page.box, code.grown(_EDGE, _EDGE), scale, seen.size))
    sights: dict[int, Sight] = {}
    for index, word in enumerate(words):
        place = _pixels(page.box, word.box, scale, seen.size)
        sight = _sight(word, place, seen, clean, added, lost)
        if sight is not Sight.SAME:
            sights[index] = sight
        if sight in {Sight.SAME, Sight.TINTED}:
            added.paste(0, place)
    found = tuple(_points(page.box, spot, scale) for spot in spots(added, scale))
    return Seen(sights, found, len(words))


def _sight(
    word: Word,
    place: tuple[int, int, int, int],
    seen: Image.Image,
    clean: Image.Image,
    added: Image.Image,
    lost: Image.Image,
) -> Sight:
    left, top, right, bottom = place
    if right - left < 3 or bottom - top < 3 or word.em < _SMALLEST:
        return Sight.GONE  # off the page, or too small to read
    if added.crop(place).getbbox() is None and lost.crop(place).getbbox() is None:
        return Sight.SAME
    return look(seen.crop(place), clean.crop(place))


def _on_white(seen: Image.Image) -> Image.Image:
    """With the page's own paper made white, so that a coloured sheet is a sheet."""
    every_eighth = seen.resize((max(1, seen.width // 8), max(1, seen.height // 8)), Image.Resampling.NEAREST)
    counts = every_eighth.histogram()
    paper = max(_PAPER, key=counts.__getitem__)
    if paper > 250 or sum(counts[250:]) > counts[paper]:
        return seen
    return seen.point([min(255, round(level * 255 / paper)) for level in range(256)])


def _pixels(sheet: Box, box: Box, scale: float, size: tuple[int, int]) -> tuple[int, int, int, int]:
    left, right = (box.left - sheet.left) * scale, (box.right - sheet.left) * scale
    top, bottom = (sheet.top - box.top) * scale, (sheet.top - box.bottom) * scale
    return (
        min(max(0, int(left) - _MARGIN), size[0]),
        min(max(0, int(top) - _MARGIN), size[1]),
        max(0, min(size[0], int(right) + _MARGIN + 1)),
        max(0, min(size[1], int(bottom) + _MARGIN + 1)),
    )


def _points(sheet: Box, spot: tuple[int, int, int, int], scale: float) -> Box:
    left, top, right, bottom = spot
    return Box(
        sheet.left + left / scale, sheet.top - bottom / scale, sheet.left + right / scale, sheet.top - top / scale
    )
