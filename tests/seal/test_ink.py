"""Ink that no word explains: rules, bands, codes with something in them, stamps. Each rule of the checker by itself."""

import io

import pytest
from PIL import Image, ImageDraw
from reportlab.pdfgen.canvas import Canvas

from documents.payslip_pdf import draw_payslip
from documents.seal.boxes import Box
from documents.seal.limits import DEFAULT
from documents.seal.pages import open_pdf
from documents.seal.reading import read_bottom
from documents.seal.rules import too_many_rules
from documents.seal.spots import spots
from documents.seal.symbols import symbol_of
from documents.seal.verdict import ReasonCode, VerdictCode
from tests.documents.people import TEACHER
from tests.seal.paper import checked, codes, drawn_over, sealed, word

NET = word("4,365.54")
FREE = Box(60, 130, 200, 150)  # nothing is printed there


def reads_clean(pdf: bytes) -> bool:
    with open_pdf(pdf, DEFAULT) as document, document.page(0) as page:
        return symbol_of(page, read_bottom(page)[0]).clean


def at_the_code(ink: tuple[float, float, float], across: float, up: float, side: float) -> bytes:
    """A square on the code; places and side in parts of the code."""
    with open_pdf(sealed(), DEFAULT) as document, document.page(0) as page:
        box = read_bottom(page)[0].box
    wide = box.right - box.left

    def draw(canvas: Canvas) -> None:
        canvas.setFillColorRGB(*ink)
        canvas.rect(box.left + across * wide, box.bottom + up * wide, side * wide, side * wide, stroke=0, fill=1)

    return drawn_over(draw)


def test_a_code_as_it_was_printed_is_clean() -> None:
    assert all(reads_clean(sealed(name)) for name in ("teacher", "director", "pensioner"))


def test_a_code_whose_text_has_many_digits_in_a_row_is_clean() -> None:
    """Writers put such a run into a segment of its own, or do not; ours does not."""
    text = "BP1:" + "A1" * 150 + "0123456789" * 3 + "B" * 60
    assert reads_clean(draw_payslip(TEACHER, seal=text))


@pytest.mark.parametrize("ink", [(0, 0, 0), (1, 1, 1), (0.9, 0, 0)])
def test_what_the_correction_of_a_code_bears_is_seen(ink: tuple[float, float, float]) -> None:
    spoilt = at_the_code(ink, 0.45, 0.45, 0.06)
    assert not reads_clean(spoilt)
    assert checked(spoilt).code is VerdictCode.FIRMA_OK_TEXTO_AGREGADO


def test_ink_beside_a_code_is_ink() -> None:
    assert codes(checked(at_the_code((0, 0, 0), 0.4, 1.02, 0.05))) == {ReasonCode.INK_ADDED}


@pytest.mark.parametrize("ink", [(1, 1, 0), (0.96, 0.96, 0.96), (0.93, 0.97, 1)])
def test_pale_ink_is_ink(ink: tuple[float, float, float]) -> None:
    def write(canvas: Canvas) -> None:
        canvas.setFillColorRGB(*ink)
        canvas.setFont("Helvetica-Bold", 30)
        canvas.drawString(FREE.left, FREE.bottom, "9,850.40")

    verdict = checked(drawn_over(write))
    assert verdict.code in {VerdictCode.FIRMA_OK_TEXTO_AGREGADO, VerdictCode.ALTERADA}


def rule(canvas: Canvas, box: Box, grey: float = 0.2) -> None:
    canvas.setFillGray(grey)
    canvas.rect(box.left, box.bottom, box.right - box.left, box.top - box.bottom, stroke=0, fill=1)


def test_one_more_long_rule_is_a_rule() -> None:
    level = Box(FREE.left, 140, FREE.left + 150, 140.8)
    assert checked(drawn_over(lambda canvas: rule(canvas, level))).code is VerdictCode.AUTENTICA


@pytest.mark.parametrize(("wide", "high"), [(0.8, 150.0), (40.0, 0.8)])
def test_an_upright_rule_and_a_short_one_are_ink(wide: float, high: float) -> None:
    stroke = Box(FREE.left, 80, FREE.left + wide, 80 + high)
    assert ReasonCode.INK_ADDED in codes(checked(drawn_over(lambda canvas: rule(canvas, stroke))))


def test_a_rule_before_a_signed_value_changes_it() -> None:
    middle = (NET.box.bottom + NET.box.top) / 2
    dash = Box(NET.box.left - 110, middle, NET.box.left - 3, middle + 1)
    assert checked(drawn_over(lambda canvas: rule(canvas, dash))).code is VerdictCode.ALTERADA


def test_rules_with_words_between_them_are_a_form_and_others_a_picture() -> None:
    ladder = [Box(50, 100 + 9 * step, 150, 101 + 9 * step) for step in range(7)]
    assert too_many_rules(ladder, ())
    assert not too_many_rules(ladder[:4], ())
    beside = [Box(50 + 110 * step, 100, 150 + 110 * step, 101) for step in range(7)]
    assert not too_many_rules(beside, ())


def test_a_stamp_that_shines_through_hides_nothing() -> None:
    def stamp(canvas: Canvas) -> None:
        canvas.setStrokeColorRGB(0.2, 0.25, 0.9)
        canvas.setStrokeAlpha(0.5)
        canvas.setLineWidth(2)
        canvas.rotate(3)
        canvas.roundRect(NET.box.left - 10, NET.box.bottom - 36, 120, 40, 8)
        canvas.ellipse(NET.box.left, NET.box.bottom - 30, NET.box.right, NET.box.top)

    verdict = checked(drawn_over(stamp))
    assert verdict.code is VerdictCode.FIRMA_OK_TEXTO_AGREGADO, verdict.reasons


def test_one_coloured_figure_over_a_value_is_no_stamp() -> None:
    def figure(canvas: Canvas) -> None:
        canvas.setFillColorRGB(0.4, 0.5, 0.95)
        canvas.setFont("Helvetica-Bold", NET.em)
        canvas.drawString(NET.box.left - 0.6 * NET.em, NET.y, "1")

    assert checked(drawn_over(figure)).code is VerdictCode.ALTERADA


def test_dust_is_nothing_and_a_cloud_of_it_is_a_picture() -> None:
    def specks(count: int) -> Image.Image:
        ink = Image.new("L", (800, 800), 0)
        pen = ImageDraw.Draw(ink)
        for place in range(count):
            pen.point((20 + 24 * (place % 30), 20 + 24 * (place // 30)), 255)
        return ink

    assert spots(specks(20), 4) == []
    assert len(spots(specks(60), 4)) == 60


def test_a_file_without_a_mark_stays_green() -> None:
    def nothing(canvas: Canvas) -> None:
        canvas.setFont("Helvetica", 10)

    assert checked(drawn_over(nothing, io.BytesIO(sealed()).getvalue())).code is VerdictCode.AUTENTICA
