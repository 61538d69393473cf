"""Forgeries whose text layer is true and cannot be seen, or whose visible letters are read as others."""

import re

from pikepdf import Dictionary, Name

from documents.figures import printed_amount
from tests.attacks.cases import CHANGED, Base, case, ink, net_run, paper, target
from tests.attacks.faces import text_width
from tests.attacks.forging_cover import curves, patch, state
from tests.attacks.sheet import Run, Sheet


def _hidden(base: Base, case: str, before: str, after: str) -> bytes:
    """The true words between two operators that hide them, and other words as curves in their place."""
    sheet = base.sheet()
    run, text = target(base, sheet, case)
    sheet.wrap(run, before.encode(), after.encode())
    sheet.append(curves(run, text))
    return sheet.save()


@case("attack", "invisible text", CHANGED)
def text_mode_invisible(base: Base) -> bytes:
    return _hidden(base, "text_mode_invisible", "3 Tr", "0 Tr")


@case("attack", "invisible text", CHANGED)
def text_mode_clip_only(base: Base) -> bytes:
    """Mode 7 adds the letters to the clip and paints nothing; here the clip ends with the text object."""
    sheet = base.sheet()
    run, text = target(base, sheet, "text_mode_clip_only")
    codes = bytes(sheet.code[run.show][0][0]).hex()
    sheet.remove(run)
    sheet.append(
        f"q BT 7 Tr {run.font} {run.size} Tf 1 0 0 1 {run.x} {run.y} Tm <{codes}> Tj ET Q ".encode() + curves(run, text)
    )
    return sheet.save()


@case("attack", "white text", CHANGED)
def text_in_the_colour_of_the_paper(base: Base) -> bytes:
    sheet = base.sheet()
    run, text = target(base, sheet, "text_in_the_colour_of_the_paper")
    back = " ".join(map(str, run.ink))
    sheet.wrap(run, f"{paper(run)} rg".encode(), f"{back} rg".encode())
    sheet.append(curves(run, text))
    return sheet.save()


@case("attack", "white text", CHANGED)
def text_almost_in_the_colour_of_the_paper(base: Base) -> bytes:
    sheet = base.sheet()
    run, text = target(base, sheet, "text_almost_in_the_colour_of_the_paper")
    almost = " ".join(f"{float(part) - 0.02:.3f}" for part in paper(run).split())
    sheet.wrap(run, f"{almost} rg".encode(), (" ".join(map(str, run.ink)) + " rg").encode())
    sheet.append(curves(run, text))
    return sheet.save()


@case("attack", "tiny text", CHANGED)
def true_amount_in_a_full_stop(base: Base) -> bytes:
    """The true amount at a twentieth of a point where it stood; the false one as curves."""
    sheet = base.sheet()
    run, text = target(base, sheet, "true_amount_in_a_full_stop")
    sheet.wrap(run, f"{run.font} 0.05 Tf".encode(), f"{run.font} {run.size} Tf".encode())
    sheet.append(curves(run, text))
    return sheet.save()


@case("attack", "tiny text", CHANGED)
def one_digit_too_narrow_to_see(base: Base) -> bytes:
    """One digit of a deduction at a thousandth of its width: 548.84 looks like 48.84."""
    sheet = base.sheet()
    run, letters = _a_total(base, sheet)
    first, rest = letters[:1], letters[1:]
    next_x = run.x + text_width(run.text[0], run.face, run.size)
    narrow = f"0.002 0 0 1 {run.x:.2f} {run.y} Tm <{first.hex()}> Tj 1 0 0 1 {next_x:.2f} {run.y} Tm <{rest.hex()}> Tj"
    sheet.replace_show(run, narrow.encode())
    return sheet.save()


def _a_total(base: Base, sheet: Sheet) -> tuple[Run, bytes]:
    """A total or the net, and its codes from the first digit on."""
    payslip = base.payslip
    amount = payslip.total_descuentos or payslip.total_haberes
    run = [run for run in sheet.runs if run.text == printed_amount(amount)][-1]
    return run, bytes(sheet.code[run.show][0][0])


@case("attack", "kerning", CHANGED)
def digit_drawn_upon_its_neighbour(base: Base) -> bytes:
    """Spacing puts one digit upon its like: 100.00 looks like 10.00. Where no amount has such digits, on any digit."""
    sheet = base.sheet()
    lines = (*base.payslip.descuentos, *base.payslip.haberes)
    runs = [sheet.find(printed_amount(line.monto)) for line in lines]
    alike = re.compile(r"([0-9])(?=\1)")
    run = next((run for run in runs if alike.search(run.text)), runs[0])
    found = alike.search(run.text)
    place = found.start() if found else 0
    codes, letters = bytes(sheet.code[run.show][0][0]), sheet.letters[run.font]
    back = letters.widths[codes[place]]
    sheet.replace_show(run, f"[<{codes[: place + 1].hex()}> {back} <{codes[place + 1 :].hex()}>] TJ".encode())
    return sheet.save()


@case("attack", "kerning", CHANGED)
def digits_in_another_order(base: Base) -> bytes:
    """The text says 3,691.93 in this order; spacing shows it as another figure made of the same digits."""
    sheet = base.sheet()
    run = net_run(sheet)
    codes = bytes(sheet.code[run.show][0][0])
    letters = sheet.letters[run.font]
    digits = [i for i, code in enumerate(codes) if letters.text[code].isdecimal()]
    one, two = next((i, j) for i in digits for j in reversed(digits) if codes[i] != codes[j])
    shown = list(range(len(codes)))
    shown[one], shown[two] = shown[two], shown[one]
    starts, x = {}, 0.0
    for index in shown:
        starts[index] = x
        x += letters.widths[codes[index]]
    parts, pen = [], 0.0
    for index, code in enumerate(codes):
        parts.append(f"{pen - starts[index]:.2f} <{code:02x}>")
        pen = starts[index] + letters.widths[code]
    sheet.replace_show(run, f"[{' '.join(parts)}] TJ".encode())
    return sheet.save()


@case("attack", "kerning", CHANGED)
def amount_thrown_off_the_page(base: Base) -> bytes:
    """The true amount is written beyond the edge of the paper."""
    sheet = base.sheet()
    run, text = target(base, sheet, "amount_thrown_off_the_page")
    sheet.wrap(run, f"1 0 0 1 {-run.wide - 400:.1f} {run.y} Tm".encode(), b"")
    sheet.append(curves(run, text))
    return sheet.save()


@case("attack", "clipped text", CHANGED)
def amount_clipped_away(base: Base) -> bytes:
    """The true amount is written under a clip that leaves nothing of it."""
    sheet = base.sheet()
    run, text = target(base, sheet, "amount_clipped_away")
    codes = bytes(sheet.code[run.show][0][0]).hex()
    sheet.remove(run)
    clipped = f"q 0 0 1 1 re W n BT {run.font} {run.size} Tf 1 0 0 1 {run.x} {run.y} Tm <{codes}> Tj ET Q "
    sheet.append(clipped.encode() + curves(run, text))
    return sheet.save()


@case("attack", "clipped text", CHANGED)
def one_digit_clipped_away(base: Base) -> bytes:
    """A clip lets all of a total through but its first digit."""
    sheet = base.sheet()
    run, codes = _a_total(base, sheet)
    sheet.remove(run)
    gone = text_width(run.text[0], run.face, run.size)
    _, y, wide, high = run.box(2)
    clip = f"q {run.x + gone:.2f} {y:.2f} {wide:.2f} {high:.2f} re W n "
    words = f"BT {ink(run)} rg {run.font} {run.size} Tf 1 0 0 1 {run.x} {run.y} Tm <{codes.hex()}> Tj ET Q"
    sheet.append((clip + words).encode())
    return sheet.save()


@case("attack", "transparency", CHANGED)
def true_amount_at_one_percent(base: Base) -> bytes:
    sheet = base.sheet()
    run, text = target(base, sheet, "true_amount_at_one_percent")
    faint, full = state(sheet, "/GS8", ca=0.01), state(sheet, "/GS7", ca=1)
    sheet.wrap(run, faint.encode(), full.encode())
    sheet.append(curves(run, text))
    return sheet.save()


@case("attack", "transparency", CHANGED)
def true_amount_behind_a_soft_mask(base: Base) -> bytes:
    """A soft mask of pure black hides what is written under it."""
    sheet = base.sheet()
    run, text = target(base, sheet, "true_amount_behind_a_soft_mask")
    group = Dictionary(S=Name.Transparency, CS=Name.DeviceGray)
    mask = sheet.form("/Mask", b"0 g 0 0 600 900 re f", Group=group)
    masked = state(sheet, "/GS8", SMask=Dictionary(Type=Name.Mask, S=Name.Luminosity, G=mask))
    plain = state(sheet, "/GS7", SMask=Name("/None"))
    codes = bytes(sheet.code[run.show][0][0]).hex()
    sheet.remove(run)
    words = f"q {masked} BT {run.font} {run.size} Tf 1 0 0 1 {run.x} {run.y} Tm <{codes}> Tj ET {plain} Q "
    sheet.append(words.encode() + curves(run, text))
    return sheet.save()


@case("attack", "paint order", CHANGED)
def true_amount_under_the_table(base: Base) -> bytes:
    """The true amount is painted first, then the band it stands on, then another amount in curves."""
    sheet = base.sheet()
    run, text = target(base, sheet, "true_amount_under_the_table")
    codes = bytes(sheet.code[run.show][0][0]).hex()
    sheet.remove(run)
    sheet.append(curves(run, text))
    under = f"BT {run.font} {run.size} Tf 1 0 0 1 {run.x} {run.y} Tm <{codes}> Tj ET "
    sheet.prepend(under.encode() + patch(run))
    return sheet.save()


@case("attack", "invisible text", CHANGED)
def text_mode_stroke_without_width(base: Base) -> bytes:
    """Mode 1 strokes the letters, with the colour of the paper."""
    sheet = base.sheet()
    run, text = target(base, sheet, "text_mode_stroke_without_width")
    sheet.wrap(run, f"1 Tr 0 w {paper(run)} RG".encode(), b"0 Tr 1 w 0 0 0 RG")
    sheet.append(curves(run, text))
    return sheet.save()
