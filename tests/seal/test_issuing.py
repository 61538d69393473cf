"""Issuing: what comes out carries a readable seal of exactly what it shows, and nothing else comes out at all."""

import io
import os
import subprocess
import sys
from dataclasses import replace
from datetime import timedelta
from hashlib import sha256
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from central.keys import demo
from central.samples.population import sample_person
from documents.errors import PayslipSumsError, SealTooLongError
from documents.page_text import page_texts
from documents.payslip import ConceptLine, Payslip, Period
from documents.qr import qr_bars, qr_room
from documents.seal import codec
from documents.seal.claims import Claims, claims_of
from documents.seal.errors import IssuingError
from documents.seal.issued_check import broken_promise, not_authentic
from documents.seal.issuing import issue_payslip
from documents.seal.keys import IssuerKey
from documents.seal.places import place_digest
from documents.seal.printed import printed_words
from documents.seal.signatures import Algorithm
from documents.seal.text import text_digest
from documents.seal.trust import bundled, issuer_of
from tests.documents.people import DIRECTOR, SAMPLES, TEACHER, with_lines
from tests.documents.reading import decoded
from tests.seal.sealing import DOCUMENT_ID, NOON, issuer_key, trusting

KEY = issuer_key()
TRUST = trusting(KEY)
ROOT = Path(__file__).parents[2]
MODULE_MM = 0.40


def issued(payslip: Payslip, key: IssuerKey = KEY, **more: Any) -> bytes:
    return issue_payslip(payslip, key, **({"issued": NOON, "document_id": DOCUMENT_ID} | more))


def sealed_claims(pdf: bytes, *, page: int = 0, dpi: int = 300) -> Claims:
    """The claims as a reader gets them: from the pixels."""
    [text] = decoded(pdf, dpi=dpi, page=page)
    return codec.verify(codec.parse(text), TRUST)[0]


def numbered(count: int, word: str) -> tuple[ConceptLine, ...]:
    return tuple(ConceptLine(f"{word}_{number:02d}", 12345 + number) for number in range(count))


@pytest.mark.parametrize("name", SAMPLES)
def test_a_reader_gets_from_the_pixels_what_the_payslip_says(name: str) -> None:
    payslip = SAMPLES[name]
    pdf = issued(payslip)
    digest = text_digest("\n".join(page_texts(pdf)))
    expected = claims_of(
        payslip,
        issuer=KEY.code,
        issued=NOON,
        document_id=DOCUMENT_ID,
        text_digest=digest,
        place_digest=place_digest(printed_words(pdf)),
        pages=len(page_texts(pdf)),
    )
    assert sealed_claims(pdf) == expected
    assert sealed_claims(pdf, dpi=200) == expected


def test_the_same_payslip_key_and_moment_give_the_same_bytes_in_any_process() -> None:
    command = (
        "from hashlib import sha256; from tests.documents.people import SAMPLES;"
        "from documents.seal.issuing import issue_payslip; from tests.seal.sealing import *;"
        "print(*(sha256(issue_payslip(each, issuer_key(1, algorithm), issued=NOON, document_id=DOCUMENT_ID))"
        ".hexdigest() for each in list(SAMPLES.values())[:2] for algorithm in Algorithm))"
    )
    here = [
        sha256(issued(each, issuer_key(1, algorithm))).hexdigest()
        for each in list(SAMPLES.values())[:2]
        for algorithm in Algorithm
    ]
    world = {**os.environ, "PYTHONHASHSEED": "4711", "TZ": "Asia/Tokyo"}
    told = subprocess.run(
        [sys.executable, "-c", command], cwd=ROOT, env=world, capture_output=True, text=True, check=True
    )
    assert told.stdout.split() == here
    assert len(set(here)) == 4


def test_another_moment_or_document_id_gives_another_seal() -> None:
    others = {"issued": NOON + timedelta(seconds=1)}, {"document_id": b"87654321"}
    assert len({issued(TEACHER), *(issued(TEACHER, **other) for other in others)}) == 3


def test_the_paper_names_the_document_and_never_calls_itself_a_digital_signature() -> None:
    text = " ".join(" ".join(page_texts(issued(TEACHER))).split())
    assert "Sello de integridad" in text
    assert "Documento 0123-4567-89AB-CDEF" in text
    assert "firma digital" not in text.lower()
    assert "PRUEBA" not in text


def test_a_demonstration_key_says_so_on_the_paper() -> None:
    text = " ".join(" ".join(page_texts(demo.draw_sealed(TEACHER))).split())
    assert "Sello de integridad PRUEBA" in text
    assert "Sellada con una clave de demostración, que cualquiera puede usar. No acredita nada." in text


def test_the_fullest_usual_payslip_has_all_its_lines_in_the_seal() -> None:
    assert (len(DIRECTOR.haberes), len(DIRECTOR.descuentos)) == (25, 25)
    pdf = issued(DIRECTOR)
    assert sealed_claims(pdf).haberes == DIRECTOR.haberes
    assert sealed_claims(pdf).descuentos == DIRECTOR.descuentos
    assert len(page_texts(pdf)) == 1


def test_lines_that_fit_no_code_stay_on_the_paper_and_leave_the_seal() -> None:
    crowded = with_lines(DIRECTOR, numbered(59, "HABER_DE_NOMBRE_LARGO"), numbered(59, "DSCTO_DE_NOMBRE_LARGO"))
    pdf = issued(crowded)
    claims = sealed_claims(pdf)
    assert not claims.lines_sealed
    assert (claims.total_haberes, claims.liquido) == (crowded.total_haberes, crowded.liquido)
    text = "\n".join(page_texts(pdf))
    assert all(line.codigo in text for line in (*crowded.haberes, *crowded.descuentos))
    assert claims.text_digest == text_digest(text)


def test_more_lines_than_a_seal_may_hold_leave_it_too() -> None:
    many = with_lines(TEACHER, numbered(61, "H"), numbered(1, "D"))
    assert not sealed_claims(issued(many)).lines_sealed


def test_every_page_carries_the_same_seal_and_the_number_of_pages() -> None:
    pdf = issued(with_lines(DIRECTOR, numbered(120, "HABER"), numbered(120, "DSCTO")))
    pages = len(page_texts(pdf))
    assert pages > 1
    found = [sealed_claims(pdf, page=page) for page in range(pages)]
    assert [each.pages for each in found] == [pages] * pages
    assert len(set(found)) == 1


def test_where_a_large_code_and_long_names_fill_the_page_the_lines_leave_the_seal() -> None:
    tall = replace(with_lines(DIRECTOR, numbered(45, "HABER_A"), numbered(45, "DSCTO_A")), ugel="UGEL " * 155)
    claims = sealed_claims(issued(tall))
    assert not claims.lines_sealed


@pytest.mark.parametrize("lines", [1, 10, 25, 45])
def test_modules_are_never_smaller_than_0_40_mm(lines: int) -> None:
    from documents.payslip_frame import MODULE
    from documents.payslip_layout import lay_out
    from documents.sheet import MM, Code

    payslip = with_lines(TEACHER, numbered(lines, "HABER"), numbered(lines, "DSCTO"))
    [text] = decoded(issued(payslip), dpi=300)
    code = next(item for item in lay_out(payslip, qr_bars(text), signed=True)[0] if isinstance(item, Code))
    assert pytest.approx(MODULE_MM) == MODULE / MM
    assert code.module >= MODULE - 1e-9


def test_a_payslip_that_does_not_add_up_is_not_issued() -> None:
    with pytest.raises((IssuingError, PayslipSumsError)):
        issued(replace(TEACHER, liquido=TEACHER.liquido + 1))


@pytest.mark.parametrize(
    "wrong",
    [{"nombres": "ROSA \u6f22"}, {"nombres": "R" * 200}, {"doc_numero": "999 00017"}, {"periodo": Period(1900, 1)}],
    ids=[
        "a letter that the faces lack",
        "a name without end",
        "a document number with a space",
        "a period of no payroll",
    ],
)
def test_what_can_not_be_signed_as_it_is_seen_is_not_issued(wrong: dict[str, Any]) -> None:
    with pytest.raises(IssuingError):
        issued(replace(TEACHER, **wrong))


def test_a_document_id_has_eight_bytes() -> None:
    with pytest.raises(IssuingError, match="document-id"):
        issued(TEACHER, document_id=b"short")


def test_what_fails_its_own_check_is_never_returned() -> None:
    with pytest.raises(IssuingError, match="roto"):
        issued(TEACHER, check=lambda *_: "roto")


def test_the_own_check_sees_another_text_another_seal_and_none() -> None:
    pdf = issued(TEACHER)
    claims = sealed_claims(pdf)
    assert broken_promise(pdf, claims, KEY) is None
    other = replace(TEACHER, cargo="DIRECTOR")
    assert broken_promise(issued(other), claims, KEY) == "another text than the one signed"
    assert broken_promise(pdf, replace(claims, pages=2), KEY) == "1 pages, 2 signed"
    moved = replace(claims, issued=NOON + timedelta(seconds=1))
    assert broken_promise(pdf, moved, KEY) == "page 1: the code says something else"
    assert broken_promise(pdf, claims, issuer_key(2)) is not None
    wrong_amount = replace(claims, monto_imponible=claims.monto_imponible + 1)
    assert broken_promise(pdf, wrong_amount, KEY) == "signed but not printed: ['2,730.56']"


def test_a_page_without_its_code_fails_the_own_check() -> None:
    from documents.payslip_frame import SealNote
    from documents.payslip_pdf import draw_to_be_sealed

    [seal] = decoded(issued(TEACHER), dpi=300)
    bare = draw_to_be_sealed(TEACHER, like=seal, note=SealNote("0123-4567-89AB-CDEF", test=False))
    assert broken_promise(bare, sealed_claims(issued(TEACHER)), KEY) == "page 1: 0 codes are readable"


def test_paint_over_an_amount_passes_the_quick_check_and_fails_the_whole_one() -> None:
    pdf = issued(TEACHER)
    painted = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf)) as document:
        document.pages[0].contents_add(b"q 1 1 1 rg 297 330 250 60 re f Q")
        document.save(painted)
    claims = sealed_claims(pdf)
    assert not_authentic(pdf, claims, KEY) is None
    assert broken_promise(painted.getvalue(), claims, KEY) is None
    told = not_authentic(painted.getvalue(), claims, KEY)
    assert told is not None
    assert told.startswith("ALTERADA")


def test_sample_payslips_are_sealed_by_their_office_and_verify_by_the_list_that_ships() -> None:
    trust = bundled()
    for index in (0, 3, 6):
        payslip = sample_person(index, 1, Period(2026, 10)).payslips[0]
        [text] = decoded(demo.draw_sealed(payslip), dpi=200)
        claims, _ = codec.verify(codec.parse(text), trust)
        office = issuer_of(trust, claims.issuer)
        assert office is not None
        assert (claims.doc_numero, claims.liquido, office.name) == (payslip.doc_numero, payslip.liquido, payslip.ugel)


def test_a_sample_payslip_is_drawn_the_same_each_time() -> None:
    assert demo.draw_sealed(TEACHER) == demo.draw_sealed(TEACHER)


@pytest.mark.parametrize("kind", ["7", "A", "a", "ñ"])
def test_the_room_kept_for_a_code_is_the_one_it_takes(kind: str) -> None:
    for count in (1, 17, 311, 312, 514, 1100):
        assert qr_room(kind * count).side == qr_bars(kind * count).side
    with pytest.raises(SealTooLongError):
        qr_room(kind * 8000)
