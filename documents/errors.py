"""What can go wrong with paper.

    DocumentError
      PayslipSumsError     lines and totals of a payslip disagree: it is not drawn
      SealTooLongError     the text of the QR does not fit the place kept for it
      SheetFullError       header and QR alone fill the page, or there are more pages than a seal can count
      PaperContentError    what a sealed paper would say contradicts itself (`reason` is a code)
      ThinError            bytes from the line that are no PDF without its bars
      UnreadablePdfError   bytes that cannot be shown as pages (`reason` is a code)

The sentences are for logs; what a person reads is written where the error is shown.
"""

from enum import StrEnum


class DocumentError(Exception):
    """Anything this package refuses to do."""


class PayslipSumsError(DocumentError):
    """The payslip does not add up. A wrong figure on official paper is worse than no paper."""


class SealTooLongError(DocumentError):
    """The seal needs a QR larger than the sheet can carry at a readable module size."""


class SheetFullError(DocumentError):
    """The names of office and payroll are so long that no page has room for the payslip itself."""


class PaperContentError(DocumentError):
    """A constancia, hoja de vida or informe that would say something wrong is not drawn."""

    def __init__(self, reason: str, detail: str = "") -> None:
        super().__init__(f"{reason}: {detail}" if detail else reason)
        self.reason = reason


class ThinError(DocumentError):
    """A thinned PDF that cannot be made whole."""


class UnreadableReason(StrEnum):
    """Why a PDF cannot be shown."""

    EMPTY = "empty"
    TOO_LARGE = "too-large"  # bytes
    BROKEN = "broken"  # not a PDF, or damaged
    LOCKED = "locked"  # asks for a password
    TOO_MANY_PAGES = "too-many-pages"
    BAD_PAGE_SIZE = "bad-page-size"
    PICTURE_TOO_LARGE = "picture-too-large"  # pixels asked for
    TEXT_TOO_LONG = "text-too-long"  # characters on one page


class UnreadablePdfError(DocumentError):
    """The bytes cannot be shown as pages."""

    def __init__(self, reason: UnreadableReason, detail: str = "") -> None:
        super().__init__(f"{reason.value}: {detail}" if detail else reason.value)
        self.reason = reason
