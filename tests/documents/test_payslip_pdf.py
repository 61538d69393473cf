"""What is on the paper: labels, names and figures; the QR; the document's properties; what is refused."""

import os
import re
import subprocess
import sys
import zlib
from dataclasses import replace
from hashlib import sha256
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
import zstandard

from documents.errors import PayslipSumsError, SealTooLongError, SheetFullError
from documents.payslip import Payslip, PayslipClass
from documents.payslip_pdf import draw_payslip, reference_payload
from tests.documents.people import ADMIN, CAS, JUDICIAL, PENSIONER, SAMPLES, TEACHER
from tests.documents.reading import decoded, page_texts

LABELS = (
    "RUC -", "Apellidos", "Nombres", "Fecha de Nacimiento", "Documento de Identidad", "Establecimiento",
    "Tiempo de Servicio (AA-MM-DD)", "ESSALUD", "Fecha de Registro", "Termino:", "Cta. TeleAhorro o Nro. Cheque",
    "Leyenda Permanente", "Leyenda Mensual", "Reg.Pensionario", "Regimen Laboral", "T-DSCTO", "T-LIQUI", "MImponible",
)  # fmt: skip
ACTIVE = ("Cargo", "Tipo de Servidor", "Niv.Mag./Grupo Ocup./Horas", "Ingr.:")
AFP = ("FAfiliacion", "FDevengue", "CFija", "CVariable", "Seguro")
ROOT = Path(__file__).parents[2]
SIGNED = "BP1:" + "6BFOXN*TS0BI$ZD4N9:9S6RCVN5+O30K3/XIV0W23NTDE$VK G2EP4J0BGJLFX3R3VHXK.PJ:2DPF6R" * 4


def drawn(payslip: Payslip) -> bytes:
    return draw_payslip(payslip, seal=reference_payload(payslip))


def flat(pdf: bytes) -> str:
    """All text with line breaks as spaces, as one who looks for a long name would read it."""
    return " ".join(" ".join(page_texts(pdf)).split())


def test_every_label_and_every_figure_is_on_the_paper(sample: Payslip) -> None:
    text = flat(drawn(sample))
    for line in (*sample.haberes, *sample.descuentos):
        assert line.codigo in text
        assert f"{line.monto // 100:,}.{line.monto % 100:02d}" in text
    for amount in (sample.total_haberes, sample.total_descuentos, sample.liquido, sample.monto_imponible):
        assert f"{amount // 100:,}.{amount % 100:02d}" in text
    for words in (sample.apellidos, sample.nombres, sample.dre, sample.ugel, sample.ruc_entidad, sample.cuenta):
        assert words in text
    assert sample.periodo.printed in text
    assert sample.numero_boleta in text
    assert sample.estado in text


@pytest.mark.parametrize("name", sorted(set(SAMPLES) - {"judicial"}))
def test_the_labels_are_those_of_the_sup(name: str) -> None:
    text = flat(drawn(SAMPLES[name]))
    assert [label for label in LABELS if label not in text] == []


def test_a_teacher_has_the_labels_of_post_and_afp() -> None:
    text = flat(drawn(TEACHER))
    assert [label for label in (*ACTIVE, *AFP, "T-REMUN") if label not in text] == []
    assert "Niv.Mag./Grupo Ocup./Horas 3/0/30" in text
    assert "Reg.Pensionario AFP INTEGRA / 600001RNMAI0" in text


def test_a_group_of_regime_276_stands_in_the_second_place() -> None:
    text = flat(drawn(ADMIN))
    assert "Niv.Mag./Grupo Ocup./Horas 0/STB/40" in text
    assert "CVariable" not in text


def test_a_pensioner_has_the_labels_of_pensioners() -> None:
    text = flat(drawn(PENSIONER))
    assert "Tipo de Pensionista CESANTE DOC. NIVELABLE" in text
    assert "Tipo de Pension PENSIÓN CESANTÍA DOCENTE" in text
    assert "Cese: 31/08/1999" in text
    assert "Niv.Mag." not in text
    assert "Tipo de Servidor" not in text


def test_a_cas_contract_earns_fees() -> None:
    text = flat(drawn(CAS))
    assert "T-HONORARIO" in text
    assert "T-REMUN" not in text


def test_a_judicial_beneficiary_sees_whose_pay_it_comes_from() -> None:
    text = flat(drawn(JUDICIAL))
    assert "Retención judicial a cargo de ÑAUPARI MAMANI, ROSA ELENA DNI 99900017" in text
    assert "ROJAS IBÁÑEZ" in text
    assert "Beneficiario de retención judicial" in text


def test_an_additional_payroll_says_which_one_it_is() -> None:
    additional = replace(TEACHER, clase=PayslipClass.ADDITIONAL, secuencia=2)
    assert "Planilla adicional N° 2" in flat(drawn(additional))


def test_decomposed_letters_are_printed_composed() -> None:
    text = flat(drawn(replace(TEACHER, apellidos="N\u0303AUPARI IBA\u0301N\u0303EZ")))
    assert "ÑAUPARI IBÁÑEZ" in text


def test_a_letter_that_the_faces_lack_becomes_a_question_mark() -> None:
    assert "ROSA ?" in flat(drawn(replace(TEACHER, nombres="ROSA \u6f22")))


def test_the_text_reads_column_by_column() -> None:
    text = flat(drawn(TEACHER))
    order = [text.index(words) for words in ("Apellidos", "Seguro", "Datos laborales", "Leyenda Mensual", "Haberes")]
    assert order == sorted(order)


@pytest.mark.parametrize("dpi", [150, 300])
def test_the_reference_is_read_back_from_the_page(sample: Payslip, dpi: int) -> None:
    assert decoded(drawn(sample), dpi=dpi) == [reference_payload(sample)]


@pytest.mark.parametrize("dpi", [150, 300])
def test_a_long_seal_is_read_back_from_the_page(director: Payslip, dpi: int) -> None:
    pdf = draw_payslip(director, seal=SIGNED)
    assert decoded(pdf, dpi=dpi) == [SIGNED]
    assert len(page_texts(pdf)) == 1
    assert "Sello de integridad" in flat(pdf)


def test_references_of_many_payslips_are_read_back() -> None:
    for index in range(24):
        digest = sha256(str(index).encode()).hexdigest()
        payslip = replace(TEACHER, id=f"{digest[:8]}-{digest[8:12]}-4{digest[12:15]}-a{digest[15:18]}-{digest[18:30]}")
        assert decoded(drawn(payslip), dpi=150) == [reference_payload(payslip)]


def test_the_reference_tells_nothing_of_the_person_or_the_money(sample: Payslip) -> None:
    payload = reference_payload(sample)
    person = {sample.doc_numero, sample.codigo_modular_servidor[:10], sample.cuenta, *sample.apellidos.split()} - {""}
    assert not any(secret in payload for secret in person)
    amounts = {sample.liquido, sample.total_haberes, sample.monto_imponible}
    assert not any(str(amount) in payload for amount in amounts)


def test_payslips_of_one_person_have_different_references() -> None:
    others = (
        replace(TEACHER, id=TEACHER.id.replace("3f", "4f")),
        replace(TEACHER, secuencia=1),
        replace(TEACHER, periodo=TEACHER.periodo.later()),
    )
    assert len({reference_payload(payslip) for payslip in (TEACHER, *others)}) == 4


def test_the_document_says_what_it_is(sample: Payslip) -> None:
    with pikepdf.open(BytesIO(drawn(sample))) as pdf:
        assert str(pdf.Root.Lang) == "es-PE"
        assert bool(pdf.Root.ViewerPreferences.DisplayDocTitle)
        title = str(pdf.docinfo["/Title"])
        assert title.startswith("Boleta de pago, noviembre de 2026")
        assert sample.apellidos in title
        assert str(pdf.docinfo["/Author"]) == sample.ugel
        assert sample.numero_boleta in str(pdf.docinfo["/Subject"])
        assert str(pdf.docinfo["/CreationDate"]) == "D:20261112000000-05'00'"


def test_one_a4_page_with_embedded_subsets_and_no_picture(sample: Payslip) -> None:
    with pikepdf.open(BytesIO(drawn(sample))) as pdf:
        assert len(pdf.pages) == 1
        assert [round(float(side)) for side in pdf.pages[0].MediaBox] == [0, 0, 595, 842]
        fonts = pdf.pages[0].Resources.Font
        assert len(fonts) == 2
        for font in fonts.values():
            assert re.match(r"/[A-Z]{6}\+ChasquiSans-", str(font.BaseFont))
            assert "/FontFile2" in font.FontDescriptor
            assert "/ToUnicode" in font
        streams = [thing for thing in pdf.objects if isinstance(thing, pikepdf.Stream)]
        assert not any(stream.get("/Subtype") == "/Image" for stream in streams)
        assert not any(operator == pikepdf.Operator("BI") for _, operator in pikepdf.parse_content_stream(pdf.pages[0]))


def test_the_file_is_small_and_packs_into_less(sample: Payslip) -> None:
    assert len(drawn(sample)) < 60_000
    assert len(zlib.compress(drawn(sample), 9)) < 22_000


def test_last_month_s_payslip_is_a_good_dictionary(sample: Payslip) -> None:
    before = replace(sample, periodo=sample.periodo.earlier(1), numero_boleta="000009-01")
    raw = zstandard.ZstdCompressionDict(drawn(before), dict_type=zstandard.DICT_TYPE_RAWCONTENT)
    packed = zstandard.ZstdCompressor(level=12, dict_data=raw).compress(drawn(sample))
    assert len(packed) < 5_000


def test_the_same_payslip_gives_the_same_bytes_in_any_process() -> None:
    command = (
        "from hashlib import sha256; from tests.documents.people import SAMPLES;"
        "from documents.payslip_pdf import draw_payslip;"
        "print(*(sha256(draw_payslip(each, seal='BP1:X')).hexdigest() for each in SAMPLES.values()))"
    )
    here = [sha256(draw_payslip(each, seal="BP1:X")).hexdigest() for each in SAMPLES.values()]
    for seed in ("1", "4711"):
        world = {**os.environ, "PYTHONHASHSEED": seed, "TZ": "Asia/Tokyo", "SOURCE_DATE_EPOCH": seed}
        python = [sys.executable, "-c", command]
        told = subprocess.run(python, cwd=ROOT, env=world, capture_output=True, text=True, check=True)
        assert told.stdout.split() == here


def test_another_payslip_or_seal_gives_other_bytes() -> None:
    other = replace(TEACHER, numero_boleta="000123-46")
    assert len({draw_payslip(TEACHER, seal="A"), draw_payslip(TEACHER, seal="B"), draw_payslip(other, seal="A")}) == 3


@pytest.mark.parametrize(
    "wrong",
    [
        {"liquido": TEACHER.liquido + 1},
        {"total_haberes": TEACHER.total_haberes + 1, "liquido": TEACHER.liquido + 1},
        {"total_descuentos": TEACHER.total_descuentos - 1, "liquido": TEACHER.liquido + 1},
        {"haberes": TEACHER.haberes[:-1]},
    ],
)
def test_a_payslip_that_does_not_add_up_is_not_drawn(wrong: dict[str, object]) -> None:
    with pytest.raises(PayslipSumsError):
        drawn(replace(TEACHER, **wrong))


@pytest.mark.parametrize("length", [3400, 8000])
def test_a_seal_that_would_be_unreadable_on_paper_is_refused(length: int) -> None:
    with pytest.raises(SealTooLongError):
        draw_payslip(TEACHER, seal="BP1:" + "A" * length)


def test_an_office_name_that_fills_the_page_is_refused() -> None:
    with pytest.raises(SheetFullError):
        drawn(replace(TEACHER, ugel="UGEL " * 400))
