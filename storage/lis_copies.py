"""The office's old payrolls as something that a document can be compared with, and that is printed from. Reads only.

Fits `documents.seal`'s protocol Copies. What does not add up or is not whole is no copy of anything.
"""

from typing_extensions import override

from documents.lis.grammar import bundled
from documents.lis.reading import read_slip
from documents.lis.records import LisSlip
from documents.lis.transcription import NotTranscribedError, transcribe
from documents.payslip import Payslip, Period, TranscribedPayslip
from documents.seal.copies import Copies
from storage.connection import Connection
from storage.lis import lis_row, payslip_text
from storage.lis_records import LisRow
from storage.rows import month_number

MOST = 50  # payslips of one person in one month


def slip_of(db: Connection, number: int) -> LisSlip:
    """One payslip, read with care, its lines numbered as in the file. KeyError when unknown."""
    row, text = lis_row(db, number), payslip_text(db, number)
    reader, _end = read_slip(text, 0, row.line, bundled())
    return reader.slip()


def payslip_of(db: Connection, row: LisRow) -> TranscribedPayslip:
    """The record that is printed. Raises NotTranscribedError."""
    return transcribe(slip_of(db, row.number), row.file_name)


class LisCopies(Copies):
    """Old payslips as copies. Belongs to the thread of its connection."""

    def __init__(self, db: Connection) -> None:
        self._db = db

    @override
    def sha256_known(self, sha256: str) -> bool:
        """Never: the office keeps their text and not their PDF."""
        return False

    @override
    def payslips_of(self, doc_numero: str, periodo: Period) -> tuple[Payslip, ...]:
        """What the office's files have of this person and month, each once, and only what adds up."""
        rows = self._db.rows(
            "SELECT number FROM lis_payslip INDEXED BY lis_payslip_by_person WHERE periodo = :periodo"
            " AND person IN (SELECT number FROM lis_person WHERE doc_numero = :doc_numero) GROUP BY crc LIMIT :most",
            periodo=month_number(periodo), doc_numero=doc_numero, most=MOST,
        )  # fmt: skip
        found: list[Payslip] = []
        for row in rows:
            try:
                found.append(payslip_of(self._db, lis_row(self._db, row["number"])))
            except NotTranscribedError:
                continue
        return tuple(found)


class AllCopies(Copies):
    """Several stores of copies as one."""

    def __init__(self, *stores: Copies) -> None:
        self._stores = stores

    @override
    def sha256_known(self, sha256: str) -> bool:
        """Whether one of them knows the file."""
        return any(store.sha256_known(sha256) for store in self._stores)

    @override
    def payslips_of(self, doc_numero: str, periodo: Period) -> tuple[Payslip, ...]:
        """What all of them have."""
        return tuple(one for store in self._stores for one in store.payslips_of(doc_numero, periodo))
