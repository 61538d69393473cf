"""Payslips as a summary or as tables for spreadsheets, outside the vault. No Qt: window and command line alike."""

from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.presenters.payslip_sheets import resumen_of, sheets_of
from desktop.tasks.exporting import save_once
from desktop.tasks.readings import explaining
from documents.spreadsheet import write_csv, write_workbook
from documents.table_report import draw_table_report
from storage.payslips import payslip

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.presenters.payslip_sheets import Explain
    from documents.payslip import Payslip
    from storage.connection import Connection
    from storage.records import PayslipRow


class SheetForm(StrEnum):
    """What comes out."""

    RESUMEN = "resumen"  # a PDF
    XLSX = "xlsx"
    CSV = "csv"  # two files


def save_sheets(
    db: "Connection", rows: "Sequence[PayslipRow]", target: Path, form: SheetForm, now: datetime
) -> tuple[Path, ...]:
    """Write them beside or at `target`, whose ending is the form's; a file that is there keeps its name and the new
    one gets " (2)". At least one row. Raises ExportError; KeyError when a payslip is gone meanwhile.
    """
    made = _made([payslip(db, row.id) for row in rows], explaining(db), target, form, now)
    return tuple(save_once(content, path)[0] for path, content in made.items())


def _made(
    payslips: "Sequence[Payslip]", explain: "Explain", target: Path, form: SheetForm, now: datetime
) -> dict[Path, bytes]:
    if form is SheetForm.RESUMEN:
        return {target: draw_table_report(resumen_of(payslips, explain, now.astimezone().date()))}
    if form is SheetForm.XLSX:
        return {target: write_workbook(sheets_of(payslips, explain), at=now)}
    by_payslip, by_concept = sheets_of(payslips, explain)
    return {
        target.with_name(f"{target.stem}_boletas.csv"): write_csv(by_payslip),
        target.with_name(f"{target.stem}_conceptos.csv"): write_csv(by_concept),
    }


def sheet_name(rows: "Sequence[PayslipRow]", form: SheetForm) -> str:
    """Resumen_de_haberes_2025-01_2025-12.pdf, Boletas_2025-01_2025-12.xlsx"""
    first, last = min(row.periodo for row in rows), max(row.periodo for row in rows)
    stem = "Resumen_de_haberes" if form is SheetForm.RESUMEN else "Boletas"
    ending = "pdf" if form is SheetForm.RESUMEN else form.value
    return f"{stem}_{first}_{last}.{ending}"
