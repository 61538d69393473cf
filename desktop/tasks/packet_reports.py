"""The report of a job as a file: PDF, CSV or XLSX. Written whole, never over another file. No Qt."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Literal

from desktop.presenters.packet_report import report_paper, report_sheet
from desktop.tasks.exporting import save_once
from documents.packet.assembling import safe_name
from documents.spreadsheet import write_csv, write_workbook
from documents.table_report import draw_table_report
from storage.packet_records import JobPerson, PacketJob

Format = Literal["pdf", "csv", "xlsx"]


def report_name(job: PacketJob, form: Format) -> str:
    """Informe_Boletas_de_2015.pdf"""
    return f"Informe_{safe_name(job.recipe.name)}.{form}"


def save_report(job: PacketJob, people: Sequence[JobPerson], target: Path, form: Format, now: datetime) -> Path:
    """Where it is. Raises ExportError."""
    match form:
        case "csv":
            content = write_csv(report_sheet(people))
        case "xlsx":
            content = write_workbook([report_sheet(people)], at=now)
        case _:
            content = draw_table_report(report_paper(job, people, now.astimezone().date()))
    path, _new = save_once(content, target)
    return path
