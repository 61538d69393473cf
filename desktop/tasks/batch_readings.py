"""What "Verificación masiva" shows, read on the pool: batches, the files of one, one verdict. No Qt."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.presenters.batch_list import Tally, tally_of
from storage.check_records import Batch, BatchRow
from storage.checks import batch_rows, batches, verdict_of

if TYPE_CHECKING:
    from documents.seal.verdict import Verdict
    from storage.profile import Vault


@dataclass(frozen=True, slots=True)
class BatchReading:
    """All batches, and the one that is shown with its files in their order."""

    batches: tuple[Batch, ...]
    shown: Batch | None
    rows: tuple[BatchRow, ...]
    tally: Tally


def read_batches(vault: "Vault", wanted: int | None) -> BatchReading:
    """The batch that is wanted, or else the newest. A profile that never checked a folder gets no file made for it."""
    if not vault.has_checks():
        return BatchReading((), None, (), Tally())
    with vault.checks() as db:
        known = batches(db)
        shown = next((one for one in known if one.number == wanted), known[0] if known else None)
        rows = batch_rows(db, shown.number) if shown is not None else ()
    return BatchReading(known, shown, rows, tally_of(rows))


def read_verdict(vault: "Vault", number: int, position: int) -> "Verdict | None":
    """The verdict on one file; None when it is not checked yet, or the batch is gone."""
    with vault.checks() as db:
        try:
            return verdict_of(db, number, position)
        except KeyError:
            return None
