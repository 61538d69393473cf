"""Pages as pixels: what is shown, and what hostile bytes get."""

import threading
from dataclasses import replace
from io import BytesIO

import pikepdf
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from documents.errors import UnreadablePdfError, UnreadableReason
from documents.page_image import MAX_BYTES, MAX_PAGES, MAX_SIDE, open_pages, render
from documents.payslip_pdf import draw_payslip
from tests.documents.people import SAMPLES, TEACHER
from tests.documents.reading import picture

PDF = draw_payslip(TEACHER, seal="BP1:X")


def pdf_of(*sizes: tuple[float, float], rotate: int = 0, password: str = "") -> bytes:
    """Blank pages of those sizes in points."""
    document = pikepdf.new()
    for size in sizes:
        document.add_blank_page(page_size=size).Rotate = rotate
    written = BytesIO()
    encryption = pikepdf.Encryption(owner="owner", user=password) if password else False
    document.save(written, encryption=encryption)
    return written.getvalue()


def refusal(pdf: bytes) -> UnreadableReason:
    with pytest.raises(UnreadablePdfError) as refused:
        open_pages(pdf)
    with pytest.raises(UnreadablePdfError) as refused_again:
        render(pdf, 0, 1.0)
    assert refused.value.reason is refused_again.value.reason
    return refused.value.reason


def test_a_payslip_has_one_a4_page() -> None:
    pages = open_pages(PDF)
    assert pages.count == 1
    assert pages.sizes[0] == pytest.approx((595.28, 841.89), abs=0.01)


@pytest.mark.parametrize("scale", [0.2, 1.0, 1.37, 4.0])
def test_a_page_is_rendered_on_white_at_its_size(scale: float) -> None:
    image = render(PDF, 0, scale)
    assert (image.width, image.height) == pytest.approx((595.28 * scale, 841.89 * scale), abs=1)
    assert image.stride >= image.width * 4
    assert len(image.bgrx) == image.stride * image.height
    assert image.bgrx[:3] == b"\xff\xff\xff"
    assert min(image.bgrx) < 60  # something dark is printed


def test_the_bytes_are_blue_green_red() -> None:
    headline = picture(PDF, dpi=150).crop((700, 80, 1160, 160))
    red, _, blue = min((headline.getpixel((x, y)) for x in range(460) for y in range(80)), key=sum)
    assert blue > red + 20  # the headline is navy


def test_a_turned_page_is_shown_turned() -> None:
    pdf = pdf_of((300, 500), rotate=90)
    assert open_pages(pdf).sizes == ((500, 300),)
    image = render(pdf, 0, 1.0)
    assert (image.width, image.height) == (500, 300)


def test_pages_have_their_own_sizes() -> None:
    assert open_pages(pdf_of((200, 300), (400, 100))).sizes == ((200, 300), (400, 100))


def test_a_page_that_is_not_there_is_the_callers_mistake() -> None:
    for page in (-1, 1):
        with pytest.raises(IndexError):
            render(PDF, page, 1.0)


@pytest.mark.parametrize("scale", [0.0, -1.0, float("nan")])
def test_a_scale_must_be_positive(scale: float) -> None:
    with pytest.raises(ValueError, match="scale"):
        render(PDF, 0, scale)


@pytest.mark.parametrize(
    "bad", [b"hola", b"%PDF-1.7\n%%EOF", PDF[:600], b"\x00" * 4096, b"%PDF-1.4\n" + b"1 0 obj<<" * 99]
)
def test_broken_bytes_are_unreadable(bad: bytes) -> None:
    assert refusal(bad) is UnreadableReason.BROKEN


def test_no_bytes_are_unreadable() -> None:
    assert refusal(b"") is UnreadableReason.EMPTY


def test_too_many_bytes_are_refused_before_anyone_reads_them() -> None:
    assert refusal(PDF + b" " * MAX_BYTES) is UnreadableReason.TOO_LARGE


def test_a_locked_pdf_says_so() -> None:
    assert refusal(pdf_of((200, 300), password="clave")) is UnreadableReason.LOCKED


def test_too_many_pages_are_refused() -> None:
    assert refusal(pdf_of(*[(100, 100)] * (MAX_PAGES + 1))) is UnreadableReason.TOO_MANY_PAGES


def test_a_huge_page_is_refused() -> None:
    assert refusal(pdf_of((MAX_SIDE + 10, 100))) is UnreadableReason.BAD_PAGE_SIZE


def test_a_picture_of_too_many_pixels_is_refused() -> None:
    with pytest.raises(UnreadablePdfError) as refused:
        render(PDF, 0, 20.0)
    assert refused.value.reason is UnreadableReason.PICTURE_TOO_LARGE


@given(where=st.integers(0, len(PDF) - 1), garbage=st.binary(min_size=1, max_size=40))
@example(where=0, garbage=b"\x00")
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_damaged_bytes_are_shown_or_refused_and_nothing_else(where: int, garbage: bytes) -> None:
    damaged = PDF[:where] + garbage + PDF[where + len(garbage) :]
    try:
        pages = open_pages(damaged)
        images = [render(damaged, page, 0.5) for page in range(pages.count)]
    except UnreadablePdfError:
        return
    assert all(len(image.bgrx) == image.stride * image.height for image in images)


def test_many_threads_get_the_same_pixels() -> None:
    pdfs = [draw_payslip(replace(each, numero_boleta="000001-01"), seal="BP1:X") for each in SAMPLES.values()]
    alone = [render(pdf, 0, 1.0).bgrx for pdf in pdfs]
    seen: list[bool] = []

    def look() -> None:
        seen.extend(render(pdf, 0, 1.0).bgrx == expected for pdf, expected in zip(pdfs, alone, strict=True))

    threads = [threading.Thread(target=look) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert seen == [True] * 4 * len(pdfs)
