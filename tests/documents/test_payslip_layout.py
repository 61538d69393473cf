"""However much there is to print: nothing overlaps, nothing leaves the page, no line is lost."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from documents.payslip import ConceptLine, Payslip
from documents.payslip_frame import MODULE, QUIET_ZONE
from documents.payslip_layout import lay_out
from documents.payslip_pdf import draw_payslip, reference_payload
from documents.qr import qr_bars
from documents.sheet import A4, Code, Words
from tests.documents.people import DIRECTOR, SAMPLES, TEACHER, with_lines
from tests.documents.reading import decoded, overlaps, page_texts, text_boxes

LONG = "INSTITUCIÓN EDUCATIVA SUPERIOR Nº 70001 NUESTRA SEÑORA DE LA ASUNCIÓN DE LOS ÁNGELES Y ÑAHUIMPUQUIO"


def numbered(count: int, side: str) -> tuple[ConceptLine, ...]:
    """That many lines, each with a code and an amount of its own; haberes outweigh descuentos line by line."""
    base = 500_000 if side == "HABER" else 100_000
    return tuple(ConceptLine(f"{side}_{number:03d}", base + 1117 * number) for number in range(count))


def drawn(payslip: Payslip) -> bytes:
    return draw_payslip(payslip, seal=reference_payload(payslip))


def check_paper(payslip: Payslip) -> int:
    """Everything is there, apart and inside the margins. Returns the number of pages."""
    pdf = drawn(payslip)
    pages = text_boxes(pdf)
    for boxes in pages:
        assert overlaps(boxes) == []
        assert all(
            box.left > 40 and box.right < A4[0] - 40 and box.bottom > 30 and box.top < A4[1] - 36 for box in boxes
        )
    text = " ".join(" ".join(page_texts(pdf)).split())
    for line in (*payslip.haberes, *payslip.descuentos):
        assert line.codigo in text
        assert f"{line.monto // 100:,}.{line.monto % 100:02d}" in text
    return len(pages)


@pytest.mark.parametrize("count", [*range(1, 26), 30, 35, 40, 45, 50])
def test_any_number_of_lines_on_both_sides_stays_legible(count: int) -> None:
    pages = check_paper(with_lines(DIRECTOR, numbered(count, "HABER"), numbered(count, "DSCTO")))
    assert pages == 1 or count > 25


@pytest.mark.parametrize(("haberes", "descuentos"), [(50, 0), (50, 1), (2, 48), (80, 3)])
def test_lopsided_payslips_stay_legible(haberes: int, descuentos: int) -> None:
    check_paper(with_lines(TEACHER, numbered(haberes, "HABER"), numbered(descuentos, "DSCTO")))


def test_a_payslip_without_any_line_is_drawn() -> None:
    assert check_paper(with_lines(TEACHER, (), ())) == 1


def test_what_cannot_fit_goes_on_over_a_page_with_its_own_header_and_qr() -> None:
    payslip = with_lines(DIRECTOR, numbered(120, "HABER"), numbered(120, "DSCTO"))
    assert check_paper(payslip) > 1
    pdf = drawn(payslip)
    texts = page_texts(pdf)
    for number, text in enumerate(texts, start=1):
        assert payslip.periodo.printed in text
        assert payslip.apellidos in text
        assert payslip.numero_boleta in text
        assert f"Página {number} de {len(texts)}" in text
        assert decoded(pdf, dpi=150, page=number - 1) == [reference_payload(payslip)]
    assert sum("Haberes" in text for text in texts) > 1
    assert sum("T-LIQUI" in text for text in texts) == 1


def test_long_names_and_posts_wrap_and_lose_nothing() -> None:
    long = replace(
        TEACHER,
        apellidos="MONTOYA-ÑAUPARI DE LA FUENTE Y VILLAVICENCIO",
        nombres="MARÍA DE LOS ÁNGELES GUADALUPE ESPERANZA",
        establecimiento=LONG,
        cargo=f"DIRECTOR DE {LONG}",
        leyenda_permanente=LONG,
        leyenda_mensual=LONG,
        dre="GERENCIA REGIONAL DE EDUCACIÓN DEL GOBIERNO REGIONAL DE LA LIBERTAD",
        ugel="UNIDAD DE GESTIÓN EDUCATIVA LOCAL Nº 04 TRUJILLO SUR ESTE",
        mensajes=(LONG * 3, "Segundo mensaje.", LONG),
    )
    check_paper(long)
    text = "".join(" ".join(page_texts(drawn(long))).split())
    for words in (long.apellidos, long.nombres, long.cargo, long.dre, long.ugel, *long.mensajes):
        assert "".join(words.split()) in text


@given(
    words=st.text(alphabet="ABCDEFGHIJKLMNÑOPQRSTUVWXYZÁÉÍÓÚ .-/0123456789", min_size=1, max_size=400),
    code=st.text(alphabet="ABCDEFGHIJKLMNOPQRSTUVWXYZabcd_.-% 0123456789", min_size=1, max_size=60),
    amount=st.integers(1, 99_999_999_99),
    haberes=st.integers(0, 40),
    descuentos=st.integers(0, 40),
)
@settings(max_examples=60, deadline=None)
def test_any_texts_and_amounts_stand_apart(words: str, code: str, amount: int, haberes: int, descuentos: int) -> None:
    payslip = replace(
        with_lines(
            TEACHER,
            (*numbered(haberes, "HABER"), ConceptLine(code, amount + 200_000_00)),
            numbered(descuentos, "DSCTO"),
        ),
        cargo=words,
        establecimiento=words,
        leyenda_mensual=words,
        mensajes=(words, words),
        monto_imponible=amount,
    )
    for boxes in text_boxes(drawn(payslip)):
        assert overlaps(boxes) == []


@pytest.mark.parametrize("name", SAMPLES)
@pytest.mark.parametrize("length", [10, 70, 200, 350, 600])
def test_the_qr_keeps_its_module_size_and_its_quiet_zone(name: str, length: int) -> None:
    qr = qr_bars("A1$" * (length // 3))
    for page in lay_out(SAMPLES[name], qr, signed=True):
        code = next(item for item in page if isinstance(item, Code))
        assert code.module >= MODULE - 1e-9
        side, quiet = code.module * qr.side, code.module * QUIET_ZONE
        assert code.x + side + quiet <= A4[0]
        assert code.y + side + quiet <= A4[1]
        assert code.x > A4[0] / 2
        assert code.y > A4[1] / 2
        for words in (item for item in page if isinstance(item, Words)):
            beside = words.right <= code.x - quiet
            above = words.y <= code.y - quiet
            assert beside or above, words
