"""Ink that a glance in greys passes over: pale, or coloured and as light as its paper. Looked for in colours.

Words of the page and what is close round them are left out: pale letters there would be read by nobody. What is left
may be rules, which are known already, or bands behind words; all other ink is somebody's.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from PIL import Image, ImageChops, ImageDraw

from documents.seal.boxes import Box, box_of, pixels_of
from documents.seal.pages import Page
from documents.seal.spots import LONG, SOLID, THIN, Spot, spots
from documents.seal.symbols import Corners, spread
from documents.seal.words import Word

_VISIBLE: Final = 6  # levels of a colour: less than this nobody sees
_CELL: Final = 3  # pixels: ink nearer than this is one spot
_FEW: Final = 8  # pixels: edges and dust
_EVEN: Final = 3  # levels within a band
_WIDE: Final = 90.0  # points: a band is at least this wide,
_HIGH: Final = 7.0  # and this high,
_INSIDE: Final = 2.0  # and no word reaches further over its edge


class Faint(NamedTuple):
    """What shows in colours, in points: ink that nothing explains, and rules that a glance in greys has not seen."""

    ink: tuple[Box, ...]
    rules: tuple[Box, ...]


class _Layers(NamedTuple):
    """Of one page, of one size: its colours, a mask of what is not paper, a mask of what is text or known."""

    seen: Image.Image
    ink: Image.Image
    text: Image.Image

    def crop(self, place: tuple[int, ...]) -> "_Layers":
        left, top, right, bottom = place
        return _Layers(*(layer.crop((left, top, right, bottom)) for layer in self))

    def holes(self) -> int:
        """Pixels that are paper."""
        return ImageChops.lighter(self.ink, self.text).histogram()[0]


def faint_ink(page: Page, copy: Page, words: Sequence[Word], symbols: Iterable[Corners], rules: Iterable[Box]) -> Faint:
    """The ink that is no word, no code, no rule and no band. `copy` is the page of the clean copy."""
    dpi = page.limits.eye_for_colours
    scale = page.scale(dpi)
    seen, clean = page.render_colours(dpi), copy.render(dpi)
    text = _around_text(clean.resize(seen.size) if clean.size != seen.size else clean)
    ink = ImageChops.subtract(_unlike_paper(seen), text)
    blank(ink, page.box, symbols, scale)
    for rule in rules:
        left, top, right, bottom = pixels_of(page.box, rule, scale, seen.size, 1)
        ink.paste(0, (left, top, right, bottom))
        text.paste(255, (left, top, right, bottom))
    layers = _Layers(seen, ink, text)
    found = spots(ink, scale, cell=_CELL, least=_FEW)
    fine = [box_of(page.box, place, scale) for place in _rules(found, layers, scale)]
    others = [(box_of(page.box, spot, scale), spot) for spot in found]
    bands = [box for box, spot in others if _is_band(box, spot, words, layers)]
    known = (*bands, *fine)
    return Faint(tuple(box for box, _ in others if not any(each.holds(box) for each in known)), tuple(fine))


def _rules(found: Iterable[Spot], layers: _Layers, scale: float) -> list[tuple[int, int, int, int]]:
    """Thin level pieces on one line with nothing but letters between them: rules that words stand close to."""
    lines: dict[int, list[Spot]] = defaultdict(list)
    for spot in found:
        if spot.bottom - spot.top <= THIN * scale:
            lines[spot.bottom].append(spot)
    whole = []
    for pieces in lines.values():
        place = (min(p.left for p in pieces), min(p.top for p in pieces),
                 max(p.right for p in pieces), max(p.bottom for p in pieces))  # fmt: skip
        wide, high = place[2] - place[0], place[3] - place[1]
        if wide >= LONG * scale and layers.crop(place).holes() <= (1 - SOLID) * wide * high:
            whole.append(place)
    return whole


def blank(ink: Image.Image, page: Box, symbols: Iterable[Corners], scale: float) -> None:
    """Take codes from a mask of ink, exactly where they stand."""
    pen = ImageDraw.Draw(ink)
    for corners in symbols:
        pen.polygon([((x - page.left) * scale, (page.top - y) * scale) for x, y in corners], fill=0)


def _around_text(clean: Image.Image) -> Image.Image:
    """Letters and two pixels round them."""
    small = spread(clean.reduce(2).point(_INKED), ImageChops.lighter)
    return small.resize(clean.size, Image.Resampling.NEAREST)


def _unlike_paper(seen: Image.Image) -> Image.Image:
    """All that is not of the colour that most of the page has."""
    counts = seen.histogram()
    paper = [max(range(256), key=counts[first : first + 256].__getitem__) for first in (0, 256, 512)]
    red, green, blue = ImageChops.difference(seen, Image.new("RGB", seen.size, tuple(paper))).split()
    return ImageChops.lighter(ImageChops.lighter(red, green), blue).point(_STRAYED)


def _is_band(box: Box, spot: Spot, words: Sequence[Word], layers: _Layers) -> bool:
    """A level rectangle of one even colour, without a hole, behind words that lie wholly on it."""
    if box.right - box.left < _WIDE or box.top - box.bottom < _HIGH:
        return False
    on_it = [word.box for word in words if word.box.meets(box, -_INSIDE)]
    around = box.grown(_INSIDE, _INSIDE)
    if not on_it or not all(around.holds(word) for word in on_it):
        return False
    inner = layers.crop((spot.left + 1, spot.top + 1, spot.right - 1, spot.bottom - 1))
    return inner.holes() <= _FEW and all(_is_even(channel, inner.ink) for channel in inner.seen.split())


def _is_even(channel: Image.Image, ink: Image.Image) -> bool:
    counts = channel.histogram(ink)
    usual = max(range(256), key=counts.__getitem__)
    return sum(counts) - sum(counts[max(0, usual - _EVEN) : usual + _EVEN + 1]) <= _FEW


_STRAYED: Final = [255 * (level > _VISIBLE) for level in range(256)]
_INKED: Final = [255 if level < 250 else 0 for level in range(256)]
