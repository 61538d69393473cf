"""What the checker may ask about the copies that came by sync. Answered by the program, never by the worker process."""

from typing import Protocol

from documents.payslip import Payslip, Period


class Copies(Protocol):
    """The synced copies of this computer. Called on the thread that asked for the check."""

    def sha256_known(self, sha256: str) -> bool:
        """Whether a PDF with these bytes (64 lower-case hex digits) came from the office."""

    def payslips_of(self, doc_numero: str, periodo: Period) -> tuple[Payslip, ...]:
        """The synced payslips of a person and month; empty when there are none."""
