"""Today's codes: classified, compared with the page and the synced copies, never opened, never green."""

from dataclasses import dataclass, field, replace
from hashlib import sha256
from typing import TYPE_CHECKING

import pytest

from documents.payslip import Payslip, Period
from documents.payslip_pdf import draw_payslip, reference_payload
from documents.seal.boxes import Box
from documents.seal.reading import Code
from documents.seal.unsigned import classify
from documents.seal.verdict import CodeKind, Colour, Field, ReasonCode, VerdictCode
from tests.documents.people import TEACHER, lines, with_lines
from tests.seal.hostile import page
from tests.seal.paper import checked, codes, sealed

if TYPE_CHECKING:
    from documents.seal.copies import Copies


@dataclass
class Synced:
    """Copies as a program has them."""

    files: frozenset[str] = frozenset()
    payslips: tuple[Payslip, ...] = ()
    asked: list[tuple[str, Period]] = field(default_factory=list)

    def sha256_known(self, sha256: str) -> bool:
        return sha256 in self.files

    def payslips_of(self, doc_numero: str, periodo: Period) -> tuple[Payslip, ...]:
        self.asked.append((doc_numero, periodo))
        return self.payslips


PLAIN = draw_payslip(TEACHER, seal=reference_payload(TEACHER))


@pytest.mark.parametrize(
    ("text", "kind", "host"),
    [
        ("https://sup.gob.pe:443/v/123?x=1", CodeKind.URL, "sup.gob.pe"),
        ("HTTP://sup.gob.pe@malo.example/", CodeKind.URL, "malo.example"),
        ("www.ugel.gob.pe/boletas", CodeKind.URL, "www.ugel.gob.pe"),
        ("https://", CodeKind.URL, ""),
        ("boletas/verificar/0012345", CodeKind.PATH, ""),
        ("99900017|202611|4365.54|000123-45", CodeKind.DELIMITED, ""),
        ("000123452026119990", CodeKind.DIGITS, ""),
        ("BOLETA/210011/202611/0/000123-45/ID", CodeKind.REFERENCE, ""),
        ("hola", CodeKind.UNKNOWN, ""),
        ("BP1:XYZ", CodeKind.SEAL, ""),
    ],
)
def test_a_code_is_what_its_text_looks_like(text: str, kind: CodeKind, host: str) -> None:
    mark = classify(Code(text, 0, Box(0, 0, 1, 1)))
    assert (mark.kind, mark.host, mark.page) == (kind, host, 1)


def test_a_reference_is_unsigned_and_agrees_with_its_page() -> None:
    verdict = checked(PLAIN)
    assert (verdict.code, verdict.colour) == (VerdictCode.QR_SIN_FIRMA, Colour.GREY)
    assert codes(verdict) == {ReasonCode.CODE_WITHOUT_SEAL, ReasonCode.CODE_AGREES_WITH_TEXT}


def test_a_url_shows_its_host_and_nothing_more() -> None:
    verdict = checked(draw_payslip(TEACHER, seal="https://sup.minedu.example/b?i=1"))
    assert verdict.code is VerdictCode.QR_SIN_FIRMA
    assert [(mark.kind, mark.host) for mark in verdict.codes] == [(CodeKind.URL, "sup.minedu.example")]


def test_numbers_of_a_code_that_the_page_does_not_show_are_named() -> None:
    verdict = checked(draw_payslip(TEACHER, seal="99900071|202611|4,365.54"))
    assert [each.found for each in verdict.reasons if each.code is ReasonCode.CODE_NOT_IN_TEXT] == ["99900071"]


def test_the_very_file_that_was_synced_is_the_copy() -> None:
    copies = Synced(files=frozenset({sha256(PLAIN).hexdigest()}), payslips=(TEACHER,))
    verdict = checked(PLAIN, copies=copies)
    assert (verdict.code, verdict.colour) == (VerdictCode.COINCIDE_CON_COPIA, Colour.GREEN)
    assert copies.asked == [("99900017", Period(2026, 11))]


def test_the_same_figures_in_another_file_stay_grey() -> None:
    verdict = checked(PLAIN + b"\n", copies=Synced(payslips=(TEACHER,)))
    assert verdict.code is VerdictCode.QR_SIN_FIRMA
    assert ReasonCode.COPY_AGREES in codes(verdict)


def test_other_figures_than_the_synced_ones_are_red_side_by_side() -> None:
    forged = with_lines(TEACHER, (*TEACHER.haberes, *lines(("bono", 100000))), TEACHER.descuentos)
    verdict = checked(draw_payslip(forged, seal=reference_payload(forged)), copies=Synced(payslips=(TEACHER,)))
    assert (verdict.code, verdict.colour) == (VerdictCode.NO_COINCIDE_CON_COPIA, Colour.RED)
    assert (Field.LIQUIDO, "4,365.54", "5,365.54") in {(e.field, e.expected, e.found) for e in verdict.reasons}


def test_of_several_payslips_of_a_month_one_must_agree() -> None:
    other = replace(TEACHER, monto_imponible=1)
    assert ReasonCode.COPY_AGREES in codes(checked(PLAIN + b"\n", copies=Synced(payslips=(other, TEACHER))))


def test_a_sealed_payslip_needs_no_copy() -> None:
    copies: Copies = Synced(files=frozenset({sha256(sealed()).hexdigest()}))
    assert checked(sealed(), copies=copies).code is VerdictCode.AUTENTICA


def test_a_page_without_a_code_says_so() -> None:
    assert checked(page(b"0 0 10 10 re f")).code is VerdictCode.SIN_QR
