"""A payslip's PDF without the bars of its QR, and made whole again: byte for byte, or not at all."""

import hashlib

import pytest
import zstandard
from hypothesis import given
from hypothesis import strategies as st

from documents.errors import ThinError
from documents.payslip_pdf import draw_payslip, reference_payload
from documents.qr import QrBars, qr_bars
from documents.qr_text import text_of
from documents.seal.base45 import encode
from documents.thin import BP1, PLAIN, TEXT, find_cut, thin, whole
from tests.documents.people import SAMPLES

SEAL = "BP1:" + encode(hashlib.shake_256(b"seal").digest(230))
SAMPLE = next(iter(SAMPLES.values()))


@pytest.mark.parametrize("text", [SEAL, "BOLETA/210001/202611/0/000009-01", "12345678", "1", "ñandú «15»", "A" * 900])
def test_the_text_of_a_qr_is_read_back_from_its_bars(text: str) -> None:
    assert text_of(qr_bars(text)) == text


@given(st.text(alphabet="0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:", min_size=1, max_size=120))
def test_any_alphanumeric_text_is_read_back(text: str) -> None:
    assert text_of(qr_bars(text)) == text


def test_other_bars_have_no_text() -> None:
    made = qr_bars(SEAL)
    assert text_of(QrBars(made.side, made.bars[:-1])) is None
    assert text_of(QrBars(made.side, ())) is None
    assert text_of(QrBars(20, made.bars)) is None
    assert text_of(QrBars(21, ((0, 0, 99),))) is None


@pytest.mark.parametrize(("seal", "kind"), [(SEAL, BP1), (reference_payload(SAMPLE), TEXT), ("BP1:A", TEXT)])
def test_a_payslip_is_thinned_and_whole_again(seal: str, kind: int) -> None:
    pdf = draw_payslip(SAMPLE, seal=seal)
    thinned = thin(pdf, find_cut(pdf))
    assert thinned[0] == kind
    assert len(thinned) < len(pdf) - 1_000
    assert whole(thinned, len(pdf)) == pdf


def test_a_sealed_payslip_costs_less_than_a_kilobyte_after_last_month_s() -> None:
    before, pdf = (draw_payslip(SAMPLE, seal=SEAL.replace("BP1:", f"BP1:{part}")) for part in ("A00", "B00"))
    raw = zstandard.ZstdCompressionDict(before, dict_type=zstandard.DICT_TYPE_RAWCONTENT)
    assert len(zstandard.ZstdCompressor(level=19, dict_data=raw).compress(thin(pdf, find_cut(pdf)))) < 1_000


def test_what_has_no_qr_of_ours_stays_as_it_is() -> None:
    for pdf in (b"", b"%PDF-1.7 nothing", b"%PDF cm\n" + b"0 0 9 1 re\n" * 80 + b"f Q"):
        assert find_cut(pdf) is None
        assert thin(pdf, None) == bytes([PLAIN]) + pdf
        assert whole(thin(pdf, None), len(pdf)) == pdf


def test_the_same_qr_on_several_pages_is_left_out_everywhere() -> None:
    page = draw_payslip(SAMPLE, seal=SEAL)
    pdf = page + b"another page" + page
    thinned = thin(pdf, find_cut(pdf))
    assert thinned[1] == 2
    assert whole(thinned, len(pdf)) == pdf


@given(st.data())
def test_nonsense_from_the_line_is_refused_or_the_size_asked_for(data: st.DataObject) -> None:
    pdf = draw_payslip(SAMPLE, seal="BP1:A")
    thinned = bytearray(thin(pdf, find_cut(pdf)))
    at = data.draw(st.integers(0, 40))
    thinned[at] = data.draw(st.integers(0, 255))
    try:
        assert len(whole(bytes(thinned), len(pdf))) == len(pdf)
    except ThinError:
        return


def test_another_size_is_refused() -> None:
    pdf = draw_payslip(SAMPLE, seal=SEAL)
    with pytest.raises(ThinError):
        whole(thin(pdf, find_cut(pdf)), len(pdf) + 1)
    with pytest.raises(ThinError):
        whole(b"", 5)
    with pytest.raises(ThinError):
        whole(bytes([9, 1]) + bytes(20), 5)
