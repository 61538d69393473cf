"""Letters without a text layer, and fonts that lie: outlines of the printed faces, and fonts a forger brings along.

The faces are free and public; whoever forges has them.
"""

from functools import lru_cache
from io import BytesIO
from typing import Any

import pikepdf
from fontTools import subset
from fontTools.pens.basePen import BasePen
from fontTools.pens.transformPen import TransformPen
from fontTools.ttLib import TTFont
from pikepdf import Array, Dictionary, Name, Stream
from typing_extensions import override

import resources
from documents.fonts import Face


@lru_cache(maxsize=4)
def _face(face: Face) -> TTFont:
    return TTFont(resources.path("fonts", f"{face.value}.ttf"))


def text_width(text: str, face: Face, size: float) -> float:
    """Advance in points."""
    font = _face(face)
    cmap, metrics = font.getBestCmap(), font["hmtx"].metrics
    return sum(metrics[cmap[ord(letter)]][0] for letter in text) * size / font["head"].unitsPerEm


class _PathPen(BasePen):  # type: ignore[misc]  # fontTools has no types
    """Outlines as PDF path operators."""

    def __init__(self, glyphs: Any) -> None:
        super().__init__(glyphs)
        self.parts: list[str] = []

    @override
    def _moveTo(self, pt: tuple[float, float]) -> None:
        self.parts.append(f"{pt[0]:.3f} {pt[1]:.3f} m")

    @override
    def _lineTo(self, pt: tuple[float, float]) -> None:
        self.parts.append(f"{pt[0]:.3f} {pt[1]:.3f} l")

    @override
    def _curveToOne(self, pt1: tuple[float, float], pt2: tuple[float, float], pt3: tuple[float, float]) -> None:
        self.parts.append(" ".join(f"{x:.3f} {y:.3f}" for x, y in (pt1, pt2, pt3)) + " c")

    @override
    def _closePath(self) -> None:
        self.parts.append("h")


def outlines(text: str, face: Face, size: float, x: float, y: float) -> bytes:
    """The path of a text standing at x, y: no letter in it, only curves. To be filled with `f`."""
    font = _face(face)
    cmap, glyphs, metrics = font.getBestCmap(), font.getGlyphSet(), font["hmtx"].metrics
    scale = size / font["head"].unitsPerEm
    pen = _PathPen(glyphs)
    for letter in text:
        name = cmap[ord(letter)]
        glyphs[name].draw(TransformPen(pen, (scale, 0, 0, scale, x, y)))
        x += metrics[name][0] * scale
    return " ".join(pen.parts).encode()


@lru_cache(maxsize=64)
def brought(face: Face, letters: str, swaps: tuple[str, ...]) -> tuple[bytes, tuple[int, ...], tuple[int, ...]]:
    """A subset with the glyph numbers kept; each swap "38" draws a 3 with the outline of an 8.

    Returns the file, the glyph of each letter, and its width in thousandths.
    """
    font = TTFont(resources.path("fonts", f"{face.value}.ttf"))
    cmap = font.getBestCmap()
    for told, drawn in swaps:
        font["glyf"][cmap[ord(told)]] = font["glyf"][cmap[ord(drawn)]]
        font["hmtx"].metrics[cmap[ord(told)]] = font["hmtx"].metrics[cmap[ord(drawn)]]
    glyphs = tuple(font.getGlyphID(cmap[ord(letter)]) for letter in letters)
    widths = tuple(
        round(font["hmtx"].metrics[cmap[ord(letter)]][0] * 1000 / font["head"].unitsPerEm) for letter in letters
    )
    keep = subset.Subsetter(subset.Options(retain_gids=True, notdef_outline=True, layout_features=[]))
    keep.populate(text=letters)
    keep.subset(font)
    written = BytesIO()
    font.save(written)
    return written.getvalue(), glyphs, widths


def own_font(
    pdf: pikepdf.Pdf,
    page: pikepdf.Page,
    face: Face,
    text: str,
    *,
    reads: str | None = None,
    swaps: tuple[str, ...] = (),
) -> tuple[bytes, bytes]:
    """Adds a font that shows `text` and is read as `reads`. Returns its name and the codes of the text.

    Each place of the text has a code of its own, so that the same digit can be read in two ways.
    """
    told = text if reads is None else reads
    file, glyphs, widths = brought(face, text, swaps)
    codes = range(1, len(text) + 1)
    places = b"".join(glyph.to_bytes(2, "big") for glyph in (0, *glyphs))
    name = f"ABCDEF+{face.value}"
    descriptor = Dictionary(
        Type=Name.FontDescriptor, FontName=Name(f"/{name}"), Flags=4, FontBBox=[-200, -270, 1640, 1000],
        ItalicAngle=0, Ascent=969, Descent=-241, CapHeight=728, StemV=100, FontFile2=Stream(pdf, file),
    )  # fmt: skip
    descendant = Dictionary(
        Type=Name.Font, Subtype=Name.CIDFontType2, BaseFont=Name(f"/{name}"), FontDescriptor=descriptor,
        CIDSystemInfo=Dictionary(Registry="Adobe", Ordering="Identity", Supplement=0),
        W=Array([1, Array(list(widths))]), CIDToGIDMap=Stream(pdf, places),
    )  # fmt: skip
    font = Dictionary(
        Type=Name.Font, Subtype=Name.Type0, BaseFont=Name(f"/{name}"), Encoding=Name("/Identity-H"),
        DescendantFonts=Array([descendant]), ToUnicode=Stream(pdf, to_unicode(dict(zip(codes, told, strict=False)))),
    )  # fmt: skip
    key = f"/FF{sum(1 for name in page.Resources.Font if name.startswith('/FF'))}"
    page.Resources.Font[key] = pdf.make_indirect(font)
    return key.encode(), b"".join(code.to_bytes(2, "big") for code in codes)


def to_unicode(told: dict[int, str], *, size: int = 2) -> bytes:
    """A ToUnicode stream for codes of `size` bytes."""
    lines = [f"<{code:0{2 * size}X}> <{text.encode('utf-16-be').hex().upper()}>" for code, text in told.items()]
    return "\n".join(
        [
            "/CIDInit /ProcSet findresource begin 12 dict begin begincmap",
            "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def",
            "/CMapName /Adobe-Identity-UCS def /CMapType 2 def 1 begincodespacerange",
            f"<{'00' * size}> <{'FF' * size}> endcodespacerange {len(lines)} beginbfchar",
            *lines,
            "endbfchar endcmap CMapName currentdict /CMap defineresource pop end end",
        ]
    ).encode()
