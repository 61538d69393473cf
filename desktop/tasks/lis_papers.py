"""Old payslips on paper: one, a selection, or a constancia de haberes, sealed when the office's key was opened. No Qt.

The window and the command line both print through here. What does not add up is refused, never printed as if it did.

    LisPaperError
      OfficeKeyError   the key file was not opened; `code` says why (lis-key-...)
    documents.errors.PaperContentError
      LisConstanciaError   no constancia: "sums", "names", "currency"; `months` or `names` say which
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

from desktop.tasks.exporting import ExportError, save_once
from documents.errors import DocumentError, PaperContentError
from documents.lis.currency import is_in_soles
from documents.lis.papers import LisPaper, Stamp, constancia_paper, payslip_paper
from documents.lis.transcription import NotTranscribedError
from documents.payslip import Period, TranscribedPayslip
from storage.lis import rows_of_document
from storage.lis_copies import payslip_of
from storage.lis_records import LisRow
from storage.search import fold

if TYPE_CHECKING:
    from documents.seal.keys import IssuerKey
    from documents.seal.trust import TrustList
    from storage.connection import Connection

LONGEST_KEY: Final = 2**16  # bytes of a key file


class LisPaperError(Exception):
    """Nothing was printed."""


class OfficeKeyError(LisPaperError):
    """`code`: lis-key-file, lis-key-password, lis-key-unknown, lis-key-standing."""

    def __init__(self, code: str, detail: str = "") -> None:
        super().__init__(detail or code)
        self.code = code


class LisConstanciaError(PaperContentError):
    """A constancia that would say something wrong, or mix what must not be mixed."""

    def __init__(self, reason: str, *, months: Iterable[int] = (), names: Iterable[str] = ()) -> None:
        self.months, self.names = tuple(sorted(set(months))), tuple(sorted(set(names)))
        super().__init__(reason, ", ".join((*map(str, self.months), *self.names)))


@dataclass(frozen=True, slots=True)
class PersonRows:
    """One person's payslips over some months, each once."""

    rows: tuple[LisRow, ...]
    others: int  # payslips with the same document under another name, which are not among them


@dataclass(frozen=True, slots=True)
class PrintReport:
    """What came of a selection. `refused`: rows that are not printed, they do not add up or are not whole."""

    saved: tuple[Path, ...] = ()
    same: tuple[Path, ...] = ()
    refused: tuple[LisRow, ...] = ()
    unsealed: int = 0
    failed: ExportError | None = None
    cancelled: bool = False


def open_key(pem: bytes, password: str, trust: "TrustList", now: datetime) -> "IssuerKey":
    """The office's key: whose it is says the trust list, and a key that readers would not accept seals nothing.

    Raises OfficeKeyError.
    """
    from documents.seal.document_types import DocumentType
    from documents.seal.keys import IssuerKey, KeyFileError, kid_of, read_private
    from documents.seal.trust import Standing, candidates, standing

    if b"PRIVATE KEY" not in pem[:LONGEST_KEY]:
        raise OfficeKeyError("lis-key-file")
    try:
        private = read_private(pem[:LONGEST_KEY], password)
    except KeyFileError as error:
        raise OfficeKeyError("lis-key-password", str(error)) from error
    found = candidates(trust, kid_of(private.public_key()))
    if not found:
        raise OfficeKeyError("lis-key-unknown")
    issuer, entry = found[0]
    if standing(entry, int(DocumentType.MONTHLY), now.astimezone(UTC)) is not Standing.GOOD:
        raise OfficeKeyError("lis-key-standing")
    return IssuerKey(private, issuer.code, trust.test)


@dataclass(frozen=True, slots=True)
class MadeConstancia:
    """A constancia, its file name, and the months it speaks of (201503)."""

    paper: LisPaper
    name: str
    desde: int
    hasta: int


def constancia_of(db: "Connection", rows: Sequence[LisRow], desde: int, hasta: int, stamp: Stamp) -> MadeConstancia:
    """From all payslips of one person; 0 for a month means from the first or to the last that there is.

    Raises PaperContentError: "span" for none, "person" for several people; LisConstanciaError: "names" for one document
    under several names, "currency" for months that were not paid in soles, "sums" for what cannot be transcribed.
    """
    held = sorted({row.periodo for row in rows if row.periodo})
    if not held:
        raise PaperContentError("span", "no payslip at all")
    if len({row.doc_numero for row in rows}) > 1 or not rows[0].doc_numero:
        raise PaperContentError("person", "several documents, or none")
    if len({_name(row) for row in rows}) > 1:
        raise LisConstanciaError("names", names=(f"{row.apellidos}, {row.nombres}" for row in rows))
    if foreign := [month for month in held if not is_in_soles(month)]:
        raise LisConstanciaError("currency", months=foreign)
    payslips = _transcribed(db, rows)
    first, last = desde or held[0], hasta or held[-1]
    months = Period(*divmod(first, 100)), Period(*divmod(last, 100))
    name = f"Constancia_{rows[0].doc_numero}_{months[0]}_{months[1]}.pdf"
    return MadeConstancia(constancia_paper(payslips, *months, stamp), name, first, last)


def _transcribed(db: "Connection", rows: Sequence[LisRow]) -> list[TranscribedPayslip]:
    """All of them, or which months keep it from being all."""
    payslips, wrong = [], []
    for row in rows:
        try:
            payslips.append(payslip_of(db, row))
        except NotTranscribedError:
            wrong.append(row.periodo)
    if wrong:
        raise LisConstanciaError("sums", months=wrong)
    return payslips


def rows_of_person(db: "Connection", whose: LisRow, desde: int, hasta: int) -> PersonRows:
    """The payslips of this person over some months: the same document and, but for tildes, the same name."""
    found = once_each(rows_of_document(db, whose.doc_numero, desde, hasta))
    rows = tuple(row for row in found if _name(row) == _name(whose))
    return PersonRows(rows, len(found) - len(rows))


def _name(row: LisRow) -> str:
    return fold(f"{row.apellidos} {row.nombres}")


def once_each(rows: Iterable[LisRow]) -> tuple[LisRow, ...]:
    """The same payslip from two files is one: same person, month, number and text."""
    seen: dict[tuple[object, ...], LisRow] = {}
    for row in rows:
        key = (row.doc_numero, row.periodo, row.secuencia, row.numero_boleta, row.liquido, row.crc)
        seen.setdefault(key, row)
    return tuple(seen.values())


def file_name(row: LisRow) -> str:
    """99900017_2015-03_000001-03.pdf"""
    month = f"{row.periodo // 100:04d}-{row.periodo % 100:02d}"
    return "_".join(part for part in (row.doc_numero, month, row.numero_boleta, str(row.line)) if part) + ".pdf"


def save_rows(
    db: "Connection",
    rows: Sequence[LisRow],
    folder: Path,
    stamp: Stamp,
    *,
    stopped: Callable[[], bool] = lambda: False,
    report: Callable[[int, int], None] = lambda _done, _total: None,
) -> PrintReport:
    """One PDF a payslip into an existing folder. Never raises for the disk or for a payslip that cannot be printed."""
    told = PrintReport()
    for done, row in enumerate(rows):
        if stopped():
            return replace(told, cancelled=True)
        report(done, len(rows))
        try:
            paper = payslip_paper(payslip_of(db, row), stamp)
            path, new = save_once(paper.pdf, folder / file_name(row))
        except DocumentError:
            told = replace(told, refused=(*told.refused, row))
            continue
        except ExportError as error:
            return replace(told, failed=error)
        told = replace(told, unsealed=told.unsealed + bool(paper.unsealed))
        told = replace(told, saved=(*told.saved, path)) if new else replace(told, same=(*told.same, path))
    report(len(rows), len(rows))
    return told
