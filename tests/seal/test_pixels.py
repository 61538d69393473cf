"""A digit is never taken for another, and letters set by other software are still the same letters."""

import io
from itertools import permutations
from random import Random

import pytest
from PIL import Image
from reportlab.pdfgen.canvas import Canvas

from documents.fonts import Face, registered, width
from documents.qr import qr_bars
from documents.seal.clean import settings
from documents.seal.limits import DEFAULT
from documents.seal.pages import open_pdf
from documents.seal.pixels import differences
from documents.seal.reading import read_bottom
from documents.seal.sights import TALL, Sight, look
from documents.seal.verdict import VerdictCode
from documents.seal.words import words_of
from tests.seal.paper import SHEET, checked, sealed

SIZE = 7.0  # points: the smallest type of a payslip
SAME_FORM = {("6", "5"), ("8", "3"), ("8", "6"), ("8", "9"), ("8", "0")}  # the second lies within the first


def drawn(face: Face, *runs: tuple[float, str], grey: float = 0.1, paper: float = 1.0) -> Image.Image:
    """Runs of text (x, text) as crops are shown to `look`."""
    written = io.BytesIO()
    registered(face)
    canvas = Canvas(written, pagesize=(44, 20))
    canvas.setFillGray(paper)
    canvas.rect(0, 0, 44, 20, stroke=0, fill=1)
    for x, text in runs:
        canvas.setFont(face.value, SIZE)
        canvas.setFillGray(grey)
        canvas.drawString(4 + x, 7, text)
    canvas.showPage()
    canvas.save()
    with open_pdf(written.getvalue(), DEFAULT) as pdf, pdf.page(0) as page:
        return page.render(72 * TALL / SIZE).copy()


@pytest.mark.parametrize("face", list(Face))
def test_no_digit_passes_for_another(face: Face) -> None:
    amounts = {digit: drawn(face, (0, f"35{digit}.80")) for digit in "0123456789"}
    assert all(look(amounts[seen], amounts[said]) is not Sight.SAME for seen, said in permutations(amounts, 2))
    assert all(look(amount, amount) is Sight.SAME for amount in amounts.values())


def test_no_digit_drawn_over_another_goes_unseen() -> None:
    face = Face.REGULAR
    place = width("35", face, SIZE)
    amounts = {digit: drawn(face, (0, f"35{digit}.80")) for digit in "0123456789"}
    for said, over in permutations(amounts, 2):
        sight = look(drawn(face, (0, f"35{said}.80"), (place, over)), amounts[said])
        assert sight is not Sight.SAME or (said, over) in SAME_FORM


@pytest.mark.parametrize(("seen", "said"), [("352,80", "352.80"), ("1.352,80", "1,352.80"), ("-52.80", "52.80")])
def test_marks_between_digits_count(seen: str, said: str) -> None:
    assert look(drawn(Face.REGULAR, (0, seen)), drawn(Face.REGULAR, (0, said))) is not Sight.SAME


def test_pale_letters_on_a_tinted_ground_are_the_same_letters() -> None:
    said = drawn(Face.REGULAR, (0, "352.80"), grey=0)
    assert look(drawn(Face.REGULAR, (0, "352.80"), grey=0.4), said) is Sight.SAME
    assert look(drawn(Face.REGULAR, (0, "352.80"), paper=0.7), said) is Sight.TINTED


def test_letters_nearly_as_pale_as_the_paper_are_gone() -> None:
    said = drawn(Face.REGULAR, (0, "352.80"), grey=0)
    assert look(drawn(Face.REGULAR, (0, "352.80"), grey=0.9), said) is Sight.GONE
    assert look(drawn(Face.REGULAR, (0, "")), said) is Sight.GONE


@pytest.mark.parametrize("name", ["teacher", "director", "pensioner"])
@pytest.mark.parametrize("places", [1, 3])
def test_a_page_printed_again_letter_by_letter_is_authentic(name: str, places: int) -> None:
    assert checked(printed_again(sealed(name), places)).code is VerdictCode.AUTENTICA


def printed_again(pdf: bytes, places: int) -> bytes:
    """The page as another program writes it: its own subsets, every glyph by itself, coordinates rounded, no rules."""
    with open_pdf(pdf, DEFAULT) as document, document.page(0) as page:
        glyphs, code = page.glyphs(), read_bottom(page)[0]
    chosen = settings(glyphs)
    written = io.BytesIO()
    canvas = Canvas(written, pagesize=SHEET)
    bars = qr_bars(code.text)
    module = (code.box.right - code.box.left) / bars.side
    for column, row, length in bars.bars:
        y = code.box.top - (row + 1) * module
        canvas.rect(code.box.left + column * module, y, length * module, module, stroke=0, fill=1)
    for letter, x, y, style in glyphs:
        canvas.setFont(chosen[style.font].face.value, style.size)
        canvas.drawString(round(x, places), round(y, places), letter)
    canvas.showPage()
    canvas.save()
    return written.getvalue()


def test_words_of_a_printed_page_are_those_of_the_issued_one() -> None:
    def texts(pdf: bytes) -> list[str]:
        with open_pdf(pdf, DEFAULT) as document, document.page(0) as page:
            return [word.text for word in words_of(page.glyphs(), 0, {})]

    assert texts(printed_again(sealed(), 2)) == texts(sealed())


def test_a_word_that_is_not_alike_is_looked_at_again() -> None:
    """The first look is at the whole page; it must notice every exchange of digits in the smallest type."""

    def first_look(amount: str, grey: float) -> Image.Image:
        written = io.BytesIO()
        registered(Face.REGULAR)
        canvas = Canvas(written, pagesize=(44, 20))
        canvas.setFont(Face.REGULAR.value, SIZE)
        canvas.setFillGray(grey)
        canvas.drawString(4.1, 7, amount)
        canvas.showPage()
        canvas.save()
        with open_pdf(written.getvalue(), DEFAULT) as pdf, pdf.page(0) as page:
            return page.render(DEFAULT.eye).copy()

    clean = {digit: first_look(f"35{digit}.80", 0) for digit in "0123456789"}
    shown = {digit: first_look(f"35{digit}.80", 0.14) for digit in "0123456789"}
    assert all(
        any(each.getbbox() for each in differences(shown[seen], clean[said])) for seen, said in permutations(clean, 2)
    )
    assert not any(each.getbbox() for digit in clean for each in differences(shown[digit], clean[digit]))


@pytest.mark.parametrize("seed", range(6))
def test_differences_are_those_of_a_plain_subtraction(seed: int) -> None:
    """Only what differs is gone through; the masks are those of going through every pixel."""
    rng = Random(seed)  # noqa: S311
    wide, high = rng.randint(30, 200), rng.randint(30, 300)
    seen = Image.frombytes("L", (wide, high), rng.randbytes(wide * high))
    clean = seen.copy()
    for _ in range(seed):
        left, top = rng.randrange(wide - 8), rng.randrange(high - 8)
        clean.paste(Image.frombytes("L", (8, 8), rng.randbytes(64)), (left, top))
    pairs = list(zip(seen.tobytes(), clean.tobytes(), strict=True))
    added, lost = differences(seen, clean)
    assert added.tobytes() == bytes(max(0, below - 24 - above) for above, below in pairs)
    assert lost.tobytes() == bytes(max(0, above - 140 - below) for above, below in pairs)
