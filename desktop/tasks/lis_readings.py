"""What "Planillas SUP" shows, read on the pool from the index of old payroll files. No Qt."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from documents.errors import DocumentError
from documents.lis.papers import Stamp, payslip_paper
from documents.lis.records import Remark
from documents.lis.transcription import transcribe
from storage.lis import (
    lis_counts,
    lis_files,
    lis_row,
    lis_years,
    payslip_text,
    remarks_of,
    search_lis,
    states_of,
)
from storage.lis_copies import slip_of
from storage.lis_records import ImportFate, ImportReport, LisCounts, LisQuery, LisRow

if TYPE_CHECKING:
    from storage.profile import Vault


@dataclass(frozen=True, slots=True)
class LisReading:
    """A search and what the index holds."""

    asked: LisQuery
    rows: tuple[LisRow, ...]
    counts: LisCounts
    years: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class SlipReading:
    """One payslip: its paper, or None and its text alone; and what of it was not understood."""

    row: LisRow
    text: str
    pdf: bytes | None
    unsealed: str
    remarks: tuple[Remark, ...]


def read_found(vault: "Vault", asked: LisQuery) -> LisReading:
    """The list. A profile that never imported anything gets no file made for it."""
    if not vault.has_lis():
        return LisReading(asked, (), LisCounts(0, 0, 0), ())
    with vault.lis() as db:
        return LisReading(asked, search_lis(db, asked), lis_counts(db), lis_years(db))


def read_reports(vault: "Vault") -> tuple[ImportReport, ...]:
    """What is kept of each import: how far it came and what was not understood; the newest first."""
    if not vault.has_lis():
        return ()
    with vault.lis() as db:
        return tuple(
            ImportReport(
                file.name, ImportFate.DONE if file.complete else ImportFate.STOPPED, file,
                remarks_of(db, file.number), file.remarks, states_of(db, file.number),
            )
            for file in lis_files(db)
        )  # fmt: skip


def read_one(vault: "Vault", number: int, stamp: Stamp) -> SlipReading:
    """One payslip as it would be printed. KeyError when it is gone."""
    with vault.lis() as db:
        row, text, slip = lis_row(db, number), payslip_text(db, number), slip_of(db, number)
    try:
        paper = payslip_paper(transcribe(slip, row.file_name), stamp)
    except DocumentError:
        return SlipReading(row, text, None, "", slip.remarks)
    return SlipReading(row, text, paper.pdf, paper.unsealed, slip.remarks)
