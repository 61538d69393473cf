"""Copies of payslips outside the vault: written whole or not at all, never over another file without being told to.

Only what the person asked for leaves the vault, and only to the place the person named. No Qt: the window and the
command line both save through here. The words are `desktop.presenters.export`.

    ExportError
      TargetExistsError    a file of that name is there, and replacing it was not asked for
      DiskFullError        no room (what was half written is gone again)
      FolderDeniedError    read-only stick, folder of somebody else
      FolderGoneError      the folder or the stick is not there (any more)
      WritingError         any other fault of the disk
"""

import errno
import hashlib
import os
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from desktop.presenters.export import ExportReport, ExportStep, relative_names
from desktop.presenters.payslip_list import posts_of
from storage.connection import Connection
from storage.payslips import pdf_bytes
from storage.records import PayslipRow, PdfState


class ExportError(Exception):
    """The disk would not take the copy. `path` is where it was to go, `code` finds the words for it."""

    code = "export-writing"

    def __init__(self, path: Path) -> None:
        super().__init__(str(path))
        self.path = path


class TargetExistsError(ExportError):
    """Another file is there already."""

    code = "export-exists"


class DiskFullError(ExportError):
    """No room left."""

    code = "export-full"


class FolderDeniedError(ExportError):
    """Writing there is not allowed."""

    code = "export-denied"


class FolderGoneError(ExportError):
    """The folder is not there."""

    code = "export-gone"


class WritingError(ExportError):
    """Any other fault of the disk."""


_FAULTS: dict[int, type[ExportError]] = {
    errno.ENOSPC: DiskFullError,
    errno.EDQUOT: DiskFullError,
    errno.EFBIG: DiskFullError,  # the limit of a FAT stick or of the account
    errno.EACCES: FolderDeniedError,
    errno.EPERM: FolderDeniedError,
    errno.EROFS: FolderDeniedError,
    errno.ENOENT: FolderGoneError,
    errno.ENOTDIR: FolderGoneError,
    errno.ENODEV: FolderGoneError,
    errno.EEXIST: TargetExistsError,
}


def save_copy(pdf: bytes, target: Path, *, overwrite: bool = False) -> None:
    """Write the copy through a `.part` file beside it, synced to the disk before it takes its name.

    Raises ExportError.
    """
    part = target.with_name(target.name + ".part")
    try:
        if target.exists() and not overwrite:
            raise TargetExistsError(target)
        _write_through(part, pdf)
        take_name(part, target, overwrite=overwrite)
    except OSError as fault:
        with suppress(OSError):
            part.unlink(missing_ok=True)
        raise _FAULTS.get(fault.errno or 0, WritingError)(target) from fault


def _write_through(part: Path, pdf: bytes) -> None:
    with part.open("wb") as file:
        file.write(pdf)
        file.flush()
        os.fsync(file.fileno())


def export_fault(fault: OSError, path: Path) -> ExportError:
    """A fault of the disk as one of ours."""
    return _FAULTS.get(fault.errno or 0, WritingError)(path)


def take_name(part: Path, target: Path, *, overwrite: bool = False) -> None:
    """Give a finished file its name. Without `overwrite` a file that appeared meanwhile is not replaced. OSError."""
    if overwrite:
        part.replace(target)
        return
    try:
        os.link(part, target)  # fails when the name is taken, on every system
    except FileExistsError:
        raise
    except (
        OSError
    ):  # FAT sticks know no hard links; on Windows rename refuses a taken name, elsewhere we look once more
        if target.exists():
            raise FileExistsError(errno.EEXIST, "taken meanwhile", str(target)) from None
        part.rename(target)
        return
    part.unlink()


def save_payslips(
    db: Connection,
    rows: Sequence[PayslipRow],
    folder: Path,
    *,
    names: Sequence[str] | None = None,
    stopped: Callable[[], bool] = lambda: False,
    report: Callable[[ExportStep], None] = lambda _step: None,
) -> ExportReport:
    """Save the PDFs of these payslips below `folder`, one folder a year.

    `names` are relative paths, one a row (default: `desktop.presenters.export.relative_names`). A file that is there
    with the same bytes is left alone, so that an interrupted run goes on where it stopped; one with other bytes keeps
    its name and the copy gets " (2)". Between two files it asks `stopped`. Faults of the disk are in the report, not
    raised.
    """
    if names is None:
        names = relative_names(rows, posts_of(rows))
    told = ExportReport()
    for done, (row, name) in enumerate(zip(rows, names, strict=True)):
        if stopped():
            return replace(told, cancelled=True)
        report(ExportStep(done, len(rows), name))
        try:
            told = _save_one(db, row, folder / name, told)
        except ExportError as fault:
            return replace(told, failed=(fault,))
    report(ExportStep(len(rows), len(rows), ""))
    return told


def _save_one(db: Connection, row: PayslipRow, target: Path, told: ExportReport) -> ExportReport:
    held = row.pdf is not None and row.pdf_state is PdfState.HELD
    pdf = pdf_bytes(db, row.pdf.sha256) if held and row.pdf is not None else None
    if pdf is None:
        return replace(told, missing=(*told.missing, row))
    saved, new = save_once(pdf, target)
    return replace(told, saved=(*told.saved, saved)) if new else replace(told, same=(*told.same, saved))


def save_once(pdf: bytes, target: Path) -> tuple[Path, bool]:
    """Where the copy is, and whether it was written now: the same bytes under that name are left alone, other bytes
    keep it and the copy gets " (2)". Makes the last folder. Raises ExportError.
    """
    digest = hashlib.sha256(pdf).digest()
    while _exists(target):
        if _digest(target) == digest:
            return target, False
        target = _next_name(target)
    _make_folder(target.parent)
    save_copy(pdf, target)
    return target, True


def _exists(target: Path) -> bool:
    try:
        return target.exists()
    except OSError as fault:
        raise _FAULTS.get(fault.errno or 0, WritingError)(target) from fault


def _digest(path: Path) -> bytes | None:
    """SHA-256 of a file, None when it cannot be read (a folder, somebody else's)."""
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").digest()
    except OSError:
        return None


def _next_name(target: Path) -> Path:
    """As in: "Boleta.pdf" -> "Boleta (2).pdf" -> "Boleta (3).pdf"."""
    stem, bracket, number = target.stem.rpartition(" (")
    if bracket and number.endswith(")") and number[:-1].isdecimal():
        return target.with_name(f"{stem} ({int(number[:-1]) + 1}){target.suffix}")
    return target.with_name(f"{target.stem} (2){target.suffix}")


def _make_folder(folder: Path) -> None:
    """The year's folder; its parent is the person's choice and must be there."""
    try:
        folder.mkdir(exist_ok=True)
    except OSError as fault:
        raise _FAULTS.get(fault.errno or 0, WritingError)(folder) from fault
