"""Fonts that are of two minds: programs, tables and instructions of which each reader obeys its own.

PDFium draws the true letters. Most differ in MuPDF, Poppler or Ghostscript.
"""

from collections.abc import Callable
from io import BytesIO
from typing import Any

import pikepdf
from fontTools.ttLib import TTFont
from fontTools.ttLib.tables._c_m_a_p import CmapSubtable
from fontTools.ttLib.tables.ttProgram import Program
from pikepdf import Array, Dictionary, Name, Stream

import resources
from tests.attacks.cases import ADDED, CHANGED, Base, Case, add, case, net_run
from tests.attacks.faces import brought, text_width
from tests.attacks.sheet import Run, Sheet

_HIDDEN = "on our screen every signed value is true; elsewhere it is not"


def _own_net(sheet: Sheet) -> tuple[Run, pikepdf.Object]:
    """The net in a font the forger brings, true in every digit; and the font."""
    net = net_run(sheet)
    sheet.replace_show(net, sheet.shown_in_own_font(net, net.text))
    return net, sheet.page.Resources.Font["/FF0"].DescendantFonts[0]


@case("attack", "font of two minds", ADDED, why=_HIDDEN)
def second_program_of_a_font(base: Base) -> bytes:
    """One program draws the true digits, the other an 8 for a 3."""
    sheet = base.sheet()
    net, font = _own_net(sheet)
    other, _, _ = brought(net.face, net.text, ("38", "69", "94"))
    font.FontDescriptor.FontFile3 = Stream(sheet.pdf, other, Subtype=Name.OpenType)
    return sheet.save()


@case("attack", "font of two minds", ADDED, why=_HIDDEN)
def program_of_another_kind_of_font(base: Base) -> bytes:
    sheet = base.sheet()
    _, font = _own_net(sheet)
    font.Subtype = Name.CIDFontType0
    return sheet.save()


@case("attack", "font of two minds", ADDED, why="who obeys a letter's instructions sees its points elsewhere")
def letters_that_are_told_to_move(base: Base) -> bytes:
    sheet = base.sheet()
    net, font = _own_net(sheet)
    face = TTFont(BytesIO(font.FontDescriptor.FontFile2.read_bytes()))
    whole = TTFont(resources.path("fonts", f"{net.face.value}.ttf"))
    for letter in sorted({each for each in net.text if each != " "}):
        number = whole.getGlyphID(whole.getBestCmap()[ord(letter)])
        glyph = face["glyf"][face.getGlyphName(number)]
        glyph.expand(face["glyf"])
        points = range(len(getattr(glyph, "coordinates", ())))  # a letter made of others has none
        pushed = b"".join(b"\xb8" + point.to_bytes(2, "big") + b"\xb8\1\0\x38" for point in points)
        glyph.program = Program()
        glyph.program.fromBytecode(b"\0" + pushed)  # SVTCA, then PUSHW and SHPIX for each point
    written = BytesIO()
    face.save(written)
    font.FontDescriptor.FontFile2 = Stream(sheet.pdf, written.getvalue())
    return sheet.save()


def _two_tables(flags: int, *, encoded: bool, first_lies: bool) -> Callable[[Base], bytes]:
    def make(base: Base) -> bytes:
        """Two tables from codes to glyphs: in one a 3 is an 8, and readers differ in which they ask."""
        sheet = base.sheet()
        net = net_run(sheet)
        face = TTFont(resources.path("fonts", f"{net.face.value}.ttf"))
        glyphs = face.getBestCmap()
        true = {ord(letter): glyphs[ord(letter)] for letter in "0123456789S/., "}
        lie = true | {ord("3"): glyphs[ord("8")], ord("9"): glyphs[ord("6")], ord("1"): glyphs[ord("7")]}
        face["cmap"].tables = [
            _table(1, 0, lie if first_lies else true),
            _table(3, 1, true if first_lies else lie),
        ]
        written = BytesIO()
        face.save(written)
        descriptor = Dictionary(
            Type=Name.FontDescriptor, FontName=Name("/ABCDEF+Z"), Flags=flags, FontBBox=[-200, -270, 1640, 1000],
            ItalicAngle=0, Ascent=969, Descent=-241, CapHeight=728, StemV=100,
            FontFile2=Stream(sheet.pdf, written.getvalue()),
        )  # fmt: skip
        font = Dictionary(
            Type=Name.Font, Subtype=Name.TrueType, BaseFont=Name("/ABCDEF+Z"), FirstChar=32, LastChar=126,
            FontDescriptor=descriptor,
            Widths=Array([_wide(net, code) if code in true else 0 for code in range(32, 127)]),
        )  # fmt: skip
        if encoded:
            font.Encoding = Name.WinAnsiEncoding
        sheet.page.Resources.Font["/ZZ"] = sheet.pdf.make_indirect(font)
        sheet.replace_show(net, f"/ZZ {net.size} Tf ({net.text}) Tj {net.font} {net.size} Tf".encode())
        return sheet.save()

    return make


def _wide(run: Run, code: int) -> int:
    return round(1000 * text_width(chr(code), run.face, 1))


def _table(platform: int, encoding: int, glyphs: dict[int, str]) -> Any:
    table = CmapSubtable.newSubtable(4)
    table.platformID, table.platEncID, table.language, table.cmap = platform, encoding, 0, glyphs
    return table


for _flags, _encoded, _first in ((4, True, True), (32, True, True), (32, False, True), (4, False, False)):
    _name = f"two_tables_{_flags}_{'encoded' if _encoded else 'plain'}"
    _make = _two_tables(_flags, encoded=_encoded, first_lies=_first)
    add(Case(_name, "attack", "font of two minds", _make, CHANGED, _HIDDEN))
