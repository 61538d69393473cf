"""Pictures inside a PDF, made smaller when the packet is too large. Text and lines stay as they are.

How large a picture stands on its page is not asked: it cannot be larger than the page, so its density is at least its
pixels over the page's inches, and reducing by that bound never goes below the density asked for.
"""

import io
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

import pikepdf

from documents.packet.cleaning import FAULTS
from documents.packet.limits import MAX_DECODED, Density
from documents.packet.pictures import colourless

if TYPE_CHECKING:
    from PIL.Image import Image

_WORTH: Final = 0.9  # of the stored size: less gain is not worth a second compression
_SMALL: Final = 20_000  # bytes: seals and logos stay
_DEEPEST: Final = 3  # drawings inside drawings


def shrink(pdf: pikepdf.Pdf, level: Density, inches: tuple[float, float]) -> int:
    """Reduce pictures to `level` on a page of these inches (shorter, longer side); how many were. Changes `pdf`."""
    done: set[tuple[int, int]] = set()
    count = 0
    for page in pdf.pages:
        for image in _images(page.obj.get("/Resources"), 0):
            if image.objgen not in done:
                done.add(image.objgen)
                count += _shrunk(image, level, inches)
    return count


def has_pictures(pdf: pikepdf.Pdf) -> bool:
    """Whether any picture is large enough to be worth reducing."""
    return any(_weighs(image) for page in pdf.pages for image in _images(page.obj.get("/Resources"), 0))


def _images(resources: pikepdf.Object | None, depth: int) -> Iterator[pikepdf.Stream]:
    drawings = resources.get("/XObject") if isinstance(resources, pikepdf.Dictionary) else None
    if not isinstance(drawings, pikepdf.Dictionary):
        return
    for drawing in drawings.as_dict().values():
        if not isinstance(drawing, pikepdf.Stream):
            continue
        if drawing.get("/Subtype") == "/Image":
            yield drawing
        elif depth < _DEEPEST:
            yield from _images(drawing.get("/Resources"), depth + 1)


def _weighs(image: pikepdf.Stream) -> bool:
    return len(image.get_raw_stream_buffer()) > _SMALL


def _shrunk(image: pikepdf.Stream, level: Density, inches: tuple[float, float]) -> bool:
    try:
        if not _weighs(image) or any(key in image for key in ("/Mask", "/ImageMask", "/Decode")):
            return False
        wide, high = int(image.Width), int(image.Height)
        share = level.dpi / min(min(wide, high) / inches[0], max(wide, high) / inches[1])
        if wide * high > MAX_DECODED or int(image.get("/BitsPerComponent", 8)) != 8:
            return False
        return _rewrite(image, pikepdf.PdfImage(image).as_pil_image(), min(1.0, share), level.quality)
    except (*FAULTS, OSError, NotImplementedError):
        return False  # a picture that cannot be read stays as it was


def _rewrite(image: pikepdf.Stream, seen: "Image", share: float, quality: int) -> bool:
    from PIL import Image

    if seen.mode not in {"L", "RGB"}:
        return False
    if share < 0.95:
        size = max(1, round(seen.width * share)), max(1, round(seen.height * share))
        seen = seen.resize(size, Image.Resampling.LANCZOS)
    if seen.mode == "RGB" and colourless(seen):
        seen = seen.convert("L")
    written = io.BytesIO()
    seen.save(written, "JPEG", quality=quality, optimize=True)
    if len(written.getvalue()) > _WORTH * len(image.get_raw_stream_buffer()):
        return False
    image.write(written.getvalue(), filter=pikepdf.Name.DCTDecode)
    image.Width, image.Height = seen.size
    image.ColorSpace = pikepdf.Name("/DeviceRGB" if seen.mode == "RGB" else "/DeviceGray")
    image.BitsPerComponent = 8
    return True
