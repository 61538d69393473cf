"""What a file on disk is compared with: the payslips that came by sync. Reads only.

Fits `documents.seal`'s protocol Copies: the checker asks, and knows no database.
"""

from documents.payslip import Payslip, Period
from storage import payslips
from storage.connection import Connection
from storage.rows import month_number


class CacheCopies:
    """The office's facts as answers to two questions. Belongs to the thread of its connection."""

    def __init__(self, db: Connection) -> None:
        self._db = db

    def sha256_known(self, sha256: str) -> bool:
        """Whether the office named exactly these bytes as the PDF of a payslip, here already or not."""
        found = self._db.number(
            "SELECT EXISTS (SELECT 1 FROM payslip JOIN pdf ON pdf.number = payslip.pdf WHERE pdf.sha256 = :sha256)",
            sha256=sha256,
        )
        return bool(found)

    def payslips_of(self, doc_numero: str, periodo: Period) -> tuple[Payslip, ...]:
        """What the office sent for this document number and month: monthly, additional and judicial ones."""
        rows = self._db.rows(
            "SELECT payslip.id FROM payslip JOIN payee ON payee.number = payslip.payee"
            " WHERE payee.doc_numero = :doc_numero AND payslip.periodo = :periodo ORDER BY payslip.id",
            doc_numero=doc_numero,
            periodo=month_number(periodo),
        )
        return tuple(payslips.payslip(self._db, row["id"]) for row in rows)
