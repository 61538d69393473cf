"""Whether the fonts that a file brings show the same letters in every reader: programs and tables that contradict.

A font may hold two programs, or two tables that lead from a code to a glyph. Each reader has its own habit which of
them it asks; where they agree it does not matter. Only looked at, never run.
"""

import struct
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

import pikepdf

from documents.seal.streams import unpacked

_PROGRAMS: Final = {"/FontFile": ("/Type1", "/MMType1"), "/FontFile2": ("/TrueType", "/CIDFontType2")}
_PICTURED: Final = frozenset({b"EBDT", b"bdat", b"sbix", b"CBDT", b"COLR", b"SVG ", b"fvar", b"CFF2"})
_OUTLINES: Final = (b"glyf", b"CFF ")
_INSTRUCTED: Final = (b"fpgm",)  # what glyphs call; a control program alone moves nothing
_COMPONENT_INSTRUCTED: Final = 0x0100
_TABLES: Final = 64
_LEAST, _MOST = 12, 8_000_000  # bytes of a program
_SYMBOLS: Final = 0xF000  # where a symbol font's codes stand in its table
_PLAIN: Final = 0x80  # codes below are the same letters in every encoding
_CODES: Final = 0x100


def disputed_fonts(pdf: pikepdf.Pdf) -> Iterator[str]:
    """What of the fonts is contested, in the words of the format."""
    for each in pdf.objects:
        if not isinstance(each, pikepdf.Dictionary) or each.get("/Type") != pikepdf.Name.Font:
            continue
        below = each.get("/DescendantFonts")
        for font in below if isinstance(below, pikepdf.Array) else (each,):
            if isinstance(font, pikepdf.Dictionary):
                yield from _of_font(font)
        if below is not None and not isinstance(each.get("/Encoding"), pikepdf.Name):
            yield "CMap"


def _of_font(font: pikepdf.Object) -> Iterator[str]:
    descriptor = font.get("/FontDescriptor")
    if not isinstance(descriptor, pikepdf.Dictionary):
        return
    keys = [key for key in ("/FontFile", "/FontFile2", "/FontFile3") if key in descriptor]
    if not keys:
        return
    kind = str(font.get("/Subtype"))
    if len(keys) > 1 or kind not in _PROGRAMS.get(keys[0], (kind,)):
        yield "FontFile"
    elif keys[0] == "/FontFile2":
        encoding = font.get("/Encoding")
        named = isinstance(encoding, pikepdf.Dictionary) and "/Differences" in encoding
        program = unpacked(descriptor.FontFile2)
        if program is None or not _is_of_one_mind(program, simple=kind == "/TrueType", named=named):
            yield "FontFile2"


def _is_of_one_mind(program: bytes, *, simple: bool, named: bool) -> bool:
    try:
        tables = _tables_of(program)
        if _PICTURED & tables.keys() or sum(name in tables for name in _OUTLINES) != 1:
            return False
        if _is_instructed(program, tables):
            return False
        return not simple or (not named and _agree(list(_ways(program, *tables.get(b"cmap", (0, 0))))))
    except (struct.error, ValueError, IndexError):
        return False


def _tables_of(program: bytes) -> dict[bytes, tuple[int, int]]:
    if not _LEAST <= len(program) <= _MOST:
        raise ValueError("size")
    count = min(struct.unpack_from(">H", program, 4)[0], _TABLES)
    rows = [struct.unpack_from(">4sIII", program, 12 + 16 * index) for index in range(count)]
    return {tag: (place, size) for tag, _, place, size in rows}


def _is_instructed(program: bytes, tables: dict[bytes, tuple[int, int]]) -> bool:
    """Whether points of letters are told to move at some sizes: one reader obeys, another does not. Ours have none."""
    if any(tables.get(name, (0, 0))[1] for name in _INSTRUCTED):
        return True
    if b"glyf" not in tables:
        return False
    count = struct.unpack_from(">H", program, tables[b"maxp"][0] + 4)[0]
    wide = struct.unpack_from(">h", program, tables[b"head"][0] + 50)[0] != 0
    places = struct.unpack_from(f">{count + 1}{'I' if wide else 'H'}", program, tables[b"loca"][0])
    start, scale = tables[b"glyf"][0], 1 if wide else 2
    return any(
        _has_instructions(program, start + scale * place) for place, following in pairwise(places) if following > place
    )


def _has_instructions(program: bytes, at: int) -> bool:
    contours = struct.unpack_from(">h", program, at)[0]
    if contours < 0:
        flags: int = struct.unpack_from(">H", program, at + 10)[0]
        return bool(flags & _COMPONENT_INSTRUCTED)
    length: int = struct.unpack_from(">H", program, at + 10 + 2 * contours)[0]
    return length > 0


def _agree(ways: list[tuple[bool, dict[int, int]]]) -> bool:
    """Whether no code leads to two glyphs. Beyond the plain letters only tables of one kind can be compared."""
    for place, (kind, one) in enumerate(ways):
        for other_kind, other in ways[place + 1 :]:
            shared = (
                (one.keys() & other.keys()) if kind == other_kind else [c for c in one if c in other and c < _PLAIN]
            )
            if any(one[code] != other[code] for code in shared if one[code] and other[code]):
                return False
    return True


def _ways(program: bytes, start: int, size: int) -> Iterator[tuple[bool, dict[int, int]]]:
    """Each way from codes to glyphs, and whether its codes are letters of Unicode."""
    if not size:
        return
    for index in range(min(struct.unpack_from(">H", program, start + 2)[0], 16)):
        platform, encoding, offset = struct.unpack_from(">HHI", program, start + 4 + 8 * index)
        unicode = platform == 0 or (platform == 3 and encoding in {1, 10})
        found = dict(_mapped(program, start + offset))
        yield unicode, {code - _SYMBOLS if code >= _SYMBOLS else code: glyph for code, glyph in found.items()}


def _mapped(program: bytes, at: int) -> Iterator[tuple[int, int]]:
    """(code, glyph) of one subtable, of codes of a byte and of symbol fonts. Raises ValueError for unknown formats."""
    form = struct.unpack_from(">H", program, at)[0]
    if form == 0:
        yield from enumerate(program[at + 6 : at + 6 + _CODES])
    elif form == 4:
        yield from _segmented(program, at)
    elif form == 6:
        first, count = struct.unpack_from(">HH", program, at + 6)
        yield from enumerate(struct.unpack_from(f">{min(count, _CODES)}H", program, at + 10), start=first)
    elif form == 12:
        count = min(struct.unpack_from(">I", program, at + 12)[0], _CODES)
        for index in range(count):
            first, last, glyph = struct.unpack_from(">III", program, at + 16 + 12 * index)
            yield from ((code, glyph + code - first) for code in range(first, min(last, _CODES) + 1))
    else:
        raise ValueError(form)


def _segmented(program: bytes, at: int) -> Iterator[tuple[int, int]]:
    count = struct.unpack_from(">H", program, at + 6)[0] // 2
    ends, starts = at + 14, at + 16 + 2 * count
    deltas, ranges = starts + 2 * count, starts + 4 * count
    for index in range(count):
        last, first, delta, offset = (struct.unpack_from(">H", program, place + 2 * index)[0]
                                      for place in (ends, starts, deltas, ranges))  # fmt: skip
        for code in range(first, last + 1):
            if not (code < _CODES or _SYMBOLS <= code < _SYMBOLS + _CODES):
                continue
            glyph = code
            if offset:
                glyph = struct.unpack_from(">H", program, ranges + 2 * index + offset + 2 * (code - first))[0]
            yield code, (glyph + delta) & 0xFFFF if glyph or not offset else 0
