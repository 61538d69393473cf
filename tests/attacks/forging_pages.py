"""Forgeries of the file around the page: boxes, rotation, other pages, updates, two readings of one file."""

from io import BytesIO

import pikepdf

from documents.figures import printed_amount
from tests.attacks.cases import ADDED, CHANGED, RED, Base, case, net_run, target
from tests.attacks.codes import code_operators, read_code
from tests.attacks.forging_cover import curves, image_object, patch, rendered
from tests.attacks.forging_text import better_paid, redrawn
from tests.attacks.sheet import Sheet, saved


def forged(base: Base) -> bytes:
    """A false payslip that looks whole: more pay, our own paper, the genuine seal."""
    return redrawn(base, better_paid(base.payslip))


@case("attack", "CropBox", CHANGED)
def cropped_below_the_header(base: Base) -> bytes:
    """Office, month and person are cut off; the file still holds them."""
    sheet = base.sheet()
    sheet.page.CropBox = [0, 0, 595.28, 480]
    return sheet.save()


@case("attack", "CropBox", CHANGED)
def window_on_a_forged_page(base: Base) -> bytes:
    """The genuine page lies outside the MediaBox; inside is a forged one in curves, with the genuine code."""
    sheet = base.sheet()
    picture = _as_picture(forged(base), 200)
    sheet.resource("/XObject", "/Im9", image_object(sheet.pdf, picture))
    code = sheet.qr_operators()
    sheet.append(b"q 595.28 0 0 841.89 1000 0 cm /Im9 Do Q q 1 0 0 1 1000 0 cm " + code + b" Q")
    sheet.page.MediaBox = [1000, 0, 1595.28, 841.89]
    return sheet.save()


@case("attack", "CropBox", CHANGED)
def genuine_page_as_a_speck(base: Base) -> bytes:
    """The genuine page, a hundredth of its size, in a corner; over the sheet a forged one and the code."""
    sheet = base.sheet()
    picture = _as_picture(forged(base), 200)
    code = sheet.qr_operators()
    sheet.drop_qr()
    sheet.form("/Fm9", sheet.content())
    sheet.resource("/XObject", "/Im9", image_object(sheet.pdf, picture))
    sheet.code = [([], b"q 595.28 0 0 841.89 0 0 cm /Im9 Do Q q 0.01 0 0 0.01 20 20 cm /Fm9 Do Q " + code)]
    return sheet.save()


def _as_picture(pdf: bytes, dpi: int):  # type: ignore[no-untyped-def]
    with pikepdf.open(BytesIO(pdf)) as opened:
        return rendered(opened, dpi / 72)


@case("attack", "full page cover", CHANGED)
def page_covered_by_a_forged_picture(base: Base) -> bytes:
    """A picture of a forged page over everything; under it the genuine page with all its words and its code."""
    sheet = base.sheet()
    sheet.resource("/XObject", "/Im9", image_object(sheet.pdf, _as_picture(forged(base), 200)))
    sheet.append(b"595.28 0 0 841.89 0 0 cm /Im9 Do")
    return sheet.save()


@case("attack", "full page cover", CHANGED)
def forged_scan_with_genuine_words(base: Base) -> bytes:
    """As a scanner with text recognition writes it: a picture, and the words invisible; here the genuine ones."""
    sheet = base.sheet()
    sheet.resource("/XObject", "/Im9", image_object(sheet.pdf, _as_picture(forged(base), 200)))
    start = next(index for index, (_, operator) in enumerate(sheet.code) if str(operator) == "BT")
    words = sheet.code[start:]
    sheet.code = [([], b"q 595.28 0 0 841.89 0 0 cm /Im9 Do Q"), ([], b"3 Tr"), *words]
    return sheet.save()


@case("attack", "rotated page", CHANGED)
def forged_and_turned(base: Base) -> bytes:
    """A vector amount on a page that is stored lying on its side."""
    sheet = base.sheet()
    run, text = target(base, sheet, "forged_and_turned")
    sheet.append(patch(run) + b" " + curves(run, text))
    sheet.code = [([], b"q 0 1 -1 0 841.89 0 cm"), *sheet.code, ([], b"Q")]
    sheet.page.MediaBox = [0, 0, 841.89, 595.28]
    sheet.page.Rotate = 90
    return sheet.save()


@case("attack", "rotated page", CHANGED)
def forged_upside_down(base: Base) -> bytes:
    sheet = base.sheet()
    run, text = target(base, sheet, "forged_upside_down")
    sheet.append(patch(run) + b" " + curves(run, text))
    sheet.page.Rotate = 180
    return sheet.save()


@case("attack", "UserUnit", CHANGED)
def forged_on_larger_units(base: Base) -> bytes:
    """A unit of two points: who forgets it looks for the words in the wrong place."""
    sheet = base.sheet()
    run, text = target(base, sheet, "forged_on_larger_units")
    sheet.append(patch(run) + b" " + curves(run, text))
    sheet.page.UserUnit = 2
    return sheet.save()


@case("attack", "prepended page", ADDED, why="the sealed page is whole; another without a seal lies before it")
def forged_page_before(base: Base) -> bytes:
    return merged(without_code(forged(base)), base.pdf)


@case("attack", "prepended page", ADDED, why="the sealed page is whole; another without a seal lies behind it")
def page_with_other_totals_behind(base: Base) -> bytes:
    sheet = Sheet(without_code(base.pdf))
    sheet.rewrite(net_run(sheet), f"S/ {printed_amount(base.payslip.liquido * 3)}")
    return merged(base.pdf, sheet.save())


@case("attack", "prepended page", ADDED, why="the sealed page is whole; the false one is a picture")
def forged_picture_before(base: Base) -> bytes:
    sheet = Sheet(base.pdf)
    sheet.resource("/XObject", "/Im9", image_object(sheet.pdf, _as_picture(without_code(forged(base)), 120)))
    sheet.code = [([], b"q 595.28 0 0 841.89 0 0 cm /Im9 Do Q")]
    return merged(sheet.save(), base.pdf)


@case("attack", "two codes", CHANGED)
def two_seals_on_one_page(base: Base) -> bytes:
    """A genuine page with a second genuine seal of somebody else."""
    sheet = base.sheet()
    sheet.append(code_operators(read_code(base.neighbour.pdf), 330, 60, 80))
    return sheet.save()


@case("attack", "two codes", ADDED, why="the sealed page is whole; the second code leads astray")
def link_code_beside_the_seal(base: Base) -> bytes:
    """'Verifique aquí': a code with an address of the forger's."""
    sheet = base.sheet()
    sheet.append(code_operators("HTTPS://VERIFICA-BOLETA.EXAMPLE/210001/8841", 340, 60, 70))
    return sheet.save()


@case("attack", "code copied", RED)
def seal_of_another_person(base: Base) -> bytes:
    return _with_code(base, read_code(base.neighbour.pdf))


@case("attack", "code copied", RED)
def seal_of_another_month(base: Base) -> bytes:
    return _with_code(base, read_code(base.month_before.pdf))


def _with_code(base: Base, text: str) -> bytes:
    sheet = base.sheet()
    x, y, side = sheet.qr_box()
    sheet.drop_qr()
    sheet.append(code_operators(text, x, y, side))
    return sheet.save()


@case("attack", "code copied", RED)
def codes_exchanged_between_two_pages(base: Base) -> bytes:
    """Two genuine payslips in one file, each with the seal of the other."""
    return merged(_with_code(base, read_code(base.neighbour.pdf)), _with_code(base.neighbour, read_code(base.pdf)))


@case("attack", "code on another page", CHANGED)
def seal_alone_on_a_second_page(base: Base) -> bytes:
    """A forged page without a code, and behind it a page with nothing but the genuine seal."""
    sheet = Sheet(base.pdf)
    sheet.code = [([], sheet.qr_operators())]
    return merged(without_code(forged(base)), sheet.save())


@case("attack", "code on another page", CHANGED)
def seal_on_a_certificate(base: Base) -> bytes:
    """The genuine seal under a text of the forger's: a certificate of income."""
    sheet = base.sheet()
    x, y, side = sheet.qr_box()
    code = sheet.qr_operators()
    like = net_run(sheet)
    line = f"CONSTANCIA: {base.payslip.apellidos} PERCIBE S/ 9,850.00 MENSUALES"
    words = b"BT 0 0 0 rg 1 0 0 1 42.5 700 Tm " + sheet.shown_in_own_font(_sized(like), line) + b" ET"
    sheet.code = [([], words), ([], code)]
    assert x > 0
    assert y > 0
    assert side > 0
    return sheet.save()


def _sized(run):  # type: ignore[no-untyped-def]
    from dataclasses import replace

    return replace(run, size=10.0)


def merged(*files: bytes) -> bytes:
    """All pages of all files in one."""
    whole = pikepdf.new()
    for each in files:
        with pikepdf.open(BytesIO(each)) as opened:
            whole.pages.extend(opened.pages)
    return saved(whole)


def without_code(pdf: bytes) -> bytes:
    sheet = Sheet(pdf)
    sheet.drop_qr()
    return sheet.save()
