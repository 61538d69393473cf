"""Pictures, forms and colours that readers of PDF draw otherwise: asked of each stream and dictionary of a file.

What is plain is drawn alike everywhere; a list of the format's own. Where the pixels of our viewer show nothing,
another may show something: a picture that only one of them can decode, an ink that only a press has.
"""

import io
from collections.abc import Iterable, Iterator
from typing import Final

import pikepdf
from PIL import Image, UnidentifiedImageError

from documents.seal.operators import DEVICES, fits_its_colours, unplain
from documents.seal.streams import PLAIN_FILTERS, filters_of, unpacked

_PICTURE_FILTERS: Final = PLAIN_FILTERS | {"/DCTDecode"}
_BLENDS: Final = frozenset(
    f"/{name}"
    for name in (
        "Normal", "Compatible", "Multiply", "Screen", "Overlay", "Darken", "Lighten", "ColorDodge", "ColorBurn",
        "HardLight", "SoftLight", "Difference", "Exclusion", "Hue", "Saturation", "Color", "Luminosity",
    )
)  # fmt: skip
_INKS: Final = (
    pikepdf.Name.Separation, pikepdf.Name.DeviceN, pikepdf.Name.NChannel, pikepdf.Name.Lab, pikepdf.Name.CalRGB,
    pikepdf.Name.CalGray,
)  # fmt: skip
_SETTINGS: Final = frozenset({"/Predictor", "/Columns", "/Colors", "/BitsPerComponent"})
_DEEP: Final = 40  # as in `documents.seal.actions`, which refuses what is deeper
_DEPTHS: Final = (1, 2, 4, 8)
_WIDEST: Final = 30_000  # pixels of an image, across or along


def disputed_parts(pdf: pikepdf.Pdf) -> Iterator[str]:
    """What of the pictures, forms and colours is contested, in the words of the format."""
    for each in parts(pdf):
        if isinstance(each, pikepdf.Array):
            yield from _of_array(each)
        else:
            yield from _named(each)
            yield from _of_stream(each) if isinstance(each, pikepdf.Stream) else ()


def parts(pdf: pikepdf.Pdf) -> Iterator[pikepdf.Object]:
    """Every dictionary, stream and array of a file, also those that stand in others."""
    for whole in pdf.objects:
        waiting = [(whole, 0)]
        while waiting:
            each, depth = waiting.pop()
            is_list = isinstance(each, pikepdf.Array)
            if not is_list and not isinstance(each, pikepdf.Dictionary | pikepdf.Stream):
                continue
            yield each
            if depth < _DEEP:
                inner = list(each) if is_list else list(each.values())
                waiting += [(value, depth + 1) for value in inner if not getattr(value, "is_indirect", True)]


def is_plain_drawing(streams: Iterable[object], resources: pikepdf.Object | None) -> bool:
    """Whether these streams, one after the other, are drawn alike by every reader."""
    contents = [unpacked(each) for each in streams]
    whole = b"\n".join(each for each in contents if each is not None)
    plain = None not in contents and unplain(whole) is None
    return plain and fits_its_colours(whole, _spaces(resources))


def _spaces(resources: pikepdf.Object | None) -> dict[str, int]:
    """How many numbers a colour has in each space that the resources name."""
    named = resources.get("/ColorSpace") if isinstance(resources, pikepdf.Dictionary) else None
    if not isinstance(named, pikepdf.Dictionary):
        return {}
    return {name.removeprefix("/"): _numbers_in(space) for name, space in named.items()}


def _numbers_in(space: pikepdf.Object | None) -> int:
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
    wanted = (int(highest) + 1) * _numbers_in(base)
    return colours is not None and 0 < wanted <= len(colours)


def _of_stream(stream: pikepdf.Stream) -> Iterator[str]:
    kind = stream.get("/Subtype")
    if {"/F", "/FFilter"} & stream.keys():
        yield "external stream"
    if "/PatternType" in stream or "/ShadingType" in stream:
        yield "Pattern"
    if kind == pikepdf.Name.Form and not _is_plain_form(stream):
        yield "Form"
    if kind == pikepdf.Name.Image and not _is_plain_picture(stream):
        yield "Image"


def _is_plain_form(form: pikepdf.Stream) -> bool:
    placed = _numbers(form.get("/BBox"), 4) and _numbers(form.get("/Matrix"), 6, absent=True)
    own = form.get("/Resources")
    # Without resources of its own a name means the caller's, or the page's, or nothing.
    return placed and isinstance(own, pikepdf.Dictionary) and is_plain_drawing([form], own)


def _numbers(value: pikepdf.Object | None, count: int, *, absent: bool = False) -> bool:
    return absent if value is None else isinstance(value, pikepdf.Array) and len(value) == count


def _is_plain_picture(picture: pikepdf.Stream) -> bool:
    size = [picture.get("/Width"), picture.get("/Height")]
    filters = filters_of(picture)
    sized = all(_is_side(each) for each in size)
    if not sized or not set(filters) <= _PICTURE_FILTERS or not _is_plainly_masked(picture):
        return False
    if any(number not in {0, 1} for number in picture.get("/Decode", ())):
        return False
    depth = picture.get("/BitsPerComponent", 1 if picture.get("/ImageMask") else None)
    numbers = 1 if picture.get("/ImageMask") else _numbers_in(picture.get("/ColorSpace"))
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
    fits = _numbers_in(picture.get("/ColorSpace")) == {"L": 1, "RGB": 3}.get(mode)
    return fits and size == (int(picture.Width), int(picture.Height))


def _named(each: pikepdf.Object) -> Iterator[str]:
    if isinstance(each.get("/SMask"), pikepdf.Dictionary) and not isinstance(each, pikepdf.Stream):
        yield "SMask"
    if "/BM" in each and str(each.BM) not in _BLENDS:
        yield "BM"
    if "/ShadingType" in each or each.get("/PatternType") == 2:
        yield "Pattern"
    if each.get("/TransferFunction", pikepdf.Name.Identity) != pikepdf.Name.Identity:
        yield "TransferFunction"
    if each.get("/Subtype") == pikepdf.Name.Type3:
        yield "Type3"
    drawn = each.get("/XObject")
    if isinstance(drawn, pikepdf.Dictionary) and not isinstance(drawn, pikepdf.Stream) and not _all_drawn(drawn):
        yield "XObject"


def _all_drawn(names: pikepdf.Object) -> bool:
    kinds = (pikepdf.Name.Form, pikepdf.Name.Image)
    return all(isinstance(each, pikepdf.Stream) and each.get("/Subtype") in kinds for each in names.values())


def _of_array(values: pikepdf.Array) -> Iterator[str]:
    if len(values) and isinstance(values[0], pikepdf.Name) and values[0] in _INKS:
        yield str(values[0]).removeprefix("/")
