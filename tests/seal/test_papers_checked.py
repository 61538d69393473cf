"""Sealed papers against their seals: genuine ones are authentic, and whatever is changed on any page is said."""

import io
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime

import pikepdf
import pytest
from PIL import Image, ImageDraw
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from documents.constancia_table import totals_strip
from documents.hoja_de_vida import hoja_de_vida
from documents.informe_escalafonario import informe_escalafonario
from documents.legajo import LegajoRecord
from documents.legajo_catalogue import bundled
from documents.paper_pdf import draw_paper
from documents.payslip_frame import SealNote
from documents.seal.checking import check
from documents.seal.paper_claims import PaperClaims
from documents.seal.trust import TrustList
from documents.seal.verdict import Colour, Field, ReasonCode, Verdict, VerdictCode
from documents.seal.wire import read_as, written
from tests.documents.paper_people import few_records, hoja, informe
from tests.seal.paper import NOW, codes, drawn_over, edited, fill, seal_text, sealed, word
from tests.seal.sealed_papers import (
    NAMES,
    TRUST,
    pages_of,
    paper,
    sealed_paper,
    under_the_seal_of,
    with_pages,
)

_R = ReasonCode


def checked(data: bytes, *, trust: TrustList = TRUST, now: datetime = NOW) -> Verdict:
    return check(data, name="documento.pdf", trust=trust, now=now)


def told(verdict: Verdict) -> set[tuple[ReasonCode, Field | None, int]]:
    return {(reason.code, reason.field, reason.page) for reason in verdict.reasons}


def altered(data: bytes) -> Verdict:
    verdict = checked(data)
    assert (verdict.code, verdict.colour) == (VerdictCode.ALTERADA, Colour.RED)
    return verdict


@pytest.mark.parametrize("name", NAMES)
def test_a_genuine_paper_is_authentic_whatever_software_saved_it(name: str) -> None:
    data = sealed_paper(name)
    again = edited(lambda _: None, data, object_stream_mode=pikepdf.ObjectStreamMode.generate, linearize=True)
    for file in (data, again):
        verdict = checked(file)
        assert (verdict.code, verdict.reasons) == (VerdictCode.AUTENTICA, ())
        assert isinstance(verdict.claims, PaperClaims)
        assert len(verdict.parts) == 1
    assert read_as(Verdict, written(verdict)) == verdict


def test_a_paper_turned_or_fitted_to_other_sheets_is_the_same_paper() -> None:
    def fit(pdf: pikepdf.Pdf) -> None:
        for number in range(len(pdf.pages)):
            form = pdf.pages[0].as_form_xobject()
            sheet = pdf.add_blank_page(page_size=(612, 792))
            sheet.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(P=form))
            sheet.Contents = pdf.make_stream(b"q 0.93 0 0 0.93 25 3 cm /P Do Q")
            sheet.Rotate = 90 * number
            del pdf.pages[0]

    assert checked(edited(fit, sealed_paper("hoja"))).code is VerdictCode.AUTENTICA


def test_papers_and_payslips_in_one_file_are_each_judged() -> None:
    both = with_pages(*pages_of(sealed_paper("hoja")), *pages_of(sealed()), *pages_of(sealed_paper("hoja of julio")))
    verdict = checked(both)
    assert verdict.code is VerdictCode.AUTENTICA
    assert [len(part.pages) for part in verdict.parts] == [2, 1, 2]


# What a forger does


def records(change: Callable[[LegajoRecord], LegajoRecord | None]) -> tuple[LegajoRecord, ...]:
    return tuple(new for old in few_records() if (new := change(old)))


def with_field(kind: str, code: str, value: str) -> tuple[LegajoRecord, ...]:
    return records(
        lambda old: replace(old, fields={**old.fields, code: value}) if old.kind == kind else old,
    )


def test_one_word_changed_on_any_page_is_seen() -> None:
    forged = hoja_de_vida(hoja(records=with_field("merito", "merito", "Palmas Magisteriales")), bundled())
    assert _R.TEXT_CHANGED in codes(altered(under_the_seal_of("hoja", forged)))


def test_a_figure_in_a_row_is_bound_though_the_totals_stay() -> None:
    genuine = paper("haberes")
    first, table, *rest = genuine.sections
    rows = (table.strips[1], table.strips[0], *table.strips[2:])
    forged = replace(genuine, sections=(first, replace(table, strips=rows), *rest))
    assert codes(altered(under_the_seal_of("haberes", forged))) == {_R.ORDER_CHANGED}


def test_a_total_is_shown_beside_the_signed_one() -> None:
    genuine = paper("haberes")
    assert genuine.totals
    more = replace(genuine.totals, liquido=genuine.totals.liquido + 100_000)
    *before, last = genuine.sections
    forged = replace(genuine, sections=(*before, replace(last, strips=(totals_strip(more),))))
    verdict = altered(under_the_seal_of("haberes", forged))
    found = [(each.expected, each.found) for each in verdict.reasons if each.field is Field.LIQUIDO]
    assert found == [("88,610.42", "89,610.42")]


def test_a_page_of_another_persons_paper_is_seen() -> None:
    swapped = with_pages((sealed_paper("hoja"), 0), (sealed_paper("hoja of julio"), 1))
    assert _R.PAGE_MISSING in codes(altered(swapped))


def test_a_page_of_another_persons_paper_under_this_seal_says_whose_it_is() -> None:
    verdict = altered(with_pages((sealed_paper("hoja"), 0), (under_the_seal_of("hoja", paper("hoja of julio")), 1)))
    assert (_R.VALUE_DIFFERS, Field.DOC_NUMERO, 2) in told(verdict)
    assert (_R.VALUE_DIFFERS, Field.APELLIDOS_Y_NOMBRES, 2) in told(verdict)


@pytest.mark.parametrize("left", [(0, 1), (1, 2), (0, 2)])
def test_a_page_less_is_seen(left: tuple[int, ...]) -> None:
    verdict = altered(with_pages(*pages_of(sealed_paper("informe"), *left)))
    assert {_R.PAGE_MISSING, _R.TEXT_CHANGED} <= codes(verdict)


def test_pages_in_another_order_are_seen_though_every_word_is_there() -> None:
    verdict = altered(with_pages(*pages_of(sealed_paper("informe"), 0, 2, 1)))
    assert {(_R.VALUE_DIFFERS, Field.PAGE, 2), (_R.VALUE_DIFFERS, Field.PAGE, 3)} <= told(verdict)
    assert _R.ORDER_CHANGED in codes(verdict)
    assert _R.TEXT_CHANGED not in codes(verdict)


def test_a_page_that_is_there_twice_is_seen() -> None:
    assert altered(with_pages(*pages_of(sealed_paper("hoja"), 0, 1, 1)))


def test_a_page_that_imitates_the_paper_without_its_seal_is_seen() -> None:
    def write(canvas: Canvas) -> None:
        canvas.drawString(60, 700, "ÑAUPARI MAMANI, ROSA ELENA DNI 99900017")
        canvas.drawString(60, 120, "Página 3 de 3")

    blank = io.BytesIO()
    canvas = Canvas(blank)
    write(canvas)
    canvas.showPage()
    canvas.save()
    verdict = altered(with_pages(*pages_of(sealed_paper("hoja")), (blank.getvalue(), 0)))
    assert told(verdict) == {(_R.PAGE_ADDED, None, 3)}


def test_a_page_of_another_document_beside_the_paper_is_only_said() -> None:
    blank = io.BytesIO()
    canvas = Canvas(blank)
    canvas.drawString(60, 700, "FORMULARIO ÚNICO DE TRÁMITE")
    canvas.showPage()
    canvas.save()
    verdict = checked(with_pages((blank.getvalue(), 0), *pages_of(sealed_paper("hoja"))))
    assert (verdict.colour, codes(verdict)) == (Colour.AMBER, {_R.PAGE_WITHOUT_SEAL})


def test_a_figure_under_a_picture_of_another_figure_is_seen() -> None:
    genuine = sealed_paper("haberes")
    place = word("3,817.54", genuine).box
    picture = Image.new("RGB", (240, 60), "white")
    ImageDraw.Draw(picture).text((10, 4), "9,817.54", fill="black", font_size=44)

    def cover(canvas: Canvas) -> None:
        canvas.drawImage(
            ImageReader(picture), place.left, place.bottom, place.right - place.left, place.top - place.bottom
        )

    verdict = altered(drawn_over(cover, genuine))
    seen = {(each.expected, each.field) for each in verdict.reasons}
    assert ("3,817.54", Field.CONTENT) in seen


def test_a_stroke_that_makes_another_digit_is_seen_on_every_word() -> None:
    place = word("15/05/1985", sealed_paper("hoja")).box

    def stroke(canvas: Canvas) -> None:
        canvas.setLineWidth(0.9)
        canvas.line(place.left + 6, place.bottom + 2, place.left + 6, place.top - 1)

    altered(drawn_over(stroke, sealed_paper("hoja")))


@pytest.mark.parametrize("genuine", ["hoja", "informe"])
def test_the_seal_of_another_paper_proves_nothing_here(genuine: str) -> None:
    forged = paper("hoja of julio")
    assert (_R.VALUE_DIFFERS, Field.DOC_NUMERO, 1) in told(altered(under_the_seal_of(genuine, forged)))


def test_the_seal_of_a_payslip_proves_nothing_on_a_paper() -> None:
    forged = draw_paper(paper("hoja"), seal=seal_text(sealed()), note=SealNote("0123-4567-89AB-CDEF", test=False))
    altered(forged)


def test_sanctions_taken_out_are_missed() -> None:
    forged = informe_escalafonario(
        informe(records=records(lambda old: None if old.section == "VIII" else old)), bundled()
    )
    assert _R.TEXT_CHANGED in codes(altered(under_the_seal_of("informe", forged)))


def test_the_whole_section_taken_out_is_missed() -> None:
    genuine = paper("informe")
    forged = replace(genuine, sections=genuine.sections[:7] + genuine.sections[8:])
    assert _R.TEXT_CHANGED in codes(altered(under_the_seal_of("informe", forged)))


def test_a_later_validity_is_shown_beside_the_signed_one() -> None:
    forged = replace(paper("informe"), valid_until=date(2027, 11, 12))
    verdict = altered(under_the_seal_of("informe", forged))
    found = {(each.expected, each.found) for each in verdict.reasons if each.field is Field.VALID_UNTIL}
    assert found == {("12/05/2027", "12/11/2027")}


def test_dates_that_change_places_between_records_are_seen() -> None:
    """Every word is there and every label has a date beside it: a career would have begun elsewhere."""
    dates = {"1": {"vigencia_inicio": "2016-03-01"}, "2": {"vigencia_inicio": "2015-03-01"}}

    def exchange(old: LegajoRecord) -> LegajoRecord:
        if old.kind != "movimiento":
            return old
        return replace(old, fields={**old.fields, **dates[old.fields["centro_trabajo"][-1]]})

    forged = hoja_de_vida(hoja(records=records(exchange)), bundled())
    assert codes(altered(under_the_seal_of("hoja", forged))) == {_R.ORDER_CHANGED}


def test_a_row_written_among_the_rows_is_altered_and_a_stamp_below_the_end_is_an_addition() -> None:
    genuine = sealed_paper("solicitud")

    def row(canvas: Canvas) -> None:
        canvas.setFont("Helvetica", 8)
        canvas.drawString(300, word("Carrera", genuine).y, "Estado Aprobado")

    def stamp(canvas: Canvas) -> None:
        canvas.setFont("Helvetica-Bold", 16)
        canvas.drawString(60, 260, "RECIBIDO 15.11.2026")

    assert (_R.LINE_UNSIGNED, Field.CONTENT, 1) in told(altered(drawn_over(row, genuine)))
    verdict = checked(drawn_over(stamp, genuine))
    assert verdict.code is VerdictCode.FIRMA_OK_TEXTO_AGREGADO
    assert (_R.TEXT_ADDED, "RECIBIDO 15.11.2026") in {(each.code, each.found) for each in verdict.reasons}


def test_a_row_after_the_last_one_of_a_page_that_goes_on_is_altered() -> None:
    """Records are not parted, so such a page may end in white."""

    def row(canvas: Canvas) -> None:
        canvas.setFont("Helvetica", 8)
        canvas.drawString(60, 150, "Grado Doctora en Educación")

    def stamp(canvas: Canvas) -> None:
        canvas.setFont("Helvetica-Bold", 14)
        canvas.drawString(300, 130, "RECIBIDO 15.11.2026")

    assert (_R.LINE_UNSIGNED, Field.CONTENT, 1) in told(altered(drawn_over(row, sealed_paper("hoja"))))
    assert checked(drawn_over(stamp, sealed_paper("hoja"))).code is VerdictCode.FIRMA_OK_TEXTO_AGREGADO


def test_money_written_anywhere_is_unsigned() -> None:
    def write(canvas: Canvas) -> None:
        canvas.setFont("Helvetica", 9)
        canvas.drawString(60, 160, "Bonificación 900.00")

    assert _R.AMOUNT_UNSIGNED in codes(altered(drawn_over(write, sealed_paper("solicitud"))))


def test_a_covered_page_number_is_not_seen() -> None:
    genuine = sealed_paper("hoja")
    box = word("Página", genuine).box
    verdict = altered(drawn_over(lambda canvas: fill(canvas, box.grown(1, 1), 1.0), genuine))
    assert (_R.VALUE_NOT_SEEN, Field.PAGE, 1) in told(verdict)
