"""Photographs and scans as files (PNG, JPEG): opened within bounds, as greys, upright. Worker process only."""

import io
import warnings
from typing import Final

from PIL import Image, ImageOps, UnidentifiedImageError

from documents.seal.limits import Limits
from documents.seal.pages import UnreadableFileError

FORMATS: Final = ("PNG", "JPEG")
_BEGINNINGS: Final = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff")


def is_picture(data: bytes) -> bool:
    """Whether the file begins like one of the formats."""
    return data.startswith(_BEGINNINGS)


def open_picture(data: bytes, limits: Limits) -> Image.Image:
    """Greys, transparent parts white, turned as the camera says. Raises UnreadableFileError.

    A photograph with more pixels than allowed is read at half or a quarter of its size (JPEG can do that cheaply).
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # Pillow's own remarks on size: the bound below is the one that counts
        try:
            with Image.open(io.BytesIO(data), formats=FORMATS) as picture:
                return _greys(picture, limits)
        except UnreadableFileError:
            raise
        except Image.DecompressionBombError as error:
            raise UnreadableFileError("picture-too-large", str(error)) from error
        except (UnidentifiedImageError, OSError, ValueError, SyntaxError) as error:
            raise UnreadableFileError("broken", str(error)) from error


def _greys(picture: Image.Image, limits: Limits) -> Image.Image:
    part = 1
    while picture.width * picture.height > limits.pixels * part * part and part < 4:
        part *= 2
    if part > 1:
        picture.draft("L", (picture.width // part, picture.height // part))
    if picture.width * picture.height > limits.pixels:
        raise UnreadableFileError("picture-too-large", f"{picture.width} x {picture.height}")
    turned = ImageOps.exif_transpose(picture)
    if "A" in turned.getbands() or "transparency" in turned.info:
        opaque = turned.convert("RGBA")
        paper = Image.new("RGBA", opaque.size, "white")
        turned = Image.alpha_composite(paper, opaque)
    return turned.convert("L")
