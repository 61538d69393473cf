"""Constancias of decades: one person, one currency, every month said, two posts together, nothing guessed."""

from pathlib import Path

import pytest

from central.samples.lis import LisMonth, lis_file
from desktop.presenters.lis_report import remarks_csv, report_text
from desktop.presenters.lis_words import amount_words, constancia_refusal, others_words, why_not_printed
from desktop.tasks.lis_papers import LisConstanciaError, Stamp, constancia_of, rows_of_person
from desktop.tasks.lis_readings import read_reports
from documents.lis.currency import is_in_soles
from documents.lis.transcription import OtherCurrencyError
from documents.page_text import page_texts
from documents.payslip import Period
from storage.connection import Connection
from storage.lis import rows_of_document, search_lis
from storage.lis_copies import LisCopies, payslip_of
from storage.lis_import import Importer
from storage.lis_records import LisQuery
from storage.vault import Vault
from tests.lis.files import PEOPLE, month
from tests.storage.people import NOW

SOMEBODY = PEOPLE[0]
UNSEALED = Stamp(NOW, lambda: bytes(8))


def taken(db: Connection, folder: Path, name: str, content: bytes) -> None:
    path = folder / f"{name}.lis"
    path.write_bytes(content)
    Importer(db).take(path, at=NOW)


def changed(content: bytes, old: str, new: str) -> bytes:
    before, after = old.encode("latin-1"), new.encode("latin-1")
    assert before in content
    return content.replace(before, after)


def words(pdf: bytes) -> str:
    return " ".join(" ".join(page_texts(pdf)).split())


def test_thirty_years_with_gaps_are_one_paper_with_every_month(db: Connection, tmp_path: Path) -> None:
    for year in (1995, 2005, 2015):
        taken(db, tmp_path, f"p{year}", lis_file(LisMonth("junin", year, 3, PEOPLE[:2])))
    row = rows_of_document(db, SOMEBODY.dni)[0]
    found = rows_of_person(db, row, 199501, 201512)
    made = constancia_of(db, found.rows, 199501, 201512, UNSEALED)
    text = words(made.paper.pdf)
    assert text.count("Sin boleta registrada") == 21 * 12 - 3
    assert "Total 1995" in text
    assert sum(row.liquido for row in found.rows) == sum(one.liquido for one in search_lis(db, LisQuery(SOMEBODY.dni)))


def test_two_posts_of_a_month_are_added_and_both_codes_are_there(db: Connection, tmp_path: Path) -> None:
    first = lis_file(LisMonth("ayacucho", 2015, 3, PEOPLE[:1]))
    taken(db, tmp_path, "uno", first)
    second = changed(changed(first, f"10{SOMEBODY.dni}-1", f"10{SOMEBODY.dni}-2"), "000001-03", "000002-03")
    taken(db, tmp_path, "dos", second)
    found = rows_of_person(db, rows_of_document(db, SOMEBODY.dni)[0], 201503, 201503)
    assert len(found.rows) == 2
    text = words(constancia_of(db, found.rows, 0, 0, UNSEALED).paper.pdf)
    assert "Total del mes" in text
    assert f"10{SOMEBODY.dni}-1 · 10{SOMEBODY.dni}-2" in text


def test_one_document_under_two_names_is_never_one_person(db: Connection, tmp_path: Path) -> None:
    content = lis_file(LisMonth("junin", 2015, 3, PEOPLE[:1]))
    taken(db, tmp_path, "uno", content)
    other = changed(content, f": {SOMEBODY.paterno} {SOMEBODY.materno}", ": OTRA PERSONA")
    taken(db, tmp_path, "dos", changed(other, "MARZO - 2015", "ABRIL - 2015"))
    rows = rows_of_document(db, SOMEBODY.dni)
    assert len(rows) == 2
    with pytest.raises(LisConstanciaError) as raised:
        constancia_of(db, rows, 0, 0, UNSEALED)
    assert raised.value.reason == "names"
    assert "OTRA PERSONA" in constancia_refusal(raised.value)
    mine = rows_of_person(db, rows[-1], 0, 0)
    assert (len(mine.rows), mine.others) == (1, 1)
    assert constancia_of(db, mine.rows, 0, 0, UNSEALED).desde == 201503
    assert "otro nombre" in others_words(mine.others)
    assert others_words(0) == ""


def test_intis_are_not_soles(db: Connection, tmp_path: Path) -> None:
    for name, year, number in (("antes", 1991, 6), ("despues", 1991, 7)):
        taken(db, tmp_path, name, lis_file(LisMonth("junin", year, number, PEOPLE[:1])))
    new, old = rows_of_document(db, SOMEBODY.dni)
    assert (is_in_soles(old.periodo), is_in_soles(new.periodo), is_in_soles(0)) == (False, True, False)
    with pytest.raises(LisConstanciaError) as raised:
        constancia_of(db, (new, old), 0, 0, UNSEALED)
    assert (raised.value.reason, raised.value.months) == ("currency", (199106,))
    assert "1991-07" in constancia_refusal(raised.value)
    with pytest.raises(OtherCurrencyError):
        payslip_of(db, old)
    assert constancia_of(db, (new,), 0, 0, UNSEALED).desde == 199107
    assert "S/" not in amount_words(old.periodo, old.liquido)
    assert amount_words(new.periodo, new.liquido).startswith("S/")
    assert "intis" in why_not_printed(old.state, old.periodo)
    assert why_not_printed(new.state, new.periodo) == ""


def test_what_does_not_add_up_is_named_by_its_month(db: Connection, tmp_path: Path) -> None:
    taken(db, tmp_path, "uno", month(number=3, WRONG_SUM=0))
    taken(db, tmp_path, "dos", month(number=4))
    with pytest.raises(LisConstanciaError) as raised:
        constancia_of(db, rows_of_document(db, SOMEBODY.dni), 0, 0, UNSEALED)
    assert raised.value.months == (201503,)
    assert "marzo 2015" in constancia_refusal(raised.value)


def test_a_document_that_begins_another_is_another(db: Connection, tmp_path: Path) -> None:
    content = lis_file(LisMonth("junin", 2015, 3, PEOPLE[:1]))
    taken(db, tmp_path, "uno", content)
    taken(db, tmp_path, "dos", changed(content, SOMEBODY.dni, SOMEBODY.dni[:6]))
    assert {row.doc_numero for row in rows_of_document(db, SOMEBODY.dni[:6])} == {SOMEBODY.dni[:6]}
    assert rows_of_document(db, "") == ()


def test_copies_of_the_office_are_each_payslip_once_and_only_what_adds_up(db: Connection, tmp_path: Path) -> None:
    taken(db, tmp_path, "uno", month(number=3, WRONG_SUM=9))
    taken(db, tmp_path, "otra", month(number=3, WRONG_SUM=9) + b"\n\n")
    copies = LisCopies(db)
    [one] = copies.payslips_of(SOMEBODY.dni, Period(2015, 3))
    assert one.doc_numero == SOMEBODY.dni
    assert copies.payslips_of(PEOPLE[9].dni, Period(2015, 3)) == ()
    assert copies.payslips_of(SOMEBODY.dni, Period(2015, 4)) == ()
    assert not copies.sha256_known("0" * 64)


def test_the_report_of_imports_is_there_later_and_as_a_table(vault: Vault, tmp_path: Path) -> None:
    assert read_reports(vault) == ()
    with vault.lis() as db:
        taken(db, tmp_path, "marzo", month(WRONG_SUM=9, STRANGE_LINE=5))
    reports = read_reports(vault)
    assert "2 observaciones, 1 boleta no suma" in report_text(reports)
    table = remarks_csv(reports).decode("utf-8-sig").splitlines()
    assert table[0] == "Archivo,Línea,Qué pasa,Detalle"
    assert len(table) == 3
    assert all(line.startswith("marzo.lis,") for line in table[1:])
    assert "*** OJO" in table[1]
