"""Whether the place of a code shows that code and nothing else: every module against the code drawn again.

A reader of codes corrects what is wrong in them, and so bears words written into one. What was read says how each
module must look; ink between modules, on them, or of another colour is not the code's.
"""

from collections.abc import Callable, Iterator
from contextlib import suppress
from typing import Final, NamedTuple

import zxingcpp
from PIL import Image, ImageChops
from qrcode.exceptions import DataOverflowError

from documents.seal.boxes import Box
from documents.seal.pages import Page
from documents.seal.reading import QR, Code

_DPI: Final = 360  # 5.7 pixels for the smallest module of our paper
_AROUND: Final = 6.0  # points around a code in which its corners are looked for again
_PARTS: Final = 3  # samples of a module, across and along
_FEW: Final = 4  # samples that may stray
_PAPER_STRAYS: Final = 10  # levels of a colour between two light modules
_INK_STRAYS: Final = 30  # levels of a colour between two dark modules
_SEAM: Final = 120  # levels: bars drawn side by side leave a pale hair between them
_OWN: Final = 0.3  # modules around the code that are its own: edges are never sharp

Corners = tuple[tuple[float, float], ...]


class Symbol(NamedTuple):
    """A code on its page: its four corners in points, a little grown, and whether nothing else is in it."""

    corners: Corners
    clean: bool


def symbol_of(page: Page, code: Code) -> Symbol:
    """The code at its place. One that cannot be found again there is not clean."""
    part, shown, scale = page.render_part(code.box.grown(_AROUND, _AROUND), _DPI, colours=True)
    found = [each for each in zxingcpp.read_barcodes(part.convert("L"), formats=QR) if each.text == code.text]
    form = _form_of(found[0]) if found else None
    if form is None:
        return Symbol(_corners_of(code.box), clean=False)
    place = found[0].position
    corners = tuple(
        (float(each.x), float(each.y))
        for each in (place.top_left, place.bottom_left, place.bottom_right, place.top_right)
    )
    on_page = tuple((shown.left + x / scale, shown.top - y / scale) for x, y in corners)
    clean = any(_is_clean(part, corners, expected) for expected in _drawn_again(code.text, form))
    return Symbol(_grown(on_page, 1 + 2 * _OWN / (17 + 4 * form.version)), clean)


class _Form(NamedTuple):
    """What a code is besides its text."""

    version: int
    level: str
    mask: int


def _form_of(code: zxingcpp.Barcode) -> _Form | None:
    """None for a kind of QR without these properties."""
    found = code.extra
    if not isinstance(found, dict) or not {"Version", "ECLevel", "DataMask"} <= found.keys():
        return None
    return _Form(int(found["Version"]), found["ECLevel"], int(found["DataMask"]))


def _drawn_again(text: str, form: _Form) -> Iterator[Image.Image]:
    """The code's modules, one pixel each, as one writer draws it and another: runs of digits may be written apart."""
    with suppress(ValueError):
        again = zxingcpp.create_barcode(
            text,
            zxingcpp.BarcodeFormat.QRCode,
            ec_level=form.level,
            version=form.version,
            data_mask=form.mask,
        )
        yield Image.fromarray(again.to_image(scale=1, add_quiet_zones=False))
    with suppress(ValueError, DataOverflowError):
        yield _in_one_segment(text, form)


def _in_one_segment(text: str, form: _Form) -> Image.Image:
    import qrcode
    from qrcode.constants import ERROR_CORRECT_H, ERROR_CORRECT_L, ERROR_CORRECT_M, ERROR_CORRECT_Q

    levels = {"L": ERROR_CORRECT_L, "M": ERROR_CORRECT_M, "Q": ERROR_CORRECT_Q, "H": ERROR_CORRECT_H}
    code = qrcode.QRCode(form.version, levels[form.level], border=0, mask_pattern=form.mask)
    code.add_data(text, optimize=0)
    code.make(fit=False)
    rows = code.get_matrix()
    return Image.frombytes("L", (len(rows), len(rows)), bytes(0 if dark else 255 for row in rows for dark in row))


def _is_clean(part: Image.Image, corners: Corners, expected: Image.Image) -> bool:
    side = expected.width * _PARTS
    quad = tuple(part_of for corner in corners for part_of in corner)
    seen = part.transform((side, side), Image.Transform.QUAD, quad, Image.Resampling.BILINEAR)
    large = expected.resize((side, side), Image.Resampling.NEAREST)
    # The edge of a module strays by less than a sample: only samples whose neighbours are alike are asked.
    light = spread(large, ImageChops.darker)
    dark = ImageChops.invert(spread(large, ImageChops.lighter))
    red, green, blue = seen.split()
    lowest = ImageChops.darker(ImageChops.darker(red, green), blue)
    highest = ImageChops.lighter(ImageChops.lighter(red, green), blue)
    strays = _strays(lowest, light, _PAPER_STRAYS) + _strays(highest, dark, _SEAM)
    return strays + _strays(spread(highest, ImageChops.darker), dark, _INK_STRAYS) <= _FEW


def spread(image: Image.Image, choose: Callable[[Image.Image, Image.Image], Image.Image]) -> Image.Image:
    """Each pixel as the darkest or lightest of its nine: a rank filter takes ten times as long."""
    across = choose(choose(image, ImageChops.offset(image, 1, 0)), ImageChops.offset(image, -1, 0))
    return choose(choose(across, ImageChops.offset(across, 0, 1)), ImageChops.offset(across, 0, -1))


def _strays(channel: Image.Image, where: Image.Image, most: int) -> int:
    """How many samples are not of the colour that most of them have."""
    counts = channel.histogram(where)
    usual = max(range(256), key=counts.__getitem__)
    return sum(counts) - sum(counts[max(0, usual - most) : usual + most + 1])


def _corners_of(box: Box) -> Corners:
    return ((box.left, box.top), (box.left, box.bottom), (box.right, box.bottom), (box.right, box.top))


def _grown(corners: Corners, factor: float) -> Corners:
    x, y = sum(each[0] for each in corners) / 4, sum(each[1] for each in corners) / 4
    return tuple((x + (one - x) * factor, y + (other - y) * factor) for one, other in corners)
