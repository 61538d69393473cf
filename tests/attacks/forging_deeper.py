"""Forgeries against the checker's mended rules: what the text layer says truly and in a form nobody reads so, figures
of what is excused one by one, and what a viewer or a printer alone would show.
"""

from collections.abc import Callable

import pikepdf
from pikepdf import Array, Dictionary, Name, Stream, String

from documents.fonts import Face
from documents.qr import qr_bars
from tests.attacks.cases import ADDED, BAND, CHANGED, Base, Case, add, case, net_run
from tests.attacks.codes import read_code
from tests.attacks.faces import outlines, text_width
from tests.attacks.forging_blind_spots import SPOILT
from tests.attacks.forging_cover import curves, image_object, patch, picture_of
from tests.attacks.forging_layers import annotate
from tests.attacks.sheet import Run, Sheet

_ELSEWHERE = "our viewer shows the truth; another program or a printer shows something else"


def _glyph_by_glyph(base: Base, place: int, matrix: str, *, dx: float = 0.0, dy: float = 0.0) -> bytes:
    """The net set glyph by glyph; the one at `place` through another matrix and moved (in ems)."""
    sheet = base.sheet()
    net = net_run(sheet)
    parts = []
    x = net.x
    for index, letter in enumerate(net.text):
        codes = sheet.letters[net.font].write(letter)
        assert codes is not None
        odd = index == place
        form, right, up = (matrix, dx * net.size, dy * net.size) if odd else ("1 0 0 1", 0.0, 0.0)
        parts.append(f"{form} {x + right:.3f} {net.y + up:.3f} Tm <{codes.hex()}> Tj")
        x += text_width(letter, net.face, net.size)
    sheet.replace_show(net, " ".join(parts).encode())
    return sheet.save()


def _first_digit(base: Base) -> int:
    return next(index for index, letter in enumerate(net_run(base.sheet()).text) if letter.isdecimal())


_FORMS = {
    "digit_as_small_as_a_dot": ("0.04 0 0 0.04", 0.0, 0.0),
    "digit_in_small_type": ("0.16 0 0 0.16", 0.0, 0.0),
    "digit_flattened_to_a_line": ("1 0 0 0.02", 0.0, 0.0),
    "digit_squeezed_to_a_hair": ("0.02 0 0 1", 0.0, 0.0),
    "digit_slanted_away": ("1 0 6 1", 0.0, 0.0),
    "digit_upside_down": ("1 0 0 -1", 0.0, 0.727),
}


def _formed(matrix: str, dx: float, dy: float) -> Callable[[Base], bytes]:
    return lambda base: _glyph_by_glyph(base, _first_digit(base), matrix, dx=dx, dy=dy)


for _name, (_matrix, _dx, _dy) in _FORMS.items():
    _why = "the text layer says the signed net; the eye does not see that digit"
    add(Case(_name, "attack", "letters out of shape", _formed(_matrix, _dx, _dy), CHANGED, _why))


@case("attack", "letters out of shape", CHANGED, why="the point is there, under the digit before it")
def point_hidden_under_a_digit(base: Base) -> bytes:
    text = net_run(base.sheet()).text
    return _glyph_by_glyph(base, text.rindex("."), "1 0 0 1", dx=-0.3)


@case("attack", "letters out of shape", CHANGED, why="the comma is there, and looks like a point far away")
def comma_hidden_under_a_digit(base: Base) -> bytes:
    text = net_run(base.sheet()).text
    place = text.index(",") if "," in text else text.rindex(".")
    return _glyph_by_glyph(base, place, "1 0 0 1", dx=-0.26)


@case("attack", "figures of rules", ADDED, why="each stroke is a long level rule as in any form")
def figure_hatched_with_rules(base: Base) -> bytes:
    """A nine as wide as a column, of rules of the form's own length and colour."""
    sheet = base.sheet()
    rows = ["111", "101", "101", "111", "001", "001", "111"]
    drawn = [
        f"{60 + 92 * column} {200 - 9 * (2 * row + half)} 91 0.8 re"
        for row, cells in enumerate(rows)
        for half in (0, 1)
        for column, cell in enumerate(cells)
        if cell == "1"
    ]
    sheet.append(b"0.071 0.149 0.247 rg " + " ".join(drawn).encode() + b" f")
    return sheet.save()


@case(
    "attack", "figures of rules", CHANGED, why="a rule of the form's own length, as high as the middle of the figures"
)
def long_dash_before_the_net(base: Base) -> bytes:
    sheet = base.sheet()
    net = net_run(sheet)
    ink = " ".join(map(str, net.ink))
    sheet.append(f"{ink} rg {net.x - 96:.2f} {net.y + net.size * 0.36:.2f} 94 1.2 re f".encode())
    return sheet.save()


_DOTTED = {"9": "0110 1001 1001 0111 0001 0001 0110", "8": "0110 1001 1001 0110 1001 1001 0110",
           "5": "1111 1000 1110 0001 0001 1001 0110", "0": "0110 1001 1001 1001 1001 1001 0110"}  # fmt: skip


def _dots(ink: str, size: float, apart: float) -> Callable[[Base], bytes]:
    def make(base: Base) -> bytes:
        """Large figures of dots, each too small to count, too far from each other to be one spot."""
        sheet = base.sheet()
        dots = []
        for place, figure in enumerate("9850"):
            for row, cells in enumerate(_DOTTED[figure].split()):
                for column, cell in enumerate(cells):
                    x, y = 60 + 74 * place + 14 * column, 210 - 14 * row
                    steps = [apart * step for step in range(int(14 / apart))] if cell == "1" else []
                    dots += [f"{x + dx:.2f} {y + dy:.2f} {size} {size} re" for dx in steps for dy in steps]
        sheet.append(f"{ink} rg {' '.join(dots)} f".encode())
        return sheet.save()

    return make


for _name, _make in {
    "claim_of_dots": _dots("0 0 0", 0.3, 6),
    "claim_of_finer_dots": _dots("0 0 0", 0.15, 4.5),
    "claim_of_pale_dots": _dots("0.93 0.93 0.93", 1.2, 4.6),
}.items():
    add(Case(_name, "attack", "figures of dust", _make, SPOILT, "each dot is no larger than the dust of rounding"))


@case("attack", "pale ink", SPOILT, why="letters of paper in the band of the net")
def claim_cut_out_of_the_band(base: Base) -> bytes:
    """The band of the net with a claim left white in it."""
    sheet = base.sheet()
    net = net_run(sheet)
    sheet.append(b"1 1 1 rg " + outlines("REAL 9,850.40", Face.SEMIBOLD, 22, 130, net.y - 5) + b" f")
    return sheet.save()


@case("attack", "pale ink", SPOILT, why="bands that hold no words")
def figures_of_pale_bands(base: Base) -> bytes:
    """A large 1 and 7 of bands in the colour of the table's own."""
    sheet = base.sheet()
    bands = "100 100 95 90 re 230 175 180 18 re 315 100 95 70 re"
    sheet.append(f"{BAND} rg {bands} f".encode())
    return sheet.save()


@case("attack", "at the code", SPOILT, why="every module is dark where it must be, in two colours")
def claim_in_the_colours_of_modules(base: Base) -> bytes:
    """The code's own dark modules, red where a large figure runs."""
    sheet = base.sheet()
    x, y, side = sheet.qr_box()
    code = qr_bars(read_code(base.pdf))
    module = side / code.side
    sheet.drop_qr()
    bars = "\n".join(f"{column} {row} {length} 1 re" for column, row, length in code.bars)
    frame = f"{module:.4f} 0 0 {-module:.4f} {x:.3f} {y + side:.3f} cm"
    figure = outlines("9850", Face.SEMIBOLD, side * 0.4, x + side * 0.03, y + side * 0.36)
    sheet.append(f"q {frame} 0 0 0 rg {bars} f Q".encode())
    clip = figure + b" W n 0.8 0 0 rg "
    sheet.append(clip + f"{frame} {bars} f".encode())
    return sheet.save()


@case("attack", "at the code", SPOILT, why="small words where the code must have silence")
def words_in_the_quiet_zone(base: Base) -> bytes:
    sheet = base.sheet()
    x, y, side = sheet.qr_box()
    sheet.append(b"0 g " + outlines("Neto real S/ 9,850.40", Face.REGULAR, 4, x + 3, y + side + 0.6) + b" f")
    return sheet.save()


def _catalogue(change: Callable[[Sheet, Base], None]) -> Callable[[Base], bytes]:
    def make(base: Base) -> bytes:
        sheet = base.sheet()
        change(sheet, base)
        return sheet.save()

    return make


def _portfolio(sheet: Sheet, base: Base) -> None:
    """Viewers that know portfolios open the enclosed file, not the page."""
    from tests.attacks.forging_pages import forged

    sheet.pdf.attachments["boleta.pdf"] = pikepdf.AttachedFileSpec(sheet.pdf, forged(base), filename="boleta.pdf")
    sheet.pdf.Root.Collection = Dictionary(Type=Name.Collection, View=Name.H, D=String("boleta.pdf"))


def _print_area(sheet: Sheet, base: Base) -> None:
    """What lies beyond the crop is printed: the page once more, with another net."""
    net = net_run(sheet)
    claim = outlines("LÍQUIDO S/ 9" + net.text[4:], Face.SEMIBOLD, 40, 20, 900)
    sheet.append(b"0 g " + claim + b" f")
    sheet.page.CropBox = sheet.page.MediaBox
    sheet.page.MediaBox = Array([0, 0, 595.28, 1000])
    sheet.pdf.Root.ViewerPreferences = Dictionary(PrintArea=Name.MediaBox, PrintClip=Name.MediaBox)


def _post_script(sheet: Sheet, base: Base) -> None:
    program = Stream(sheet.pdf, b"/Helvetica findfont 40 scalefont setfont 60 150 moveto (S/ 9,850.40) show")
    program.Type, program.Subtype = Name.XObject, Name.PS
    sheet.resource("/XObject", "/Ps9", sheet.pdf.make_indirect(program))
    sheet.append(b"/Ps9 Do")


def _reference(sheet: Sheet, base: Base) -> None:
    """A form that stands for a page of another file: here a white nothing, elsewhere that page."""
    form = sheet.form("/Fm9", b"")
    form.Ref = Dictionary(F=String("otra-boleta.pdf"), Page=0)
    sheet.append(b"/Fm9 Do")


def _transfer(sheet: Sheet, base: Base) -> None:
    """Ink so pale that nothing shows, which a transfer function makes black."""
    function = Dictionary(FunctionType=2, Domain=[0, 1], N=200, C0=[0], C1=[1])
    sheet.resource("/ExtGState", "/GS9", Dictionary(Type=Name.ExtGState, TR=function))
    net = net_run(sheet)
    text = outlines("S/ 9" + net.text[4:], Face.SEMIBOLD, 40, 60, 150)
    sheet.append(b"/GS9 gs 0.99 g " + text + b" f")


def _other_white(sheet: Sheet, base: Base) -> None:
    """White ink, and a colour space that makes it black for whoever minds colour spaces."""
    black = Array([Name.CalRGB, Dictionary(WhitePoint=[0.95, 1, 1.09], Matrix=[0] * 9)])
    sheet.resource("/ColorSpace", "/DefaultRGB", black)
    net = net_run(sheet)
    sheet.append(b"1 1 1 rg " + outlines("S/ 9" + net.text[4:], Face.SEMIBOLD, 40, 60, 150) + b" f")


def _overprint(sheet: Sheet, base: Base) -> None:
    """A claim under a white patch that some viewers and all presses print over."""
    sheet.resource("/ExtGState", "/GS9", Dictionary(Type=Name.ExtGState, OP=True, op=True, OPM=1))
    net = net_run(sheet)
    claim = outlines("S/ 9" + net.text[4:], Face.SEMIBOLD, 40, 60, 150)
    sheet.append(b"0 0 0 1 k " + claim + b" f /GS9 gs 0 0 0 0 k 50 140 300 50 re f")


def _note_after_many(sheet: Sheet, base: Base) -> None:
    """A thousand links that do nothing, and then a note that only prints."""
    net = net_run(sheet)
    here = Array([sheet.page.obj, Name.Fit])
    quiet = Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=[0, 0, 1, 1], Border=[0, 0, 0], Dest=here)
    sheet.page.Annots = Array([sheet.pdf.make_indirect(quiet)] * 2_001)
    annotate(sheet, "/Stamp", net, patch(net) + b" " + curves(net, "S/ 9" + net.text[4:]))
    sheet.page.Annots[-1].F = 4 + 32


def _thumbnail(sheet: Sheet, base: Base) -> None:
    """The small picture of the page at the side of a viewer is another page."""
    net = net_run(sheet)
    sheet.page.Thumb = image_object(sheet.pdf, picture_of(net, "S/ 9" + net.text[4:]))


def _unlisted_layer(sheet: Sheet, base: Base) -> None:
    """A layer that the document's list of layers does not have: some viewers show it, some do not."""
    net = net_run(sheet)
    group = sheet.pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String("x")))
    sheet.form("/Fm9", b"0 g " + outlines("S/ 9" + net.text[4:], Face.SEMIBOLD, 40, 60, 900), OC=group)
    sheet.append(b"/Fm9 Do")


def _bar_of_a_link(sheet: Sheet, base: Base) -> None:
    """A link as narrow as a one, with a border that other viewers draw."""
    net = net_run(sheet)
    x = net.x + text_width("S/", net.face, net.size) + 2
    link = Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=[x, net.y, x + 2, net.y + 17], Border=[0, 0, 2])
    link.Dest = Array([sheet.page.obj, Name.Fit])
    sheet.page.Annots = Array([sheet.pdf.make_indirect(link)])


def _link_to_a_page(sheet: Sheet, base: Base) -> None:
    """The whole page leads to somebody's site, where the payslip says something else."""
    action = Dictionary(S=Name.URI, URI=String("https://example.com/boleta"))
    link = Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=[0, 0, 595, 842], Border=[0, 0, 0], A=action)
    sheet.page.Annots = Array([sheet.pdf.make_indirect(link)])


def _outline_script(sheet: Sheet, base: Base) -> None:
    script = Dictionary(S=Name.JavaScript, JS=String("app.alert('S/ 9,850.40');"))
    item = sheet.pdf.make_indirect(Dictionary(Title=String("Líquido"), A=script))
    outline = sheet.pdf.make_indirect(Dictionary(Type=Name.Outlines, First=item, Last=item, Count=1))
    item.Parent = outline
    sheet.pdf.Root.Outlines = outline


for _name, (_group, _change) in {
    "portfolio_with_another_payslip": ("shown elsewhere", _portfolio),
    "printed_beyond_the_crop": ("for the printer alone", _print_area),
    "programme_for_the_printer": ("for the printer alone", _post_script),
    "ink_that_a_transfer_darkens": ("for the printer alone", _transfer),
    "white_that_is_black_elsewhere": ("shown elsewhere", _other_white),
    "claim_under_an_overprint": ("for the printer alone", _overprint),
    "note_after_two_thousand_links": ("annotation flags", _note_after_many),
    "form_that_is_a_page_of_another_file": ("shown elsewhere", _reference),
    "another_page_in_the_thumbnail": ("shown elsewhere", _thumbnail),
    "layer_that_nobody_lists": ("optional-content layer", _unlisted_layer),
    "border_of_a_link_as_a_one": ("links", _bar_of_a_link),
    "link_over_the_page": ("links", _link_to_a_page),
    "script_of_a_bookmark": ("scripts", _outline_script),
}.items():
    add(Case(_name, "attack", _group, _catalogue(_change), ADDED, _ELSEWHERE))


@case("attack", "what is read aloud", ADDED, why="the eye sees the truth; who copies or listens gets another net")
def other_words_read_aloud(base: Base) -> bytes:
    sheet = base.sheet()
    net = net_run(sheet)
    said = "S/ 9" + net.text[4:]
    sheet.wrap(net, f"/Span <</ActualText ({said})>> BDC".encode(), b"EMC")
    return sheet.save()


@case("attack", "stamp that counterfeits", ADDED, why="a pale stamp large enough to excuse what is beside it")
def figure_beside_a_pale_stamp(base: Base) -> bytes:
    """A stamp's frame in pale blue across the net, and a dark one within it before the net."""
    sheet = base.sheet()
    net = net_run(sheet)
    sheet.resource("/ExtGState", "/GS9", Dictionary(Type=Name.ExtGState, BM=Name.Multiply))
    x = net.x + text_width("S/", net.face, net.size) + 2
    frame = f"/GS9 gs 0.55 0.6 0.95 RG 1.4 w {net.x - 40:.1f} {net.y - 20:.1f} 190 50 re S "
    run = Run(0, 0, "", "", net.face, net.size, x, net.y, 3, net.ink)
    bar = f"{run.ink[0]} {run.ink[1]} {run.ink[2]} rg {x:.1f} {net.y:.1f} 2.3 17 re f"
    sheet.append(frame.encode() + bar.encode())
    return sheet.save()
