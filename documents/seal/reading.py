"""Finds every QR on a page or in a picture: from the rendering, as the eye sees it, with its place.

A ladder: what is cheap and nearly always enough comes first (the bottom third at 150 dpi), what costs half a second
comes last and only for pictures.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final, NamedTuple

import zxingcpp
from PIL import Image, ImageFilter

from documents.seal.boxes import Box
from documents.seal.pages import Page

BOTTOM_THIRD: Final = 2 / 3  # of the height is cut off on top
QR: Final = zxingcpp.BarcodeFormats([zxingcpp.BarcodeFormat.QRCode])
_QUICK: Final = ((150, BOTTOM_THIRD), (300, BOTTOM_THIRD))
_WHOLE: Final = ((300, 0.0), (450, 0.0))
_SMALL: Final = 1_800  # pixels: a photograph is first looked at this large
_LARGE: Final = 6_000  # pixels: nothing is enlarged beyond


class Code(NamedTuple):
    """One QR: its text, its page (from 0) and where it stands: points on a page, pixels in a picture."""

    text: str
    page: int
    box: Box


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read. `unreadable`: there is something that looks like a QR and cannot be decoded."""

    codes: tuple[Code, ...]
    unreadable: bool = False


def read_bottom(page: Page) -> tuple[Code, ...]:
    """The codes in the bottom third, where a payslip has its own: the first two rungs."""
    for dpi, cut in _QUICK:
        if found := _on_page(page, dpi, cut):
            return found
    return ()


def read_whole(page: Page, *, pictures: bool) -> Reading:
    """The codes anywhere on the page. `pictures`: it holds images, for which the eye tries harder."""
    for dpi, cut in _WHOLE:
        if found := _on_page(page, dpi, cut):
            return Reading(found)
    image = page.render(300)
    if not pictures:
        return Reading((), _looks_like_code(image))
    return _placed(read_picture(image, page.number), page, 300, 0.0)


def read_rendering(page: Page, image: Image.Image, dpi: float) -> tuple[Code, ...]:
    """The codes in a rendering of the whole page that is there anyway."""
    return _placed(Reading(tuple(_decode(image, page.number))), page, dpi, 0.0).codes


def read_picture(image: Image.Image, page: int = 0) -> Reading:
    """The codes of a photograph or scan: as it is, then larger, sharper, with one threshold, without specks."""
    for shrink, attempt, binarizer in _attempts(image):
        found = tuple(
            Code(code.text, page, Box(*(side * shrink for side in code.box)))
            for code in _decode(attempt, page, binarizer)
        )
        if found:
            return Reading(found)
    return Reading((), _looks_like_code(image))


def _attempts(image: Image.Image) -> Iterator[tuple[float, Image.Image, zxingcpp.Binarizer]]:
    """(factor back to the picture's pixels, picture, how to tell dark from light), the cheapest first."""
    local, overall = zxingcpp.Binarizer.LocalAverage, zxingcpp.Binarizer.GlobalHistogram
    longest = max(image.size)
    if longest > 1.4 * _SMALL:
        small = image.copy()
        small.thumbnail((_SMALL, _SMALL))
        yield longest / max(small.size), small, local
    yield 1.0, image, local
    if 2 * longest <= _LARGE:
        double = image.resize((image.width * 2, image.height * 2), Image.Resampling.BICUBIC)
        yield 0.5, double, local
        yield 0.5, double.filter(ImageFilter.GaussianBlur(1.2)), local
    yield 1.0, image.filter(ImageFilter.UnsharpMask(2, 200, 2)), local
    yield 1.0, image, overall
    calm = image.filter(ImageFilter.MedianFilter(3))
    yield 1.0, calm, local
    if 2 * longest <= _LARGE:
        yield 0.5, calm.resize((image.width * 2, image.height * 2), Image.Resampling.BICUBIC), local
    yield 1.0, image.filter(ImageFilter.GaussianBlur(1.2)), overall


def _decode(
    image: Image.Image, page: int, binarizer: zxingcpp.Binarizer = zxingcpp.Binarizer.LocalAverage
) -> Iterable[Code]:
    for each in zxingcpp.read_barcodes(image, formats=QR, binarizer=binarizer, text_mode=zxingcpp.TextMode.Plain):
        corners = (
            each.position.top_left,
            each.position.top_right,
            each.position.bottom_left,
            each.position.bottom_right,
        )
        xs, ys = [corner.x for corner in corners], [corner.y for corner in corners]
        yield Code(each.text, page, Box(min(xs), min(ys), max(xs), max(ys)))


def _on_page(page: Page, dpi: float, cut: float) -> tuple[Code, ...]:
    image = page.render(dpi, top_cut=cut)
    return _placed(Reading(tuple(_decode(image, page.number))), page, dpi, cut).codes


def _placed(reading: Reading, page: Page, dpi: float, cut: float) -> Reading:
    """Pixels of a rendering into points of the page."""
    scale = page.scale(dpi)
    top = page.box.top - cut * (page.box.top - page.box.bottom)
    codes = tuple(
        Code(
            code.text,
            code.page,
            Box(
                page.box.left + code.box.left / scale,
                top - code.box.top / scale,
                page.box.left + code.box.right / scale,
                top - code.box.bottom / scale,
            ),
        )
        for code in reading.codes
    )
    return Reading(codes, reading.unreadable)


def _looks_like_code(image: Image.Image) -> bool:
    """Whether there are finders of a QR that does not decode."""
    errors = zxingcpp.read_barcodes(image, formats=QR, return_errors=True)
    return any(each.error for each in errors)
