"""Whether a word's ink is what the word says: one small crop of the page against the same crop of its clean copy.

Levels are greys, 0 black. A crop is judged against its own paper: a highlighted word is still the word. Honest ink may
stray by two pixels of a crop that shows the word as tall as TALL, a fiftieth of its size, since other software rounds
otherwise; what is more is ink that was added, taken away or covered.
"""

from enum import Enum, auto
from typing import Final

from PIL import Image, ImageChops, ImageFilter

TALL: Final = 96  # pixels: how large an em is in the crops
_CORE: Final = 70  # darker than this the clean copy is well inside a stroke
_FAINT: Final = 60  # levels between ink and paper: less is not legible
_TINT: Final = 36  # levels between the paper of a word and white
_LIGHT: Final = 90  # stretched: a core lighter than this has lost its ink
_DARK: Final = 100  # stretched: this much darker than the clean copy is ink that was added
_FEW: Final = 24  # pixels: of a stroke of eight pixels' width three are left out
_STRAY: Final = ImageFilter.MinFilter(5)  # what honest ink may stray


class Sight(Enum):
    """What became of a word's ink."""

    SAME = auto()
    TINTED = auto()  # legible and right, on paper of another colour
    LINED = auto()  # a line runs along the whole word
    OVERDRAWN = auto()  # all its ink is there, and more
    BROKEN = auto()  # some of its ink is not there: it shows something else
    GONE = auto()


def look(seen: Image.Image, clean: Image.Image) -> Sight:
    """Compare two crops of the same size."""
    core = clean.point(_CORES)
    size = core.histogram()[255]
    if not size:
        return Sight.SAME if _darkest(seen) > 255 - _FAINT else Sight.OVERDRAWN
    paper, ink = _paper(seen), _mean(seen, core)
    if paper - ink < _FAINT:
        return Sight.GONE
    stretched = seen.point([_clamped((level - ink) * 255 / (paper - ink)) for level in range(256)])
    return _judged(stretched, clean, core, size, tinted=255 - paper > _TINT)


def _judged(seen: Image.Image, clean: Image.Image, core: Image.Image, size: int, *, tinted: bool) -> Sight:
    darkest = seen.filter(_STRAY)
    lost = _count(ImageChops.darker(core, darkest.point(_LIGHTS)))
    if lost > _FEW:
        return Sight.GONE if lost > 0.6 * size else Sight.BROKEN
    halo = clean.filter(_STRAY)
    added = ImageChops.subtract(halo, seen).point(_DARKS)
    if _count(added) > _FEW:
        return Sight.LINED if _is_line(added) else Sight.OVERDRAWN
    return Sight.TINTED if tinted else Sight.SAME


def _is_line(added: Image.Image) -> bool:
    """Thin, level, and from one end of the crop to the other: it strikes out or underlines, it makes no digit."""
    place = added.getbbox()
    if place is None:
        return False
    left, top, right, bottom = place
    return right - left >= 0.9 * added.width and bottom - top <= max(4, 0.15 * added.height)


def _paper(seen: Image.Image) -> int:
    """The most frequent level, smoothed over its neighbours: there is more paper than ink in any word."""
    counts = seen.histogram()
    return max(range(3, 256), key=lambda level: sum(counts[level - 3 : level + 4]) + level / 256)


def _mean(seen: Image.Image, core: Image.Image) -> float:
    counts = seen.histogram(core)
    return sum(level * count for level, count in enumerate(counts)) / max(1, sum(counts))


def _darkest(seen: Image.Image) -> int:
    return next((level for level, count in enumerate(seen.histogram()) if count), 255)


def _count(mask: Image.Image) -> int:
    return mask.histogram()[255]


def _clamped(level: float) -> int:
    return max(0, min(255, round(level)))


def _steps(*, below: int | None = None, above: int | None = None) -> list[int]:
    """A table that turns levels into all or nothing."""
    return [
        255 if (below is not None and level <= below) or (above is not None and level > above) else 0
        for level in range(256)
    ]


_CORES: Final = _steps(below=_CORE)
_LIGHTS: Final = _steps(above=_LIGHT)
_DARKS: Final = _steps(above=_DARK)
