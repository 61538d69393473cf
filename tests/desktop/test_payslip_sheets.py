"""Resumen and hojas de cálculo out of Mis boletas: every figure adds up, no seal is claimed, no text is a formula."""

import csv
import io
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import openpyxl
import pytest
from pytestqt.qtbot import QtBot

from desktop.opened import Opened
from desktop.pages.payslips_page import PayslipsPage
from desktop.presenters.payslip_sheets import concept_totals, resumen_of, sheets_of
from desktop.tasks.desk import Desk
from desktop.tasks.payslip_sheets import SheetForm
from desktop.widgets.sheets_dialog import SheetsDialog
from documents.concepts import load
from documents.page_text import page_texts
from documents.payslip import Payslip, Period
from documents.spreadsheet import Column, Kind, Sheet, write_csv, write_workbook
from documents.table_report import draw_table_report
from tests.desktop.filling import file_career, make_vault, open_career, payslip_of
from tests.desktop.scenes import StillClock

EXPLAIN = load().explain
DAY = date(2026, 11, 23)
WHEN = datetime(2026, 11, 23, 13, tzinfo=UTC)
Grab = Callable[..., Path]


def three() -> list[Payslip]:
    return [payslip_of(Period(2026, month), extra=100 * month, bonus=30_000 * (month == 7)) for month in (8, 6, 7)]


def test_sums_by_month_and_by_concept_are_those_of_the_payslips() -> None:
    payslips = three()
    income = concept_totals(payslips, EXPLAIN, income=True)
    deductions = concept_totals(payslips, EXPLAIN, income=False)
    assert sum(each.amount for each in income) == sum(each.total_haberes for each in payslips)
    assert sum(each.amount for each in deductions) == sum(each.total_descuentos for each in payslips)
    assert next(each for each in income if each.codigo == "aguinaldo").months == 1
    report = resumen_of(payslips, EXPLAIN, DAY)
    assert [row[0] for row in report.blocks[0].rows] == ["Junio 2026", "Julio 2026", "Agosto 2026", "Total"]
    assert report.blocks[0].rows[-1][4] == f"{sum(each.liquido for each in payslips) / 100:,.2f}"


def test_the_summary_says_that_it_has_no_seal_and_how_to_get_one() -> None:
    text = " ".join(" ".join(page_texts(draw_table_report(resumen_of(three(), EXPLAIN, DAY)))).split())
    assert "Este resumen no tiene sello y no es un documento de la entidad" in text
    assert "constancia de haberes y descuentos" in text
    assert draw_table_report(resumen_of(three(), EXPLAIN, DAY)) == draw_table_report(resumen_of(three(), EXPLAIN, DAY))


def test_a_workbook_has_numbers_dates_and_no_formula() -> None:
    evil = payslip_of(Period(2026, 8), cargo='=HYPERLINK("http://x")')
    by_payslip, by_concept = sheets_of([evil], EXPLAIN)
    book = openpyxl.load_workbook(io.BytesIO(write_workbook([by_payslip, by_concept], at=WHEN)))
    row = {cell.value: below for cell, below in zip(book["Boletas"][1], book["Boletas"][2], strict=True)}
    assert row["Líquido"].value == evil.liquido / 100
    assert row["Líquido"].number_format == "#,##0.00"
    assert row["Fecha de pago"].value.date() == evil.fecha_pago
    assert (row["Cargo"].value, row["Cargo"].data_type) == ('=HYPERLINK("http://x")', "s")
    assert row["DNI"].data_type == "s"
    amounts = [cells[6].value for cells in book["Conceptos"].iter_rows(min_row=2) if cells[3].value == "Haber"]
    assert sum(round(amount * 100) for amount in amounts) == evil.total_haberes


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1"])
def test_csv_keeps_texts_from_being_formulas(text: str) -> None:
    columns = (Column("Texto"), Column("Monto", Kind.MONEY), Column("Mes", Kind.MONTH))
    content = write_csv(Sheet("x", columns, ((text, -12_345, date(2026, 3, 1)),)))
    assert content.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(io.StringIO(content.decode("utf-8-sig"))))
    assert rows[1] == [f"'{text}", "-123.45", "2026-03"]


@pytest.fixture(scope="module")
def shelved(tmp_path_factory: pytest.TempPathFactory) -> Path:
    with make_vault(tmp_path_factory.mktemp("shelved")) as vault, vault.cache() as db:
        file_career(db)
        return vault.directory


@pytest.fixture
def page(shelved: Path, tmp_path: Path, clock: StillClock, qtbot: QtBot) -> Iterator[PayslipsPage]:
    with open_career(shelved, tmp_path / "profiles") as vault:
        opened = Opened(vault, Desk(vault), clock)
        made = PayslipsPage(opened)
        qtbot.addWidget(made)
        made.resize(1154, 690)
        made.show()
        qtbot.waitUntil(lambda: made.reading is not None and bool(made.reading.every), timeout=10_000)
        yield made
        opened.desk.close()


@pytest.mark.parametrize(("form", "files"), [(SheetForm.RESUMEN, 1), (SheetForm.XLSX, 1), (SheetForm.CSV, 2)])
def test_the_page_writes_what_was_asked_for(
    page: PayslipsPage, qtbot: QtBot, tmp_path: Path, form: SheetForm, files: int
) -> None:
    page.sheets.ask_what = lambda periods: (periods[2], periods[0], form)
    page.sheets.ask_target = lambda suggested: tmp_path / suggested
    with qtbot.waitSignal(page.sheets.told, timeout=20_000) as told:
        page.sheets.button.click()
    made = [path for path in tmp_path.iterdir() if path.is_file()]
    assert len(made) == files
    assert all(path.name in told.args[0] for path in made)
    assert "sin cifrar" in page.banner.text


def test_the_question_offers_the_last_three_months_first(page: PayslipsPage, grab: Grab) -> None:
    assert page.reading is not None
    box = SheetsDialog(page, sorted({row.periodo for row in page.reading.every}, reverse=True))
    assert box.span == (Period(2026, 9), Period(2026, 11))
    assert box.form is SheetForm.RESUMEN
    box.since.put("2026-11")
    box.until.put("2025-12")
    assert box.span == (Period(2025, 12), Period(2026, 11))
    box.show()
    grab(box, "sheets-dialog", box.width(), box.height())
    grab(page, "payslips-tools", 1154, 690)
    box.close()
