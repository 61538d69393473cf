"""Pictures and colour spaces in a file that every reader of PDF draws alike: whole, unmasked, of colours that add up.

A picture that one reader cannot decode is blank there, and a forged page here; so is one whose numbers contradict.
"""

import io
from typing import Final

import pikepdf
from PIL import Image, UnidentifiedImageError

from documents.seal.operators import DEVICES
from documents.seal.streams import PLAIN_FILTERS, filters_of, unpacked

_PICTURE_FILTERS: Final = PLAIN_FILTERS | {"/DCTDecode"}
_SETTINGS: Final = frozenset({"/Predictor", "/Columns", "/Colors", "/BitsPerComponent"})
_DEPTHS: Final = (1, 2, 4, 8)
_WIDEST: Final = 30_000  # pixels of an image, across or along


def is_plain_picture(picture: pikepdf.Stream) -> bool:
    size = [picture.get("/Width"), picture.get("/Height")]
    filters = filters_of(picture)
    sized = all(_is_side(each) for each in size)
    if not sized or not set(filters) <= _PICTURE_FILTERS or not _is_plainly_masked(picture):
        return False
    if any(number not in {0, 1} for number in picture.get("/Decode", ())):
        return False
    depth = picture.get("/BitsPerComponent", 1 if picture.get("/ImageMask") else None)
    numbers = 1 if picture.get("/ImageMask") else numbers_in(picture.get("/ColorSpace"))
    if depth not in _DEPTHS or not numbers:
        return False
    return _is_plain_jpeg(picture) if "/DCTDecode" in filters else _is_whole(picture, int(depth) * numbers)


def _is_side(value: object) -> bool:
    return isinstance(value, int) and 0 < value <= _WIDEST


def _is_plainly_masked(picture: pikepdf.Stream) -> bool:
    """No colours that are let through, and no mask that one reader takes for a mask and another for a picture."""
    mask, soft = picture.get("/Mask"), picture.get("/SMask")
    hard = mask is None or (isinstance(mask, pikepdf.Stream) and bool(mask.get("/ImageMask")))
    grey = soft is None or (isinstance(soft, pikepdf.Stream) and soft.get("/ColorSpace") == pikepdf.Name.DeviceGray)
    return hard and grey and not (mask is not None and soft is not None) and "/Matte" not in picture


def _is_whole(picture: pikepdf.Stream, bits: int) -> bool:
    """Whether there are as many bytes as its size and its `bits` of each pixel want."""
    settings = picture.get("/DecodeParms")
    if settings is not None:
        plain = isinstance(settings, pikepdf.Dictionary) and settings.keys() <= _SETTINGS
        return plain and settings.get("/Columns", 1) == picture.Width
    content = unpacked(picture)
    return content is not None and len(content) >= (int(picture.Width) * bits + 7) // 8 * int(picture.Height)


def _is_plain_jpeg(picture: pikepdf.Stream) -> bool:
    """Whether the JPEG is what the file says of it: as large, and of the same colours. Four inks are read both ways."""
    if filters_of(picture) != ("/DCTDecode",):
        return False
    try:
        with Image.open(io.BytesIO(picture.read_raw_bytes()), formats=("JPEG",)) as jpeg:
            mode, size = jpeg.mode, jpeg.size
    except (UnidentifiedImageError, OSError, ValueError, Image.DecompressionBombError):
        return False
    fits = numbers_in(picture.get("/ColorSpace")) == {"L": 1, "RGB": 3}.get(mode)
    return fits and size == (int(picture.Width), int(picture.Height))


def spaces_of(resources: pikepdf.Object | None) -> dict[str, int]:
    """How many numbers a colour has in each space that the resources name."""
    named = resources.get("/ColorSpace") if isinstance(resources, pikepdf.Dictionary) else None
    if not isinstance(named, pikepdf.Dictionary):
        return {}
    return {name.removeprefix("/"): numbers_in(space) for name, space in named.items()}


def numbers_in(space: pikepdf.Object | None) -> int:
    """How many numbers a colour of the space has; 0 where that is not plain."""
    if isinstance(space, pikepdf.Name):
        return DEVICES.get(str(space).removeprefix("/"), 0)
    if not isinstance(space, pikepdf.Array) or len(space) < 2:
        return 0
    if space[0] == pikepdf.Name.ICCBased and isinstance(space[1], pikepdf.Stream):
        numbers = space[1].get("/N", 0)
        return numbers if isinstance(numbers, int) else 0
    return 1 if space[0] == pikepdf.Name.Indexed and _is_plain_palette(space) else 0


def _is_plain_palette(space: pikepdf.Array) -> bool:
    """Whether it has an entry for each of its numbers."""
    if len(space) != 4:
        return False
    _, base, highest, table = space
    colours = unpacked(table) if isinstance(table, pikepdf.Stream) else bytes(table)
    wanted = (int(highest) + 1) * numbers_in(base)
    return colours is not None and 0 < wanted <= len(colours)
