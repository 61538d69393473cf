"""Canonical tokens and their digest: what other software changes does not matter, what a forger changes does."""

import hashlib
import io
import random
from typing import NamedTuple

import pikepdf
import pypdfium2
import pytest
from hypothesis import given
from hypothesis import strategies as st
from reportlab.pdfgen.canvas import Canvas

from documents.fonts import Face, registered
from documents.page_text import page_texts
from documents.payslip_pdf import draw_payslip
from documents.seal.text import canonical_tokens, text_digest
from tests.documents.people import SAMPLES, TEACHER


def digest_of(pdf: bytes) -> bytes:
    return text_digest("\n".join(page_texts(pdf)))


def test_the_digest_is_what_its_definition_says() -> None:
    expected = hashlib.sha256("1,234.50\nÑAUPARI\nÑAUPARI".encode()).digest()[:16]
    assert text_digest(" Ñaupari\r\n1,234.50 \u00a0 N\u0303AUPARI") == expected


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("Líquido  a\tpagar\r\n", ("LÍQUIDO", "A", "PAGAR")),
        ("ﬁn Ⅻ １２", ("FIN", "XII", "12")),
        ("N\u0303AUPARI", ("ÑAUPARI",)),
        ("uno\u00a0dos\u2003tres", ("UNO", "DOS", "TRES")),
        ("1099900017\u20111 \u2212 \u00ad", ("1099900017-1", "-", "-")),
        ("CTA\x02040", ("CTA-", "040")),
        ("CTA\ufffe040", ("CTA-", "040")),
        ("straße", ("STRASSE",)),
        ("", ()),
        (" \n\t", ()),
    ],
)
def test_tokens_have_one_form(text: str, tokens: tuple[str, ...]) -> None:
    assert canonical_tokens(text) == tokens


@pytest.mark.parametrize(
    "other",
    ["a b c 1,00", "a b c 1.01", "a b c 1.00 1.00", "a b 1.00", "ab c 1.00", "а b c 1.00", "a b c \u200b1.00"],
    ids=["comma", "amount", "again", "missing", "joined", "cyrillic", "zero width"],
)
def test_another_text_has_another_digest(other: str) -> None:
    assert text_digest(other) != text_digest("a b c 1.00")


@given(st.lists(st.text(min_size=1, max_size=8), max_size=12), st.randoms(use_true_random=False))
def test_order_and_space_do_not_matter(words: list[str], chance: random.Random) -> None:
    shuffled = list(words)
    chance.shuffle(shuffled)
    assert text_digest(" ".join(words)) == text_digest("\r\n \t".join(shuffled))


@given(st.text(max_size=60))
def test_a_canonical_text_stays_as_it_is(text: str) -> None:
    tokens = canonical_tokens(text)
    assert canonical_tokens(" ".join(tokens)) == tokens


class Run(NamedTuple):
    text: str
    x: float
    y: float
    size: float


def runs(pdf: bytes) -> list[Run]:
    """The lines of the only page with their places, as PDFium sees them."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        page = document[0].get_textpage()
        found = []
        for index in range(page.count_rects()):
            left, bottom, right, top = page.get_rect(index)
            text = page.get_text_bounded(left, bottom, right, top).strip()
            found += [Run(text, left, bottom, top - bottom)] if text else []
        return found
    finally:
        document.close()


def written_again(pdf: bytes, *, seed: int) -> bytes:
    """The same words in the same places by other means: shuffled, one text object each, another way to name glyphs."""
    placed = runs(pdf)
    random.Random(seed).shuffle(placed)  # noqa: S311  # an order that can be had again
    drawn = io.BytesIO()
    registered(Face.REGULAR)
    canvas = Canvas(drawn, pagesize=(595.28, 841.89))
    for run in placed:
        canvas.setFont(Face.REGULAR.value, run.size)
        canvas.drawString(run.x, run.y, run.text)
    canvas.save()
    return drawn.getvalue()


def saved_again(pdf: bytes, **options: object) -> bytes:
    written = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf)) as document:
        document.save(written, **options)  # type: ignore[arg-type]  # any of its options
    return written.getvalue()


@pytest.mark.parametrize("name", SAMPLES)
def test_software_that_saves_the_file_again_does_not_change_the_digest(name: str) -> None:
    pdf = draw_payslip(SAMPLES[name], seal="BP1:X")
    for options in ({"linearize": True}, {"object_stream_mode": pikepdf.ObjectStreamMode.generate}, {"qdf": True}):
        assert digest_of(saved_again(pdf, **options)) == digest_of(pdf)


def test_words_written_in_another_order_have_the_same_digest() -> None:
    pdf = draw_payslip(TEACHER, seal="BP1:X")
    again = [written_again(pdf, seed=seed) for seed in (1, 2, 3)]
    assert page_texts(again[0]) != page_texts(again[1])
    assert {digest_of(each) for each in again} == {digest_of(pdf)}


def test_the_qr_is_no_text() -> None:
    assert digest_of(draw_payslip(TEACHER, seal="BP1:X")) == digest_of(draw_payslip(TEACHER, seal="BP1:Y"))
