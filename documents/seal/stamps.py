"""Whether ink over the page is that of a stamp: large, of another colour than letters, which shine through it.

A stamp hides nothing and is no figure of the page: a person sees both. Ink as dark as letters is never a stamp's.
"""

from collections.abc import Iterable
from typing import Final

from PIL import Image, ImageChops, ImageFilter

from documents.seal.boxes import Box, box_of
from documents.seal.pages import Page
from documents.seal.spots import Spot, spots

_WIDE: Final = 40.0  # points: larger than the words it lies on,
_HIGH: Final = 14.0  # so that it is not read as a part of them
_DARK: Final = [255 if level < 110 else 0 for level in range(256)]  # of its lightest colour: as dark as letters
_PAPER: Final = [255 if level > 200 else 0 for level in range(256)]


def stamps(page: Page, dpi: float, clean: Image.Image, added: Image.Image, found: Iterable[Spot]) -> tuple[Box, ...]:
    """The boxes of stamps among spots of ink: nothing in these is as dark as letters but letters and rules."""
    scale = page.scale(dpi)
    large = [
        spot
        for spot in found
        if not spot.rule and spot.right - spot.left > _WIDE * scale and spot.bottom - spot.top > _HIGH * scale
    ]
    if not large:
        return ()
    seen = page.render_colours(dpi)
    dark = ImageChops.darker(_lightest(seen).point(_DARK), ImageChops.darker(added, clean.point(_PAPER)))
    return tuple(box_of(page.box, spot, scale) for spot in large if _is_pale(dark.crop(spot[:4]), scale))


def _lightest(seen: Image.Image) -> Image.Image:
    red, green, blue = seen.split()
    return ImageChops.lighter(ImageChops.lighter(red, green), blue)


def _is_pale(dark: Image.Image, scale: float) -> bool:
    """Whether only rules are dark, once the edges of pale strokes over letters are left out.

    A stamp cuts a rule in pieces: these lie on its line.
    """
    strokes = spots(dark.filter(ImageFilter.MinFilter(3)), scale)
    rules = [spot for spot in strokes if spot.rule]
    return all(any(_on_line(spot, rule) for rule in rules) for spot in strokes)


def _on_line(spot: Spot, rule: Spot) -> bool:
    return spot.top >= rule.top - 1 and spot.bottom <= rule.bottom + 1
