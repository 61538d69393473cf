"""Forgeries by fonts: what is seen is not what is read."""

from pikepdf import Array, Dictionary, Name, Stream

from documents.figures import printed_amount
from tests.attacks.cases import ADDED, CHANGED, Base, case, net_run, target
from tests.attacks.faces import outlines, own_font, text_width, to_unicode
from tests.attacks.sheet import Run, Sheet


@case("attack", "ToUnicode remap", CHANGED)
def visible_digits_read_as_others(base: Base) -> bytes:
    """A font of the forger's shows the false amount and is read as the true one."""
    sheet = base.sheet()
    run, text = target(base, sheet, "visible_digits_read_as_others")
    sheet.replace_show(run, sheet.shown_in_own_font(run, text, reads=run.text))
    return sheet.save()


@case("attack", "ToUnicode remap", CHANGED)
def name_read_as_another(base: Base) -> bytes:
    sheet = base.sheet()
    run = sheet.find(base.payslip.apellidos.split()[0])
    shown = base.neighbour.payslip.apellidos[: len(run.text)].ljust(len(run.text), "A")
    sheet.replace_show(run, sheet.shown_in_own_font(run, shown, reads=run.text))
    return sheet.save()


@case("attack", "ToUnicode remap", CHANGED)
def the_paper_own_map_changed(base: Base) -> bytes:
    """Two digits of the whole font change places on the page, and in the ToUnicode the other way."""
    sheet = base.sheet()
    run = net_run(sheet)
    letters = sheet.letters[run.font]
    one, two = "3", "8"
    if one not in letters.codes or two not in letters.codes:
        one, two = sorted(set(run.text) & set("0123456789"))[:2]
    swap = {one: two, two: one}
    font = sheet.page.Resources.Font[run.font]
    told = {code: swap.get(text, text) for code, text in letters.text.items()}
    font.ToUnicode = Stream(sheet.pdf, to_unicode(told, size=1))
    for each in sheet.runs:
        if each.font == run.font:
            codes = letters.write("".join(swap.get(letter, letter) for letter in each.text))
            assert codes is not None
            sheet.replace_show(each, f"<{codes.hex()}> Tj".encode())
    return sheet.save()


@case("attack", "ToUnicode remap", CHANGED)
def actual_text_says_the_truth(base: Base) -> bytes:
    """The false amount in a span whose ActualText is the true one."""
    sheet = base.sheet()
    run, text = target(base, sheet, "actual_text_says_the_truth")
    shown = sheet.shown_in_own_font(run, text)
    told = run.text.encode("utf-16-be").hex()
    sheet.replace_show(run, f"/Span <</ActualText <feff{told}>>> BDC ".encode() + shown + b" EMC")
    return sheet.save()


@case("attack", "font with other outlines", CHANGED)
def glyph_of_a_digit_replaced(base: Base) -> bytes:
    """The font's own cmap and name say 3; the outline of that glyph is an 8."""
    sheet = base.sheet()
    run, text = target(base, sheet, "glyph_of_a_digit_replaced")
    told, drawn = next((a, b) for a, b in zip(run.text, text, strict=True) if a != b)
    sheet.replace_show(run, sheet.shown_in_own_font(run, run.text, swaps=(told + drawn,)))
    return sheet.save()


@case("attack", "font with other outlines", CHANGED)
def type3_glyphs_swapped(base: Base) -> bytes:
    """A Type 3 font whose glyph named three draws an eight."""
    sheet = base.sheet()
    run, text = target(base, sheet, "type3_glyphs_swapped")
    _type3(sheet, run, text, reads=run.text)
    return sheet.save()


def _type3(sheet: Sheet, run: Run, text: str, *, reads: str) -> None:
    procs, names, widths = Dictionary(), [], []
    for code, letter in enumerate(text, start=1):
        wide = text_width(letter, run.face, 1000)
        path = outlines(letter, run.face, 1000, 0, 0)
        drawn = f"{wide:.1f} 0 -100 -300 1400 1100 d1 ".encode() + path + b" f"
        procs[f"/g{code}"] = sheet.pdf.make_stream(drawn)
        names.append(Name(f"/g{code}"))
        widths.append(round(wide, 1))
    told = dict(enumerate(reads, start=1))
    font = Dictionary(
        Type=Name.Font, Subtype=Name.Type3, FontBBox=[-100, -300, 1400, 1100], FontMatrix=[0.001, 0, 0, 0.001, 0, 0],
        CharProcs=procs, Encoding=Dictionary(Type=Name.Encoding, Differences=Array([1, *names])), FirstChar=1,
        LastChar=len(text), Widths=Array(widths), Resources=Dictionary(),
        ToUnicode=sheet.pdf.make_stream(to_unicode(told, size=1)),
    )  # fmt: skip
    sheet.page.Resources.Font["/T3"] = sheet.pdf.make_indirect(font)
    codes = bytes(range(1, len(text) + 1)).hex()
    sheet.replace_show(run, f"/T3 {run.size} Tf <{codes}> Tj {run.font} {run.size} Tf".encode())


@case("attack", "font with other outlines", CHANGED)
def font_program_missing(base: Base) -> bytes:
    """The font of the amount is not in the file: every machine shows what it has under that name."""
    sheet = base.sheet()
    run, text = target(base, sheet, "font_program_missing")
    font = Dictionary(
        Type=Name.Font, Subtype=Name.TrueType, BaseFont=Name("/Helvetica"), Encoding=Name.WinAnsiEncoding,
        ToUnicode=sheet.pdf.make_stream(to_unicode(dict(zip(text.encode("cp1252"), run.text, strict=True)), size=1)),
    )  # fmt: skip
    sheet.page.Resources.Font["/H9"] = font
    sheet.replace_show(run, f"/H9 {run.size} Tf ({text}) Tj {run.font} {run.size} Tf".encode())
    return sheet.save()


_LOOK_ALIKE = str.maketrans("0123456789", "OlƧЗЧƼбʔ\u0222Ԛ")


@case("attack", "homoglyphs", CHANGED)
def visible_amount_read_as_letters(base: Base) -> bytes:
    """The false amount is no amount to a reader: its digits are read as letters; the true one is there, invisible."""
    sheet = base.sheet()
    run, text = target(base, sheet, "visible_amount_read_as_letters")
    codes = bytes(sheet.code[run.show][0][0]).hex()
    shown = sheet.shown_in_own_font(run, text, reads=text.translate(_LOOK_ALIKE))
    again = f" 1 0 0 1 {run.x} {run.y} Tm 3 Tr <{codes}> Tj 0 Tr".encode()
    sheet.replace_show(run, shown + again)
    return sheet.save()


@case("attack", "homoglyphs", CHANGED)
def cyrillic_line_of_income(base: Base) -> bytes:
    """A line of income in Cyrillic letters and letters for digits: no amount in the text layer."""
    return _line_read_as(base, "ЬОИО ЕХТЯА", "9ОО-ОО")


@case("attack", "bidi and zero width", CHANGED)
def income_line_turned_round(base: Base) -> bytes:
    """The text layer of an added line runs from right to left, with its controls."""
    return _line_read_as(base, "\u202eartxe onob", "\u202e00.009\u202c")


@case("attack", "bidi and zero width", CHANGED)
def income_line_with_invisible_letters(base: Base) -> bytes:
    """Zero-width letters between the digits of an added line."""
    return _line_read_as(base, "bono\u200b\u2060 extra", "9\u200b0\u200c0\u2060.\ufeff00")


@case("attack", "bidi and zero width", ADDED, why="letters that are read as spaces are ink like a stamp's")
def added_line_without_any_text(base: Base) -> bytes:
    """The added line's letters are mapped to spaces: seen, and not there for a reader."""
    return _line_read_as(base, " " * 10, " " * 6)


def _line_read_as(base: Base, name_reads: str, amount_reads: str) -> bytes:
    """An added line "bono extra 900.00" whose letters are read as something else, one code a letter or more."""
    sheet, last = base.sheet(), base.payslip.haberes[-1]
    name, figure = sheet.find(last.codigo), sheet.find(printed_amount(last.monto))
    low = name.y - 16 * name.size / 9.4
    left = figure.right - text_width("900.00", figure.face, figure.size)
    colour = " ".join(map(str, name.ink))
    sheet.append(
        f"BT {colour} rg 1 0 0 1 {name.x} {low:.2f} Tm ".encode()
        + _read_in_pieces(sheet, name, "bono extra", name_reads)
        + f" 1 0 0 1 {left:.2f} {low:.2f} Tm ".encode()
        + _read_in_pieces(sheet, figure, "900.00", amount_reads)
        + b" ET"
    )
    return sheet.save()


def _read_in_pieces(sheet: Sheet, run: Run, text: str, reads: str) -> bytes:
    """Shows a text read as another of any length: the last letter takes what is left over."""

    name, codes = own_font(sheet.pdf, sheet.page, run.face, text, reads=reads[: len(text)].ljust(len(text)))
    if len(reads) > len(text):
        told = dict(enumerate([*reads[: len(text) - 1], reads[len(text) - 1 :]], start=1))
        sheet.page.Resources.Font[name.decode()].ToUnicode = sheet.pdf.make_stream(to_unicode(told))
    return name + f" {run.size} Tf <{codes.hex()}> Tj".encode()
