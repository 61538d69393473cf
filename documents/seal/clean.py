"""A clean copy of what a page says: its own text layer, set again in the bundled faces at the same places.

What the eye sees on an honest page is what this copy shows. It is drawn by the same PDFium, so that an honest page
agrees to the pixel; where a page was drawn by other software it still agrees to about one pixel.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import Final

from documents.fonts import Face
from documents.seal.boxes import Box
from documents.seal.faces import font_file, metrics
from documents.seal.pages import Glyph

_STRANGE: Final = 0.02  # of the advances: further from every bundled face than this is another typeface
_HONEST: Final = 0.7  # of the steps: the others cross the gap between two words, or are kerned
_TIE: Final = 0.001  # faces nearer to each other than this cannot be told apart: digits are equally wide in both
_FACES: Final = (Face.REGULAR, Face.SEMIBOLD)
_FIRST_PAGE_OBJECT: Final = 1 + 4 * len(_FACES)


@dataclass(frozen=True, slots=True)
class Setting:
    """How a font of the page is set again: the face, a factor on its size, and how far its advances are off."""

    face: Face
    factor: float
    error: float

    @property
    def strange(self) -> bool:
        """Whether this is none of the bundled faces."""
        return self.error > _STRANGE


def settings(glyphs: Sequence[Glyph]) -> dict[int, Setting]:
    """For each font of a page the bundled face whose advances it has.

    A font's name is believed only where advances do not tell; a wrong face shows in the pixels.
    """
    steps: dict[int, list[tuple[str, float]]] = defaultdict(list)
    bold: dict[int, bool] = {}
    for glyph in glyphs:
        bold[glyph.style.font] = glyph.style.bold
    for glyph, following in pairwise(glyphs):
        step = _step(glyph, following)
        if step is not None:
            steps[glyph.style.font].append((glyph.letter, step))
    return {font: _chosen(steps[font], bold=heavy) for font, heavy in bold.items()}


def _chosen(steps: list[tuple[str, float]], *, bold: bool) -> Setting:
    light, heavy = (_fit(face, steps) for face in _FACES)
    if abs(light.error - heavy.error) < _TIE:
        return heavy if bold else light
    return min(light, heavy, key=lambda each: each.error)


def _step(glyph: Glyph, following: Glyph) -> float | None:
    """The advance from one glyph to the next in units of its size, where both are letters of one word."""
    if glyph.style.font != following.style.font or " " in (glyph.letter, following.letter):
        return None
    a, b, _, _ = glyph.style.matrix
    em = glyph.style.size * (a * a + b * b) ** 0.5
    if em <= 0:
        return None
    length = (a * a + b * b) ** 0.5
    along = ((following.x - glyph.x) * a + (following.y - glyph.y) * b) / length
    aside = abs((following.y - glyph.y) * a - (following.x - glyph.x) * b) / length
    return along / em if 0 < along < 1.5 * em and aside < 0.05 * em else None


def _fit(face: Face, steps: list[tuple[str, float]]) -> Setting:
    advances = metrics(face).advances
    known = [(advances[letter], step) for letter, step in steps if letter in advances]
    expected = sum(advance for advance, _ in known)
    if not known or expected <= 0:
        return Setting(face, 1.0, 0.0 if not steps else 1.0)
    factor = sorted(step / advance for advance, step in known if advance)[len(known) // 2]
    if abs(factor - 1) < 0.02:
        factor = 1.0
    off = sorted(abs(step - advance * factor) for advance, step in known)
    honest = off[: max(1, int(len(off) * _HONEST))]
    usual = expected / len(known) * factor
    return Setting(face, factor, sum(honest) / len(honest) / usual if usual > 0 else 1.0)


def clean_copy(box: Box, glyphs: Iterable[Glyph], chosen: dict[int, Setting]) -> bytes:
    """A PDF of one page as large as `box`. Letters that no bundled face has are left out."""
    content = _content(glyphs, chosen)
    stream = b"\n".join((b"BT", content, b"ET"))
    fonts = " ".join(f"/F{index} {1 + 4 * index} 0 R" for index in range(len(_FACES)))
    first = _FIRST_PAGE_OBJECT
    page = (
        f"<</Type/Page/Parent {first + 1} 0 R/MediaBox[{box.left:.4f} {box.bottom:.4f} {box.right:.4f} {box.top:.4f}]"
        f"/Contents {first + 2} 0 R/Resources<</Font<<{fonts}>>>>>>"
    ).encode()
    objects = (
        page,
        f"<</Type/Pages/Kids[{first} 0 R]/Count 1>>".encode(),
        b"<</Length %d>>stream\n%b\nendstream" % (len(stream), stream),
        f"<</Type/Catalog/Pages {first + 1} 0 R>>".encode(),
    )
    return _file(objects)


def _content(glyphs: Iterable[Glyph], chosen: dict[int, Setting]) -> bytes:
    """Text operators: one run for what was one run, since PDFium rounds places to pixels run by run."""
    parts: list[str] = []
    run: list[str] = []
    last: Glyph | None = None
    setting = Setting(Face.REGULAR, 1.0, 0.0)
    for glyph in glyphs:
        step = _stride(last, glyph) if last else None
        if step is None:
            parts += _shown(run)
            run = []
            setting = chosen[glyph.style.font]
            parts.append(_placed(glyph, setting))
        else:
            run.append(f"{1000 - step * 1000 / setting.factor:.3f}")  # these fonts declare every glyph one em wide
        table = metrics(setting.face).glyphs
        run.append(f"<{table.get(glyph.letter, table[' ']):04x}>")
        last = glyph
    return "\n".join((*parts, *_shown(run))).encode("ascii")


def _shown(run: list[str]) -> list[str]:
    return [f"[{' '.join(run)}]TJ"] if run else []


def _placed(glyph: Glyph, setting: Setting) -> str:
    style = glyph.style
    turn = " ".join(f"{part:.6f}" for part in style.matrix)
    size = style.size * setting.factor
    return f"/F{_FACES.index(setting.face)} {size:.5f} Tf {turn} {glyph.x:.4f} {glyph.y:.4f} Tm"


def _stride(last: Glyph, glyph: Glyph) -> float | None:
    """From one glyph of a run to the next in ems; None where another run begins."""
    if last.style is not glyph.style:
        return None
    a, b, _, _ = glyph.style.matrix
    square = (a * a + b * b) * glyph.style.size
    across, up = glyph.x - last.x, glyph.y - last.y
    if square <= 0 or abs(up * a - across * b) > 1e-4 * square:
        return None
    return (across * a + up * b) / square


@cache
def _font_objects() -> tuple[bytes, tuple[int, ...]]:
    """The head of every clean copy: both faces whole, and where each object begins."""
    body = b"%PDF-1.7\n"
    places = []
    for index, face in enumerate(_FACES):
        number = 1 + 4 * index
        file = font_file(face)
        for offset, content in enumerate(
            (
                f"<</Type/Font/Subtype/Type0/BaseFont/{face.value}/Encoding/Identity-H"
                f"/DescendantFonts[{number + 1} 0 R]>>".encode(),
                f"<</Type/Font/Subtype/CIDFontType2/BaseFont/{face.value}/CIDToGIDMap/Identity"
                f"/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
                f"/FontDescriptor {number + 2} 0 R>>".encode(),
                f"<</Type/FontDescriptor/FontName/{face.value}/Flags 4/FontBBox[-500 -300 1500 1100]/ItalicAngle 0"
                f"/Ascent 900/Descent -250/CapHeight 700/StemV 90/FontFile2 {number + 3} 0 R>>".encode(),
                b"<</Length %d/Length1 %d>>stream\n%b\nendstream" % (len(file), len(file), file),
            )
        ):
            places.append(len(body))
            body += b"%d 0 obj%b endobj\n" % (number + offset, content)
    return body, tuple(places)


def _file(objects: tuple[bytes, ...]) -> bytes:
    head, known = _font_objects()
    body = bytearray(head)
    places = list(known)
    for number, content in enumerate(objects, start=_FIRST_PAGE_OBJECT):
        places.append(len(body))
        body += b"%d 0 obj%b endobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    start = len(body)
    size, root = len(places) + 1, len(places)
    body += b"xref\n0 %d\n0000000000 65535 f \n%b" % (size, table)
    body += b"trailer<</Size %d/Root %d 0 R>>\nstartxref\n%d\n%%%%EOF" % (size, root, start)
    return bytes(body)
