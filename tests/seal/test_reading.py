"""Codes are found wherever they stand and however the page was scanned; what cannot be read is said to be there."""

import pytest
from PIL import Image, ImageFilter
from reportlab.lib.utils import ImageReader

from documents.seal.limits import DEFAULT
from documents.seal.pages import open_pdf
from documents.seal.reading import read_bottom, read_picture, read_whole
from tests.documents.people import SAMPLES
from tests.seal.paper import drawn_over, picture, seal_text, sealed


@pytest.mark.parametrize("name", list(SAMPLES))
def test_the_first_rung_reads_every_sealed_payslip(name: str) -> None:
    assert seal_text(sealed(name)).startswith("BP1:")


def test_the_place_of_a_code_is_where_it_is_printed() -> None:
    with open_pdf(sealed(), DEFAULT) as pdf, pdf.page(0) as page:
        box = read_bottom(page)[0].box
    assert 420 < box.left < box.right < 560
    assert 30 < box.bottom < box.top < 180
    assert box.right - box.left == pytest.approx(box.top - box.bottom, abs=1.5)


def test_a_code_at_the_top_is_found_by_looking_at_the_whole_page() -> None:
    code = picture(sealed(), 300).crop((1_700, 2_700, 2_481, 3_508))
    data = drawn_over(lambda canvas: canvas.drawImage(ImageReader(code), 100, 600, 188, 194), base=_blank())
    with open_pdf(data, DEFAULT) as pdf, pdf.page(0) as page:
        assert read_bottom(page) == ()
        found = read_whole(page, pictures=True).codes
    assert [code.text for code in found] == [seal_text(sealed())]
    assert found[0].box.bottom > 600


@pytest.mark.parametrize("degrees", [3, 7, 33, 90, 180, 271])
def test_a_turned_scan_is_read(degrees: float) -> None:
    scan = picture(sealed(), 200).rotate(degrees, Image.Resampling.BICUBIC, expand=True, fillcolor=255)
    assert _texts(scan) == [seal_text(sealed())]


def test_a_faded_blurred_scan_with_specks_is_read() -> None:
    scan = picture(sealed(), 200).point([150 + level * 95 // 255 for level in range(256)])
    specks = Image.effect_noise(scan.size, 60).point([255 if level > 245 else 0 for level in range(256)])
    scan.paste(90, (0, 0), specks)
    assert _texts(scan.filter(ImageFilter.GaussianBlur(0.7))) == [seal_text(sealed())]


@pytest.mark.parametrize("lean", [0.06, 0.12])
def test_a_photograph_from_the_side_is_read(lean: float) -> None:
    page = picture(sealed(), 200)
    wide, high = page.size
    corners = (-lean * wide, 0, -lean * wide / 3, high, wide * (1 + lean / 3), high, wide * (1 + lean), lean * high)
    photo = page.transform(page.size, Image.Transform.QUAD, corners, Image.Resampling.BICUBIC, fillcolor=200)
    shade = Image.linear_gradient("L").resize(photo.size).point([140 + level * 115 // 255 for level in range(256)])
    photo = Image.merge("L", [Image.composite(photo, Image.new("L", photo.size, 40), shade)])
    assert _texts(photo) == [seal_text(sealed())]


def test_a_code_that_cannot_be_decoded_is_still_seen() -> None:
    scan = picture(sealed(), 150)
    box = (1_030, 1_560, 1_110, 1_640)
    scan.paste(0, box)
    reading = read_picture(scan)
    assert (reading.codes, reading.unreadable) == ((), True)


def test_an_empty_sheet_has_no_code() -> None:
    reading = read_picture(Image.new("L", (1_240, 1_754), 255))
    assert (reading.codes, reading.unreadable) == ((), False)


def _texts(image: Image.Image) -> list[str]:
    return [code.text for code in read_picture(image).codes]


def _blank() -> bytes:
    from tests.seal.hostile import page

    return page(b"")
