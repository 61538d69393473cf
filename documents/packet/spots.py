"""Where the folio goes on a page as it is seen: the free place nearest to the upper right corner; and blank pages.

Pages are rendered small and grey. A place is free when it is light and even, as paper is, also scanned paper.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from documents.page_image import PDFIUM

if TYPE_CHECKING:
    import pypdfium2  # type: ignore[import-untyped]  # it ships no types and no stubs exist
    from PIL.Image import Image

_DPI: Final = 50
_SCALE: Final = _DPI / 72
_LIGHT: Final = 200  # of 255: no darker than scanned paper
_EVEN: Final = 26  # of 255: the grain of paper
_BLANK: Final = 246  # of 255: a page that holds nothing darker is blank
_MARGIN: Final = 17.0  # points; printers leave 4 to 6 mm white
_STEP: Final = 9.0
_ALIKE: Final = 1.25  # a box nearer to the corner may cover this much more than the one that covers least
_REACH: Final = (0.42, 0.13)  # of the page's width and height: how far from the corner a folio is still upper right


@dataclass(frozen=True, slots=True)
class Room:
    """The size of the place a folio needs, in points."""

    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Spot:
    """The top right corner of the place, from that of the page. `boxed`: on white, over something."""

    right: float
    top: float
    boxed: bool = False


@dataclass(frozen=True, slots=True)
class Look:
    """What was seen of a page."""

    spot: Spot
    blank: bool


def look(file: Path, room: Room) -> Iterator[Look]:
    """Each page of a PDF in turn. The lock on PDFium is held for one page at a time."""
    import pypdfium2

    with PDFIUM:
        document = pypdfium2.PdfDocument(file)
    try:
        for index in range(len(document)):
            with PDFIUM:
                grey = _grey(document, index)
            yield seen(grey, room)
    finally:
        with PDFIUM:
            document.close()


def _grey(document: "pypdfium2.PdfDocument", index: int) -> "Image":
    page = document[index]
    try:
        bitmap = page.render(scale=_SCALE, grayscale=True)
        picture: Image = bitmap.to_pil().copy()
        bitmap.close()
        return picture
    finally:
        page.close()


def seen(grey: "Image", room: Room) -> Look:
    """What a grey picture of a page at 50 dpi shows."""
    darkest = int(_extremes(grey)[0])
    if darkest >= _BLANK:
        return Look(Spot(_MARGIN, _MARGIN), blank=True)
    tried: list[tuple[float, Spot]] = []
    for right, top in _places(grey.width / _SCALE, grey.height / _SCALE):
        corner = grey.crop(_crop(grey, right, top, room))
        low, high = _extremes(corner)
        if low >= _LIGHT and high - low <= _EVEN:
            return Look(Spot(right, top), blank=False)
        tried.append((_ink(corner), Spot(right, top, boxed=True)))
    least = min(ink for ink, _ in tried)
    return Look(next(spot for ink, spot in tried if ink <= least * _ALIKE), blank=False)


def _places(width: float, height: float) -> list[tuple[float, float]]:
    """Corners to try, the nearest to the page's corner first; going down costs more than going left."""
    across, down = int(width * _REACH[0] / _STEP), int(height * _REACH[1] / _STEP)
    grid = [(_MARGIN + _STEP * x, _MARGIN + _STEP * y) for x in range(max(1, across)) for y in range(max(1, down))]
    return sorted(grid, key=lambda place: place[0] + 1.6 * place[1])


def _crop(grey: "Image", right: float, top: float, room: Room) -> tuple[int, int, int, int]:
    x1 = grey.width - int(right * _SCALE)
    y0 = int(top * _SCALE)
    x0 = max(0, x1 - int(room.width * _SCALE) - 1)
    return x0, y0, max(x0 + 1, x1), min(grey.height, y0 + int(room.height * _SCALE) + 2)


def _extremes(grey: "Image") -> tuple[float, float]:
    low, high = grey.getextrema()
    if isinstance(low, tuple) or isinstance(high, tuple):
        raise TypeError(grey.mode)
    return low, high


def _ink(grey: "Image") -> float:
    """How much would be lost under a box: the sum of what differs from the lightest tone."""
    counts = grey.histogram()
    return float(sum((255 - tone) * count for tone, count in enumerate(counts)))
