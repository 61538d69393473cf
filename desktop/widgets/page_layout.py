"""Where the pages of a document lie in the viewer, and at which sizes: plain arithmetic, no painting, no Qt."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

MARGIN = 16  # logical pixels around the pages
GAP = 12  # between two pages
PIXELS_PER_POINT = 96 / 72  # at 100 %
SMALLEST, LARGEST = 0.25, 4.0
STEPS = (0.25, 0.33, 0.5, 0.67, 0.75, 0.9, 1.0, 1.1, 1.25, 1.5, 1.75, 2.0, 2.5, 3.0, 4.0)
LARGEST_IMAGE = 16_000_000  # pixels of one rendered page: 64 MB

Size = tuple[float, float]


class Fit(StrEnum):
    """What decides the zoom."""

    WIDTH = "width"
    PAGE = "page"
    FREE = "free"  # the person


@dataclass(frozen=True, slots=True)
class Place:
    """A page on the desk, in logical pixels."""

    x: int
    y: int
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Spread:
    """All pages laid out, one below the other."""

    width: int
    height: int
    places: tuple[Place, ...]


def next_zoom(zoom: float, *, closer: bool) -> float:
    """The next step of the zoom in that direction."""
    if closer:
        return next((step for step in STEPS if step > zoom * 1.001), LARGEST)
    return next((step for step in reversed(STEPS) if step < zoom * 0.999), SMALLEST)


def clamped(zoom: float) -> float:
    """Within what can be shown."""
    return min(LARGEST, max(SMALLEST, zoom))


def fitting_zoom(fit: Fit, sizes: Sequence[Size], viewport: Size, current: float) -> float:
    """The zoom at which the widest page fills the width, or the largest page is seen whole."""
    if fit is Fit.FREE or not sizes:
        return clamped(current)
    across = (viewport[0] - 2 * MARGIN) / (max(width for width, _ in sizes) * PIXELS_PER_POINT)
    if fit is Fit.WIDTH:
        return clamped(across)
    down = (viewport[1] - 2 * MARGIN) / (max(height for _, height in sizes) * PIXELS_PER_POINT)
    return clamped(min(across, down))


def lay_out(sizes: Sequence[Size], zoom: float, viewport: Size) -> Spread:
    """Pages centred across; `sizes` in points."""
    drawn = [
        (round(width * PIXELS_PER_POINT * zoom), round(height * PIXELS_PER_POINT * zoom)) for width, height in sizes
    ]
    width = max([int(viewport[0]), *(page[0] + 2 * MARGIN for page in drawn)])
    places: list[Place] = []
    top = MARGIN
    for across, down in drawn:
        places.append(Place((width - across) // 2, top, across, down))
        top += down + GAP
    return Spread(width, top - GAP + MARGIN if drawn else 0, tuple(places))


def render_scale(size: Size, zoom: float, ratio: float) -> float:
    """Device pixels per point, so that the image is sharp on this screen and never larger than LARGEST_IMAGE."""
    scale = PIXELS_PER_POINT * zoom * ratio
    pixels = size[0] * size[1] * scale * scale
    if pixels <= LARGEST_IMAGE:
        return scale
    return float(scale * (LARGEST_IMAGE / pixels) ** 0.5)
