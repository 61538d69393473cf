"""Old payslips on paper: marked, sealed with the office's key or saying that they are not, never with wrong sums."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from central.keys.demo import demo_key, demo_list
from desktop.presenters.lis_words import months_missing
from desktop.tasks.lis_papers import (
    OfficeKeyError,
    constancia_of,
    once_each,
    open_key,
    save_rows,
)
from documents.errors import PaperContentError
from documents.lis.papers import Stamp, payslip_paper
from documents.lis.transcription import NotTranscribedError
from documents.page_text import page_texts
from documents.seal.checking import check
from documents.seal.keys import write_private
from documents.seal.limits import DEFAULT
from documents.seal.verdict import VerdictCode
from storage.connection import Connection
from storage.lis import search_lis
from storage.lis_copies import payslip_of, slip_of
from storage.lis_import import Importer
from storage.lis_records import LisQuery, LisRow
from tests.lis.files import PEOPLE, month
from tests.storage.people import NOW

SECRET = "clave de la oficina 2026"
OFFICE = demo_key("PE/UGEL/120001")
WHEN = datetime(2026, 11, 25, 15, 0, tzinfo=UTC)
UNSEALED = Stamp(WHEN, lambda: bytes(8))
SEALED = Stamp(WHEN, lambda: b"\1" * 8, OFFICE)


@pytest.fixture
def filled(db: Connection, tmp_path: Path) -> Connection:
    importer = Importer(db)
    for number, odd in ((3, {"WRONG_SUM": 9, "STRANGE_DATE": 5, "NEGATIVE": 2}), (5, {"ADDITIONAL": 4})):
        path = tmp_path / f"planilla_2015_{number:02d}.lis"
        path.write_bytes(month(number=number, **odd))
        importer.take(path, at=NOW)
    return db


def rows_of(db: Connection, place: int) -> tuple[LisRow, ...]:
    return search_lis(db, LisQuery(PEOPLE[place].dni))


def words(pdf: bytes) -> str:
    return " ".join(" ".join(page_texts(pdf)).split())


def test_a_transcription_says_file_and_line_and_that_it_has_no_seal(filled: Connection) -> None:
    row = rows_of(filled, 0)[-1]
    paper = payslip_paper(payslip_of(filled, row), UNSEALED)
    assert paper.unsealed == "no-key"
    assert "Transcripción del archivo SUP planilla_2015_03.lis, línea 1" in words(paper.pdf)
    assert "No prueba que sea auténtica" in words(paper.pdf)


def test_sealed_with_the_office_key_it_is_authentic(filled: Connection) -> None:
    paper = payslip_paper(payslip_of(filled, rows_of(filled, 1)[0]), SEALED)
    assert paper.unsealed == ""
    verdict = check(paper.pdf, name="", trust=demo_list(), now=WHEN, limits=DEFAULT)
    assert verdict.code is VerdictCode.AUTENTICA


def test_an_amount_below_zero_is_printed_and_not_sealed(filled: Connection) -> None:
    paper = payslip_paper(payslip_of(filled, rows_of(filled, 2)[-1]), SEALED)
    assert paper.unsealed == "cannot"
    assert "-150.50" in words(paper.pdf)


def test_what_was_not_understood_is_left_blank_and_said(filled: Connection) -> None:
    payslip = payslip_of(filled, rows_of(filled, 5)[-1])
    assert payslip.fecha_nacimiento is None
    assert payslip.transcrita_de.endswith("; una línea sin transcribir")


def test_what_does_not_add_up_is_never_printed(filled: Connection, tmp_path: Path) -> None:
    odd = rows_of(filled, 9)[-1]
    with pytest.raises(NotTranscribedError):
        payslip_of(filled, odd)
    assert slip_of(filled, odd.number).line == odd.line
    told = save_rows(filled, rows_of(filled, 9), tmp_path, UNSEALED)
    assert (len(told.saved), told.refused, told.unsealed) == (1, (odd,), 1)
    again = save_rows(filled, rows_of(filled, 9), tmp_path, UNSEALED)
    assert (len(again.saved), len(again.same)) == (0, 1)


def test_a_constancia_names_every_month_and_adds_up(filled: Connection) -> None:
    rows = rows_of(filled, 0)
    made = constancia_of(filled, rows, 201502, 201505, SEALED)
    text = words(made.paper.pdf)
    assert made.paper.unsealed == ""
    assert text.count("Sin boleta registrada") == 2
    total = sum(row.liquido for row in rows)
    assert f"{total // 100:,}.{total % 100:02d}" in text
    assert months_missing([row.periodo for row in rows], 201502, 201505) == [201502, 201504]
    assert months_missing([], 201511, 201602) == [201511, 201512, 201601, 201602]
    assert check(made.paper.pdf, name="", trust=demo_list(), now=WHEN, limits=DEFAULT).code is VerdictCode.AUTENTICA


def test_a_constancia_without_key_says_that_nothing_is_sealed(filled: Connection) -> None:
    made = constancia_of(filled, rows_of(filled, 1), 0, 0, UNSEALED)
    assert made.paper.unsealed == "no-key"
    assert "Sin sello" in words(made.paper.pdf)
    assert made.name == f"Constancia_{PEOPLE[1].dni}_2015-03_2015-05.pdf"


def test_no_constancia_of_what_is_wrong(filled: Connection) -> None:
    for rows, reason in (
        (rows_of(filled, 9), "sums"), (rows_of(filled, 0) + rows_of(filled, 1), "person"), ((), "span"),
    ):  # fmt: skip
        with pytest.raises(PaperContentError) as raised:
            constancia_of(filled, rows, 0, 0, UNSEALED)
        assert raised.value.reason == reason


def test_the_same_payslip_from_two_files_counts_once(filled: Connection, tmp_path: Path) -> None:
    copy = tmp_path / "copia.lis"
    copy.write_bytes(month(number=5, ADDITIONAL=4) + b"\n\n")
    Importer(filled).take(copy, at=NOW)
    rows = rows_of(filled, 0)
    assert [row.periodo for row in rows] == [201505, 201505, 201503]
    assert [row.periodo for row in once_each(rows)] == [201505, 201503]


def test_the_office_key_is_opened_with_its_password_and_only_if_readers_trust_it() -> None:
    pem = write_private(OFFICE.private, SECRET)
    key = open_key(pem, SECRET, demo_list(), WHEN)
    assert (key.code, key.test) == ("PE/UGEL/120001", True)
    stranger = write_private(demo_key("PE/UGEL/120001", 9).private, SECRET)
    for content, password, code in (
        (pem, "otra contraseña", "lis-key-password"),
        (b"hola", SECRET, "lis-key-file"),
        (stranger, SECRET, "lis-key-unknown"),
    ):
        with pytest.raises(OfficeKeyError) as raised:
            open_key(content, password, demo_list(), WHEN)
        assert raised.value.code == code
