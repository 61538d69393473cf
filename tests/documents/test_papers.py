"""Hoja de vida, constancias and informe as paper: what stands on them, what never does, in order, apart, in bounds."""

import re
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from documents.constancia import constancia_de_haberes, constancia_de_solicitud
from documents.errors import PaperContentError
from documents.hoja_de_vida import hoja_de_vida
from documents.informe_escalafonario import informe_escalafonario, latest_validity
from documents.legajo_catalogue import bundled
from documents.paper import Paper, PaperPerson
from documents.paper_pdf import draw_paper
from documents.payslip import Period
from documents.payslip_frame import SealNote
from documents.sheet import A4
from tests.documents.paper_people import ROSA, SOLICITUD, filed, haberes, hoja, informe, legajo, payslips
from tests.documents.reading import decoded, overlaps, page_texts, text_boxes

SEAL = "BP1:" + "6BF" * 140
NOTE = SealNote("0123-4567-89AB-CDEF", test=True)
LONG = "INSTITUCIÓN EDUCATIVA SUPERIOR Nº 70001 NUESTRA SEÑORA DE LA ASUNCIÓN DE LOS ÁNGELES Y ÑAHUIMPUQUIO "


def drawn(paper: Paper) -> bytes:
    return draw_paper(paper, seal=SEAL, note=NOTE)


def said(paper: Paper) -> str:
    """All text, pages one after the other, in one line."""
    return " ".join(" ".join(page_texts(drawn(paper))).split())


def check_paper(paper: Paper) -> int:
    """Nothing overlaps or leaves the page; each page has its number. Returns how many there are."""
    pdf = drawn(paper)
    pages = text_boxes(pdf)
    for boxes in pages:
        assert overlaps(boxes) == []
        assert all(
            box.left > 40 and box.right < A4[0] - 40 and box.bottom > 30 and box.top < A4[1] - 36 for box in boxes
        )
    for number, text in enumerate(page_texts(pdf), start=1):
        assert f"Página {number} de {len(pages)}" in text
        assert paper.person.doc_numero in text
    return len(pages)


@pytest.mark.parametrize(
    "paper",
    [
        hoja_de_vida(hoja(), bundled()),
        informe_escalafonario(informe(), bundled()),
        constancia_de_haberes(haberes()),
        constancia_de_solicitud(SOLICITUD),
        hoja_de_vida(hoja(records=()), bundled()),
    ],
    ids=lambda paper: paper.title,
)
def test_a_paper_is_legible_and_the_same_each_time(paper: Paper) -> None:
    pages = check_paper(paper)
    assert drawn(paper) == drawn(paper)
    assert decoded(drawn(paper), dpi=150, page=pages - 1) == [SEAL]


def test_a_hoja_de_vida_says_nothing_of_sanctions_relatives_or_beneficiaries() -> None:
    text = said(hoja_de_vida(hoja(), bundled()))
    for left_out in (
        "Sanciones",
        "Tardanzas",
        "INTI",
        "Familiar",
        "99900055",
        "QUISPE LUZ",
        "Acta de entrega",
        "Sustento",
    ):
        assert left_out not in text
    for shown in (
        "Licenciada en Educación Primaria",
        "Buenas prácticas docentes",
        "Retención judicial",
        "RD N° 55-2022",
    ):
        assert shown in text


def test_a_hoja_de_vida_leaves_out_what_the_catalogue_does_not_know() -> None:
    strange = (
        filed("II", "clase_nueva", 1, secreto="x9x9"),
        filed("VII", "merito", 2, fecha="2020-01-01", raro="y8y8"),
    )
    text = said(hoja_de_vida(hoja(records=strange), bundled()))
    assert "x9x9" not in text
    assert "y8y8" not in text
    shown = said(informe_escalafonario(informe(records=strange), bundled()))
    assert "x9x9" in shown
    assert "y8y8" in shown


def test_an_informe_shows_every_section_and_says_where_nothing_is_filed() -> None:
    text = said(informe_escalafonario(informe(), bundled()))
    assert re.findall(r"\b([IVX]+)\. [A-Z]", text)[-1] == "X"
    for shown in ("Tardanzas reiteradas", "INTI QUISPE", "Acta de entrega de cargo", "Nombra a la docente", "2 folios"):
        assert shown in text
    assert said(informe_escalafonario(informe(records=()), bundled())).count("No registra.") == 10


def test_records_stand_by_date_within_their_section() -> None:
    text = said(hoja_de_vida(hoja(), bundled()))
    years = [int(year) for year in re.findall(r"RD N° \d+-(\d{4})-UGEL-SR", text) if year != "2013"]
    moves = years[: len(years) - 1]
    assert moves == sorted(moves)
    assert text.index("Título profesional") < text.index("nivel 3") < text.index("nivel 9")
    assert text.index("I.1 Datos personales") < text.index("I.2 Lengua originaria")


def test_the_end_says_how_much_there_was() -> None:
    count = sum(1 for each in legajo() if each.section not in {"VIII", "X"} and each.kind != "familiar")
    assert f"Fin de la hoja de vida: {count} registros." in said(hoja_de_vida(hoja(), bundled()))


def test_a_constancia_goes_month_by_month_and_adds_up() -> None:
    paper = constancia_de_haberes(haberes())
    text = said(paper)
    months = re.findall(r"(?:Planilla continua|Enero 2025)", text)
    assert len(months) == 24  # 23 payslips, and the name of the first month
    paid = payslips()
    assert paper.totals
    assert paper.totals.haberes == sum(each.total_haberes for each in paid)
    assert paper.totals.liquido == paper.totals.haberes - paper.totals.descuentos
    assert "Julio 2025 Total del mes 4,506.84 385.30 4,121.54" in text
    assert "Total 2025 50,776.08 4,623.60 46,152.48" in text
    assert "T-LIQUI líquido total S/ 88,610.42" in text


def test_a_month_without_a_payslip_is_said() -> None:
    paid = tuple(each for each in payslips() if each.periodo != Period(2025, 3))
    assert "Marzo 2025 Sin boleta registrada" in said(constancia_de_haberes(haberes(payslips=paid)))


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"payslips": (replace(payslips()[0], liquido=1),)}, "sums"),
        ({"payslips": (replace(payslips()[0], doc_numero="99900018"),)}, "person"),
        ({"payslips": (payslips()[0], payslips()[0])}, "twice"),
        ({"payslips": ()}, "span"),
        ({"hasta": Period(2026, 10)}, "span"),
        ({"hasta": Period(2024, 12)}, "span"),
    ],
)
def test_a_constancia_that_would_say_something_wrong_is_not_made(changes: dict[str, object], reason: str) -> None:
    with pytest.raises(PaperContentError) as refused:
        constancia_de_haberes(haberes(**changes))
    assert refused.value.reason == reason


@pytest.mark.parametrize(
    ("issued", "latest"),
    [
        (date(2026, 11, 12), date(2027, 5, 12)),
        (date(2026, 8, 31), date(2027, 2, 28)),
        (date(2027, 8, 31), date(2028, 2, 29)),
        (date(2026, 12, 31), date(2027, 6, 30)),
    ],
)
def test_an_informe_is_good_for_six_months_at_most(issued: date, latest: date) -> None:
    assert latest_validity(issued) == latest
    assert informe_escalafonario(informe(issued=issued), bundled()).valid_until == latest
    for until in (date(issued.year + 1, 12, 31), date(2020, 1, 1)):
        with pytest.raises(PaperContentError):
            informe_escalafonario(informe(issued=issued, valid_until=until), bundled())


def test_a_constancia_of_a_request_says_that_it_is_no_approval() -> None:
    text = said(constancia_de_solicitud(SOLICITUD))
    assert "SOL-2026-000123" in text
    assert "no que haya sido aprobada" in text
    assert "Ninguno adjunto." in said(constancia_de_solicitud(replace(SOLICITUD, documents=())))


@settings(max_examples=12, deadline=None)
@given(
    lengths=st.lists(st.integers(1, 900), min_size=1, max_size=12),
    surname=st.integers(1, 3),
)
def test_however_long_values_and_names_are_nothing_overlaps_or_is_lost(lengths: list[int], surname: int) -> None:
    text = LONG * 9
    made = tuple(
        filed("X", "otro", number, descripcion=f"R{number}E {text[:length]}", fecha="2021-12-30")
        for number, length in enumerate(lengths)
    )
    person = PaperPerson(
        doc_tipo="DNI", doc_numero="99900017", apellidos=ROSA.apellidos * surname, nombres="Ñ" * 12 * surname
    )
    paper = informe_escalafonario(replace(informe(records=made), person=person), bundled())
    check_paper(paper)
    shown = said(paper)
    assert all(f"R{number}E" in shown for number in range(len(lengths)))


def test_a_very_long_career_goes_over_many_pages() -> None:
    records = tuple(
        filed("IV", "movimiento", number, accion="reasignacion", vigencia_inicio=f"{1980 + number % 40}-03-01")
        for number in range(150)
    )
    assert check_paper(hoja_de_vida(hoja(records=records), bundled())) > 8
