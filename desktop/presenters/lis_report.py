"""What of old payroll files was not understood, file by file: to be read, and as a table to work through. No Qt."""

import csv
import io
from collections.abc import Iterable, Sequence

from desktop.presenters.lis_words import fate_words, remark_detail, remark_words, remarks_summary, trouble_words
from desktop.words import translate
from documents.spreadsheet import inert
from storage.lis_records import ImportReport

SHOWN = 500  # remarks of one file that are read at once; the table has all that are kept
MOST = 3_000  # lines of a report on a screen


def report_text(reports: Sequence[ImportReport]) -> str:
    """The whole report as text, to be read and copied."""
    lines: list[str] = []
    for report in reports:
        lines.append(" ".join(part for part in (fate_words(report), remarks_summary(report)) if part))
        lines += [f"    {remark_words(remark)}" for remark in report.remarks[:SHOWN]]
        more = report.remark_count - min(len(report.remarks), SHOWN)
        lines += [translate("lis", "    y {n} más").format(n=f"{more:,}")] if more > 0 else []
        if len(lines) > MOST:
            lines.append(translate("lis", "El informe sigue: guárdelo como tabla para verlo entero."))
            break
    return "\n".join(lines)


def remarks_csv(reports: Iterable[ImportReport]) -> bytes:
    """One row a remark; the mark at the beginning tells spreadsheets that this is UTF-8."""
    written = io.StringIO()
    writer = csv.writer(written, lineterminator="\r\n")
    writer.writerow(
        (
            translate("lis", "Archivo"), translate("lis", "Línea"), translate("lis", "Qué pasa"),
            translate("lis", "Detalle"),
        )
    )  # fmt: skip
    for report in reports:
        for remark in report.remarks:
            row = (report.name, str(remark.line), trouble_words(remark.trouble), remark_detail(remark))
            writer.writerow([inert(cell) for cell in row])
    return written.getvalue().encode("utf-8-sig")
