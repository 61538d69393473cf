"""The seal against the page: values, lines, text, ink, annotations, layers, other pages. A small choice of each kind.

The suites of attacks and of harmless changes are another author's; these hold each check of the pipeline by itself.
"""

import io
from dataclasses import replace

import pikepdf
import pytest
from reportlab.pdfgen.canvas import Canvas

from documents.payslip import ConceptLine, Payslip, Period
from documents.payslip_pdf import draw_payslip
from documents.seal.boxes import Box
from documents.seal.issuing import issue_payslip
from documents.seal.verdict import Colour, Field, ReasonCode, VerdictCode
from tests.documents.people import DIRECTOR, TEACHER, lines, with_lines
from tests.seal.paper import (
    KEY,
    annotated,
    checked,
    codes,
    drawn_over,
    edited,
    file_of,
    fill,
    picture,
    sealed,
    with_seal_of,
    word,
)
from tests.seal.sealing import DOCUMENT_ID, NOON

NET = word("4,365.54")


@pytest.mark.parametrize(
    ("forged", "field", "expected", "found"),
    [
        (replace(TEACHER, periodo=Period(2026, 10)), Field.PERIODO, "NOVIEMBRE - 2026", "OCTUBRE - 2026"),
        (replace(TEACHER, doc_numero="99900071"), Field.DOC_NUMERO, "99900017", "DNI 99900071"),
        (replace(TEACHER, nombres="ROSA"), Field.APELLIDOS_Y_NOMBRES, "ROSA ELENA", "ROSA"),
        (replace(TEACHER, monto_imponible=873055), Field.MONTO_IMPONIBLE, "2,730.55", "8,730.55"),
        (
            replace(TEACHER, codigo_modular_servidor="1099900071-1"),
            Field.CODIGO_MODULAR,
            "1099900017-1",
            "1099900071-1",
        ),
    ],
)
def test_a_changed_value_is_shown_beside_the_signed_one(
    forged: Payslip, field: Field, expected: str, found: str
) -> None:
    verdict = checked(with_seal_of(forged, sealed()))
    assert verdict.code is VerdictCode.ALTERADA
    assert [(each.expected, each.found) for each in verdict.reasons if each.field is field] == [(expected, found)]


def test_changed_lines_are_paired_with_the_signed_ones() -> None:
    haberes = (*lines(("RIM_Ley 29944", 920084)), *TEACHER.haberes[1:], *lines(("bono", 10000)))
    verdict = checked(with_seal_of(with_lines(TEACHER, haberes, TEACHER.descuentos[1:]), sealed()))
    said = {(each.code, each.expected, each.found) for each in verdict.reasons if each.field in set(Field)}
    assert (ReasonCode.LINE_DIFFERS, "RIM_Ley 29944 4,200.84", "RIM_Ley 29944 9,200.84") in said
    assert (ReasonCode.LINE_UNSIGNED, "", "bono 100.00") in said
    assert (ReasonCode.LINE_MISSING, "D.L.25897 AFP 352.80", "") in said
    assert (ReasonCode.VALUE_DIFFERS, "4,750.84", "9,850.84") in said


def test_swapping_two_codes_keeps_the_text_and_is_seen() -> None:
    haberes = lines(("asig_rural", 420084), ("RIM_Ley 29944", 50000), ("asig_bilingue", 5000))
    verdict = checked(with_seal_of(with_lines(TEACHER, haberes, TEACHER.descuentos), sealed()))
    assert codes(verdict) == {ReasonCode.LINE_DIFFERS, ReasonCode.PLACES_CHANGED}


def test_unsigned_words_that_change_places_are_not_called_authentic() -> None:
    """The same words, so the text digest holds: a career would begin on the day of birth."""
    born, entered = TEACHER.fecha_nacimiento, TEACHER.fecha_registro_ingreso
    assert born != entered
    verdict = checked(with_seal_of(replace(TEACHER, fecha_nacimiento=entered, fecha_registro_ingreso=born), sealed()))
    assert codes(verdict) == {ReasonCode.PLACES_CHANGED}
    assert verdict.code is VerdictCode.FIRMA_OK_CONTENIDO_NO_COMPROBADO


@pytest.mark.parametrize("changed", [{"cargo": "DIRECTOR"}, {"cuenta": "CTA- 04012345679"}, {"mensajes": ()}])
def test_text_outside_the_signed_fields_is_bound_by_the_digest(changed: dict[str, object]) -> None:
    verdict = checked(with_seal_of(replace(TEACHER, **changed), sealed()))  # type: ignore[arg-type]  # fields of it
    assert codes(verdict) == {ReasonCode.TEXT_CHANGED}


def test_the_seal_of_another_payslip_proves_nothing_here() -> None:
    assert checked(with_seal_of(DIRECTOR, sealed())).code is VerdictCode.ALTERADA


def test_what_is_covered_is_not_seen() -> None:
    verdict = checked(drawn_over(lambda canvas: fill(canvas, NET.box.grown(1, 1), 0.95)))
    assert (ReasonCode.VALUE_NOT_SEEN, Field.LIQUIDO) in {(each.code, each.field) for each in verdict.reasons}


def test_a_stroke_that_makes_a_three_an_eight_is_seen() -> None:
    place = word("352.80").box

    def stroke(canvas: Canvas) -> None:
        canvas.setLineWidth(0.8)
        canvas.line(place.left + 0.9, place.bottom + 2.5, place.left + 0.9, place.bottom + 8)

    verdict = checked(drawn_over(stroke))
    assert (ReasonCode.VALUE_LOOKS_DIFFERENT, "352.80") in {(each.code, each.expected) for each in verdict.reasons}


def test_ink_before_an_amount_is_read_with_it() -> None:
    box = Box(NET.box.left - 12, NET.y, NET.box.left - 9, NET.y + 16)
    assert ReasonCode.VALUE_LOOKS_DIFFERENT in codes(checked(drawn_over(lambda canvas: fill(canvas, box, 0.1))))


def test_an_amount_written_on_a_free_place_is_unsigned() -> None:
    def write(canvas: Canvas) -> None:
        canvas.setFont("Helvetica", 10)
        canvas.drawString(60, 190, "BONO 900.00")

    assert ReasonCode.AMOUNT_UNSIGNED in codes(checked(drawn_over(write)))


def test_a_stamp_on_a_free_place_is_an_addition() -> None:
    def stamp(canvas: Canvas) -> None:
        canvas.setFont("Helvetica-Bold", 16)
        canvas.drawString(60, 190, "RECIBIDO 15.11.2026")

    verdict = checked(drawn_over(stamp))
    assert (verdict.code, verdict.reasons[0].found) == (VerdictCode.FIRMA_OK_TEXTO_AGREGADO, "RECIBIDO 15.11.2026")


def test_text_that_is_not_painted_is_not_seen() -> None:
    def hide(pdf: pikepdf.Pdf) -> None:
        content = pdf.pages[0].Contents.read_bytes()
        pdf.pages[0].Contents = pdf.make_stream(content.replace(b"BT", b"BT 3 Tr"))

    assert ReasonCode.VALUE_NOT_SEEN in codes(checked(edited(hide)))


def test_letters_that_say_something_else_than_they_show_are_seen() -> None:
    def remap(pdf: pikepdf.Pdf) -> None:
        for font in pdf.pages[0].Resources.Font.values():
            if "/ToUnicode" in font:
                font.ToUnicode = pdf.make_stream(font.ToUnicode.read_bytes().replace(b"<0039>", b"<0034>"))

    forged = with_lines(TEACHER, lines(("RIM_Ley 29944", 920084)) + TEACHER.haberes[1:], TEACHER.descuentos)
    verdict = checked(edited(remap, with_seal_of(forged, sealed())))
    assert ReasonCode.VALUE_LOOKS_DIFFERENT in codes(verdict)


@pytest.mark.parametrize(
    ("kind", "appearance", "expected"),
    [
        ("FreeText", b"1 g 0 0 200 40 re f BT 0 g /F1 20 Tf 4 6 Td (9,365.54) Tj ET", VerdictCode.ALTERADA),
        ("Stamp", b"0 g 0 0 200 40 re f", VerdictCode.ALTERADA),
        ("FreeText", None, VerdictCode.ALTERADA),
    ],
)
def test_an_annotation_over_a_value(kind: str, appearance: bytes | None, expected: VerdictCode) -> None:
    assert checked(annotated(kind, NET.box, appearance)).code is expected


def test_a_highlight_leaves_the_value_what_it_is() -> None:
    left, bottom, right, top = (round(side, 2) for side in NET.box)
    corners = pikepdf.Array([left, top, right, top, left, bottom, right, bottom])
    verdict = checked(annotated("Highlight", NET.box, None, QuadPoints=corners, C=pikepdf.Array([1, 1, 0])))
    assert verdict.code is VerdictCode.FIRMA_OK_TEXTO_AGREGADO
    assert "Highlight" in {each.found for each in verdict.reasons}


def test_money_in_an_annotation_anywhere_is_unsigned() -> None:
    verdict = checked(annotated("FreeText", Box(60, 180, 200, 200), b"BT /F1 12 Tf 2 5 Td (BONO 900.00) Tj ET"))
    assert [each.found for each in verdict.reasons if each.code is ReasonCode.AMOUNT_UNSIGNED] == ["BONO 900.00"]


@pytest.mark.parametrize("shown", [True, False])
def test_a_layer_that_can_cover_a_value_is_seen_whether_it_is_shown_or_not(*, shown: bool) -> None:
    def add_layer(pdf: pikepdf.Pdf) -> None:
        layer = pdf.make_indirect(pikepdf.Dictionary(Type=pikepdf.Name.OCG, Name="x"))
        state = {"ON": pikepdf.Array([layer])} if shown else {"OFF": pikepdf.Array([layer])}
        pdf.Root.OCProperties = pikepdf.Dictionary(OCGs=pikepdf.Array([layer]), D=pikepdf.Dictionary(**state))
        pdf.pages[0].Resources.Properties = pikepdf.Dictionary(L=layer)
        place = f"{NET.box.left} {NET.box.bottom} {NET.right - NET.x} {NET.em}"
        pdf.pages[0].contents_add(f"/OC /L BDC 1 g {place} re f EMC".encode())

    verdict = checked(edited(add_layer))
    assert verdict.code is VerdictCode.ALTERADA
    assert ReasonCode.LAYER_CHANGES_VALUE in codes(verdict)


def test_a_page_cut_to_a_part_does_not_show_all_that_is_signed() -> None:
    verdict = checked(edited(lambda pdf: setattr(pdf.pages[0], "CropBox", pikepdf.Array([0, 0, 595, 420]))))
    assert verdict.code is VerdictCode.ALTERADA


def test_a_page_without_a_seal_in_front_is_amber() -> None:
    forged = draw_payslip(with_lines(TEACHER, TEACHER.haberes, ()), seal="SELLO")

    with pikepdf.open(io.BytesIO(forged)) as other:
        verdict = checked(edited(lambda pdf: pdf.pages.insert(0, other.pages[0])))
    assert (verdict.colour, codes(verdict)) == (Colour.AMBER, {ReasonCode.PAGE_WITHOUT_SEAL})


def test_a_picture_of_the_page_cannot_be_compared() -> None:
    forged = with_seal_of(with_lines(TEACHER, TEACHER.haberes, ()), sealed())
    verdict = checked(file_of(picture(forged, 200), "PDF", resolution=200))
    assert verdict.code is VerdictCode.FIRMA_OK_CONTENIDO_NO_COMPROBADO


def test_payslips_put_together_are_each_judged() -> None:
    def merge(pdf: pikepdf.Pdf) -> None:
        pdf.pages.extend(pikepdf.open(io.BytesIO(sealed("director"))).pages)
        pdf.pages.extend(pikepdf.open(io.BytesIO(sealed())).pages)

    verdict = checked(edited(merge))
    assert (verdict.code, [part.pages for part in verdict.parts]) == (VerdictCode.AUTENTICA, [(1,), (2,), (3,)])
    assert verdict.claims is None


@pytest.mark.parametrize(
    "saving",
    [
        {"linearize": True},
        {"qdf": True},
        {"object_stream_mode": pikepdf.ObjectStreamMode.generate},
        {"encryption": pikepdf.Encryption(owner="x", user="")},
    ],
)
def test_a_file_saved_otherwise_is_the_same_payslip(saving: dict[str, object]) -> None:
    assert checked(edited(lambda _: None, **saving)).code is VerdictCode.AUTENTICA


@pytest.mark.parametrize("degrees", [90, 180, 270])
def test_a_turned_sheet_is_the_same_payslip(degrees: int) -> None:
    assert checked(edited(lambda pdf: setattr(pdf.pages[0], "Rotate", degrees))).code is VerdictCode.AUTENTICA


def test_a_coloured_sheet_is_the_same_payslip() -> None:
    verdict = checked(drawn_over(lambda canvas: fill(canvas, Box(0, 0, 600, 850), 0.85), under=True))
    assert verdict.code is VerdictCode.AUTENTICA


def test_a_page_fitted_to_other_paper_is_the_same_payslip() -> None:
    def fit(pdf: pikepdf.Pdf) -> None:
        form = pdf.pages[0].as_form_xobject()
        sheet = pdf.add_blank_page(page_size=(612, 792))
        sheet.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(P=form))
        sheet.Contents = pdf.make_stream(b"q 0.93 0 0 0.93 25 3 cm /P Do Q")
        del pdf.pages[0]

    assert checked(edited(fit)).code is VerdictCode.AUTENTICA


def test_an_attachment_is_a_remark() -> None:
    verdict = checked(edited(lambda pdf: pdf.attachments.__setitem__("a.txt", b"hola")))
    assert (verdict.code, codes(verdict)) == (VerdictCode.AUTENTICA, {ReasonCode.ATTACHMENT})


def test_a_script_is_said() -> None:
    def act(pdf: pikepdf.Pdf) -> None:
        pdf.Root.OpenAction = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS="app.alert(1)")

    assert codes(checked(edited(act))) == {ReasonCode.ACTIVE_CONTENT}


def test_a_line_close_under_a_value_is_a_line_of_the_form() -> None:
    """On crowded paper the rules lie just under the letters, some of which reach below their line."""
    crowded = with_lines(DIRECTOR, _numbered("HABER_DE_NOMBRE_LARGO"), _numbered("DSCTO_DE_NOMBRE_LARGO"))
    pdf = issue_payslip(crowded, KEY, issued=NOON, document_id=DOCUMENT_ID)
    assert checked(pdf).code is VerdictCode.AUTENTICA


def test_a_value_marked_in_a_strong_colour_is_still_that_value() -> None:
    """As a felt-tip would: a block of green behind the words and their neighbours."""
    verdict = checked(drawn_over(lambda canvas: _marker(canvas, word("4,750.84").box.grown(9, 5)), under=True))
    assert verdict.code is VerdictCode.FIRMA_OK_TEXTO_AGREGADO


def _marker(canvas: Canvas, box: Box) -> None:
    canvas.setFillColorRGB(0.35, 0.95, 0.35)
    canvas.rect(box.left, box.bottom, box.right - box.left, box.top - box.bottom, stroke=0, fill=1)


def _numbered(code: str) -> tuple[ConceptLine, ...]:
    return lines(*((f"{code}_{number:02}", 1_000 + number) for number in range(59)))
