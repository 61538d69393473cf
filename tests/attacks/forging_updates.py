"""Two readings of one file: updates, shadowed objects, contents in pieces, the page's own font replaced."""

from io import BytesIO

import pikepdf
from pikepdf import Array

from tests.attacks.cases import CHANGED, RED, Base, case, net_run, raised, target
from tests.attacks.faces import brought
from tests.attacks.forging_cover import curves, patch
from tests.attacks.sheet import saved


@case("attack", "incremental update", RED)
def amount_in_an_update(base: Base) -> bytes:
    """Other page contents appended to the genuine file, with its own table: the first bytes are the genuine file."""
    return _updated(base, table=True)


@case("attack", "shadowed object", CHANGED)
def object_that_only_a_repair_finds(base: Base) -> bytes:
    """The same without a table and with a broken pointer: one reader sees the old contents, another the new."""
    return _updated(base, table=False)


@case("attack", "shadowed object", CHANGED)
def genuine_contents_that_only_a_repair_finds(base: Base) -> bytes:
    """The other way round: the table leads to the forgery, a reader that rebuilds finds the genuine contents last."""
    sheet = base.sheet()
    run = net_run(sheet)
    sheet.rewrite(run, raised(run.text))
    data = sheet.save(object_stream_mode=pikepdf.ObjectStreamMode.disable)
    table = data.rsplit(b"startxref", 1)[1]
    return data + _contents_object(data, base.sheet().content()) + b"startxref" + table


def _updated(base: Base, *, table: bool) -> bytes:
    sheet = base.sheet()
    run = net_run(sheet)
    sheet.rewrite(run, raised(run.text))
    content = sheet.content()
    number = sheet.page.Contents.objgen[0]
    new = _contents_object(base.pdf, content)
    start = len(base.pdf) + 1
    data = base.pdf + b"\n" + new
    if not table:
        return data + b"startxref\n7\n%%EOF\n"
    with pikepdf.open(BytesIO(base.pdf)) as opened:
        size, root = int(opened.trailer.Size), opened.trailer.Root.objgen[0]
    before = int(base.pdf.rsplit(b"startxref", 1)[1].split()[0])
    xref = len(data)
    return (
        data
        + f"xref\n{number} 1\n{start:010d} 00000 n \n".encode()
        + f"trailer\n<</Size {size} /Root {root} 0 R /Prev {before}>>\nstartxref\n{xref}\n%%EOF\n".encode()
    )


def _contents_object(pdf: bytes, content: bytes) -> bytes:
    with pikepdf.open(BytesIO(pdf)) as opened:
        number = opened.pages[0].Contents.objgen[0]
    return f"{number} 0 obj\n<</Length {len(content)}>>\nstream\n".encode() + content + b"\nendstream\nendobj\n"


@case("attack", "two contents", CHANGED)
def contents_in_two_streams(base: Base) -> bytes:
    """The covering operators are in a second stream of the page, begun in the middle of an operator."""
    sheet = base.sheet()
    run, text = target(base, sheet, "contents_in_two_streams")
    first = sheet.content() + b"\nq " + patch(run)[:-2]
    second = b"f " + curves(run, text) + b" Q"
    sheet.page.Contents = Array([sheet.pdf.make_stream(first), sheet.pdf.make_stream(second)])
    return saved(sheet.pdf)


@case("attack", "two contents", CHANGED)
def page_as_a_form_with_a_cover(base: Base) -> bytes:
    """The genuine page becomes a form, as n-up tools do it; over it another amount."""
    sheet = base.sheet()
    run, text = target(base, sheet, "page_as_a_form_with_a_cover")
    sheet.form("/Page", sheet.content())
    sheet.code = [([], b"q 1 0 0 1 0 0 cm /Page Do Q")]
    sheet.append(patch(run) + b" " + curves(run, text))
    return sheet.save()


@case("attack", "font with other outlines", CHANGED)
def digit_of_the_page_font_redrawn(base: Base) -> bytes:
    """The page's own font is replaced: the same codes and map, one digit has the outline of an 8 everywhere."""
    sheet = base.sheet()
    run = net_run(sheet)
    font = sheet.page.Resources.Font[run.font]
    letters = sheet.letters[run.font]
    text = "".join(letters.text[code] for code in sorted(letters.text) if letters.text[code].isprintable())
    digit = next(letter for letter in run.text if letter in "123456790")
    file, glyphs, _ = brought(run.face, text, (digit + "8",))
    font.FontDescriptor.FontFile2 = sheet.pdf.make_stream(_recoded(file, text, letters.codes))
    assert glyphs
    return sheet.save()


def _recoded(file: bytes, text: str, codes: dict[str, int]) -> bytes:
    """The font with the symbolic cmap that a simple font of reportlab's relies on."""
    from fontTools.ttLib import TTFont, newTable
    from fontTools.ttLib.tables._c_m_a_p import CmapSubtable

    font = TTFont(BytesIO(file))
    best = font.getBestCmap()
    table = CmapSubtable.newSubtable(4)
    table.platformID, table.platEncID, table.language = 3, 0, 0
    table.cmap = {0xF000 + codes[letter]: best[ord(letter)] for letter in text}
    mac = CmapSubtable.newSubtable(6)
    mac.platformID, mac.platEncID, mac.language = 1, 0, 0
    mac.cmap = {codes[letter]: best[ord(letter)] for letter in text}
    font["cmap"] = newTable("cmap")
    font["cmap"].tableVersion, font["cmap"].tables = 0, [mac, table]
    written = BytesIO()
    font.save(written)
    return written.getvalue()
