"""Forgeries by somebody who has read the checker: each aims at what one of its rules leaves out.

The other attacks were written before anybody of their author's side had seen the checker; these were not.
"""

from collections.abc import Callable

import pikepdf
from pikepdf import Array, Dictionary, Name, String
from PIL import Image

from documents.fonts import Face
from documents.seal.verdict import VerdictCode as V
from tests.attacks.cases import ADDED, CHANGED, Base, Case, add, case, net_run
from tests.attacks.codes import code_picture, read_code
from tests.attacks.faces import outlines, text_width
from tests.attacks.forging_cover import curves, image_object, patch, picture_of, place_of
from tests.attacks.forging_layers import annotate
from tests.attacks.sheet import Run, Sheet

SPOILT = ADDED | {V.QR_ILEGIBLE}  # the code may not bear it
_CLAIM = "LÍQUIDO REAL: S/ 9,850.40"


@case("attack", "at the code", SPOILT, why="ink in the code, which may not bear it")
def words_inside_the_code(base: Base) -> bytes:
    """A plate with another net in the middle of the code, small enough for its correction."""
    sheet = base.sheet()
    x, y, side = sheet.qr_box()
    words = outlines("S/ 9,850.40", Face.SEMIBOLD, side / 8, x + side * 0.12, y + side * 0.47)
    plate = f"1 1 1 rg {x + side * 0.1:.1f} {y + side * 0.44:.1f} {side * 0.8:.1f} {side * 0.15:.1f} re f 0 g "
    sheet.append(plate.encode() + words + b" f")
    return sheet.save()


@case("attack", "at the code", SPOILT, why="ink in and at the code")
def words_inside_a_patient_code(base: Base) -> bytes:
    """The same seal with more correction, and so more room in it for words."""
    sheet = base.sheet()
    x, y, side = sheet.qr_box()
    sheet.drop_qr()
    sheet.resource("/XObject", "/Im9", image_object(sheet.pdf, code_picture(read_code(base.pdf), "H")))
    words = outlines("S/ 9,850.40", Face.SEMIBOLD, side / 8, x + side * 0.12, y + side * 0.47)
    plate = f"1 1 1 rg {x + side * 0.1:.1f} {y + side * 0.44:.1f} {side * 0.8:.1f} {side * 0.15:.1f} re f 0 g "
    picture = f"q {side:.2f} 0 0 {side:.2f} {x:.2f} {y:.2f} cm /Im9 Do Q ".encode()
    sheet.append(picture + plate.encode() + words + b" f")
    return sheet.save()


@case("attack", "at the code", SPOILT, why="ink in and at the code")
def words_touching_the_code(base: Base) -> bytes:
    """A frame round the code, and a claim in curves that hangs on it: one piece of ink with the code inside it."""
    sheet = base.sheet()
    x, y, side = sheet.qr_box()
    wide = text_width(_CLAIM, Face.SEMIBOLD, 9)
    left = x - wide - 7
    drawn = b"0 g 0 G 1 w " + outlines(_CLAIM, Face.SEMIBOLD, 9, left, y + side - 9) + b" f "
    frame = f"{x - 6:.1f} {y - 6:.1f} {side + 12:.1f} {side + 12:.1f} re S "
    sheet.append(drawn + f"{frame} {left:.1f} {y + side - 11.5:.1f} {wide + 4:.1f} 1.2 re f".encode())
    return sheet.save()


@case("attack", "at the code", SPOILT, why="ink in and at the code")
def words_under_a_turned_code(base: Base) -> bytes:
    """The code stands on its corner; the claim in the corners that its box then has."""
    sheet = base.sheet()
    x, y, side = sheet.qr_box()
    code = sheet.qr_operators()
    sheet.drop_qr()
    turn = 0.5**0.5
    middle_x, middle_y = x + side / 2 - 22, y + side / 2 + 18
    cm = f"q {turn:.4f} {turn:.4f} {-turn:.4f} {turn:.4f} "
    cm += f"{middle_x - turn * (x - y):.3f} {middle_y - turn * (x + y + side):.3f} cm "
    corner = middle_x - side * turn
    words = outlines("Real:", Face.SEMIBOLD, 8, corner, middle_y + side * turn - 9)
    words += b" " + outlines("9,850", Face.SEMIBOLD, 8, corner, middle_y + side * turn - 19)
    sheet.append(cm.encode() + code + b" Q 0 g " + words + b" f")
    return sheet.save()


_SEGMENTS = {  # of a seven-segment digit: top, upper left, upper right, middle, lower left, lower right, bottom
    "0": "abcefg", "1": "cf", "2": "acdeg", "3": "acdfg", "4": "bcdf", "5": "abdfg", "6": "abdefg", "7": "acf",
    "8": "abcdefg", "9": "abcdfg",
}  # fmt: skip


def _bars(text: str, x: float, y: float, high: float) -> bytes:
    """Figures out of rules: each bar is a plain line."""
    half, thick, gap = high / 2, 2.2, 5.5
    parts = []
    for letter in text:
        level = {"a": 2 * half, "d": half, "g": 0.0}
        for name in _SEGMENTS[letter]:
            if name in level:
                parts.append(f"{x + gap:.1f} {y + level[name]:.1f} {half - 2 * gap:.1f} {thick} re")
            else:
                side = x - thick if name in "be" else x + half
                low = y + half if name in "bc" else y
                parts.append(f"{side:.1f} {low + gap:.1f} {thick} {half - 2 * gap:.1f} re")
        x += half + 16
    return " ".join(parts).encode() + b" f"


@case("attack", "figures of rules", ADDED, why="each stroke is a plain line")
def figures_made_of_rules(base: Base) -> bytes:
    """9850 as on a pocket calculator, of bars as long as a rule, in the free room."""
    sheet = base.sheet()
    sheet.append(b"0.07 0.15 0.25 rg " + _bars("9850", 60, 112, 66))
    return sheet.save()


@case("attack", "figures of rules", CHANGED, why="the stroke is a plain line")
def bar_before_the_net(base: Base) -> bytes:
    """A short upright rule between S/ and the net: a one."""
    sheet = base.sheet()
    net = net_run(sheet)
    x = net.x + text_width("S/", net.face, net.size) + 2.1
    sheet.append(f"{net.ink[0]} {net.ink[1]} {net.ink[2]} rg {x:.2f} {net.y - 0.7:.2f} 2.3 18.2 re f".encode())
    return sheet.save()


@case("attack", "pale ink", SPOILT, why="pale, and can be read")
def pale_claim_across_the_page(base: Base) -> bytes:
    """Large letters a little darker than the bands of the tables."""
    sheet = base.sheet()
    sheet.append(b"0.855 0.855 0.855 rg " + outlines("REAL S/ 9,850.40", Face.SEMIBOLD, 52, 60, 160) + b" f")
    return sheet.save()


@case("attack", "pale ink", SPOILT, why="another colour of the same lightness, and can be read")
def claim_as_light_as_the_paper(base: Base) -> bytes:
    """Orange letters on light blue paper: the same grey."""
    sheet = base.sheet()
    sheet.prepend(b"0.78 0.88 1 rg 0 0 595.28 841.89 re f")
    sheet.append(b"1 0.80 0.55 rg " + outlines("REAL S/ 9,850.40", Face.SEMIBOLD, 30, 60, 165) + b" f")
    return sheet.save()


@case("attack", "pale ink", SPOILT, why="yellow on white: hard to read, not impossible")
def claim_in_yellow(base: Base) -> bytes:
    sheet = base.sheet()
    sheet.append(b"1 1 0 rg " + outlines("REAL S/ 9,850.40", Face.SEMIBOLD, 52, 60, 160) + b" f")
    return sheet.save()


def _faded(old: str, new: str) -> Callable[[Base], bytes]:
    def make(base: Base) -> bytes:
        """One digit becomes another in one middle grey: the old strokes not light enough, the new not dark enough."""
        sheet = base.sheet()
        net = net_run(sheet)
        place = next((index for index, letter in enumerate(net.text) if letter == old), net.text.index(".") - 1)
        at = net.x + text_width(net.text[:place], net.face, net.size)
        gone = outlines(net.text[place], net.face, net.size, at, net.y)
        fresh = outlines(new if net.text[place] == old else "8", net.face, net.size, at, net.y)
        grey, lighter = 162 / 255, 171 / 255
        sheet.append(
            f"{lighter:.4f} g ".encode() + fresh + f" f {grey:.4f} g {grey:.4f} G 0.3 w ".encode() + gone + b" B"
        )
        return sheet.save()

    return make


for _old, _new in (("3", "8"), ("6", "8"), ("9", "8")):
    add(
        Case(
            f"faded_{_old}_becomes_{_new}",
            "attack",
            "middle grey",
            _faded(_old, _new),
            CHANGED,
            "one digit looks faded, and is another",
        )
    )


def _print_only(subtype: str) -> Callable[[Base], bytes]:
    def make(base: Base) -> bytes:
        """Drawn on paper, not on the screen, and of a kind that nobody looks at."""
        sheet = base.sheet()
        net = net_run(sheet)
        text = "S/ 9" + net.text[4:]
        entries = {"Dest": Array([sheet.page.obj, Name.Fit])} if subtype == "/Link" else {}
        annotate(sheet, subtype, net, patch(net) + b" " + curves(net, text), **entries)
        sheet.page.Annots[0].F = 4 + 32
        return sheet.save()

    return make


for _kind in ("Link", "Popup"):
    _why = "on the screen every signed value is true; on paper it is not"
    add(Case(f"{_kind.lower()}_that_only_prints", "attack", "annotation flags", _print_only(f"/{_kind}"), ADDED, _why))

_SCRIPT = "app.alert('El líquido correcto es S/ 9,999.99');"
_OBEYED = "nothing is changed until a viewer obeys it"


def _script() -> Dictionary:
    return Dictionary(S=Name.JavaScript, JS=String(_SCRIPT))


@case("attack", "scripts", ADDED, why=_OBEYED)
def script_of_the_page_alone(base: Base) -> bytes:
    sheet = base.sheet()
    sheet.page.AA = Dictionary(O=_script())
    return sheet.save()


@case("attack", "scripts", ADDED, why=_OBEYED)
def script_behind_a_jump(base: Base) -> bytes:
    """The file opens with a jump to its first page; the next action is a script."""
    sheet = base.sheet()
    jump = Dictionary(S=Name.GoTo, D=Array([sheet.page.obj, Name.Fit]), Next=_script())
    sheet.pdf.Root.OpenAction = sheet.pdf.make_indirect(jump)
    return sheet.save()


@case("attack", "scripts", ADDED, why=_OBEYED)
def script_of_a_link(base: Base) -> bytes:
    """A link over the whole page."""
    sheet = base.sheet()
    link = Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=[0, 0, 595, 842], Border=[0, 0, 0], A=_script())
    sheet.page.Annots = Array([sheet.pdf.make_indirect(link)])
    return sheet.save()


@case("attack", "scripts", ADDED, why="a field that fetches another file when the page is clicked")
def link_that_opens_another_file(base: Base) -> bytes:
    sheet = base.sheet()
    launch = Dictionary(S=Name.Launch, F=String("boleta-corregida.pdf"))
    link = Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=[0, 0, 595, 842], Border=[0, 0, 0], A=launch)
    sheet.page.Annots = Array([sheet.pdf.make_indirect(link)])
    return sheet.save()


@case("attack", "shown elsewhere", ADDED, why="our viewer shows the truth; a printer takes the other picture")
def other_picture_for_printing(base: Base) -> bytes:
    """A clear picture over the net, with another one that is meant for printing."""
    sheet = base.sheet()
    net = net_run(sheet)
    forged = image_object(sheet.pdf, picture_of(net, "S/ 9" + net.text[4:]))
    clear = image_object(sheet.pdf, Image.new("L", (1, 1), 0))
    blank = image_object(
        sheet.pdf,
        Image.new("RGB", (1, 1), (255, 255, 255)),
        SMask=clear,
        Alternates=Array([Dictionary(Image=forged, DefaultForPrinting=True)]),
    )
    sheet.resource("/XObject", "/Im9", blank)
    sheet.append(f"{place_of(net)} /Im9 Do".encode())
    return sheet.save()


@case("attack", "shown elsewhere", ADDED, why="a page read by a second name: the first of two equal keys, or the last")
def two_contents_under_one_name(base: Base) -> bytes:
    """The page's dictionary has /Contents twice; readers differ in which one they take."""
    from tests.attacks.cases import raised

    sheet = base.sheet()
    net = net_run(sheet)
    sheet.rewrite(net, raised(net.text))
    forged = sheet.pdf.make_indirect(sheet.pdf.make_stream(sheet.content()))
    sheet.page.obj["/Contentz"] = forged
    genuine = Sheet(base.pdf)
    sheet.page.Contents = sheet.pdf.make_stream(genuine.content())
    data = _plain(sheet.pdf)
    return data.replace(b"/Contentz", b"/Contents")


def _plain(pdf: pikepdf.Pdf) -> bytes:
    from tests.attacks.sheet import saved

    return saved(pdf, object_stream_mode=pikepdf.ObjectStreamMode.disable)


@case("attack", "shown elsewhere", CHANGED, why="letters no larger than a hair")
def net_of_another_in_the_margin(base: Base) -> bytes:
    """The net is moved as words: the true one, large, beyond the cut of the page; a false one in curves."""
    sheet = base.sheet()
    net = net_run(sheet)
    shown = Run(net.place, net.show, net.text, net.font, net.face, net.size, net.x, net.y, net.wide, net.ink)
    sheet.wrap(net, f"1 0 0 1 {net.x} -300 Tm".encode(), b"")
    sheet.append(curves(shown, "S/ 9" + net.text[4:]))
    return sheet.save()
