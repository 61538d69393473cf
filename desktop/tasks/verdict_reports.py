"""Reports of verifications as files: to be printed and signed, or as a table. What the ending of the name asks for."""

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

from documents.spreadsheet import Sheet, write_csv, write_workbook

if TYPE_CHECKING:
    from collections.abc import Sequence

    from documents.seal.trust_list import TrustList
    from documents.seal.verdict import Verdict
    from storage.check_records import Batch, BatchRow
    from storage.vault import Vault

PDF, XLSX, CSV = ".pdf", ".xlsx", ".csv"
ENDINGS: Final = (PDF, XLSX, CSV)


def ended(target: Path, chosen: str) -> Path:
    """The name with an ending that says what it is; one that a person typed counts."""
    return target if target.suffix.lower() in ENDINGS else target.with_name(target.name + chosen)


def report_of_files(verdicts: "Sequence[Verdict]", trust: "TrustList", now: datetime, ending: str) -> bytes:
    """The report of files that were checked in one go."""
    from desktop.presenters.verify_report import report_of, table_of
    from documents.verify_report import draw_report

    if ending.lower() in {XLSX, CSV}:
        return _table(table_of(verdicts), now, ending)
    return draw_report(report_of(verdicts, trust, now))


def report_of_batch(
    vault: "Vault", batch: "Batch", rows: "Sequence[BatchRow]", trust: "TrustList", now: datetime, ending: str
) -> bytes:
    """The report of a folder; verdicts are read one by one as they are written down."""
    from desktop.presenters.batch_report import batch_report, table_of
    from desktop.tasks.batch_checking import verdicts_in_order
    from documents.batch_report import draw_batch_report

    with vault.checks() as db:
        if ending.lower() in {XLSX, CSV}:
            return _table(table_of(rows, verdicts_in_order(db, batch.number, rows)), now, ending)
        report = batch_report(batch, rows, lambda some: verdicts_in_order(db, batch.number, some), trust, now)
        return draw_batch_report(report)


def _table(sheet: Sheet, now: datetime, ending: str) -> bytes:
    return write_workbook([sheet], at=now) if ending.lower() == XLSX else write_csv(sheet)
