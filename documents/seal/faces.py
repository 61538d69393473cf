"""Glyph numbers and advance widths of the bundled faces, read from the font files themselves.

The checker draws a clean copy of what a page says (`documents.seal.clean`); for that it needs no font library, only two
tables. These files are ours: nothing here is meant for a font out of a foreign document.
"""

import struct
from dataclasses import dataclass
from functools import cache
from typing import Final

import resources
from documents.fonts import Face

_UNICODE: Final = ((3, 10), (0, 4), (3, 1), (0, 3))  # (platform, encoding) of cmap subtables, widest first


@dataclass(frozen=True, slots=True)
class Metrics:
    """One face: character -> glyph number, and each such character's advance in ems."""

    glyphs: dict[str, int]
    advances: dict[str, float]


@cache
def font_file(face: Face) -> bytes:
    """The bytes of the face."""
    return resources.path("fonts", f"{face.value}.ttf").read_bytes()


@cache
def metrics(face: Face) -> Metrics:
    """What the face can draw and how wide."""
    data = font_file(face)
    tables = _tables(data)
    (per_em,) = struct.unpack_from(">H", data, tables["head"] + 18)
    (long_count,) = struct.unpack_from(">H", data, tables["hhea"] + 34)
    widths = [width for width, _ in struct.iter_unpack(">Hh", _slice(data, tables["hmtx"], 4 * long_count))]
    glyphs = _characters(data, tables["cmap"])
    advances = {letter: widths[min(glyph, long_count - 1)] / per_em for letter, glyph in glyphs.items()}
    return Metrics(glyphs, advances)


def _slice(data: bytes, start: int, size: int) -> bytes:
    return data[start : start + size]


def _tables(data: bytes) -> dict[str, int]:
    (count,) = struct.unpack_from(">H", data, 4)
    records = struct.iter_unpack(">4sLLL", _slice(data, 12, 16 * count))
    return {tag.decode("ascii"): offset for tag, _, offset, _ in records}


def _characters(data: bytes, cmap: int) -> dict[str, int]:
    (count,) = struct.unpack_from(">H", data, cmap + 2)
    subtables = {(a, b): cmap + at for a, b, at in struct.iter_unpack(">HHL", _slice(data, cmap + 4, 8 * count))}
    start = next(subtables[kind] for kind in _UNICODE if kind in subtables)
    (form,) = struct.unpack_from(">H", data, start)
    pairs = _segments(data, start) if form == 4 else _groups(data, start)
    return {chr(code): glyph for code, glyph in pairs if glyph}


def _segments(data: bytes, start: int) -> list[tuple[int, int]]:
    """Format 4: ranges of 16-bit codes."""
    size, _, double = struct.unpack_from(">HHH", data, start + 2)
    count = double // 2
    words = struct.unpack(f">{size // 2}H", _slice(data, start, size // 2 * 2))
    ends, starts = words[7 : 7 + count], words[8 + count : 8 + 2 * count]
    deltas, offsets = words[8 + 2 * count : 8 + 3 * count], words[8 + 3 * count : 8 + 4 * count]
    pairs = []
    for index, (first, last, delta, offset) in enumerate(zip(starts, ends, deltas, offsets, strict=True)):
        for code in range(first, min(last, 0xFFFE) + 1):
            glyph = words[8 + 3 * count + index + offset // 2 + code - first] if offset else code
            pairs.append((code, (glyph + delta) % 0x10000 if glyph or not offset else 0))
    return pairs


def _groups(data: bytes, start: int) -> list[tuple[int, int]]:
    """Format 12: groups of 32-bit codes."""
    (count,) = struct.unpack_from(">L", data, start + 12)
    groups = struct.iter_unpack(">LLL", _slice(data, start + 16, 12 * count))
    return [(code, glyph + code - first) for first, last, glyph in groups for code in range(first, last + 1)]
