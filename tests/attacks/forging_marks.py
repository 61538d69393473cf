"""Forgeries without a cover: strokes wiped by blending, parts painted over, words added in curves."""

from pikepdf import Name

from documents.figures import printed_amount
from documents.fonts import Face
from tests.attacks.cases import ADDED, CHANGED, Base, case, net_run, paper, target
from tests.attacks.faces import outlines, text_width
from tests.attacks.forging_cover import curves, patch, state
from tests.attacks.sheet import Run, Sheet


@case("attack", "blend mode", CHANGED)
def colour_dodge_wipes_an_amount(base: Base) -> bytes:
    """Nothing is covered: the old strokes are lightened to exactly the paper, and others drawn."""
    sheet = base.sheet()
    run, text = target(base, sheet, "colour_dodge_wipes_an_amount")
    back = [float(part) for part in paper(run).split()]
    source = [max(0.0, 1 - inked / paper_part) for inked, paper_part in zip(run.ink, back, strict=True)]
    dodge = state(sheet, "/GS8", BM=Name.ColorDodge) + f" {source[0]:.4f} {source[1]:.4f} {source[2]:.4f} rg "
    old = outlines(run.text, run.face, run.size, run.x, run.y)
    plain = state(sheet, "/GS7", BM=Name.Normal)
    sheet.append(dodge.encode() + old + b" f " + plain.encode() + b" " + curves(run, text))
    return sheet.save()


@case("attack", "blend mode", CHANGED)
def lighten_wipes_an_amount(base: Base) -> bytes:
    sheet = base.sheet()
    run, text = target(base, sheet, "lighten_wipes_an_amount")
    lighten, plain = state(sheet, "/GS8", BM=Name.Lighten), state(sheet, "/GS7", BM=Name.Normal)
    sheet.append(f"{lighten} ".encode() + patch(run) + f" {plain} ".encode() + curves(run, text))
    return sheet.save()


@case("attack", "blend mode", CHANGED)
def difference_turns_an_amount(base: Base) -> bytes:
    """Paper and ink change places, then the new amount: a table with one dark cell, as a highlighter would do it."""
    sheet = base.sheet()
    run, text = target(base, sheet, "difference_turns_an_amount")
    x, y, wide, high = run.box()
    turn = state(sheet, "/GS8", BM=Name.Difference) + f" 1 1 1 rg {x - 4:.2f} {y:.2f} {wide + 4:.2f} {high:.2f} re f "
    old = outlines(run.text, run.face, run.size, run.x, run.y)
    plain = state(sheet, "/GS7", BM=Name.Normal)
    wiped = f"{plain} 0 0 0 rg 0 0 0 RG 1.2 w ".encode() + old + b" B "
    white = f"{WHITE_INK} rg ".encode() + curves(run, text).split(b"rg ", 1)[1]
    sheet.append(turn.encode() + wiped + white)
    sheet.prepend(f"1 1 1 rg {x - 4:.2f} {y:.2f} {wide + 4:.2f} {high:.2f} re f".encode())  # else there is no backdrop
    return sheet.save()


WHITE_INK = "0.95 0.95 0.95"


@case("attack", "overprinting", CHANGED)
def old_outline_painted_in_paper(base: Base) -> bytes:
    """The old digits are painted again in the colour of the paper, as curves with a thin edge; then the new ones."""
    sheet = base.sheet()
    run, text = target(base, sheet, "old_outline_painted_in_paper")
    colour = paper(run)
    old = outlines(run.text, run.face, run.size, run.x, run.y)
    sheet.append(f"{colour} rg {colour} RG 0.7 w ".encode() + old + b" B " + curves(run, text))
    return sheet.save()


@case("attack", "overprinting", CHANGED)
def digit_thinned_to_another(base: Base) -> bytes:
    """A part of one digit of the net is painted over: 8 becomes 3, 9 becomes 7, 6 becomes 0, by a sliver of paper."""
    sheet = base.sheet()
    run = net_run(sheet)
    place = next((index for index, letter in enumerate(run.text) if letter in "8960"), len(run.text) - 1)
    x = run.x + text_width(run.text[:place], run.face, run.size)
    wide = text_width(run.text[place], run.face, run.size)
    low, high = run.y + 0.12 * run.size, 0.48 * run.size
    sheet.append(f"{paper(run)} rg {x:.2f} {low:.2f} {wide * 0.36:.2f} {high:.2f} re f".encode())
    return sheet.save()


@case("attack", "footer that contradicts", ADDED, why="every signed value is still seen: an addition, loud enough")
def footer_with_another_net(base: Base) -> bytes:
    """Under the messages, in words: the net has been corrected."""
    sheet = base.sheet()
    like = sheet.find("usar. No acredita nada.")
    text = f"LÍQUIDO CORREGIDO SEGÚN RD 0417: S/ {_higher(base)}"
    words = f"BT 0 0 0 rg {like.font} 11 Tf 1 0 0 1 42.5 180 Tm ".encode() + _sized(sheet, like, text) + b" ET"
    sheet.append(words)
    return sheet.save()


def _sized(sheet: Sheet, like: Run, text: str) -> bytes:
    return sheet.shown_in_own_font(Run(0, 0, "", like.font, Face.SEMIBOLD, 11, 0, 0, 0, like.ink), text)


def _higher(base: Base) -> str:

    return printed_amount(base.payslip.liquido + 250_000)


@case("attack", "footer that contradicts", ADDED, why="every signed value is still seen: an addition, loud enough")
def footer_in_curves(base: Base) -> bytes:
    """The same claim without a letter in it."""
    sheet = base.sheet()
    text = f"LÍQUIDO CORREGIDO SEGÚN RD 0417: S/ {_higher(base)}"
    sheet.append(b"0 0 0 rg " + outlines(text, Face.SEMIBOLD, 11, 42.5, 180) + b" f")
    return sheet.save()


@case("attack", "footer that contradicts", ADDED, why="an addition between label and value")
def words_in_curves_beside_the_net(base: Base) -> bytes:
    """'mensual, más S/ 2,500.00' in small curves right under the net."""
    sheet = base.sheet()
    net = net_run(sheet)
    sheet.append(
        curves(Run(0, 0, "", "", Face.REGULAR, 7.5, 0, net.y - 9, 0, net.ink), "más S/ 2,500.00", at=net.x + 40)
    )
    return sheet.save()


@case(
    "attack", "unsigned line added", ADDED, why="curves hold no words: ink that is not the paper's, as a stamp would be"
)
def income_line_in_curves(base: Base) -> bytes:
    """A line of income without a letter in it, in the free row of the table."""

    sheet = base.sheet()
    last = base.payslip.haberes[-1]
    name, figure = sheet.find(last.codigo), sheet.find(printed_amount(last.monto))
    low = name.y - 16 * name.size / 9.4
    lower = Run(0, 0, "", "", figure.face, figure.size, figure.x, low, figure.wide, figure.ink)
    sheet.append(curves(lower, "bono_especial", at=name.x) + b" " + curves(lower, "900.00"))
    return sheet.save()
