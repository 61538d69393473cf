"""A JPEG or PNG as one A4 page. The picture's own bytes where possible: nothing lost, contrast left alone.

The page keeps a strip free on top for the folio. A picture is made anew only when its colours need it (CMYK,
transparency, 16 bits) or when the packet is too large (`level`).
"""

import io
import warnings
import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

import pikepdf

from documents.packet.errors import ItemRefusedError, ItemTrouble
from documents.packet.jpeg import stripped
from documents.packet.limits import MAX_DECODED, MAX_PIXELS, Density
from documents.packet.placing import Matrix
from documents.packet.records import ItemKind
from documents.sheet import A4

if TYPE_CHECKING:
    from PIL.Image import Image

_SIDE: Final = 20.0  # points of white left, right and below
_TOP: Final = 48.0  # and above, where the folio goes
_COARSE: Final = 100  # dots per inch under which a person is told
_WORTH: Final = 0.9  # of the stored size: less gain is not worth a second compression
_TINGE: Final = 6  # of 128: how far from grey a colour may lie that nobody sees
_ORIENTATION: Final = 0x0112
_TURNS: Final[dict[int, Matrix]] = {  # Exif's eight ways to hold a camera, on the unit square
    1: (1, 0, 0, 1, 0, 0),
    2: (-1, 0, 0, 1, 1, 0),
    3: (-1, 0, 0, -1, 1, 1),
    4: (1, 0, 0, -1, 0, 1),
    5: (0, -1, -1, 0, 1, 1),
    6: (0, -1, 1, 0, 0, 1),
    7: (0, 1, 1, 0, 0, 0),
    8: (0, 1, -1, 0, 1, 0),
}


@dataclass(frozen=True, slots=True)
class Picture:
    """Stored rows and how they are to be seen. `entries` are those of a PDF image besides its size."""

    width: int
    height: int
    turn: Matrix
    stream: bytes
    entries: dict[str, Any]
    reduced: bool = False

    @property
    def seen(self) -> tuple[int, int]:
        """Width and height after turning."""
        return (self.width, self.height) if self.turn[0] else (self.height, self.width)


def picture_page(title: str, data: bytes, kind: ItemKind, level: Density | None) -> tuple[pikepdf.Pdf, bool, bool]:
    """A PDF of one page, whether the picture was reduced, and whether it is coarse. Raises ItemRefusedError."""
    from PIL import Image, UnidentifiedImageError

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # Pillow warns of what is examined here anyway
            picture = _read(title, data, kind, level)
    except (
        OSError,
        ValueError,
        SyntaxError,
        zlib.error,
        UnidentifiedImageError,
        Image.DecompressionBombError,
    ) as error:
        raise ItemRefusedError(title, ItemTrouble.PICTURE_DAMAGED, str(error)[:80]) from error
    pdf, density = _page(picture)
    return pdf, picture.reduced, density < _COARSE


def _read(title: str, data: bytes, kind: ItemKind, level: Density | None) -> Picture:
    from PIL import Image

    with Image.open(io.BytesIO(data), formats=("JPEG", "PNG")) as image:
        if image.width * image.height > MAX_PIXELS:
            raise ItemRefusedError(title, ItemTrouble.PICTURE_TOO_LARGE, f"{image.width} x {image.height}")
        turn = _TURNS.get(image.getexif().get(_ORIENTATION, 1), _TURNS[1])
        size = _reduced_size(image.size, turn, level)
        if kind is ItemKind.JPEG:
            return _jpeg(title, data, image, turn, size, level)
        if image.width * image.height > MAX_DECODED:
            raise ItemRefusedError(title, ItemTrouble.PICTURE_TOO_LARGE, f"{image.width} x {image.height}")
        image.load()
        if size:
            return _compressed(_plain(image).resize(size, Image.Resampling.LANCZOS), turn, level)
        if level and image.mode != "1":
            return _compressed(_plain(image), turn, level)
        return _lossless(_plain(image), turn)


def _jpeg(  # all that is known of one picture
    title: str, data: bytes, image: "Image", turn: Matrix, size: tuple[int, int] | None, level: Density | None
) -> Picture:  # fmt: skip
    from PIL import Image

    full, mode = image.size, image.mode
    whole = stripped(data) if mode in {"L", "RGB"} and not size else b""
    if whole and not level:
        image.draft("L", (max(1, full[0] // 8), max(1, full[1] // 8)))  # decoded small, to know that it is whole
        image.load()
        return Picture(*full, turn, whole, _entries(mode, "/DCTDecode"))
    if size:
        image.draft(None, size)
    if image.width * image.height > MAX_DECODED:
        raise ItemRefusedError(title, ItemTrouble.PICTURE_TOO_LARGE, f"{full[0]} x {full[1]}")
    plain = _plain(image)
    made = _compressed(plain.resize(size, Image.Resampling.LANCZOS) if size else plain, turn, level)
    if whole and len(made.stream) > _WORTH * len(whole):
        return Picture(*full, turn, whole, _entries(plain.mode, "/DCTDecode"))
    return made


def _reduced_size(size: tuple[int, int], turn: Matrix, level: Density | None) -> tuple[int, int] | None:
    """The size at which the picture has that density on its page; None when it has no more than that already."""
    if level is None:
        return None
    seen = size if turn[0] else (size[1], size[0])
    share = level.dpi / (72 / _scale(seen))
    return (max(1, round(size[0] * share)), max(1, round(size[1] * share))) if share < 0.95 else None


def _plain(image: "Image") -> "Image":
    """The same picture in black and white, grey or colours of 8 bits; what was transparent is white, as paper is."""
    from PIL import Image

    if image.mode in {"1", "L", "RGB"} and "transparency" not in image.info:
        return image
    if image.mode.startswith("I"):
        return image.point([tone / 256 for tone in range(65536)], "L") if image.mode == "I;16" else image.convert("L")
    if image.mode in {"LA", "RGBA", "PA", "P"} or "transparency" in image.info:
        shown = image.convert("RGBA")
        paper = Image.new("RGBA", shown.size, "white")
        return Image.alpha_composite(paper, shown).convert("RGB")
    return image.convert("RGB")


def _compressed(image: "Image", turn: Matrix, level: Density | None, *, reduced: bool = True) -> Picture:
    image = image if image.mode == "RGB" and not colourless(image) else image.convert("L")
    written = io.BytesIO()
    image.save(written, "JPEG", quality=level.quality if level else 92, optimize=True)
    return Picture(*image.size, turn, written.getvalue(), _entries(image.mode, "/DCTDecode"), reduced)


def colourless(image: "Image") -> bool:
    """Whether a picture in colours shows none, as scans of typed pages often do."""
    small = image.copy()
    small.thumbnail((400, 400))
    _, blue, red = small.convert("YCbCr").split()
    return all(abs(tone - 128) <= _TINGE for channel in (blue, red) for tone in set(channel.tobytes()))


def _lossless(image: "Image", turn: Matrix) -> Picture:
    return Picture(*image.size, turn, zlib.compress(image.tobytes(), 6), _entries(image.mode, "/FlateDecode"))


def _entries(mode: str, coding: str) -> dict[str, Any]:
    return {
        "/ColorSpace": pikepdf.Name("/DeviceRGB" if mode == "RGB" else "/DeviceGray"),
        "/BitsPerComponent": 1 if mode == "1" else 8,
        "/Filter": pikepdf.Name(coding),
    }


def _sheet(seen: tuple[int, int]) -> tuple[float, float]:
    return (A4[1], A4[0]) if seen[0] > seen[1] else A4


def _scale(seen: tuple[int, int]) -> float:
    """Points a pixel: as large as the page allows, but a small picture is not blown up beyond 72 dots per inch."""
    paper = _sheet(seen)
    return min(1.0, (paper[0] - 2 * _SIDE) / seen[0], (paper[1] - _SIDE - _TOP) / seen[1])


def _page(picture: Picture) -> tuple[pikepdf.Pdf, float]:
    pdf = pikepdf.Pdf.new()
    paper, scale = _sheet(picture.seen), _scale(picture.seen)
    wide, high = picture.seen[0] * scale, picture.seen[1] * scale
    image = pikepdf.Stream(pdf, picture.stream)
    image.Type, image.Subtype = pikepdf.Name.XObject, pikepdf.Name.Image
    image.Width, image.Height = picture.width, picture.height
    for name, value in picture.entries.items():
        image[name] = value
    x, y = (paper[0] - wide) / 2, paper[1] - _TOP - high
    pdf.add_blank_page(page_size=paper)
    turn = " ".join(map(str, picture.turn))
    drawn = f"q {wide:.3f} 0 0 {high:.3f} {x:.3f} {y:.3f} cm {turn} cm /P Do Q"
    pdf.pages[0].Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(P=image))
    pdf.pages[0].Contents = pdf.make_stream(drawn.encode("ascii"))
    return pdf, 72 / scale
