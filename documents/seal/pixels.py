"""What the eye sees against what the page says: a rendering, annotations and forms drawn, against a clean copy.

Not a comparison with our own layout: the copy is made of the page's own text layer. Whoever drew or rewrote the page,
every stroke on it must come from a letter that the text layer names, from a code that was read, or from a plain line.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PIL import Image, ImageChops, ImageFilter

from documents.seal.boxes import Box, box_of, pixels_of
from documents.seal.pages import Page
from documents.seal.pale import blank, faint_ink
from documents.seal.sights import TALL, Sight, look
from documents.seal.spots import Spot, spots
from documents.seal.stamps import stamps
from documents.seal.symbols import Corners
from documents.seal.words import Word

_ADDED: Final = 24  # levels darker than the clean copy: more than a band behind a table, less than a rule of it
_LOST: Final = 140  # levels lighter than the clean copy: a stroke's ink that is not there
_PAPER: Final = range(130, 256)  # levels that can be the paper
_SMALLEST: Final = 2.5  # points: smaller type is not meant to be read
_MARGIN: Final = 2  # pixels around a word
_LIGHT: Final = 130  # levels: a marker's colour is lighter
_NEAR: Final = 6  # levels that are one colour
_FLAT: Final = 0.7  # of a spot in one colour: small letters are mostly edges
_UNEVEN: Final = 45  # levels within the strokes of a word, whose edges alone make 30
_STROKES: Final = [255 if level <= 30 else 0 for level in range(256)]
_UNTOUCHED: Final = [255 if level > 200 else 0 for level in range(256)]
_DARKER: Final = [max(0, level - _ADDED) for level in range(256)]
_LIGHTER: Final = [max(0, level - _LOST) for level in range(256)]
_ANY: Final = [0] + [255] * 255
_BAND: Final = 64  # pixels of height compared at once
_ROUND: Final = 1.0  # points around a strip of words
_STRIPS: Final = 400  # lines looked at more closely; a full payslip has 90


@dataclass(frozen=True, slots=True)
class Seen:
    """What the eye made of one page. `sights` holds only words that are not simply the same, by their index."""

    sights: dict[int, Sight]
    spots: tuple[Box, ...]  # ink that nothing explains
    tints: tuple[Box, ...]  # light flat colours beside or under the words
    stamps: tuple[Box, ...]  # large and pale: what lies within hides nothing
    rules: tuple[Box, ...]  # long level lines
    pale: tuple[Box, ...]  # ink that only shows in colours, no band
    words: int  # how many were looked at

    @property
    def agreement(self) -> float:
        """Which share of the words looks as it should."""
        wrong = sum(sight in {Sight.OVERDRAWN, Sight.BROKEN, Sight.GONE} for sight in self.sights.values())
        return 1 - wrong / self.words if self.words else 0.0


def see(
    page: Page, seen: Image.Image, copy: Page, words: Sequence[Word], symbols: Sequence[Corners], *, hasty: bool = False
) -> Seen:
    """Every word and all other ink of a page. `seen` is its rendering at `limits.eye`, `copy` its clean copy.

    `hasty`: where most words are not alike at first sight, as under a scan, that is the result.
    """
    dpi = page.limits.eye
    scale = page.scale(dpi)
    clean = copy.render(dpi)
    if seen.size != clean.size:
        clean = clean.resize(seen.size)
    seen = _on_white(seen)
    added, lost = differences(seen, clean)
    blank(added, page.box, symbols, scale)
    places = [pixels_of(page.box, word.box, scale, seen.size, _MARGIN) for word in words]
    unlike = _unlike(words, places, (added, lost), (seen, clean))
    shown = [index for index in unlike if not _is_hidden(words[index], places[index])]
    sights: dict[int, Sight] = {**dict.fromkeys(unlike, Sight.GONE), **dict.fromkeys(shown, Sight.BROKEN)}
    if not (hasty and 2 * len(shown) > len(words)):
        sights |= _closer(page, copy, words, shown)
    for index in unlike:
        if sights[index] in {Sight.SAME, Sight.TINTED}:
            _explain(added, clean, places[index], tinted=sights[index] is Sight.TINTED)
    found = spots(added, scale)
    stamped = stamps(page, dpi, clean, added, found)
    tints = [spot for spot in found if not spot.rule and _without_tint(seen, added, spot)]
    if tints:  # what is left when the colour is gone: lines that ran through it, or ink that was on it
        found = spots(added, scale)
    other: dict[int, Sight] = {index: sight for index, sight in sights.items() if sight is not Sight.SAME}
    rules = tuple(box_of(page.box, spot, scale) for spot in found if spot.rule)
    faint = faint_ink(page, copy, words, symbols, rules)
    return Seen(
        other,
        tuple(box_of(page.box, spot, scale) for spot in found if not spot.rule),
        tuple(box_of(page.box, spot, scale) for spot in tints),
        stamped,
        (*rules, *faint.rules),
        faint.ink,
        len(words),
    )


def _unlike(
    words: Sequence[Word],
    places: Sequence[tuple[int, int, int, int]],
    differing: tuple[Image.Image, Image.Image],
    looks: tuple[Image.Image, Image.Image],
) -> list[int]:
    """The words at whose place anything differs, and those that nobody can read.

    `differing`: what is added and what is lost; `looks`: the page and its clean copy.
    """
    masks = [mask for mask in differing if mask.getbbox()]  # of a page that nobody touched, nothing is lost
    unlike = ImageChops.difference(*looks)  # ink that is the same to the last level has not paled
    return [
        index
        for index, place in enumerate(places)
        if _is_hidden(words[index], place)
        or any(mask.crop(place).getbbox() for mask in masks)
        or (unlike.crop(place).getbbox() and _is_faded(looks[0].crop(place), looks[1].crop(place)))
    ]


def _explain(added: Image.Image, clean: Image.Image, place: tuple[int, int, int, int], *, tinted: bool) -> None:
    """Take from the ink that is left over what is a word's own, strayed by a pixel: accents reach above its box."""
    left, top, right, bottom = place
    around = (left - 1, max(0, top - (bottom - top) // 3), right + 1, bottom + 1)
    outside = clean.crop(around).filter(ImageFilter.MinFilter(3)).point(_UNTOUCHED)
    added.paste(ImageChops.darker(added.crop(around), outside), around)
    if tinted:
        added.paste(0, place)


def _without_tint(seen: Image.Image, added: Image.Image, spot: Spot) -> bool:
    """Take a light flat colour, as of a marker, from a spot of ink; whether there was one. Letters are not flat."""
    place = (spot.left, spot.top, spot.right, spot.bottom)
    levels, ink = seen.crop(place), added.crop(place)
    counts = levels.histogram(ink.point(_ANY))
    level = max(range(256), key=counts.__getitem__)
    near = range(max(0, level - _NEAR), min(256, level + _NEAR + 1))
    if level < _LIGHT or sum(counts[each] for each in near) < _FLAT * sum(counts):
        return False
    added.paste(ImageChops.darker(ink, levels.point([0 if each in near else 255 for each in range(256)])), place)
    return True


def differences(seen: Image.Image, clean: Image.Image) -> tuple[Image.Image, Image.Image]:
    """Where there is ink that the clean copy has not, and where its ink is missing: black is no difference.

    The lighter of both is nowhere darker than one of them, so subtraction without bounds, which is quick, is exact.
    """
    added, lost = Image.new("L", seen.size), Image.new("L", seen.size)
    unlike = ImageChops.difference(seen, clean)
    for top in range(0, seen.height, _BAND):
        band = unlike.crop((0, top, seen.width, min(top + _BAND, seen.height)))
        part = band.getbbox()
        most = _most(band)
        if part is None or most <= _ADDED:  # most of a page is the same to the last level
            continue
        place = (part[0], top + part[1], part[2], top + part[3])
        one, other = seen.crop(place), clean.crop(place)
        lighter = ImageChops.lighter(one, other)
        darker = ImageChops.subtract_modulo(lighter, one)
        if _most(darker) > _ADDED:
            added.paste(darker.point(_DARKER), place)
        if most > _LOST:
            lost.paste(ImageChops.subtract_modulo(lighter, other).point(_LIGHTER), place)
    return added, lost


def _most(levels: Image.Image) -> int:
    """The highest level of a picture in greys."""
    highest: object = levels.getextrema()[1]
    return highest if isinstance(highest, int) else 255


def _is_faded(seen: Image.Image, clean: Image.Image) -> bool:
    """Whether some of a word's ink is paler than the rest: what is `lost` would be gone even in a dark grey word."""
    darkest: object = seen.getextrema()[0]
    palest: object = ImageChops.darker(seen, clean.point(_STROKES)).getextrema()[1]
    return isinstance(palest, int) and isinstance(darkest, int) and palest - darkest > _UNEVEN


def _is_hidden(word: Word, place: tuple[int, int, int, int]) -> bool:
    """Off the page, or too small to read."""
    left, top, right, bottom = place
    return right - left < 3 or bottom - top < 3 or word.em < _SMALLEST


def _closer(page: Page, copy: Page, words: Sequence[Word], unlike: Sequence[int]) -> dict[int, Sight]:
    """A second look at words that are not alike to the pixel, so large that a digit cannot pass for another.

    Words of one size on one line are rendered together.
    """
    strips: dict[tuple[int, int], list[int]] = {}
    for index in unlike:
        word = words[index]
        strips.setdefault((round(word.em * 2), round(word.box.bottom)), []).append(index)
    sights: dict[int, Sight] = {}
    for indexes in list(strips.values())[:_STRIPS]:
        boxes = [words[index].box for index in indexes]
        strip = Box(
            min(box.left for box in boxes),
            min(box.bottom for box in boxes),
            max(box.right for box in boxes),
            max(box.top for box in boxes),
        ).grown(_ROUND, _ROUND)
        dpi = max(page.limits.eye, TALL * 72 / words[indexes[0]].em)
        seen, sheet, scale = page.render_part(strip, dpi)
        clean, _, _ = copy.render_part(strip, dpi)
        for index, box in zip(indexes, boxes, strict=True):
            place = pixels_of(sheet, box, scale, seen.size, _MARGIN)
            sights[index] = look(seen.crop(place), clean.crop(place))
    return sights


def _on_white(seen: Image.Image) -> Image.Image:
    """With the page's own paper made white, so that a coloured sheet is a sheet."""
    every_eighth = seen.resize((max(1, seen.width // 8), max(1, seen.height // 8)), Image.Resampling.NEAREST)
    counts = every_eighth.histogram()
    paper = max(_PAPER, key=counts.__getitem__)
    if paper > 250 or sum(counts[250:]) > counts[paper]:
        return seen
    return seen.point([min(255, round(level * 255 / paper)) for level in range(256)])
